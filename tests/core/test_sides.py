"""A side is a State and a part of the mechanisms' work; documents belong to it by kind and body."""

from __future__ import annotations

import pytest

from upheld.core.facts import DocumentKind
from upheld.core.sides import KINDS, Mechanism, Side, mechanism_of


@pytest.mark.parametrize(
    "part", ["all", "upr", "upr-1", "upr-4", "treaty-bodies", "special-procedures"]
)
def test_a_part_in_an_address_comes_back(part: str) -> None:
    assert Side.of("VNM", part).part == part


@pytest.mark.parametrize("part", ["upr-0", "upr-", "upr-12", "council", "UPR"])
def test_what_is_no_part(part: str) -> None:
    with pytest.raises(ValueError, match="is not a valid Mechanism"):
        Side.of("VNM", part)


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        (DocumentKind.UPR_REPORT, "Human Rights Council", Mechanism.UPR),
        (DocumentKind.UPR_INFO, "UPR", Mechanism.UPR),
        (DocumentKind.THEMATIC_LIST, "", Mechanism.UPR),
        (DocumentKind.CONCLUDING_OBSERVATIONS, "", Mechanism.TREATY_BODIES),
        (DocumentKind.VISIT_REPORT, "", Mechanism.SPECIAL_PROCEDURES),
        (DocumentKind.UHRI, "UPR", Mechanism.UPR),
        (DocumentKind.UHRI, "CEDAW", Mechanism.TREATY_BODIES),
        (DocumentKind.UHRI, "SR Torture", Mechanism.SPECIAL_PROCEDURES),
        (DocumentKind.UHRI, "HRC", None),
        (DocumentKind.UHRI, "", None),
    ],
)
def test_who_speaks_in_a_document(kind: str, body: str, expected: Mechanism | None) -> None:
    assert mechanism_of(kind, body) is expected


def test_a_cycle_holds_only_its_own_documents() -> None:
    side = Side.of("VNM", "upr-2")
    assert side.holds("upr_info", "UPR", 2)
    assert not side.holds("upr_info", "UPR", 1)
    assert not side.holds("upr_info", "UPR", None)
    assert not side.holds("concluding_observations", "CCPR", 2)
    assert Side("VNM").holds("concluding_observations", "CCPR", None)


def test_no_document_is_counted_in_two_publications() -> None:
    kinds = [kind for several in KINDS.values() for kind in several]
    assert len(kinds) == len(set(kinds))
