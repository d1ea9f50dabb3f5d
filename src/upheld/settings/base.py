"""What every installation shares: apps, middleware, languages, security headers."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent

DEBUG = False

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "upheld.store",
    "upheld.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "upheld.web.compression.Compression",
    "upheld.web.null_characters.NullCharacters",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "upheld.web.second_factor_first.SessionSeen",
    "upheld.web.second_factor_first.SecondFactorFirst",
    "upheld.web.refusals.Refusals",
]

ROOT_URLCONF = "upheld.web.urls"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "upheld.web.context.page",
            ],
        },
    },
]

AUTH_USER_MODEL = "store.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# Who must have a second factor: roles, as {"administrator", "coordinator"}.
UPHELD_SECOND_FACTOR: frozenset[str] = frozenset()
# A file of SHA-1 hashes of passwords that leaked, one a line and sorted; empty for none.
UPHELD_BREACHED_PASSWORDS = ""
# The sign-in service of the State (OpenID Connect); an empty issuer switches it off.
UPHELD_OIDC_ISSUER = ""
UPHELD_OIDC_CLIENT = ""
UPHELD_OIDC_SECRET = ""
UPHELD_OIDC_NAME = ""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("vi", "Tiếng Việt")]
LANGUAGE_COOKIE_NAME = "upheld_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["upheld.web.formats"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
# Served straight out of the installed package: no build step stands before the first page.
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "upheld.web.views.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Everything comes from this server and nothing runs inside the page's own text.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    },
}

# A UN report is 1 MB; a ministry's workbook or a scan may have 100. The reader has its own limit.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Where ``upheld fetch`` asks for a document, only when a person asks. Placeholders: symbol, lang.
UPHELD_FETCH_ADDRESS = (
    "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t={format}"
)

# Where mails lead to: the address under which people reach the pages.
UPHELD_ADDRESS = "http://127.0.0.1:8000"
# After so many days lateness is told to the validating authority, then to the coordinator.
UPHELD_ESCALATION = (7, 21)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Waitress says at each request that it waits for a thread: with twenty readers, all the time.
    "loggers": {"upheld": {"level": "INFO"}, "waitress.queue": {"level": "ERROR"}},
}
