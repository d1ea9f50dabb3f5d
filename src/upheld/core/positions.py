"""Positions: what the State under review answered to a recommendation.

Printed as "enjoy the support of X", "are noted", "will be examined by X, which will provide
responses in due time". Since resolution 16/21 only *supported* and *noted* exist; *pending* stands
between the Working Group and the addendum. The printed words are always kept beside the value.
"""

from __future__ import annotations

from enum import StrEnum


class Position(StrEnum):
    """The normal form of a printed position."""

    SUPPORTED = "supported"
    NOTED = "noted"
    PENDING = "pending"
