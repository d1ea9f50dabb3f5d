"""Invitations: once, for a week, with the roles that were promised, by who may give them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.factories import person
from upheld.core.errors import InputProblem, Refused
from upheld.core.roles import Action, Role
from upheld.services import invitations, user_roles, user_status
from upheld.services.permissions import allowed, visible_to
from upheld.services.user_roles import Grant
from upheld.store.models import Body, Event, Invitation, RoleBinding, User

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
LONG = "five quiet rivers"


@pytest.fixture
def bodies() -> dict[str, Body]:
    moj = Body.objects.create(code="XSP-MOJ", state="XSP", kind="ministry")
    below = Body.objects.create(code="XSP-MOJ-1", state="XSP", kind="department", parent=moj)
    other = Body.objects.create(code="XSP-MOH", state="XSP", kind="ministry")
    return {"MOJ": moj, "MOJ-1": below, "MOH": other}


def administrator_of(body: Body | None, name: str = "local") -> User:
    user = User.objects.create(username=name, password="!", name=name)
    RoleBinding.objects.create(user=user, role=Role.ADMINISTRATOR, body=body)
    return user


def accept(secret: str, username: str = "an") -> User:
    return invitations.accept(secret, username=username, name="Nguyễn Văn An", password=LONG)


def test_an_invitation_makes_an_account_with_its_role_for_its_body(bodies: dict[str, Body]) -> None:
    grant = Grant(Role.FOCAL_POINT, bodies["MOJ"])
    made, secret = invitations.invite(person(Role.ADMINISTRATOR), grants=[grant], name="An")
    user = accept(secret)
    assert (user.username, user.name, user.check_password(LONG)) == ("an", "Nguyễn Văn An", True)
    about = {code: allowed(user, Action.REPORT, body) for code, body in bodies.items()}
    assert about == {"MOJ": True, "MOJ-1": True, "MOH": False}
    made.refresh_from_db()
    assert made.accepted_by == user


def test_a_link_makes_one_account(bodies: dict[str, Body]) -> None:
    _made, secret = invitations.invite(person(Role.ADMINISTRATOR), grants=[Grant(Role.READER)])
    accept(secret)
    with pytest.raises(Refused):
        accept(secret, "another")
    assert not User.objects.filter(username="another").exists()


def test_a_link_ends_after_a_week_and_a_new_one_takes_its_place() -> None:
    admin = person(Role.ADMINISTRATOR)
    with time_machine.travel(MORNING, tick=False):
        made, old = invitations.invite(admin, grants=[Grant(Role.READER)])
    with time_machine.travel(MORNING + timedelta(days=7, seconds=-1), tick=False):
        assert invitations.invitation_of(old) == made
    with time_machine.travel(MORNING + timedelta(days=7), tick=False):
        with pytest.raises(Refused):
            invitations.invitation_of(old)
        _same, new = invitations.renew(admin, invitation=made.pk)
        assert invitations.invitation_of(new) == made
        with pytest.raises(Refused):
            invitations.invitation_of(old)


def test_what_was_taken_back_opens_nothing() -> None:
    admin = person(Role.ADMINISTRATOR)
    made, secret = invitations.invite(admin, grants=[Grant(Role.READER)])
    invitations.revoke(admin, invitation=made.pk)
    invitations.revoke(admin, invitation=made.pk)
    with pytest.raises(Refused):
        accept(secret)
    with pytest.raises(InputProblem):
        invitations.renew(admin, invitation=made.pk)
    told = list(Event.objects.values_list("action", flat=True))
    assert told == ["invitation.make", "invitation.revoke"]


def test_an_administrator_of_a_body_invites_for_it_alone(bodies: dict[str, Body]) -> None:
    local = administrator_of(bodies["MOJ"])
    for code in ("MOJ", "MOJ-1"):
        invitations.invite(local, grants=[Grant(Role.FOCAL_POINT, bodies[code])])
    for elsewhere in (bodies["MOH"], None):
        with pytest.raises(Refused):
            invitations.invite(local, grants=[Grant(Role.READER, elsewhere)])
        mixed = [Grant(Role.READER, bodies["MOJ"]), Grant(Role.READER, elsewhere)]
        with pytest.raises(Refused):
            invitations.invite(local, grants=mixed)
    with pytest.raises(Refused):
        invitations.invite(person(Role.COORDINATOR), grants=[Grant(Role.READER, bodies["MOJ"])])


def test_invitations_of_others_are_not_to_be_seen(bodies: dict[str, Body]) -> None:
    admin, local = person(Role.ADMINISTRATOR), administrator_of(bodies["MOJ"])
    own, _ = invitations.invite(admin, grants=[Grant(Role.READER, bodies["MOJ-1"])])
    other, _ = invitations.invite(admin, grants=[Grant(Role.READER, bodies["MOH"])])
    mixed, _ = invitations.invite(
        admin, grants=[Grant(Role.READER, bodies["MOJ"]), Grant(Role.READER)]
    )
    assert list(visible_to(local, Invitation.objects.all())) == [own]
    assert set(visible_to(admin, Invitation.objects.all())) == {own, other, mixed}
    assert list(visible_to(person(Role.READER), Invitation.objects.all())) == []
    with pytest.raises(InputProblem):
        invitations.revoke(local, invitation=other.pk)


def test_an_invitation_does_not_outlive_the_power_behind_it(bodies: dict[str, Body]) -> None:
    admin, local = person(Role.ADMINISTRATOR), administrator_of(bodies["MOJ"])
    _made, secret = invitations.invite(local, grants=[Grant(Role.VALIDATOR, bodies["MOJ"])])
    user_roles.take_role(admin, user=local, role=Role.ADMINISTRATOR, body=bodies["MOJ"])
    with pytest.raises(Refused):
        accept(secret)
    user_roles.give_role(admin, user=local, role=Role.ADMINISTRATOR, body=bodies["MOJ"])
    user_status.deactivate(admin, user=local)
    with pytest.raises(Refused):
        accept(secret)


def test_the_secret_and_the_password_are_kept_nowhere(bodies: dict[str, Body]) -> None:
    _made, secret = invitations.invite(person(Role.ADMINISTRATOR), grants=[Grant(Role.READER)])
    accept(secret)
    kept = str([*Invitation.objects.values(), *Event.objects.values(), *User.objects.values()])
    assert secret not in kept
    assert LONG not in kept


@pytest.mark.parametrize(
    ("username", "password", "problem"),
    [
        ("An", LONG, "A sign-in name has small letters, digits and the signs . _ @ + - only."),
        ("administrator", LONG, "There is already a user named administrator."),
        ("an", "short", "A password has at least 12 characters."),
        ("nguyen.an", "nguyen.an 1945", "This password contains your name or your address."),
    ],
)
def test_what_cannot_be_chosen_leaves_the_invitation_open(
    username: str, password: str, problem: str
) -> None:
    made, secret = invitations.invite(person(Role.ADMINISTRATOR), grants=[Grant(Role.READER)])
    with pytest.raises(InputProblem) as refused:
        invitations.accept(secret, username=username, name="", password=password)
    assert refused.value.message == problem
    assert invitations.invitation_of(secret) == made


@pytest.mark.parametrize(
    ("email", "sent"), [("an@example.gov", True), ("", False)], ids=["address", "none"]
)
def test_the_link_is_mailed_where_there_is_an_address(
    mailoutbox: list, email: str, sent: bool
) -> None:
    admin = person(Role.ADMINISTRATOR)
    made, secret = invitations.invite(admin, grants=[Grant(Role.READER)], email=email)
    assert (
        invitations.send_link(
            admin, invitation=made, secret=secret, address_of=lambda key: f"https://x.example/{key}"
        )
        is sent
    )
    assert [message.to for message in mailoutbox] == ([["an@example.gov"]] if sent else [])
    assert all(f"https://x.example/{secret}" in message.body for message in mailoutbox)


def test_an_invitation_needs_a_role_and_a_real_address() -> None:
    admin = person(Role.ADMINISTRATOR)
    with pytest.raises(InputProblem):
        invitations.invite(admin, grants=[])
    with pytest.raises(InputProblem):
        invitations.invite(admin, grants=[Grant(Role.PUBLIC)])
    with pytest.raises(InputProblem):
        invitations.invite(admin, grants=[Grant(Role.READER)], email="no address")
