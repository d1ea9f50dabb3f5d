"""Takes out of a picture what its camera wrote beside it: the place, the day, the owner's name.

A photograph of a signed decree may tell where the person stood who took it. PNG and JPEG carry such
words in segments of their own; without them every point of the picture stays as it was.
"""

from __future__ import annotations

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_WORDS = {b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME"}
_SCAN = 0xDA
_APPLICATION = range(0xE1, 0xF0)  # Exif, XMP, Photoshop; E0 is JFIF and says how to draw
_DRAWS = {0xE2, 0xEE}  # colour profile, Adobe's transform
_COMMENT = 0xFE


def without_metadata(content: bytes) -> bytes:
    """The same picture without words beside it; what is no whole PNG or JPEG stays as it is."""
    if content.startswith(_PNG):
        return _png(content)
    if content.startswith(b"\xff\xd8\xff"):
        return _jpeg(content)
    return content


def _png(content: bytes) -> bytes:
    kept, at = [content[: len(_PNG)]], len(_PNG)
    while at + 12 <= len(content):
        end = at + 12 + int.from_bytes(content[at : at + 4], "big")
        if end > len(content):
            return content
        if content[at + 4 : at + 8] not in _PNG_WORDS:
            kept.append(content[at:end])
        at = end
    return b"".join(kept)


def _jpeg(content: bytes) -> bytes:
    kept, at = [content[:2]], 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            return content
        kind = content[at + 1]
        if kind == _SCAN:  # the points themselves, to the end
            return b"".join([*kept, content[at:]])
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if end > len(content):
            return content
        told = kind == _COMMENT or (kind in _APPLICATION and kind not in _DRAWS)
        if not told:
            kept.append(content[at:end])
        at = end
    return content
