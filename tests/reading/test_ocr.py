from __future__ import annotations

import importlib.util
import shutil

import pytest

from tests.reading.made_files import scanned_pdf
from upheld.core.errors import Unavailable
from upheld.reading.ocr import with_text


@pytest.mark.skipif(
    importlib.util.find_spec("ocrmypdf") is not None and shutil.which("tesseract") is not None,
    reason="the OCR extra is installed here",
)
def test_without_the_extra_the_line_to_type_is_named() -> None:
    with pytest.raises(Unavailable) as refusal:
        with_text("scan.pdf", scanned_pdf())
    assert refusal.value.next_step in (
        "pip install 'upheld[ocr]'",
        "apt-get install tesseract-ocr tesseract-ocr-vie",
    )
