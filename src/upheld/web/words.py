"""Closed lists in words and signs: states of review, positions, kinds of document.

A sign always stands beside its word, so that nothing is told by colour alone.
"""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upheld.core.demand_course import Turn
from upheld.core.facts import DocumentKind
from upheld.core.findings import Severity
from upheld.core.items import ItemKind
from upheld.core.judgements import Verdict
from upheld.core.labels import Taxonomy
from upheld.core.positions import Position
from upheld.core.review import ReviewState
from upheld.store.models import Document


class Sign(NamedTuple):
    """A word with the sign before it and the tone of its colour ("", "good", "warn", "bad")."""

    tone: str
    sign: str
    name: Promise


REVIEW_STATES: dict[str, Sign] = {
    ReviewState.PROPOSED: Sign("", "○", _("proposed")),
    ReviewState.CONFIRMED: Sign("good", "✓", _("confirmed")),
    ReviewState.CORRECTED: Sign("good", "✓", _("corrected")),
    ReviewState.PUBLISHED: Sign("", "◇", _("published")),
    ReviewState.SPLIT: Sign("", "÷", _("split")),
    ReviewState.MERGED: Sign("", "+", _("merged")),
    ReviewState.WITHDRAWN: Sign("", "–", _("withdrawn")),
}

POSITIONS: dict[str, Sign] = {
    Position.SUPPORTED: Sign("", "●", _("supported")),
    Position.NOTED: Sign("", "◐", _("noted")),
    Position.PENDING: Sign("", "○", _("pending")),
}

# Words of the program that findings carry as arguments, and readers should not meet.
ARGUMENTS: dict[str, Promise] = {value: sign.name for value, sign in POSITIONS.items()} | {
    "received": _("recommendations"),
    "open": _("unanswered"),
}

VERDICTS: dict[str, Sign] = {
    Verdict.SAME: Sign("good", "=", _("the same demand")),
    Verdict.DIFFERENT: Sign("", "≠", _("different demands")),
    Verdict.UNSURE: Sign("warn", "?", _("unsure")),
}

TURNS: dict[str, Sign] = {
    Turn.FIRST: Sign("", "●", _("first among the documents here")),
    Turn.REPEATED: Sign("", "↻", _("repeated")),
    Turn.SOFTENED: Sign("", "↓", _("softened")),
    Turn.STRENGTHENED: Sign("", "↑", _("strengthened")),
    Turn.POSITION_CHANGED: Sign("warn", "⇄", _("the position of the State changed")),
    Turn.DROPPED: Sign("", "–", _("not asked for again")),
}

SEVERITIES: dict[str, Sign] = {
    Severity.ERROR: Sign("bad", "✕", _("Error")),
    Severity.WARNING: Sign("warn", "▲", _("Check")),
    Severity.NOTE: Sign("", "i", _("Note")),
}

KINDS: dict[str, Promise] = {
    DocumentKind.UPR_REPORT: _("Report of the UPR Working Group"),
    DocumentKind.UPR_ADDENDUM: _("Addendum with the positions of the State"),
    DocumentKind.THEMATIC_LIST: _("Thematic list of recommendations"),
    DocumentKind.CONCLUDING_OBSERVATIONS: _("Concluding observations"),
    DocumentKind.VISIT_REPORT: _("Report on a country visit"),
    DocumentKind.UPR_INFO: _("List of UPR Info"),
    DocumentKind.UHRI: _("Universal Human Rights Index of OHCHR"),
    DocumentKind.NATIONAL_TABLE: _("National table"),
    DocumentKind.OTHER: _("Other document"),
}


ITEM_KINDS: dict[str, Promise] = {
    ItemKind.RECOMMENDATION: _("Recommendation"),
    ItemKind.CONCERN: _("Concern"),
    ItemKind.POSITIVE: _("Positive aspect"),
    ItemKind.REQUEST: _("Request"),
    ItemKind.FOLLOW_UP_REQUEST: _("Follow-up request"),
    ItemKind.PLEDGE: _("Voluntary commitment"),
}

# What a column of a ministry's table can hold: the fields of parsing.national_table_columns.
COLUMNS: dict[str, Promise] = {
    "ignore": _("nothing that is taken in"),
    "text": _("the words of the recommendation"),
    "number": _("the number of the recommendation in the report"),
    "states": _("the recommending States"),
    "position": _("the State's position"),
    "themes": _("themes"),
    "lead": _("the body that leads"),
    "support": _("the bodies that support it"),
    "deadline": _("the time by which"),
    "progress": _("what has been done"),
    "remarks": _("remarks"),
    "index": _("the row's own count"),
}

TAXONOMIES: dict[str, Promise] = {
    Taxonomy.THEME: _("Themes"),
    Taxonomy.PERSONS: _("Groups of persons"),
    Taxonomy.SDG: _("Sustainable Development Goals"),
    Taxonomy.ISSUE: _("Issues of UPR Info"),
    Taxonomy.ACTION: _("Action category"),
    Taxonomy.INSTRUMENT: _("Instruments named"),
    Taxonomy.BODY: _("Bodies named"),
}


def name_of(document: Document) -> str:
    """The symbol; for a document without one its title, or its kind and what it speaks about."""
    if document.symbol or document.title:
        return document.symbol or document.title
    report = document.relates_to if document.relates_to_id else None
    return name_without_title(document.kind, document.slug, report.symbol if report else "")


def name_without_title(kind: str, slug: str, report: str) -> str:
    """The kind and the report it speaks about: "Addendum … (A/HRC/26/6)"; else its address."""
    return (
        gettext("%(kind)s (%(report)s)") % {"kind": KINDS[kind], "report": report}
        if report
        else slug
    )
