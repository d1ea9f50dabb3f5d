"""What a paragraph of concluding observations is: praise, concern, recommendation or request.

The section says most: "Positive aspects", "Principal matters of concern and recommendations",
"Dissemination and follow-up". Inside a section the words decide: "The Committee is concerned …",
"The State party should …", "The Committee recommends that the State party …", and in the last one
"is requested to provide, by 25 March 2025, information on the implementation of the recommendations
made in paragraphs 12, 24 and 48".
"""

from __future__ import annotations

import re
from enum import StrEnum

from upheld.core.items import ItemKind


class Section(StrEnum):
    """The parts that the documents of all committees have, under changing headings."""

    OPENING = "opening"
    POSITIVE = "positive"
    CONCERNS = "concerns"
    CLOSING = "closing"


HEADINGS = {
    Section.POSITIVE: (
        r"\bpositive\s+(?:aspects?|developments?|factors?)\b",
        r"\bfollow-?up\s+measures\b",
        r"\bprogress\s+achieved\b",
        r"\bachievements\b",
    ),
    Section.CONCERNS: (
        r"\b(?:matters?|areas?|subjects?|issues)\s+of\s+concern\b",
        r"\bconcerns?\s+and\s+recommendations?\b",
        r"\b(?:principal|main)\b.{0,30}\b(?:concerns?|recommendations?)\b",
        r"\bsuggestions\s+and\s+recommendations\b",
    ),
    Section.CLOSING: (
        r"\bdissemination\b",
        r"\bfollow-?\s?up\b",
        r"\bnext\s+(?:periodic\s+|combined\s+)?report",
        r"\bother\s+recommendations?\b",
        r"\bratification\s+of\s+other\s+treaties\b",
        r"\bpreparation\s+of\b",
        r"\bimplementation\s+and\s+reporting\b",
    ),
    Section.OPENING: (
        r"\bintroduction\b",
        r"\bfactors\s+and\s+difficulties\b",
        r"\bfactors\s+impeding\b",
    ),
}
"""The words by which headings are known, in the order in which they are asked."""

_HEADINGS = {section: re.compile("|".join(words), re.I) for section, words in HEADINGS.items()}

RECOMMENDS = re.compile(
    r"\b(?:States?\s+part(?:y|ies)|it|they|Government|State|authorities)\s+(?:should|must|needs?\s+to)\b"
    r"|\b(?:recommends?|urges?|encourages?|suggests?)\b|\bcalls?\s+(?:up)?on\b|\bcalls?\s+for\b"
    r"|\breiterates?\s+(?:its|the)\b.{0,40}\brecommendation",
    re.I | re.S,
)
INVITES = re.compile(r"\binvites?\b|\bis\s+invited\b", re.I)
REQUESTS = re.compile(r"\brequests?\b|\b(?:is|are)\s+requested\b|\bwould\s+appreciate\b", re.I)
CONCERNED = re.compile(
    r"\bconcern(?:ed|s)?\b|\bregrets?\b|\bdeplores?\b|\balarmed\b|\bworried\b|\bdeeply\s+disturbed\b",
    re.I,
)
PRAISES = re.compile(
    r"^(?:The\s+Committee\s+|It\s+)?(?:also\s+|further\s+)?(?:welcomes|appreciates|commends|notes\s+with\s+"
    r"(?:appreciation|satisfaction))\b", re.I
)  # fmt: skip
REPORT_BACK = re.compile(
    r"\bwithin\s+(?:one|two|\d+|a)\s+(?:\(\d\)\s+)?(?:years?|months?)\b|\b(?:by|before|no\s+later\s+than)\s+\d{1,2}\s+\w+\s+\d{4}\b",
    re.I,
)
PARAGRAPHS = re.compile(r"\b(?:paragraphs?|paras?\.)\s+\d", re.I)
SENTENCE = re.compile(r"(?<=[a-z)\]”\"’\d])\.\s+(?=[A-Z])")


def section_of(heading: str) -> Section | None:
    """The section that a heading opens, or None for a heading inside a section.

    Web pages of old documents part a first letter from its word: "F ollow-up".
    """
    words = re.sub(r"\b([A-Z]) (?=[a-z])", r"\1", heading)
    return next((section for section, known in _HEADINGS.items() if known.search(words)), None)


def is_follow_up(text: str) -> bool:
    """Whether the State must report back early on named paragraphs."""
    return bool(
        PARAGRAPHS.search(text)
        and REPORT_BACK.search(text)
        and (REQUESTS.search(text) or INVITES.search(text))
    )


def kind_of(text: str, section: Section | None, *, bold: bool = False) -> ItemKind | None:
    """What a paragraph is; None for the history of the report and other words without a demand.

    ``text`` is the paragraph's own words and the first of its clauses; ``bold`` decides where
    words do not: committees print recommendations in bold.
    """
    if section is Section.OPENING:
        return None
    if section is Section.POSITIVE:
        return ItemKind.POSITIVE
    if section is Section.CLOSING:
        return _closing(text)
    if section is None and PRAISES.match(text) and not CONCERNED.search(text):
        return ItemKind.POSITIVE
    if RECOMMENDS.search(text) or (REQUESTS.search(text) and not CONCERNED.search(text)):
        return ItemKind.RECOMMENDATION
    if CONCERNED.search(text) or section is Section.CONCERNS:
        return ItemKind.RECOMMENDATION if bold and not CONCERNED.search(text) else ItemKind.CONCERN
    return None


def _closing(text: str) -> ItemKind | None:
    if is_follow_up(text):
        return ItemKind.FOLLOW_UP_REQUEST
    if RECOMMENDS.search(SENTENCE.split(text)[0]):
        return ItemKind.RECOMMENDATION
    if REQUESTS.search(text) or INVITES.search(text):
        return ItemKind.REQUEST
    if RECOMMENDS.search(text):
        return ItemKind.RECOMMENDATION
    # "Follow-up to Views" is the heading of a concern in some documents.
    return ItemKind.CONCERN if CONCERNED.search(text) else None


def recommendation_start(text: str) -> int:
    """Where the recommendation begins in a paragraph that states a concern first; 0 for none.

    "The Committee is concerned about overcrowding. The State party should …", as one paragraph.
    """
    starts = [0, *(match.end() for match in SENTENCE.finditer(text))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if RECOMMENDS.search(text[start:end]):
            return start if CONCERNED.search(text[:start]) else 0
    return 0
