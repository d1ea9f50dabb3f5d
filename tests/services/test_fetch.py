"""The UN document service, played by a server on this computer with the manners of the real one."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.factories import person
from upheld.core.errors import InputProblem, Refused, Unavailable
from upheld.core.roles import Role
from upheld.services.fetch import fetch

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7 specimen"
MISSING = b"<html><body>There is no document matching your request.</body></html>"


class Service(BaseHTTPRequestHandler):
    """Answers by the symbol that is asked for."""

    asked: list[str]
    waits: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        symbol = self.path.split("?s=")[1].split("&")[0] if "?s=" in self.path else self.path
        match symbol:
            case "A/HRC/90/7":
                self.say(200, PDF)
            case "A/HRC/90/8":  # a missing symbol: a web page with status 200
                self.say(200, MISSING)
            case "A/HRC/90/9":  # a block: an empty answer "accepted"
                self.say(202, b"")
            case "A/HRC/90/10":
                self.say(403, b"blocked")
            case "A/HRC/90/11":
                self.say(404, b"no")
            case "A/HRC/90/12":  # overloaded once, then well
                if len(self.asked) == 1:
                    self.say(503, b"", **{"Retry-After": "0"})
                else:
                    self.say(200, PDF)
            case "A/HRC/90/13":
                self.say(503, b"", **{"Retry-After": "0"})
            case "A/HRC/90/14":
                self.say(503, b"", **{"Retry-After": "86400"})
            case "A/HRC/90/15":
                self.say(302, b"", Location=f"http://{self.headers['Host']}/?s=A/HRC/90/7&l=en")
            case "A/HRC/90/16":
                self.say(302, b"", Location="file:///etc/passwd")
            case "A/HRC/90/17":
                self.say(200, b"")

    def say(self, status: int, content: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def asked(settings) -> Iterator[list[str]]:
    """The requests that the service saw."""
    seen: list[str] = []
    handler = type("OneTest", (Service,), {"asked": seen})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    settings.UPHELD_FETCH_ADDRESS = (
        f"http://127.0.0.1:{server.server_port}/?s={{symbol}}&l={{language}}&t={{format}}"
    )
    yield seen
    server.shutdown()
    server.server_close()


def test_a_document_comes_under_its_symbol(asked):
    fetched = fetch(person(), symbol="a/hrc/90/7", language="fr")
    assert (fetched.name, fetched.content) == ("A_HRC_90_7_fr.pdf", PDF)
    assert asked == ["/?s=A/HRC/90/7&l=fr&t=pdf"]


@pytest.mark.parametrize(
    ("symbol", "error", "requests"),
    [
        ("A/HRC/90/8", InputProblem, 1),
        ("A/HRC/90/9", Unavailable, 1),
        ("A/HRC/90/10", Unavailable, 1),
        ("A/HRC/90/11", InputProblem, 1),
        ("A/HRC/90/13", Unavailable, 2),
        ("A/HRC/90/14", Unavailable, 1),
        ("A/HRC/90/16", Unavailable, 1),
        ("A/HRC/90/17", Unavailable, 1),
    ],
)
def test_no_is_taken_for_an_answer(asked, symbol, error, requests):
    with pytest.raises(error) as refusal:
        fetch(person(), symbol=symbol)
    assert refusal.value.next_step
    assert len(asked) == requests


def test_a_block_tells_to_download_by_hand(asked):
    with pytest.raises(Unavailable) as refusal:
        fetch(person(), symbol="A/HRC/90/10")
    assert (refusal.value.message, refusal.value.next_step) == (
        "The UN document service did not hand out A/HRC/90/10 (status 403).",
        "Download the file in your browser and add it by hand.",
    )


def test_waiting_is_honoured_once(asked):
    assert fetch(person(), symbol="A/HRC/90/12").content == PDF
    assert len(asked) == 2


def test_a_redirection_is_followed_to_web_addresses_only(asked):
    assert fetch(person(), symbol="A/HRC/90/15").content == PDF


def test_a_word_document_is_not_taken_for_a_pdf(asked):
    with pytest.raises(InputProblem):
        fetch(person(), symbol="A/HRC/90/7", format="docx")


@pytest.mark.parametrize(
    "asked_for",
    [
        {"symbol": "the report"},
        {"symbol": "A/HRC/90/7", "language": "vi"},
        {"symbol": "A/HRC/90/7", "format": "exe"},
    ],
)
def test_what_cannot_be_is_not_asked_for(asked, asked_for):
    with pytest.raises(InputProblem):
        fetch(person(), **asked_for)
    assert asked == []


def test_a_server_that_is_not_there(settings):
    settings.UPHELD_FETCH_ADDRESS = "http://127.0.0.1:9/{symbol}{language}{format}"
    with pytest.raises(Unavailable):
        fetch(person(), symbol="A/HRC/90/7")


def test_an_address_that_is_none(settings):
    settings.UPHELD_FETCH_ADDRESS = "file:///{symbol}{language}{format}"
    with pytest.raises(Unavailable):
        fetch(person(), symbol="A/HRC/90/7")


def test_a_reader_may_not(asked):
    with pytest.raises(Refused):
        fetch(person(Role.READER), symbol="A/HRC/90/7")
    assert asked == []
