"""What every addendum has in common: first page, title, and the shape of its truth.

The title has been the same since 2008: "Views on conclusions and/or recommendations, voluntary
commitments and replies presented by the State under review".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from upheld.core.facts import DocumentKind, FirstPage
from upheld.core.positions import Position
from upheld.core.states import state as known_state
from upheld.specimen.ordinal_words import ordinal_words
from upheld.specimen.paper import Block, Layout, Masthead, NewPage, Paper
from upheld.specimen.truth import Expected, Truth
from upheld.specimen.upr_report import TITLE

VIEWS = (
    "Views on conclusions and/or recommendations, voluntary commitments and replies presented by "
    "the State under review"
)


@dataclass(frozen=True, slots=True)
class Addendum:
    """One addendum to ``report`` ("A/HRC/25/964"): its words and the positions they state."""

    layout: Layout
    report: str
    state: str
    issued: date
    session: int
    job: str
    blocks: tuple[Block, ...]
    answers: tuple[tuple[str, Position | None], ...]
    declared: Mapping[str, int] = field(default_factory=dict)
    contradictions: Mapping[str, str] = field(default_factory=dict)
    session_dates: str = ""
    note: str = (
        "The present document was not edited before being sent to the United Nations translation "
        "services."
    )

    @property
    def symbol(self) -> str:
        return f"{self.report}/Add.1"

    def build(self) -> tuple[Paper, Truth]:
        name = known_state(self.state).name
        title = (TITLE, name, "Addendum", VIEWS)
        masthead = Masthead(
            symbol=self.symbol,
            issued=self.issued,
            body="Human Rights Council",
            session=f"{ordinal_words(self.session).capitalize()} session",
            session_dates=self.session_dates,
            agenda_item="6",
            agenda_title="Universal Periodic Review",
            title=title,
            job=self.job,
            note=self.note,
        )
        first_page = FirstPage(
            symbol=self.symbol,
            title=" - ".join(title),
            agenda_item="6",
            body="Human Rights Council",
            council_session=self.session,
            date=self.issued,
            states=(self.state,),
            language="en",
            languages=("en",),
        )
        truth = Truth(
            DocumentKind.UPR_ADDENDUM,
            first_page,
            items=tuple(
                Expected(number, None, position=position) for number, position in self.answers
            ),
            declared=self.declared,
            relates_to=self.report,
            contradictions=self.contradictions,
        )
        return Paper(self.layout, masthead, (NewPage(), *self.blocks)), truth


def answered(
    prefix: str, positions: Mapping[Position, Iterable[int]]
) -> tuple[tuple[str, Position], ...]:
    """All numbers with their position, in the order of the numbers: ``("140.1", NOTED), ...``."""
    pairs = [(index, position) for position, indices in positions.items() for index in indices]
    return tuple((f"{prefix}{index}", position) for index, position in sorted(pairs))


def declared_totals(supported: int, noted: int) -> dict[str, int]:
    """The totals that an addendum states about itself."""
    return {"received": supported + noted, "supported": supported, "noted": noted}
