"""Bodies by code and by their printed names."""

from __future__ import annotations

import pytest

from upheld.core.bodies import BODIES, BodyKind, body, find_body


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("HUMAN RIGHTS COUNCIL", "HRC"),
        ("Conseil des droits de l’homme", "HRC"),
        ("人权理事会", "HRC"),
        ("Working Group on the Universal Periodic Review", "UPR"),
        ("Human Rights Committee", "CCPR"),
        ("Comité de los Derechos del Niño", "CRC"),
        ("General Assembly", "GA"),
    ],
)
def test_printed_names(printed: str, code: str) -> None:
    found = find_body(printed)
    assert found is body(code)


def test_other_lines_name_no_body() -> None:
    assert find_body("Human Rights Council Agenda") is None


def test_ten_treaty_bodies() -> None:
    bodies = [b.code for b in BODIES if b.kind is BodyKind.TREATY_BODY]
    assert sorted(bodies) == sorted(
        ["CCPR", "CESCR", "CERD", "CEDAW", "CAT", "SPT", "CRC", "CMW", "CRPD", "CED"]
    )
