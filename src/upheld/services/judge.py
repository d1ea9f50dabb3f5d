"""A person says whether two records ask for the same; kept with author and date, never erased."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem
from upheld.core.judgements import Judged, Verdict
from upheld.core.review import IN_FORCE
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store.models import Judgement, Record, User
from upheld.store.queries.judged import judgements, standing


def judge(
    actor: Actor, *, record: str, other: str, verdict: Verdict, score: float | None = None
) -> Judgement:
    """ "A-HRC-12-11-99.1" and "A-HRC-26-6-143.2" ask for the same, for different things, or unsure.

    Who: coordinator. One transaction: the judgement, the withdrawal of the person's own earlier
    one of this pair, an entry in the history of each record. The same verdict again changes
    nothing. ``Conflict`` when other judgements say the opposite; ``InputProblem`` for a record
    that is not there, not in force, or the same twice.
    """
    who = authorise(actor, Action.JUDGE)
    with transaction.atomic():
        history.lock()
        first, second = sorted((_named(who, record), _named(who, other)), key=lambda row: row.pk)
        if first == second:
            raise InputProblem(_("A record cannot be held against itself."))
        own = standing().filter(one=first, other=second, author=who).first()
        if own and own.verdict == verdict:
            return own
        _require_agreement(first, second, verdict)
        now = timezone.now()
        if own:
            own.withdrawn_by, own.withdrawn_at = who, now
            own.save(update_fields=["withdrawn_by", "withdrawn_at"])
        made = Judgement.objects.create(
            one=first, other=second, verdict=verdict, author=who, made_at=now, score=score
        )
        said = [own.verdict if own else None, verdict.value]
        history.record(who, _entries("record.judge", made, said))
    return made


def withdraw(actor: Actor, *, judgement: int) -> Judgement:
    """Take a judgement back, one's own or another coordinator's; twice changes nothing.

    Who: coordinator. One transaction: the withdrawal, an entry in the history of each record.
    """
    who = authorise(actor, Action.JUDGE)
    with transaction.atomic():
        history.lock()
        rows = Judgement.objects.select_related("one", "other").filter(pk=judgement)
        found = rows.filter(one__in=visible_to(who, Record.objects.all())).first()
        if found is None:
            raise InputProblem(
                _("There is no such judgement."), next_step=_("Go back to the record.")
            )
        if found.withdrawn_at is None:
            found.withdrawn_by, found.withdrawn_at = who, timezone.now()
            found.save(update_fields=["withdrawn_by", "withdrawn_at"])
            entries = _entries("record.withdraw_judgement", found, [found.verdict, None])
            history.record(who, entries)
    return found


def _named(who: User, public_id: str) -> Record:
    found = visible_to(who, Record.objects.all()).filter(public_id=public_id).first()
    if found is None:
        raise InputProblem(
            _("There is no record %(record)s.") % {"record": public_id},
            next_step=_("Go back to the list; the address may be mistyped."),
        )
    if found.review_state not in IN_FORCE:
        raise InputProblem(
            _("This record is no longer in force."),
            next_step=_("Open it to see which record took its place."),
        )
    return found


def _require_agreement(one: Record, other: Record, verdict: Verdict) -> None:
    known = judgements(without=(one.pk, other.pk))
    if known.would_contradict(Judged(one.pk, other.pk, verdict)):
        if verdict is Verdict.SAME:
            message = _("Judgements on other records say that these two ask for different things.")
        else:
            message = _("Judgements on other records say that these two ask for the same.")
        raise Conflict(
            message,
            next_step=_("Look at the records in between; withdraw the judgement that is wrong."),
        )


def _entries(action: str, judgement: Judgement, said: list[str | None]) -> list[history.Entry]:
    pairs = ((judgement.one, judgement.other), (judgement.other, judgement.one))
    return [
        history.Entry(action, record, {"verdict": said, "twin": [None, twin.public_id]})
        for record, twin in pairs
    ]
