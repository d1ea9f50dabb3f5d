"""What a parser takes out of one document: its first page, its items and its findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from upheld.core.findings import Finding
from upheld.core.items import Item


class DocumentKind(StrEnum):
    """The kinds of document that Upheld tells apart by their own words, never by file name."""

    UPR_REPORT = "upr_report"
    UPR_ADDENDUM = "upr_addendum"
    THEMATIC_LIST = "thematic_list"
    CONCLUDING_OBSERVATIONS = "concluding_observations"
    VISIT_REPORT = "visit_report"
    UPR_INFO = "upr_info"
    NATIONAL_TABLE = "national_table"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The facts on the first page of a UN document; an empty string where it prints none.

    ``symbol`` "A/HRC/26/6", ``body`` "Human Rights Council", ``council_session`` and ``session``
    the numbers of the body's session and of the body that held the review (the Working Group's,
    for a UPR report), ``agenda_item`` "6", ``title`` with its blanks normalised, ``states`` the
    ISO3 codes of the States under review in printed order, ``date`` of issue, ``language`` code.
    """

    symbol: str = ""
    title: str = ""
    agenda_item: str = ""
    body: str = ""
    council_session: int | None = None
    session: int | None = None
    date: date | None = None
    states: tuple[str, ...] = ()
    language: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The whole yield of one document.

    ``declared`` holds totals that the document states about itself, for example
    ``{"received": 254, "supported": 217, "noted": 37}``; reconciliation has already compared them
    with ``items`` and put every difference among ``findings``. ``relates_to`` is the symbol that
    an addendum or a thematic list speaks about ("A/HRC/59/15").
    """

    kind: DocumentKind
    first_page: FirstPage
    items: tuple[Item, ...] = ()
    pledges: tuple[Item, ...] = ()
    findings: tuple[Finding, ...] = ()
    declared: Mapping[str, int] = field(default_factory=dict)
    relates_to: str = ""
