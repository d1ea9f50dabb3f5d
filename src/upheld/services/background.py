"""A thread that works beside the pages, inside the serving process."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from types import TracebackType
from typing import Self

from django.db import connection


class Background(ABC):
    """Works until it is closed: ``with ReminderWorker(): serve()``.

    A worker says in ``work`` what it does; it looks at ``ending`` as often as it can and returns
    when that is set. What it was at is then ended within ``LAST_SECONDS``.
    """

    LAST_SECONDS = 10

    def __init__(self, name: str) -> None:
        self.ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    @abstractmethod
    def work(self) -> None:
        """What is done in the thread; returns when ``ending`` is set."""

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.ending.set()
        self._thread.join(timeout=self.LAST_SECONDS)

    def _run(self) -> None:
        try:
            self.work()
        finally:
            connection.close()
