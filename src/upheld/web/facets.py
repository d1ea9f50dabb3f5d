"""What stands beside a list of records: what was chosen, and what it can be narrowed down to.

"State under review: Viet Nam 182, France 96 …". Each value is a link to the same view with it
chosen, or left; the link is an address that can be sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from upheld.core.bodies import BODIES
from upheld.core.states import state
from upheld.services.record_view import RecordView
from upheld.web.words import ITEM_KINDS, POSITIONS, REVIEW_STATES

SHOWN = 8
"""Values of a facet that are shown at once; the others are behind "more"."""

MOST = 60
"""Values of a facet that are offered at all; a rarer one is typed into the question."""

NAMES: dict[str, Promise] = {
    "state": _("State under review"),
    "theme": _("Theme"),
    "position": _("Position"),
    "body": _("Body"),
    "cycle": _("Cycle"),
    "from": _("Recommended by"),
    "kind": _("Kind"),
    "review": _("State of review"),
    "year": _("Year"),
    "symbol": _("Symbol"),
    "document": _("Document"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value: its name, how many records have it, where choosing or leaving it leads.

    ``key`` tells it from every other choice of the page. ``count`` is None where nobody counted.
    """

    key: str
    name: str
    count: int | None
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet with its values; ``more`` are those that are not shown at once."""

    name: Promise
    values: Sequence[Choice]
    more: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Chosen:
    """One value that was chosen, with its facet's name and the address without it."""

    facet: Promise
    name: str
    address: str


def facets_of(view: RecordView, counted: Mapping[str, Sequence[tuple[str, int]]]) -> list[Facet]:
    """The facets that have a value to offer, in the order in which they were counted."""
    facets = [_facet(view, name, counts) for name, counts in counted.items()]
    return [facet for facet in facets if facet.values]


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
    choices = [
        Choice(
            f"{name}-{number}",
            name_of(name, value),
            known.get(value),
            f"?{view.toggled(name, value).address()}",
            value in chosen,
        )
        for number, value in enumerate(dict.fromkeys([*chosen, *known]))
    ]
    return Facet(NAMES[name], choices[:SHOWN], choices[SHOWN:])


def _state_name(iso3: str) -> str:
    try:
        return state(iso3).name_in(get_language() or "en")
    except KeyError:
        return iso3


def _position_name(value: str) -> str:
    return str(POSITIONS[value].name) if value in POSITIONS else gettext("not stated")


def _body_name(code: str) -> str:
    return next((body.name for body in BODIES if body.code == code), code)


_NAMES_OF: dict[str, Callable[[str], str]] = {
    "state": _state_name,
    "from": _state_name,
    "position": _position_name,
    "body": _body_name,
    "kind": lambda value: str(ITEM_KINDS.get(value, value)),
    "review": lambda value: str(REVIEW_STATES[value].name) if value in REVIEW_STATES else value,
}
