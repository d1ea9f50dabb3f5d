"""Signing in by a link that works once, within 24 hours. There is no default password.

A link that somebody has mailed to themselves ends sooner: see ``mailed_links``.

The link carries a secret; the database keeps only its SHA-256.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import Refused
from upheld.services import history
from upheld.services.managed_users import authorise_about
from upheld.services.permissions import Actor
from upheld.store.models import SignInLink, User

LIFETIME = timedelta(hours=24)


def make_link(actor: Actor, *, user: User) -> str:
    """The secret of a new link for ``user``; it is shown now and never again.

    Who: an administrator of all that ``user`` has a role for, because the link lets in whoever
    holds it. One transaction: link, history.
    """
    who = authorise_about(actor, user)
    with transaction.atomic():
        _link, secret = keep_link(user, lifetime=LIFETIME)
        history.record(who, [history.Entry("user.make_link", user)])
    return secret


def keep_link(user: User, *, lifetime: timedelta) -> tuple[SignInLink, str]:
    """A new link for ``user`` and its secret. The caller has made sure that it may be made."""
    secret, now = secrets.token_urlsafe(32), timezone.now()
    link = SignInLink.objects.create(
        user=user, secret_sha256=_sha256(secret), created_at=now, expires_at=now + lifetime
    )
    return link, secret


def use_link(secret: str) -> User:
    """The user who may come in with ``secret``; the link is used up.

    Who: whoever holds the link. ``Refused`` when it is unknown, used or expired. One transaction.
    """
    now = timezone.now()
    with transaction.atomic():
        # One conditional UPDATE, so that of two clicks at once exactly one comes in.
        used = SignInLink.objects.filter(
            secret_sha256=_sha256(secret),
            used_at=None,
            expires_at__gt=now,
            user__is_active=True,
        ).update(used_at=now)
        if not used:
            raise Refused(
                _("This sign-in link has been used, has expired, or was never made."),
                next_step=_("Type “upheld link” in the terminal, or ask an administrator."),
            )
        user = SignInLink.objects.select_related("user").get(secret_sha256=_sha256(secret)).user
        history.record(user, [history.Entry("user.use_link", user)])
    return user


def _sha256(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
