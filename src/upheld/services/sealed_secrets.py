"""Secrets that must be read again, sealed with a key that is not in the database.

A password or a link is only compared, so its hash is enough. The secret of an authenticator app
must be known to compute its codes: it is encrypted with a key drawn from the folder's
``secret_key``, so that a copy of the database alone opens nothing.
"""

from __future__ import annotations

import base64
import hashlib

from django.conf import settings


def seal(secret: str) -> str:
    """``secret`` as text that only this installation can read."""
    from cryptography.fernet import Fernet  # noqa: PLC0415  # slow import

    return Fernet(_key()).encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str | None:
    """What was sealed; nothing when it was sealed with another key."""
    from cryptography.fernet import Fernet, InvalidToken  # noqa: PLC0415  # slow import

    try:
        return Fernet(_key()).decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None


def sha256(secret: str) -> str:
    """What is kept of a secret that is only compared; for secrets of 80 bits and more."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _key() -> bytes:
    drawn = hashlib.sha256(b"upheld sealed secrets\0" + settings.SECRET_KEY.encode()).digest()
    return base64.urlsafe_b64encode(drawn)
