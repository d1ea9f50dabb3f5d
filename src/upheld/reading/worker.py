"""The process that reads files: ``python -m upheld.reading.worker`` takes tasks until told to stop.

A task names a function of the program ("upheld.parsing.parser:read_and_parse"); it is called with
the file's name, its bytes and a few options, and answers with a dictionary or with bytes. The
process holds nothing between two files but its imported modules.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import inspect
import json
import os
import re
import sys
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO

from upheld.core.errors import InputProblem, Unavailable
from upheld.reading.confine import allow_seconds, confine
from upheld.reading.frames import read_frame, write_frame
from upheld.reading.limits import Limits, put_in_force

TASK = re.compile(r"(upheld(?:\.[a-z_0-9]+)+):([a-z][a-z_0-9]*)")


def find_task(task: str) -> Callable[..., Any]:
    """The function a task names; only functions of this program are tasks."""
    match = TASK.fullmatch(task)
    if match is None:
        raise ValueError(f"{task} is no task")
    function = getattr(importlib.import_module(match[1]), match[2])
    if not callable(function):
        raise ValueError(f"{task} is no task")
    return function  # type: ignore[no-any-return]


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests in the order in which they come, until the other side closes."""
    while (frame := read_frame(requests)) is not None:
        message, content = frame
        allow_seconds(message["seconds"])
        answer, produced = _perform(message, content, answers)
        write_frame(answers, answer, produced)


def _perform(
    message: dict[str, Any], content: bytes, answers: BinaryIO
) -> tuple[dict[str, Any], bytes]:
    def progress(done: int, total: int) -> None:
        write_frame(answers, {"kind": "progress", "done": done, "total": total})

    options = dict(message["options"])
    try:
        function = find_task(message["task"])
        if "progress" in inspect.signature(function).parameters:
            options["progress"] = progress
        result = function(message["name"], content, **options)
    except InputProblem as problem:
        return {
            "kind": "problem",
            "message": problem.message,
            "next_step": problem.next_step,
            "findings": [finding.to_dict() for finding in problem.findings],
        }, b""
    except Unavailable as problem:
        return {
            "kind": "unavailable", "message": problem.message, "next_step": problem.next_step,
        }, b""  # fmt: skip
    except MemoryError:
        return {"kind": "memory"}, b""
    except Exception:  # whatever a hostile file brings about must not end the process
        return {"kind": "failure", "traceback": traceback.format_exc()}, b""
    if isinstance(result, bytes):
        return {"kind": "bytes"}, result
    return {"kind": "result", "result": result}, b""


def main() -> None:
    """Serve on the standard streams, with everything given up that reading does not need."""
    parser = argparse.ArgumentParser(prog="upheld.reading.worker")
    parser.add_argument("--limits", default="{}", help="the limits as JSON")
    limits = Limits(**json.loads(parser.parse_args().limits))
    put_in_force(limits)
    # A library that prints must not write into the answers: they get a channel of their own.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests = sys.stdin.buffer
    # Blocks and spans hold no rings; looking for rings among a million of them doubles the time.
    gc.set_threshold(200_000, 50, 50)
    confine(limits.memory_bytes)
    serve(requests, answers)


if __name__ == "__main__":
    main()
