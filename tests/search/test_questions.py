"""The questions that quality is measured with, and those that no search may stumble over.

What they find among real recommendations is measured by ``bench/search.py --quality``; here they
are held against sentences of the project's own.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import tantivy
from hypothesis import given, settings
from hypothesis import strategies as st

from upheld.analysis.query import parse_question
from upheld.analysis.understanding import understand
from upheld.core.fold import fold
from upheld.store.search_index_engine import ask
from upheld.store.search_index_schema import (
    EVERYONE,
    FACETS,
    RESTRICTED,
    IndexRow,
    document_of,
    schema,
)

QUESTIONS = [
    json.loads(line)
    for line in (Path(__file__).parent / "questions.jsonl").read_text("utf-8").splitlines()
]

TEXTS = (
    "Protect every woman from violence",
    "Guarantee that women take part in public life",
    "Discriminate against nobody, whatever their origin",
    "Repeal the laws under which officials discriminated against minorities",
    "End discriminatory practices and all discrimination in schools",
    "Take children out of prisons, and reduce prison overcrowding",
    "Establish a moratorium on executions and abolish the death penalty",
    "Give every child a certificate of birth",
    "Adopt a law against domestic violence",
    "保障妇女的人权",
    "ضمان حقوق المرأة والطفل",
    "Bảo đảm quyền trẻ em ở vùng nông thôn",
    "Ratify OP-CAT and submit the report announced in A/HRC/90/7",
)


@pytest.fixture(scope="module")
def index() -> tantivy.Index:
    made = tantivy.Index(schema())
    writer = made.writer(15_000_000, 1)
    for key, text in enumerate(TEXTS):
        themes = ("Death penalty",) if "death" in text else ("Equality", "Women's rights")
        writer.add_document(
            document_of(
                IndexRow(
                    key,
                    text,
                    number=f"140.{key}",
                    symbols=("a/hrc/90/7",),
                    states=("XSP",),
                    recommending=("FRA",) if key % 2 else ("DEU", "FRA"),
                    themes=themes,
                    position="noted" if key % 3 else "supported",
                    cycle="3",
                    kind="recommendation",
                )
            )
        )
    writer.commit()
    made.reload()
    return made


def found(index: tantivy.Index, question: str) -> list[int]:
    root = understand(parse_question(question)).root
    return sorted(key for key, _ in ask(index, root, visible=[EVERYONE], limit=50).hits)


ALL = list(range(len(TEXTS)))

# The twenty questions at which other tools failed or erred.
BATTERY = {
    "woman": [0, 1],
    "women": [0, 1],
    "discriminate": [2, 3, 4],
    "discrimination": [2, 3, 4],
    "discriminatory": [2, 3, 4],
    "women AND violence": [0],
    "violence NOT women": [8],
    "violence -woman": [8],
    '"domestic violence"': [8],
    "(child OR children) NOT prison": [7],
    "*": ALL,
    "AND": ALL,
    "!@#": ALL,
    "x" * 500: [],
    '"death penalty': [6],
    "((moratorium": [6],
    "المرأة": [10],
    "人权": [9],
    "tre em nong thon": [5, 7, 11],
    "discriminat*": [2, 3, 4],
}


@pytest.mark.parametrize("question", BATTERY, ids=lambda text: text[:20])
def test_the_battery(index: tantivy.Index, question: str) -> None:
    assert found(index, question) == BATTERY[question]


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("chồng đánh vợ", [8]),
        ("chong danh vo", [8]),
        ("nhà tù quá đông", [5]),
        ("bỏ án tử hình", [6]),
        ("quyền trẻ em", [5, 7, 11]),
        ("OPCAT", [12]),
        ("number:140.7", [7]),
        ("140.7", [7]),
        ("A/HRC/90/7", ALL),
        ("from:Germany", [0, 2, 4, 6, 8, 10, 12]),
        ("from:Germany NOT position:noted", [0, 6, 12]),
        ("theme:death", [6]),
        ('theme:"death penalty"', [6]),
        ("theme:penalty position:supported", [6]),
        ("state:FRA", []),
        ("year:1990", []),
        ("cycle:III AND women", [0, 1]),
        ("妇", [9]),
    ],
)
def test_what_officials_type(index: tantivy.Index, question: str, keys: list[int]) -> None:
    assert found(index, question) == keys


def test_words_in_a_row_ask_for_all_of_them_first(index: tantivy.Index) -> None:
    root = understand(parse_question("prison overcrowding children")).root
    answer = ask(index, root, visible=[EVERYONE])
    assert answer.full == 1
    assert answer.hits[0][0] == 5


def test_facets_count_what_was_found_and_nothing_else(index: tantivy.Index) -> None:
    answer = ask(index, parse_question("violence").root, visible=[EVERYONE], facets=FACETS)
    assert answer.total == 2
    assert dict(answer.facets["from"]) == {"FRA": 2, "DEU": 2}
    assert dict(answer.facets["position"]) == {"supported": 1, "noted": 1}
    narrowed = ask(
        index,
        parse_question("violence").root,
        visible=[EVERYONE],
        chosen={"position": ["noted"]},
        facets=FACETS,
    )
    assert narrowed.total == 1
    assert dict(narrowed.facets["position"]) == {"noted": 1}


def test_the_newest_come_first_when_asked() -> None:
    made = tantivy.Index(schema())
    writer = made.writer(15_000_000, 1)
    for key, day in enumerate(["2009-05-08", "2024-05-07", "2014-02-05", None]):
        when = date.fromisoformat(day) if day else None
        writer.add_document(document_of(IndexRow(key, "women", day=when, document=key)))
    writer.commit()
    made.reload()
    answer = ask(made, parse_question("women").root, visible=[EVERYONE], order_by="newest")
    assert [key for key, _ in answer.hits] == [1, 2, 0, 3]


def test_what_others_may_see_is_neither_found_nor_counted() -> None:
    made = tantivy.Index(schema())
    writer = made.writer(15_000_000, 1)
    writer.add_document(document_of(IndexRow(1, "women in the open", states=("XSP",))))
    writer.add_document(
        document_of(IndexRow(2, "women in secret", states=("FRA",), audience=("drafters",)))
    )
    writer.commit()
    made.reload()
    for question in ("women", "secret", "", "*", "state:FRA", "NOT open"):
        answer = ask(
            made,
            understand(parse_question(question)).root,
            visible=[EVERYONE],
            facets=FACETS,
        )
        assert 2 not in [key for key, _ in answer.hits]
        assert answer.total <= 1
        assert "FRA" not in dict(answer.facets["state"])


def test_the_mark_of_restricted_records_is_no_audience() -> None:
    with pytest.raises(ValueError, match="no audience"):
        document_of(IndexRow(1, "women", audience=(RESTRICTED,)))


@given(question=st.text(max_size=80))
@settings(max_examples=150)
def test_no_question_is_an_error(index: tantivy.Index, question: str) -> None:
    assert set(found(index, question)) <= set(ALL)


WORDS = st.sampled_from(["women", "violence", "laws", "prison", "children", "xyz"])


@given(one=WORDS, other=WORDS)
def test_not_is_exact(index: tantivy.Index, one: str, other: str) -> None:
    with_one = set(found(index, one))
    with_other = set(found(index, other))
    assert set(found(index, f"{one} AND {other}")) == with_one & with_other
    assert set(found(index, f"{one} OR {other}")) == with_one | with_other
    assert set(found(index, f"{one} NOT {other}")) == with_one - with_other
    assert set(found(index, f"NOT {one}")) == set(ALL) - with_one


def test_there_are_enough_questions_in_both_languages() -> None:
    counts = Counter(asked["language"] for asked in QUESTIONS)
    assert counts["vi"] >= 75
    assert counts["vi"] + counts["en"] >= 150
    assert len({asked["question"] for asked in QUESTIONS}) == len(QUESTIONS)


def languages_of(questions: list[str]) -> set[str]:
    return {understand(parse_question(question)).language for question in questions}


def test_vietnamese_is_told_by_its_marks() -> None:
    assert languages_of([q["question"] for q in QUESTIONS if q["language"] == "vi"]) == {"vi"}


def test_without_marks_it_is_told_where_the_glossary_knows_it() -> None:
    known = [q for q in QUESTIONS if q["language"] == "vi" and not q.get("kept_apart")]
    assert languages_of([fold(q["question"]) for q in known]) == {"vi"}
