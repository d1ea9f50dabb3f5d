"""Signing in with the sign-in service of the State, by OpenID Connect; off until it is set up.

The authorisation code flow with state, nonce and PKCE: the person proves who they are there, this
side learns a number that never changes (``subject``), and nothing else is kept. An account is found
by that number; the first time by a mail address that the service has verified and exactly one
account has. Nobody gets an account by this way.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, build_opener

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import Refused, Unavailable
from upheld.services import history
from upheld.store.models import OutsideIdentity, User

SECONDS = 15
LARGEST = 1_000_000
ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
"""Signatures with a public key alone: a shared secret or "none" would let anybody sign."""


@dataclass(frozen=True, slots=True)
class Journey:
    """What this side remembers while a person is at the service."""

    state: str
    nonce: str
    verifier: str


def is_offered() -> bool:
    """Whether a service is set up."""
    return bool(settings.UPHELD_OIDC_ISSUER and settings.UPHELD_OIDC_CLIENT)


def begin(return_to: str) -> tuple[str, Journey]:
    """The address to send the person to, and what to remember until they come back.

    ``Unavailable`` when no service is set up, or it does not answer.
    """
    journey = Journey(*(secrets.token_urlsafe(32) for _part in range(3)))
    challenge = base64.urlsafe_b64encode(hashlib.sha256(journey.verifier.encode()).digest())
    asked = {
        "response_type": "code",
        "client_id": settings.UPHELD_OIDC_CLIENT,
        "redirect_uri": return_to,
        "scope": "openid email",
        "state": journey.state,
        "nonce": journey.nonce,
        "code_challenge": challenge.rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    return f"{_described()['authorization_endpoint']}?{urlencode(asked)}", journey


def sign_in_with_service(*, code: str, state: str, journey: Journey, return_to: str) -> User:
    """The user whom the service has recognised.

    Who: everybody. One transaction when an account is met for the first time: identity, history.
    ``Refused`` when the answer is not the one that was asked for, or no open account fits.
    """
    if not secrets.compare_digest(state.encode(), journey.state.encode()) or not code:
        raise _refused()
    answer = _ask(
        _described()["token_endpoint"],
        {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": return_to,
            "client_id": settings.UPHELD_OIDC_CLIENT,
            "client_secret": settings.UPHELD_OIDC_SECRET,
            "code_verifier": journey.verifier,
        },
    )
    claims = _claims(str(answer.get("id_token", "")))
    nonce = str(claims.get("nonce", ""))
    if not secrets.compare_digest(nonce.encode(), journey.nonce.encode()):
        raise _refused()
    return _account(str(claims["sub"]), claims)


def _account(subject: str, claims: dict[str, Any]) -> User:
    with transaction.atomic():
        history.lock()
        known = OutsideIdentity.objects.select_related("user").filter(
            issuer=settings.UPHELD_OIDC_ISSUER, subject=subject
        )
        identity = known.first()
        if identity:
            if not identity.user.is_active:
                raise _refused()
            return identity.user
        email = str(claims.get("email", ""))
        found = list(User.objects.filter(email__iexact=email)[:2]) if email else []
        verified = claims.get("email_verified") is True
        if not verified or len(found) != 1 or not found[0].is_active:
            raise Refused(
                _("There is no account for you here yet."),
                next_step=_(
                    "Ask an administrator for an invitation to the mail address that the sign-in "
                    "service knows."
                ),
            )
        user = found[0]
        OutsideIdentity.objects.create(
            user=user,
            issuer=settings.UPHELD_OIDC_ISSUER,
            subject=subject,
            linked_at=timezone.now(),
        )
        history.record(user, [history.Entry("user.link_identity", user)])
    return user


def _claims(token: str) -> dict[str, Any]:
    """What the service says of the person, once its signature, audience and age are right."""
    import jwt  # noqa: PLC0415  # slow import

    try:
        keys = jwt.PyJWKSet.from_dict(_ask(_described()["jwks_uri"]))
        kid = jwt.get_unverified_header(token).get("kid")
        key = next((key for key in keys.keys if kid in {None, key.key_id}), None)
        if key is None:
            raise _refused()
        claims: dict[str, Any] = jwt.decode(
            token,
            key,
            algorithms=ALGORITHMS,
            audience=settings.UPHELD_OIDC_CLIENT,
            issuer=settings.UPHELD_OIDC_ISSUER,
            options={"require": ["exp", "iat", "sub", "nonce"]},
            leeway=60,
        )
    except jwt.PyJWTError:
        raise _refused() from None
    return claims


def _described() -> dict[str, Any]:
    """The service's own description of its addresses, asked for once an hour."""
    if not is_offered():
        raise Unavailable(
            _("No sign-in service is set up here."), next_step=_("Sign in in another way.")
        )
    issuer = settings.UPHELD_OIDC_ISSUER
    key = "oidc:" + hashlib.sha256(issuer.encode()).hexdigest()
    known: dict[str, Any] | None = cache.get(key)
    if known is None:
        known = _ask(issuer.rstrip("/") + "/.well-known/openid-configuration")
        if known.get("issuer") != issuer:
            raise _away()
        cache.set(key, known, 3600)
    return known


def _ask(address: str, form: dict[str, str] | None = None) -> dict[str, Any]:
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "localhost", "::1"}:
        raise _away()  # secrets travel here: never without TLS, except on this computer
    data = urlencode(form).encode() if form else None
    request = Request(address, data, {"Accept": "application/json"})  # noqa: S310  # checked above
    try:
        with build_opener().open(request, timeout=SECONDS) as answer:
            said = json.loads(answer.read(LARGEST))
    except (URLError, OSError, ValueError):
        raise _away() from None
    if not isinstance(said, dict):
        raise _away()
    return said


def _refused() -> Refused:
    return Refused(
        _("The sign-in service did not recognise you."),
        next_step=_("Begin again, or sign in in another way."),
    )


def _away() -> Unavailable:
    return Unavailable(
        _("The sign-in service does not answer as it should."),
        next_step=_("Try again later, or sign in in another way."),
    )
