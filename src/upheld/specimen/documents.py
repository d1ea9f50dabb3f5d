"""The specimen's documents: each by name, with its bytes when asked for and its truth.

Sarovia's file is one consistent history of four reviews, with committees and a visit; it is what
``upheld demo`` takes in. Velmora's papers show layouts that Sarovia's do not. Symbols have the
form of real ones; numbers above 900 in a session keep them clear of any document that exists.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from upheld.core.facts import DocumentKind
from upheld.specimen import (
    addenda_sarovia,
    addenda_velmora,
    committees,
    spreadsheets,
    thematic_lists,
    upr_sarovia,
    upr_velmora,
)
from upheld.specimen.paper import Paper
from upheld.specimen.truth import Truth

_Made = tuple[bytes, Truth]


class _Built(Protocol):
    """A report, an addendum, a list: what becomes a paper and knows its truth."""

    def build(self) -> tuple[Paper, Truth]: ...


@dataclass(frozen=True)
class SpecimenDocument:
    """One document of the specimen.

    ``name`` is its file name, of the kind that downloads have: "A_HRC_25_964_E.pdf". ``demo``
    marks those that ``upheld demo`` takes in. ``content`` and ``truth`` are made at first use.
    """

    name: str
    kind: DocumentKind
    demo: bool
    make: Callable[[], _Made]

    @property
    def content(self) -> bytes:
        """The file; the same bytes each time."""
        return _made(self.make)[0]

    @property
    def truth(self) -> Truth:
        """What a reader must find in it."""
        return _made(self.make)[1]


@cache
def _made(make: Callable[[], _Made]) -> _Made:
    return make()


def _pdf(source: Callable[[], _Built]) -> Callable[[], _Made]:
    def make() -> _Made:
        from upheld.specimen.pdf_paper import paper_to_pdf  # noqa: PLC0415  # slow import: Typst

        paper, truth = source().build()
        return paper_to_pdf(paper), truth

    return make


def _docx(source: Callable[[], _Built]) -> Callable[[], _Made]:
    def make() -> _Made:
        from upheld.specimen.word_paper import paper_to_docx  # noqa: PLC0415  # slow import: docx

        paper, truth = source().build()
        return paper_to_docx(paper), truth

    return make


@cache
def documents() -> tuple[SpecimenDocument, ...]:
    """All documents, the oldest review first; nothing is made before it is asked for."""
    kinds = DocumentKind
    report, addendum, listed = kinds.UPR_REPORT, kinds.UPR_ADDENDUM, kinds.THEMATIC_LIST
    observations = kinds.CONCLUDING_OBSERVATIONS
    sarovia, velmora = upr_sarovia, upr_velmora
    answers, other_answers, lists = addenda_sarovia, addenda_velmora, thematic_lists
    return tuple(
        SpecimenDocument(*row)
        for row in (
            ("A_HRC_10_968_E.pdf", report, True, _pdf(sarovia.first_cycle)),
            ("A_HRC_10_968_Add.1_E.pdf", addendum, True, _pdf(answers.first_cycle)),
            ("A_HRC_25_964_E.pdf", report, True, _pdf(sarovia.second_cycle)),
            ("A_HRC_25_964_Add.1_E.pdf", addendum, True, _pdf(answers.second_cycle)),
            ("UPR17_Sarovia_ThematicList_E.docx", listed, True, _docx(lists.second_cycle)),
            ("A_HRC_40_996_E.pdf", report, True, _pdf(sarovia.third_cycle)),
            ("A_HRC_40_996_Add.1_E.pdf", addendum, True, _pdf(answers.third_cycle)),
            ("UPR31_Sarovia_ThematicList_E.docx", listed, True, _docx(lists.third_cycle)),
            ("Sarovia - Draft report.docx", report, False, _docx(sarovia.fourth_cycle_draft)),
            ("A_HRC_56_920_E.pdf", report, True, _pdf(sarovia.fourth_cycle)),
            ("A_HRC_56_920_Add.1_E.pdf", addendum, True, _pdf(answers.fourth_cycle)),
            ("UPR45_Sarovia_ThematicList_E.docx", listed, True, _docx(lists.fourth_cycle)),
            ("CCPR_C_XSP_CO_4_E.pdf", observations, True, _pdf(committees.ccpr)),
            ("CEDAW_C_XSP_CO_6_E.pdf", observations, True, _pdf(committees.cedaw)),
            ("A_HRC_55_956_Add.1_E.pdf", kinds.VISIT_REPORT, True, _pdf(committees.visit)),
            ("A_HRC_15_968_E.pdf", report, False, _pdf(velmora.velmora)),
            ("A_HRC_15_968_Add.1_E.pdf", addendum, False, _pdf(other_answers.table)),
            ("A_HRC_15_969_E.pdf", report, False, _pdf(velmora.joint)),
            ("A_HRC_27_931_Add.1_E.pdf", addendum, False, _pdf(other_answers.prose)),
            ("A_HRC_42_931_Add.1_E.pdf", addendum, False, _pdf(other_answers.contradictory)),
            ("upr_info_sarovia.csv", kinds.UPR_INFO, False, spreadsheets.upr_info),
            ("ministry_table.csv", kinds.NATIONAL_TABLE, False, spreadsheets.ministry_english),
            ("bang_phan_cong.xlsx", kinds.NATIONAL_TABLE, False, spreadsheets.ministry_vietnamese),
        )
    )


def demo_documents() -> tuple[SpecimenDocument, ...]:
    """Those that show a State's whole file, in the order in which they were issued."""
    return tuple(document for document in documents() if document.demo)
