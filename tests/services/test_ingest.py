"""Taking documents in: what becomes a record, what a second version changes, what is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.factories import person
from tests.services.printed import THREE, again, printed
from upheld.core.errors import Refused
from upheld.core.facts import DocumentKind
from upheld.core.findings import Finding
from upheld.core.items import ItemKind
from upheld.core.positions import Position
from upheld.core.review import FindingState, ReviewState
from upheld.core.roles import Role
from upheld.services import history, review
from upheld.services.ingest import keep
from upheld.services.ingest_report import Outcome
from upheld.services.reshape import merge, split
from upheld.services.verify import verify
from upheld.store.models import (
    Document,
    DocumentFinding,
    DocumentVersion,
    Event,
    Record,
    StoredFile,
)

pytestmark = pytest.mark.django_db


def texts() -> dict[str, str]:
    return dict(Record.objects.values_list("public_id", "text"))


def changed(lines, n, text):
    """``lines`` with another text at ``n``."""
    lines = list(lines)
    lines[n] = (lines[n][0], text, *lines[n][2:])
    return lines


def test_each_item_is_a_record_that_leads_to_its_words():
    report = keep(person(), printed(THREE))
    assert (report.outcome, report.added) == (
        Outcome.NEW,
        ("A-HRC-90-7-140.1", "A-HRC-90-7-140.2", "A-HRC-90-7-140.3"),
    )
    record = Record.objects.get(public_id="A-HRC-90-7-140.2")
    assert record.text == "Strengthen the independence of the judiciary"
    assert record.printed == "140.2 Strengthen the independence of the judiciary (DEU);"
    assert [row.iso3 for row in record.states.all()] == ["DEU"]
    assert record.review_state == ReviewState.PROPOSED
    assert verify(person()) == []


def test_the_document_carries_its_first_page():
    keep(person(), printed(THREE, declared={"received": 3}))
    document = Document.objects.get()
    assert (document.symbol, document.kind, document.cycle, document.session) == (
        "A/HRC/90/7",
        DocumentKind.UPR_REPORT,
        4,
        51,
    )
    assert [row.iso3 for row in document.states_under_review.all()] == ["XSP"]
    assert document.declared == {"received": 3}
    assert document.current_version.number == 1


def test_the_same_file_again_changes_nothing():
    keep(person(), printed(THREE))
    before = (texts(), history.head(), list(DocumentVersion.objects.values_list("pk", flat=True)))
    report = keep(person(), printed(THREE))
    assert (report.outcome, report.unchanged) == (Outcome.UNCHANGED, 3)
    after = (texts(), history.head(), list(DocumentVersion.objects.values_list("pk", flat=True)))
    assert before == after


def test_the_same_words_in_another_file_change_no_record():
    keep(person(), printed(THREE))
    review.confirm(person(), public_id="A-HRC-90-7-140.1", row_version=1)
    report = keep(person(), again(printed(THREE), "report.docx"))
    assert (report.outcome, report.changed, report.unchanged) == (Outcome.NEW_VERSION, (), 3)
    record = Record.objects.get(public_id="A-HRC-90-7-140.1")
    assert (record.review_state, record.version.number) == (ReviewState.CONFIRMED, 2)


def test_a_dry_run_says_everything_and_keeps_nothing():
    report = keep(person(), printed(THREE), dry_run=True)
    assert (report.dry_run, len(report.added)) == (True, 3)
    assert not Document.objects.exists()
    assert not StoredFile.objects.exists()
    assert keep(person(), printed(THREE)).outcome == Outcome.NEW


def test_a_corrected_version_keeps_ids_and_shows_what_changed():
    keep(person(), printed(THREE))
    corrected = changed(THREE, 0, "Ratify the Convention against Torture and its Protocol")
    report = keep(person(), printed(corrected, symbol="A/HRC/90/7/Rev.1"))
    assert (report.outcome, report.changed, report.unchanged) == (
        Outcome.NEW_VERSION,
        ("A-HRC-90-7-140.1",),
        2,
    )
    assert texts()["A-HRC-90-7-140.1"] == "Ratify the Convention against Torture and its Protocol"
    assert Document.objects.get().symbol == "A/HRC/90/7/Rev.1"
    event = Event.objects.get(action="record.update")
    assert event.difference["text"] == [
        "Ratify the Convention against Torture",
        "Ratify the Convention against Torture and its Protocol",
    ]
    assert DocumentVersion.objects.get(number=2).changes == {
        "added": [],
        "changed": ["A-HRC-90-7-140.1"],
        "withdrawn": [],
        "unchanged": 2,
    }


def test_new_words_are_to_be_checked_again():
    keep(person(), printed(THREE))
    review.confirm(person(), public_id="A-HRC-90-7-140.1", row_version=1)
    keep(person(), printed(changed(THREE, 0, "Ratify the Convention against Torture soon")))
    record = Record.objects.get(public_id="A-HRC-90-7-140.1")
    assert (record.review_state, record.reviewed_by) == (ReviewState.PROPOSED, None)


def test_an_item_that_is_gone_stays_as_withdrawn():
    keep(person(), printed(THREE))
    report = keep(person(), printed(THREE[:2]))
    assert report.withdrawn == ("A-HRC-90-7-140.3",)
    assert Record.objects.get(number="140.3").review_state == ReviewState.WITHDRAWN
    assert [f.code for f in report.findings] == ["record.withdrawn"]


def test_a_correction_by_hand_is_not_overwritten():
    keep(person(), printed(THREE))
    review.correct(
        person(), public_id="A-HRC-90-7-140.1", row_version=1, text="Ratify the Convention (CAT)"
    )
    report = keep(person(), printed(changed(THREE, 0, "Ratify the Convention against Torture now")))
    record = Record.objects.get(public_id="A-HRC-90-7-140.1")
    assert record.text == "Ratify the Convention (CAT)"
    assert record.proposed["text"] == "Ratify the Convention against Torture now"
    assert [(f.code, f.arguments["record"]) for f in report.findings] == [
        ("record.conflict", "A-HRC-90-7-140.1")
    ]


def test_a_correction_by_hand_stands_without_a_finding_where_the_words_did_not_change():
    keep(person(), printed(THREE))
    review.correct(person(), public_id="A-HRC-90-7-140.1", row_version=1, states=["FRA"])
    report = keep(person(), again(printed(THREE), "report.docx"))
    record = Record.objects.get(public_id="A-HRC-90-7-140.1")
    assert [row.iso3 for row in record.states.all()] == ["FRA"]
    assert (report.findings, record.review_state) == ((), ReviewState.CORRECTED)


def test_a_final_report_keeps_the_ids_of_its_draft():
    draft = [(f"6.{line[0].split('.')[1]}", *line[1:]) for line in THREE]
    keep(person(), printed(draft, symbol="A/HRC/WG.6/51/L.3"))
    report = keep(person(), printed(THREE))
    assert (report.outcome, report.added, len(report.changed)) == (Outcome.NEW_VERSION, (), 3)
    document = Document.objects.get()
    assert (document.symbol, document.slug) == ("A/HRC/90/7", "A-HRC-WG.6-51-L.3")
    assert list(Record.objects.order_by("order").values_list("public_id", "number")) == [
        ("A-HRC-WG.6-51-L.3-6.1", "140.1"),
        ("A-HRC-WG.6-51-L.3-6.2", "140.2"),
        ("A-HRC-WG.6-51-L.3-6.3", "140.3"),
    ]


def test_reports_of_two_states_at_one_session_stay_apart():
    keep(person(), printed(THREE, symbol="A/HRC/WG.6/51/L.3", states=("VNM",)))
    report = keep(person(), printed(THREE, symbol="A/HRC/90/7", states=("XSP",)))
    assert report.outcome == Outcome.NEW


def test_an_inserted_item_moves_numbers_and_keeps_words_with_their_ids():
    keep(person(), printed(THREE))
    inserted = [
        THREE[0],
        ("140.2", "Abolish the death penalty for all crimes", "CHL"),
        ("140.3", *THREE[1][1:]),
        ("140.4", *THREE[2][1:]),
    ]
    report = keep(person(), printed(inserted))
    assert report.added == ("A-HRC-90-7-140.2-p2",)
    assert Record.objects.get(public_id="A-HRC-90-7-140.2").number == "140.3"


def test_a_corrigendum_of_one_item_leaves_the_others():
    keep(person(), printed(THREE))
    one = changed(THREE, 1, "Strengthen the independence of judges and lawyers")[1:2]
    report = keep(person(), printed(one, symbol="A/HRC/90/7/Corr.1"))
    assert (report.changed, report.withdrawn) == (("A-HRC-90-7-140.2",), ())
    assert [f.code for f in report.findings] == ["document.partial_correction"]
    assert Document.objects.get().symbol == "A/HRC/90/7"
    assert verify(person()) == []


def test_another_language_is_another_document():
    keep(person(), printed(THREE))
    report = keep(person(), printed(THREE, language="fr"))
    assert (report.outcome, report.slug) == (Outcome.NEW, "A-HRC-90-7-fr")


def test_a_number_printed_twice_is_two_records():
    report = keep(person(), printed([*THREE, ("140.3", "Abolish the death penalty", "CHL")]))
    assert report.added[-1] == "A-HRC-90-7-140.3-p2"


def test_commitments_are_records_of_their_own_kind():
    keep(person(), printed(THREE, pledges=[("9", "To ratify the Convention", "")]))
    pledge = Record.objects.get(kind=ItemKind.PLEDGE)
    assert pledge.public_id == "A-HRC-90-7-9-pledge"


def test_a_table_without_symbol_is_known_by_its_name():
    table = printed(THREE, symbol="", kind=DocumentKind.NATIONAL_TABLE, name="Khuyến nghị.xlsx")
    assert keep(person(), table).slug == "khuyen-nghi-XSP"
    newer = printed(THREE[:2], symbol="", kind=DocumentKind.NATIONAL_TABLE, name="Khuyến nghị.xlsx")
    assert keep(person(), newer).outcome == Outcome.NEW_VERSION


def test_a_hint_names_a_document_without_symbol_and_questions_another():
    assert keep(person(), printed(THREE, symbol="", hint="A/HRC/90/7")).slug == "A-HRC-90-7"
    report = keep(person(), printed(THREE, symbol="A/HRC/90/8", hint="A/HRC/90/7"))
    assert [f.code for f in report.findings] == ["document.symbol_differs"]


def test_positions_of_the_report_begin_the_history_of_positions():
    lines = [(*THREE[0], Position.SUPPORTED), (*THREE[1], Position.PENDING), THREE[2]]
    keep(person(), printed(lines))
    assert list(
        Record.objects.order_by("order").values_list(
            "current_position__value", "current_position__words", "current_position__paragraph"
        )
    ) == [("supported", "as printed", "12"), ("pending", "as printed", "12"), (None, None, None)]


def test_a_settled_finding_stays_settled_in_the_next_version():
    gap = Finding("number.gap", 1, {"missing": "140.4", "after": "140.3"})
    keep(person(), printed(THREE, findings=[gap]))
    DocumentFinding.objects.update(state=FindingState.DISMISSED, note="not printed")
    keep(person(), again(printed(THREE, findings=[gap]), "report.docx"))
    assert list(DocumentFinding.objects.order_by("pk").values_list("state", "note")) == [
        ("dismissed", "not printed"),
        ("dismissed", "not printed"),
    ]


def test_open_findings_of_the_earlier_version_are_superseded():
    gap = Finding("number.gap", 1, {"missing": "140.4", "after": "140.3"})
    keep(person(), printed(THREE, findings=[gap]))
    keep(person(), again(printed(THREE), "report.docx"))
    assert DocumentFinding.objects.get().state == FindingState.SUPERSEDED


def test_a_finding_inside_an_item_stands_at_its_record():
    read = printed(THREE)
    span = read.facts.items[1].span
    finding = Finding("state.unrecognised", 1, {"number": "140.2", "name": "Atlantis"}, *span)
    facts = replace(read.facts, findings=(finding,)).to_dict()
    keep(person(), replace(read, yielded={**read.yielded, "facts": facts}))
    assert DocumentFinding.objects.get().record.number == "140.2"


@pytest.mark.parametrize("role", [Role.READER, Role.ADMINISTRATOR, None])
def test_only_a_coordinator_adds_documents(role):
    with pytest.raises(Refused) as refusal:
        keep(person(role), printed(THREE))
    assert (refusal.value.message, refusal.value.next_step) == (
        "You may not add documents.",
        "Ask somebody who has one of these roles: coordinator.",
    )


def test_an_item_that_comes_back_has_its_old_id():
    keep(person(), printed(THREE))
    keep(person(), printed(THREE[:2]))
    report = keep(person(), again(printed(THREE), "report.docx"))
    assert (report.added, report.changed) == ((), ("A-HRC-90-7-140.3",))
    record = Record.objects.get(public_id="A-HRC-90-7-140.3")
    assert (record.review_state, record.version.number) == (ReviewState.PROPOSED, 3)
    assert verify(person()) == []


def test_records_of_a_split_or_merge_stand_when_a_new_version_comes():
    keep(person(), printed(THREE))
    split(person(), public_id="A-HRC-90-7-140.1", row_version=1, at=7)
    merge(person(), seen={"A-HRC-90-7-140.2": 1, "A-HRC-90-7-140.3": 1})
    before = dict(Record.objects.values_list("public_id", "review_state"))
    report = keep(person(), again(printed(THREE), "report.docx"))
    assert (report.changed, report.withdrawn, report.findings) == ((), (), ())
    assert dict(Record.objects.values_list("public_id", "review_state")) == before
    assert verify(person()) == []


def test_a_split_record_that_is_gone_takes_its_parts_along():
    keep(person(), printed(THREE))
    split(person(), public_id="A-HRC-90-7-140.1", row_version=1, at=7)
    report = keep(person(), printed(THREE[1:]))
    assert report.withdrawn == (
        "A-HRC-90-7-140.1",
        "A-HRC-90-7-140.1-p1",
        "A-HRC-90-7-140.1-p2",
    )


def test_the_order_of_the_report_stands_when_a_corrigendum_names_one_item():
    keep(person(), printed(THREE))
    corrected = changed(THREE, 2, "Take measures against trafficking in women and children")
    keep(person(), printed(corrected[2:], symbol="A/HRC/90/7/Corr.1"))
    assert list(Record.objects.order_by("order").values_list("number", flat=True)) == [
        "140.1",
        "140.2",
        "140.3",
    ]
