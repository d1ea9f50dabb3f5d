"""What the reading process takes away from itself before it opens a file that somebody else made.

Memory and processor time are limited by the system (``resource``; absent on Windows, where only the
time-out of the parent holds; macOS does not enforce the limit on memory). Files cannot be written,
other programs cannot be started, the network cannot be reached: Python refuses it everywhere, and
on Linux the kernel refuses it to libraries too (``upheld.reading.system_calls``).
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

from upheld.reading.system_calls import give_up_system_calls

# Raised by Python itself before it does these things (PEP 578).
_FORBIDDEN = frozenset(
    ("socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.Popen",
     "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "os.remove",
     "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod", "os.chown",
     "os.truncate", "shutil.rmtree")
)  # fmt: skip
_WRITING = ("w", "a", "x", "+")
_OPEN_FILES = 128


class Forbidden(PermissionError):
    """The reading process tried something that reading does not need."""


def confine(memory_bytes: int) -> None:
    """Give up what reading does not need; ``memory_bytes`` 0 sets no limit on memory."""
    resource = _resource()
    if resource is not None:
        _limit(resource, resource.RLIMIT_CORE, 0)
        _limit(resource, resource.RLIMIT_FSIZE, 0)
        _limit(resource, resource.RLIMIT_NOFILE, _OPEN_FILES)
        if memory_bytes:
            _limit(resource, resource.RLIMIT_AS, memory_bytes)
    give_up_system_calls()
    sys.addaudithook(_refuse)


def allow_seconds(seconds: float) -> None:
    """Allow this many more seconds of processor time, from now on.

    The system counts processor time over the life of the process, so the limit moves with each
    file. Past it the process is killed, even where the parent's clock stands still.
    """
    resource = _resource()
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = used.ru_utime + used.ru_stime
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(spent + seconds) + 2, hard))


def _resource() -> Any:
    """The module that sets limits, None where the system has none (Windows)."""
    try:
        return importlib.import_module("resource")
    except ImportError:
        return None


def _limit(resource: Any, which: int, value: int) -> None:
    _, hard = resource.getrlimit(which)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    # macOS refuses a limit on memory; the clock of the parent still holds there.
    try:
        resource.setrlimit(which, (value, value))
    except (OSError, ValueError):
        if sys.platform == "linux":
            raise


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _FORBIDDEN:
        raise Forbidden(event)
    if event == "open":
        mode, flags = arguments[1], arguments[2]
        by_mode = isinstance(mode, str) and any(letter in mode for letter in _WRITING)
        by_flags = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if by_mode or (mode is None and by_flags):
            raise Forbidden(f"open for writing: {arguments[0]!r}")
