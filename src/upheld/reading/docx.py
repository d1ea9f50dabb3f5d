"""DOCX → Document: paragraphs, tables and notes of a Word file as Word prints them.

"6.1<tab>Ratify the Convention (Spain);" comes out with the number that Word makes by itself. One
paragraph is one block, on the page where it begins; pages are those that Word noted when the file
was last saved, so a file that no Word has laid out has a single page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from upheld.core.document import BlockKind, Document, Span
from upheld.core.findings import Finding
from upheld.reading.archive import Archive
from upheld.reading.assemble import Assembly
from upheld.reading.docx_notes import Notes, furniture_parts
from upheld.reading.docx_numbering import Numbering
from upheld.reading.docx_styles import Style, Styles, heading_level
from upheld.reading.docx_table import row_cells, row_values, table_rows
from upheld.reading.docx_text import PAGE_FIELDS, Paragraph, ParagraphReader
from upheld.reading.docx_xml import Element, W, flag, number_of, value_of
from upheld.reading.limits import Limits, in_force
from upheld.reading.office_parts import parse_part, relationships
from upheld.reading.problems import damaged, file_problem

_PASSED_THROUGH = (W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo")
_NEW_PAGE = ("", "nextPage", "oddPage", "evenPage")


def read_docx(name: str, content: bytes, limits: Limits | None = None) -> Document:
    """Read a Word file; raises ``InputProblem`` where it is damaged, encrypted or too large."""
    limits = limits or in_force()
    archive = Archive(name, content, limits)
    part = next(
        (part for kind, part in relationships(archive, "").values() if kind == "officeDocument"),
        "word/document.xml",
    )
    root = parse_part(archive, part)
    body = None if root is None else root.find(W + "body")
    if root is None or body is None:
        raise damaged(name, ValueError("it has no text part"))
    document = _Body(archive, part, root, limits).read(body)
    if not document.blocks:
        raise file_problem("file.no_words", name)
    return document


class _Body:
    """Walks through the body and writes down what it prints."""

    def __init__(self, archive: Archive, part: str, root: Element, limits: Limits) -> None:
        related = relationships(archive, part)
        parts = dict(related.values())
        self._archive = archive
        self._limits = limits
        self._root = root
        self._furniture = furniture_parts(root, related)
        self._styles = Styles(parse_part(archive, parts.get("styles", "")))
        self._numbering = Numbering(
            parse_part(archive, parts.get("numbering", "")), self._styles.style_lists
        )
        self._notes = {
            kind: Notes(kind, parse_part(archive, parts.get(kind + "s", "")), root)
            for kind in ("footnote", "endnote")
        }
        self._assembly = Assembly()
        self._reader = ParagraphReader(self._styles)
        self._changes = 0
        self._old_font = False
        self._carried: list[Paragraph] = []
        sections = [value_of(section, "type") for section in root.iter(W + "sectPr")]
        self._section_types = iter(sections[1:])

    def read(self, body: Element) -> Document:
        """The whole file: headers first, then the body with its notes, then the footers."""
        headers, footers = self._headers_and_footers()
        for text in headers:
            self._assembly.add(BlockKind.HEADER, text)
        self._blocks(body)
        if self._carried:  # the mark of the very last paragraph cannot be deleted
            self._add_paragraph(None, Style(), Paragraph())
        for text in footers:
            self._assembly.add(BlockKind.FOOTER, text)
        if self._changes:
            self._assembly.findings.append(
                Finding("text.tracked_changes", arguments={"count": self._changes})
            )
        if self._old_font:
            self._assembly.findings.append(
                Finding("text.encoding", arguments={"encoding": "TCVN3"})
            )
        return self._assembly.document(self._archive.name, "docx")

    def _blocks(self, parent: Iterable[Element]) -> None:
        for element in parent:
            if element.tag == W + "p":
                self._paragraph(element)
            elif element.tag == W + "tbl":
                self._table(element)
            elif element.tag in _PASSED_THROUGH:
                self._blocks(element)

    def _paragraph(self, element: Element) -> None:
        properties = element.find(W + "pPr")
        style = self._style_of(properties)
        if properties is not None and flag(properties.find(W + "pageBreakBefore")):
            self._turn_page(1)
            self._reader.expect_forced_break()
        paragraph = self._read(element, style)
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._carried.append(paragraph)  # joined with the next: the mark between is deleted
            self._changes += not paragraph.changes
            return
        self._add_paragraph(properties, style, paragraph)
        ends_section = properties is not None and properties.find(W + "sectPr") is not None
        if ends_section and next(self._section_types, "nextPage") in _NEW_PAGE:
            self._turn_page(1)
            self._reader.expect_forced_break()

    def _read(self, element: Element, style: Style) -> Paragraph:
        paragraph = self._reader.read(element, style)
        self._changes += paragraph.changes
        self._old_font = self._old_font or paragraph.old_font
        return paragraph

    def _add_paragraph(
        self, properties: Element | None, style: Style, paragraph: Paragraph
    ) -> None:
        pieces = [*self._carried, paragraph]
        self._carried = []
        text = "".join(piece.text for piece in pieces)
        label = self._label(properties, style)
        outline = None if properties is None else properties.find(W + "outlineLvl")
        self._turn_page(sum(piece.breaks_before for piece in pieces))
        self._assembly.add(
            BlockKind.TEXT,
            text,
            # Word prints the number of an empty paragraph too; a bullet without words says nothing.
            label=label if text.strip() or any(map(str.isalnum, label)) else "",
            bold=any(piece.letters for piece in pieces)
            and all(piece.bold for piece in pieces if piece.letters),
            level=style.heading if outline is None else heading_level(outline),
            size=next((piece.size for piece in pieces if piece.size), 0.0),
        )
        for piece in pieces:
            self._add_boxes(piece)
            self._add_notes(piece.notes)
        self._turn_page(sum(piece.breaks_after for piece in pieces))

    def _style_of(self, properties: Element | None) -> Style:
        named = "" if properties is None else value_of(properties, "pStyle")
        return self._styles.style(named or self._styles.default_paragraph)

    def _label(self, properties: Element | None, style: Style) -> str:
        """The number that Word prints before a paragraph, counted on."""
        item = None if properties is None else properties.find(W + "numPr")
        list_id, level = style.list_id, style.level
        if item is not None:
            list_id = value_of(item, "numId") or list_id
            index = item.find(W + "ilvl")
            level = level if index is None else number_of(index, "val")
        if not list_id or list_id == "0":
            return ""
        if level is None and properties is not None:
            level = self._numbering.level_of_style(list_id, value_of(properties, "pStyle"))
        return self._numbering.next_label(list_id, level or 0)

    def _add_boxes(self, paragraph: Paragraph) -> None:
        boxes = paragraph.boxes
        paragraph.boxes = []
        for box in boxes:
            self._blocks(box)

    def _add_notes(self, references: list[tuple[str, str]]) -> None:
        for kind, identifier in references:
            taken = self._notes[kind].take(identifier)
            if taken is not None:
                mark, note = taken
                self._assembly.add(BlockKind.FOOTNOTE, self._inner_text(note), label=mark)

    def _table(self, table: Element) -> None:
        above: dict[int, Span] = {}
        for row in table_rows(table):
            cells = row_cells(row)
            read = [list(self._inner_paragraphs(cell.element)) for cell in cells]
            inside = [paragraph for found in read for paragraph in found]
            lettered = [paragraph for paragraph in inside if paragraph.letters]
            # A page that ends inside a row ends in each of its cells: it is one break.
            self._turn_page(max((_breaks(found, before=True) for found in read), default=0))
            spans = self._assembly.add_row(
                row_values(cells, [_joined(found) for found in read], above),
                bold=bool(lettered) and all(paragraph.bold for paragraph in lettered),
            )
            above = {cell.column: spans[cell.column] for cell in cells}
            for paragraph in inside:
                self._add_boxes(paragraph)
                self._add_notes(paragraph.notes)
            self._turn_page(max((_breaks(found, before=False) for found in read), default=0))

    def _inner_paragraphs(self, container: Element) -> Iterator[Paragraph]:
        """The paragraphs of a cell, a note or a header, with their numbers in front."""
        for element in container:
            if element.tag == W + "p":
                properties = element.find(W + "pPr")
                style = self._style_of(properties)
                paragraph = self._read(element, style)
                label = self._label(properties, style)
                if label:
                    paragraph.pieces.insert(0, label + "\t")
                yield paragraph
            elif element.tag == W + "tbl":
                for row in table_rows(element):
                    line = Paragraph()
                    inner = [list(self._inner_paragraphs(cell.element)) for cell in row_cells(row)]
                    line.pieces = ["\t".join(_joined(found) for found in inner)]
                    for paragraph in (paragraph for found in inner for paragraph in found):
                        line.notes.extend(paragraph.notes)
                        line.boxes.extend(paragraph.boxes)
                    yield line
            elif element.tag in _PASSED_THROUGH:
                yield from self._inner_paragraphs(element)

    def _inner_text(self, container: Element) -> str:
        return _joined(self._inner_paragraphs(container))

    def _headers_and_footers(self) -> tuple[list[str], list[str]]:
        """The different texts of headers and of footers, each once, page numbers left out."""
        found: dict[str, list[str]] = {"hdr": [], "ftr": []}
        reader, self._reader = self._reader, ParagraphReader(self._styles, PAGE_FIELDS)
        for part in self._furniture:
            root = parse_part(self._archive, part)
            if root is None:
                continue
            text = self._inner_text(root).strip()
            texts = found.get(root.tag.removeprefix(W), [])
            if text and text not in texts:
                texts.append(text)
        self._reader = reader
        return found["hdr"], found["ftr"]

    def _turn_page(self, times: int) -> None:
        for _ in range(times):
            if self._assembly.page >= self._limits.pages:
                raise file_problem(
                    "file.too_many_pages",
                    self._archive.name,
                    pages=self._assembly.page + 1,
                    limit=self._limits.pages,
                )
            self._assembly.end_page()


def _joined(paragraphs: Iterable[Paragraph]) -> str:
    """The texts of paragraphs, a line each; empty ones leave none."""
    return "\n".join(text for text in (p.text.strip() for p in paragraphs) if text)


def _breaks(paragraphs: list[Paragraph], *, before: bool) -> int:
    """Page breaks of a cell before its first letter, or after it."""
    seen = before_count = after_count = 0
    for paragraph in paragraphs:
        if seen:
            after_count += paragraph.breaks_before
        else:
            before_count += paragraph.breaks_before
        after_count += paragraph.breaks_after
        seen += paragraph.letters
    return before_count if before else after_count
