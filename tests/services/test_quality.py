"""The quality sheet in plain words, and the counts behind it."""

from __future__ import annotations

import pytest

from tests.factories import person
from tests.services.printed import THREE, printed
from upheld.core.findings import Finding
from upheld.core.positions import Position
from upheld.services import review
from upheld.services.ingest import keep
from upheld.services.quality import sentences
from upheld.store.models import Document
from upheld.store.queries.quality import NumberRun, number_runs, quality

pytestmark = pytest.mark.django_db


def said() -> list[str]:
    return sentences(quality(Document.objects.get()))


def test_a_report_that_reconciles():
    lines = [
        (*THREE[0], Position.SUPPORTED),
        (*THREE[1], Position.NOTED),
        (*THREE[2], Position.PENDING),
    ]
    keep(person(), printed(lines, declared={"received": 3, "supported": 1}))
    review.confirm(person(), public_id="A-HRC-90-7-140.1", row_version=2)
    assert said() == [
        "The document says it has 3; 3 were found.",
        "The document says that 1 are supported; 1 were found.",
        "1 are noted.",
        "1 wait for an answer.",
        "Numbers 140.1 to 140.3 are complete.",
        "1 of 3 records are checked by a person.",
        "No finding is open.",
    ]
    assert quality(Document.objects.get()).reconciles


def test_a_report_with_a_gap_another_total_and_a_strange_name():
    strange = Finding("state.unrecognised", 1, {"number": "140.1", "name": "Atlantis"})
    lines = [THREE[0], ("140.4", *THREE[1][1:])]
    keep(person(), printed(lines, declared={"received": 4}, findings=[strange]))
    assert said() == [
        "The document says it has 4; 2 were found.",
        "Between 140.1 and 140.4 these numbers are missing: 140.2, 140.3.",
        "0 of 2 records are checked by a person.",
        "1 name of a State was not recognised.",
        "1 finding is open.",
    ]
    assert not quality(Document.objects.get()).reconciles


def test_rows_without_numbers_count_each():
    keep(person(), printed([("", line[1], line[2]) for line in THREE]))
    assert said()[0] == "3 items were found."


def test_the_sheet_takes_two_queries(django_assert_num_queries):
    keep(person(), printed(THREE))
    document = Document.objects.select_related("current_version").get()
    with django_assert_num_queries(2):
        quality(document)


def test_numbers_run_by_paragraph():
    assert number_runs(["121.1", "121.3", "122.1", "122.2", "7", "12 (a)"]) == [
        NumberRun("121.1", "121.3", 2, ("121.2",)),
        NumberRun("122.1", "122.2", 2, ()),
        NumberRun("7", "7", 1, ()),
    ]
