"""Users: the operator of this computer, new users, and what a user sets for themselves."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.person_names import kept_name
from upheld.core.roles import Action, Role
from upheld.services import history
from upheld.services.permissions import Actor, authorise_everywhere
from upheld.services.user_roles import OPERATOR
from upheld.store.models import RoleBinding, User


def operator() -> User:
    """Whoever types commands on this computer, made at the first use.

    Administrator and coordinator: who can run a command in the data folder can write everything
    in it anyway. The history says that the change came from there. One transaction.
    """
    user = User.objects.filter(username=OPERATOR).first()
    if user:
        return user
    with transaction.atomic():
        user, made = User.objects.get_or_create(
            username=OPERATOR, defaults={"name": "Administrator", "password": "!"}
        )
        if made:
            _bind(user, user, {Role.ADMINISTRATOR, Role.COORDINATOR})
    return user


def add_user(
    actor: Actor, *, username: str, name: str = "", email: str = "", roles: Iterable[Role]
) -> User:
    """A new user without a password, who comes in by a sign-in link.

    Its roles hold for the whole folder. Who: administrator of the whole folder. One transaction:
    user, roles, history.
    """
    who = authorise_everywhere(actor, Action.MANAGE_USERS)
    with transaction.atomic():
        if User.objects.filter(username=username).exists():
            raise InputProblem(
                _("There is already a user named %(username)s.") % {"username": username}
            )
        user = User.objects.create(username=username, name=name, email=email, password="!")  # noqa: S106
        _bind(who, user, set(roles))
    return user


def set_language(user: User, *, language: str) -> None:
    """The language in which ``user`` reads the interface: "en", "vi", or "" for the browser's.

    Who: everybody for themselves. A preference is no fact of the record: it leaves no history.
    """
    if language not in {"", *dict(settings.LANGUAGES)}:
        raise InputProblem(_("Upheld does not speak %(language)s.") % {"language": language})
    user.language = language
    user.save(update_fields=["language"])


def set_name(user: User, *, name: str) -> None:
    """The name that others read beside what ``user`` does; empty for the sign-in name.

    Who: everybody for themselves. One transaction: user, history. Entries of the history keep the
    name that was current when they were written.
    """
    name = kept_name(name)
    if name == user.name:
        return
    with transaction.atomic():
        changed: history.Difference = {"name": [user.name, name]}
        user.name = name
        user.save(update_fields=["name"])
        history.record(user, [history.Entry("user.set_name", user, changed)])


def _bind(actor: User, user: User, roles: set[Role]) -> None:
    ordered = sorted(roles)
    RoleBinding.objects.bulk_create([RoleBinding(user=user, role=role) for role in ordered])
    difference: history.Difference = {
        "name": [None, user.name],
        "roles": [None, [str(role) for role in ordered]],
    }
    history.record(actor, [history.Entry("user.add", user, difference)])
