"""The tests: a folder of their own; SQLite, or the PostgreSQL of ``UPHELD_TEST_POSTGRES``."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from upheld.settings.base import *  # noqa: F403
from upheld.settings.data_folder import FOLDERS
from upheld.settings.database_url import postgresql

UPHELD_DATA = Path(tempfile.mkdtemp(prefix="upheld-tests-"))
atexit.register(shutil.rmtree, UPHELD_DATA, ignore_errors=True)
for _name in FOLDERS:
    (UPHELD_DATA / _name).mkdir()

SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

_postgres = os.environ.get("UPHELD_TEST_POSTGRES")
DATABASES = {
    "default": postgresql(_postgres)
    if _postgres
    else {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": UPHELD_DATA / "upheld.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF",
        },
        # A file, because two reviewers at once in memory are not what two processes are.
        "TEST": {"NAME": UPHELD_DATA / "tests.sqlite3"},
    }
}
