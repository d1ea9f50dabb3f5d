"""Every name that a reason prints has its Vietnamese, and none is left over."""

from __future__ import annotations

import unicodedata

import pytest

from upheld.analysis.demand_names import (
    instrument_names,
    named,
    standard_demand_names,
    term_names,
)
from upheld.analysis.demand_terms import TermKind, term_table
from upheld.analysis.standard_demands import layer
from upheld.core.treaties import INSTRUMENTS

NAMED = {TermKind.ACT, TermKind.GROUP, TermKind.THEME, TermKind.OBJECT}


def test_every_standard_demand_that_is_told_has_a_vietnamese_name() -> None:
    assert [name for name in layer().names if name not in standard_demand_names()] == []


def test_no_vietnamese_name_is_of_a_standard_demand_that_is_gone() -> None:
    assert sorted(set(standard_demand_names()) - set(layer().names)) == []


def test_every_term_has_both_names_and_no_name_is_of_a_term_that_is_gone() -> None:
    assert sorted(term_names()) == sorted(term for term in term_table().ways if term[0] in NAMED)


def test_every_instrument_has_a_vietnamese_name() -> None:
    numbered = {one.code for one in INSTRUMENTS if one.code.startswith("ILO-C")}
    assert sorted(instrument_names()) == sorted({one.code for one in INSTRUMENTS} - numbered)


def test_no_name_is_empty_or_said_twice() -> None:
    lists = [
        list(standard_demand_names().values()),
        list(instrument_names().values()),
        *(
            [names[place] for (kind, _), names in term_names().items() if kind is wanted]
            for wanted in NAMED
            for place in (0, 1)
        ),
    ]
    assert [name for names in lists for name in names if not name or name != name.strip()] == []
    assert [len(names) - len(set(names)) for names in lists] == [0] * len(lists)


def test_the_names_are_composed_letters() -> None:
    """Decomposed Vietnamese looks the same and is found by nobody."""
    every = [*standard_demand_names().values(), *instrument_names().values()]
    every += [vietnamese for _, vietnamese in term_names().values()]
    assert [name for name in every if name != unicodedata.normalize("NFC", name)] == []


@pytest.mark.parametrize(
    ("part", "value", "english", "vietnamese"),
    [
        ("acts", "ratify", "ratify", "phê chuẩn hoặc gia nhập"),
        ("themes", "death_penalty", "death penalty", "án tử hình"),
        ("objects", "deaths", "death", "tử vong"),
        ("groups", "lgbti", "LGBTI persons", "người LGBTI"),
        ("instruments", "CAT", "Convention against torture", "Công ước chống tra tấn"),
        ("instruments", "ILO-C77", "ILO Convention No. 77",
         "Công ước số 77 của Tổ chức Lao động quốc tế"),
        ("standard", "guarantee the independence of the judiciary",
         "guarantee the independence of the judiciary", "bảo đảm tính độc lập của tư pháp"),
        ("numbers", "18", "18", "18"),
    ],
)  # fmt: skip
def test_a_value_is_named_in_either_language(
    part: str, value: str, english: str, vietnamese: str
) -> None:
    assert (named(part, value, "en"), named(part, value, "vi")) == (english, vietnamese)
