"""The thread that sends the day's digests, inside the serving process."""

from __future__ import annotations

import logging
import threading
from types import TracebackType

from django.db import close_old_connections, connection
from django.utils import timezone

from upheld.services.accounts import operator
from upheld.services.reminders import remind

PAUSE = 600.0
"""Seconds between two looks; each person has at most one digest a day whatever it is."""

FROM_HOUR = 6
"""No mail goes out before this hour of the day."""

_log = logging.getLogger(__name__)


class ReminderWorker:
    """Sends what is due until it is closed: ``with ReminderWorker(): serve()``."""

    def __init__(self) -> None:
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="reminders", daemon=True)

    def __enter__(self) -> ReminderWorker:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ending.set()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        while not self._ending.wait(PAUSE):
            if timezone.localtime().hour >= FROM_HOUR:
                self._send()
        connection.close()

    def _send(self) -> None:
        close_old_connections()
        try:
            remind(operator())
        except Exception:
            # A fault in one day's digests must not end those of all later days.
            _log.exception("the digests could not be sent")
