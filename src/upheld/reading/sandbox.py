"""The reading process as the program sees it: hand over a file, get facts or findings back.

    with Sandbox() as sandbox:
        facts = sandbox.call("upheld.parsing.parser:read_and_parse", "A_HRC_26_6.pdf", content)

One process serves many files, so that its start is paid once; it is replaced after each crash,
each time-out, and every so many files. The file that brought it down gives a finding, no other file
is lost. Safe to call from several threads; they take turns.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, BinaryIO, cast

from upheld.core.errors import InputProblem, Unavailable
from upheld.core.findings import Finding
from upheld.reading.frames import read_frame, write_frame
from upheld.reading.limits import Limits, printed_size
from upheld.reading.problems import file_problem
from upheld.reading.worker import TASK

Progress = Callable[[int, int], None]

_log = logging.getLogger(__name__)
_GRACE = 1.0  # seconds a process gets to end by itself


class Sandbox:
    """Owns one reading process; use it as a context manager, or call ``close``."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self.replaced = 0
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def call(
        self,
        task: str,
        name: str,
        content: bytes,
        *,
        progress: Progress | None = None,
        **options: Any,
    ) -> dict[str, Any]:
        """Run ``task`` ("upheld.module:function") on a file and return its dictionary.

        Raises ``InputProblem`` with the task's own findings, or with ``file.crashed``,
        ``file.timeout`` or ``file.memory`` when the file brought the process down. ``options`` are
        passed on as JSON; ``progress(done, total)`` is called where the task reports it.
        """
        answer, _ = self._ask(task, name, content, options, progress)
        return cast("dict[str, Any]", answer["result"])

    def call_bytes(self, task: str, name: str, content: bytes, **options: Any) -> bytes:
        """The same for a task that answers with bytes, such as the picture of a page."""
        _, produced = self._ask(task, name, content, options, None)
        return produced

    def close(self) -> None:
        """End the process; a later call starts another."""
        with self._lock:
            self._stop()

    def _ask(
        self,
        task: str,
        name: str,
        content: bytes,
        options: dict[str, Any],
        progress: Progress | None,
    ) -> tuple[dict[str, Any], bytes]:
        if TASK.fullmatch(task) is None:
            raise ValueError(f"{task} is no task of the reading process")
        request = {"task": task, "name": name, "options": options, "seconds": self.limits.seconds}
        with self._lock:
            answer, produced = self._exchange(request, content, progress)
        match answer["kind"]:
            case "result" | "bytes":
                return answer, produced
            case "problem":
                raise InputProblem(
                    answer["message"],
                    findings=[Finding.from_dict(finding) for finding in answer["findings"]],
                    next_step=answer["next_step"],
                )
            case "unavailable":
                raise Unavailable(answer["message"], next_step=answer["next_step"])
            case "memory":
                limit = printed_size(self.limits.memory_bytes)
                raise file_problem("file.memory", name, limit=limit)
            case "timeout":
                raise file_problem("file.timeout", name, seconds=f"{self.limits.seconds:g}")
            case _:
                _log.error("reading %s failed: %s", name, answer.get("traceback", "it stopped"))
                raise file_problem("file.crashed", name)

    def _exchange(
        self, request: dict[str, Any], content: bytes, progress: Progress | None
    ) -> tuple[dict[str, Any], bytes]:
        """Send one file and wait for the answer, no longer than the limit."""
        process = self._running()
        requests = cast("BinaryIO", process.stdin)
        answers = cast("BinaryIO", process.stdout)
        expired = threading.Event()

        def expire() -> None:
            expired.set()
            process.kill()

        # The clock kills the process, which ends both streams: no read or write can hang.
        clock = threading.Timer(self.limits.seconds, expire)
        clock.daemon = True
        clock.start()
        try:
            write_frame(requests, request, content)
            while (frame := read_frame(answers)) is not None:
                answer, produced = frame
                if answer.get("kind") != "progress":
                    self._served += 1
                    if answer.get("kind") == "memory" or expired.is_set():
                        self._replace()  # out of memory, or killed just after it had answered
                    return answer, produced
                if progress is not None:
                    progress(answer["done"], answer["total"])
        except (OSError, ValueError):
            _log.debug("the reading process broke off", exc_info=True)
        except BaseException:
            self._replace()  # an unread answer must not meet the next question
            raise
        finally:
            clock.cancel()
        code = self._replace()
        if expired.is_set() or code == -getattr(signal, "SIGXCPU", 24):
            return {"kind": "timeout"}, b""
        return {"kind": "crashed", "traceback": f"the process ended with {code}"}, b""

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, started where there is none and renewed where it has served enough."""
        if self._process is not None and self._served >= self.limits.files:
            self._stop()
        if self._process is not None and self._process.poll() is not None:
            self._replace()  # somebody else ended it between two files
        if self._process is None:
            self._process = _start(self.limits)
            self._served = 0
        return self._process

    def _replace(self) -> int | None:
        code = self._stop(now=True)
        self.replaced += 1
        return code

    def _stop(self, *, now: bool = False) -> int | None:
        process, self._process = self._process, None
        if process is None:
            return None
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    _log.debug("a stream of the reading process was closed already")
        try:
            return process.wait(0.05 if now else _GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def _start(limits: Limits) -> subprocess.Popen[bytes]:
    """A new reading process: same program, empty environment, no files but its three streams."""
    environment = {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
    }
    if "SYSTEMROOT" in os.environ:  # Windows cannot start Python without it
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    command = [
        sys.executable,
        "-P",
        "-m",
        "upheld.reading.worker",
        "--limits",
        json.dumps(limits.to_dict()),
    ]
    return subprocess.Popen(  # noqa: S603  # the command is the program itself
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        close_fds=True,
        start_new_session=True,  # Ctrl+C is for the program; it ends the process by closing stdin
    )
