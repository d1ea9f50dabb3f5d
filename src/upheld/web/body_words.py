"""Bodies, parts and assignments in words and signs, and the choice of a body in a form."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from upheld.core.national_bodies import NationalBodyKind, Succession
from upheld.core.planning import AssignmentState, Part
from upheld.core.wording import wording
from upheld.store.models import Body
from upheld.web.words import Sign


class KindWords(NamedTuple):
    """A kind of body: the word for one, and for several."""

    one: Promise
    many: Promise


BODY_KINDS: dict[str, KindWords] = {
    NationalBodyKind.GOVERNMENT: KindWords(_("Government"), _("Government")),
    NationalBodyKind.STEERING_COMMITTEE: KindWords(
        _("Steering committee"), _("Steering committees")
    ),
    NationalBodyKind.COORDINATION_UNIT: KindWords(_("Coordination unit"), _("Coordination units")),
    NationalBodyKind.MINISTRY: KindWords(_("Ministry"), _("Ministries")),
    NationalBodyKind.AGENCY: KindWords(_("Agency"), _("Agencies")),
    NationalBodyKind.DEPARTMENT: KindWords(_("Department"), _("Departments")),
    NationalBodyKind.PROVINCE: KindWords(_("Province"), _("Provinces")),
    NationalBodyKind.PROVINCIAL_COMMITTEE: KindWords(
        _("Provincial committee"), _("Provincial committees")
    ),
    NationalBodyKind.PARLIAMENT: KindWords(_("Parliament"), _("Parliament")),
    NationalBodyKind.COURT: KindWords(_("Court"), _("Courts")),
    NationalBodyKind.PROSECUTION: KindWords(_("Prosecution"), _("Prosecution")),
    NationalBodyKind.MASS_ORGANISATION: KindWords(_("Mass organisation"), _("Mass organisations")),
    NationalBodyKind.OTHER: KindWords(_("Other body"), _("Other bodies")),
    NationalBodyKind.NATIONAL_INSTITUTION: KindWords(
        _("National human rights institution"), _("National human rights institutions")
    ),
    NationalBodyKind.CIVIL_SOCIETY: KindWords(
        _("Civil-society organisation"), _("Civil-society organisations")
    ),
    NationalBodyKind.UN_BODY: KindWords(_("UN body"), _("UN bodies")),
}

SUCCESSIONS: dict[str, Promise] = {
    Succession.RENAMED: _("renamed"),
    Succession.MERGED: _("merged into another body"),
    Succession.SPLIT: _("split into several bodies"),
}

PARTS: dict[str, Promise] = {
    Part.LEAD: _("lead body"),
    Part.SUPPORT: _("supporting body"),
}

ASSIGNMENT_STATES: dict[str, Sign] = {
    AssignmentState.PROPOSED: Sign("warn", "?", _("proposed by the program")),
    AssignmentState.CONFIRMED: Sign("good", "✓", _("assigned")),
    AssignmentState.DECLINED: Sign("", "✕", _("declined")),
    AssignmentState.ENDED: Sign("", "–", _("ended")),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A name and the language in which it stands."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


def name_of(body: Body) -> Said:
    """The name of a body in the reader's language where there is one."""
    text, language = wording(body.names, get_language() or "en")
    return Said(text or body.code, language)


@dataclass(frozen=True, slots=True)
class Choice:
    """A body as one choice of a form."""

    code: str
    name: Said
    chosen: bool


@dataclass(frozen=True, slots=True)
class KindOfChoices:
    """The bodies of one kind; ``open`` when one of them is chosen."""

    kind: str
    name: Promise
    choices: list[Choice]

    @property
    def open(self) -> bool:
        """Whether one of them is chosen."""
        return any(choice.chosen for choice in self.choices)


def choices_of(bodies: Iterable[Body], chosen: Container[str] = ()) -> list[KindOfChoices]:
    """The bodies by kind, in the order of the kinds, for the form of an assignment."""
    by_kind: dict[str, list[Choice]] = {kind: [] for kind in BODY_KINDS}
    for body in bodies:
        by_kind[body.kind].append(Choice(body.code, name_of(body), body.code in chosen))
    return [
        KindOfChoices(kind, BODY_KINDS[kind].many, rows) for kind, rows in by_kind.items() if rows
    ]
