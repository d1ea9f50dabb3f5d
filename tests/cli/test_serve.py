"""``upheld serve``, ``demo``, ``link`` and ``fetch``: pages, links and one question to the UN."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest

from tests.cli.stored import UPHELD, environment, upheld, write_report
from upheld.cli.serving_processes import ServingProcesses
from upheld.core.errors import Unavailable

LINK = re.compile(r"http://\S+/sign-in/[\w-]{43}/\S*")


@contextmanager
def serving(
    verb: str, data: Path, *, end: signal.Signals = signal.SIGINT, **more: str
) -> Iterator[tuple[str, str]]:
    """The address and the sign-in link of a server that ends with the block, as by Ctrl-C."""
    with begun(verb, data, **more) as (process, lines):
        try:
            address = next(line for line in lines if line.startswith("Upheld serves on "))
            link = next(line for line in lines if LINK.fullmatch(line))
            yield address.removeprefix("Upheld serves on "), link
        finally:
            process.send_signal(end)
            assert process.stderr
            assert process.wait(60) == 0, process.stderr.read()


@contextmanager
def begun(
    verb: str, data: Path, *arguments: str, **more: str
) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """A server that answers, and what it has said; it is no more after the block."""
    process = subprocess.Popen(
        [*UPHELD, verb, "--port", "0", "--data", str(data), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(PYTHONUNBUFFERED="1", **more),
    )
    with process:
        assert process.stdout and process.stderr
        lines = []
        for line in process.stdout:
            lines.append(line.strip())
            if line.startswith("Stop with"):
                break
        try:
            yield process, lines
        finally:
            process.kill()


def test_a_folder_is_served_until_interrupted(tmp_path):
    with serving("serve", tmp_path / "data") as (address, link):
        assert link.startswith(f"{address}/sign-in/")
        with urlopen(f"{address}/health") as answer:  # noqa: S310
            assert answer.status == 200
        with urlopen(link) as answer:  # noqa: S310
            policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy.split("; ")


def test_a_server_that_is_told_to_end_ends_as_by_ctrl_c(tmp_path):
    with serving("serve", tmp_path / "data", end=signal.SIGTERM) as (address, link):
        assert link.startswith(address)


TWO = ("--processes", "2")
several = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux's /proc")


def serving_processes(first: int) -> list[int]:
    """The first process and those that serve beside it; the file readers are none of them."""
    found = [first]
    for task in Path(f"/proc/{first}/task").iterdir():
        for child in (task / "children").read_text().split():
            if b"--processes" in Path(f"/proc/{child}/cmdline").read_bytes():
                found.append(int(child))
    return found


def address_in(lines: list[str]) -> str:
    return next(line for line in lines if line.startswith("Upheld serves")).split()[-1]


def answers(address: str) -> bool:
    try:
        with urlopen(f"{address}/health", timeout=30) as answer:  # noqa: S310
            return answer.status == 200
    except OSError:
        return False


def are_gone(processes: list[int]) -> bool:
    """Whether all of them have ended within half a minute."""
    until = monotonic() + 30
    while any(Path(f"/proc/{process}/stat").exists() for process in processes):
        if monotonic() > until:
            return False
        sleep(0.05)
    return True


@several
def test_any_of_several_processes_answers_and_all_end_together(tmp_path):
    with begun("serve", tmp_path / "data", *TWO) as (process, lines):
        both = serving_processes(process.pid)
        assert len(both) == 2
        for resting in both:  # whichever rests, the other one answers
            os.kill(resting, signal.SIGSTOP)
            assert answers(address_in(lines))
            os.kill(resting, signal.SIGCONT)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
        assert are_gone(both)


@several
def test_no_process_is_left_when_the_first_one_is_killed(tmp_path):
    with begun("serve", tmp_path / "data", *TWO) as (process, lines):
        both = serving_processes(process.pid)
        process.kill()
        process.wait(60)
        assert are_gone(both)
        assert not answers(address_in(lines))


@several
def test_the_server_ends_with_a_reason_when_one_of_its_processes_dies(tmp_path):
    with begun("serve", tmp_path / "data", *TWO) as (process, _lines):
        first, other = serving_processes(process.pid)
        os.kill(other, signal.SIGKILL)
        assert process.wait(60) == 5
        assert process.stderr
        assert process.stderr.read() == (
            "upheld: One of the serving processes died, so the others ended too.\n"
            "  Type the same command again.\n"
        )
        assert are_gone([first, other])


def test_where_processes_cannot_be_copied_it_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr(os, "fork")
    others = ServingProcesses(1, lambda: None)
    with pytest.raises(Unavailable, match="cannot serve with several processes"):
        others.__enter__()


def test_forms_sent_over_tls_reach_a_server_that_stands_behind(tmp_path):
    hosts = {"UPHELD_HOSTS": "upheld.example"}
    with serving("serve", tmp_path / "data", **hosts) as (address, link):
        outside = link.replace(address, "")
        port = int(address.rpartition(":")[2])
        sent = {"Host": "upheld.example", "X-Forwarded-Proto": "https"}
        page, cookie = ask(port, "GET", outside, sent)
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)[1]
        form = {"Origin": "https://upheld.example", "Cookie": cookie}
        form |= {"Content-Type": "application/x-www-form-urlencoded"} | sent
        _page, cookie = ask(port, "POST", outside, form, f"csrfmiddlewaretoken={token}")
    assert "sessionid=" in cookie


def ask(
    port: int, method: str, path: str, headers: dict[str, str], body: str = ""
) -> tuple[str, str]:
    """The page and the cookies that it sets, as a server in front would ask for them."""
    connection = HTTPConnection("127.0.0.1", port)
    with closing(connection):
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        page = answer.read().decode()
        assert answer.status in (200, 302), (answer.status, page)
        cookies = answer.headers.get_all("Set-Cookie", [])
        return page, "; ".join(cookie.split(";")[0] for cookie in cookies)


def test_a_port_that_is_taken_is_said(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = upheld("serve", "--port", port, data=tmp_path / "data")
    assert done.returncode == 5
    assert done.stderr == (
        f"upheld: Port {port} is taken by another program.\n"
        f"  Type the same command with --port {port + 1}.\n"
    )


@pytest.mark.slow
def test_the_demonstration_opens_a_review_desk(tmp_path):
    with serving("demo", tmp_path / "data") as (_address, link):
        desk = parse_qs(urlsplit(link).query)["next"][0]
    listed = json.loads(upheld("list", "--json", data=tmp_path / "data").stdout)
    newest = next(row for row in listed if row["kind"] == "upr_report")
    assert desk == f"/documents/{newest['symbol'].replace('/', '-')}/review/"
    assert {state for row in listed for state in row["states"]} == {"XSP"}


def test_a_link_is_made_for_a_person(tmp_path):
    done = upheld("link", "--address", "https://upheld.example", data=tmp_path / "data")
    assert re.fullmatch(r"https://upheld\.example/sign-in/[\w-]{43}/\n", done.stdout)
    done = upheld("link", "--user", "nobody", data=tmp_path / "data")
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        2,
        "upheld: There is no user named nobody.",
    )
    done = upheld("link", "--user", "huong", "--role", "coordinator", data=tmp_path / "data")
    assert LINK.fullmatch(done.stdout.strip())
    assert upheld("link", "--user", "huong", data=tmp_path / "data").returncode == 0


@pytest.fixture
def service(tmp_path) -> Iterator[str]:
    """A document service that has A/HRC/90/7 and nothing else."""
    content = write_report(tmp_path).read_bytes()

    class Service(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = content if "s=A/HRC/90/7&" in self.path else b"<html>no document</html>"
            self.send_response(200)
            self.send_header("Content-Length", str(len(found)))
            self.end_headers()
            self.wfile.write(found)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing on the terminal."""

    with HTTPServer(("127.0.0.1", 0), Service) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        query = "s={symbol}&l={language}&t={format}"
        yield f"http://127.0.0.1:{server.server_port}/?{query}"
        server.shutdown()


def test_a_document_is_fetched_by_its_symbol(service, tmp_path):
    data = tmp_path / "data"
    done = upheld("fetch", "A/HRC/90/7", "--lang", "en", data=data, UPHELD_FETCH_ADDRESS=service)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0].startswith("A_HRC_90_7_en.pdf: A/HRC/90/7, ")
    done = upheld("fetch", "A/HRC/90/8", data=data, UPHELD_FETCH_ADDRESS=service)
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        2,
        "upheld: The UN document service has no A/HRC/90/8 in this language and format.",
    )
