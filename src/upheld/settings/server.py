"""A ministry's server: PostgreSQL named by ``UPHELD_DATABASE_URL``, TLS in front.

``UPHELD_DATABASE_URL=postgresql://user:password@host:5432/name`` (a socket folder may stand as
``?host=/run/postgresql``); ``UPHELD_HOSTS`` lists the host names that may be asked for. What stands
in front runs on this machine and sends ``X-Forwarded-Proto``.
"""

from __future__ import annotations

import os

from upheld.settings.database_url import postgresql
from upheld.settings.embedded import *  # noqa: F403

DATABASES = {"default": postgresql(os.environ["UPHELD_DATABASE_URL"])}

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
