"""A side of a comparison: one State and what is meant of all that the mechanisms said to it.

"VNM upr-2" is what the Universal Periodic Review said to Viet Nam in its second cycle, "VNM
treaty-bodies" what the committees said. The same review may be here several times, as the report
itself and as the lists that others publish of it, each with its own unit of counting: a comparison
takes one publication for both sides and never adds two together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from upheld.core.bodies import BODIES, BodyKind
from upheld.core.facts import DocumentKind

UPR_BODY = "UPR"
TREATY_BODIES = frozenset(body.code for body in BODIES if body.kind is BodyKind.TREATY_BODY)
_PART = re.compile(r"upr-(?P<cycle>[1-9])")


class Mechanism(StrEnum):
    """Who speaks to the State."""

    UPR = "upr"
    TREATY_BODIES = "treaty-bodies"
    SPECIAL_PROCEDURES = "special-procedures"


class Publication(StrEnum):
    """Whose list is counted: the papers themselves, a thematic list, OHCHR's Index, UPR Info."""

    REPORTS = "reports"
    THEMATIC_LISTS = "thematic-lists"
    UHRI = "uhri"
    UPR_INFO = "upr-info"


KINDS: Mapping[Publication, tuple[DocumentKind, ...]] = {
    Publication.REPORTS: (
        DocumentKind.UPR_REPORT,
        DocumentKind.CONCLUDING_OBSERVATIONS,
        DocumentKind.VISIT_REPORT,
    ),
    Publication.THEMATIC_LISTS: (DocumentKind.THEMATIC_LIST,),
    Publication.UHRI: (DocumentKind.UHRI,),
    Publication.UPR_INFO: (DocumentKind.UPR_INFO,),
}
"""The documents of each publication. Addenda and national tables only answer what others say."""

_MECHANISMS = {
    DocumentKind.CONCLUDING_OBSERVATIONS: Mechanism.TREATY_BODIES,
    DocumentKind.VISIT_REPORT: Mechanism.SPECIAL_PROCEDURES,
}
_OTHER_BODIES = frozenset(body.code for body in BODIES) - TREATY_BODIES - {UPR_BODY}


def mechanism_of(kind: str, body: str) -> Mechanism | None:
    """The mechanism of a document: kind "uhri" with body "CEDAW" is of the treaty bodies.

    OHCHR's Index gives mandates by name ("SR Torture"); None for organs that are none of the three.
    """
    if kind != DocumentKind.UHRI:
        return _MECHANISMS.get(DocumentKind(kind), Mechanism.UPR)
    if body == UPR_BODY:
        return Mechanism.UPR
    if body in TREATY_BODIES:
        return Mechanism.TREATY_BODIES
    return None if body in _OTHER_BODIES or not body else Mechanism.SPECIAL_PROCEDURES


@dataclass(frozen=True, slots=True)
class Side:
    """What ``mechanism`` said to ``state`` (ISO3); None is all of them, ``cycle`` is of the UPR."""

    state: str
    mechanism: Mechanism | None = None
    cycle: int | None = None

    @property
    def part(self) -> str:
        """The side without its State, as it stands in addresses: "upr-2", "all"."""
        if self.mechanism is None:
            return "all"
        return f"{self.mechanism}-{self.cycle}" if self.cycle else self.mechanism.value

    @classmethod
    def of(cls, state: str, part: str) -> Side:
        """The inverse of ``part``: ``Side.of("VNM", "upr-2")``; ``ValueError`` for no part."""
        if part in ("", "all"):
            return cls(state)
        if found := _PART.fullmatch(part):
            return cls(state, Mechanism.UPR, int(found["cycle"]))
        return cls(state, Mechanism(part))

    def holds(self, kind: str, body: str, cycle: int | None) -> bool:
        """Whether a document of this kind, body and cycle belongs to it."""
        if self.mechanism and mechanism_of(kind, body) is not self.mechanism:
            return False
        return self.cycle in (None, cycle)
