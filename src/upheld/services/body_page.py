"""One body with all that leads from it: its neighbours in time and tree, its people, its work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from upheld.core.entries import EntryState
from upheld.core.errors import InputProblem
from upheld.core.planning import AssignmentState
from upheld.core.roles import Action, Role
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store.models import Assignment, Body, BodySuccession, Entry, RoleBinding
from upheld.store.queries.bodies import in_force_on

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class BodyPage:
    """``assignments`` by part and state, ``entries`` by state (only what the reader may see).

    ``parts`` exist on the day asked for. ``people`` are holders of a role for this very body, the
    main ones before their alternates. ``shown`` are the entries of the state asked for.
    """

    body: Body
    parts: Sequence[Body]
    predecessions: Sequence[BodySuccession]
    successions: Sequence[BodySuccession]
    people: Sequence[RoleBinding]
    assignments: Counter[tuple[str, str]]
    entries: Counter[str]
    shown: Page[Entry] | None

    @property
    def live(self) -> int:
        """How many assignments ask something of the body today."""
        states = (AssignmentState.PROPOSED, AssignmentState.CONFIRMED)
        return sum(n for (_part, state), n in self.assignments.items() if state in states)


def body_named(actor: Actor, code: str) -> Body | None:
    """The body with this code, if there is one. Who: every member."""
    who = authorise(actor, Action.READ)
    return visible_to(who, Body.objects.select_related("parent")).filter(code=code).first()


def body_page(
    actor: Actor, *, code: str, day: date, entries_in: str = "", page: str = "1"
) -> BodyPage:
    """All about the body with this code; ``entries_in`` a state shows the entries, fifty a page.

    Who: every member; entries as each may see them.
    """
    who = authorise(actor, Action.READ)
    body = body_named(who, code)
    if body is None:
        raise InputProblem(_("There is no body %(code)s.") % {"code": code})
    roles = (Role.FOCAL_POINT, Role.VALIDATOR, Role.COORDINATOR, Role.CONTRIBUTOR)
    people = body.role_bindings.filter(role__in=roles, user__is_active=True)
    assigned = visible_to(who, Assignment.objects.filter(body=body)).order_by()
    entries = visible_to(who, Entry.objects.filter(body=body)).order_by()
    return BodyPage(
        body,
        list(body.parts.filter(in_force_on(day))),
        list(body.predecessions.select_related("body")),
        list(body.successions.select_related("successor")),
        list(people.select_related("user").order_by("role", "alternate", "user__name")),
        Counter(assigned.values_list("part", "state")),
        Counter(entries.values_list("state", flat=True)),
        _shown(entries, entries_in, page) if entries_in in set(EntryState) else None,
    )


def _shown(entries: QuerySet[Entry], state: str, page: str) -> Page[Entry]:
    rows = entries.filter(state=state).select_related("record__document")
    return Paginator(rows.order_by("-changed_at", "-pk"), ON_A_PAGE).get_page(page)
