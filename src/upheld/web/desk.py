"""The list of the review desk as a person filters and steps through it.

Filters: ``open`` (what waits for a decision), ``findings`` (items with an open finding and the
findings themselves), ``confirmed``, ``all``.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upheld.core.findings import FINDINGS
from upheld.store.models import Document
from upheld.store.queries.desk import DeskCounts, DeskRow, desk_counts, desk_rows
from upheld.web.review_forms import seen_value
from upheld.web.words import ITEM_KINDS, REVIEW_STATES, SEVERITIES, Sign

SHOWS: dict[str, Promise] = {
    "all": _("all items"),
    "open": _("not yet confirmed"),
    "findings": _("with open findings"),
    "confirmed": _("confirmed"),
}


class Desk:
    """The rows of one document under one filter, and where the current one stands among them."""

    def __init__(self, document: Document, show: str = "all") -> None:
        self.document = document
        self.show = show if show in SHOWS else "all"
        self.every_row = desk_rows(document)
        self.counts: DeskCounts = desk_counts(document, self.every_row)

    @property
    def query(self) -> str:
        """What follows an address so that the filter stays: "?show=open" or nothing."""
        return "" if self.show == "all" else f"?show={self.show}"

    def rows(self, current: str = "") -> list[DeskRow]:
        """The rows under the filter; the current one stays, also when it no longer matches."""
        return [row for row in self.every_row if row.key == current or self._matches(row)]

    def neighbours(self, current: str) -> tuple[DeskRow | None, DeskRow | None]:
        """The rows before and after the current one under the filter."""
        rows = self.rows(current)
        keys = [row.key for row in rows]
        if current not in keys:
            return None, None
        at = keys.index(current)
        return (
            rows[at - 1] if at else None,
            rows[at + 1] if at + 1 < len(rows) else None,
        )

    def first(self) -> DeskRow | None:
        """Where to begin: the first row under the filter that waits for a decision."""
        rows = self.rows()
        waiting = (row for row in rows if not row.is_checked)
        return next(waiting, rows[0] if rows else None)

    def after(self, current: str) -> DeskRow | None:
        """Where to go on after a decision: the next row under the filter that waits for one.

        After the last one the search begins again at the top, so that nothing is left behind.
        """
        keys = [row.key for row in self.every_row]
        at = keys.index(current) + 1 if current in keys else 0
        in_turn = self.every_row[at:] + self.every_row[:at]
        return next(
            (
                row
                for row in in_turn
                if row.key != current and not row.is_checked and self._matches(row)
            ),
            None,
        )

    def url(self, row: DeskRow) -> str:
        """The address of a row, which can be sent to somebody."""
        if row.finding:
            return reverse("review_finding", args=[self.document.slug, row.finding.pk])
        return reverse("review_item", args=[self.document.slug, row.key])

    def _matches(self, row: DeskRow) -> bool:
        match self.show:
            case "open":
                return not row.is_checked
            case "findings":
                return row.open_findings > 0 or (row.finding is not None and not row.is_checked)
            case "confirmed":
                return row.is_checked
            case _:
                return True


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its words and signs, ready for the page; ``seen`` is what its box sends."""

    key: str
    url: str
    number: str
    begin: str
    sign: Sign
    is_finding: bool
    kind: str = ""
    open_findings: int = 0
    seen: str = ""


def lines(desk: Desk, rows: list[DeskRow]) -> list[Line]:
    """The rows as the list shows them."""
    return [_finding_line(desk, row) if row.finding else _record_line(desk, row) for row in rows]


def _record_line(desk: Desk, row: DeskRow) -> Line:
    number = row.number or str(ITEM_KINDS[row.kind])
    return Line(
        key=row.key,
        url=desk.url(row) + desk.query,
        number=f"{number} ({row.part})" if row.part else number,
        begin=row.begin,
        sign=REVIEW_STATES[row.review_state],
        is_finding=False,
        open_findings=row.open_findings,
        seen=seen_value(row),
    )


def _finding_line(desk: Desk, row: DeskRow) -> Line:
    assert row.finding is not None  # noqa: S101 - the caller has looked
    kind = FINDINGS[row.finding.code]
    return Line(
        key=row.key,
        url=desk.url(row) + desk.query,
        number="",
        begin=gettext(kind.message) % dict(row.finding.arguments),
        sign=SEVERITIES[kind.severity],
        is_finding=True,
        kind=gettext("decided") if row.is_checked else "",
    )
