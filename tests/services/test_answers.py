"""Addenda and thematic lists: every number finds its recommendation or is a finding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.factories import person
from tests.services.printed import ADDENDUM, REPORT, THREE, again, printed, printed_answer
from upheld.core.facts import DocumentKind
from upheld.core.findings import Finding
from upheld.core.positions import Position
from upheld.services import review
from upheld.services.ingest import keep
from upheld.services.verify import verify
from upheld.store.models import Document, DocumentFinding, Label, PositionEntry, Record

pytestmark = pytest.mark.django_db

YES, NO, LATER = Position.SUPPORTED, Position.NOTED, Position.PENDING
PENDING = [(*line, LATER) for line in THREE]


def answer(*numbers: tuple[str, Position]) -> list:
    return [(number, "", "", position) for number, position in numbers]


def positions() -> dict[str, str | None]:
    rows = Record.objects.order_by("order")
    return dict(rows.values_list("number", "current_position__value"))


def open_findings() -> list[tuple[str, str]]:
    rows = DocumentFinding.objects.filter(state="open").order_by("pk")
    return [(row.code, row.arguments.get("number", row.arguments.get("symbol"))) for row in rows]


ALL_ANSWERED = answer(("140.1", YES), ("140.2", NO), ("140.3", YES))


def test_the_addendum_answers_what_the_report_left_open():
    keep(person(), printed(PENDING))
    report = keep(person(), printed_answer(ALL_ANSWERED))
    assert (report.positions, report.added, report.findings) == (3, (), ())
    assert positions() == {"140.1": "supported", "140.2": "noted", "140.3": "supported"}
    assert Document.objects.get(symbol=ADDENDUM).relates_to.symbol == REPORT
    assert verify(person()) == []


def test_the_earlier_position_stays_in_the_history():
    keep(person(), printed(PENDING))
    keep(person(), printed_answer(ALL_ANSWERED))
    entries = PositionEntry.objects.filter(record__number="140.2")
    assert [(e.value, e.source.symbol, e.supersedes_id) for e in entries] == [
        ("pending", REPORT, None),
        ("noted", ADDENDUM, entries[0].pk),
    ]


def test_an_addendum_before_its_report_waits_for_it():
    first = keep(person(), printed_answer(ALL_ANSWERED))
    assert [f.code for f in first.findings] == ["document.report_missing"]
    report = keep(person(), printed(PENDING))
    assert report.positions == 3
    assert positions() == {"140.1": "supported", "140.2": "noted", "140.3": "supported"}
    assert open_findings() == []


def test_a_new_version_of_the_report_keeps_the_answers_and_takes_those_that_were_missing():
    keep(person(), printed(PENDING[:2]))
    keep(person(), printed_answer(ALL_ANSWERED))
    assert open_findings() == [("position.unmatched", "140.3")]
    report = keep(person(), printed(PENDING))
    assert report.positions == 1
    assert positions() == {"140.1": "supported", "140.2": "noted", "140.3": "supported"}
    assert open_findings() == []


def test_numbers_without_their_paragraph_find_it():
    keep(person(), printed(PENDING))
    keep(person(), printed_answer(answer(("1", YES), ("2", NO), ("3", YES))))
    assert positions() == {"140.1": "supported", "140.2": "noted", "140.3": "supported"}


def test_a_bare_number_belongs_to_the_list_that_waits_for_an_answer():
    supported = [(f"139.{n}", f"Adopt law number {n * 37}", "CHL", YES) for n in (1, 2)]
    keep(person(), printed([*supported, *PENDING]))
    keep(person(), printed_answer(answer(("1", NO), ("2", NO), ("3", NO))))
    assert positions() == {
        "139.1": "supported",
        "139.2": "supported",
        "140.1": "noted",
        "140.2": "noted",
        "140.3": "noted",
    }


def test_a_bare_number_that_fits_two_waiting_lists_is_a_finding():
    keep(person(), printed([("139.1", "Adopt a law on asylum", "CHL", LATER), *PENDING]))
    report = keep(person(), printed_answer(answer(("1", YES), ("2", YES), ("3", YES))))
    assert [(f.code, f.arguments.get("number")) for f in report.findings] == [
        ("position.ambiguous", "1"),
        ("position.unanswered", "139.1"),
        ("position.unanswered", "140.1"),
    ]


def test_a_number_that_the_report_does_not_have_is_a_finding():
    keep(person(), printed(PENDING))
    report = keep(person(), printed_answer([*ALL_ANSWERED, *answer(("140.4", YES))]))
    assert [(f.code, f.arguments["number"]) for f in report.findings] == [
        ("position.unmatched", "140.4")
    ]


def test_a_number_that_gets_no_answer_is_a_finding():
    keep(person(), printed(PENDING))
    report = keep(person(), printed_answer(ALL_ANSWERED[:2]))
    assert [(f.code, f.arguments["number"]) for f in report.findings] == [
        ("position.unanswered", "140.3")
    ]


def test_the_answer_counts_for_all_parts_of_a_number():
    keep(person(), printed([*PENDING, ("140.3", "Abolish the death penalty", "CHL", LATER)]))
    keep(person(), printed_answer(ALL_ANSWERED))
    both = Record.objects.filter(number="140.3")
    assert [record.current_position.value for record in both] == ["supported", "supported"]


def test_a_thematic_list_labels_records_and_does_not_overrule_the_state():
    keep(person(), printed(PENDING))
    keep(person(), printed_answer(ALL_ANSWERED))
    listed = answer(("140.1", YES), ("140.2", YES), ("140.3", YES))
    report = keep(
        person(),
        printed_answer(
            listed, kind=DocumentKind.THEMATIC_LIST, symbol="", themes=("Death penalty",)
        ),
    )
    assert report.labels == 3
    assert Label.objects.filter(term__value="Death penalty", source="document").count() == 3
    assert positions()["140.2"] == "noted"
    assert [(f.code, f.message) for f in report.findings] == [
        (
            "position.differs",
            "Number 140.2 is supported here and noted in A/HRC/90/7/Add.1.",
        )
    ]
    stated = PositionEntry.objects.filter(record__number="140.2").values_list("value", flat=True)
    assert list(stated) == ["pending", "noted", "supported"]


def test_a_thematic_list_answers_where_nobody_else_has():
    keep(person(), printed(PENDING))
    listed = answer(("140.1", YES), ("140.2", NO), ("140.3", YES))
    keep(person(), printed_answer(listed, kind=DocumentKind.THEMATIC_LIST, symbol=""))
    assert positions() == {"140.1": "supported", "140.2": "noted", "140.3": "supported"}
    report = keep(person(), printed_answer(ALL_ANSWERED))
    assert report.findings == ()
    held = Record.objects.get(number="140.1").current_position
    assert held.source.symbol == ADDENDUM


def test_a_position_entered_by_a_person_holds_over_documents():
    keep(person(), printed(PENDING))
    review.correct(person(), public_id="A-HRC-90-7-140.1", row_version=2, position=NO)
    report = keep(person(), printed_answer(ALL_ANSWERED))
    assert positions()["140.1"] == "noted"
    assert [f.code for f in report.findings] == ["position.differs"]


def test_the_same_answer_in_another_file_adds_no_entry():
    keep(person(), printed(PENDING))
    keep(person(), printed_answer(ALL_ANSWERED))
    report = keep(person(), again(printed_answer(ALL_ANSWERED), "addendum.docx"))
    assert report.positions == 0
    assert PositionEntry.objects.count() == 6


def test_a_number_that_is_answered_in_parts_has_one_finding():
    keep(person(), printed(PENDING))
    parts = Finding("position.in_parts", 1, {"number": "140.3", "words": "accepts; cannot accept"})
    lines = [*ALL_ANSWERED[:2], ("140.3", "", "", None)]
    report = keep(person(), printed_answer(lines, findings=[parts]))
    assert [f.code for f in report.findings] == ["position.in_parts"]
    assert positions()["140.3"] == "pending"


def cited(lines: list, place: str):
    """A thematic list whose numbers all cite one place of an addendum."""
    read = printed_answer(lines, kind=DocumentKind.THEMATIC_LIST, symbol="A/HRC/90/7/Add.9")
    facts = read.facts
    items = tuple(replace(item, position_paragraph=place) for item in facts.items)
    return replace(read, yielded={**read.yielded, "facts": replace(facts, items=items).to_dict()})


@pytest.mark.parametrize("first", ["addendum", "list"])
def test_a_list_that_cites_another_paragraph_gets_a_finding(first: str):
    papers = [printed_answer(ALL_ANSWERED), cited(ALL_ANSWERED[:1], f"{ADDENDUM} - Para. 13")]
    keep(person(), printed(PENDING))
    for paper in papers if first == "addendum" else reversed(papers):
        keep(person(), paper)
    assert open_findings() == [("position.source_differs", "140.1")]
    assert positions() == {"140.1": "supported", "140.2": "noted", "140.3": "supported"}


def test_a_list_that_cites_the_stated_paragraph_agrees():
    keep(person(), printed(PENDING))
    keep(person(), cited(ALL_ANSWERED, f"{ADDENDUM} - Para.12"))
    keep(person(), printed_answer(ALL_ANSWERED))
    assert open_findings() == []


def test_a_label_that_two_documents_give_is_one_label():
    keep(person(), printed(PENDING))
    listed = answer(("140.1", YES), ("140.2", NO), ("140.3", YES))
    kind = DocumentKind.THEMATIC_LIST
    keep(person(), printed_answer(listed, kind=kind, symbol="", themes=("Death penalty",)))
    addendum = printed_answer(ALL_ANSWERED, themes=("Death penalty", "Prisons"))
    assert keep(person(), addendum).labels == 3
    assert Label.objects.count() == 6
