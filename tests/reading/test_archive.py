from __future__ import annotations

import zipfile

import pytest

from tests.reading.made_files import bomb, packed
from upheld.core.errors import InputProblem
from upheld.reading.archive import Archive
from upheld.reading.limits import MEGABYTE, Limits

SMALL = Limits(unpacked_bytes=2 * MEGABYTE, ratio_from=MEGABYTE, ratio=100)


def refusal(content: bytes, limits: Limits = SMALL, part: str = "a") -> list[str]:
    with pytest.raises(InputProblem) as problem:
        Archive("f.docx", content, limits).read(part)
    return [finding.code for finding in problem.value.findings]


def test_parts_are_read_by_name() -> None:
    archive = Archive("f.docx", packed({"a": b"1", "/b/c": b"2"}), SMALL)
    assert archive.parts == ("a", "b/c")
    assert [archive.read(part) for part in archive.parts] == [b"1", b"2"]
    assert "d" not in archive


def test_a_bomb_is_not_opened() -> None:
    assert refusal(bomb(30)) == ["file.bomb"]


def test_an_archive_that_packs_too_well_is_refused() -> None:
    assert refusal(packed({"a": bytes(int(1.5 * MEGABYTE))})) == ["file.bomb"]


def test_an_archive_that_lies_about_its_size_is_stopped() -> None:
    """Both places that tell the unpacked size say 10 bytes; four megabytes come out."""
    true_size = (4 * MEGABYTE).to_bytes(4, "little")
    lying = packed({"a": bytes(4 * MEGABYTE)}).replace(true_size, (10).to_bytes(4, "little"))
    assert refusal(lying) in (["file.bomb"], ["file.damaged"])


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        packed({"a": b"x" * 100})[:-30],
        packed({"a": b"as it was"}, method=zipfile.ZIP_STORED).replace(b"it", b"is"),
        packed({"b": b"no a in here"}),
    ],
)
def test_a_damaged_archive_is_refused(content: bytes) -> None:
    assert refusal(content) == ["file.damaged"]


def test_a_locked_archive_is_refused() -> None:
    locked = bytearray(packed({"a": b"1"}))
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        place = locked.index(start) + (6 if start.endswith(b"\x04") else 8)
        locked[place] |= 1
    assert refusal(bytes(locked)) == ["file.encrypted"]


def test_what_was_forgotten_does_not_count() -> None:
    archive = Archive("f.xlsx", packed({"a": b"x" * MEGABYTE}), Limits(unpacked_bytes=MEGABYTE))
    archive.read("a")
    archive.forget()
    assert archive.read("a") == b"x" * MEGABYTE
    with pytest.raises(InputProblem):
        archive.read("a")
