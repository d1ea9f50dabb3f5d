"""What a parser takes out of one document: its first page, its items and its findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

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
    UHRI = "uhri"
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

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for JSON between processes."""
        return {
            "symbol": self.symbol,
            "title": self.title,
            "agenda_item": self.agenda_item,
            "body": self.body,
            "council_session": self.council_session,
            "session": self.session,
            "date": self.date.isoformat() if self.date else None,
            "states": list(self.states),
            "language": self.language,
            "languages": list(self.languages),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> FirstPage:
        """The inverse of ``to_dict``."""
        values = dict(data)
        values["date"] = date.fromisoformat(data["date"]) if data["date"] else None
        values["states"] = tuple(data["states"])
        values["languages"] = tuple(data["languages"])
        return cls(**values)


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

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for JSON between processes."""
        return {
            "kind": self.kind.value,
            "first_page": self.first_page.to_dict(),
            "items": [item.to_dict() for item in self.items],
            "pledges": [pledge.to_dict() for pledge in self.pledges],
            "findings": [finding.to_dict() for finding in self.findings],
            "declared": dict(self.declared),
            "relates_to": self.relates_to,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> DocumentFacts:
        """The inverse of ``to_dict``."""
        return cls(
            kind=DocumentKind(data["kind"]),
            first_page=FirstPage.from_dict(data["first_page"]),
            items=tuple(Item.from_dict(item) for item in data["items"]),
            pledges=tuple(Item.from_dict(pledge) for pledge in data["pledges"]),
            findings=tuple(Finding.from_dict(finding) for finding in data["findings"]),
            declared=dict(data["declared"]),
            relates_to=data["relates_to"],
        )
