"""What became of a demand: repeated, softened, strengthened, dropped, answered otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from upheld.core.demand_course import Review, Said, Step, Strength, Turn, course
from upheld.core.positions import Position

UPR = {year: Review(f"upr-{year}", "UPR", date(year, 6, 1)) for year in (2009, 2014, 2019, 2024)}
CEDAW = Review("cedaw-2015", "CEDAW", date(2015, 2, 1))
ACT, PURSUE, CONSIDER = Strength.ACT, Strength.PURSUE, Strength.CONSIDER
NOTED, SUPPORTED, PENDING = Position.NOTED, Position.SUPPORTED, Position.PENDING


def said(
    review: Review, strength: Strength = ACT, position: Position | None = None, record: str = ""
) -> Said:
    return Said(record or f"{review.key}-1", review.key, strength, position)


def turns(*records: Said, reviews: tuple[Review, ...] = (UPR[2009], UPR[2014])) -> list[list[Turn]]:
    return [list(step.turns) for step in course(reviews, records)]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (ACT, ACT, [Turn.REPEATED]),
        (ACT, CONSIDER, [Turn.REPEATED, Turn.SOFTENED]),
        (ACT, PURSUE, [Turn.REPEATED, Turn.SOFTENED]),
        (CONSIDER, ACT, [Turn.REPEATED, Turn.STRENGTHENED]),
    ],
)
def test_softer_or_stronger(first: Strength, second: Strength, told: list[Turn]) -> None:
    assert turns(said(UPR[2009], first), said(UPR[2014], second)) == [[Turn.FIRST], told]


@pytest.mark.parametrize(
    ("first", "second", "changed"),
    [
        (NOTED, SUPPORTED, True),
        (NOTED, NOTED, False),
        (NOTED, PENDING, False),
        (None, SUPPORTED, False),
    ],
)
def test_the_position(first: Position | None, second: Position, changed: bool) -> None:
    found = turns(said(UPR[2009], position=first), said(UPR[2014], position=second))
    assert found[1] == [Turn.REPEATED, *([Turn.POSITION_CHANGED] if changed else [])]


def test_one_answer_in_both_is_no_change() -> None:
    found = turns(
        said(UPR[2009], position=NOTED),
        said(UPR[2014], position=SUPPORTED),
        said(UPR[2014], position=NOTED, record="b"),
    )
    assert found[1] == [Turn.REPEATED]


def test_the_strongest_record_of_a_review_counts() -> None:
    found = turns(said(UPR[2009]), said(UPR[2014], CONSIDER), said(UPR[2014], ACT, record="b"))
    assert found[1] == [Turn.REPEATED]


def test_dropped_once_and_taken_up_again() -> None:
    reviews = tuple(UPR.values())
    assert turns(said(UPR[2009]), reviews=reviews) == [[Turn.FIRST], [Turn.DROPPED]]
    assert turns(said(UPR[2009]), said(UPR[2024]), reviews=reviews) == [
        [Turn.FIRST],
        [Turn.DROPPED],
        [Turn.REPEATED],
    ]


def test_another_mechanism_drops_nothing() -> None:
    assert turns(said(UPR[2014]), reviews=(UPR[2014], CEDAW)) == [[Turn.FIRST]]
    assert turns(said(UPR[2014]), said(CEDAW), reviews=(CEDAW, UPR[2014])) == [
        [Turn.FIRST],
        [Turn.REPEATED],
    ]


def test_steps_stand_in_the_order_of_days_with_their_records() -> None:
    one, two = said(UPR[2014], record="a"), said(UPR[2014], record="b")
    assert course((UPR[2014], UPR[2009]), (one, two)) == [
        Step(UPR[2014], ("a", "b"), (Turn.FIRST,))
    ]
    assert course((), ()) == []
