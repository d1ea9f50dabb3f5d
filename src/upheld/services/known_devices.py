"""A browser in which a person signed in before, as a signed note that the browser keeps.

The note names the account and a random number, and ends with the password: after a change of
password every browser is unknown again.
"""

from __future__ import annotations

import secrets

from django.core import signing

from upheld.store.models import User

SALT = "upheld.known-device"
LIFETIME = 365 * 24 * 3600
"""Seconds for which a browser stays known."""


def note_for(user: User) -> str:
    """The note that makes a browser known for ``user``."""
    said = {"user": user.pk, "device": secrets.token_urlsafe(16), "of": _mark(user)}
    return signing.dumps(said, salt=SALT)


def device_of(note: str, username: str) -> str:
    """The device's number, if the note was made for the account of that name; else nothing."""
    try:
        said = signing.loads(note, salt=SALT, max_age=LIFETIME)
    except signing.BadSignature:
        return ""
    user = User.objects.filter(pk=said["user"], username=username).first()
    known = user is not None and said["of"] == _mark(user)
    return str(said["device"]) if known else ""


def _mark(user: User) -> str:
    return user.get_session_auth_hash()[:16]
