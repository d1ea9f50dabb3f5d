"""The table of international instruments."""

from __future__ import annotations

from collections import Counter

import pytest

from upheld.core.treaties import INSTRUMENTS, InstrumentKind, instrument, protocols_of


def test_nine_core_treaties_have_their_bodies() -> None:
    core = {i.code: i.body for i in INSTRUMENTS if i.kind is InstrumentKind.CORE}
    assert core == {
        "ICERD": "CERD",
        "ICESCR": "CESCR",
        "ICCPR": "CCPR",
        "CEDAW": "CEDAW",
        "CAT": "CAT",
        "CRC": "CRC",
        "ICRMW": "CMW",
        "CRPD": "CRPD",
        "ICPPED": "CED",
    }


def test_codes_and_abbreviations_are_unique() -> None:
    codes = Counter(i.code for i in INSTRUMENTS)
    short = Counter(
        abbreviation.replace("-", "") for i in INSTRUMENTS for abbreviation in i.abbreviations
    )
    assert {code: count for code, count in codes.items() if count > 1} == {}
    assert {name: count for name, count in short.items() if count > 1} == {}


def test_each_parent_is_in_the_table() -> None:
    assert [i.code for i in INSTRUMENTS if i.parent and not instrument(i.parent)] == []


def test_protocols_stand_in_the_order_of_their_years() -> None:
    assert protocols_of("CRC") == ("OP-CRC-AC", "OP-CRC-SC", "OP-CRC-IC")
    assert protocols_of("ICCPR") == ("ICCPR-OP1", "ICCPR-OP2")


def test_any_convention_of_the_ilo_has_a_code() -> None:
    assert instrument("ILO-C77").title == "ILO Convention No. 77"
    assert instrument("ILO-C169").year == 1989


def test_a_code_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError):
        instrument("OP-XYZ")
