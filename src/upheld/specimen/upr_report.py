"""Reports of the Working Group on the Universal Periodic Review, built from their lists.

A report is its ``Meeting``, its first page and its ``ItemList``s: "58. The recommendations ...
enjoy the support of Sarovia:" with the recommendations that follow.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from upheld.core.facts import DocumentKind, FirstPage
from upheld.core.items import ItemKind
from upheld.core.positions import Position
from upheld.core.states import state as known_state
from upheld.specimen.ordinal_words import ordinal_words
from upheld.specimen.paper import (
    Block,
    Contents,
    Heading,
    Layout,
    Masthead,
    NewPage,
    Numbered,
    Paper,
    Paragraph,
)
from upheld.specimen.printed_items import Printing, expected, printed_text
from upheld.specimen.printed_states import enumerated
from upheld.specimen.recommendations import Recommendation
from upheld.specimen.truth import Expected, Truth
from upheld.specimen.upr_frame import (
    Meeting,
    annex,
    closing,
    dialogue,
    introduction,
    presentation,
)

TITLE = "Report of the Working Group on the Universal Periodic Review"
FIRST_DIALOGUE = 15


@dataclass(frozen=True, slots=True)
class ItemList:
    """One list of the conclusions: paragraph number, its sentence, its recommendations.

    ``numbering`` makes the printed number: ``"{index}."`` begins anew under each paragraph,
    ``"{paragraph}.{index}"`` does not. ``heading`` stands above it where two States are reviewed.
    """

    paragraph: int
    lead: str
    items: tuple[Recommendation, ...]
    position: Position | None
    numbering: str = "{paragraph}.{index}"
    heading: str = ""

    def printed_number(self, index: int) -> str:
        return self.numbering.format(paragraph=self.paragraph, index=index)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that makes one report; ``build`` gives the paper and its truth.

    ``spoken`` holds dialogue paragraphs that say more than a sentence; ``after_lists`` stands
    between the lists and the closing paragraph, for example the cross-reference "61. The
    recommendations noted in the report in paragraphs 17 (b) ...", with ``referred`` its truth.
    A ``draft`` is circulated before its summary is written: its lists begin at paragraph 6.
    """

    layout: Layout
    symbol: str
    issued: date
    session: int
    states: tuple[str, ...]
    job: str
    meeting: Meeting
    lists: tuple[ItemList, ...]
    printing: Printing
    session_dates: str = ""
    note: str = "The annex to the present report is circulated as received."
    title: str = TITLE
    distribution: str = "General"
    spoken: dict[int, tuple[Block, ...]] = field(default_factory=dict)
    after_lists: tuple[Paragraph, ...] = ()
    referred: tuple[Expected, ...] = ()
    pledges: tuple[str, ...] = ()
    draft: bool = False

    def build(self) -> tuple[Paper, Truth]:
        return Paper(self.layout, self._masthead(), tuple(self._blocks())), self._truth()

    @property
    def state_names(self) -> str:
        return enumerated([known_state(code).name for code in self.states])

    def _masthead(self) -> Masthead:
        return Masthead(
            symbol=self.symbol,
            issued=self.issued,
            body="Human Rights Council",
            session=f"{ordinal_words(self.session).capitalize()} session",
            session_dates=self.session_dates,
            agenda_item="6",
            agenda_title="Universal Periodic Review",
            title=(self.title, self.state_names),
            job=self.job,
            note=self.note,
            distribution=self.distribution,
        )

    def _blocks(self) -> list[Block]:
        first_list = self.lists[0].paragraph
        last_list = self.lists[-1].paragraph + len(self.after_lists)
        state, with_contents = self.state_names, self.layout in ("2008", "2010", "2012")
        blocks: list[Block] = [NewPage()]
        if with_contents:
            blocks += [Contents(), NewPage()]
        blocks += [Heading("Introduction", 1, "1-4")]
        blocks += introduction(
            state, self.states[0], self.meeting, footnoted=self.layout == Layout.Y2022
        )
        blocks += self._unwritten_summary() if self.draft else self._summary()
        blocks += [
            Heading("II. Conclusions and/or recommendations", 1, f"{first_list}-{last_list + 1}"),
        ]
        for listed in self.lists:
            blocks += self._list_blocks(listed)
        blocks += [*self.after_lists, closing(last_list + 1)]
        if self.pledges:
            numbers = range(last_list + 2, last_list + 2 + len(self.pledges))
            blocks += [
                Heading("III. Voluntary pledges and commitments", 1, f"{numbers[0]}-{numbers[-1]}"),
                *(
                    Paragraph(f"{pledge}.", f"{number}.")
                    for number, pledge in zip(numbers, self.pledges, strict=True)
                ),
            ]
        return blocks + annex(state)

    def _summary(self) -> list[Block]:
        state, first_list = self.state_names, self.lists[0].paragraph
        return [
            Heading(
                "I. Summary of the proceedings of the review process", 1, f"5-{first_list - 1}"
            ),
            Heading("A. Presentation by the State under review", 2, f"5-{FIRST_DIALOGUE - 1}"),
            *presentation(state, 5),
            Heading(
                "B. Interactive dialogue and responses by the State under review",
                2,
                f"{FIRST_DIALOGUE}-{first_list - 1}",
            ),
            *dialogue(
                state,
                range(FIRST_DIALOGUE, first_list),
                self.printing.year,
                reviewed=self.states,
                spoken=self.spoken,
            ),
        ]

    def _unwritten_summary(self) -> list[Block]:
        return [
            Heading("I. Summary of the proceedings of the review process"),
            Paragraph("[To be completed]"),
            Heading("A. Presentation by the State under review", 2),
            Heading("B. Interactive dialogue and responses by the State under review", 2),
            *dialogue(self.state_names, range(5, 6), self.printing.year, reviewed=self.states),
        ]

    def _list_blocks(self, listed: ItemList) -> list[Block]:
        blocks: list[Block] = [Heading(listed.heading, 2)] if listed.heading else []
        blocks.append(Paragraph(listed.lead, f"{listed.paragraph}.", bold=True))
        for index, item in enumerate(listed.items, start=1):
            text = printed_text(item, self.printing, last=index == len(listed.items))
            number = listed.printed_number(index)
            blocks.append(Numbered(number, text, sequence=str(listed.paragraph)))
        return blocks

    def _truth(self) -> Truth:
        items = [
            found
            for listed in self.lists
            for index, item in enumerate(listed.items, start=1)
            for found in expected(item, f"{listed.paragraph}.{index}", listed.position)
        ]
        first_pledge = self.lists[-1].paragraph + len(self.after_lists) + 2
        return Truth(
            DocumentKind.UPR_REPORT,
            FirstPage(
                symbol=self.symbol,
                title=f"{self.title} - {self.state_names}",
                agenda_item="6",
                body="Human Rights Council",
                council_session=self.session,
                session=self.meeting.session,
                date=self.issued,
                states=self.states,
                language="en",
                languages=("en",),
            ),
            items=(*items, *self.referred),
            pledges=tuple(
                Expected(str(number), pledge, kind=ItemKind.PLEDGE)
                for number, pledge in enumerate(self.pledges, start=first_pledge)
            ),
        )
