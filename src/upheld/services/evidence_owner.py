"""What a piece of evidence stands under, and who may add to it: an entry, or an assessment.

An entry takes evidence while it is written; what was submitted is looked at as it was sent. An
assessment belongs to its assessor: the State's officers add nothing to it.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from upheld.core.entries import EntryState
from upheld.core.errors import InputProblem
from upheld.core.implementation import AssessorKind
from upheld.core.roles import Action
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store.models import Assessment, Body, Entry, Evidence, User

Owner = Entry | Assessment


def authorise_writing(actor: Actor, owner: Owner) -> User:
    """Who may write under ``owner``, whatever state it is in."""
    if isinstance(owner, Entry):
        return authorise(actor, Action.ADD_EVIDENCE, owner.body)
    return authorise_assessor(actor, AssessorKind(owner.kind), owner.assessor)


def take_owner(actor: Actor, owner: Owner) -> tuple[User, Owner]:
    """``owner`` as it stands now, locked, if ``actor`` may change its evidence.

    The caller holds the transaction. ``InputProblem`` where it no longer takes any.
    """
    if isinstance(owner, Entry):
        entry = visible_to(actor, Entry.objects.filter(pk=owner.pk)).select_for_update(of=("self",))
        found = entry.select_related("body").first()
        if found is None:
            raise missing()
        who = authorise_writing(actor, found)
        if found.state != EntryState.DRAFT:
            raise InputProblem(
                _("This entry was submitted; its evidence stands as it was sent."),
                next_step=_("Recall the entry, or have it sent back, to add or change evidence."),
            )
        return who, found
    rows = visible_to(actor, Assessment.objects.filter(pk=owner.pk))
    assessment = rows.select_for_update(of=("self",)).select_related("assessor").first()
    if assessment is None:
        raise missing()
    who = authorise_writing(actor, assessment)
    if assessment.published_at:
        raise InputProblem(
            _("This assessment is published; it stays as it is."),
            next_step=_("Give a new assessment, which follows this one."),
        )
    return who, assessment


def authorise_assessor(actor: Actor, kind: AssessorKind, assessor: Body) -> User:
    """Who may write for ``assessor``: its own people; for a UN body the coordinator who enters."""
    if kind is AssessorKind.UN_BODY:
        return authorise(actor, Action.GRADE)
    return authorise(actor, Action.ASSESS, assessor)


def owner_of(evidence: Evidence) -> Owner:
    """The entry or assessment under which ``evidence`` stands."""
    owner = evidence.entry or evidence.assessment
    if owner is None:
        raise InputProblem(_("This evidence stands under nothing that can be changed."))
    return owner


def body_of(owner: Owner) -> Body:
    """Whose evidence it is."""
    return owner.body if isinstance(owner, Entry) else owner.assessor


def missing() -> InputProblem:
    """The answer for what is not there and for what may not be seen: they are the same."""
    return InputProblem(
        _("This is not there, or it is not open to you."),
        next_step=_("Go back to the page that led here and load it again."),
    )
