"""A demand taken apart: instruments, act, persons, themes, numbers, names."""

from __future__ import annotations

import pytest

from upheld.analysis.demand import read_demand, take_apart
from upheld.analysis.demand_terms import TermKind, read_terms, term_table
from upheld.analysis.demand_words import words
from upheld.core.treaties import instrument

PARTS = ("instruments", "acts", "groups", "themes", "numbers", "articles", "names")


def parts(text: str) -> dict[str, set[str]]:
    demand = read_demand(text)
    return {part: found for part in PARTS if (found := set(getattr(demand, part)))}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ratify OP-CAT.", {"instruments": {"OP-CAT"}, "acts": {"ratify"}}),
        (
            "Raise the age of criminal responsibility to fourteen years",
            {"acts": {"raise"}, "themes": {"criminal_age"}, "numbers": {14}},
        ),
        ("End capital punishment", {"acts": {"abolish"}, "themes": {"death_penalty"}}),
        (
            "Establish a moratorium on executions with a view to abolishing the death penalty",
            {"acts": {"moratorium"}, "themes": {"death_penalty"}},
        ),
        (
            "Repeal the provisions that criminalise same-sex relations",
            {"acts": {"decriminalize"}, "groups": {"lgbti"}},
        ),
        (
            "Make the declaration under article 14 of ICERD",
            {"instruments": {"ICERD"}, "acts": {"declaration"}, "articles": {"14"}},
        ),
        ("Lift the blockade of Karvia", {"acts": {"lift"}, "themes": {"occupation"},
                                         "names": {"karvia"}}),
        ("Let France and Viet Nam cooperate", {"acts": {"cooperate"}}),
        (
            "Bring its legislation into line with the Paris Principles",
            {"instruments": {"PARIS-PRINCIPLES"}, "acts": {"domestication"}},
        ),
        (
            "Establish a national human rights institution under the Paris Principles",
            {"acts": {"create_body"}, "themes": {"nhri"}},
        ),
        ("Combat child labour", {"groups": {"children"}, "themes": {"child_labour"}}),
        ("", {}),
    ],
)  # fmt: skip
def test_the_parts_of_a_demand(text: str, said: dict[str, set[str]]) -> None:
    assert parts(text) == said


def test_to_consider_softens() -> None:
    assert [read_demand(t).softened for t in ("Consider ratifying CAT", "Ratify CAT")] == [
        True,
        False,
    ]


def test_several_protocols_are_meant_alike() -> None:
    demand = read_demand(
        "Ratify the Optional Protocol to the Convention on the Rights of the Child"
    )
    assert demand.instruments == {"OP-CRC-AC", "OP-CRC-SC", "OP-CRC-IC"}


def test_individual_complaints_are_in_the_protocol_of_an_instrument() -> None:
    demand = read_demand("Accept the individual complaints procedure under CRPD")
    assert demand.instruments == {"OP-CRPD"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Submit the overdue report to the Committee against Torture", {"CAT"}),
        ("Submit the report to the Committee on the Rights of the Child", {"CRC"}),
        ("Recognize the competence of the Committee on Enforced Disappearances", {"ICPPED"}),
        ("Cooperate with the Committee against Torture", set()),
    ],
)
def test_to_report_to_a_committee_is_to_report_under_its_instrument(
    text: str, codes: set[str]
) -> None:
    assert read_demand(text).instruments == codes


def test_only_instruments_that_are_known_have_committees() -> None:
    table = term_table()
    themes = {name for kind, name in table.ways if kind is TermKind.THEME}
    assert set(table.committees) <= themes
    assert {instrument(code).code for code in table.committees.values()} == set(
        table.committees.values()
    )


def test_what_of_a_theme_is_to_be_changed() -> None:
    demand = read_demand("Reduce prison overcrowding")
    assert (demand.themes, demand.objects) == ({"prison"}, {"crowding"})


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Allow NGOs to meet", set()),
        ("Harmonise criminal procedure", {"domestication"}),
        ("Eradicate all forms of slavery", set()),
    ],
)
def test_a_way_that_is_a_little_word_and_another_names_no_act(text: str, acts: set[str]) -> None:
    assert read_demand(text).acts == acts


def test_little_words_are_left_out_and_spelling_is_one() -> None:
    assert [w.stem for w in words("To criminalise the offence")] == [
        w.stem for w in words("Criminalizing of offences")
    ]


def test_every_act_that_is_named_in_the_table_is_an_act() -> None:
    table = term_table()
    acts = {name for kind, name in table.ways if kind is TermKind.ACT}
    assert set(table.families) == acts
    assert {act for pair in table.opposites for act in pair} <= acts
    assert {act for name, parts, _ in table.together for act in (name, *parts)} <= acts
    assert table.decisive <= acts


def test_what_stands_over_what_exists() -> None:
    table = term_table()
    known = {name for kind, name in table.ways if kind in (TermKind.GROUP, TermKind.THEME)}
    named = [
        name
        for section in (table.wider, table.implied)
        for head, over in section.items()
        for name in (head, *over)
    ]
    named += [name for over in table.subjects.values() for name in over]
    assert [name for name in named if name not in known] == []


def test_the_longest_way_of_saying_it_is_taken() -> None:
    table = read_terms("[theme]\nprison: prison\n[group]\nstaff: prison staff\n")
    said = words("Train prison staff and visit prisons")
    found = [terms for terms, _, _ in table.find(said) if terms]
    assert found == [((TermKind.GROUP, "staff"),), ((TermKind.THEME, "prison"),)]


def test_another_table_takes_a_demand_apart_in_its_own_way() -> None:
    demand = take_apart("Visit the prison", read_terms("[theme]\nprison: prison\n"))
    assert (demand.themes, demand.acts, demand.words) == ({"prison"}, set(), {"visit"})
