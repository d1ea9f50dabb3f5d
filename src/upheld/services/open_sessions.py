"""The browsers in which a person is signed in, and how each of them is ended."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.services import history
from upheld.services.permissions import visible_to
from upheld.store.models import OpenSession, User

BROWSERS = ("Edg", "OPR", "Firefox", "Chrome", "Safari")
NAMES = {"Edg": "Edge", "OPR": "Opera"}
SYSTEMS = ("Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux")


def begin(user: User, *, session_key: str, agent: str, how: str) -> OpenSession:
    """Write down that ``user`` signed in ``how``: "link", "password", "passkey", "service".

    Who: who has just proved to be ``user``. One transaction: session, history.
    """
    now = timezone.now()
    with transaction.atomic():
        history.lock()
        _forget_what_ended(user)
        opened = OpenSession.objects.create(
            user=user,
            session_key=session_key,
            browser=browser_name(agent),
            begun_at=now,
            seen_at=now,
        )
        history.record(user, [history.Entry("user.sign_in", user, {"by": [None, how]})])
    return opened


def seen(session_key: str) -> None:
    """The session is in use; asked for once an hour, so that the list says when it last was."""
    OpenSession.objects.filter(session_key=session_key).update(seen_at=timezone.now())


def sessions_of(user: User) -> list[OpenSession]:
    """Where ``user`` is signed in, the one used last first. Who: everybody for themselves."""
    oldest = timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    return list(visible_to(user, OpenSession.objects.filter(user=user, begun_at__gt=oldest)))


def end(user: User, *, number: int) -> None:
    """End one session of ``user``.

    Who: everybody for themselves. One transaction: session, history. ``InputProblem`` when it has
    ended already, or is not theirs.
    """
    with transaction.atomic():
        history.lock()
        rows = visible_to(user, OpenSession.objects.filter(user=user, pk=number))
        if not _end(list(rows)):
            raise InputProblem(_("This session has ended already."))
        history.record(user, [history.Entry("user.end_session", user, {"sessions": [1, 0]})])


def end_others(user: User, *, session_key: str) -> int:
    """End all sessions of ``user`` but the one of ``session_key``; answers how many.

    Who: everybody for themselves. One transaction: sessions, history.
    """
    with transaction.atomic():
        history.lock()
        others = OpenSession.objects.filter(user=user).exclude(session_key=session_key)
        ended = _end(list(visible_to(user, others)))
        if ended:
            said: history.Difference = {"sessions": [ended, 0]}
            history.record(user, [history.Entry("user.end_session", user, said)])
    return ended


def end_all(user: User, *, session_key: str = "") -> int:
    """End every session of ``user``, or the one of ``session_key``, inside another act."""
    rows = OpenSession.objects.filter(user=user)
    return _end(list(rows.filter(session_key=session_key) if session_key else rows))


def browser_name(agent: str) -> str:
    """A User-Agent header in words: "Firefox, Windows"; empty for one that says nothing known."""
    browser = next((NAMES.get(name, name) for name in BROWSERS if f"{name}/" in agent), "")
    system = next((name for name in SYSTEMS if name in agent), "")
    return ", ".join(filter(None, (browser, system)))


def _end(rows: list[OpenSession]) -> int:
    store = import_module(settings.SESSION_ENGINE).SessionStore
    for row in rows:
        store(row.session_key).delete()
    OpenSession.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


def _forget_what_ended(user: User) -> None:
    oldest = timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    OpenSession.objects.filter(user=user, begun_at__lt=oldest).delete()
