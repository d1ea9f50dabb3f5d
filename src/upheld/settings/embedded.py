"""One computer: SQLite in the data folder, one process that serves, reads files and works."""

from __future__ import annotations

import os

from upheld.settings.base import *  # noqa: F403
from upheld.settings.base import UPHELD_ADDRESS as DEFAULT_ADDRESS
from upheld.settings.base import UPHELD_ESCALATION as DEFAULT_ESCALATION
from upheld.settings.base import UPHELD_FETCH_ADDRESS as DEFAULT_FETCH_ADDRESS
from upheld.settings.data_folder import data_folder, secret_key
from upheld.settings.escalation import escalation
from upheld.settings.mail import mail_settings

UPHELD_DATA = data_folder()
SECRET_KEY = secret_key(UPHELD_DATA)
UPHELD_FETCH_ADDRESS = os.environ.get("UPHELD_FETCH_ADDRESS", DEFAULT_FETCH_ADDRESS)
UPHELD_SECOND_FACTOR = frozenset(os.environ.get("UPHELD_SECOND_FACTOR", "").split())
UPHELD_BREACHED_PASSWORDS = os.environ.get("UPHELD_BREACHED_PASSWORDS", "")
UPHELD_OIDC_ISSUER = os.environ.get("UPHELD_OIDC_ISSUER", "")
UPHELD_OIDC_CLIENT = os.environ.get("UPHELD_OIDC_CLIENT", "")
UPHELD_OIDC_SECRET = os.environ.get("UPHELD_OIDC_SECRET", "")
UPHELD_OIDC_NAME = os.environ.get("UPHELD_OIDC_NAME", "")
globals().update(mail_settings(os.environ.get("UPHELD_SMTP", ""), UPHELD_DATA / "mail"))
DEFAULT_FROM_EMAIL = os.environ.get("UPHELD_MAIL_FROM", "upheld@localhost")
UPHELD_ADDRESS = os.environ.get("UPHELD_ADDRESS", DEFAULT_ADDRESS)
UPHELD_ESCALATION = escalation(os.environ.get("UPHELD_ESCALATION", ""), DEFAULT_ESCALATION)
TIME_ZONE = os.environ.get("UPHELD_TIME_ZONE", "UTC")
_NAMES = os.environ.get("UPHELD_HOSTS", "").split()
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *_NAMES]
# A server with TLS in front speaks plain HTTP to this one; forms sent over TLS are its own.
CSRF_TRUSTED_ORIGINS = [f"https://{name}" for name in _NAMES]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": UPHELD_DATA / "upheld.sqlite3",
        # Opening the file and reading what tables it has is a sixth of a page's time.
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # IMMEDIATE takes the write lock when a transaction begins, so that two writers wait
            # for each other at the start and never fail half-way.
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL",
        },
    }
}
