"""May they, and which rows may they see: two answers from one table that must agree."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import override

from tests.factories import finding, person, report
from upheld.core.errors import Refused
from upheld.core.roles import RULES, Action, Reach, Role
from upheld.services.permissions import allowed, authorise, roles_of, visible_to
from upheld.services.role_names import ACTION_NAMES, ROLE_NAMES
from upheld.store.models import (
    Body,
    BodySuccession,
    Document,
    DocumentFinding,
    Reading,
    Record,
    RoleBinding,
    User,
)

GIVEN = [role for role in Role if role is not Role.PUBLIC]
SETS = [held for size in range(3) for held in combinations(GIVEN, size)]


def holder(held: tuple[Role, ...]) -> User:
    user = User.objects.create(username="-".join(("holder", *held)), password="!")
    RoleBinding.objects.bulk_create(RoleBinding(user=user, role=role) for role in held)
    return user


@pytest.mark.django_db
@pytest.mark.parametrize("held", SETS, ids=lambda held: "+".join(held) or "none")
def test_what_may_be_read_and_what_is_listed_agree(held):
    finding(report(2))
    user = holder(held)
    for model in (Document, Record, DocumentFinding, Reading):
        listed = set(visible_to(user, model.objects.all()))
        readable = {row for row in model.objects.all() if allowed(user, Action.READ)}
        assert listed == readable


@pytest.mark.django_db
@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("held", SETS, ids=lambda held: "+".join(held) or "none")
def test_authorising_follows_the_table(held, action):
    user = holder(held)
    permitted = any(role in RULES[action] for role in (*held, Role.PUBLIC))
    assert allowed(user, action) == permitted
    if permitted:
        assert authorise(user, action) == user
    else:
        with pytest.raises(Refused):
            authorise(user, action)


@pytest.mark.django_db
def test_the_public_sees_nothing_that_is_not_published():
    report(2)
    public = AnonymousUser()
    assert roles_of(public) == {Role.PUBLIC}
    assert list(visible_to(public, Record.objects.all())) == []


@pytest.mark.django_db
def test_who_left_loses_all_roles():
    user = person()
    user.is_active = False
    assert roles_of(user) == {Role.PUBLIC}


def test_a_refusal_says_why_and_who_could():
    with pytest.raises(Refused) as refusal:
        authorise(AnonymousUser(), Action.VERIFY)
    assert (refusal.value.message, refusal.value.next_step) == (
        "You may not verify the data folder.",
        "Sign in with an account that has one of these roles: administrator, coordinator.",
    )


def test_the_table_is_complete_and_named():
    assert set(RULES) == set(Action) == set(ACTION_NAMES)
    assert set(ROLE_NAMES) == set(Role)
    with override("en"):
        assert all(str(name) for name in (*ACTION_NAMES.values(), *ROLE_NAMES.values()))


def test_without_a_role_one_may_only_read_what_was_published():
    assert [action for action in Action if allowed(AnonymousUser(), action)] == [
        Action.READ_PUBLISHED
    ]


def test_each_role_reaches_what_the_table_says():
    reaches = {reach for rule in RULES.values() for reach in rule.values()}
    assert reaches == set(Reach)


@pytest.fixture
def tree(db):
    """A ministry with a department; a province that was merged into another."""
    ministry = Body.objects.create(code="XSP-MOJ", state="XSP", kind="ministry")
    department = Body.objects.create(
        code="XSP-MOJ-1", state="XSP", kind="department", parent=ministry
    )
    old = Body.objects.create(code="XSP-OLD", state="XSP", kind="province")
    new = Body.objects.create(code="XSP-NEW", state="XSP", kind="province")
    BodySuccession.objects.create(body=old, successor=new, kind="merged", day=date(2025, 7, 1))
    return {body.code[4:]: body for body in (ministry, department, old, new)}


@pytest.mark.parametrize(
    ("held_for", "reaches"),
    [
        ("MOJ", ["MOJ", "MOJ-1"]),
        ("MOJ-1", ["MOJ-1"]),
        ("OLD", ["OLD"]),
        ("NEW", ["OLD", "NEW"]),
        (None, ["MOJ", "MOJ-1", "OLD", "NEW"]),
    ],
)
def test_a_role_holds_for_a_body_all_below_it_and_all_it_took_over(tree, held_for, reaches):
    user = User.objects.create(username="focal", password="!")
    RoleBinding.objects.create(user=user, role=Role.FOCAL_POINT, body=tree.get(held_for))
    assert [code for code, body in tree.items() if allowed(user, Action.REPORT, body)] == reaches


def test_what_belongs_to_the_whole_folder_needs_a_role_for_the_whole_folder(tree):
    user = User.objects.create(username="provincial", password="!")
    RoleBinding.objects.create(user=user, role=Role.COORDINATOR, body=tree["NEW"])
    assert (allowed(user, Action.ASSIGN, tree["NEW"]), allowed(user, Action.INGEST)) == (
        True,
        False,
    )


def test_a_refusal_names_the_body_for_which_the_role_does_not_hold(tree):
    user = User.objects.create(username="focal", password="!")
    RoleBinding.objects.create(user=user, role=Role.FOCAL_POINT, body=tree["NEW"])
    with pytest.raises(Refused) as refusal:
        authorise(user, Action.REPORT, tree["MOJ"])
    assert refusal.value.next_step == (
        "Your role does not hold for XSP-MOJ. Ask one of its own: focal point."
    )
