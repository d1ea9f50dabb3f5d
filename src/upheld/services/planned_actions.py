"""Actions of a plan: what will be done, by whom, by when, and which recommendations it answers.

One action may answer many recommendations of many mechanisms, whole clusters of the same demand,
and pledges. An action is never deleted: it is withdrawn, and can be put back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.differences import difference
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.services.plan_values import action_values
from upheld.services.plans import require_open, take_plan
from upheld.services.selection import Selection, select
from upheld.services.twins import cluster_of
from upheld.store.models import (
    ActionAnswer,
    ActionSupport,
    Body,
    Plan,
    PlannedAction,
    Record,
    User,
)


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """What an action says. ``lead`` and ``supports`` are codes of bodies ("VNM-MOJ")."""

    titles: Mapping[str, str]
    lead: str
    number: str = ""
    supports: tuple[str, ...] = ()
    outputs: Mapping[str, str] = field(default_factory=dict)
    starts: date | None = None
    due: date | None = None
    budget: Decimal | None = None
    currency: str = ""


def add_action(actor: Actor, *, plan: str, facts: ActionFacts) -> PlannedAction:
    """A new action; without a number it gets the next whole one.

    Who: coordinator of the body that leads it. One transaction: action, supports, history.
    """
    with transaction.atomic():
        history.lock()
        held = take_plan(actor, plan)
        require_open(held)
        lead = _body(facts.lead)
        who = authorise(actor, Action.PLAN, lead)
        _require_sound(facts)
        action = PlannedAction(plan=held, made_by=who, made_at=timezone.now())
        _put(action, facts, lead)
        if added_already := _twin(action, facts):
            return added_already  # the form was sent twice
        action.number = _number(held, facts.number.strip(), None)
        action.save()
        _set_supports(action, facts.supports)
        said = difference({}, action_values(action))
        history.record(who, [history.Entry("action.add", action, said)])
    return action


def change_action(
    actor: Actor, *, action: int, row_version: int, facts: ActionFacts
) -> PlannedAction:
    """Correct an action, or give it to another lead.

    Who: coordinator of the body that leads it, before and after. One transaction. ``Conflict``
    when somebody else changed it first.
    """
    with transaction.atomic():
        history.lock()
        who, row = take_action(actor, action, row_version)
        lead = _body(facts.lead)
        authorise(who, Action.PLAN, lead)
        _require_sound(facts)
        before = action_values(row)
        row.number = _number(row.plan, facts.number.strip() or row.number, row.pk)
        _put(row, facts, lead)
        _set_supports(row, facts.supports)
        _save(who, row, before, "action.change")
    return row


def withdraw_action(
    actor: Actor, *, action: int, row_version: int, reason: str = ""
) -> PlannedAction:
    """Take an action out of the plan; what was reported under it stays. ``restore`` puts it back.

    Who: coordinator of the body that leads it. One transaction.
    """
    with transaction.atomic():
        history.lock()
        who, row = take_action(actor, action, row_version)
        before = action_values(row)
        row.withdrawn = True
        _save(who, row, before, "action.withdraw", reason.strip())
    return row


def restore_action(actor: Actor, *, action: int, row_version: int) -> PlannedAction:
    """Put a withdrawn action back; ``InputProblem`` when its number was given away meanwhile."""
    with transaction.atomic():
        history.lock()
        who, row = take_action(actor, action, row_version)
        before = action_values(row)
        row.number = _number(row.plan, row.number, row.pk)
        row.withdrawn = False
        _save(who, row, before, "action.restore")
    return row


def answer(
    actor: Actor, *, action: int, selection: Selection, clusters: bool = False
) -> tuple[PlannedAction, int]:
    """Let an action answer the selected records; how many were added.

    With ``clusters`` it also answers every record that people judged to ask for the same as one of
    them, and remembers through which. Who: coordinator of the body that leads it. One transaction.
    """
    with transaction.atomic():
        history.lock()
        who, row = take_action(actor, action)
        before = action_values(row)
        chosen = list(select(who, selection).read(Record.objects.all()))
        wanted: dict[int, Record | None] = {record.pk: None for record in chosen}
        if clusters:
            for record in chosen:
                for twin in cluster_of(who, record):
                    wanted.setdefault(twin.pk, record)
        known = set(row.answers.values_list("record", flat=True))
        fresh = [
            ActionAnswer(action=row, record_id=key, through=through)
            for key, through in wanted.items()
            if key not in known
        ]
        ActionAnswer.objects.bulk_create(fresh, batch_size=500)
        if fresh:
            _save(who, row, before, "action.answer")
    return row, len(fresh)


def unanswer(actor: Actor, *, action: int, public_ids: Sequence[str]) -> tuple[PlannedAction, int]:
    """Take records off an action; how many. Who: coordinator of the body that leads it."""
    with transaction.atomic():
        history.lock()
        who, row = take_action(actor, action)
        before = action_values(row)
        gone, _by_table = row.answers.filter(record__public_id__in=public_ids).delete()
        if gone:
            _save(who, row, before, "action.unanswer")
    return row, gone


def take_action(
    actor: Actor, key: int, row_version: int | None = None
) -> tuple[User, PlannedAction]:
    """The action, locked, if ``actor`` may change it and its plan is open.

    The caller holds the transaction. ``Conflict`` when it is not as the person saw it.
    """
    rows = visible_to(actor, PlannedAction.objects.filter(pk=key))
    row = rows.select_for_update(of=("self",)).select_related("plan", "lead").first()
    if row is None:
        raise InputProblem(_("There is no such action."), next_step=_("Go back to the plan."))
    who = authorise(actor, Action.PLAN, row.lead)
    require_open(row.plan)
    if row_version is not None and row.row_version != row_version:
        raise Conflict(
            _("Somebody else changed this action while you had it open."),
            current=action_values(row),
            next_step=_("Look at it as it stands now, and change it again if need be."),
        )
    return who, row


def _put(action: PlannedAction, facts: ActionFacts, lead: Body) -> None:
    action.titles = _written(facts.titles)
    action.outputs = _written(facts.outputs)
    action.lead = lead
    action.starts, action.due = facts.starts, facts.due
    action.budget, action.currency = facts.budget, facts.currency.upper()


def _save(
    who: User, action: PlannedAction, before: dict[str, object], act: str, reason: str = ""
) -> None:
    action.row_version += 1
    action.save()
    changed = difference(before, action_values(action))
    if changed:
        history.record(who, [history.Entry(act, action, changed, reason)])


def _written(words: Mapping[str, str]) -> dict[str, str]:
    return {code: text.strip() for code, text in words.items() if text.strip()}


def _require_sound(facts: ActionFacts) -> None:
    if not _written(facts.titles):
        raise InputProblem(
            _("The title is missing."), next_step=_("Give it in at least one language.")
        )
    if facts.starts and facts.due and facts.due < facts.starts:
        raise InputProblem(
            _("The end lies before the beginning."), next_step=_("Correct one of the two days.")
        )
    if facts.budget is not None and (facts.budget < 0 or len(facts.currency) != 3):
        raise InputProblem(
            _("A budget is an amount in a currency."),
            next_step=_("Give the currency by its three letters, for example VND."),
        )


def _body(code: str) -> Body:
    body = Body.objects.filter(code=code).first()
    if body is None:
        raise InputProblem(
            _("There is no body %(code)s.") % {"code": code or "?"},
            next_step=_("Choose one of the bodies of the tree."),
        )
    return body


def _set_supports(action: PlannedAction, codes: Sequence[str]) -> None:
    bodies = {body.pk: body for body in map(_body, dict.fromkeys(codes)) if body != action.lead}
    action.supports.exclude(body__in=bodies).delete()
    held = set(action.supports.values_list("body", flat=True))
    ActionSupport.objects.bulk_create(
        [ActionSupport(action=action, body=body) for key, body in bodies.items() if key not in held]
    )


def _twin(action: PlannedAction, facts: ActionFacts) -> PlannedAction | None:
    """An action of the plan that the same person added with the same words, not withdrawn."""
    number = {"number": facts.number.strip()} if facts.number.strip() else {}
    same = ("lead", "starts", "due", "budget", "currency", "made_by")
    rows = action.plan.actions.filter(
        withdrawn=False, **{field: getattr(action, field) for field in same}, **number
    )
    supports = {_body(code) for code in facts.supports} - {action.lead}
    for row in rows.prefetch_related("supports__body"):
        words = (row.titles, row.outputs, {one.body for one in row.supports.all()})
        if words == (action.titles, action.outputs, supports):
            return row
    return None


def _number(plan: Plan, wanted: str, own: int | None) -> str:
    """``wanted`` if no other action of the plan has it; without one the next whole number."""
    others = plan.actions.filter(withdrawn=False)
    if own is not None:
        others = others.exclude(pk=own)
    taken = set(others.values_list("number", flat=True))
    if not wanted:
        return str(1 + max((int(number) for number in taken if number.isdecimal()), default=0))
    if wanted in taken:
        raise InputProblem(
            _("Another action of this plan has the number %(number)s.") % {"number": wanted},
            next_step=_("Choose another number, or leave it empty."),
        )
    return wanted[:20]
