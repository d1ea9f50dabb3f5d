"""Finding records: what the index answers is what the database holds and the reader may see."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import person
from tests.services.printed import printed
from upheld.core.positions import Position
from upheld.core.roles import Role
from upheld.core.search_tokens import search_tokens
from upheld.services import review
from upheld.services.ingest import keep
from upheld.services.permissions import visible_to
from upheld.services.question_words import interpreted_as, sentences
from upheld.services.search import counts, search
from upheld.store.models import Record
from upheld.store.search_index import search_index

pytestmark = pytest.mark.django_db

LINES = [
    ("140.1", "Protect women from domestic violence", "FRA ESP", Position.SUPPORTED),
    ("140.2", "Abolish the death penalty", "FRA", Position.NOTED),
    ("140.3", "Reduce prison overcrowding", "DEU", Position.SUPPORTED),
    ("140.4", "Register every child at birth", "BRA", None),
    ("140.5", "Bảo đảm quyền trẻ em ở nông thôn", "VNM", Position.SUPPORTED),
]
MANY = [
    (f"150.{n}", f"Adopt measure {n} for the protection of women", "CHL", Position.NOTED)
    for n in range(1, 46)
]
WORDS = ("women", "violence", "death", "prison", "child", "penalty", "protect", "measure", "xyz")


@pytest.fixture(autouse=True)
def documents(settings, tmp_path: Path) -> None:
    settings.UPHELD_DATA = tmp_path
    keep(person(), printed(LINES))


def numbers(question: str, **more) -> list[str]:
    return sorted(hit.record.number for hit in search(person(), question, **more).hits)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("women", ["140.1"]),
        ("chồng đánh vợ", ["140.1"]),
        ("chong danh vo", ["140.1"]),
        ("bỏ tử hình", ["140.2"]),
        ("quyền trẻ em", ["140.4", "140.5"]),
        ("nong thon", ["140.5"]),
        ("position:noted", ["140.2"]),
        ("noted by Sarovia", ["140.2"]),
        ("from:FRA -women", ["140.2"]),
        ("140.3", ["140.3"]),
        ("A/HRC/90/7", ["140.1", "140.2", "140.3", "140.4", "140.5"]),
        ("", ["140.1", "140.2", "140.3", "140.4", "140.5"]),
    ],
)
def test_questions(question: str, found: list[str]) -> None:
    assert numbers(question) == found


def test_facets_narrow_and_are_counted() -> None:
    answer = search(person(), "", facets={"from": ["FRA"]})
    assert [hit.record.number for hit in answer.hits] == ["140.1", "140.2"]
    assert dict(answer.facets["position"]) == {"supported": 1, "noted": 1}
    assert dict(answer.facets["from"]) == {"FRA": 2, "ESP": 1}
    assert dict(answer.facets["body"]) == {"HRC": 2}


def test_a_facet_that_does_not_exist_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="colour"):
        search(person(), "", facets={"colour": ["red"]})


def test_every_hit_is_on_exactly_one_page() -> None:
    keep(person(), printed(MANY, symbol="A/HRC/91/3"))
    seen, cursor, pages = [], "", []
    while True:
        answer = search(person(), "women", cursor=cursor)
        pages.append(len(answer.hits))
        seen += [hit.record.public_id for hit in answer.hits]
        if not answer.after:
            break
        cursor = answer.after
    assert pages == [20, 20, 6]
    assert len(set(seen)) == answer.total == 46
    assert answer.before == "20"


@pytest.mark.parametrize("cursor", ["-1", "x", "9" * 30, "²", "10001"])
def test_a_mistyped_cursor_is_no_error(cursor: str) -> None:
    assert search(person(), "women", cursor=cursor).total == 1


def test_the_words_found_are_marked() -> None:
    (hit,) = search(person(), "chồng đánh vợ").hits
    assert [shown.text for shown in hit.shown if shown.found] == ["domestic violence"]


@pytest.mark.parametrize("actor", [AnonymousUser(), None], ids=["public", "without a role"])
def test_who_may_read_nothing_finds_and_counts_nothing(actor: AnonymousUser | None) -> None:
    answer = search(actor or person(None), "women")
    assert (list(answer.hits), answer.total, answer.full) == ([], 0, 0)
    assert [name for name, counts in answer.facets.items() if counts] == []


def test_a_stale_index_shows_nothing_that_is_gone() -> None:
    search_index()
    Record.objects.filter(number="140.1").update(review_state="withdrawn")
    assert numbers("women") == []


def test_counts_are_those_of_an_answer_and_follow_what_changes() -> None:
    counted = ("position", "review", "state")

    def told(**chosen: list[str]) -> tuple[int, dict[str, list[tuple[str, int]]]]:
        total, facets = counts(person(), facets=chosen, counted=counted)
        answer = search(person(), "", facets=chosen, counted=counted, limit=0)
        assert (total, facets) == (answer.total, answer.facets)
        return total, {name: list(values) for name, values in facets.items()}

    total, facets = told()
    assert total == Record.objects.count() == sum(number for _, number in facets["review"])
    assert all(told(position=[value])[0] == number for value, number in facets["position"])
    before = dict(facets["review"])
    review.correct(person(), public_id="A-HRC-90-7-140.4", row_version=1, text="Protect the zebra")
    after = dict(told()[1]["review"])
    assert after == before | {"proposed": before["proposed"] - 1, "corrected": 1}


@pytest.mark.parametrize("actor", [AnonymousUser(), None], ids=["public", "without a role"])
def test_nothing_is_counted_for_who_may_read_nothing(actor: AnonymousUser | None) -> None:
    assert counts(actor or person(None), facets={}, counted=("state",)) == (0, {"state": ()})


@pytest.mark.parametrize("role", list(Role))
def test_what_is_found_is_what_may_be_seen(role: Role) -> None:
    who = person(role, username=f"one-{role}")
    seen = {record.pk for record in visible_to(who, Record.objects.all())}
    assert {hit.record.pk for hit in search(who, "").hits} == seen


@given(
    every=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True),
    without=st.lists(st.sampled_from(WORDS), max_size=2, unique=True),
)
@settings(max_examples=60)
def test_the_index_answers_as_the_database_does(every: list[str], without: list[str]) -> None:
    question = " AND ".join(every) + "".join(f" AND NOT {word}" for word in without)
    expected = set()
    for record in Record.objects.all():
        tokens = set(search_tokens(record.text))
        has = [search_tokens(word)[0] in tokens for word in every]
        lacks = [search_tokens(word)[0] not in tokens for word in without]
        if all(has) and all(lacks):
            expected.add(record.number)
    assert set(numbers(question)) == expected


def test_a_correction_is_found_at_once() -> None:
    assert numbers("zebra") == []
    review.correct(person(), public_id="A-HRC-90-7-140.4", row_version=1, text="Protect the zebra")
    assert numbers("zebra") == ["140.4"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("women", ["With “women” in any of its forms."]),
        ("land disputes", ["With all of “land”, “disputes” in any of their forms."]),
        ('"domestic violence"', ["With “domestic violence” in this order."]),
        ("women OR girls", ["With at least one of “women”, “girls”."]),
        ("-women", ["Without: With “women” in any of its forms."]),
        ("discriminat*", ["With a word that begins with “discriminat”."]),
        (
            "noted by Viet Nam cycle 3",
            ["Position: noted.", "State under review: Viet Nam.", "Cycle: 3."],
        ),
        ("*", ["Everything, because nothing in particular was asked for.", "Left out: “*”."]),
        (
            "tăng cường bạo lực giới",
            [
                "Preferably “tăng cường”: “strengthen”, “enhance”, “intensify”, “reinforce”.",
                "“bạo lực giới” as “gender-based violence”, “gender violence”, "
                "“violence against women”, “sexual violence”.",
            ],
        ),
    ],
)
def test_it_tells_how_a_question_was_understood(question: str, told: list[str]) -> None:
    assert sentences(search(person(), question).question) == told


def test_it_tells_so_in_the_readers_language() -> None:
    answer = search(person(), "from:Germany")
    with override("vi"):
        assert interpreted_as(answer.question) == "Quốc gia khuyến nghị: Đức."
