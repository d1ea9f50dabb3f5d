"""The thread that sends the day's digests, inside the serving process."""

from __future__ import annotations

import logging

from django.db import close_old_connections
from django.utils import timezone

from upheld.services.accounts import operator
from upheld.services.background import Background
from upheld.services.reminders import remind

PAUSE = 600.0
"""Seconds between two looks; each person has at most one digest a day whatever it is."""

FROM_HOUR = 6
"""No mail goes out before this hour of the day."""

_log = logging.getLogger(__name__)


class ReminderWorker(Background):
    """Sends what is due until it is closed."""

    def __init__(self) -> None:
        super().__init__("reminders")

    def work(self) -> None:
        """Look every ``PAUSE`` seconds, in the daytime."""
        while not self.ending.wait(PAUSE):
            if timezone.localtime().hour >= FROM_HOUR:
                self._send()

    def _send(self) -> None:
        close_old_connections()
        try:
            remind(operator())
        except Exception:
            # A fault in one day's digests must not end those of all later days.
            _log.exception("the digests could not be sent")
