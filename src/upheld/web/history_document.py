"""The events of a record in words, for its history as a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext

from upheld.services.history_document import Said
from upheld.services.permissions import Actor, visible_to
from upheld.store.models import Assessment, Entry, Event
from upheld.web.entry_words import ENTRY_STATES
from upheld.web.history_things import Line, lines
from upheld.web.workspace_words import GRADES, STATUSES


def words(actor: Actor, events: Sequence[Event]) -> Iterator[Said]:
    """Each event; a publication with the words that were published."""
    published = _published(actor, events)
    for line, event in zip(lines(actor, events), events, strict=True):
        yield Said(
            date_format(localtime(event.time), "DATETIME_FORMAT"),
            line.told.who,
            line.told.act,
            f"{line.kind}: {line.name}",
            "\n".join(_content(line, published.get((event.action, event.object_id), ()))),
        )


def _content(line: Line, released: Sequence[str]) -> Iterator[str]:
    for change in line.told.changes:
        yield f"{change.name}: {change.before} → {change.after}"
    if line.told.reason:
        yield gettext("Reason: %(reason)s") % {"reason": line.told.reason}
    yield from released


def _published(actor: Actor, events: Sequence[Event]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The words of the entries and assessments whose publication is among ``events``."""
    told: dict[tuple[str, str], tuple[str, ...]] = {}
    entries = _keys(events, "entry.publish")
    for entry in visible_to(actor, Entry.objects.filter(pk__in=entries)):
        told["entry.publish", str(entry.pk)] = (
            f"{ENTRY_STATES[entry.state].name}: {STATUSES[entry.status].name}",
            entry.done,
            entry.result,
        )
    views = _keys(events, "assessment.publish")
    for view in visible_to(actor, Assessment.objects.filter(pk__in=views)):
        said = GRADES[view.grade] if view.grade else STATUSES[view.status].name
        told["assessment.publish", str(view.pk)] = (str(said), view.reasons)
    return told


def _keys(events: Sequence[Event], act: str) -> list[int]:
    return [int(event.object_id) for event in events if event.action == act]
