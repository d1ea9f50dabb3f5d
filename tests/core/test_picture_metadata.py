"""Pictures lose what their camera wrote beside them, and nothing of what is seen."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from upheld.core.picture_metadata import without_metadata

CANARY = b"canary-5d1e"


def picture(kind: str) -> bytes:
    image = Image.effect_noise((40, 30), 60).convert("RGB")
    written = io.BytesIO()
    if kind == "PNG":
        words = PngInfo()
        words.add_text("Author", CANARY.decode())
        words.add_itxt("Comment", CANARY.decode())
        image.save(written, "PNG", pnginfo=words)
    else:
        exif = Image.Exif()
        exif[0x013B] = CANARY.decode()  # Artist
        exif[0x8825] = {1: "N", 2: (10.0, 46.0, 37.0)}  # where it was taken
        image.save(written, "JPEG", exif=exif, comment=CANARY, icc_profile=b"profile")
    return written.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_only_the_words_are_gone(kind):
    given_in = picture(kind)
    bare = without_metadata(given_in)
    assert (CANARY in given_in, CANARY in bare) == (True, False)
    before, after = (Image.open(io.BytesIO(content)) for content in (given_in, bare))
    assert before.tobytes() == after.tobytes()
    assert dict(after.getexif()) == {}
    assert without_metadata(bare) == bare


@given(st.binary(max_size=80), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]))
def test_what_is_damaged_comes_back_and_nothing_grows(rest, start):
    assert len(without_metadata(start + rest)) <= len(start + rest)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_that_breaks_off_is_left_alone(kind):
    broken = picture(kind)[:120]
    assert without_metadata(broken) == broken
