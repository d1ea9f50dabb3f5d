"""More processes that answer on the same port: "upheld serve --processes 2".

One process of Python keeps one core busy. The others are copies of the first, made before it has
any thread or open database; each then has its own database connection and search index, as a
command beside the server has. They end with the first, also when it is killed: then the pipe is
closed whose other end they hold. When one of them dies, the first ends too, and says so.
"""

from __future__ import annotations

import os
import signal
import threading
import traceback
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import NoReturn, Self

from upheld.core.errors import Unavailable


class ServingProcesses:
    """``with ServingProcesses(1, serve):`` has ``serve`` run in one process more until the end.

    To be entered before any thread is started. ``Unavailable`` where processes cannot be copied,
    and at the end when one of them died.
    """

    def __init__(self, number: int, work: Callable[[], None]) -> None:
        self._number = number
        self._work = work
        self._running: set[int] = set()
        self._one_died = False

    def __enter__(self) -> Self:
        if not self._number:
            return self
        if not hasattr(os, "fork"):
            raise Unavailable(
                "This system cannot serve with several processes.",
                next_step="Type the same command without --processes.",
            )
        from django.db import connections  # noqa: PLC0415  # needs an open folder

        connections.close_all()  # a connection belongs to the process that opened it
        first_ends, self._held = os.pipe()
        for _ in range(self._number):
            if process := os.fork():
                self._running.add(process)
            else:
                os.close(self._held)
                _be_another(self._work, first_ends)
        os.close(first_ends)
        signal.signal(signal.SIGCHLD, self._look_after)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._number:
            return
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.close(self._held)
        for process in self._running:
            os.waitpid(process, 0)
        if self._one_died:
            raise Unavailable(
                "One of the serving processes died, so the others ended too.",
                next_step="Type the same command again.",
            )

    def _look_after(self, _signal: int, _frame: FrameType | None) -> None:
        """End all when one of these has ended; other programs that this one began may."""
        ended = {process for process in self._running if os.waitpid(process, os.WNOHANG)[0]}
        self._running -= ended
        if ended and not self._one_died:
            self._one_died = True
            raise KeyboardInterrupt


def _be_another(work: Callable[[], None], first_ends: int) -> NoReturn:
    """Work in this process until the first one ends; nothing of the first one runs here."""
    threading.Thread(target=_end_with_the_first, args=(first_ends,), daemon=True).start()
    code = 1
    try:
        work()
        code = 0
    except KeyboardInterrupt:
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _end_with_the_first(first_ends: int) -> None:
    os.read(first_ends, 1)  # nobody writes: it returns when the other end is closed
    os.kill(os.getpid(), signal.SIGINT)
