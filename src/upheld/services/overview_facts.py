"""What the overview counts, read once: records, parts of bodies, entries, views of others.

Each fact is a row that the reader may see. A record counts when its document is one of which
somebody was asked something, or which a plan answers: 320 recommendations to one State, never all
that is in the folder.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from upheld.core.entries import EntryState
from upheld.core.flags import Flag
from upheld.core.labels import Taxonomy
from upheld.core.planning import AssignmentState, Part
from upheld.services.agenda import Line, agenda
from upheld.services.flags import contradictions
from upheld.services.held_roles import covered
from upheld.services.permissions import Actor, visible_to
from upheld.store.models import Assessment, Assignment, Body, Document, Entry, Record
from upheld.store.queries.bodies import LIVE
from upheld.store.queries.label_meanings import meanings
from upheld.store.queries.overview import documents_at_work, records_of, themes_of


class RecordFact(NamedTuple):
    """``status`` is the State's own ("" for not reported), ``position`` "noted" ("" for none).

    ``coverage`` is "led", "supported", "proposed" or "nobody"; ``lead`` the body that leads.
    """

    pk: int
    document: int
    position: str
    status: str
    coverage: str
    lead: int | None
    themes: tuple[str, ...]


class EntryFact(NamedTuple):
    """An entry that was not withdrawn; ``body`` is the one that wrote it, also after a merger."""

    pk: int
    record: int
    body: int
    state: str


class ViewFact(NamedTuple):
    """The newest view of one assessor on a record: a status, or a grade "A" to "E"."""

    pk: int
    record: int
    said: str
    is_grade: bool


class Asked(NamedTuple):
    """An assignment that is proposed or confirmed."""

    record: int
    body: int
    due: date | None
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class OverviewFilter:
    """What is looked at; empty fields ask for nothing.

    ``document`` is its name in addresses, ``body`` a code that stands for all below it and all that
    it took over, ``theme`` the name of today. ``since`` and ``until`` bound the due day.
    """

    document: str = ""
    cycle: int | None = None
    body: str = ""
    theme: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is counted. ``parts`` are confirmed assignments with how they stand to their day."""

    records: dict[int, RecordFact]
    asked: tuple[Asked, ...]
    parts: tuple[Line, ...]
    entries: tuple[EntryFact, ...]
    views: tuple[ViewFact, ...]
    flags: dict[int, tuple[Flag, ...]]
    documents: dict[int, Document]
    bodies: dict[int, Body]


def facts_for(who: Actor, today: date) -> Facts:
    """All that ``who`` may see, in a number of questions that does not grow with it."""
    documents = {row.pk: row for row in documents_at_work(visible_to(who, Document.objects.all()))}
    asked = Assignment.objects.filter(record__document__in=documents, state__in=LIVE)
    given = visible_to(who, asked)
    rows = list(given.order_by().values_list("record", "body", "part", "state", "due"))
    records = _records(who, documents, rows)
    entries = visible_to(who, Entry.objects.filter(record__document__in=documents))
    lines = agenda(given, today, entries=visible_to(who, Entry.objects.all()))
    listed = entries.exclude(state=EntryState.WITHDRAWN).order_by("pk")
    return Facts(
        records=records,
        asked=tuple(
            Asked(record, body, due, state == AssignmentState.CONFIRMED)
            for record, body, _part, state, due in rows
            if record in records
        ),
        parts=tuple(line for line in lines if line.record in records),
        entries=tuple(
            EntryFact(*row)
            for row in listed.values_list("pk", "record", "body", "state")
            if row[1] in records
        ),
        views=_views(who, documents, records),
        flags=contradictions(who, records),
        documents=documents,
        bodies={body.pk: body for body in visible_to(who, Body.objects.all())},
    )


def narrowed(facts: Facts, wanted: OverviewFilter) -> Facts:
    """Those of the facts that ``wanted`` asks for."""
    if wanted == OverviewFilter():
        return facts
    keys = {pk for pk, record in facts.records.items() if _fits(record, facts, wanted)}
    parts, entries = facts.parts, facts.entries
    if wanted.body:
        named = [pk for pk, body in facts.bodies.items() if body.code == wanted.body]
        bodies = covered(named)
        parts = tuple(line for line in parts if line.body in bodies)
        entries = tuple(entry for entry in entries if entry.body in bodies)
        keys &= {one.record for one in facts.asked if one.body in bodies} | {
            entry.record for entry in entries
        }
    if wanted.since or wanted.until:
        parts = tuple(line for line in parts if _due_within(line.due, wanted))
        keys &= {line.record for line in parts}
    return replace(
        facts,
        records={pk: record for pk, record in facts.records.items() if pk in keys},
        asked=tuple(one for one in facts.asked if one.record in keys),
        parts=tuple(line for line in parts if line.record in keys),
        entries=tuple(entry for entry in entries if entry.record in keys),
        views=tuple(view for view in facts.views if view.record in keys),
        flags={pk: raised for pk, raised in facts.flags.items() if pk in keys},
    )


def _fits(record: RecordFact, facts: Facts, wanted: OverviewFilter) -> bool:
    document = facts.documents[record.document]
    return (
        wanted.document in ("", document.slug)
        and wanted.cycle in (None, document.cycle)
        and (not wanted.theme or wanted.theme in record.themes)
    )


def _due_within(due: date | None, wanted: OverviewFilter) -> bool:
    if due is None:
        return False
    return (wanted.since or date.min) <= due <= (wanted.until or date.max)


def _records(
    who: Actor,
    documents: dict[int, Document],
    asked: list[tuple[int, int, str, str, date | None]],
) -> dict[int, RecordFact]:
    leads: dict[int, int] = {}
    has: dict[int, set[str]] = defaultdict(set)
    for record, body, part, state, _due in asked:
        confirmed = state == AssignmentState.CONFIRMED
        if confirmed and part == Part.LEAD:
            leads[record] = body
        has[record].add("supported" if confirmed else "proposed")
    names = meanings(Taxonomy.THEME)
    themes: dict[int, list[str]] = defaultdict(list)
    for record, term in themes_of(documents):
        themes[record].append(names[term])
    found = {}
    visible = visible_to(who, Record.objects.all())
    for pk, document, position, status in records_of(visible, documents):
        coverage = "led" if pk in leads else "nobody"
        if coverage == "nobody" and has[pk]:
            coverage = "supported" if "supported" in has[pk] else "proposed"
        own = tuple(dict.fromkeys(themes.get(pk, ())))
        found[pk] = RecordFact(
            pk, document, position or "", status or "", coverage, leads.get(pk), own
        )
    return found


def _views(
    who: Actor, documents: dict[int, Document], records: dict[int, RecordFact]
) -> tuple[ViewFact, ...]:
    rows = visible_to(who, Assessment.objects.filter(record__document__in=documents))
    rows = rows.filter(withdrawn_at=None).exclude(published_at=None).order_by("-as_of", "-pk")
    newest: dict[tuple[int, int], ViewFact] = {}
    fields = ("pk", "record", "assessor", "status", "grade")
    for pk, record, assessor, status, grade in rows.values_list(*fields):
        if record in records:
            view = ViewFact(pk, record, grade or status, bool(grade))
            newest.setdefault((record, assessor), view)
    return tuple(newest.values())
