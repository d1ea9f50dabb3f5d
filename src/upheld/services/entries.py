"""Writing an entry: what was done, the result, the status by its criteria, as of which day.

A body has one entry about a record under way at a time. A published one is never changed: the
next begins from its words. While an entry is a draft its words are nobody's statement yet, so the
history says who wrote, and holds the words from the moment they are submitted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.entries import EntryState
from upheld.core.entry_needs import MOST_LETTERS
from upheld.core.errors import Conflict, InputProblem
from upheld.core.implementation import Implementation
from upheld.core.planning import AssignmentState
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.past_days import require_past
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store.models import Assignment, Entry, Event, PlannedAction, Record, User

OPEN = (EntryState.DRAFT, EntryState.SUBMITTED, EntryState.VALIDATED, EntryState.ACCEPTED)
"""The states in which an entry is under way."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a person typed. ``status`` may be empty in a draft; ``action`` is a planned action."""

    done: str
    result: str
    status: str
    as_of: date
    language: str
    action: int | None = None


def words_of(entry: Entry) -> dict[str, Any]:
    """The values of an entry by field, as the history and a conflict show them."""
    return {
        "done": entry.done,
        "result": entry.result,
        "status": entry.status,
        "as_of": entry.as_of.isoformat(),
        "language": entry.language,
        "action": entry.action_id,
    }


def open_entry(assignment: Assignment) -> Entry | None:
    """The entry under way of the assignment's body about its record, whoever wrote it."""
    rows = Entry.objects.select_related("body", "written_by", "submitted_by")
    return rows.filter(record=assignment.record_id, body=assignment.body_id, state__in=OPEN).first()


def last_published(assignment: Assignment) -> Entry | None:
    """The newest published entry of the body, or of a body whose assignment it continues."""
    bodies, one = {assignment.body_id}, assignment
    while one.follows:
        one = one.follows
        bodies.add(one.body_id)
    rows = Entry.objects.filter(
        record=assignment.record_id, body__in=bodies, state=EntryState.PUBLISHED
    )
    return rows.order_by("-published_at", "-id").first()


def beginning(assignment: Assignment, language: str) -> Words:
    """What the fields hold before anything was written: the words of the last published entry."""
    before = last_published(assignment)
    today = timezone.localdate()
    if before is None:
        return Words("", "", "", today, language)
    return Words(
        before.done, before.result, before.status, today, before.language, before.action_id
    )


def actions_for(record: Record) -> Iterable[PlannedAction]:
    """The actions of plans that answer the record, by one of which something may have been done."""
    rows = PlannedAction.objects.filter(answers__record=record, withdrawn=False)
    return rows.select_related("plan").distinct()


def write(actor: Actor, *, assignment: int, row_version: int, words: Words) -> Entry:
    """Keep a draft; the first time begins it.

    ``row_version`` is that of the entry as the person saw it, 0 when there was none. Who: focal
    point of the body. One transaction: entry, history. ``Conflict`` with what stands now when
    somebody else wrote or submitted it meanwhile; ``InputProblem`` for what no field can hold.
    """
    with transaction.atomic():
        history.lock()
        asked = _assignment(actor, assignment)
        who = authorise(actor, Action.REPORT, asked.body)
        _require_usable(words, asked)
        entry = open_entry(asked)
        if entry is None:
            if row_version:
                raise _gone(asked)
            return _begin(who, asked, words)
        if _is_kept(who, entry, words):
            return entry
        require_seen(entry, row_version)
        if entry.state != EntryState.DRAFT:
            raise Conflict(
                _("This entry is on its way and cannot be changed."),
                current=words_of(entry) | {"row_version": entry.row_version},
                next_step=_("Recall it first; then it is a draft again."),
            )
        return _rewrite(who, entry, words)


def _is_kept(who: User, entry: Entry, words: Words) -> bool:
    """Whether the same person has just saved the same: the button, while the page saved itself."""
    same = (words.done.strip(), words.result.strip(), words.status, words.as_of, words.language)
    held = (entry.done, entry.result, entry.status, entry.as_of, entry.language)
    mine = entry.state == EntryState.DRAFT and entry.written_by_id == who.pk
    return mine and same == held and words.action == entry.action_id


def require_seen(entry: Entry, row_version: int) -> None:
    """``Conflict`` with what stands now when somebody was faster."""
    if entry.row_version != row_version:
        raise Conflict(
            _("%(name)s changed this entry while you were looking at it.")
            % {"name": last_hand(entry)},
            current=words_of(entry) | {"row_version": entry.row_version},
            next_step=_("Nothing was overwritten. Look at both versions, then decide."),
        )


def last_hand(entry: Entry) -> str:
    """The name of who wrote last, or took the last step if that came after the last words."""
    kind, key = entry.cited_as()
    last = Event.objects.filter(object_type=kind, object_id=key).order_by("-seq").first()
    written = entry.state == EntryState.DRAFT and (last is None or entry.changed_at > last.time)
    return str(entry.written_by) if written or last is None else last.actor_name


def _begin(who: User, asked: Assignment, words: Words) -> Entry:
    entry = Entry(
        assignment=asked,
        record=asked.record,
        body=asked.body,
        body_name=asked.body.name_in(words.language)[:300],
        written_by=who,
        changed_at=timezone.now(),
    )
    _put(entry, words)
    entry.save()
    said: history.Difference = {
        "record": [None, asked.record.public_id],
        "body": [None, asked.body.code],
    }
    history.record(who, [history.Entry("entry.begin", entry, said)])
    return entry


def _rewrite(who: User, entry: Entry, words: Words) -> Entry:
    before = words_of(entry)
    _put(entry, words)
    after = words_of(entry)
    changed = [field for field in after if after[field] != before[field]]
    if not changed:
        return entry
    another = entry.written_by_id != who.pk
    entry.written_by = who
    entry.changed_at = timezone.now()
    entry.row_version += 1
    entry.save()
    if another:
        # Whoever had a hand in the words may not validate them: this is how that is known.
        said: history.Difference = {"fields": [None, changed]}
        history.record(who, [history.Entry("entry.write", entry, said)])
    return entry


def _put(entry: Entry, words: Words) -> None:
    entry.done, entry.result = words.done.strip(), words.result.strip()
    entry.status, entry.as_of, entry.language = words.status, words.as_of, words.language
    entry.action_id = words.action


def _assignment(actor: Actor, key: int) -> Assignment:
    rows = visible_to(actor, Assignment.objects.filter(pk=key)).select_related(
        "record", "body", "follows"
    )
    found = rows.first()
    if found is None:
        raise InputProblem(
            _("Nobody was asked for this."),
            next_step=_("Go back to “My work”; the address may be mistyped."),
        )
    return found


def _require_usable(words: Words, asked: Assignment) -> None:
    if asked.state != AssignmentState.CONFIRMED:
        raise InputProblem(
            _("This assignment is no longer in force."),
            next_step=_("Look under “My work” for the one that took its place."),
        )
    if max(len(words.done), len(words.result)) > MOST_LETTERS:
        raise InputProblem(
            _("A field holds %(number)s letters at most.") % {"number": MOST_LETTERS},
            next_step=_("Shorten the text, and attach the rest as evidence."),
        )
    if words.status and words.status not in set(Implementation):
        raise InputProblem(_("There is no such status."))
    if words.language not in dict(settings.LANGUAGES):
        raise InputProblem(_("Upheld does not speak %(language)s.") % {"language": words.language})
    if words.action and not any(one.pk == words.action for one in actions_for(asked.record)):
        raise InputProblem(_("This action does not answer this recommendation."))
    require_past(words.as_of)


def _gone(asked: Assignment) -> Conflict:
    published = last_published(asked)
    return Conflict(
        _("The entry that you were writing was published or withdrawn meanwhile."),
        current=words_of(published) | {"row_version": 0} if published else {"row_version": 0},
        next_step=_("Nothing was overwritten. Look at both versions, then decide."),
    )
