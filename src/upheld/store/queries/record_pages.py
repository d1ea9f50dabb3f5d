"""One page of a list of records at a time, by the last record seen and not by counting rows.

A page that begins "after A-HRC-26-6-143.27" is the same tomorrow, whatever was added before it,
and the thousandth page costs what the first one does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from upheld.store.models import Record
from upheld.store.queries.records import LIST_ORDER

KEYS = tuple((name[:1] if name.startswith("-") else "", name.lstrip("-")) for name in LIST_ORDER)


@dataclass(frozen=True, slots=True)
class RecordPage:
    """``before`` and ``after`` are the public ids for the pages beside it, empty at the ends."""

    rows: Sequence[Record]
    before: str
    after: str


def record_page(
    rows: QuerySet[Record], size: int, *, before: str = "", after: str = ""
) -> RecordPage:
    """The ``size`` records after ``after``, or before ``before``; else the first ones."""
    named = before or after
    anchor = rows.model.objects.filter(public_id=named).first() if named else None
    backwards = bool(before and anchor)
    signs = [("" if sign else "-") if backwards else sign for sign, _ in KEYS]
    order = [sign + name for sign, (_, name) in zip(signs, KEYS, strict=True)]
    if anchor:
        rows = rows.filter(_beyond(anchor, signs))
    found = list(rows.order_by(*order)[: size + 1])
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    has_before = more if backwards else bool(anchor)
    has_after = bool(anchor) if backwards else more
    return RecordPage(
        rows=found,
        before=found[0].public_id if found and has_before else "",
        after=found[-1].public_id if found and has_after else "",
    )


def _beyond(anchor: Record, signs: list[str]) -> Q:
    """The condition "stands behind ``anchor``" for an order of several keys.

    It begins with the day alone, so that a database can start at the right place of its index.
    """
    values = {
        "day": anchor.day,
        "document_id": anchor.document_id,
        "order": anchor.order,
        "part": anchor.part,
        "pk": anchor.pk,
    }
    condition, equal = Q(), Q()
    for sign, (_, name) in zip(signs, KEYS, strict=True):
        beyond = "lt" if sign else "gt"
        condition |= equal & Q(**{f"{name}__{beyond}": values[name]})
        equal &= Q(**{name: values[name]})
    start = "lte" if signs[0] else "gte"
    return Q(**{f"day__{start}": anchor.day}) & condition
