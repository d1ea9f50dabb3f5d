"""Bodies are renamed, merged and split in the middle of the work, and nothing is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from tests import factories
from tests.factories import person
from tests.workspace_rows import assignment, body, entry, officer
from upheld.core.body_rows import BodyRow
from upheld.core.entries import EntryState
from upheld.core.errors import Conflict, InputProblem, Refused
from upheld.core.national_bodies import NationalBodyKind, Succession
from upheld.core.planning import AssignmentState, Part
from upheld.core.roles import Action, Role
from upheld.services import history
from upheld.services.body_undo import undo_bodies
from upheld.services.permissions import allowed, visible_to
from upheld.services.succession import Succeeded, split, succeed
from upheld.store.models import Assignment, Body, Document, Entry, Event, Record, RoleBinding
from upheld.store.queries.bodies import LIVE

pytestmark = pytest.mark.django_db

DAY = date(2026, 7, 1)


@pytest.fixture
def report() -> Document:
    return factories.report(4)


def records(report: Document) -> list[Record]:
    return list(report.records.all())


def merge(*old: str, into: str | BodyRow, day: date = DAY, **more: bool) -> Succeeded:
    return succeed(
        officer(Role.ADMINISTRATOR),
        predecessors=dict.fromkeys(old),
        successor=into,
        kind=Succession.MERGED if len(old) > 1 or isinstance(into, str) else Succession.RENAMED,
        day=day,
        **more,
    )


def row(name: str) -> BodyRow:
    return BodyRow(code="", state="XSP", kind=NationalBodyKind.MINISTRY, names={"en": name})


def live() -> list[tuple[str, str, str]]:
    found = Assignment.objects.filter(state=AssignmentState.CONFIRMED).select_related(
        "body", "record"
    )
    return sorted((one.record.number, one.body.name_in("en"), one.part) for one in found)


def test_a_new_name_is_a_new_body_and_the_work_goes_over(report):
    first, second, *_rest = records(report)
    old = assignment(first, body("MOH"))
    assignment(second, body("MOH"), part=Part.SUPPORT)
    done = merge("XSP-MOH", into=row("Ministry of Health and Sport"))
    assert (done.moved.assignments, done.moved.joined) == (2, 0)
    assert live() == [
        ("140.1", "Ministry of Health and Sport", "lead"),
        ("140.2", "Ministry of Health and Sport", "support"),
    ]
    follower = Assignment.objects.get(follows=old)
    assert (follower.due, follower.part) == (old.due, old.part)
    gone = Body.objects.get(code="XSP-MOH")
    assert gone.valid_to == DAY - timedelta(days=1)
    link = gone.successions.get()
    assert (link.kind, link.day, link.successor) == ("renamed", DAY, done.successors[0])


def test_two_with_a_part_in_one_record_keep_one_and_the_greater(report):
    first = records(report)[0]
    assignment(first, body("MOH"), due=date(2027, 1, 1))
    assignment(first, body("MOE"), due=date(2026, 12, 1))
    done = merge("XSP-MOH", "XSP-MOE", into=row("Ministry of People"))
    assert (done.moved.assignments, done.moved.joined) == (1, 1)
    one = Assignment.objects.get(state=AssignmentState.CONFIRMED)
    assert (one.part, one.due) == ("lead", date(2026, 12, 1))


def test_a_draft_goes_over_and_what_was_signed_stays(report):
    first, second, third, fourth = records(report)
    draft = entry(assignment(first, body("MOH")))
    kept = [
        entry(assignment(record, body("MOH")), state=state)
        for record, state in [
            (second, EntryState.SUBMITTED),
            (third, EntryState.ACCEPTED),
            (fourth, EntryState.PUBLISHED),
        ]
    ]
    done = merge("XSP-MOH", into=body("MOE").code)
    assert (done.moved.drafts, done.moved.reports_kept) == (1, 3)
    draft.refresh_from_db()
    assert (draft.body.code, draft.body_name) == ("XSP-MOE", "Ministry of Education")
    assert draft.assignment.state == AssignmentState.CONFIRMED
    for one in kept:
        one.refresh_from_db()
        assert (one.body.code, one.body_name) == ("XSP-MOH", "Ministry of Health")


def test_a_second_draft_about_the_same_record_is_not_lost(report):
    first = records(report)[0]
    entry(assignment(first, body("MOH")), done="By health.")
    entry(assignment(first, body("MOE")), done="By education.")
    done = merge("XSP-MOH", into="XSP-MOE")
    assert (done.moved.drafts, done.moved.drafts_kept) == (0, 1)
    assert set(Entry.objects.values_list("done", flat=True)) == {"By health.", "By education."}


def test_bodies_below_come_under_the_successor_and_people_are_counted(report):
    officer(Role.FOCAL_POINT, body("MOH"))
    part = body("DEPT", parent=body("MOH"), kind=NationalBodyKind.DEPARTMENT)
    done = merge("XSP-MOH", into=body("MOE").code)
    part.refresh_from_db()
    assert (done.placed, done.people, part.parent.code) == (1, 1, "XSP-MOE")


def test_the_forecast_is_the_act_and_keeps_nothing(report):
    assignment(records(report)[0], body("MOH"))
    head = history.head()
    foreseen = merge("XSP-MOH", into=row("Ministry of People"), dry_run=True)
    assert history.head() == head
    assert Body.objects.filter(names__en="Ministry of People").count() == 0
    assert merge("XSP-MOH", into=row("Ministry of People")).moved == foreseen.moved


def test_a_split_asks_which_successor_gets_which_assignment(report):
    first, second, third, _fourth = records(report)
    given = [assignment(record, body("MOH")) for record in (first, second, third)]
    done = split(
        person(),
        code="XSP-MOH",
        row_version=1,
        successors=[row("Health"), row("Sport")],
        day=DAY,
        goes_to={given[1].pk: 1},
    )
    assert live() == [
        ("140.1", "Health", "lead"),
        ("140.2", "Sport", "lead"),
        ("140.3", "Health", "lead"),
    ]
    assert done.moved.assignments == 3
    assert body("MOH").successions.count() == 2


def test_a_body_follows_not_itself_and_is_followed_once(report):
    with pytest.raises(InputProblem, match="cannot follow itself"):
        merge(body("MOH").code, into="XSP-MOH")
    merge("XSP-MOH", into=body("MOE").code)
    with pytest.raises(InputProblem, match="Another body follows"):
        merge("XSP-MOH", into=body("MOJ").code)


def test_somebody_else_changed_the_body(report):
    with pytest.raises(Conflict):
        succeed(
            person(),
            predecessors={body("MOH").code: 7},
            successor=body("MOE").code,
            kind=Succession.MERGED,
            day=DAY,
        )


def test_a_coordinator_of_one_ministry_merges_no_other(report):
    who = officer(Role.COORDINATOR, body("MOJ"))
    with pytest.raises(Refused):
        succeed(
            who,
            predecessors={"XSP-MOJ": None},
            successor=body("MOE").code,
            kind=Succession.MERGED,
            day=DAY,
        )
    assert Event.objects.count() == 0


def totals() -> dict[str, object]:
    """What no merger may change."""
    held = Assignment.objects.filter(state=AssignmentState.CONFIRMED)
    return {
        "led": set(held.filter(part=Part.LEAD).values_list("record", flat=True)),
        "assigned": set(held.values_list("record", flat=True)),
        "waiting": set(Assignment.objects.filter(state__in=LIVE).values_list("record", flat=True)),
        "entries": sorted(Entry.objects.values_list("pk", "state", "done")),
        "signed": sorted(
            Entry.objects.exclude(state=EntryState.DRAFT).values_list(
                "pk", "body__code", "body_name"
            )
        ),
    }


PLACES = ("P0", "P1", "P2", "P3", "P4")
GIVEN = st.tuples(
    st.integers(0, 3),
    st.sampled_from(PLACES),
    st.sampled_from([None, *EntryState]),
    st.sampled_from([AssignmentState.CONFIRMED, AssignmentState.PROPOSED]),
)
MERGERS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans()), max_size=4)


@given(st.lists(GIVEN, max_size=12, unique_by=lambda one: one[:2]), MERGERS)
def test_totals_are_equal_after_any_mergers(report, given_parts, mergers):
    known = records(report)
    with transaction.atomic():
        for number, place, state, held in given_parts:
            one = assignment(known[number], body(place), state=held)
            if state and held == AssignmentState.CONFIRMED:
                entry(one, state=state, done=f"{number} {place}")
        before = totals()
        standing = [body(place).code for place in PLACES]
        day = DAY
        for first, second, fresh in mergers:
            if len(standing) < 2:
                break
            old = standing.pop(first % len(standing))
            target = standing[second % len(standing)]
            if fresh:
                standing.remove(target)
                made = merge(old, target, into=row(f"After {old}"), day=day)
                standing.append(made.successors[0].code)
            else:
                merge(old, into=target, day=day)
            day += timedelta(days=1)
        assert totals() == before
        living = Assignment.objects.filter(state__in=LIVE)
        assert set(living.values_list("body__code", flat=True)) <= set(standing)
        assert history.verify_chain() == []
        transaction.set_rollback(True)


def roles(code: str) -> set[tuple[str, str, bool]]:
    held = RoleBinding.objects.filter(body__code=code)
    return set(held.values_list("user__username", "role", "alternate"))


def test_the_people_hold_the_same_roles_for_the_successor(report):
    first, *_rest = records(report)
    mai = officer(Role.FOCAL_POINT, body("MOH"), "mai")
    officer(Role.FOCAL_POINT, body("MOE"), "nam")
    officer(Role.READER, body("MOH"), "mai")
    gone = officer(Role.VALIDATOR, body("MOH"), "gone")
    gone.is_active = False
    gone.save()
    told = entry(assignment(first, body("MOH")), by=mai, state=EntryState.PUBLISHED)
    done = merge("XSP-MOH", into="XSP-MOE", same_roles=True)
    assert (done.people, done.roles) == (2, 2)
    assert roles("XSP-MOE") == {
        ("nam", "focal_point", False),
        ("mai", "focal_point", True),
        ("mai", "reader", False),
    }
    given = Event.objects.filter(action="user.give_role").order_by("seq")
    assert [(event.object_id, event.difference["role"]) for event in given] == [
        ("mai", [None, "focal_point XSP-MOE alternate"]),
        ("mai", [None, "reader XSP-MOE"]),
    ]
    assert {event.change for event in given} == {Event.objects.order_by("-seq")[0].change}
    # A new sign-in: the successor's focal point writes for it and reads what the old body said.
    fresh = type(mai).objects.get(pk=mai.pk)
    assert allowed(fresh, Action.REPORT, body("MOE"))
    assert list(visible_to(fresh, Entry.objects.all())) == [told]


def test_without_being_asked_no_role_moves():
    officer(Role.FOCAL_POINT, body("MOH"), "mai")
    body("MOE")
    assert merge("XSP-MOH", into="XSP-MOE").roles == 0
    assert merge("XSP-MOE", into=row("Ministry"), same_roles=True).roles == 0
    assert RoleBinding.objects.filter(user__username="mai").count() == 1


def test_a_split_gives_each_role_for_the_successor_that_was_chosen():
    mai, nam, lan = (officer(role, body("MOH"), name) for role, name in (
        (Role.FOCAL_POINT, "mai"), (Role.FOCAL_POINT, "nam"), (Role.VALIDATOR, "lan"),
    ))  # fmt: skip
    held = {one.user.username: one.pk for one in RoleBinding.objects.select_related("user")}
    who = officer(Role.ADMINISTRATOR)
    done = split(
        who,
        code="XSP-MOH",
        row_version=None,
        successors=[row("Health"), row("Sport")],
        day=DAY,
        goes_to={},
        roles={held["mai"]: 1, held["nam"]: 1},
    )
    assert (done.people, done.roles) == (3, 2)
    assert [roles(new.code) for new in done.successors] == [
        set(),
        {("mai", "focal_point", False), ("nam", "focal_point", True)},
    ]
    assert {person.role_bindings.count() for person in (mai, nam)} == {2}
    assert lan.role_bindings.count() == 1
    undo_bodies(who, change=Event.objects.order_by("-seq")[0].change)
    assert {person.role_bindings.count() for person in (mai, nam, lan)} == {1}
    assert Body.objects.filter(valid_to=None).count() == 1


def test_who_may_not_give_roles_gives_none_in_a_split():
    mai = officer(Role.FOCAL_POINT, body("MOH"), "mai")
    with pytest.raises(Refused):
        split(
            officer(Role.COORDINATOR),
            code="XSP-MOH",
            row_version=None,
            successors=[row("Health"), row("Sport")],
            day=DAY,
            goes_to={},
            roles={mai.role_bindings.get().pk: 0},
        )
    assert body("MOH").successions.count() == 0


def test_who_may_not_give_roles_moves_none():
    officer(Role.FOCAL_POINT, body("MOH"), "mai")
    body("MOE")
    with pytest.raises(Refused):
        succeed(
            officer(Role.COORDINATOR),
            predecessors={"XSP-MOH": None},
            successor="XSP-MOE",
            kind=Succession.MERGED,
            day=DAY,
            same_roles=True,
        )
    assert roles("XSP-MOE") == set()
    assert body("MOH").successions.count() == 0
