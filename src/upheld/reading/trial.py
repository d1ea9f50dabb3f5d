"""Trials of the reading process: does it hold on this machine what it promises?

``held_promises`` does to a process of its own what a hostile file might do: stop it, keep it busy,
fill the memory, open a connection, write a file, start a program. ``upheld doctor`` prints the
answer, because limits differ between systems.
"""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import socket
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from upheld.core.errors import InputProblem
from upheld.reading.limits import MEGABYTE, Limits
from upheld.reading.sandbox import Sandbox

_TRIAL_LIMITS = Limits(seconds=20.0, memory_bytes=512 * MEGABYTE)
_BUSY_SECONDS = 1.0


def held_promises() -> dict[str, bool]:
    """Whether each promise held: crash, time, memory, network, libraries, files, programs.

    "libraries": code in C cannot reach the network either; only Linux keeps that promise.
    """
    quick = replace(_TRIAL_LIMITS, seconds=_BUSY_SECONDS)
    log = logging.getLogger(Sandbox.__module__)
    log.addFilter(_expected)  # a crash that was asked for is no news
    try:
        return _tried(quick)
    finally:
        log.removeFilter(_expected)


def _tried(quick: Limits) -> dict[str, bool]:
    with Sandbox(_TRIAL_LIMITS) as sandbox, Sandbox(quick) as hurried:
        return {
            "crash": _refused(sandbox, "crash") == "file.crashed" and _answers(sandbox),
            "time": _refused(hurried, "stay_busy") == "file.timeout",
            "memory": _refused(sandbox, "fill_memory") in ("file.memory", "file.crashed"),
            "network": not sandbox.call(_task("reach_out"), "trial", b"")["done"],
            "libraries": not sandbox.call(_task("reach_out_in_c"), "trial", b"")["done"],
            "files": not sandbox.call(_task("write_file"), "trial", b"")["done"],
            "programs": not sandbox.call(_task("start_program"), "trial", b"")["done"],
        }


def echo(name: str, content: bytes, **options: Any) -> dict[str, Any]:
    """Answer with what came in."""
    return {"name": name, "size": len(content), "options": options, "process": os.getpid()}


def crash(name: str, content: bytes) -> dict[str, Any]:
    """End the process in the middle of a file, as a fault in a library does."""
    os.kill(os.getpid(), signal.SIGSEGV)
    return {}


def stay_busy(name: str, content: bytes) -> dict[str, Any]:
    """Never come to an end."""
    while True:
        sum(range(1000))


def fill_memory(name: str, content: bytes) -> dict[str, Any]:
    """Ask for more memory than the limit gives."""
    return {"size": len(bytearray(8 * _TRIAL_LIMITS.memory_bytes))}


def reach_out(name: str, content: bytes) -> dict[str, Any]:
    """Try to open a connection."""
    try:
        socket.socket().close()
    except PermissionError:
        return {"done": False}
    return {"done": True}


def reach_out_in_c(name: str, content: bytes) -> dict[str, Any]:
    """Try to open a connection as a library written in C would, past Python."""
    if sys.platform == "win32":
        return {"done": True}
    library = ctypes.CDLL(None)
    return {"done": library.socket(socket.AF_INET, socket.SOCK_STREAM, 0) >= 0}


def write_file(name: str, content: bytes) -> dict[str, Any]:
    """Try to write a file."""
    try:
        Path(tempfile.gettempdir(), f"upheld-trial-{os.getpid()}").write_bytes(b"trial")
    except OSError:
        return {"done": False}
    return {"done": True}


def start_program(name: str, content: bytes) -> dict[str, Any]:
    """Try to start another program."""
    try:
        subprocess.run([sys.executable, "--version"], check=True)  # refused before it starts
    except PermissionError:
        return {"done": False}
    return {"done": True}


def _task(function: str) -> str:
    return f"{__name__}:{function}"


def _expected(record: logging.LogRecord) -> bool:
    return "trial" not in record.getMessage()


def _refused(sandbox: Sandbox, function: str) -> str:
    """The code of the finding with which a trial ended, "" where it ended well."""
    try:
        sandbox.call(_task(function), "trial", b"")
    except InputProblem as problem:
        return problem.findings[0].code
    return ""


def _answers(sandbox: Sandbox) -> bool:
    return bool(sandbox.call(_task("echo"), "trial", b"12345")["size"] == 5)
