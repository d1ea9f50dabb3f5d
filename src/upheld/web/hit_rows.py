"""The records of a list as rows of its page: a tick, the number, the words, the source below.

"☐ 143.27 Viet Nam / End <mark>torture</mark> … / A/HRC/26/6 page 20 ● supported". A row has forty
places to fill, and a template finds each of them by itself: written here, a page of rows takes a
tenth of the time. Every word that comes from elsewhere goes through ``escape``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from upheld.analysis.snippets import Shown
from upheld.core.facts import DocumentKind
from upheld.core.items import ItemKind
from upheld.services.search import Hit
from upheld.store.queries.shown_records import ShownDocument, ShownRecord
from upheld.web.addresses import Addresses
from upheld.web.side_names import state_name
from upheld.web.words import ITEM_KINDS, POSITIONS, REVIEW_STATES, Sign, name_without_title

WITHOUT_PAGES = frozenset({DocumentKind.UPR_INFO, DocumentKind.UHRI})
"""Lists that are published as tables and exports, which have rows."""

_STATES_SHOWN = 3
"""States under review that a row names; a general comment speaks of all."""


def hit_rows(hits: Sequence[Hit], ticked: Collection[str] = ()) -> SafeString:
    """The rows of ``hits``; ``ticked`` are public ids of records whose ticks stay."""
    records, documents = Addresses("recommendation"), Addresses("document")
    rows = (
        f"<li>\n{_tick(place, hit.record.public_id, ticked)}\n{_hit(hit, records, documents)}</li>"
        for place, hit in enumerate(hits, start=1)
    )
    return mark_safe("".join(rows))  # noqa: S308  # made of what is escaped below


def _tick(place: int, public_id: str, ticked: Collection[str]) -> str:
    name = escape(public_id)
    select = escape(gettext("Select %(number)s") % {"number": public_id})
    mark = " checked" if public_id in ticked else ""
    return (
        f'<div class="tick screen-only"><input type="checkbox" name="record" value="{name}"'
        f' id="tick-{place}"{mark}>'
        f'<label for="tick-{place}" class="visually-hidden">{select}</label>'
        f'<input type="hidden" name="on_page" value="{name}"></div>'
    )


def _hit(hit: Hit, records: Addresses, documents: Addresses) -> str:
    record, document = hit.record, hit.record.document
    address, source = escape(records.of(record.public_id)), escape(documents.of(document.slug))
    language = f' lang="{escape(document.language)}"' if document.language else ""
    return (
        f'<div class="hit">\n<h3><a href="{address}">{_number(record)}</a>'
        f' <span class="under">{_names(document.states[:_STATES_SHOWN])}</span>'
        f"{_kind(record)}</h3>\n"
        f'<p class="said-here"{language}>{_marked(hit.shown)}</p>\n'
        f'<p class="small source"><a href="{source}"><bdi>{escape(_name(document))}</bdi></a>'
        f"{_page(record)} {_position(record)} {_sign(REVIEW_STATES[record.review_state])}"
        f"{_muted(_names(record.states))}</p>\n</div>"
    )


def _number(record: ShownRecord) -> str:
    if record.number:
        return f"<bdi>{escape(record.number)}</bdi>"
    # Published lists print no numbers: the record's own name says less, and is smaller.
    return f'<bdi class="small code">{escape(record.public_id)}</bdi>'


def _marked(shown: Iterable[Shown]) -> str:
    return "".join(
        f"<mark>{escape(text)}</mark>" if found else escape(text) for text, found in shown
    )


def _names(states: Iterable[str]) -> str:
    return escape("; ".join(map(state_name, states)))


def _name(document: ShownDocument) -> str:
    named = document.symbol or document.title
    return named or name_without_title(document.kind, document.slug, document.relates_to)


def _kind(record: ShownRecord) -> str:
    if record.kind == ItemKind.RECOMMENDATION:
        return ""
    return f' <span class="small muted">{escape(str(ITEM_KINDS[record.kind]))}</span>'


def _page(record: ShownRecord) -> str:
    if record.document.kind in WITHOUT_PAGES:
        return ""
    return _muted(escape(gettext("page %(page)s") % {"page": record.page}) if record.page else "")


def _position(record: ShownRecord) -> str:
    if record.position:
        return _sign(POSITIONS[record.position])
    if record.kind != ItemKind.RECOMMENDATION:
        return ""
    return f'<span class="muted">{escape(gettext("position not stated"))}</span>'


def _sign(sign: Sign) -> str:
    return (
        f'<span class="state {sign.tone}"><span class="sign" aria-hidden="true">{sign.sign}</span>'
        f"{escape(str(sign.name))}</span>"
    )


def _muted(escaped: str) -> str:
    return f' <span class="muted">{escaped}</span>' if escaped else ""
