"""Records are given to bodies: one or 320 at once, with one undo, and nobody is overwritten."""

from __future__ import annotations

from datetime import date

import pytest

from tests import factories
from tests.factories import person
from tests.workspace_rows import assignment, body, entry, officer
from upheld.core.errors import Conflict, InputProblem, Refused
from upheld.core.items import ItemKind
from upheld.core.planning import AssignmentState, Part
from upheld.core.roles import Role
from upheld.services.assign import assign, set_parts
from upheld.services.assignment_list import assignment_list
from upheld.services.assignment_undo import can_undo, undo_assignments
from upheld.services.record_view import RecordView
from upheld.services.selection import Selection
from upheld.store.models import Assignment, Document, Event, Record
from upheld.store.queries.assignments import AssignmentFilter, addressed, coverage

pytestmark = pytest.mark.django_db

DAY = date(2027, 6, 30)


@pytest.fixture
def report() -> Document:
    return factories.report(6)


def named(report: Document, *numbers: int) -> Selection:
    return Selection(tuple(f"{report.slug}-140.{n}" for n in numbers))


def held(report: Document, number: int) -> list[tuple[str, str, str]]:
    """Body, part and state of each assignment of a record, as they were made."""
    rows = Assignment.objects.filter(record__public_id=f"{report.slug}-140.{number}").order_by("pk")
    return [(row.body.code.removeprefix("XSP-"), row.part, row.state) for row in rows]


def give(report: Document, *numbers: int, lead: str = "", support: tuple[str, ...] = (), **more):
    codes = [body(code).code for code in support]
    return assign(
        person(),
        selection=named(report, *numbers),
        lead=body(lead).code if lead else "",
        support=codes,
        **more,
    )


def test_a_lead_and_supporting_bodies_by_a_day(report):
    done = give(report, 1, 2, lead="MOJ", support=("MOH", "MOE"), due=DAY)
    assert (done.records, done.made, done.changed) == (2, 6, 0)
    parts = [("MOJ", "lead", "confirmed"), ("MOH", "support", "confirmed")]
    assert held(report, 1) == [*parts, ("MOE", "support", "confirmed")]
    assert set(Assignment.objects.values_list("due", "decided_by__username")) == {
        (DAY, "coordinator")
    }
    told = Event.objects.filter(change=done.change)
    assert set(told.values_list("action", "object_type")) == {("assignment.make", "assignment")}
    assert told.count() == 6


def test_everything_that_a_view_shows(report):
    done = assign(person(), selection=Selection(view=RecordView()), lead=body().code)
    assert done.made == 6


def test_the_same_again_changes_nothing(report):
    give(report, 1, lead="MOJ", support=("MOH",), due=DAY)
    head = Event.objects.count()
    assert give(report, 1, lead="MOJ", support=("MOH",), due=DAY).change is None
    assert Event.objects.count() == head


def test_what_asks_for_nothing_is_named(report):
    welcomed = report.records.get(number="140.2")
    welcomed.kind = ItemKind.POSITIVE
    welcomed.save()
    done = give(report, 1, 2, 3, lead="MOJ")
    assert (done.records, done.made, done.asking_nothing) == (3, 3, (welcomed.public_id,))
    assert coverage(addressed(Record.objects.all()))["led"] == 2


def test_another_lead_stays_unless_it_is_to_be_replaced(report):
    give(report, 1, lead="MOJ")
    done = give(report, 1, 2, lead="MOH")
    assert done.led_already == (f"{report.slug}-140.1",)
    assert (done.records, done.given, done.already) == (2, 1, 0)
    assert held(report, 1) == [("MOJ", "lead", "confirmed")]
    give(report, 1, lead="MOH", replace_lead=True)
    assert held(report, 1) == [("MOJ", "lead", "ended"), ("MOH", "lead", "confirmed")]


def test_every_record_of_a_selection_is_counted(report):
    give(report, 1, lead="MOJ")
    give(report, 2, lead="MOH")
    done = give(report, 1, 2, 3, lead="MOH")
    assert (done.given, done.already, len(done.led_already)) == (1, 1, 1)
    supported = give(report, 1, 2, lead="MOH", support=("MOE",))
    assert (supported.given, supported.already, len(supported.led_already)) == (2, 0, 1)


def test_a_supporting_body_comes_to_lead(report):
    give(report, 1, lead="MOJ", support=("MOH",))
    give(report, 1, lead="MOH", replace_lead=True)
    assert held(report, 1) == [("MOJ", "lead", "ended"), ("MOH", "lead", "confirmed")]


def test_a_lead_is_no_supporter_of_itself(report):
    give(report, 1, lead="MOJ", support=("MOJ",))
    assert held(report, 1) == [("MOJ", "lead", "confirmed")]


def test_a_confirmed_lead_declines_what_was_proposed(report):
    record = report.records.get(number="140.1")
    assignment(record, body("MOE"), state=AssignmentState.PROPOSED, part=Part.LEAD, due=None)
    give(report, 1, lead="MOJ")
    assert held(report, 1) == [("MOE", "lead", "declined"), ("MOJ", "lead", "confirmed")]


def test_one_undo_takes_the_whole_act_back(report):
    give(report, 1, lead="MOJ", due=DAY)
    done = give(report, 1, 2, 3, lead="MOH", support=("MOE",), replace_lead=True)
    assert can_undo(person(), done.change)
    assert undo_assignments(person(), change=done.change) == 7
    live = Assignment.objects.filter(state=AssignmentState.CONFIRMED)
    assert [(row.body.code, row.due) for row in live] == [("XSP-MOJ", DAY)]
    assert not can_undo(person(), done.change)
    with pytest.raises(Conflict):
        undo_assignments(person(), change=done.change)


def test_an_act_that_was_reported_on_is_not_undone(report):
    done = give(report, 1, lead="MOJ")
    entry(Assignment.objects.get())
    with pytest.raises(Conflict, match="begun to report"):
        undo_assignments(person(), change=done.change)


def test_nobody_undoes_what_another_did(report):
    done = give(report, 1, lead="MOJ")
    other = officer(Role.COORDINATOR, None, "second")
    with pytest.raises(InputProblem, match="nothing to undo"):
        undo_assignments(other, change=done.change)
    assert not can_undo(other, done.change)


def test_one_record_is_set_as_the_person_wants_it(report):
    give(report, 1, lead="MOJ", support=("MOH",), due=DAY)
    seen = dict(Assignment.objects.values_list("pk", "row_version"))
    body("MOE")
    set_parts(
        person(),
        public_id=f"{report.slug}-140.1",
        seen=seen,
        lead="XSP-MOH",
        support=["XSP-MOE"],
        due=None,
    )
    assert held(report, 1) == [
        ("MOJ", "lead", "ended"),
        ("MOH", "lead", "confirmed"),
        ("MOE", "support", "confirmed"),
    ]
    assert list(Assignment.objects.filter(state="confirmed").values_list("due", flat=True)) == [
        None,
        None,
    ]
    with pytest.raises(Conflict):
        set_parts(
            person(), public_id=f"{report.slug}-140.1", seen=seen, lead="XSP-MOJ", support=[],
            due=None,
        )  # fmt: skip


def test_parts_keep_their_own_days_when_the_day_is_not_changed(report):
    give(report, 1, lead="MOJ", due=date(2027, 1, 1))
    give(report, 1, support=("MOH",), due=date(2027, 3, 1))
    body("MOE")

    def set_to(due: date) -> set[tuple[str, date]]:
        set_parts(
            person(),
            public_id=f"{report.slug}-140.1",
            seen=dict(Assignment.objects.values_list("pk", "row_version")),
            lead="XSP-MOJ",
            support=["XSP-MOH", "XSP-MOE"],
            due=due,
        )
        return set(Assignment.objects.values_list("body__code", "due"))

    assert set_to(date(2027, 1, 1)) == {
        ("XSP-MOJ", date(2027, 1, 1)),
        ("XSP-MOH", date(2027, 3, 1)),
        ("XSP-MOE", date(2027, 1, 1)),
    }
    assert {due for _code, due in set_to(DAY)} == {DAY}


def test_an_assignment_ends_with_its_reason(report):
    give(report, 1, lead="MOJ")
    one = Assignment.objects.get()
    set_parts(
        person(),
        public_id=f"{report.slug}-140.1",
        seen={one.pk: one.row_version},
        lead="",
        support=[],
        due=None,
        reason="Given by mistake",
    )
    assert held(report, 1) == [("MOJ", "lead", "ended")]
    told = Event.objects.get(action="assignment.end")
    assert (told.difference, told.reason) == (
        {"state": ["confirmed", "ended"]},
        "Given by mistake",
    )


def test_a_body_that_no_longer_exists_gets_nothing(report):
    body("OLD", valid_to=date(2020, 1, 1))
    with pytest.raises(InputProblem, match="There is no body XSP-OLD today"):
        give(report, 1, lead="OLD")


def test_a_coordinator_of_a_ministry_assigns_only_there(report):
    who = officer(Role.COORDINATOR, body("MOJ"))
    assign(who, selection=named(report, 1), lead="XSP-MOJ")
    body("MOH")
    with pytest.raises(Refused):
        assign(who, selection=named(report, 2), lead="XSP-MOH")
    give(report, 3, lead="MOH")
    with pytest.raises(Refused):
        assign(who, selection=named(report, 3), lead="XSP-MOJ", replace_lead=True)
    assert held(report, 3) == [("MOH", "lead", "confirmed")]


def test_a_reader_assigns_nothing(report):
    with pytest.raises(Refused):
        assign(person(Role.READER), selection=named(report, 1), lead=body().code)


def test_the_counters_add_up(report):
    give(report, 1, 2, lead="MOJ")
    give(report, 3, support=("MOH",))
    assignment(report.records.get(number="140.4"), body("MOE"), state=AssignmentState.PROPOSED)
    found = assignment_list(person(Role.READER), AssignmentFilter())
    assert dict(found.coverage) == {"led": 2, "supported": 1, "proposed": 1, "nobody": 2}
    assert (found.records, found.page.paginator.count) == (6, 4)


def test_320_records_ask_the_database_as_little_as_20(django_assert_max_num_queries):
    big = factories.report(320, symbol="A/HRC/91/1")
    numbers = range(1, 321)
    body("MOJ")
    body("MOH")
    with django_assert_max_num_queries(30):
        done = give(big, *numbers, lead="MOJ", support=("MOH",))
    assert done.made == 640
