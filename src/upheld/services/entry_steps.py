"""The way of an entry: submit, validate, accept, publish; recall, send back, withdraw.

The steps stand in one table (``upheld.core.entries.TRANSITIONS``). Each is another person's, each
leaves its words in the history, and a published entry never changes again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.entries import EntryState, Step, Transition, transition
from upheld.core.entry_needs import MOST_LETTERS, Need, unmet
from upheld.core.errors import Conflict, InputProblem, Refused, UpheldError
from upheld.services import history
from upheld.services.entries import OPEN, require_seen, words_of
from upheld.services.entry_words import events_of, events_of_many, submission, writers
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.services.step_names import NEEDS, STATE_NAMES, STEP_NAMES
from upheld.store.models import Entry, Event, Evidence, User

STAMPS: Mapping[EntryState, tuple[str, ...]] = {
    EntryState.DRAFT: (),
    EntryState.SUBMITTED: ("submitted_at",),
    EntryState.VALIDATED: ("submitted_at", "validated_at"),
    EntryState.ACCEPTED: ("submitted_at", "validated_at", "accepted_at"),
    EntryState.PUBLISHED: ("submitted_at", "validated_at", "accepted_at", "published_at"),
}
"""The times that an entry carries in each state; all others are empty."""


UNDOABLE = frozenset(
    f"entry.{step.value}" for step in (Step.VALIDATE, Step.ACCEPT, Step.SEND_BACK, Step.WITHDRAW)
)
"""Acts that ``undo`` takes back: what was submitted is recalled, what was published stays."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of many entries: ``left`` says for each why the step was not taken.

    ``change`` undoes the whole act (``undo``), unless it published.
    """

    change: UUID
    taken: tuple[int, ...]
    left: Mapping[int, str]


def take_step(actor: Actor, *, entry: int, step: Step, row_version: int, reason: str = "") -> Entry:
    """Take one step with an entry as the person saw it.

    Who: as the table says, for the entry's body; validating and accepting by somebody who had no
    hand in the words. One transaction: entry, history. ``Conflict`` when it changed since or the
    step is not open; ``InputProblem`` when a reason or something in the entry is missing.
    """
    with transaction.atomic():
        history.lock()
        row = _take(actor, [entry])[0]
        who, told = _step(actor, row, step, row_version, reason, events_of(row))
        history.record(who, [told])
    return row


def take_step_many(actor: Actor, *, step: Step, seen: Mapping[int, int]) -> Outcome:
    """Take one step with each entry of ``seen`` ({entry: row_version}) for which it is open.

    What cannot go on stays as it is and is named with the reason. Who: as for one. One transaction
    and one act: all entries, one event in the history for each.
    """
    change, told, taken = uuid4(), [], []
    left: dict[int, str] = {}
    who: User | None = None
    with transaction.atomic():
        history.lock()
        rows = _take(actor, seen)
        events = events_of_many(rows)
        for row in rows:
            try:
                who, event = _step(actor, row, step, seen[row.pk], "", events[row.pk])
            except UpheldError as refusal:
                left[row.pk] = refusal.message
            else:
                taken.append(row.pk)
                told.append(event)
        if who is not None:
            history.record(who, told, change=change)
    return Outcome(change, tuple(taken), left)


def undo(actor: Actor, *, change: UUID) -> list[Entry]:
    """Take back one's own act with all its entries, as long as nothing happened to them after it.

    What was published stays published, and a submission is recalled instead. Who: whoever took the
    step, while they may still take it. One transaction: entries, history.
    """
    with transaction.atomic():
        history.lock()
        events = {
            int(event.object_id): event
            for event in Event.objects.filter(change=change, object_type="entry")
            if event.action in UNDOABLE and event.actor_id == actor.pk
        }
        if not events:
            raise InputProblem(_("There is nothing to undo."))
        # Whoever sent an entry back may no longer see it, and may still take that back.
        rows = _locked(Entry.objects.all(), events)
        for row in rows:
            who = _authorise_undo(actor, row, events[row.pk])
        told = []
        for row in rows:
            said = _put(row, {field: old for field, (old, _new) in _kept(events[row.pk]).items()})
            said["undoes"] = [None, events[row.pk].seq]
            told.append(history.Entry("entry.undo", row, said))
        history.record(who, told)
    return rows


def hindrance(actor: Actor, entry: Entry, step: Transition, events: Iterable[Event]) -> str:
    """Why ``actor`` may not take an open step now, as a sentence with who could; "" if they may."""
    try:
        _authorise(actor, entry, step, events)
    except Refused as refusal:
        return f"{refusal.message} {refusal.next_step}"
    return ""


def what_is_missing(entry: Entry) -> dict[Need, str]:
    """What must be given before ``entry`` can be submitted, by field, in the reader's words."""
    missing = unmet(
        done=entry.done,
        result=entry.result,
        status=entry.status,
        evidence=Evidence.objects.filter(entry=entry, removed_at=None).count(),
        as_of=entry.as_of,
        today=timezone.localdate(),
    )
    return {need: str(NEEDS[need]) for need in missing}


def _take(actor: Actor, entries: Iterable[int]) -> list[Entry]:
    """The entries in the order asked for, locked; who may not see one is told it is not there."""
    return _locked(visible_to(actor, Entry.objects.all()), entries)


def _locked(known: QuerySet[Entry], entries: Iterable[int]) -> list[Entry]:
    wanted = list(entries)
    rows = known.filter(pk__in=wanted).select_for_update(of=("self",))
    related = ("body", "record", "assignment__follows", "written_by", "submitted_by")
    found = {row.pk: row for row in rows.select_related(*related).order_by("pk")}
    if missing := [pk for pk in wanted if pk not in found]:
        raise InputProblem(
            _("There is no entry %(entry)s, or it is not open to you.") % {"entry": missing[0]},
            next_step=_("Go back to the list and load it again."),
        )
    return [found[pk] for pk in wanted]


def _step(
    actor: Actor, row: Entry, step: Step, row_version: int, reason: str, events: list[Event]
) -> tuple[User, history.Entry]:
    """Change ``row`` by one step, and say what the history has to tell of it."""
    require_seen(row, row_version)
    taken = transition(step, EntryState(row.state))
    if taken is None:
        raise Conflict(
            _("This entry is %(state)s now; this step is not open.")
            % {"state": STATE_NAMES[EntryState(row.state)]},
            current=words_of(row) | {"row_version": row.row_version},
            next_step=_("Load the page again to see which steps are open."),
        )
    who = _authorise(actor, row, taken, events)
    reason = " ".join(reason.replace("\0", " ").split())
    if len(reason) > MOST_LETTERS:
        raise InputProblem(
            _("A field holds %(number)s letters at most.") % {"number": MOST_LETTERS}
        )
    if taken.needs_reason and not reason:
        raise InputProblem(
            _("Say why, so that the body knows what to mend."),
            next_step=_("Write one sentence at least."),
        )
    wanted: dict[str, Any] = {"state": taken.end.value}
    said: history.Difference = {}
    if step is Step.SUBMIT:
        if missing := what_is_missing(row):
            raise InputProblem(next(iter(missing.values())), next_step=_("Complete the entry."))
        said = submission(row, events)
        wanted |= {"sent_back": "", "submitted_by_id": who.pk}
    elif step is Step.SEND_BACK:
        wanted["sent_back"] = reason
    stamps = STAMPS.get(taken.end, ())
    for stamp in STAMPS[EntryState.PUBLISHED]:
        if stamp not in stamps:
            wanted[stamp] = None
        elif getattr(row, stamp) is None:
            wanted[stamp] = timezone.now().isoformat()
    said = {**said, **_put(row, wanted)}
    return who, history.Entry(f"entry.{step.value}", row, said, reason)


def _authorise(actor: Actor, row: Entry, step: Transition, events: Iterable[Event]) -> User:
    who = authorise(actor, step.action, row.body)
    if step.second_person and who.pk in writers(row, events):
        raise Refused(
            _("You had a hand in the words of this entry; this step is another person's."),
            next_step=_("Ask somebody else who may %(step)s entries of this body.")
            % {"step": STEP_NAMES[step.step]},
        )
    return who


def _authorise_undo(actor: Actor, row: Entry, event: Event) -> User:
    start = EntryState(event.difference["state"][0])
    taken = transition(Step(event.action.removeprefix("entry.")), start)
    require_seen(row, event.difference["row_version"][1])
    other = Entry.objects.filter(record=row.record_id, body=row.body_id, state__in=OPEN)
    if taken is None or other.exclude(pk=row.pk).exists():
        raise InputProblem(
            _("There is nothing to undo."),
            next_step=_("Another entry of this body has taken its place."),
        )
    return authorise(actor, taken.action, row.body)


def _kept(event: Event) -> dict[str, list[Any]]:
    """What a step changed in the entry itself, without the words that it only repeats."""
    fields = {"state", "sent_back", "submitted_by_id", *STAMPS[EntryState.PUBLISHED]}
    return {field: pair for field, pair in event.difference.items() if field in fields}


def _put(row: Entry, wanted: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Set and save the values that differ; what was and what is, as the history keeps it."""
    changed: dict[str, list[Any]] = {}
    for field, value in wanted.items():
        held = getattr(row, field)
        before = held.isoformat() if isinstance(held, datetime) else held
        if before == value:
            continue
        changed[field] = [before, value]
        is_time = field.endswith("_at") and value is not None
        setattr(row, field, datetime.fromisoformat(value) if is_time else value)
    changed["row_version"] = [row.row_version, row.row_version + 1]
    row.row_version += 1
    row.save(update_fields=[*(field.removesuffix("_id") for field in changed)])
    return changed
