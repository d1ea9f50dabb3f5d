"""What stands beside a list of records: what was chosen, and what it can be narrowed down to.

"State under review: Viet Nam 182, France 96 …". Each value is a link to the same view with it
chosen, or left; the link is an address that can be sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote_plus

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from upheld.core.states import state
from upheld.services.record_view import RecordView
from upheld.web.issuers import issuer_name
from upheld.web.words import ITEM_KINDS, POSITIONS, REVIEW_STATES

SHOWN = 8
"""Values of a facet that are shown at once; the others are behind "more"."""

MOST = 60
"""Values of a facet that are offered at all; a rarer one is typed into the question."""

NAMES: dict[str, Promise] = {
    "state": _("State under review"),
    "theme": _("Theme"),
    "position": _("Position"),
    "body": _("UN body that issued it"),
    "cycle": _("Cycle"),
    "from": _("Recommended by"),
    "kind": _("Kind"),
    "review": _("State of review"),
    "year": _("Year"),
    "symbol": _("Symbol"),
    "document": _("Document"),
}


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet with its values as a list of links; ``rest`` are those not shown at once."""

    name: Promise
    shown: SafeString
    rest: SafeString
    in_rest: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """One value that was chosen, with its facet's name and the address without it."""

    facet: Promise
    name: str
    address: str


def facets_of(view: RecordView, counted: Mapping[str, Sequence[tuple[str, int]]]) -> list[Facet]:
    """The facets that have a value to offer, in the order in which they were counted."""
    return [
        _facet(view, name, counts)
        for name, counts in counted.items()
        if counts or view.chosen.get(name)
    ]


def chosen_in(view: RecordView) -> list[Chosen]:
    """All that was chosen, each with the address that leaves it."""
    return [
        Chosen(NAMES[name], name_of(name, value), f"?{view.toggled(name, value).address()}")
        for name, values in view.chosen.items()
        for value in values
    ]


def name_of(facet: str, value: str) -> str:
    """A value in the reader's words: "VNM" of "state" is "Viet Nam"."""
    return _NAMES_OF.get(facet, str)(value)


def _facet(view: RecordView, name: str, counts: Sequence[tuple[str, int]]) -> Facet:
    known = dict(counts[:MOST])
    chosen = view.chosen.get(name, ())
    # Some two hundred links stand on a page: what they share of their addresses is made once.
    page, (before, after) = reverse("recommendations"), view.around(name)
    links = []
    for number, value in enumerate(dict.fromkeys([*chosen, *known])):
        said, mark, cross = escape(name_of(name, value)), "", ""
        address = f"{before}{name}={quote_plus(value)}{after}"
        if value in chosen:
            address = view.toggled(name, value).address()
            mark, cross = ' aria-current="true"', '<span aria-hidden="true">✕</span> '
        count = f' <span class="figure muted">{known[value]}</span>' if value in known else ""
        links.append(
            f'<li><a id="choice-{name}-{number}" href="{page}?{escape(address)}"{mark}>'
            f"{cross}{said}</a>{count}</li>"
        )
    rest = links[SHOWN:]
    return Facet(NAMES[name], _listed(links[:SHOWN]), _listed(rest), len(rest))


def _listed(links: Sequence[str]) -> SafeString:
    # Names and addresses are escaped above, the rest is the page's own.
    return mark_safe(f'<ul class="facet">{"".join(links)}</ul>')  # noqa: S308


def _state_name(iso3: str) -> str:
    try:
        return state(iso3).name_in(get_language() or "en")
    except KeyError:
        return iso3


def _position_name(value: str) -> str:
    return str(POSITIONS[value].name) if value in POSITIONS else gettext("not stated")


_NAMES_OF: dict[str, Callable[[str], str]] = {
    "state": _state_name,
    "from": _state_name,
    "position": _position_name,
    "body": issuer_name,
    "kind": lambda value: str(ITEM_KINDS.get(value, value)),
    "review": lambda value: str(REVIEW_STATES[value].name) if value in REVIEW_STATES else value,
}
