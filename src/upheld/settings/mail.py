"""Where mails go: a folder of the data folder, or the mail server that ``UPHELD_SMTP`` names.

``smtp://user:password@mail.example.gov:587`` speaks TLS after greeting (STARTTLS),
``smtps://mail.example.gov:465`` from the first byte; ``smtp://127.0.0.1:25?tls=none`` never.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


def mail_settings(address: str, folder: Path) -> dict[str, Any]:
    """Django's settings for mail; without an ``address`` each mail is a file in ``folder``."""
    if not address:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": folder,
        }
    parts = urlsplit(address)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ValueError("UPHELD_SMTP must look like smtp://user:password@host:587")
    plain = parse_qs(parts.query).get("tls") == ["none"]
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and not plain,
        "EMAIL_TIMEOUT": 20,
    }
