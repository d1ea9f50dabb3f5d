"""The thread that reads waiting files, inside the serving process of one computer."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Self

from django.db import close_old_connections

from upheld.reading.sandbox import Sandbox
from upheld.services.background import Background
from upheld.services.readings import put_back, read_next

PAUSE = 1.0
"""Seconds between two looks for waiting files when none was there."""

_log = logging.getLogger(__name__)


class ReadingWorker(Background):
    """Reads waiting files until it is closed.

    ``alone`` says that no other process reads for this folder: what an earlier process had begun
    is then taken up at once.
    """

    def __init__(self, *, alone: bool) -> None:
        super().__init__("reading")
        self._alone = alone

    def __enter__(self) -> Self:
        if self._alone:
            put_back(timedelta())
        return super().__enter__()

    def work(self) -> None:
        """Read one file after the other; where none waits, look again after a pause."""
        with Sandbox() as sandbox:
            while not self.ending.is_set():
                if not self._read_one(sandbox):
                    self.ending.wait(PAUSE)

    def _read_one(self, sandbox: Sandbox) -> bool:
        close_old_connections()
        try:
            if not self._alone:
                put_back()
            return read_next(sandbox) is not None
        except Exception:
            # A fault of the program must not end the reading of all later files.
            _log.exception("a file could not be taken in")
            return False
