"""The tree of bodies, one body at a time: added, changed, placed elsewhere, ended.

Nobody changes a name from a day on here: then a new body follows the old one
(``upheld.services.succession``), so that what was said under the old name keeps it. Here a
misspelt name is corrected.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from upheld.core.body_rows import BodyRow
from upheld.core.errors import Conflict, InputProblem
from upheld.core.fold import fold_words
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.body_values import first_values, put, values_of
from upheld.services.permissions import Actor, authorise, authorise_everywhere
from upheld.store.models import Body, User
from upheld.store.queries.bodies import live_assignments


def free_code(state: str, name: str) -> str:
    """A code for a body without one: ("VNM", "An Giang Province") gives "VNM-AN-GIANG-PROVINCE"."""
    base = f"{state}-{fold_words(name).replace(' ', '-').upper()}"[:55].rstrip("-")
    base = "".join(sign for sign in base if sign.isascii() and (sign.isalnum() or sign == "-"))
    taken = set(Body.objects.filter(code__startswith=base).values_list("code", flat=True))
    candidate, count = base, 1
    while candidate in taken:
        count += 1
        candidate = f"{base}-{count}"
    return candidate


def add_body(actor: Actor, *, row: BodyRow) -> Body:
    """A new body; without a code in ``row`` it gets one from its State and name.

    Who: administrator and coordinator of the body above it; of the whole folder without one. One
    transaction: body, history.
    """
    with transaction.atomic():
        history.lock()
        who, parent = _placing(actor, row.parent)
        said: list[history.Entry] = []
        body = make_body(row, parent, said)
        history.record(who, said)
    return body


def change_body(actor: Actor, *, code: str, row_version: int, row: BodyRow) -> Body:
    """Correct what is known of a body, or place it below another one.

    Who: administrator and coordinator of the body and of the one it comes to stand under. One
    transaction: body, history. Nothing is written when nothing differs. ``Conflict`` when somebody
    changed the body since.
    """
    with transaction.atomic():
        history.lock()
        body = take_body(actor, code, row_version)
        who = authorise(actor, Action.MANAGE_BODIES, body)
        before = body.parent.code if body.parent else ""
        parent = body.parent
        if row.parent != before:
            who, parent = _placing(actor, row.parent)
            _require_no_circle(code, row.parent)
        difference = put(body, row, parent)
        if difference:
            body.row_version += 1
            body.save()
            history.record(who, [history.Entry("body.change", body, difference)])
    return body


def end_body(actor: Actor, *, code: str, row_version: int, last_day: date) -> Body:
    """Give a body that nothing follows its last day.

    Who: administrator and coordinator of the body. One transaction: body, history.
    ``InputProblem`` while it has open assignments or bodies below it: they would belong to nobody.
    """
    with transaction.atomic():
        history.lock()
        body = take_body(actor, code, row_version)
        who = authorise(actor, Action.MANAGE_BODIES, body)
        open_ones = live_assignments([body]).count()
        if open_ones:
            raise InputProblem(
                _("%(body)s still has open assignments: %(count)s.")
                % {"body": body, "count": open_ones},
                next_step=_("Say which body follows it, or end its assignments first."),
            )
        if body.parts.filter(valid_to=None).exists():
            raise InputProblem(
                _("Bodies stand below %(body)s.") % {"body": body},
                next_step=_("Place them elsewhere or end them first."),
            )
        require_period(body.valid_from, last_day)
        if body.valid_to != last_day:
            said = [body.valid_to.isoformat() if body.valid_to else None, last_day.isoformat()]
            body.valid_to = last_day
            body.row_version += 1
            body.save(update_fields=["valid_to", "row_version"])
            history.record(who, [history.Entry("body.end", body, {"valid_to": said})])
    return body


def make_body(row: BodyRow, parent: Body | None, said: list[history.Entry]) -> Body:
    """A body from ``row``; the caller has authorised, has a transaction and records ``said``."""
    if not row.names:
        raise InputProblem(_("A body needs a name."), next_step=_("Give it in one language."))
    code = row.code or free_code(row.state, row.names.get("en") or next(iter(row.names.values())))
    if Body.objects.filter(code=code).exists():
        raise InputProblem(
            _("There is already a body with the code %(code)s.") % {"code": code},
            next_step=_("Choose another code, or leave it empty."),
        )
    require_period(row.valid_from, row.valid_to)
    body = Body(code=code)
    put(body, row, parent)
    body.save()
    said.append(history.Entry("body.add", body, first_values(body)))
    return body


def take_body(actor: Actor, code: str, row_version: int | None = None) -> Body:
    """The body, locked to the end of the transaction, in the version that the person saw."""
    authorise(actor, Action.MANAGE_BODIES)
    rows = Body.objects.select_for_update(of=("self",)).select_related("parent")
    body = rows.filter(code=code).first()
    if body is None:
        raise InputProblem(
            _("There is no body %(code)s.") % {"code": code},
            next_step=_("Go back to the tree of bodies; the address may be mistyped."),
        )
    if row_version is not None and body.row_version != row_version:
        raise Conflict(
            _("Somebody else changed %(body)s while you were looking at it.") % {"body": body},
            current=values_of(body) | {"row_version": body.row_version},
            next_step=_("Nothing was overwritten. Look at what stands now, then decide again."),
        )
    return body


def require_period(first: date | None, last: date | None) -> None:
    """``InputProblem`` for a body that ends before it begins."""
    if first and last and first > last:
        raise InputProblem(
            _("The last day lies before the first."), next_step=_("Correct one of the two days.")
        )


def _placing(actor: Actor, parent: str) -> tuple[User, Body | None]:
    """Who places a body below ``parent`` (a code), and that body."""
    if not parent:
        return authorise_everywhere(actor, Action.MANAGE_BODIES), None
    above = take_body(actor, parent)
    return authorise(actor, Action.MANAGE_BODIES, above), above


def _require_no_circle(code: str, parent: str) -> None:
    parents = dict(Body.objects.values_list("code", "parent__code"))
    above: str | None = parent
    seen = {code}
    while above and above not in seen:
        seen.add(above)
        above = parents.get(above)
    if above == code:
        raise InputProblem(
            _("A body cannot stand below itself."), next_step=_("Choose another body above it.")
        )
