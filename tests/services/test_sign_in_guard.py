"""Guessing is slowed down, and nobody can lock anybody else out by guessing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import person
from upheld.core.errors import InputProblem, Refused
from upheld.core.roles import Role
from upheld.services import known_devices, sign_in
from upheld.services.password_sign_in import sign_in_with_password
from upheld.services.sign_in_guard import LONGEST_WAIT, wait_after
from upheld.store.models import Event, FailedSignIn, User

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
LONG, WRONG = "five quiet rivers", "wrong"
HOME, ELSEWHERE = "192.0.2.7", "198.51.100.9"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Coordinates]:
    with time_machine.travel(MORNING, tick=False) as clock:
        yield clock


@pytest.fixture
def owner() -> User:
    user = person(Role.READER)
    user.set_password(LONG)
    user.save()
    return user


def attempt(password: str = WRONG, address: str = ELSEWHERE, note: str = "", name: str = "reader"):
    return sign_in_with_password(
        username=name, password=password, address=address, device_note=note
    )


def fail(times: int, **where: str) -> None:
    for _time in range(times):
        with pytest.raises(InputProblem):
            attempt(**where)


def test_the_right_password_comes_in(owner: User) -> None:
    assert attempt(LONG) == owner


def test_after_five_failures_each_try_waits_longer(
    owner: User, clock: time_machine.Coordinates
) -> None:
    fail(5)
    with pytest.raises(Refused):
        attempt(LONG)
    clock.shift(timedelta(seconds=3))
    fail(1)
    clock.shift(timedelta(seconds=3))
    with pytest.raises(Refused):
        attempt(LONG)
    clock.shift(timedelta(seconds=3))
    assert attempt(LONG) == owner


def test_an_attacker_cannot_keep_the_owner_out(owner: User) -> None:
    note = known_devices.note_for(owner)
    link = sign_in.make_link(person(Role.ADMINISTRATOR), user=owner)
    for host in range(12):  # one guesser at many addresses, until the name itself is slowed down
        fail(5, address=f"203.0.113.{host}")
        if FailedSignIn.objects.filter(failures__gte=50).exists():
            break
    with pytest.raises(Refused):
        attempt(LONG, HOME)
    assert attempt(LONG, HOME, note) == owner
    assert sign_in.use_link(link) == owner


def test_failures_at_one_address_do_not_slow_another_down(owner: User) -> None:
    fail(5)
    assert attempt(LONG, HOME) == owner


def test_the_guesser_gains_nothing_by_signing_in_as_themselves(owner: User) -> None:
    guesser = person(None, "guesser")
    guesser.set_password(LONG)
    guesser.save()
    for number in range(30):
        fail(1, name=f"name-{number}")
    with pytest.raises(Refused):
        attempt(LONG, name="guesser")
    assert attempt(LONG, HOME, name="guesser") == guesser
    with pytest.raises(Refused):
        attempt("wrong", name="somebody-else")


def test_a_note_of_another_person_or_an_old_password_is_none(owner: User) -> None:
    note = known_devices.note_for(owner)
    assert known_devices.device_of(note, "reader") != ""
    assert known_devices.device_of(note, "nobody") == ""
    assert known_devices.device_of(note + "x", "reader") == ""
    owner.set_password("six quiet rivers")
    owner.save()
    assert known_devices.device_of(note, "reader") == ""


def test_a_stolen_note_guesses_ten_times_and_no_more(owner: User) -> None:
    note = known_devices.note_for(owner)
    fail(10, note=note)
    with pytest.raises(Refused):
        attempt(LONG, note=note)
    assert attempt(LONG, HOME) == owner


@pytest.mark.parametrize("case", ["unknown", "wrong", "closed", "no password"])
def test_every_failure_says_the_same(owner: User, case: str) -> None:
    User.objects.filter(username="reader").update(is_active=case != "closed")
    person(None, "without")
    name = {"unknown": "who", "no password": "without"}.get(case, "reader")
    with pytest.raises(InputProblem) as refused:
        attempt(LONG if case == "closed" else "wrong", name=name)
    assert refused.value.message == "This name and password do not belong together."


def test_nothing_is_kept_of_who_tried_what(owner: User, caplog: pytest.LogCaptureFixture) -> None:
    fail(3)
    kept = str(list(FailedSignIn.objects.values())) + str(list(Event.objects.values()))
    for secret in ("reader", "wrong", ELSEWHERE):
        assert secret not in kept + caplog.text


def test_after_a_day_all_is_forgotten(owner: User, clock: time_machine.Coordinates) -> None:
    fail(5)
    clock.shift(timedelta(hours=25))
    fail(1)
    assert attempt(LONG) == owner


@given(st.integers(0, 200), st.integers(1, 60))
def test_a_wait_never_shrinks_and_never_ends_the_day(failures: int, free: int) -> None:
    assert timedelta() <= wait_after(failures, free) <= wait_after(failures + 1, free)
    assert wait_after(failures, free) <= LONGEST_WAIT
