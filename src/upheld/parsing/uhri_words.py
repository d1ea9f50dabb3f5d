"""The words of an annotation as a reader wants them: no tags, whole words, the number apart.

"<p>Rural women 49.The Committee notes with concern the under-develop- ment …</p>" has the heading
"Rural women", the number "49" and words with a hyphen left from the end of a printed line. What is
taken away or mended is kept beside the text as it was.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from upheld.parsing.published import sound

_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--.*?--|![^<>]*|\?[^<>]*)>", re.S)
_SCRIPT = re.compile(r"<(script|style|title)\b.*?(?:</\1\s*>|$)", re.S | re.I)
# Tags that stand inside words ("<b>C</b>hild", "CO<sub>2</sub>") leave no blank behind.
_INSIDE = re.compile(
    r"</?(?:a|abbr|b|big|bdi|bdo|cite|code|em|font|i|ins|mark|s|small|span|strike|strong|sub|sup|"
    r"tt|u|wbr|o:p)\b[^<>]*>",
    re.I,
)
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_HYPHEN = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])")
_BROKEN = re.compile(r"([^\W\d_]{2,})- ([^\W\d_]{2,})")
# "short- and long-term", "pre- or in-service": the hyphen waits for a second word, none is broken.
_WAITING = frozenset({"and", "or", "to", "nor", "as", "et", "ou", "y", "o", "e", "u", "và", "hoặc"})
# Where a hyphen belongs to the word: "self- determination", "gender- based".
# Beginnings that also begin one word ("pro- tection", "re- port") are not among them.
_BEFORE = re.compile(
    r"(?:anti|cross|cyber|decision|follow|gender|long|non|peace|quasi|self|semi|socio|well)", re.I
)
_AFTER = re.compile(
    r"(?:affected|based|building|called|centred|centered|conflict|free|friendly|inclusive|income|"
    r"keeping|level|like|making|monitoring|oriented|owned|party|related|responsive|rights|scale|"
    r"sensitive|specific|term|trafficking|up|wide)"
)
_NUMBERED = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,2}|\d{1,3}(?=\.))"
    r"(?P<letter> ?\([a-z]\))?\.? ?(?=[^\W\d_]|[(\"“‘«\[])"
)
_HEADED = re.compile(
    r"(?P<heading>[^\W\d_][^.;:?!]{1,118}?[^.,;:?!\s]) (?P<number>\d{1,3})\. ?(?=[A-Z“\"(])"
)


class Words(NamedTuple):
    """``number`` "49", ``text`` without it, ``printed`` where more than tags and number differ."""

    number: str
    text: str
    printed: str


def words(exported: str) -> Words:
    """The words of the field ``Text`` of an export."""
    plain = plain_text(exported)
    mended = mend(plain)
    number, text, heading = split_number(mended)
    return Words(number, text, plain if heading or mended != plain else "")


def plain_text(exported: str) -> str:
    """The text of a piece of HTML on one line: tags out, entities as letters, single blanks.

    A "<" that opens no tag stays ("under 5 < 10"). Entities that were encoded twice come out once
    more ("&amp;nbsp;").
    """
    if "<" in exported:
        exported = _SCRIPT.sub(" ", exported)
        exported = _TAG.sub(" ", _INSIDE.sub("", exported))
    if "&" in exported:
        exported = html.unescape(exported)
        if "&" in exported and re.search(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});", exported):
            exported = html.unescape(exported)
    if not exported.isascii() or "\x00" in exported:
        exported = sound(exported).translate(_INVISIBLE)
    return " ".join(exported.split())


def mend(text: str) -> str:
    """Words that the end of a printed line broke, whole again: "develop- ment" → "development".

    "short- and long-term" stays. "self- determination" and "non- Muslim" keep their hyphen and
    lose the blank.
    """
    return _BROKEN.sub(_joined, text) if _HYPHEN.search(text) else text


def _joined(match: re.Match[str]) -> str:
    first, second = match.groups()
    if second in _WAITING:
        return match[0]
    if second[0].isupper():
        return match[0] if first.isupper() else f"{first}-{second}"
    if _BEFORE.fullmatch(first) or _AFTER.fullmatch(second):
        return f"{first}-{second}"
    return first + second


def split_number(text: str) -> tuple[str, str, str]:
    """(number, the words after it, the heading before it), empty where there is none.

    "143.27 Ratify …" and "49.The Committee …" begin with it; "Rural women 49.The Committee …" has
    a heading before. A number inside the words ("… in practice. 42.The …") stays where it is.
    """
    if found := _NUMBERED.match(text):
        number = found["number"] + (found["letter"] or "").strip()
        return number, text[found.end() :], ""
    if found := _HEADED.match(text):
        return found["number"], text[found.end() :], found["heading"]
    return "", text, ""
