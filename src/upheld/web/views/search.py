"""One box for everything the mechanisms said: a question, how it was understood, what was found.

The address holds the question and every choice, so that it can be sent and kept: it is the saved
view.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from upheld.core.bodies import BODIES
from upheld.core.roles import Action
from upheld.core.states import state
from upheld.services.permissions import authorise
from upheld.services.question_words import sentences
from upheld.services.search import FIVE, search
from upheld.web.words import POSITIONS

SHOWN = 12
"""Values of a facet that are shown at once; the others are behind "more"."""

FACET_NAMES: dict[str, Promise] = {
    "state": _("State under review"),
    "theme": _("Theme"),
    "position": _("Position"),
    "body": _("Body"),
    "cycle": _("Cycle"),
    "from": _("Recommended by"),
}
SORTS: dict[str, Promise] = {"relevance": _("Best match first"), "newest": _("Newest first")}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: its name, how many have it, where choosing or leaving it leads."""

    name: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet with its values; ``more`` are those that are not shown at once."""

    name: Promise
    values: Sequence[Choice]
    more: Sequence[Choice]


def results(request: HttpRequest) -> HttpResponse:
    """What answers the question, twenty at a time, with facets beside it."""
    reader = authorise(request.user, Action.READ)
    asked = request.GET.get("q", "").strip()
    sort = request.GET.get("sort", "")
    chosen = {name: request.GET.getlist(name) for name in FIVE if request.GET.getlist(name)}
    answer = search(
        reader,
        asked,
        facets=chosen,
        sort=sort if sort in SORTS else "relevance",
        cursor=request.GET.get("at", ""),
    )
    facets = [
        _facet(request.GET, name, chosen.get(name, ()), answer.facets.get(name, ()))
        for name in FIVE
    ]
    context = {
        "asked": asked,
        "answer": answer,
        "understood": sentences(answer.question) if asked else [],
        "facets": [facet for facet in facets if facet.values],
        "chosen": [(name, value) for name, values in chosen.items() for value in values],
        "sorts": SORTS.items(),
        "sort": sort,
        "is_asked": bool(asked or chosen),
        "is_widened": answer.full < answer.total,
    }
    return render(request, "web/search.html", context)


def _facet(
    address: QueryDict, name: str, chosen: Sequence[str], counts: Sequence[tuple[str, int]]
) -> Facet:
    known = dict(counts)
    values = [*dict.fromkeys([*chosen, *known])]
    choices = [
        Choice(
            NAMES_OF.get(name, str)(value),
            known.get(value, 0),
            _with_or_without(address, name, value),
            value in chosen,
        )
        for value in values
    ]
    return Facet(FACET_NAMES[name], choices[:SHOWN], choices[SHOWN:])


def _with_or_without(address: QueryDict, name: str, value: str) -> str:
    """The address with this value chosen, or left if it was; at the first page."""
    changed = address.copy()
    changed.pop("at", None)
    values = address.getlist(name)
    kept = [other for other in values if other != value]
    changed.setlist(name, kept if value in values else [*values, value])
    return f"?{changed.urlencode()}"


def _state_name(iso3: str) -> str:
    try:
        return state(iso3).name_in(get_language() or "en")
    except KeyError:
        return iso3


def _position_name(value: str) -> str:
    return str(POSITIONS[value].name) if value in POSITIONS else gettext("not stated")


def _body_name(code: str) -> str:
    return next((body.name for body in BODIES if body.code == code), code)


NAMES_OF: dict[str, Callable[[str], str]] = {
    "state": _state_name,
    "from": _state_name,
    "position": _position_name,
    "body": _body_name,
}
