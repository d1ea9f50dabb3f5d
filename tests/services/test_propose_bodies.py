"""Proposals of bodies: from a table, then from what people confirmed; decided by a person."""

from __future__ import annotations

import pytest

from tests import factories
from tests.factories import person
from tests.workspace_rows import assignment, body
from upheld.core.errors import InputProblem, Refused
from upheld.core.labels import LabelSource
from upheld.core.national_bodies import NationalBodyKind
from upheld.core.planning import AssignmentState, Part
from upheld.core.roles import Role
from upheld.services.assignment_undo import undo_assignments
from upheld.services.propose_bodies import confirm_above, decide, propose_bodies, waiting
from upheld.services.selection import Selection
from upheld.store.models import Assignment, Document, Label, Record, Term

pytestmark = pytest.mark.django_db


@pytest.fixture
def report() -> Document:
    document = factories.report(6)
    for record in document.records.all():
        label(record, "Death penalty" if record.number in {"140.1", "140.2"} else "Right to food")
    body("MOJ")
    body("MOH")
    body("MPS", kind=NationalBodyKind.MINISTRY, names={"en": "Ministry of Public Security"})
    return document


def label(record: Record, value: str) -> None:
    term, _made = Term.objects.get_or_create(taxonomy="theme", value=value)
    Label.objects.create(record=record, term=term, source=LabelSource.PERSON)


def proposed() -> list[tuple[str, str, str]]:
    return sorted(
        (one.record.number, one.body.code.removeprefix("XSP-"), one.part)
        for one in waiting(person())
    )


def test_a_fresh_folder_is_proposed_from_the_table(report):
    done = propose_bodies(person())
    assert (done.records, done.made, done.silent) == (6, 4, 4)
    assert proposed() == [
        ("140.1", "MOJ", "lead"),
        ("140.1", "MPS", "support"),
        ("140.2", "MOJ", "lead"),
        ("140.2", "MPS", "support"),
    ]
    why = Assignment.objects.filter(part=Part.LEAD)[0].why
    assert why == [{"label": "Death penalty", "times": 0, "of": 0, "table": True}]


def test_the_same_again_proposes_nothing_new(report):
    propose_bodies(person())
    assert propose_bodies(person()).change is None


def test_confirmed_assignments_teach(report):
    for record in report.records.filter(number__in=["140.3", "140.4", "140.5"]):
        assignment(record, body("MOH"))
    propose_bodies(person(), selection=Selection((f"{report.slug}-140.6",)))
    one = Assignment.objects.get(state=AssignmentState.PROPOSED)
    assert (one.body.code, one.why[0]["times"], one.why[0]["of"]) == ("XSP-MOH", 3, 3)
    assert one.score == 0.6


def test_a_person_confirms_with_a_day_and_one_undo(report):
    propose_bodies(person())
    leads = list(Assignment.objects.filter(part=Part.LEAD).values_list("pk", flat=True))
    done = decide(person(), assignments=leads, confirm=True)
    assert done.decided == 2
    assert Assignment.objects.filter(state=AssignmentState.CONFIRMED).count() == 2
    undo_assignments(person(), change=done.change)
    assert Assignment.objects.filter(state=AssignmentState.PROPOSED).count() == 4


def test_what_was_declined_is_not_proposed_again(report):
    propose_bodies(person())
    lead = Assignment.objects.get(record__number="140.1", part=Part.LEAD)
    decide(person(), assignments=[lead.pk], confirm=False)
    propose_bodies(person())
    assert ("140.1", "MOJ", "lead") not in proposed()


def test_an_undone_run_can_be_made_again(report):
    first = propose_bodies(person())
    undo_assignments(person(), change=first.change)
    assert proposed() == []
    assert propose_bodies(person()).made == 4


def test_only_sure_ones_are_confirmed_together(report):
    propose_bodies(person())
    with pytest.raises(InputProblem):
        confirm_above(person(), score=0.8)
    Assignment.objects.filter(record__number="140.1", part=Part.LEAD).update(score=0.81)
    Assignment.objects.filter(record__number="140.2", part=Part.LEAD).update(score=0.8)
    assert confirm_above(person(), score=0.8).decided == 1


def test_a_lead_that_came_in_the_meantime_stays(report):
    propose_bodies(person())
    assignment(report.records.get(number="140.1"), body("MOH"), part=Part.LEAD)
    leads = list(
        Assignment.objects.filter(state="proposed", part=Part.LEAD).values_list("pk", flat=True)
    )
    done = decide(person(), assignments=leads, confirm=True)
    assert (done.decided, done.left) == (1, 1)


def test_records_with_a_lead_are_passed_over(report):
    assignment(report.records.get(number="140.1"), body("MOH"))
    propose_bodies(person(), selection=Selection((f"{report.slug}-140.1",)))
    assert proposed() == []


def test_a_national_institution_is_told_nothing(report):
    commission = body("NHRI")
    for record in report.records.filter(number__in=["140.3", "140.4", "140.5"]):
        assignment(record, commission)
    propose_bodies(person(), selection=Selection((f"{report.slug}-140.6",)))
    assert proposed() == []


def test_a_reader_decides_nothing(report):
    propose_bodies(person())
    with pytest.raises(Refused):
        propose_bodies(person(Role.READER))
    with pytest.raises(Refused):
        decide(person(Role.READER), assignments=[1], confirm=True)
