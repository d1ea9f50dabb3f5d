"""Positions in words: "enjoy the support of X", "did not enjoy the support", "will be examined".

The words stand before a list ("143. The recommendations listed below enjoy the support of X:"),
behind it ("The recommendations listed above enjoy the support of X.") or in a paragraph that names
numbers or dialogue paragraphs. Whatever the words, the raw sentence is kept with the value.
"""

from __future__ import annotations

import re

from upheld.core.positions import Position


def _any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern out of several ways to say the same, whole words, any case."""
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.I | re.S)


# "the recommendations noted in the report in paragraphs 27 (b)" says where, not what.
WHERE_NOTED = _any_of(
    r"(?:noted|reflected|contained|formulated|made|listed|set out|included|presented)\s+"
    r"(?:below\s+|above\s+)?"
    r"(?:in\s+(?:the\s+|this\s+|its\s+)?(?:present\s+)?(?:section|report|paragraphs?|chapter)|"
    r"(?:during|in)\s+the\s+(?:course|interactive))"
)
NOTED = _any_of(
    r"(?:do|does|did|could|can|would|will|is|are|was|were|has|have|may)\s*(?:not|n’t)\s+"
    r"(?:be\s+|been\s+)?(?:in\s+a\s+position\s+to\s+)?(?:fully\s+)?"
    r"(?:enjoy\w*|support\w*|accept\w*|agree\w*|able)",
    r"cannot\s+(?:be\s+)?(?:accept|support|agree)\w*",
    r"reject\w*",
    r"unable\s+to\s+(?:accept|support)",
    r"not\s+(?:accept|support|enjoy)\w*",
    r"unacceptable",
    r"(?:takes?|took)\s+note\s+of",
    r"(?:are|is|been|were|was|be)\s+noted",
    # "noted the following recommendations and indicated that they … have been implemented": what
    # the State adds about measures of its own is a remark and no support
    r"note[sd]\s+(?:the|those)\s+(?:following\s+)?recommendations?",
    r"disassociates?",
    r"unfounded",
    r"not\s+(?:part\s+of|relevant|applicable)",
    r"declines?",
)
PENDING = _any_of(
    r"(?:will|would|shall|to|be|being|further|under)\s+(?:be\s+)?(?:further\s+)?"
    r"(?:carefully\s+)?(?:examin|consider|stud|review)\w*",
    r"under\s+(?:examination|consideration|review)",
    r"responses?",
    r"repl(?:y|ies)",
    r"defer\w*",
    r"pending",
    r"reserves?",
    r"submit(?:ted)?\s+its\s+views",
    r"further\s+(?:clarification|consultation|consideration)",
    r"no\s+later\s+than",
    r"in\s+due\s+(?:time|course)",
)
SUPPORTED = _any_of(
    r"enjoy(?:s|ed)?\s+(?:the\s+|its\s+|their\s+)?(?:full\s+)?support",
    r"support(?:s|ed)",
    r"accept(?:s|ed|able)?",
    r"agree(?:s|d)?",
    r"welcomes?",
    r"endorse[sd]?",
    r"approv\w+",
    r"implement(?:ed|ation)",
)
ENJOYS = _any_of(r"enjoys?", r"have\s+been\s+(?:accepted|supported)")
MADE = _any_of(
    r"recommendations?\b.*\b"
    r"(?:made|formulated|listed|following|read|put\s+forward|presented|received)",
    r"following\b.*\brecommendations?",
    r"it\s+was\s+recommended",
)


def read_position(words: str) -> Position | None:
    """The position that a sentence states, or None when it states none.

    A list without any stated position, "the following recommendations were made to Morocco", is
    pending: the State has yet to answer.
    """
    said = _without_places(words)
    if NOTED.search(said):
        return Position.NOTED
    support = SUPPORTED.search(said)
    pending = PENDING.search(said)
    waits = pending and support and pending.start() < support.start() and not ENJOYS.search(said)
    if support and not waits:
        return Position.SUPPORTED
    if pending or MADE.search(said):
        return Position.PENDING
    return None


def answers(words: str) -> bool:
    """True if the words say what the State answers or will do, not merely that it was asked."""
    said = _without_places(words)
    return any(pattern.search(said) for pattern in (NOTED, SUPPORTED, PENDING))


def _without_places(words: str) -> str:
    return WHERE_NOTED.sub(" ", " ".join(words.split()))
