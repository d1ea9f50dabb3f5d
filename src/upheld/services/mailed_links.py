"""A sign-in link by mail for who forgot the password; what a stranger learns from it is nothing.

Name unknown, account closed, no mail address kept, a link sent a moment ago: the answer is the
same, and comes after the same time, because who is meant is found out after it was given. A second
factor is asked for all the same. Nobody is locked out by it: passwords and earlier links go on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from upheld.services import history, mail
from upheld.services.sign_in import keep_link
from upheld.store.models import SignInLink, User

LIFETIME = timedelta(minutes=15)
PAUSE = timedelta(minutes=10)
"""One person gets no second link before it has passed."""

MOST_ACCOUNTS = 5
"""Accounts with one mail address that get a link each."""

logger = logging.getLogger("upheld.sign_in")
# One after the other, so that many requests at once cost the pages nothing.
_after_the_answer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mailed-links")


def ask_for_link(typed: str, *, address_of: Callable[[str], str]) -> None:
    """Mail a link to whom ``typed`` names, by sign-in name or mail address, after the answer.

    Who: everybody. ``address_of`` turns the secret into the link. Says nothing of what it did.
    """
    _after_the_answer.submit(_mail_and_leave, typed, address_of)


def wait_until_mailed() -> None:
    """Return when all that was asked for until now has been looked after."""
    _after_the_answer.submit(lambda: None).result()


def mail_links(typed: str, *, address_of: Callable[[str], str]) -> int:
    """Mail the links at once; how many left. One transaction a person: link, history."""
    wanted = typed.replace("\0", "").strip()[:254]
    people = User.objects.filter(Q(username=wanted) | Q(email__iexact=wanted), is_active=True)
    named = people.exclude(email="").order_by("pk")[:MOST_ACCOUNTS]
    return sum(_mail_to(person, address_of) for person in named)


def _mail_to(person: User, address_of: Callable[[str], str]) -> bool:
    with transaction.atomic():
        history.lock()
        now = timezone.now()
        # A link of an administrator lives longer, and is none of these.
        mailed = SignInLink.objects.filter(user=person, expires_at__lte=now + LIFETIME)
        if mailed.filter(created_at__gt=now - PAUSE).exists():
            return False
        link, secret = keep_link(person, lifetime=LIFETIME)
        history.record(person, [history.Entry("user.mail_link", person)])
    with override(person.language or settings.LANGUAGE_CODE):
        text = _(
            "Somebody, probably you, asked for a link to sign in to Upheld as %(name)s.\n\n"
            "Open it within 15 minutes, until %(until)s (UTC). It works once.\n\n%(link)s\n\n"
            "You did not ask for it? Then there is nothing to do: without this mail nobody comes "
            "in by it. Do not pass it on."
        ) % {
            "name": person.username,
            "until": f"{link.expires_at:%Y-%m-%d %H:%M}",
            "link": address_of(secret),
        }
        sent = mail.send(person.email, subject=_("Link to sign in to Upheld"), text=text)
    if not sent:
        link.delete()
    return sent


def _mail_and_leave(typed: str, address_of: Callable[[str], str]) -> None:
    try:
        mail_links(typed, address_of=address_of)
    except Exception as error:  # nobody waits for this; what went wrong is for the log
        logger.error("a sign-in link was not mailed: %s", type(error).__name__)
    finally:
        connection.close()
