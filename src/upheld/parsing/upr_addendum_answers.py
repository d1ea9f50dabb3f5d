"""What a State answers, in its own words: "The Government accepts the recommendation", "Noted".

Addenda have no fixed form. An answer is *supported*, *noted* or *open* ("cannot, at this point in
time, make a definitive statement", "will be considered at the national level"); an open answer is
no position. "accepts the recommendation on X. It cannot accept the recommendation on Y" answers
in parts, and only a person can say which part is which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from upheld.core.positions import Position

# "notes the recommendations", "takes note", "cannot accept", "does not enjoy the support"
NOT = r"(?:not|n[’']t|cannot|unable\s+to|no\s+longer|partially\s+not|neither)"
AGREE = r"(?:accept|support|agree|endors|approv|enjoy|implement\s+the\s+recommendation)\w*"
REFUSED = re.compile(
    rf"\b{NOT}\s+(?:\w+\s+){{0,5}}?{AGREE}|\bunacceptable|\bnot\s+acceptable|\breject(?:s|ed)?\b"
    r"|\bdeclin(?:e|es|ed)\b|\bdisagree\w*|\bnot\s+in\s+a\s+position\s+to\b",
    re.I,
)
NOTED = re.compile(
    r"\btak(?:e|es|en|ing)\s+(?:due\s+)?note\b|\btook\s+note\b"
    r"|\bnotes?\s+(?:the\s+|these\s+|this\s+|all\s+)?(?:following\s+|other\s+|remaining\s+)?recommendations?\b"
    r"|\bnoted\s+recommendations?\b|\brecommendations?\s+noted\b|\b(?:is|are|was|were|been|be|being)\s+(?:duly\s+)?noted\b"
    r"|^\W*noted\b",
    re.I,
)
OPEN = re.compile(
    r"\bdefinitive\s+(?:statement|position|answer|response)|(?<!\bState\s)\bunder\s+(?:consideration|examination|review|study)\b"
    r"|\b(?:will|shall|to)\s+be\s+(?:further\s+)?(?:considered|examined|studied|reviewed)\b"
    r"|\bwill\s+(?:further\s+)?(?:consider|examine|study|review)\b(?!.*\baccept)"
    r"|\bpending\b|\bdefers?\b|\breserves?\s+(?:its|the)\s+(?:position|right)",
    re.I,
)
SUPPORTED = re.compile(
    r"\baccept(?:s|ed|ing|able|ance)?\b|\bsupport(?:s|ed|ing)?\b(?!\s+(?:for|to|from|of)\b)|\bendorse[sd]?\b|\bagree[sd]?\b"
    r"|\benjoys?\s+(?:the\s+|its\s+|our\s+)?(?:full\s+)?support|\bapprove[sd]\b|\bin\s+favou?r\b",
    re.I,
)
PARTLY = re.compile(
    rf"\b(?:partially|partly|in\s+part)\s+{AGREE}|\b{AGREE}\s+(?:partially|partly|in\s+part)\b",
    re.I,
)
# The sentence is an answer on its own: "Accepted. Work has begun."
ALONE = re.compile(
    r"^\W*(?:(?:response|position|answer|reply|decision|status)\s*[:–-]\s*)?(?:(?:the\s+recommendation\s+)?(?:is|are)\s+)?"
    r"(?:partially\s+|fully\s+|partly\s+)?(?:not\s+)?"
    r"(?:accepted|supported|noted|rejected|agreed|enjoys?\s+(?:the\s+)?support|takes?\s+note)\b",
    re.I,
)
SENTENCE = re.compile(r"(?<=[a-z)\d”\"’][.;])\s+(?=[A-Z“\"])")
REFERS = re.compile(
    r"\bsee\b(?!\s+no\b)|\brefer\s+to\b|\bas\s+(?:mentioned|explained|stated)\b", re.I
)


class Answer(StrEnum):
    """The sense of one sentence."""

    SUPPORTED = "supported"
    NOTED = "noted"
    OPEN = "open"
    PARTLY = "partly"

    @property
    def position(self) -> Position | None:
        """The position; None for an open answer, and for one that holds for a part only."""
        return Position(self.value) if self in (Answer.SUPPORTED, Answer.NOTED) else None


def read_answer(sentence: str) -> Answer | None:
    """The answer that one sentence (or heading) gives, or None when it gives none."""
    said = " ".join(sentence.split())
    if REFERS.match(said):
        return None
    if PARTLY.search(said):
        return Answer.PARTLY
    refused, noted = REFUSED.search(said), NOTED.search(said)
    if refused:
        return Answer.NOTED
    supported, opened = SUPPORTED.search(said), OPEN.search(said)
    if supported and not (noted and noted.start() < supported.start()):
        # "accepts the recommendation. The issue is under review" and the reverse: the first counts
        return Answer.OPEN if opened and opened.start() < supported.start() else Answer.SUPPORTED
    if noted:
        return Answer.NOTED
    return Answer.OPEN if opened else None


@dataclass(frozen=True, slots=True)
class BlockAnswer:
    """The answer in a block of several sentences, the words that give it, and whether in parts."""

    position: Position | None
    words: str
    in_parts: bool = False


def read_block(text: str) -> BlockAnswer | None:
    """The answer of a block that belongs to one number or one group of numbers.

    Only sentences that speak of the recommendation count: what follows explains. None when the
    block answers nothing.
    """
    given: list[tuple[Answer, str]] = []
    for index, sentence in enumerate(SENTENCE.split(text)):
        said = " ".join(sentence.split())
        if alone := ALONE.match(said):
            answer = read_answer(alone[0])
        elif _answers(said, first=index == 0):
            answer = read_answer(said)
        else:
            continue
        if answer:
            given.append((answer, said))
    if not given:
        return None
    answers = {answer for answer, _ in given}
    words = " ".join(said for _, said in given)
    if len(answers) > 1 or Answer.PARTLY in answers:
        return BlockAnswer(None, words, in_parts=True)
    return BlockAnswer(given[0][0].position, given[0][1])


def _answers(said: str, *, first: bool) -> bool:
    """Whether a sentence may give an answer: the first may, later ones name a recommendation."""
    if first:
        return True
    return (
        re.search(r"\brecommendations?\b|\bdefinitive\s+statement\b", said, re.I) is not None
        and re.search(
            rf"\b(?:accepts?|support(?:s|ed)|rejects?|definitive)\b|\b{NOT}\s+{AGREE}", said, re.I
        )
        is not None
    )
