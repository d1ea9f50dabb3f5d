"""What a sentence asks for, without praise and without how: "Abolish the death penalty, although
the moratorium is welcome" asks for abolition.

Recommendations open or close with what the State is praised for or reminded of, and go on with
ways, examples and aims ("including through …", "with a view to …"). The first is no demand at all;
the second makes one that a shorter sentence makes as well.
"""

from __future__ import annotations

import re

SHORTEST = 12
"""A sentence of fewer letters asks for nothing: where so little would remain, nothing is cut."""

_BEFORE = re.compile(
    r"^(?:while|whilst|although|though|even though|despite|recogni[sz]ing|noting|welcoming|"
    r"acknowledging|commending|appreciating|bearing in mind|taking into account|recalling|"
    r"as (?:recommended|requested|suggested))\b[^,;]*[,;]\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r",?\s+\b(?:although|even though|notwithstanding|recalling|noting that|"
    r"as (?:recommended|requested|suggested|advised|prescribed|envisaged|advocated) (?:by|in))"
    r"\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_HOW = re.compile(
    r"(?:[,;]\s*(?:including|inter alia|in particular|particularly|especially|notably|such as|"
    r"for example|through|by|so that|so as|in order|to ensure|with|in line|in accordance|"
    r"in conformity|in keeping|in compliance|as well as|and)\b"
    r"|\s(?:in order to|with a view to|with the aim|so as to|as a means|as a first step)\b"
    r"|\sincluding\b"
    r"|;).*$",
    re.IGNORECASE | re.DOTALL,
)


def without_praise(text: str) -> str:
    """The sentence without what the State is praised for or reminded of."""
    return _cut(_BEHIND, _cut(_BEFORE, text))


def main_clause(text: str) -> str:
    """The same without ways, examples, aims and further demands."""
    return _cut(_HOW, without_praise(text))


def _cut(pattern: re.Pattern[str], text: str) -> str:
    left = pattern.sub("", text, count=1)
    return left if len(left) >= SHORTEST else text
