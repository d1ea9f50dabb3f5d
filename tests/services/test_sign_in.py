"""One-time links: once, for a day, for the person they were made for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.factories import person
from upheld.core.errors import InputProblem, Refused
from upheld.core.roles import Role
from upheld.services import accounts, sign_in
from upheld.services.permissions import roles_of
from upheld.store.models import Event, SignInLink, User

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


def test_a_link_lets_its_person_in_once():
    secret = sign_in.make_link(person(Role.ADMINISTRATOR), user=person(Role.READER))
    assert sign_in.use_link(secret) == person(Role.READER)
    with pytest.raises(Refused):
        sign_in.use_link(secret)
    actions = list(Event.objects.values_list("action", flat=True))
    assert actions == ["user.make_link", "user.use_link"]


def test_a_link_ends_after_a_day():
    with time_machine.travel(MORNING, tick=False):
        early = sign_in.make_link(person(Role.ADMINISTRATOR), user=person(Role.READER))
        late = sign_in.make_link(person(Role.ADMINISTRATOR), user=person(Role.READER))
    with time_machine.travel(MORNING + timedelta(hours=24, seconds=-1), tick=False):
        assert sign_in.use_link(early) == person(Role.READER)
    with time_machine.travel(MORNING + timedelta(hours=24), tick=False), pytest.raises(Refused):
        sign_in.use_link(late)


def test_the_table_opens_no_door():
    secret = sign_in.make_link(person(Role.ADMINISTRATOR), user=person(Role.READER))
    kept = str(SignInLink.objects.values().get()) + str(list(Event.objects.values()))
    assert secret not in kept
    with pytest.raises(Refused):
        sign_in.use_link(SignInLink.objects.get().secret_sha256)


def test_a_link_of_somebody_who_left_lets_nobody_in():
    secret = sign_in.make_link(person(Role.ADMINISTRATOR), user=person(Role.READER))
    User.objects.filter(username="reader").update(is_active=False)
    with pytest.raises(Refused):
        sign_in.use_link(secret)


def test_only_an_administrator_makes_links_and_users():
    with pytest.raises(Refused):
        sign_in.make_link(person(Role.COORDINATOR), user=person(Role.COORDINATOR))
    with pytest.raises(Refused):
        accounts.add_user(person(Role.COORDINATOR), username="new", roles=[Role.READER])


def test_the_operator_is_made_once_without_a_password():
    first, second = accounts.operator(), accounts.operator()
    assert first == second
    assert not first.has_usable_password()
    assert roles_of(first) == {Role.ADMINISTRATOR, Role.COORDINATOR, Role.PUBLIC}


def test_a_new_user_has_roles_and_no_password():
    user = accounts.add_user(
        person(Role.ADMINISTRATOR), username="huong", name="Trần Thị Hương", roles=[Role.VALIDATOR]
    )
    assert (str(user), user.has_usable_password()) == ("Trần Thị Hương", False)
    assert roles_of(user) == {Role.VALIDATOR, Role.PUBLIC}
    with pytest.raises(InputProblem):
        accounts.add_user(person(Role.ADMINISTRATOR), username="huong", roles=[])


def test_everybody_chooses_a_language_that_upheld_speaks():
    accounts.set_language(person(), language="vi")
    assert User.objects.get(pk=person().pk).language == "vi"
    with pytest.raises(InputProblem):
        accounts.set_language(person(), language="tlh")
