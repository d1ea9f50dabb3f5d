from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.reading import made_files
from upheld.core.errors import InputProblem
from upheld.core.findings import Finding
from upheld.reading.page_image import NARROWEST, render_page


@pytest.mark.parametrize(("asked", "drawn"), [(900, 900), (1, NARROWEST)])
def test_a_page_is_drawn_at_the_width_asked_for(asked: int, drawn: int) -> None:
    with Image.open(io.BytesIO(render_page("a.pdf", made_files.pdf(), 1, asked))) as picture:
        assert (picture.format, picture.width, round(picture.height / picture.width, 1)) == (
            "PNG", drawn, 1.4,
        )  # fmt: skip
        assert picture.convert("L").getextrema()[0] < 255  # there is ink on it


@pytest.mark.parametrize("page", [0, 2, -1])
def test_a_page_that_is_not_there_is_refused(page: int) -> None:
    with pytest.raises(InputProblem) as refusal:
        render_page("a.pdf", made_files.pdf(), page)
    arguments = {"name": "a.pdf", "page": page, "pages": 1}
    assert refusal.value.findings == (Finding("file.no_page", arguments=arguments),)


@pytest.mark.parametrize(
    ("content", "code"),
    [(made_files.encrypted_pdf(), "file.encrypted"), (b"%PDF-1.4", "file.damaged")],
)
def test_a_file_that_cannot_be_opened_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(InputProblem) as refusal:
        render_page("a.pdf", content, 1)
    assert [finding.code for finding in refusal.value.findings] == [code]
