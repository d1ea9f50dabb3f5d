"""The people of a body that ends hold the same roles for the body that follows it.

The focal point of Kien Giang becomes one of An Giang; where An Giang has a main one already, the
newcomer stands in for them. The old role stays: it is how one sees who held it until then. Where a
body is split, a person says for each role which successor it goes to, and of most none.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from upheld.core.roles import Role
from upheld.services import history
from upheld.services.user_roles import OFFICES, Grant
from upheld.store.models import Body, Event, RoleBinding, User

GIVEN = "user.give_role"


def roles_held(body: Body) -> QuerySet[RoleBinding]:
    """The roles that open accounts hold for ``body``, main ones first."""
    rows = RoleBinding.objects.filter(body=body, user__is_active=True)
    return rows.select_related("user").order_by("alternate", "pk")


def carry_roles(
    old: Body, new: Body, said: list[history.Entry], *, only: Collection[int] | None = None
) -> int:
    """Give each open account with a role for ``old`` the same role for ``new``; how many are new.

    ``only`` names the roles that go, by the id of their binding. Nobody is displaced. The caller
    holds the transaction and the lock, has made sure that the actor may give roles for ``new``, and
    records ``said``.
    """
    count = 0
    rows = roles_held(old)
    for held in rows if only is None else rows.filter(pk__in=only):
        mains = RoleBinding.objects.filter(body=new, role=held.role, alternate=False)
        is_taken = held.role in OFFICES and mains.exclude(user=held.user).exists()
        made, is_new = RoleBinding.objects.get_or_create(
            user=held.user,
            role=held.role,
            body=new,
            defaults={"alternate": held.alternate or is_taken},
        )
        if is_new:
            grant = Grant(Role(held.role), new, made.alternate)
            said.append(history.Entry(GIVEN, held.user, {"role": [None, grant.said()]}))
            count += 1
    return count


def take_back(events: list[Event], bodies: dict[str, Body]) -> list[history.Entry]:
    """Take the roles that ``events`` gave, where they are still held; what the history tells."""
    said = []
    for event in events:
        user = User.objects.filter(username=event.object_id).first()
        role, code = event.difference["role"][1].split()[:2]
        held = RoleBinding.objects.filter(user=user, role=role, body=bodies[code])
        if user is not None and held.delete()[0]:
            difference: history.Difference = {
                "role": [event.difference["role"][1], None],
                "undoes": [None, event.seq],
            }
            said.append(history.Entry("user.take_role", user, difference))
    return said
