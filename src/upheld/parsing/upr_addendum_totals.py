"""The totals that an addendum declares: "received 254 recommendations …, of which 217 are supported
and 37 noted", "accepts 142 recommendations … notes 21 recommendations".

They are what the lists are checked against; a difference stands as a finding.
"""

from __future__ import annotations

import re

COUNT = r"(?<![\d.])(?P<count>\d{1,3})"
OF_THEM = r"(?:\s+of\s+(?:the|these|those|them|which)\b[^.;,]{0,40}?)?"
TOTAL = r"(?:a\s+total\s+(?:number\s+)?of\s+|all\s+)?"
ADVERB = r"(?:fully\s+|also\s+|already\s+|partially\s+)?"

LISTED_BEFORE = re.compile(
    r"(?:\brecommendations?\s+(?:nos?\.?\s*)?|\d\s*(?:,|;|&|–|-|\band\b|\bor\b|\bto\b)\s*(?:and\s+)?)$",
    re.I,
)
# Each list of patterns in order of trust; the first that is found counts.
PATTERNS: dict[str, tuple[str, ...]] = {
    "received": (
        rf"\breceived\s+{TOTAL}{COUNT}\s+recommendations\b",
        rf"\bcontains\s+{TOTAL}{COUNT}\s+recommendations\b",
        rf"\b(?:the|these|those|of|all)\s+{COUNT}\s+recommendations\b",
    ),
    "supported": (
        rf"\b(?:accept|support|endorse)(?:s|ed|d)?\s+{TOTAL}{COUNT}{OF_THEM}(?:\s+recommendations\b|\s+out\s+of\b)",
        rf"\b{COUNT}(?:\s+recommendations)?{OF_THEM}\s+(?:(?:are|were|is|have\s+been|has\s+been)\s+)?{ADVERB}"
        r"(?:supported|accepted|endorsed|enjoy(?:ed|s)?\s+(?:the|its)\s+support)\b",
    ),
    "noted": (
        rf"\b\d{{1,3}}\b[^.;]{{0,60}}\band\s+(?:notes|noted|tak(?:es|en)\s+note\s+of|took\s+note\s+of)\s+{COUNT}"
        r"(?![\d.–-]*\d|\s*,\s*\d|\s+and\s+\d)",
        rf"\b(?:notes|noted|tak(?:es|en)\s+note\s+of|took\s+note\s+of)\s+{TOTAL}{COUNT}{OF_THEM}(?:\s+recommendations\b|\s+out\s+of\b)",
        rf"\b{COUNT}(?:\s+recommendations)?{OF_THEM}\s+(?:(?:are|were|is|have\s+been|has\s+been)\s+)?{ADVERB}"
        r"(?:noted|not\s+(?:supported|accepted)|rejected)\b",
    ),
}
_COMPILED = {
    what: tuple(re.compile(pattern, re.I) for pattern in patterns)
    for what, patterns in PATTERNS.items()
}


def declared_totals(text: str) -> dict[str, int]:
    """The totals by name, "received", "supported", "noted"; those not declared are absent."""
    said = " ".join(text.split())
    found: dict[str, int] = {}
    for what, patterns in _COMPILED.items():
        for pattern in patterns:
            counts = (match for match in pattern.finditer(said) if not _is_listed(said, match))
            if match := next(counts, None):
                found[what] = int(match["count"])
                break
    return found


def _is_listed(said: str, match: re.Match[str]) -> bool:
    """ "Recommendations 5, 6 and 8 are accepted": 8 is the last of a list and no total."""
    before = said[: match.start("count")]
    return LISTED_BEFORE.search(before[-40:]) is not None
