"""A mail server that takes nothing."""

from __future__ import annotations

from django.core.mail.backends.base import BaseEmailBackend


class Refusing(BaseEmailBackend):
    """Answers every mail as a server does that is down."""

    def send_messages(self, email_messages):
        raise ConnectionRefusedError
