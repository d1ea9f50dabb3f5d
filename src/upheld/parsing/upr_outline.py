"""The outline of a UPR Working Group report: its conclusions, and what is numbered there.

"II. Conclusions and/or recommendations" is followed by paragraphs ("143. The recommendations
formulated during the interactive dialogue …") whose lists ``upr_numbering`` follows. The section
closes with "All conclusions and/or recommendations contained in the present report reflect the
position of the submitting State(s)".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from upheld.core.flow import Flow
from upheld.parsing.upr_marks import DOTTED, SINGLE
from upheld.parsing.upr_numbering import Numbering, Paragraph, follow_numbers

CONCLUSIONS = re.compile(
    r"(?im)^[ \t]*(?:(?:[IVX]+|\d)[.\s]+)?(?:summary of )?conclusions?[ ]+and[ ]*/?[ ]*(?:or)?[ ]*"
    r"recommendations?[ ]*\*{0,3}[\d ]{0,3}$"
)
DISCLAIMER = re.compile(
    r"(?im)^[ \t]*(\d{1,3})[.\s]\s*(?:all|any|the)?\s*(?:(?:of\s+)?the\s+)?conclusions?\s+"
    r"and\s*/?\s*(?:or)?\s*recommendations?\s+(?:contained|set\s+out|reflected|listed|made)?\s*"
    r"in\s+(?:the\s+present|this)\s+report"
)
PLEDGES = re.compile(
    r"(?im)^[ \t]*(?:[IVX]+[.\s]+)?"
    r"(?:voluntary\s+(?:pledges|commitments)|pledges\s+and\s+commitments)[^\n.]{0,60}$"
)
ANNEX = re.compile(
    r"(?im)^[ \t]*annex(?:\s+[IVX]+)?\s*\*{0,3}[ \t]*$|^[ \t]*composition of the delegation[ *]*$"
)


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the flow: from ``start`` up to, not including, ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The stretches of a report that matter, and the numbered paragraphs of its conclusions."""

    dialogue: Region
    conclusions: Region
    pledges: Region | None
    numbering: Numbering

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The numbered paragraphs of the conclusions, in order."""
        return self.numbering.paragraphs


def read_outline(flow: Flow) -> Outline | None:
    """The outline of a Working Group report, or None when the text has no conclusions."""
    text = flow.text
    heading = _conclusions_heading(text)
    if heading is None:
        return _list_alone(text)
    end, after = _conclusions_end(text, heading.end())
    pledges = _pledges(text, after)
    conclusions = Region(heading.end(), end)
    numbering = follow_numbers(text, conclusions.start, conclusions.end)
    return Outline(Region(0, heading.start()), conclusions, pledges, numbering)


def _list_alone(text: str) -> Outline | None:
    """The outline of a draft that consists of its list: "6.1 Ratify …" from the first line on."""
    if not DOTTED.search(text):
        return None
    whole = Region(0, len(text))
    return Outline(Region(0, 0), whole, None, follow_numbers(text, 0, len(text)))


def _conclusions_heading(text: str) -> re.Match[str] | None:
    """The heading in the body: the last one that numbered paragraphs follow, not the contents'."""
    best = None
    for match in CONCLUSIONS.finditer(text):
        if SINGLE.search(text, match.end(), match.end() + 400):
            best = match
    return best


def _conclusions_end(text: str, start: int) -> tuple[int, int]:
    """(end of the conclusions, where to look for what follows them)."""
    disclaimer = None
    for match in DISCLAIMER.finditer(text, start):
        disclaimer = match
        break
    if disclaimer is not None:
        return disclaimer.start(), disclaimer.end()
    ends = [m.start() for pattern in (PLEDGES, ANNEX) if (m := pattern.search(text, start))]
    end = min(ends, default=len(text))
    return end, end


def _pledges(text: str, start: int) -> Region | None:
    heading = PLEDGES.search(text, start)
    if heading is None:
        return None
    annex = ANNEX.search(text, heading.end())
    return Region(heading.end(), annex.start() if annex else len(text))
