"""HTML → Document: what a browser prints, paragraph by paragraph and row by row.

Pages of the treaty-body database and of UN Web sites. Scripts, styles and hidden parts are left
out; the numbers that a browser makes for ``<ol>`` are written before their paragraphs; a raised
footnote mark is dropped ("Spain<sup>1</sup>" must not become "Spain1"); "<b>1.</b>The Committee"
gets back the blank that the layout shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from upheld.core.document import BlockKind, Document, Span
from upheld.reading.assemble import Assembly, printed
from upheld.reading.html_lists import ListCounter
from upheld.reading.limits import Limits
from upheld.reading.problems import damaged, file_problem
from upheld.reading.text import decoded

_DROPPED = frozenset(
    ("script", "style", "noscript", "template", "head", "svg", "math", "select", "button",
     "textarea", "iframe", "object", "canvas", "audio", "video")
)  # fmt: skip
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog",
     "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
     "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section",
     "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption")
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOTE = re.compile(r"footnote|endnote", re.IGNORECASE)
_NOTE_PLACE = re.compile(r"_?(?:ftn|edn|fn)\d+")
_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|\*{1,3}|[a-z])[\])]?\s*")
_NUMBER_END = re.compile(r"(?:\d\.|\([a-z\d]{1,4}\)|\d\))$")
_MOST_COLUMNS = 1000
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(slots=True)
class _Line:
    """The words collected since the last block began."""

    pieces: list[str] = field(default_factory=list)
    letters: int = 0
    bold_letters: int = 0

    def text(self) -> str:
        lines = "".join(self.pieces).split("\v")  # \v stands for <br>
        return "\n".join(" ".join(line.split()) for line in lines).strip()


def read_html(name: str, content: bytes, limits: Limits | None = None) -> Document:
    """Read a web page; raises ``InputProblem`` when there is not a word on it."""
    assembly = Assembly()
    text = _DECLARATION.sub("", decoded(content, assembly).replace("\x00", ""))
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True,
                              remove_pis=True)  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name, error) from error
    if root is None:
        raise file_problem("file.no_words", name)
    title = root.findtext(".//title")
    _Page(assembly).read(root)
    properties = {"title": " ".join(printed(title).split())} if title else {}
    document = assembly.document(name, "html", properties)
    if not document.blocks:
        raise file_problem("file.no_words", name)
    return document


class _Page:
    """Walks through the elements and writes down the blocks they print."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._line = _Line()
        self._lists = ListCounter()
        self._label = ""
        self._level = 0
        self._note = False

    def read(self, root: etree._Element) -> None:
        self._walk(root, bold=False)
        self._flush()

    def _walk(self, element: etree._Element, *, bold: bool) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED or _is_hidden(element):
            return
        if tag == "br":
            self._line.pieces.append("\v")
        elif tag == "sup" and _MARK.fullmatch("".join(map(str, element.itertext()))):
            pass
        elif tag == "table" and _is_data_table(element):
            self._flush()
            self._table(element, bold=bold)
        elif tag in _BLOCKS:
            self._block(element, bold=bold)
        else:
            self._children(element, bold=bold or _is_bold(element))

    def _children(self, element: etree._Element, *, bold: bool) -> None:
        self._print(element.text, bold=bold)
        for child in element:
            self._walk(child, bold=bold)
            self._print(child.tail, bold=bold)

    def _block(self, element: etree._Element, *, bold: bool) -> None:
        self._flush()
        tag = element.tag
        outer = self._level, self._note
        if re.fullmatch("h[1-6]", tag):
            self._level, bold = int(tag[1]), True
        self._note = self._note or _is_note(element)
        if tag == "li":
            self._label = self._lists.next_label(element)
        self._children(element, bold=bold or _is_bold(element))
        self._flush()
        self._level, self._note = outer

    def _print(self, text: str | None, *, bold: bool) -> None:
        if not text:
            return
        pieces = self._line.pieces
        # "<b>1.</b>The Committee": a number that ends its element does not run into the words.
        if pieces and text[:1].isalpha() and _NUMBER_END.search(pieces[-1]):
            pieces.append(" ")
        pieces.append(text)
        letters = sum(map(str.isalnum, text))
        self._line.letters += letters
        self._line.bold_letters += letters if bold else 0

    def _flush(self) -> None:
        line, self._line = self._line, _Line()
        text = line.text()
        if not text:
            return
        label, self._label = self._label, ""
        self._assembly.add(
            BlockKind.FOOTNOTE if self._note else BlockKind.TEXT,
            text,
            label=label,
            bold=line.letters > 0 and line.bold_letters * 10 >= line.letters * 9,
            level=self._level,
        )

    def _table(self, table: etree._Element, *, bold: bool) -> None:
        """Rows of cells; a cell over several rows leads to the words printed in its first."""
        below: dict[int, tuple[int, Span]] = {}
        for row in _rows(table):
            values: list[str | Span] = []
            spans_down: dict[int, int] = {}
            bold_cells: list[bool] = []
            for cell in row:
                if cell.tag not in ("td", "th"):
                    continue
                while len(values) in below:
                    values.append(below[len(values)][1])
                text, cell_bold = self._cell(cell, bold=bold)
                if text:
                    bold_cells.append(cell_bold)
                spans_down[len(values)] = _count(cell, "rowspan") - 1
                values.append(text)
                values.extend([""] * (_count(cell, "colspan") - 1))
            while len(values) in below:
                values.append(below[len(values)][1])
            spans = self._assembly.add_row(values, bold=bool(bold_cells) and all(bold_cells))
            below = {column: (left - 1, span) for column, (left, span) in below.items() if left > 1}
            for column, left in spans_down.items():
                if left > 0:
                    below[column] = (left, spans[column])

    def _cell(self, cell: etree._Element, *, bold: bool) -> tuple[str, bool]:
        """The words of a cell, a line for each paragraph, and whether they are bold."""
        inner = _Page(Assembly())
        inner._children(cell, bold=bold or cell.tag == "th" or _is_bold(cell))
        inner._flush()
        document = inner._assembly.document("", "html")
        text = "\n".join(document.raw(block.span) for block in document.blocks)
        return text, all(block.bold for block in document.blocks)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _is_data_table(table: etree._Element) -> bool:
    """Tables of several columns hold data; others, and tables around tables, only lay out."""
    if any(inner is not table for inner in table.iter("table")):
        return False
    return any(sum(cell.tag in ("td", "th") for cell in row) > 1 for row in _rows(table))


def _is_hidden(element: etree._Element) -> bool:
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None


def _is_bold(element: etree._Element) -> bool:
    return element.tag in ("b", "strong", "th") or (
        _BOLD_STYLE.search(element.get("style", "")) is not None
    )


def _is_note(element: etree._Element) -> bool:
    return bool(
        _NOTE.search(element.get("class", "")) or _NOTE_PLACE.fullmatch(element.get("id", ""))
    )


def _count(cell: etree._Element, attribute: str) -> int:
    text = cell.get(attribute, "1").strip()
    if not (text.isascii() and text.isdigit()) or len(text) > 6:
        return 1
    return min(max(int(text), 1), _MOST_COLUMNS)
