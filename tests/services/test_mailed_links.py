"""A link by mail: to the address that is kept, now and then, for a quarter of an hour, once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail

from tests.factories import person
from upheld.core.errors import Refused
from upheld.core.roles import Role
from upheld.services import sign_in
from upheld.services.mailed_links import mail_links
from upheld.store.models import Event, SignInLink, User

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


def address_of(secret: str) -> str:
    return f"https://upheld.example/sign-in/{secret}/"


def secret_in(message: Any) -> str:
    return str(message.body).partition("/sign-in/")[2].partition("/")[0]


@pytest.fixture
def rosa() -> User:
    user = person(Role.READER)
    user.email = "Rosa@moj.example"
    user.save()
    return user


def asked(typed: str, *, after: timedelta = timedelta()) -> int:
    with time_machine.travel(MORNING + after, tick=False):
        return mail_links(typed, address_of=address_of)


@pytest.mark.parametrize("typed", [" reader ", "Rosa@moj.example", "rosa@MOJ.example"])
def test_the_link_goes_to_the_address_that_is_kept_and_works_once(rosa: User, typed: str) -> None:
    assert asked(typed) == 1
    [message] = mail.outbox
    assert (message.to, message.subject) == (["Rosa@moj.example"], "Link to sign in to Upheld")
    assert "as reader." in message.body
    assert "until 2026-11-22 08:15 (UTC)" in message.body
    secret = secret_in(message)
    with time_machine.travel(MORNING + timedelta(minutes=14), tick=False):
        assert sign_in.use_link(secret) == rosa
        with pytest.raises(Refused):
            sign_in.use_link(secret)
    told = Event.objects.order_by("seq").values_list("action", "object_id", "actor_name")
    assert [one[:2] for one in told] == [("user.mail_link", "reader"), ("user.use_link", "reader")]
    assert secret not in str(list(SignInLink.objects.values())) + str(list(Event.objects.values()))


def test_the_link_ends_after_a_quarter_of_an_hour(rosa: User) -> None:
    asked("reader")
    late = timedelta(minutes=15)
    with time_machine.travel(MORNING + late, tick=False), pytest.raises(Refused):
        sign_in.use_link(secret_in(mail.outbox[0]))


def test_no_second_one_within_ten_minutes_whatever_an_administrator_made(rosa: User) -> None:
    with time_machine.travel(MORNING - timedelta(minutes=1), tick=False):
        sign_in.make_link(person(Role.ADMINISTRATOR), user=rosa)
    minutes = (0, 0, 9, 10, 19, 20)
    sent = [asked("reader", after=timedelta(minutes=one)) for one in minutes]
    assert sent == [1, 0, 0, 1, 0, 1]


def test_an_earlier_link_goes_on_when_somebody_asks_again(rosa: User) -> None:
    asked("reader")
    asked("reader", after=timedelta(minutes=10))
    with time_machine.travel(MORNING + timedelta(minutes=11), tick=False):
        assert [sign_in.use_link(secret_in(one)) for one in mail.outbox] == [rosa, rosa]


@pytest.mark.parametrize("typed", ["nobody", "", "reader\0", "x" * 400, "%", "moj.example"])
def test_who_is_not_meant_gets_nothing(rosa: User, typed: str) -> None:
    User.objects.create(username="without-mail")
    expected = 1 if typed == "reader\0" else 0
    assert (asked(typed), asked("without-mail"), len(mail.outbox)) == (expected, 0, expected)


def test_a_closed_account_gets_nothing(rosa: User) -> None:
    User.objects.filter(pk=rosa.pk).update(is_active=False)
    assert (asked("reader"), SignInLink.objects.count(), Event.objects.count()) == (0, 0, 0)


def test_each_account_of_an_address_gets_its_own(rosa: User) -> None:
    User.objects.create(username="rosa-2", email="rosa@moj.example", language="vi")
    assert asked("rosa@moj.example") == 2
    assert ["với tên rosa-2" in one.body for one in mail.outbox] == [False, True]
    assert mail.outbox[1].subject == "Liên kết đăng nhập Upheld"


def test_a_mail_that_did_not_leave_can_be_asked_for_again(rosa: User, settings: Any) -> None:
    settings.EMAIL_BACKEND = "tests.services.refusing_mail.Refusing"
    assert (asked("reader"), SignInLink.objects.count()) == (0, 0)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert asked("reader", after=timedelta(minutes=1)) == 1
