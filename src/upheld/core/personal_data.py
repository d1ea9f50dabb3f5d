"""Personal data in a text: an e-mail address, a telephone or identity number, a private name.

Found by their form, so that a person can mask them before something is published: "0912 345 678",
"CCCD 001090012345", "sinh ngày 12/3/1980", "bà Nguyễn Thị Lan". A proposal, not a proof: what has
no form of its own (a nickname, a village) only a reader finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

MASK = "▇▇▇"
"""What stands in the place of masked words; its length says nothing about theirs."""


class PersonalDataKind(StrEnum):
    """What kind of personal data a passage seems to be."""

    EMAIL = "email"
    PHONE = "phone"
    IDENTITY_NUMBER = "identity_number"
    BIRTH = "birth"
    NAME = "name"


@dataclass(frozen=True, slots=True, order=True)
class PersonalData:
    """``text[start:end]`` seems to be of this kind."""

    start: int
    end: int
    kind: PersonalDataKind


_UPPER = r"[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ]"
_NAME = rf"{_UPPER}\w*\.?(?:[ \u00a0]+{_UPPER}\w*){{0,4}}"
_FORMS: tuple[tuple[PersonalDataKind, re.Pattern[str]], ...] = (
    (PersonalDataKind.EMAIL, re.compile(r"(?P<it>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")),
    (
        PersonalDataKind.IDENTITY_NUMBER,
        re.compile(
            r"\b(?:CCCD|CMND|CMTND|căn cước(?: công dân)?|chứng minh nhân dân|hộ chiếu|passport"
            r"|identity card|ID card|ID)(?:\s*(?:số|no\.?|number|:))*\s*"
            r"(?P<it>[A-Z]?\d[\d ]{5,14}\d)",
            re.IGNORECASE,
        ),
    ),
    (PersonalDataKind.IDENTITY_NUMBER, re.compile(r"(?<![\d.,/])(?P<it>0\d{11})(?![\d.,]?\d)")),
    (
        PersonalDataKind.PHONE,
        re.compile(
            r"(?<![\d./-])(?P<it>(?:\+\d{1,3}[ .-]?|\(0\d{1,3}\) ?|0)\d{1,3}(?:[ .-]?\d{2,4}){2,3})"
            r"(?![\d./-]?\d)"
        ),
    ),
    (
        PersonalDataKind.BIRTH,
        re.compile(
            r"\b(?:sinh (?:ngày|năm)|ngày sinh:?|born(?: on| in)?|date of birth:?)\s*"
            r"(?P<it>(?:ngày )?\d{1,4}(?:[/.-]\d{1,2}[/.-]\d{2,4})?"
            r"(?: (?:tháng )?\w+ (?:năm )?\d{4})?)",
            re.IGNORECASE,
        ),
    ),
    (
        # After a form of address that officials do not get in official texts, or after what makes
        # a person a party: not "Mr. Chairperson", not "ông Bộ trưởng".
        PersonalDataKind.NAME,
        re.compile(
            r"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]háu|[Bb]ị cáo|[Bb]ị hại|[Nn]ạn nhân"
            r"|[Nn]hân chứng|Mr|Mrs|Ms|Miss|[Vv]ictim|[Ww]itness|[Cc]omplainant)"
            rf"\.?[ \u00a0]+(?P<it>{_NAME})"
        ),
    ),
)
_OFFICES = re.compile(
    r"^(?:Chair|President|Minister|Ambassador|Secretary|Rapporteur|Bộ|Thứ|Chủ|Đại|Tổng|Phó|Giám)\b"
)


def find_personal_data(text: str) -> list[PersonalData]:
    """Passages that seem to be personal data, in the order of the text, none over another.

    >>> [text[d.start:d.end] for text in ["Gọi bà Lan, 0912 345 678"]
    ...  for d in find_personal_data(text)]
    ['Lan', '0912 345 678']
    """
    found: list[PersonalData] = []
    for kind, form in _FORMS:
        for match in form.finditer(text):
            start, end = match.span("it")
            if kind is PersonalDataKind.NAME and _OFFICES.match(match["it"]):
                continue
            if all(end <= one.start or one.end <= start for one in found):
                found.append(PersonalData(start, end, kind))
    return sorted(found)


def mask(text: str, passages: Iterable[tuple[int, int]]) -> str:
    """``text`` with each of ``passages`` (start, end) replaced by ``MASK``; overlaps become one.

    >>> mask("Gọi bà Lan", [(7, 10)])
    'Gọi bà ▇▇▇'
    """
    pieces: list[str] = []
    done = 0
    for start, end in sorted((max(0, s), min(len(text), e)) for s, e in passages):
        if end <= start or end <= done:
            continue
        if start >= done:
            pieces += [text[done:start], MASK]
        done = end
    return "".join(pieces) + text[done:]
