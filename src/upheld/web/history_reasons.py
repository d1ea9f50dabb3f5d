"""Reasons that name a document by its address, in the reader's words.

The history keeps "sarovia-addendum 12" where a position was taken from an addendum that prints no
symbol; the reader sees "Addendum to the report (A/HRC/26/6) 12".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from upheld.services.permissions import Actor, visible_to
from upheld.store.models import Document, Event
from upheld.web.history_words import Told
from upheld.web.words import name_of

FROM_A_DOCUMENT = frozenset({"record.position", "record.label"})
"""Acts whose reason is a document, and the paragraph in it."""


def with_documents(actor: Actor, events: Sequence[Event], told: Sequence[Told]) -> list[Told]:
    """``told`` of ``events``; documents by their symbol, or by what they are if they have none."""
    cited = {event.reason.partition(" ")[0] for event in events if event.action in FROM_A_DOCUMENT}
    rows = visible_to(actor, Document.objects.filter(slug__in=cited))
    named = {row.slug: name_of(row) for row in rows.select_related("relates_to")}
    return [
        replace(one, reason=_said(one.reason, named)) if event.action in FROM_A_DOCUMENT else one
        for event, one in zip(events, told, strict=True)
    ]


def _said(reason: str, named: dict[str, str]) -> str:
    slug, space, paragraph = reason.partition(" ")
    return f"{named.get(slug, slug)}{space}{paragraph}"
