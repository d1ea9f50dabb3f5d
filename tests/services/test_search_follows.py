"""Whatever is taken in, imported, corrected and split, the index answers as the database does.

It follows at some of the steps only, so that it catches up with one change and with many.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as laws
from hypothesis import strategies as st

from tests.factories import person
from tests.services.printed import printed
from tests.services.published import annotation, write
from upheld.core.positions import Position
from upheld.core.review import IN_FORCE
from upheld.core.search_tokens import search_tokens
from upheld.services import reshape, review
from upheld.services.import_published import import_list
from upheld.services.ingest import keep
from upheld.services.search import search
from upheld.store.models import Record
from upheld.store.search_check import differing_records
from upheld.store.search_index import search_index

pytestmark = pytest.mark.django_db

WORDS = ("zebra", "prison", "women")

# Which rows a list or document has, and which word each of them speaks of.
rows = st.dictionaries(st.integers(0, 4), st.sampled_from(WORDS), min_size=1)
steps = st.one_of(
    st.tuples(st.just("import"), rows),
    st.tuples(st.just("document"), rows),  # a later version withdraws what it does not have
    st.tuples(st.just("correct"), st.integers(0, 4), st.sampled_from(WORDS)),
    st.tuples(st.just("split"), st.integers(0, 4)),
    st.tuples(st.just("ask")),
)


@given(taken=st.lists(steps, min_size=1, max_size=6))
@laws(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_index_follows_the_database(settings, tmp_path: Path, taken: list[tuple]) -> None:
    settings.UPHELD_DATA = tmp_path
    for step in taken:
        _take(step, tmp_path)
    in_force = {record.pk: record for record in Record.objects.filter(review_state__in=IN_FORCE)}
    for word in WORDS:
        token = search_tokens(word)[0]
        expected = {pk for pk, record in in_force.items() if token in search_tokens(record.text)}
        answer = search(person(), word, limit=200, counted=("position",))
        assert {hit.record.pk for hit in answer.hits} == expected
        assert answer.total == len(expected)
        held = [in_force[pk].current_position for pk in expected]
        noted = sum(entry is not None and entry.value == Position.NOTED for entry in held)
        assert dict(answer.facets["position"]).get("noted", 0) == noted
    assert differing_records() == []


def _take(step: tuple, folder: Path) -> None:
    who = person()
    match step:
        case ("import", said):
            made = [annotation(n, Text=f"{n}.Protect {word} {n}") for n, word in said.items()]
            import_list(who, path=write(folder, made))
        case ("document", said):
            lines = [
                (f"140.{n}", f"Protect every {word} and the law", "FRA", Position.NOTED)
                for n, word in sorted(said.items())
            ]
            keep(who, printed(lines))
        case ("correct" | "split" as act, n, *words):
            record = Record.objects.filter(number=f"140.{n}", review_state__in=IN_FORCE).first()
            if record is None:
                return
            seen = {"public_id": record.public_id, "row_version": record.row_version}
            if act == "correct":
                review.correct(who, **seen, text=f"Protect every {words[0]} and the river")
            elif " and the " in record.text:
                reshape.split(who, **seen, at=record.text.index(" and the "))
        case _:
            search_index()
