"""Settling a finding: a person says that it is dealt with, or that it is none, and why."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem
from upheld.core.review import FindingState
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store.models import DocumentFinding

CHOICES = frozenset({FindingState.OPEN, FindingState.RESOLVED, FindingState.DISMISSED})


def settle(
    actor: Actor, *, finding: int, seen: FindingState, state: FindingState, note: str = ""
) -> DocumentFinding:
    """Resolve, dismiss or open again the finding with the number ``finding``.

    ``seen`` is the state the person looked at. Who: coordinator. One transaction: finding,
    history. ``InputProblem`` without a note where one is due, ``Conflict`` when settled since.
    """
    who = authorise(actor, Action.REVIEW)
    if state not in CHOICES:
        raise InputProblem(_("A finding cannot be set to this by hand."))
    if state is FindingState.DISMISSED and not note.strip():
        raise InputProblem(
            _("A finding is dismissed with a reason."),
            next_step=_("Write in a few words why it is none."),
        )
    with transaction.atomic():
        history.lock()
        rows = visible_to(who, DocumentFinding.objects.all()).select_for_update()
        row = rows.filter(pk=finding).first()
        if row is None:
            raise InputProblem(_("There is no such finding."))
        if row.state != seen:
            raise Conflict(
                _("Somebody else settled this finding while you were looking at it."),
                current={"state": row.state, "note": row.note},
                next_step=_("Look at what stands now, then decide again."),
            )
        changed = {"state": [row.state, state.value], "note": [row.note, note.strip()]}
        row.state, row.note = state, note.strip()
        row.resolved_by, row.resolved_at = who, timezone.now()
        row.save()
        history.record(who, [history.Entry("finding.settle", row, changed, note.strip())])
    return row
