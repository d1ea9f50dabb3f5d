"""Giving and taking roles, offices of bodies, closing accounts: who may, and what stays."""

from __future__ import annotations

import pytest

from tests.factories import person
from tests.workspace_rows import body, officer
from upheld.core.errors import InputProblem, Refused
from upheld.core.roles import Role
from upheld.services import accounts, officers, second_factor, sign_in, user_roles, user_status
from upheld.services.managed_users import manages
from upheld.services.permissions import visible_to
from upheld.services.user_list import UserFilter, bindings_shown, bodies_to_give, users_found
from upheld.store.models import Body, Event, OpenSession, RoleBinding, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> User:
    return person(Role.ADMINISTRATOR)


@pytest.fixture
def local() -> User:
    """The administrator of the Ministry of Justice."""
    return officer(Role.ADMINISTRATOR, body("MOJ"))


def held(user: User) -> set[tuple[str, str, bool]]:
    rows = user.role_bindings.values_list("role", "body__code", "alternate")
    return {(role, code or "", alternate) for role, code, alternate in rows}


def acts() -> list[tuple[str, object]]:
    rows = Event.objects.filter(object_type="user").values_list("action", "difference__role")
    return list(rows)


def test_a_role_is_given_once_and_taken_with_its_history(admin: User) -> None:
    user = person(None, "huong")
    for _again in range(2):
        user_roles.give_role(admin, user=user, role=Role.FOCAL_POINT, body=body("MOJ"))
    assert held(user) == {("focal_point", "XSP-MOJ", False)}
    user_roles.take_role(admin, user=user, role=Role.FOCAL_POINT, body=body("MOJ"))
    assert held(user) == set()
    assert acts() == [
        ("user.give_role", [None, "focal_point XSP-MOJ"]),
        ("user.take_role", ["focal_point XSP-MOJ", None]),
    ]
    with pytest.raises(InputProblem):
        user_roles.take_role(admin, user=user, role=Role.FOCAL_POINT, body=body("MOJ"))


def test_nobody_reaches_beyond_the_bodies_they_administer(local: User) -> None:
    below = Body.objects.create(code="XSP-MOJ-1", state="XSP", kind="department", parent=body())
    user = person(None, "huong")
    for allowed in (body("MOJ"), below):
        user_roles.give_role(local, user=user, role=Role.ADMINISTRATOR, body=allowed)
    for beyond in (body("MOH"), None):
        with pytest.raises(Refused):
            user_roles.give_role(local, user=user, role=Role.READER, body=beyond)
    with pytest.raises(Refused):
        accounts.add_user(local, username="new", roles=[Role.ADMINISTRATOR])


def test_a_link_to_an_account_needs_an_administrator_of_all_its_doors(
    admin: User, local: User
) -> None:
    own, both = officer(Role.READER, body("MOJ")), officer(Role.VALIDATOR, body("MOJ"))
    user_roles.give_role(admin, user=both, role=Role.READER, body=body("MOH"))
    everywhere = officer(Role.COORDINATOR)
    assert [manages(local, user) for user in (own, both, everywhere, person(None))] == [
        True,
        False,
        False,
        False,
    ]
    sign_in.make_link(local, user=own)
    for user in (both, everywhere, admin, person(None)):
        for act in (sign_in.make_link, user_status.deactivate, second_factor.take_away):
            with pytest.raises(Refused):
                act(local, user=user)
    user_roles.take_role(local, user=both, role=Role.VALIDATOR, body=body("MOJ"))
    assert held(both) == {("reader", "XSP-MOH", False)}


def test_a_body_has_one_main_focal_point(admin: User) -> None:
    first, second = person(None, "first"), person(None, "second")
    officers.set_focal_point(admin, body=body(), user=first)
    officers.set_focal_point(admin, body=body(), user=second)
    found = officers.officers_of(body())
    assert (found[Role.FOCAL_POINT].main, found[Role.FOCAL_POINT].alternates) == (second, [first])
    assert found[Role.VALIDATOR].main is None
    officers.set_validator(admin, body=body(), user=first)
    officers.set_validator(admin, body=body(), user=second, alternate=True)
    found = officers.officers_of(body())
    assert (found[Role.VALIDATOR].main, found[Role.VALIDATOR].alternates) == (first, [second])
    user_status.deactivate(admin, user=first)
    assert officers.officers_of(body())[Role.VALIDATOR].main is None
    with pytest.raises(InputProblem):
        officers.set_focal_point(admin, body=body(), user=first)


def test_the_last_administrator_stays(admin: User) -> None:
    RoleBinding.objects.filter(user=admin).exclude(role=Role.ADMINISTRATOR).delete()
    second = officer(Role.ADMINISTRATOR, username="second")
    user_roles.take_role(admin, user=second, role=Role.ADMINISTRATOR)
    for act in (
        lambda: user_roles.take_role(admin, user=admin, role=Role.ADMINISTRATOR),
        lambda: user_status.deactivate(admin, user=admin),
    ):
        with pytest.raises(InputProblem):
            act()
    assert held(admin) == {("administrator", "", False)}


def test_of_two_administrators_either_may_go_and_then_none(admin: User) -> None:
    one, other = (officer(Role.ADMINISTRATOR, username=name) for name in ("one", "other"))
    user_status.deactivate(one, user=other)
    user_roles.take_role(one, user=other, role=Role.ADMINISTRATOR)
    User.objects.filter(pk=admin.pk).delete()
    with pytest.raises(InputProblem) as refused:
        user_roles.take_role(one, user=one, role=Role.ADMINISTRATOR)
    assert refused.value.message == "one is the last administrator of the whole folder."


def test_closing_ends_the_sessions_and_opening_gives_everything_back(admin: User) -> None:
    user = officer(Role.FOCAL_POINT, body())
    now = user.date_joined
    OpenSession.objects.create(user=user, session_key="x", begun_at=now, seen_at=now)
    user_status.deactivate(admin, user=user, reason="moved on")
    user_status.deactivate(admin, user=user)
    user.refresh_from_db()
    assert (user.is_active, OpenSession.objects.count()) == (False, 0)
    user_status.reactivate(admin, user=user)
    user.refresh_from_db()
    assert (user.is_active, held(user)) == (True, {("focal_point", "XSP-MOJ", False)})
    told = list(Event.objects.values_list("action", "reason", "difference"))
    assert told == [
        ("user.deactivate", "moved on", {"is_active": [True, False]}),
        ("user.reactivate", "", {"is_active": [False, True]}),
    ]


def test_the_list_shows_whom_one_manages(admin: User, local: User) -> None:
    own = officer(Role.READER, body("MOJ"), username="own", name="Đỗ Thị Lan")
    other = officer(Role.READER, body("MOH"), username="other")
    both = officer(Role.VALIDATOR, body("MOJ"), username="both")
    user_roles.give_role(admin, user=both, role=Role.READER, body=body("MOH"))
    assert set(users_found(local, UserFilter())) == {local, own, both}
    assert set(users_found(admin, UserFilter())) == {admin, local, own, other, both}
    assert set(users_found(admin, UserFilter(body="XSP-MOH"))) == {other, both}
    assert set(users_found(admin, UserFilter(role="validator"))) == {both}
    assert set(users_found(admin, UserFilter(words="thị lan"))) == {own}
    assert [row.role for row in bindings_shown(local, both)] == ["validator"]
    assert len(bindings_shown(admin, both)) == 2
    assert (bodies_to_give(local), len(bodies_to_give(admin))) == ([body("MOJ")], 2)
    user_status.deactivate(admin, user=own)
    assert own not in users_found(admin, UserFilter())
    assert own in users_found(admin, UserFilter(closed=True))
    with pytest.raises(Refused):
        users_found(own, UserFilter())


def test_who_manages_nobody_sees_themselves_alone() -> None:
    reader = person(Role.READER)
    person(Role.COORDINATOR)
    assert list(visible_to(reader, User.objects.all())) == [reader]
