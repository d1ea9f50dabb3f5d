"""A specimen paper as a Word file, as drafts of reports and OHCHR's lists are circulated.

Paragraph numbers are typed ("5.", tab) and those of recommendations are made by Word, as in the
drafts of 2026; the mark stands in the footer of every page, the first and the even ones included.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document as new_document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from upheld.specimen.mark import MARK
from upheld.specimen.paper import (
    Block,
    Bullet,
    Clause,
    Grid,
    Heading,
    NewPage,
    Numbered,
    Paper,
    Paragraph,
    Text,
)
from upheld.specimen.word_footnotes import WordFootnotes
from upheld.specimen.word_numbering import WordLists
from upheld.writing.package import settle_package

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

# The styles of the Geneva templates: running text, and the two levels of headings.
TEXT_STYLE, HEADING_STYLES = "_ Single Txt_G", ("_ H _Ch_G", "_ H_1_G")
_A4 = (Pt(595.3), Pt(841.9))
_FIXED = datetime(2000, 1, 1)


class _WordPaper:
    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.document: Document = new_document()
        self.lists = WordLists(self.document)
        self.footnotes = WordFootnotes()
        for name in (TEXT_STYLE, *HEADING_STYLES):
            style = self.document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = self.document.styles["Normal"]
            style.font.bold = name != TEXT_STYLE

    def build(self) -> bytes:
        self._properties()
        self._furniture()
        if self.paper.masthead.symbol:
            self._first_page()
        for block in self.paper.blocks:
            self._add(block)
        self.footnotes.attach(self.document)
        written = BytesIO()
        self.document.save(written)
        return settle_package(written.getvalue(), compress=False)

    def _properties(self) -> None:
        core = self.document.core_properties
        core.title = self.paper.running_title or self.paper.masthead.symbol
        core.author = core.last_modified_by = "Upheld specimen"
        core.created = core.modified = core.last_printed = _FIXED

    def _furniture(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = _A4
        if self.paper.landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = _A4[1], _A4[0]
        section.different_first_page_header_footer = True
        self.document.settings.odd_and_even_pages_header_footer = True
        running = self.paper.running_title or self.paper.masthead.symbol
        for header in (section.header, section.even_page_header):
            header.paragraphs[0].text = running
        if self.paper.running_title:
            section.first_page_header.paragraphs[0].text = running
        for footer in (section.footer, section.first_page_footer, section.even_page_footer):
            footer.paragraphs[0].text = MARK

    def _first_page(self) -> None:
        head = self.paper.masthead
        table = self.document.add_table(rows=2, cols=3)
        table.cell(0, 1).text = "United Nations"
        table.cell(0, 2).text = head.symbol
        table.cell(1, 1).text = head.organ
        issued = f"Distr.: {head.distribution}\n{head.printed_date}\n\nOriginal: {head.original}"
        table.cell(1, 2).text = issued
        lines = [head.body, head.session, head.session_dates]
        if head.agenda_item:
            lines += [f"Agenda item {head.agenda_item}", head.agenda_title]
        for line in filter(None, lines):
            self.document.add_paragraph(line)
        for index, title in enumerate(head.title):
            paragraph = self._paragraph(f"\t\t{title}", HEADING_STYLES[0])
            if index == 0 and head.note:
                self.footnotes.mark(paragraph, head.note, "*")

    def _paragraph(
        self, text: Text, style: str = TEXT_STYLE, *, bold: bool = False
    ) -> WordParagraph:
        paragraph = self.document.add_paragraph(style=style)
        for run in (text,) if isinstance(text, str) else text:
            if isinstance(run, str):
                paragraph.add_run(run).bold = bold or None
            else:
                self.footnotes.mark(paragraph, run.text)
        return paragraph

    def _add(self, block: Block) -> None:
        match block:
            case Heading(text, level):
                self._paragraph(f"\t{text}", HEADING_STYLES[level - 1])
            case Paragraph(text, number, bold):
                self._paragraph(_after(f"{number}\t" if number else "", text), bold=bold)
            case Numbered(number, text, sequence):
                if sequence:
                    self.lists.number(self._paragraph(text, bold=True), sequence)
                else:
                    self._paragraph(_after(f"{number}\t", text), bold=True)
            case Clause(letter, text, bold):
                self._paragraph(_after(f"\t\t{letter}\t", text), bold=bold)
            case Bullet(text):
                self.document.add_paragraph(text, style="List Bullet")
            case Grid(header, rows, _):
                self._grid(header, rows)
            case NewPage():
                self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case _:
                raise NotImplementedError("Word makes its own table of contents")

    def _grid(self, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        table = self.document.add_table(rows=1 + len(rows), cols=len(header))
        table.style = "Table Grid"
        # Row by row through the XML: python-docx counts all cells of the table for each cell.
        for row, texts in zip(table.rows, (header, *rows), strict=True):
            cells = row.cells
            if len(texts) == 1:
                cells[0].merge(cells[-1]).text = texts[0]
                continue
            for cell, text in zip(cells, texts, strict=True):
                cell.text = text


def _after(before: str, text: Text) -> Text:
    return before + text if isinstance(text, str) else (before, *text)


def paper_to_docx(paper: Paper) -> bytes:
    """The paper as DOCX; the same paper gives the same bytes."""
    return _WordPaper(paper).build()
