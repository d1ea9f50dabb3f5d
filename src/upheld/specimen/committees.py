"""Concluding observations of two committees, and the report of a special procedure on a visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from upheld.core.facts import DocumentKind, FirstPage
from upheld.specimen.numbered_text import numbered_text
from upheld.specimen.paper import Layout, Masthead, NewPage, Paper
from upheld.specimen.truth import Truth


@dataclass(frozen=True, slots=True)
class NumberedPaper:
    """A paper in numbered paragraphs: its first page and the content file that it prints.

    ``session`` is the number of the Council's session; committees name theirs in a footnote only.
    """

    kind: DocumentKind
    content: str
    masthead: Masthead
    session: int | None = None
    title_page: bool = False

    def build(self) -> tuple[Paper, Truth]:
        blocks, items = numbered_text(self.content)
        head = self.masthead
        if self.title_page:
            blocks = (NewPage(), *blocks)
        first_page = FirstPage(
            symbol=head.symbol,
            title=" - ".join(head.title),
            agenda_item=head.agenda_item,
            body=head.body,
            council_session=self.session,
            session=self.session,
            date=head.issued,
            states=("XSP",),
            language="en",
            languages=("en",),
        )
        return Paper(Layout.Y2022, head, blocks), Truth(self.kind, first_page, items)


def ccpr() -> NumberedPaper:
    """Paragraphs with "The State party should ...", letters under some of them."""
    return NumberedPaper(
        DocumentKind.CONCLUDING_OBSERVATIONS,
        "committee_ccpr",
        Masthead(
            symbol="CCPR/C/XSP/CO/4",
            organ="International Covenant on Civil and Political Rights",
            issued=date(2022, 4, 14),
            body="Human Rights Committee",
            session="",
            title=("Concluding observations on the fourth periodic report of Sarovia",),
            note="Adopted by the Committee at its 134th session (28 February–25 March 2022).",
            job="GE.22-90021 (E)",
        ),
    )


def cedaw() -> NumberedPaper:
    """ "The Committee recommends that the State party:" with (a), (b), (c)."""
    return NumberedPaper(
        DocumentKind.CONCLUDING_OBSERVATIONS,
        "committee_cedaw",
        Masthead(
            symbol="CEDAW/C/XSP/CO/6",
            organ="Convention on the Elimination of All Forms of Discrimination against Women",
            issued=date(2023, 2, 28),
            body="Committee on the Elimination of Discrimination against Women",
            session="",
            title=("Concluding observations on the sixth periodic report of Sarovia",),
            note="Adopted by the Committee at its eighty-fourth session (6–24 February 2023).",
            job="GE.23-90022 (E)",
        ),
    )


def visit() -> NumberedPaper:
    """ "Visit to Sarovia": recommendations in the last part only."""
    return NumberedPaper(
        DocumentKind.VISIT_REPORT,
        "visit",
        Masthead(
            symbol="A/HRC/55/956/Add.1",
            issued=date(2024, 1, 5),
            body="Human Rights Council",
            session="Fifty-fifth session",
            session_dates="26 February–5 April 2024",
            agenda_item="3",
            agenda_title=(
                "Promotion and protection of all human rights, civil, political, economic, social "
                "and cultural rights, including the right to development"
            ),
            title=(
                "Visit to Sarovia",
                "Report of the Special Rapporteur on the rights of persons with disabilities",
            ),
            note="The present report is being circulated in the language of submission only.",
            job="GE.24-90023 (E)",
        ),
        55,
        title_page=True,
    )
