"""What the table of services says in a line, and the rows that a call is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from tests import workspace_rows as rows
from tests.services.visitors import ANYTHING, OTHER, OWN, Visitor, body_about
from upheld.core.national_bodies import NationalBodyKind
from upheld.core.roles import Action, Role
from upheld.services.selection import Selection
from upheld.services.user_roles import Grant
from upheld.store.models import Assignment, Body, PlannedAction, Record, RoleBinding, User

UNKNOWN = UUID(int=0)
"""A name that nothing has: who may act is told so, and everybody else is refused."""


class World:
    """The rows that a call is about, made when they are asked for, of the body ``about``."""

    def __init__(self, about: str) -> None:
        self.about = about

    @property
    def body(self) -> Body:
        return body_about(self.about)

    @property
    def organisation(self) -> Body:
        """The body, as one that is not the State's: it may assess, and reply."""
        Body.objects.filter(pk=self.body.pk).update(kind=NationalBodyKind.CIVIL_SOCIETY)
        return self.body

    @cached_property
    def record(self) -> Record:
        return rows.a_record()

    @cached_property
    def chosen(self) -> Selection:
        return Selection(public_ids=(self.record.public_id,))

    @cached_property
    def person(self) -> User:
        """Somebody whose only role is for the body."""
        return rows.officer(Role.READER, self.body, username=f"person-{self.about}")

    @cached_property
    def office(self) -> RoleBinding:
        """What somebody who leaves holds for the body."""
        leaver = rows.officer(Role.FOCAL_POINT, self.body, username=f"leaver-{self.about}")
        return RoleBinding.objects.get(user=leaver)

    @cached_property
    def assignment(self) -> Assignment:
        return rows.assignment(to=self.body)

    @cached_property
    def action(self) -> PlannedAction:
        return rows.action(self.body)

    @cached_property
    def invitation(self) -> Any:
        from upheld.services.invitations import invite  # noqa: PLC0415  # under test elsewhere

        return invite(rows.officer(Role.ADMINISTRATOR), grants=[Grant(Role.READER, self.body)])[0]

    @cached_property
    def sheet(self) -> bytes:
        """The body's sheet as its focal point downloads it, with a row to fill in."""
        from upheld.services.sheets import make_sheet  # noqa: PLC0415  # under test elsewhere

        assert self.assignment
        writer = rows.officer(Role.FOCAL_POINT, self.body)
        return bytes(make_sheet(writer, body=self.body, language="en").content)

    @cached_property
    def returned(self) -> Any:
        """The sheet, sent back by its focal point."""
        from upheld.services.returned_sheets import take_back  # noqa: PLC0415  # as above

        writer = rows.officer(Role.FOCAL_POINT, self.body)
        return take_back(writer, name="sheet.xlsx", content=self.sheet)


@dataclass(frozen=True)
class Asks:
    """The service asks for ``action``; ``given`` are its arguments.

    ``about`` lists what it is asked about. ``or_else`` is another permission that suffices.
    ``hidden``: where a person may not know of a thing, the answer is as if it were not there.
    """

    action: Action
    given: Callable[[World], Mapping[str, Any]] = lambda world: {}
    about: tuple[str, ...] = (ANYTHING,)
    hidden: bool = False
    or_else: Action | None = None

    def lets_in(self, visitor: Visitor, about: str) -> bool:
        """What the table of permissions promises."""
        return visitor.may(self.action, about) or bool(
            self.or_else and visitor.may(self.or_else, about)
        )


@dataclass(frozen=True)
class Shows:
    """It refuses nobody and answers with what the person may see; the named module tries that."""

    where: str


@dataclass(frozen=True)
class Tried:
    """Who may depends on more than one permission, or on a state; the named module tries it."""

    where: str


Line = Asks | Shows | Tried
DAY = date(2026, 3, 1)


def about_body(action: Action, given: Callable[[World], Mapping[str, Any]], **more: Any) -> Asks:
    """A service about a body, tried with one's own and with another."""
    return Asks(action, given, (OWN, OTHER), **more)
