"""May they, and which rows may they see: two answers from one table that must agree."""

from __future__ import annotations

from itertools import combinations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import override

from tests.factories import finding, person, report
from upheld.core.errors import Refused
from upheld.core.roles import RULES, Action, Role, may
from upheld.services.permissions import allowed, authorise, roles_of, visible_to
from upheld.services.role_names import ACTION_NAMES, ROLE_NAMES
from upheld.store.models import Document, DocumentFinding, Reading, Record, RoleBinding, User

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
    permitted = any(role in RULES[action] for role in held)
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


def test_nobody_without_a_role_may_do_anything():
    assert [action for action in Action if may(frozenset({Role.PUBLIC}), action)] == []
