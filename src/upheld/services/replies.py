"""The right of reply: the State to an assessment by others, an assessor to a published entry."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.entries import EntryState
from upheld.core.errors import InputProblem, Refused
from upheld.core.national_bodies import INDEPENDENT, NationalBodyKind
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.evidence_owner import missing
from upheld.services.permissions import Actor, allowed_everywhere, authorise, visible_to
from upheld.store.models import Assessment, Body, Entry, Reply, User


def reply_to_assessment(
    actor: Actor, *, assessment: int, body: Body | None, language: str, text: str
) -> Reply:
    """Answer a published assessment: for the State, or for the assessor who was answered.

    Who: coordinator for the State (``body`` is None or a body of the State), contributor for
    their own body. One transaction: reply, history.
    """
    with transaction.atomic():
        history.lock()
        who = _speaker(actor, body)
        rows = visible_to(who, Assessment.objects.filter(pk=assessment))
        row = rows.exclude(published_at=None).first()
        if row is None:
            raise missing()
        return _keep(who, body, language, text, assessment=row)


def reply_to_entry(
    actor: Actor, *, entry: int, body: Body | None, language: str, text: str
) -> Reply:
    """Answer a published entry of the State, as an assessor or as the State once more.

    Who: contributor for their own body, coordinator for the State. One transaction: reply, history.
    """
    with transaction.atomic():
        history.lock()
        who = _speaker(actor, body)
        row = visible_to(who, Entry.objects.filter(pk=entry, state=EntryState.PUBLISHED)).first()
        if row is None:
            raise missing()
        return _keep(who, body, language, text, entry=row)


def withdraw_reply(actor: Actor, *, reply: int) -> Reply:
    """Take one's reply back; its place keeps who replied and when. Who: who may reply so."""
    with transaction.atomic():
        history.lock()
        row = visible_to(actor, Reply.objects.filter(pk=reply)).select_related("body").first()
        if row is None:
            raise missing()
        who = _speaker(actor, row.body)
        if row.withdrawn_at is None:
            row.withdrawn_at = timezone.now()
            row.save(update_fields=["withdrawn_at"])
            history.record(who, [history.Entry("reply.withdraw", row)])
    return row


def _speaker(actor: Actor, body: Body | None) -> User:
    """Who replies.

    An officer of the State never speaks for an independent body, whatever the officer's reach.
    """
    who = authorise(actor, Action.REPLY, body)
    if body is None:
        if not allowed_everywhere(who, Action.REPLY):
            raise Refused(
                _("You may not reply for the State."),
                next_step=_("Choose the body for which you reply."),
            )
        return who
    if NationalBodyKind(body.kind) in INDEPENDENT:
        who = authorise(actor, Action.ASSESS, body)
    return who


def _keep(who: User, body: Body | None, language: str, text: str, **to: object) -> Reply:
    # The State has a word in each reader's language; a body keeps the name that it had.
    name = body.name_in(language) if body else ""
    if not text.strip():
        raise InputProblem(_("The reply has no words."))
    same = {"body": body, "language": language, "text": text.strip(), "written_by": who, **to}
    said_already = Reply.objects.filter(withdrawn_at=None, **same).first()
    if said_already:
        return said_already  # the form was sent twice
    row = Reply.objects.create(author_name=name[:300], written_at=timezone.now(), **same)
    said: history.Difference = {
        "text": [None, row.text],
        "author": [None, body.code if body else None],
    }
    history.record(who, [history.Entry("reply.write", row, said)])
    return row
