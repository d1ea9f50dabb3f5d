"""Authenticator app and recovery codes: each code once, nothing readable in the database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pyotp
import pytest
import time_machine

from tests.factories import person
from upheld.core.errors import InputProblem, Refused
from upheld.core.roles import Role
from upheld.services import authenticator_app, recovery_codes, second_factor
from upheld.services.sealed_secrets import seal, unseal
from upheld.store.models import AuthenticatorApp, Event, RecoveryCode, User

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Coordinates]:
    with time_machine.travel(MORNING, tick=False) as clock:
        yield clock


@pytest.fixture
def user() -> User:
    return person(Role.COORDINATOR)


def shown(secret: str, later: int = 0) -> str:
    """What an app with ``secret`` shows ``later`` seconds from now."""
    return pyotp.TOTP(secret).at(datetime.now(UTC) + timedelta(seconds=later))


@pytest.fixture
def secret(user: User, clock: time_machine.Coordinates) -> str:
    """The secret of an app that the user has confirmed."""
    secret = authenticator_app.begin(user)
    authenticator_app.confirm(user, code=shown(secret))
    clock.shift(timedelta(seconds=60))
    return secret


def test_an_app_counts_after_its_first_code(user: User) -> None:
    secret = authenticator_app.begin(user)
    assert authenticator_app.begin(user) == secret
    assert not second_factor.factors_of(user)
    with pytest.raises(InputProblem):
        authenticator_app.confirm(user, code="000000")
    authenticator_app.confirm(user, code=shown(secret))
    assert second_factor.factors_of(user)
    with pytest.raises(InputProblem):
        authenticator_app.begin(user)


@pytest.mark.parametrize(("later", "right"), [(0, True), (-30, True), (30, True), (-90, False)])
def test_a_clock_may_be_half_a_minute_off(user: User, secret: str, later: int, right: bool) -> None:
    assert authenticator_app.accepts(user, code=shown(secret, later)) is right


def test_a_code_counts_once(user: User, secret: str) -> None:
    code = f"{shown(secret)[:3]} {shown(secret)[3:]}"
    assert authenticator_app.accepts(user, code=code)
    assert not authenticator_app.accepts(user, code=code)
    assert not authenticator_app.accepts(user, code=shown(secret, -30))


@pytest.mark.parametrize("code", ["", "12345", "١٢٣٤٥٦", "nonsense"])
def test_what_is_no_code_is_wrong(user: User, secret: str, code: str) -> None:
    assert not authenticator_app.accepts(user, code=code)


def test_the_secret_is_sealed(user: User, secret: str, settings: Any) -> None:
    kept = str([*AuthenticatorApp.objects.values(), *Event.objects.values()])
    assert secret not in kept
    sealed = seal("a secret")
    assert unseal(sealed) == "a secret"
    settings.SECRET_KEY = "another installation"
    assert unseal(sealed) is None
    assert not authenticator_app.accepts(user, code=shown(secret))


def test_recovery_codes_work_once_each_and_old_ones_end(user: User) -> None:
    old = recovery_codes.make_codes(user)
    codes = recovery_codes.make_codes(user)
    assert (len(set(codes)), recovery_codes.codes_left(user)) == (10, 10)
    typed = codes[3].upper().replace("-", " ")
    results = [recovery_codes.use_code(user, code=code) for code in (old[0], typed, codes[3])]
    assert results == [False, True, False]
    assert recovery_codes.codes_left(user) == 9
    kept = str([*RecoveryCode.objects.values(), *Event.objects.values()])
    assert not any(code in kept for code in codes)


def test_codes_of_another_person_are_none(user: User) -> None:
    codes = recovery_codes.make_codes(user)
    assert not recovery_codes.use_code(person(Role.READER), code=codes[0])


def test_guessing_codes_is_slowed_down(user: User, secret: str) -> None:
    for _time in range(5):
        with pytest.raises(InputProblem):
            second_factor.check_code(user, code="000000", address="192.0.2.7")
    with pytest.raises(Refused):
        second_factor.check_code(user, code=shown(secret), address="192.0.2.7")
    second_factor.check_code(user, code=shown(secret), address="198.51.100.9")


def test_who_must_have_one(user: User, settings: Any) -> None:
    assert not second_factor.is_required_of(user)
    settings.UPHELD_SECOND_FACTOR = frozenset({"administrator", "coordinator"})
    assert second_factor.is_required_of(user)
    assert not second_factor.is_required_of(person(Role.READER))


def test_an_administrator_takes_away_what_was_lost(user: User, secret: str) -> None:
    recovery_codes.make_codes(user)
    second_factor.take_away(person(Role.ADMINISTRATOR), user=user)
    assert second_factor.factors_of(user) == second_factor.Factors(False, 0, 0)
    assert Event.objects.last().action == "user.take_away_second_factor"
    with pytest.raises(Refused):
        second_factor.take_away(user, user=person(Role.READER))


def test_the_picture_is_svg_without_style(user: User) -> None:
    drawn = authenticator_app.picture("otpauth://totp/Upheld:an?secret=A", title="QR code")
    assert drawn.startswith("<svg")
    assert "<title>QR code</title>" in drawn
    assert "style=" not in drawn
