"""The pages as a Django app without tables: it brings templates, static files and tags."""

from typing import Any

from django.apps import AppConfig
from django.http import HttpRequest


class WebConfig(AppConfig):
    name = "upheld.web"
    label = "web"

    def ready(self) -> None:
        """A sign-in, whichever the way, shows who somebody is."""
        from django.contrib.auth.signals import user_logged_in  # noqa: PLC0415  # needs the apps

        user_logged_in.connect(_signed_in, dispatch_uid="upheld.web.recent_sign_in")


def _signed_in(request: HttpRequest, **_more: Any) -> None:
    from upheld.web.recent_sign_in import note_proof  # noqa: PLC0415  # needs the apps

    note_proof(request)
