"""Why can I not do this: which permission, for which body, and which colleagues have it."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from tests.factories import person
from tests.services.visitors import ANYTHING, VISITORS, Visitor
from tests.workspace_rows import body, officer
from upheld.core.roles import Action, Role
from upheld.services.permissions import allowed, authorise_everywhere, refusal
from upheld.services.who_could import acts_of, who_could
from upheld.store.models import Body, BodySuccession

pytestmark = pytest.mark.django_db


def test_a_refusal_carries_the_permission_and_the_body() -> None:
    said = refusal(person(Role.READER), Action.REPORT, body("MOJ"))
    assert (said.action, said.body) == (Action.REPORT, "XSP-MOJ")


def test_it_names_who_holds_it_for_that_body_above_it_and_after_it() -> None:
    ministry = body("MOJ")
    department = Body.objects.create(
        code="XSP-MOJ-1", state="XSP", kind="department", parent=ministry
    )
    Body.objects.create(code="XSP-NEW", state="XSP", kind="ministry")
    BodySuccession.objects.create(
        body=ministry, successor=body("NEW"), kind="merged", day=date(2026, 1, 1)
    )
    there, above = officer(Role.FOCAL_POINT, department), officer(Role.FOCAL_POINT, ministry)
    after, everywhere = officer(Role.FOCAL_POINT, body("NEW")), officer(Role.FOCAL_POINT)
    officer(Role.FOCAL_POINT, body("MOH"))
    officer(Role.READER, department)
    closed = officer(Role.FOCAL_POINT, department, username="closed")
    closed.is_active = False
    closed.save()
    could = who_could(person(Role.READER), action=Action.REPORT, body_code=department.code)
    assert set(could.people) == {there, above, after, everywhere}
    assert all(allowed(user, Action.REPORT, department) for user in could.people)
    assert (could.roles, could.body) == ((Role.FOCAL_POINT,), department)


def test_the_public_learns_roles_and_no_names() -> None:
    officer(Role.COORDINATOR)
    for stranger in (AnonymousUser(), person(None)):
        could = who_could(stranger, action=Action.REVIEW)
        assert (could.roles, could.people) == ((Role.COORDINATOR,), ())


def test_without_a_body_only_who_may_about_everything_is_named() -> None:
    officer(Role.COORDINATOR, body("MOJ"))
    whole = officer(Role.COORDINATOR)
    assert who_could(person(Role.READER), action=Action.REVIEW).people == (whole,)


@pytest.mark.parametrize("visitor", VISITORS, ids=lambda visitor: visitor.name)
def test_a_person_sees_what_they_may_do(visitor: Visitor) -> None:
    shown = {action for action, _bodies in acts_of(visitor.actor())}
    promised = {action for action in Action if visitor.may(action, ANYTHING)}
    assert shown | {Action.READ_PUBLISHED} == promised


def test_a_role_for_one_body_is_told_that_it_does_not_hold_for_all() -> None:
    local = officer(Role.COORDINATOR, body("MOJ"))
    with pytest.raises(Exception, match="may not write the plan") as refused:
        authorise_everywhere(local, Action.PLAN)
    assert refused.value.next_step == (
        "Your role does not hold for the whole folder. Ask one whose role does: coordinator."
    )
