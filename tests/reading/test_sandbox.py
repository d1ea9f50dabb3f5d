"""The reading process: what it answers, and what happens when a file brings it down."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from tests.reading import made_files
from upheld.core.document import Document
from upheld.core.errors import InputProblem
from upheld.reading.frames import write_frame
from upheld.reading.limits import MEGABYTE, Limits
from upheld.reading.page_image import render_page
from upheld.reading.read import read_bytes
from upheld.reading.sandbox import Sandbox
from upheld.reading.trial import held_promises

READ = "upheld.reading.tasks:read_document"
ECHO = "upheld.reading.trial:echo"
CRASH = "upheld.reading.trial:crash"
BUSY = "upheld.reading.trial:stay_busy"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(Limits(seconds=30, memory_bytes=512 * MEGABYTE, files=50)) as sandbox:
        yield sandbox


def refusal(sandbox: Sandbox, task: str, content: bytes = b"") -> list[str]:
    with pytest.raises(InputProblem) as problem:
        sandbox.call(task, "file", content)
    return [finding.code for finding in problem.value.findings]


def test_a_file_is_read_as_in_the_program_itself(sandbox: Sandbox) -> None:
    content = made_files.report_docx()
    answer = sandbox.call(READ, "report.docx", content)
    assert Document.from_dict(answer) == read_bytes("report.docx", content)


def test_findings_come_back_with_the_refusal(sandbox: Sandbox) -> None:
    with pytest.raises(InputProblem) as here:
        read_bytes("scan.pdf", made_files.scanned_pdf())
    with pytest.raises(InputProblem) as there:
        sandbox.call(READ, "scan.pdf", made_files.scanned_pdf())
    assert there.value.findings == here.value.findings
    assert (there.value.message, there.value.next_step) == (
        here.value.message,
        here.value.next_step,
    )
    assert sandbox.replaced == 0


def test_one_process_serves_many_files(sandbox: Sandbox) -> None:
    answers = [sandbox.call(ECHO, str(size), bytes(size), mark=size) for size in (0, 7, 300_000)]
    assert [(a["name"], a["size"], a["options"]) for a in answers] == [
        ("0", 0, {"mark": 0}), ("7", 7, {"mark": 7}), ("300000", 300_000, {"mark": 300_000}),
    ]  # fmt: skip
    assert len({answer["process"] for answer in answers} - {os.getpid()}) == 1


def test_a_crash_costs_one_file(sandbox: Sandbox) -> None:
    first = sandbox.call(ECHO, "a", b"")["process"]
    assert refusal(sandbox, CRASH) == ["file.crashed"]
    assert sandbox.call(READ, "b.csv", made_files.csv())["format"] == "csv"
    assert sandbox.call(ECHO, "c", b"")["process"] != first
    assert sandbox.replaced == 1


def test_a_file_that_takes_too_long_is_stopped() -> None:
    with Sandbox(Limits(seconds=2)) as hurried:
        assert refusal(hurried, BUSY) == ["file.timeout"]
        assert hurried.call(ECHO, "next", b"12")["size"] == 2


def test_a_process_that_died_between_two_files_is_replaced(sandbox: Sandbox) -> None:
    process = sandbox.call(ECHO, "a", b"")["process"]
    os.kill(process, signal.SIGKILL)
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    assert sandbox.call(ECHO, "b", b"")["process"] != process


def test_the_process_is_renewed_after_so_many_files() -> None:
    with Sandbox(Limits(files=2)) as sandbox:
        processes = [sandbox.call(ECHO, "a", b"")["process"] for _ in range(5)]
    assert [processes.index(process) for process in processes] == [0, 0, 2, 2, 4]
    assert sandbox.replaced == 0


def test_a_fault_of_the_program_is_no_end_of_the_process(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    """``read_document`` takes no such option: a fault of the caller, logged with its trace."""
    with pytest.raises(InputProblem) as problem:
        sandbox.call(READ, "a.csv", made_files.csv(), nonsense=1)
    assert [finding.code for finding in problem.value.findings] == ["file.crashed"]
    assert "unexpected keyword argument 'nonsense'" in caplog.text
    assert sandbox.replaced == 0


@pytest.mark.parametrize(
    "task", ["os:system", "upheld:os", "upheld.reading.worker:os.system", "upheldx.a:b", "x"]
)
def test_only_functions_of_the_program_are_tasks(sandbox: Sandbox, task: str) -> None:
    with pytest.raises(ValueError, match="is no task"):
        sandbox.call(task, "a", b"")


def test_the_limits_hold_inside_the_process() -> None:
    with Sandbox(Limits(pages=1)) as sandbox:
        assert refusal(sandbox, READ, b"one\x0ctwo") == ["file.too_many_pages"]


def test_threads_take_turns(sandbox: Sandbox) -> None:
    sizes: list[int] = []

    def ask(size: int) -> None:
        sizes.append(sandbox.call(ECHO, "a", bytes(size))["size"])

    threads = [threading.Thread(target=ask, args=(size,)) for size in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(sizes) == list(range(8))


def test_a_page_comes_back_as_a_picture(sandbox: Sandbox) -> None:
    content = made_files.pdf()
    task = "upheld.reading.page_image:render_page"
    picture = sandbox.call_bytes(task, "a.pdf", content, page_number=1, width_px=300)
    assert picture == render_page("a.pdf", content, 1, 300)


def test_the_promises_hold_on_this_machine() -> None:
    assert held_promises() == {
        "crash": True,
        "time": True,
        "memory": True,
        "network": True,
        "libraries": sys.platform == "linux",
        "files": True,
        "programs": True,
    }


def test_a_process_whose_program_is_gone_does_not_run_for_ever() -> None:
    """Nobody watches the clock here: the limit on processor time ends it."""
    command = [sys.executable, "-m", "upheld.reading.worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        request = {"task": BUSY, "name": "a", "options": {}, "seconds": 0.1}
        write_frame(process.stdin, request)
        assert process.wait(60) == -signal.SIGXCPU
