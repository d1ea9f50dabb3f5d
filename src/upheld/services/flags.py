"""Contradictions and silence in what bodies report, by record, from what the reader may see.

The rules stand in ``upheld.core.flags``. What is hidden from a reader raises no flag for them, and
hides none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count

from upheld.core.entries import EntryState
from upheld.core.flags import Claim, Flag, flags_of
from upheld.core.planning import AssignmentState
from upheld.core.reporting_clock import Timing
from upheld.core.roles import Action
from upheld.services.agenda import CHUNK, SENT, agenda
from upheld.services.permissions import Actor, allowed, visible_to
from upheld.store.models import Assessment, Assignment, Entry, Evidence, Milestone


def flags(actor: Actor, records: Iterable[int]) -> dict[int, tuple[Flag, ...]]:
    """The flags of each of ``records`` (ids) as ``actor`` sees them; records without are absent.

    Who: everybody, each from what is open to them; lateness is for the State's own officers.
    """
    ordered = sorted(set(records))
    raised = {record: set(said) for record, said in contradictions(actor, ordered).items()}
    for start in range(0, len(ordered), CHUNK):
        for record, overdue in _overdue(actor, ordered[start : start + CHUNK]).items():
            raised.setdefault(record, set()).update(overdue)
    return {
        record: tuple(flag for flag in Flag if flag in said)
        for record, said in sorted(raised.items())
    }


def contradictions(actor: Actor, records: Iterable[int]) -> dict[int, tuple[Flag, ...]]:
    """The flags that say nothing of days: what was said does not go together. Who: as ``flags``."""
    found: dict[int, tuple[Flag, ...]] = {}
    ordered = sorted(set(records))
    for start in range(0, len(ordered), CHUNK):
        found |= _contradictions(actor, ordered[start : start + CHUNK])
    return found


def _contradictions(actor: Actor, records: list[int]) -> dict[int, tuple[Flag, ...]]:
    claims = _claims(actor, records)
    open_milestones = set(
        Milestone.objects.filter(
            action__answers__record__in=records, action__withdrawn=False, done_on=None
        ).values_list("action__answers__record", flat=True)
    )
    others: dict[int, list[tuple[str, str]]] = defaultdict(list)
    views = visible_to(actor, Assessment.objects.filter(record__in=records, withdrawn_at=None))
    published = views.exclude(published_at=None).order_by()
    for record, status, grade in published.values_list("record", "status", "grade"):
        others[record].append((status, grade))
    found = {}
    for record in records:
        raised = flags_of(
            claims.get(record, ()),
            open_milestones=record in open_milestones,
            others=others.get(record, ()),
        )
        if raised:
            found[record] = raised
    return found


def _claims(actor: Actor, records: list[int]) -> dict[int, list[Claim]]:
    """The newest entry that was sent in of each body, with the status it published before."""
    rows = visible_to(actor, Entry.objects.filter(record__in=records, state__in=SENT))
    fields = ("record", "body", "pk", "state", "status")
    newest: dict[tuple[int, int], tuple[int, str]] = {}
    before: dict[tuple[int, int], str] = {}
    for record, body, pk, state, status in rows.order_by("-submitted_at", "-pk").values_list(
        *fields
    ):
        key = (record, body)
        if key not in newest:
            newest[key] = (pk, status)
        elif key not in before and state == EntryState.PUBLISHED:
            before[key] = status
    shown = visible_to(actor, Evidence.objects.filter(removed_at=None))
    under = shown.filter(entry__in=[pk for pk, _status in newest.values()])
    counted = dict(under.order_by().values_list("entry").annotate(n=Count("pk")))
    claims: dict[int, list[Claim]] = defaultdict(list)
    for (record, body), (pk, status) in newest.items():
        claims[record].append(
            Claim(body, status, counted.get(pk, 0), before.get((record, body), ""))
        )
    return claims


def _overdue(actor: Actor, records: list[int]) -> dict[int, set[Flag]]:
    if not allowed(actor, Action.READ_ENTRIES):
        return {}
    asked = Assignment.objects.filter(record__in=records, state=AssignmentState.CONFIRMED)
    found: dict[int, set[Flag]] = defaultdict(set)
    for line in agenda(visible_to(actor, asked)):
        if line.timing is Timing.LATE:
            found[line.record].add(Flag.LATE)
        if line.silent:
            found[line.record].add(Flag.SILENT)
    return found
