"""The one Django app with tables."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Tables of users, documents, records and history."""

    name = "upheld.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
