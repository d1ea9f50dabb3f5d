"""Inviting people: a link that works once, ends, and brings its reader in with the named roles."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Sequence
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from upheld.core.errors import InputProblem, Refused
from upheld.core.person_names import kept_name
from upheld.core.roles import Role
from upheld.services import history, mail
from upheld.services.managed_users import authorise_for
from upheld.services.passwords import problem_with
from upheld.services.permissions import Actor, visible_to
from upheld.services.sealed_secrets import sha256
from upheld.services.user_roles import Grant, put, require_given
from upheld.store.models import Invitation, InvitedRole, User

LIFETIME = timedelta(days=7)
SIGN_IN_NAME = re.compile(r"[a-z0-9][a-z0-9._@+-]{1,149}")


def invite(
    actor: Actor, *, grants: Sequence[Grant], name: str = "", email: str = ""
) -> tuple[Invitation, str]:
    """A new invitation and the secret of its link, which is shown now and never again.

    Who: an administrator of every body for which a role is given. One transaction: invitation,
    history. ``InputProblem`` without a role or with an address that is none.
    """
    if not grants:
        raise InputProblem(_("An invitation gives at least one role."))
    for grant in grants:
        who = authorise_for(actor, grant.body)
        require_given(grant.role)
    email, name = email.strip(), kept_name(name)
    if email:
        _require_address(email)
    secret, now = secrets.token_urlsafe(32), timezone.now()
    with transaction.atomic():
        history.lock()
        made = Invitation.objects.create(
            email=email,
            name=name,
            secret_sha256=sha256(secret),
            invited_by=who,
            created_at=now,
            expires_at=now + LIFETIME,
        )
        InvitedRole.objects.bulk_create(
            InvitedRole(invitation=made, role=g.role, body=g.body, alternate=g.alternate)
            for g in grants
        )
        said: history.Difference = {
            "name": [None, name],
            "roles": [None, [grant.said() for grant in grants]],
        }
        history.record(who, [history.Entry("invitation.make", made, said)])
    return made, secret


def renew(actor: Actor, *, invitation: int) -> tuple[Invitation, str]:
    """Make a new link for an invitation; the old one ends, and the week begins again.

    Who: an administrator of all that it gives. One transaction: invitation, history.
    """
    with transaction.atomic():
        history.lock()
        who, found = _managed(actor, invitation)
        secret = secrets.token_urlsafe(32)
        found.secret_sha256 = sha256(secret)
        found.expires_at = timezone.now() + LIFETIME
        found.save(update_fields=["secret_sha256", "expires_at"])
        history.record(who, [history.Entry("invitation.renew", found)])
    return found, secret


def revoke(actor: Actor, *, invitation: int) -> Invitation:
    """Close an invitation that nobody has accepted yet; twice changes nothing.

    Who: an administrator of all that it gives. One transaction: invitation, history.
    """
    with transaction.atomic():
        history.lock()
        who, found = _managed(actor, invitation, revoked_too=True)
        if found.revoked_at is None:
            found.revoked_at = timezone.now()
            found.save(update_fields=["revoked_at"])
            history.record(who, [history.Entry("invitation.revoke", found)])
    return found


def send_link(
    actor: Actor, *, invitation: Invitation, secret: str, address_of: Callable[[str], str]
) -> bool:
    """Mail the link, if the invitation has an address; false when no mail left.

    Who: an administrator of all that it gives. ``address_of`` turns the secret into the link.
    """
    _managed(actor, invitation.pk)
    if not invitation.email:
        return False
    text = _(
        "You are invited to Upheld, where the follow-up to recommendations of United Nations "
        "human-rights mechanisms is written down.\n\n"
        "Open this link to choose a sign-in name and a password. It works once, until "
        "%(until)s (UTC).\n\n%(link)s\n\n"
        "Whoever has the link can accept the invitation: do not pass this mail on."
    )
    said = {
        "link": address_of(secret),
        "until": f"{invitation.expires_at:%Y-%m-%d %H:%M}",
    }
    return mail.send(invitation.email, subject=_("Invitation to Upheld"), text=text % said)


def invitation_of(secret: str) -> Invitation:
    """The invitation behind a link. Who: whoever holds the link.

    ``Refused`` when it was never made, has been used or revoked, has expired, or whoever invited
    may no longer give what it promises.
    """
    found = Invitation.objects.filter(
        secret_sha256=sha256(secret),
        accepted_at=None,
        revoked_at=None,
        expires_at__gt=timezone.now(),
    ).first()
    if found is None or not _is_still_meant(found):
        raise Refused(
            _("This invitation has been used, was taken back, has expired, or was never made."),
            next_step=_("Ask whoever invited you for a new link."),
        )
    return found


@sensitive_variables("secret", "password")
def accept(secret: str, *, username: str, name: str, password: str) -> User:
    """Make the account that an invitation promises, with its roles.

    Who: whoever holds the link. One transaction: user, roles, invitation, history. ``Refused`` as
    ``invitation_of``; ``InputProblem`` when the name is taken or the password is weak.
    """
    username, name = username.strip(), kept_name(name)
    with transaction.atomic():
        history.lock()  # of two clicks at once the second finds the invitation used
        found = invitation_of(secret)
        problem = problem_with_name(username)
        problem = problem or problem_with(password, about=(username, name, found.email))
        if problem:
            raise InputProblem(problem)
        user = User(username=username, name=name or found.name, email=found.email)
        user.set_password(password)
        user.save()
        found.accepted_at, found.accepted_by = timezone.now(), user
        found.save(update_fields=["accepted_at", "accepted_by"])
        said: history.Difference = {"name": [None, user.name], "invitation": [None, found.pk]}
        history.record(user, [history.Entry("user.accept_invitation", user, said)])
        for grant in grants_of(found):
            put(found.invited_by, user, grant)  # the history says who gave the role
    return user


def problem_with_name(username: str) -> str:
    """What is wrong with a sign-in name for a new account in a sentence, or nothing."""
    if not SIGN_IN_NAME.fullmatch(username):
        return _("A sign-in name has small letters, digits and the signs . _ @ + - only.")
    if User.objects.filter(username=username).exists():
        return _("There is already a user named %(username)s.") % {"username": username}
    return ""


def grants_of(invitation: Invitation) -> list[Grant]:
    """The roles that an invitation gives."""
    rows = invitation.roles.select_related("body")
    return [Grant(Role(row.role), row.body, row.alternate) for row in rows]


def _is_still_meant(found: Invitation) -> bool:
    try:
        for grant in grants_of(found):
            authorise_for(found.invited_by, grant.body)
    except Refused:
        return False
    return True


def _managed(actor: Actor, number: int, *, revoked_too: bool = False) -> tuple[User, Invitation]:
    """The invitation, if ``actor`` manages all that it gives and it is still open."""
    found = visible_to(actor, Invitation.objects.filter(pk=number)).first()
    if found is None:
        raise InputProblem(_("There is no such invitation."))
    for grant in grants_of(found):
        who = authorise_for(actor, grant.body)
    if found.accepted_at or (found.revoked_at and not revoked_too):
        raise InputProblem(_("This invitation was accepted or taken back already."))
    return who, found


def _require_address(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError:
        raise InputProblem(_("“%(email)s” is no mail address.") % {"email": email}) from None
