"""Passwords: long, not common, not leaked, not one's own name; kept as a hash alone."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import person
from upheld.core.errors import InputProblem
from upheld.core.roles import Role
from upheld.services import passwords
from upheld.settings import base
from upheld.store.models import Event, OpenSession

LONG = "five quiet rivers"


def hashed(password: str) -> str:
    return hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()


@pytest.mark.parametrize(
    ("password", "fine"),
    [
        ("five quiet rivers", True),
        ("năm dòng sông lặng", True),
        ("elevenchars", False),
        ("twelve chars", True),
        ("x" * 300, False),
        ("abababababababab", False),
        ("qwerty123456", False),
        ("huong at the office", False),
    ],
)
def test_what_a_password_may_be(password: str, fine: bool) -> None:
    about = ("huong", "Trần Thị Hương", "huong@example.gov")
    assert (passwords.problem_with(password, about=about) == "") is fine


def breached_file(folder: Path, lines: list[str]) -> str:
    path = folder / "breached.txt"
    path.write_text("".join(f"{line}\n" for line in sorted(lines)), "ascii")
    return str(path)


@given(st.sets(st.text(min_size=1, max_size=8), max_size=40), st.text(min_size=1, max_size=8))
def test_the_list_is_searched_to_its_last_line(
    tmp_path_factory: pytest.TempPathFactory, leaked: set[str], other: str
) -> None:
    folder = tmp_path_factory.mktemp("list")
    for lines in (
        [f"{hashed(word)}:{number}" for number, word in enumerate(leaked)],
        [hashed(word).lower() for word in leaked],
    ):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(
                "django.conf.settings.UPHELD_BREACHED_PASSWORDS", breached_file(folder, lines)
            )
            assert [word for word in leaked if not passwords.is_breached(word)] == []
            assert passwords.is_breached(other) is (other in leaked)


def test_a_leaked_password_is_refused(tmp_path: Path, settings: Any) -> None:
    assert passwords.problem_with(LONG) == ""
    settings.UPHELD_BREACHED_PASSWORDS = breached_file(tmp_path, [f"{hashed(LONG)}:7"])
    assert passwords.problem_with(LONG).startswith("This password is known")


@pytest.mark.django_db
def test_a_change_asks_for_the_current_one_and_ends_every_session() -> None:
    user = person(Role.READER)
    passwords.set_password(user, password=LONG)
    now = user.date_joined
    OpenSession.objects.create(user=user, session_key="x", begun_at=now, seen_at=now)
    with pytest.raises(InputProblem):
        passwords.set_password(user, password="six quiet rivers", current="wrong")
    assert OpenSession.objects.count() == 1
    passwords.set_password(user, password="six quiet rivers", current=LONG)
    user.refresh_from_db()
    assert (user.check_password("six quiet rivers"), OpenSession.objects.count()) == (True, 0)
    kept = str(list(Event.objects.values()))
    assert (Event.objects.count(), LONG in kept, "six quiet" in kept) == (2, False, False)


def test_passwords_are_kept_as_argon2() -> None:
    assert base.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
