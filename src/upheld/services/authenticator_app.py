"""The authenticator app: six digits that change every 30 seconds, from a secret read as QR code."""

from __future__ import annotations

import hmac

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.services import history
from upheld.services.sealed_secrets import seal, unseal
from upheld.store.models import AuthenticatorApp, User

ISSUER = "Upheld"
SECONDS = 30
TOLERATED = (0, -1, 1)
"""Intervals whose code is accepted: the clock of a telephone may be half a minute off."""


def begin(user: User) -> str:
    """The secret to put into an app; it counts only after ``confirm``.

    Who: everybody for themselves. One transaction. A secret that was never confirmed is shown
    again, so that loading the page anew does not spoil the picture that was just read.
    """
    with transaction.atomic():
        history.lock()
        known = AuthenticatorApp.objects.filter(user=user).first()
        if known and known.confirmed_at:
            raise InputProblem(
                _("You have an authenticator app already."), next_step=_("Remove it first.")
            )
        if known and (secret := unseal(known.sealed_secret)):
            return secret
        import pyotp  # noqa: PLC0415  # slow import

        secret = pyotp.random_base32()
        values = {"sealed_secret": seal(secret), "created_at": timezone.now()}
        AuthenticatorApp.objects.update_or_create(user=user, defaults=values)
    return secret


def confirm(user: User, *, code: str) -> None:
    """Count the app as second factor, because ``code`` shows that it has the secret.

    Who: everybody for themselves. One transaction: app, history. ``InputProblem`` for a wrong code.
    """
    with transaction.atomic():
        history.lock()
        app = AuthenticatorApp.objects.filter(user=user, confirmed_at=None).first()
        if app is None or not _accepts(app, code):
            raise InputProblem(
                _("This code is not right."),
                next_step=_("Type the six digits that the app shows now; check its clock."),
            )
        app.confirmed_at = timezone.now()
        app.save(update_fields=["confirmed_at", "last_step"])
        history.record(user, [history.Entry("user.add_authenticator", user)])


def accepts(user: User, *, code: str) -> bool:
    """Whether ``code`` is the one that the user's app shows now; a code counts once."""
    with transaction.atomic():
        history.lock()
        app = AuthenticatorApp.objects.filter(user=user, confirmed_at__isnull=False).first()
        if app is None or not _accepts(app, code):
            return False
        app.save(update_fields=["last_step"])
    return True


def remove(user: User) -> None:
    """Forget the app. Who: everybody for themselves. One transaction: app, history."""
    with transaction.atomic():
        history.lock()
        gone, _kinds = AuthenticatorApp.objects.filter(user=user).delete()
        if gone:
            history.record(user, [history.Entry("user.remove_authenticator", user)])


def has_app(user: User) -> bool:
    """Whether an app counts as second factor of ``user``."""
    return AuthenticatorApp.objects.filter(user=user, confirmed_at__isnull=False).exists()


def address_for_app(user: User, secret: str) -> str:
    """What the QR code says: ``otpauth://totp/Upheld:huong?secret=…&issuer=Upheld``."""
    import pyotp  # noqa: PLC0415  # slow import

    return pyotp.TOTP(secret, interval=SECONDS).provisioning_uri(
        name=user.username, issuer_name=ISSUER
    )


def picture(address: str, *, title: str) -> str:
    """The QR code of ``address`` as SVG with a title, dark on light in every colour scheme."""
    import segno  # noqa: PLC0415  # slow import

    code = segno.make(address, error="m", micro=False)
    drawn: str = code.svg_inline(
        border=4, dark="#000", light="#fff", title=title, svgclass="qr", omitsize=True
    )
    return drawn


def _accepts(app: AuthenticatorApp, code: str) -> bool:
    """Compares in constant time and moves ``last_step`` on; the caller saves."""
    import pyotp  # noqa: PLC0415  # slow import

    secret = unseal(app.sealed_secret)
    typed = "".join(code.split())
    if secret is None or not typed.isascii():
        return False
    totp = pyotp.TOTP(secret, interval=SECONDS)
    now = int(timezone.now().timestamp()) // SECONDS
    steps = [now + shift for shift in TOLERATED]
    right = [step for step in steps if hmac.compare_digest(totp.generate_otp(step), typed)]
    fresh = [step for step in right if step > app.last_step]
    if not fresh:
        return False
    app.last_step = fresh[0]
    return True
