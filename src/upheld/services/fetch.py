"""Asks the UN document service for a document by its symbol: only when a person asks.

The service answers a missing symbol with status 200 and a web page, and a program it does not
want with an empty 202 or with 403. What came is judged by its content, and a block is never worked
round: the person is told to download the file in a browser.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from django.conf import settings
from django.utils.translation import gettext as _

from upheld import __version__
from upheld.core.errors import InputProblem, Unavailable
from upheld.core.roles import Action
from upheld.core.symbols import Symbol
from upheld.reading.limits import in_force, printed_size
from upheld.services.permissions import Actor, authorise

LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")
FORMATS = ("pdf", "docx")
BEGINS = {"pdf": b"%PDF-", "docx": b"PK\x03\x04"}
SECONDS = 60.0
LONGEST_WAIT = 30
"""Seconds that a 503 with Retry-After may make us wait, once."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document as it came: ``name`` "A_HRC_57_6_en.pdf" and its bytes."""

    name: str
    content: bytes


def fetch(actor: Actor, *, symbol: str, language: str = "en", format: str = "pdf") -> Fetched:
    """The file of ``symbol`` in one of the six UN languages.

    The address is the setting UPHELD_FETCH_ADDRESS with {symbol}, {language} and {format} filled
    in. Who: coordinator. Side effect: one request to that address, a second one after a 503.
    ``InputProblem`` when the symbol is none, or the service does not have it; ``Unavailable`` when
    the service refuses or cannot be reached.
    """
    authorise(actor, Action.FETCH)
    parsed = Symbol.parse(symbol) or Symbol.parse(symbol.upper())
    if parsed is None:
        raise InputProblem(
            _("“%(symbol)s” is not the symbol of a UN document.") % {"symbol": symbol},
            next_step=_("Symbols look like A/HRC/57/6 or CCPR/C/VNM/CO/3."),
        )
    if language not in LANGUAGES or format not in FORMATS:
        raise InputProblem(
            _("UN documents come in %(languages)s, as %(formats)s.")
            % {"languages": ", ".join(LANGUAGES), "formats": ", ".join(FORMATS)}
        )
    address = settings.UPHELD_FETCH_ADDRESS.format(
        symbol=quote(str(parsed), safe="/"), language=language, format=format
    )
    content = _ask(address, str(parsed))
    if not content.startswith(BEGINS[format]):
        # Status 200 with a web page is how the service says that it has no such document.
        raise InputProblem(
            _("The UN document service has no %(symbol)s in this language and format.")
            % {"symbol": parsed},
            next_step=_("Check the symbol and the language, or try the other format."),
        )
    name = f"{str(parsed).replace('/', '_')}_{language}.{format}"
    return Fetched(name, content)


def _ask(address: str, symbol: str) -> bytes:
    if urlsplit(address).scheme not in {"http", "https"}:
        raise Unavailable(
            _("UPHELD_FETCH_ADDRESS is no web address."),
            next_step=_("Set it to an address that begins with https://."),
        )
    try:
        try:
            return _open(address, symbol)
        except HTTPError as error:
            wait = _asked_to_wait(error)
            if wait is None:
                raise
            error.close()
            time.sleep(wait)
            return _open(address, symbol)
    except HTTPError as error:
        error.close()
        if error.code == 404:
            raise InputProblem(
                _("The UN document service does not know %(symbol)s.") % {"symbol": symbol},
                next_step=_("Check the symbol, or the setting UPHELD_FETCH_ADDRESS."),
            ) from None
        raise _blocked(symbol, error.code) from None
    except (URLError, HTTPException, OSError) as error:
        raise Unavailable(
            _("The UN document service cannot be reached (%(reason)s).")
            % {"reason": getattr(error, "reason", error)},
            next_step=_("Check the connection, or download the file and add it by hand."),
        ) from None


def _open(address: str, symbol: str) -> bytes:
    request = Request(address, headers={"User-Agent": f"upheld/{__version__}"})  # noqa: S310
    with _opener().open(request, timeout=SECONDS) as answer:
        content: bytes = answer.read(in_force().file_bytes + 1)
        if answer.status != 200 or not content:
            raise _blocked(symbol, answer.status)
    if len(content) > in_force().file_bytes:
        raise InputProblem(
            _("%(symbol)s is larger than %(limit)s.")
            % {"symbol": symbol, "limit": printed_size(in_force().file_bytes)},
            next_step=_("Download the file, split it, and add the parts by hand."),
        )
    return content


def _blocked(symbol: str, status: int) -> Unavailable:
    """The service does not want to be asked by a program; that is its right."""
    return Unavailable(
        _("The UN document service did not hand out %(symbol)s (status %(status)s).")
        % {"symbol": symbol, "status": status},
        next_step=_("Download the file in your browser and add it by hand."),
    )


def _asked_to_wait(error: HTTPError) -> float | None:
    """The seconds of Retry-After in a 503, if they are a number within reason."""
    seconds = error.headers.get("Retry-After", "")
    if error.code == 503 and seconds.isdigit() and int(seconds) <= LONGEST_WAIT:
        return float(seconds)
    return None


class _SameKind(HTTPRedirectHandler):
    """Follows redirections to other web addresses, never to files or other protocols."""

    def redirect_request(  # type: ignore[no-untyped-def]
        self, req, fp, code, msg, headers, newurl
    ) -> Request | None:
        if urlsplit(newurl).scheme not in {"http", "https"}:
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> OpenerDirector:
    return build_opener(_SameKind)
