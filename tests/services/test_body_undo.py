"""An act on the tree is taken back with all that went over by it, unless something came after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction

from tests import factories
from tests.factories import person
from tests.workspace_rows import assignment, body, entry, officer
from upheld.core.body_rows import BodyRow
from upheld.core.errors import Conflict, InputProblem, Refused
from upheld.core.national_bodies import NationalBodyKind, Succession
from upheld.core.roles import Role
from upheld.services import history
from upheld.services.bodies import add_body, change_body, end_body
from upheld.services.body_import import import_bodies
from upheld.services.body_trees import shipped_tree
from upheld.services.body_undo import can_undo_bodies, undo_bodies
from upheld.services.body_values import values_of
from upheld.services.succession import succeed
from upheld.services.user_roles import give_role
from upheld.store.models import Assignment, Body, BodySuccession, Entry, Event, RoleBinding, User

pytestmark = pytest.mark.django_db

ROW = BodyRow("XSP-NEW", "XSP", NationalBodyKind.MINISTRY, {"en": "Ministry of People"})


def last() -> Event:
    return Event.objects.order_by("-seq")[0]


def everything() -> dict[str, object]:
    """The tree and the work on it, without versions."""
    return {
        "bodies": {one.code: values_of(one) for one in Body.objects.select_related("parent")},
        "successions": list(BodySuccession.objects.values_list("body", "successor")),
        "assignments": sorted(Assignment.objects.values_list("pk", "body", "part", "state", "due")),
        "roles": sorted(
            RoleBinding.objects.exclude(body=None).values_list("user", "role", "body", "alternate")
        ),
        "entries": sorted(Entry.objects.values_list("pk", "body", "body_name", "assignment")),
    }


def chief() -> User:
    return officer(Role.ADMINISTRATOR)


def merge(successor: str | BodyRow) -> None:
    succeed(
        chief(),
        predecessors={"XSP-MOH": None, "XSP-MOJ": None},
        successor=successor,
        kind=Succession.MERGED,
        day=date(2026, 7, 1),
        same_roles=True,
    )


@pytest.mark.parametrize("successor", ["XSP-MOE", ROW], ids=["existing", "new"])
def test_a_merger_is_taken_back_whole(successor: str | BodyRow) -> None:
    report = factories.report(3)
    first, second, third = report.records.all()
    body("DEPT", parent=body("MOH"))
    officer(Role.VALIDATOR, body("MOJ"), "nam")
    entry(assignment(first, body("MOH"), due=date(2026, 9, 1)))
    assignment(first, body("MOJ"))
    assignment(second, body("MOJ"))
    assignment(third, body("MOE"))
    assignment(third, body("MOH"))
    before = everything()
    merge(successor)
    assert everything() != before
    assert can_undo_bodies(chief(), last().change)
    undo_bodies(chief(), change=last().change)
    assert everything() == before
    assert history.verify_chain() == []


def test_a_body_that_was_added_changed_and_ended_is_as_before() -> None:
    made = add_body(person(), row=ROW)
    first = values_of(made)
    change_body(person(), code="XSP-NEW", row_version=1, row=replace(ROW, abbreviation="MOP"))
    undo_bodies(person(), change=last().change)
    assert values_of(Body.objects.get()) == first
    end_body(person(), code="XSP-NEW", row_version=3, last_day=date(2027, 1, 1))
    undo_bodies(person(), change=last().change)
    assert values_of(Body.objects.get()) == first


def test_an_import_is_taken_back() -> None:
    import_bodies(person(), text=shipped_tree("VNM"))
    undo_bodies(person(), change=last().change)
    assert Body.objects.count() == 0


def test_a_body_in_use_stays() -> None:
    add_body(person(), row=ROW)
    change = last().change
    assignment(to=Body.objects.get(code="XSP-NEW"))
    with pytest.raises(Conflict, match="in use"):
        undo_bodies(person(), change=change)


def test_what_came_after_is_not_overwritten() -> None:
    add_body(person(), row=ROW)
    change = last().change
    change_body(person(), code="XSP-NEW", row_version=1, row=replace(ROW, abbreviation="MOP"))
    assert not can_undo_bodies(person(), change)
    with pytest.raises(Conflict, match="after that"):
        undo_bodies(person(), change=change)


def test_nobody_undoes_what_another_did() -> None:
    add_body(person(), row=ROW)
    other = officer(Role.COORDINATOR, None, "second")
    with pytest.raises(InputProblem):
        undo_bodies(other, change=last().change)
    with pytest.raises(Refused):
        undo_bodies(person(Role.READER), change=last().change)


def test_a_merger_is_undone_though_its_people_signed_in_since() -> None:
    mai = officer(Role.FOCAL_POINT, body("MOH"), "mai")
    body("MOJ")
    merge(body("MOE").code)
    change = last().change
    with transaction.atomic():
        history.lock()
        history.record(mai, [history.Entry("user.sign_in", mai)])
    undo_bodies(chief(), change=change)
    taken = Event.objects.get(action="user.take_role")
    assert (taken.object_id, taken.difference["role"]) == ("mai", ["focal_point XSP-MOE", None])
    assert [one.body.code for one in mai.role_bindings.all()] == ["XSP-MOH"]


def test_a_role_that_was_given_alone_is_no_act_on_the_tree() -> None:
    give_role(chief(), user=person(Role.READER, "lan"), role=Role.FOCAL_POINT, body=body("MOH"))
    assert not can_undo_bodies(chief(), last().change)
