"""A paper before it is set: the first page's facts and the blocks that follow.

The same ``Paper`` becomes a PDF (``upheld.specimen.pdf_paper``) or a Word file
(``upheld.specimen.word_paper``); the blocks are those of UN documents: headings ("II. Conclusions
and/or recommendations"), numbered paragraphs, recommendations, lettered clauses, tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias


class Layout(StrEnum):
    """The layout periods; each differs in first page, running head and numbering."""

    Y2008 = "2008"  # "HUMAN RIGHTS COUNCIL", "Page 16" in the running head, "1. To ratify"
    Y2010 = "2010"  # the masthead used since, "68.12." set bold and hanging
    Y2012 = "2012"  # "115.1" set light, its text bold
    Y2017 = "2017"  # the same without a table of contents
    Y2022 = "2022"  # the same, inputs named in footnotes


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote at the place where its mark stands."""

    text: str


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def printed_date(day: date) -> str:
    """ "5 January 2009", in English whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


Text: TypeAlias = str | tuple[str | Note, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """ "II. Conclusions and/or recommendations" (level 1), "A. Presentation ..." (level 2).

    ``paragraphs`` is the range shown in the table of contents: "58-62".
    """

    text: str
    level: int = 1
    paragraphs: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, numbered ("12.") or not; ``bold`` as in the conclusions of a report."""

    text: Text
    number: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """A recommendation: number as printed ("1.", "68.12.", "140.7") and words.

    In a Word file whose numbering is automatic the number is made by Word from ``sequence``:
    "6" gives "6.1", "6.2" in a list of its own.
    """

    number: str
    text: Text
    sequence: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A lettered clause: "(a) A national report ...;"."""

    letter: str
    text: Text
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Bullet:
    """A line of a list without numbers, as in the composition of the delegation."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; a row of one cell spans all columns ("Theme: Right to health").

    ``widths`` are relative.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, made from the headings of the paper."""


Block: TypeAlias = Heading | Paragraph | Numbered | Clause | Bullet | Grid | NewPage | Contents


@dataclass(frozen=True, slots=True)
class Masthead:
    """The first page. ``title`` lines are set one below the other; the first carries the "*".

    ``session`` is in words ("Twenty-fifth session"), ``session_dates`` as printed since 2019.
    """

    symbol: str
    issued: date
    body: str
    session: str
    title: tuple[str, ...]
    job: str
    organ: str = "General Assembly"
    distribution: str = "General"
    original: str = "English"
    session_dates: str = ""
    agenda_item: str = ""
    agenda_title: str = ""
    note: str = ""

    @property
    def printed_date(self) -> str:
        return printed_date(self.issued)


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. ``landscape`` for OHCHR's lists, which have no first page of their own."""

    layout: Layout
    masthead: Masthead
    blocks: Sequence[Block]
    running_title: str = ""
    landscape: bool = False
    properties: dict[str, str] = field(default_factory=dict)
