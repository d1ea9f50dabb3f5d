"""What the table of addresses says in a line, and what an address is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests import factories
from tests import workspace_rows as rows
from tests.services import service_lines
from tests.services.visitors import ANYTHING, OTHER, OWN
from upheld.core.roles import Action, Role
from upheld.services import invitations
from upheld.services.user_roles import Grant
from upheld.store.models import Document, Invitation, Record


class World(service_lines.World):
    """What an address is about, made when it is asked for, of the body ``about``."""

    @cached_property
    def document(self) -> Document:
        return Document.objects.first() or factories.report(3)

    @cached_property
    def record(self) -> Record:
        found = self.document.records.first()
        assert found
        return found

    @cached_property
    def item(self) -> dict[str, str]:
        return {"slug": self.document.slug, "public_id": self.record.public_id}

    def invited(self) -> tuple[Invitation, str]:
        grant = Grant(Role.READER, self.body)
        return invitations.invite(rows.officer(Role.ADMINISTRATOR), grants=[grant])


Given = Callable[[World], Mapping[str, Any]]


def nothing(world: World) -> Mapping[str, Any]:
    return {}


def of_item(world: World) -> Mapping[str, Any]:
    return world.item


def of_record(world: World) -> Mapping[str, Any]:
    return {"public_id": world.record.public_id}


def of_person(world: World) -> Mapping[str, Any]:
    return {"username": world.person.username}


@dataclass(frozen=True)
class Asks:
    """The address asks for ``action``; ``given`` fills it in. ``sent`` is a form, sent by POST.

    ``or_else`` is another permission that suffices.
    """

    action: Action
    given: Given = nothing
    sent: Given | None = None
    about: tuple[str, ...] = (ANYTHING,)
    or_else: Action | None = None


@dataclass(frozen=True)
class Open:
    """The address is open to everybody, signed in or not."""

    given: Given = nothing
    sent: Given | None = None


@dataclass(frozen=True)
class Own:
    """The address belongs to whoever is signed in."""

    given: Given = nothing
    sent: Given | None = None


@dataclass(frozen=True)
class Tried:
    """Who may come in depends on more than one permission, or on a state; it is tried there."""

    where: str


Line = Asks | Open | Own | Tried


def about_body(action: Action, given: Given, sent: Given | None = None, **more: Any) -> Asks:
    """An address about a body, tried with one's own and with another."""
    return Asks(action, given, sent, (OWN, OTHER), **more)
