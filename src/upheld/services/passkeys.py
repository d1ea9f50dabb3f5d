"""Passkeys: a key in a telephone, a computer or a stick that signs, and is never sent (WebAuthn).

A passkey belongs to the host name under which it was made; browsers give none to a bare address
such as 127.0.0.1. It asks for its owner's finger or PIN, so that it is both factors in one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem, Refused
from upheld.services import history
from upheld.services.permissions import visible_to
from upheld.store.models import Passkey, User

if TYPE_CHECKING:
    from webauthn.helpers.structs import PublicKeyCredentialDescriptor

MOST = 20
"""Passkeys of one person."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where the pages are reached: host "upheld.example.gov", origin "https://upheld.example.gov"."""

    host: str
    origin: str


@dataclass(frozen=True, slots=True)
class Question:
    """What the browser passes to the key, as JSON, and the challenge that its answer must hold."""

    options: str
    challenge: str


def ask_new(user: User, site: Site) -> Question:
    """What makes a new passkey. Who: everybody for themselves."""
    import webauthn  # noqa: PLC0415  # slow import
    from webauthn.helpers import structs  # noqa: PLC0415  # slow import

    options = webauthn.generate_registration_options(
        rp_id=site.host,
        rp_name="Upheld",
        user_name=user.username,
        user_id=f"upheld-{user.pk}".encode(),
        user_display_name=user.get_full_name(),
        authenticator_selection=structs.AuthenticatorSelectionCriteria(
            resident_key=structs.ResidentKeyRequirement.REQUIRED,
            user_verification=structs.UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=_described(user),
    )
    return _question(webauthn.options_to_json(options))


def add(user: User, site: Site, *, answer: str, challenge: str, name: str) -> Passkey:
    """Keep the public half of a new passkey under a ``name`` such as "office computer".

    Who: everybody for themselves. One transaction: passkey, history. ``InputProblem`` for an answer
    that does not fit the question.
    """
    import webauthn  # noqa: PLC0415  # slow import
    from webauthn.helpers.exceptions import WebAuthnException  # noqa: PLC0415  # slow import

    try:
        checked = webauthn.verify_registration_response(
            credential=answer,
            expected_challenge=webauthn.base64url_to_bytes(challenge),
            expected_rp_id=site.host,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError):
        raise InputProblem(
            _("The passkey was not made."), next_step=_("Load the page and try again.")
        ) from None
    name = " ".join(name.split())[:100] or _("Passkey")
    with transaction.atomic():
        history.lock()
        if Passkey.objects.filter(user=user).count() >= MOST:
            raise InputProblem(_("These are enough passkeys."), next_step=_("Remove one first."))
        identity = webauthn.helpers.bytes_to_base64url(checked.credential_id)
        if Passkey.objects.filter(credential_id=identity).exists():
            raise InputProblem(_("This passkey is known already."))
        made = Passkey.objects.create(
            user=user,
            name=name,
            credential_id=identity,
            public_key=webauthn.helpers.bytes_to_base64url(checked.credential_public_key),
            sign_count=checked.sign_count,
            created_at=timezone.now(),
        )
        history.record(user, [history.Entry("user.add_passkey", user, {"passkey": [None, name]})])
    return made


def ask(site: Site, user: User | None = None) -> Question:
    """What lets a passkey sign: one of ``user``, or any that belongs to this host."""
    import webauthn  # noqa: PLC0415  # slow import
    from webauthn.helpers import structs  # noqa: PLC0415  # slow import

    options = webauthn.generate_authentication_options(
        rp_id=site.host,
        allow_credentials=_described(user) if user else None,
        user_verification=structs.UserVerificationRequirement.REQUIRED,
    )
    return _question(webauthn.options_to_json(options))


def sign_in_with_passkey(
    site: Site, *, answer: str, challenge: str, user: User | None = None
) -> User:
    """Who holds the key that signed the ``challenge``; only ``user``, if one is given.

    Who: everybody. One transaction: the key's count and time. ``Refused`` for an answer that does
    not fit, a key that is not known, and a closed account.
    """
    import webauthn  # noqa: PLC0415  # slow import
    from webauthn.helpers.exceptions import WebAuthnException  # noqa: PLC0415  # slow import

    refused = Refused(
        _("This passkey does not open anything here."),
        next_step=_("Try again, or sign in in another way."),
    )
    with transaction.atomic():
        history.lock()
        try:
            identity = json.loads(answer)["id"]
            rows = Passkey.objects.select_related("user").filter(user__is_active=True)
            key = rows.filter(credential_id=identity).first()
            if key is None or (user is not None and key.user_id != user.pk):
                raise refused
            checked = webauthn.verify_authentication_response(
                credential=answer,
                expected_challenge=webauthn.base64url_to_bytes(challenge),
                expected_rp_id=site.host,
                expected_origin=site.origin,
                credential_public_key=webauthn.base64url_to_bytes(key.public_key),
                credential_current_sign_count=key.sign_count,
                require_user_verification=True,
            )
        except (WebAuthnException, ValueError, TypeError, KeyError):
            raise refused from None
        key.sign_count, key.last_used_at = checked.new_sign_count, timezone.now()
        key.save(update_fields=["sign_count", "last_used_at"])
    return key.user


def passkeys_of(user: User) -> list[Passkey]:
    """The passkeys of ``user``, the oldest first. Who: everybody for themselves."""
    return list(visible_to(user, Passkey.objects.filter(user=user)))


def remove(user: User, *, number: int) -> None:
    """Forget a passkey. Who: everybody for themselves. One transaction: passkey, history."""
    with transaction.atomic():
        history.lock()
        key = visible_to(user, Passkey.objects.filter(user=user, pk=number)).first()
        if key is None:
            raise InputProblem(_("There is no such passkey."))
        said: history.Difference = {"passkey": [key.name, None]}
        key.delete()
        history.record(user, [history.Entry("user.remove_passkey", user, said)])


def _question(options: str) -> Question:
    return Question(options, json.loads(options)["challenge"])


def _described(user: User) -> list[PublicKeyCredentialDescriptor]:
    import webauthn  # noqa: PLC0415  # slow import
    from webauthn.helpers import structs  # noqa: PLC0415  # slow import

    return [
        structs.PublicKeyCredentialDescriptor(id=webauthn.base64url_to_bytes(key.credential_id))
        for key in Passkey.objects.filter(user=user)
    ]
