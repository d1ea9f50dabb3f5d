"""What a side of a comparison, a publication, a table and its rows are called."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from upheld.core.labels import Taxonomy
from upheld.core.sides import Mechanism, Publication, Side
from upheld.core.states import RegionalGroup, state
from upheld.core.upr_sessions import REVIEW_SESSIONS
from upheld.services.compared_tables import NO_GROUP, ComparedTable, Shared, Subject
from upheld.store.queries.sides import NO_POSITION
from upheld.web.label_words import label_language, label_words
from upheld.web.words import ITEM_KINDS, POSITIONS, TAXONOMIES

MECHANISMS: dict[Mechanism, Promise] = {
    Mechanism.UPR: _("Universal Periodic Review (UPR)"),
    Mechanism.TREATY_BODIES: _("Treaty bodies"),
    Mechanism.SPECIAL_PROCEDURES: _("Special procedures"),
}

PUBLICATIONS: dict[Publication, Promise] = {
    Publication.REPORTS: _("The reports themselves"),
    Publication.THEMATIC_LISTS: _("Thematic lists of OHCHR"),
    Publication.UHRI: _("Universal Human Rights Index of OHCHR"),
    Publication.UPR_INFO: _("List of UPR Info"),
}

UNITS: dict[Publication, Promise] = {
    Publication.REPORTS: _(
        "One unit is one numbered item of a report; where several stand under one number, each "
        "of them."
    ),
    Publication.THEMATIC_LISTS: _("One unit is one row of the list."),
    Publication.UHRI: _("One unit is one annotation of the Index: a paragraph as OHCHR lists it."),
    Publication.UPR_INFO: _(
        "One unit is one recommendation by one State: what three States recommend together "
        "counts three times."
    ),
}

SUBJECTS: dict[str, Promise] = {
    Subject.KIND: _("Kind of record"),
    Subject.POSITION: _("Position of the State on recommendations"),
    Subject.DEMAND: _("The same demand on the other side"),
    Subject.GROUP: _("Regional group of the recommending States"),
    Subject.RECOMMENDING: _("Recommending States"),
} | TAXONOMIES

SHARED: dict[str, Promise] = {
    Shared.JUDGED: _("there too, as a person judged"),
    Shared.PROPOSED: _("perhaps, as the program proposes; nobody has judged it"),
    Shared.NONE: _("none found so far"),
}

GROUPS: dict[str, Promise] = {
    RegionalGroup.AFRICAN: _("African States"),
    RegionalGroup.ASIA_PACIFIC: _("Asia-Pacific States"),
    RegionalGroup.EASTERN_EUROPEAN: _("Eastern European States"),
    RegionalGroup.LATIN_AMERICAN_CARIBBEAN: _("Latin American and Caribbean States"),
    RegionalGroup.WESTERN_EUROPEAN_OTHER: _("Western European and other States"),
    NO_GROUP: _("outside the regional groups"),
}


def part_choices() -> list[tuple[str, str]]:
    """Every part of the mechanisms' work that a side can be, for a list to choose from."""
    last = max(session.cycle for session in REVIEW_SESSIONS.values())
    parts = ["all", "upr", *(f"upr-{cycle}" for cycle in range(1, last + 1)),
             "treaty-bodies", "special-procedures"]  # fmt: skip
    return [(part, part_name(Side.of("", part))) for part in parts]


def part_name(side: Side) -> str:
    """ "UPR, cycle 2"."""
    if side.mechanism is None:
        return gettext("All mechanisms")
    if side.cycle is None:
        return str(MECHANISMS[side.mechanism])
    return gettext("UPR, cycle %(cycle)s") % {"cycle": side.cycle}


def state_name(iso3: str) -> str:
    """The State in the reader's language."""
    return state(iso3).name_in(get_language() or "en")


def side_names(sides: tuple[Side, Side]) -> tuple[str, str]:
    """What tells the two sides apart: their States, their parts, or both."""
    one, other = sides
    if one.state == other.state:
        return part_name(one), part_name(other)
    if one.part == other.part:
        return state_name(one.state), state_name(other.state)
    return full_name(one), full_name(other)


def full_name(side: Side) -> str:
    """ "Viet Nam: UPR, cycle 2"."""
    said = {"state": state_name(side.state), "part": part_name(side)}
    return gettext("%(state)s: %(part)s") % said


def both_names(sides: tuple[Side, Side]) -> str:
    """Both sides in one heading: "Chile: UPR, cycle 1, and UPR, cycle 2"."""
    one, other = sides
    name = part_name(other) if one.state == other.state else full_name(other)
    return gettext("%(one)s, beside %(other)s") % {"one": full_name(one), "other": name}


def row_name(table: ComparedTable, key: str) -> str:
    """The name of a row in the reader's language; themes keep the words of their list."""
    if table.subject == Subject.KIND:
        return str(ITEM_KINDS[key])
    if table.subject == Subject.POSITION:
        return gettext("not stated") if key == NO_POSITION else str(POSITIONS[key].name)
    if table.subject == Subject.DEMAND:
        return str(SHARED[key])
    if table.subject == Subject.GROUP:
        return str(GROUPS[key])
    if table.subject == Subject.RECOMMENDING:
        return state_name(key)
    return label_words(table.subject, key)


def is_english(table: ComparedTable) -> bool:
    """Whether the rows have names of a list that is published in English."""
    return table.subject in set(Taxonomy) and label_language(table.subject) == "en"
