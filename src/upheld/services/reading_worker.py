"""The thread that reads waiting files, inside the serving process of one computer."""

from __future__ import annotations

import logging
import threading
from datetime import timedelta
from types import TracebackType

from django.db import close_old_connections, connection

from upheld.reading.sandbox import Sandbox
from upheld.services.readings import put_back, read_next

PAUSE = 1.0
"""Seconds between two looks for waiting files when none was there."""

_log = logging.getLogger(__name__)


class ReadingWorker:
    """Reads waiting files until it is closed: ``with ReadingWorker(): serve()``.

    ``alone`` says that no other process reads for this folder: what an earlier process had begun
    is then taken up at once.
    """

    def __init__(self, *, alone: bool) -> None:
        self._alone = alone
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="reading", daemon=True)

    def __enter__(self) -> ReadingWorker:
        if self._alone:
            put_back(timedelta())
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
        with Sandbox() as sandbox:
            while not self._ending.is_set():
                if not self._read_one(sandbox):
                    self._ending.wait(PAUSE)
        connection.close()

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
