"""Positions in words: "enjoy the support of X", "did not enjoy the support", "will be examined".

The words stand before a list ("143. The recommendations listed below enjoy the support of Albania:"),
behind it ("The recommendations listed above enjoy the support of Morocco.") or in a paragraph that
names numbers or dialogue paragraphs. Whatever the words, the raw sentence is kept with the value.
"""

from __future__ import annotations

import re

from upheld.core.positions import Position

# "the recommendations noted in the report in paragraphs 27 (b)" says where, not what.
WHERE_NOTED = re.compile(
    r"\b(?:noted|reflected|contained|formulated|made|listed|set out|included|presented)\s+(?:below\s+|above\s+)?"
    r"(?:in\s+(?:the\s+|this\s+|its\s+)?(?:present\s+)?(?:section|report|paragraphs?|chapter)|(?:during|in)\s+the\s+(?:course|interactive))",
    re.I,
)
NOTED = re.compile(
    r"\b(?:(?:do|does|did|could|can|would|will|is|are|was|were|has|have|may)\s*(?:not|n’t)\s+(?:be\s+|been\s+)?(?:in\s+a\s+position\s+to\s+)?"
    r"(?:fully\s+)?(?:enjoy\w*|support\w*|accept\w*|agree\w*|able)|cannot\s+(?:be\s+)?(?:accept|support|agree)\w*|"
    r"reject\w*|unable\s+to\s+(?:accept|support)|not\s+(?:accept|support|enjoy)\w*|"
    r"unacceptable|takes?\s+note\s+of|took\s+note\s+of|(?:are|is|been|were|was|be)\s+noted|"
    r"notes\s+the\s+(?:following\s+)?recommendations?|disassociates?|unfounded|not\s+(?:part\s+of|relevant|applicable)|declines?)\b",
    re.I,
)
PENDING = re.compile(
    r"\b(?:(?:will|would|shall|to|be|being|further|under)\s+(?:be\s+)?(?:further\s+)?(?:carefully\s+)?(?:examin|consider|stud|review)\w*|"
    r"under\s+(?:examination|consideration|review)|responses?|repl(?:y|ies)|defer\w*|pending|reserves?|"
    r"submit(?:ted)?\s+its\s+views|further\s+(?:clarification|consultation|consideration)|no\s+later\s+than|in\s+due\s+(?:time|course))\b",
    re.I,
)
SUPPORTED = re.compile(
    r"\b(?:enjoy(?:s|ed)?\s+(?:the\s+|its\s+|their\s+)?(?:full\s+)?support|(?:has|have|had)?\s*support(?:s|ed)|accept(?:s|ed|able)?|"
    r"agree(?:s|d)?|welcomes?|endorse[sd]?|approv\w+|implement(?:ed|ation)|supported)\b",
    re.I,
)
MADE = re.compile(
    r"\brecommendations?\b.*\b(?:made|formulated|listed|following|read|put\s+forward|presented|received)\b|\bfollowing\b.*\brecommendations?\b|\bit\s+was\s+recommended\b",
    re.I | re.S,
)


def read_position(words: str) -> Position | None:
    """The position that a sentence states, or None when it states none.

    A list without any stated position, "the following recommendations were made to Morocco", is
    pending: the State has yet to answer.
    """
    said = WHERE_NOTED.sub(" ", re.sub(r"\s+", " ", words))
    if NOTED.search(said):
        return Position.NOTED
    support = SUPPORTED.search(said)
    pending = PENDING.search(said)
    if support and not (pending and pending.start() < support.start() and not _enjoys(said)):
        return Position.SUPPORTED
    if pending:
        return Position.PENDING
    if MADE.search(said):
        return Position.PENDING
    return None


def answers(words: str) -> bool:
    """True if the words say what the State answers or will do, not merely that it was asked."""
    said = WHERE_NOTED.sub(" ", re.sub(r"\s+", " ", words))
    return any(pattern.search(said) for pattern in (NOTED, SUPPORTED, PENDING))


def _enjoys(said: str) -> bool:
    return re.search(r"\benjoys?\b|\bhave been (?:accepted|supported)\b", said, re.I) is not None
