"""A document as it was printed: its text, its pages and its blocks, whatever the file format.

Every reader (``upheld.reading``) returns a ``Document``; every parser (``upheld.parsing``) takes
one. Page headers ("A/HRC/26/6"), page numbers and footnotes stay in the text at their place and
are marked for what they are, so that a span of the text always leads back to the printed page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import Any, NamedTuple

from upheld.core.findings import Finding


class Span(NamedTuple):
    """A stretch of ``Document.text``: characters from ``start`` up to, not including, ``end``."""

    start: int
    end: int


class Box(NamedTuple):
    """Where a block stands on its page, in points (1/72 inch) from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


class BlockKind(StrEnum):
    """What a block is on the page: running text, or the furniture around it."""

    TEXT = "text"
    TABLE_ROW = "table_row"
    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page_number"
    FOOTNOTE = "footnote"


RUNNING_KINDS = frozenset({BlockKind.TEXT, BlockKind.TABLE_ROW})


@dataclass(frozen=True, slots=True)
class Block:
    """The smallest piece of a page: in a PDF a printed line, in Word a paragraph, in a sheet a row.

    ``label`` is the number that Word makes by itself ("6.1"); it also stands at the beginning of
    the block's text, because it is printed. ``cells`` are the spans of a table row's cells.
    ``size`` is the size of the first letter in points, 0 where the format does not tell.
    ``level`` is the heading level, 0 for running text. ``row`` is the number that a spreadsheet
    program shows beside a row, 0 where there is none.
    """

    kind: BlockKind
    span: Span
    page: int
    box: Box | None = None
    size: float = 0.0
    label: str = ""
    cells: tuple[Span, ...] = ()
    bold: bool = False
    level: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its stretch of the text, its size in points (0 if unknown)."""

    number: int
    span: Span
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Document:
    """A file once read. Law: ``document.text[block.span.start:block.span.end]`` is what is printed.

    ``format`` is one of pdf, docx, txt, html, xlsx, xls, ods, csv, json. ``findings`` are what the
    reader has to say about the file itself, for example pages that carry a picture and no text.
    """

    name: str
    format: str
    text: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)

    def raw(self, span: Span) -> str:
        """The characters of ``span`` exactly as they stand in the document."""
        return self.text[span.start : span.end]

    def running_spans(self, span: Span) -> list[Span]:
        """``span`` without the page heads, feet and footnotes that stand in it.

        "… are" / "A/HRC/90/7" / "GE.26-00001 19" / "consistent with …" gives two stretches. A span
        that touches no running text, a footnote for example, is given back as it is.
        """
        touched = [
            block
            for block in self.blocks
            if block.span.start < span.end and span.start < block.span.end
        ]
        stretches = [
            list(blocks)
            for runs, blocks in groupby(touched, lambda block: block.kind in RUNNING_KINDS)
            if runs
        ]
        if not stretches or len(touched) == len(stretches[0]):
            return [span]
        return [
            Span(max(blocks[0].span.start, span.start), min(blocks[-1].span.end, span.end))
            for blocks in stretches
        ]

    def page_of(self, offset: int) -> int:
        """The number of the page on which the character at ``offset`` is printed."""
        low, high = 0, len(self.pages)
        while low < high:
            middle = (low + high) // 2
            if self.pages[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if not self.pages:
            return 1
        return self.pages[min(low, len(self.pages) - 1)].number

    def running_blocks(self) -> Iterator[Block]:
        """The blocks of the running text, without page furniture and footnotes."""
        return (block for block in self.blocks if block.kind in RUNNING_KINDS)

    def to_dict(self) -> dict[str, Any]:
        """Plain lists and numbers, for JSON between processes and in the data folder."""
        return {
            "name": self.name,
            "format": self.format,
            "text": self.text,
            "pages": [[p.number, *p.span, p.width, p.height] for p in self.pages],
            "blocks": [
                [
                    *(b.kind.value, *b.span, b.page, b.box, b.size, b.label, b.cells, b.bold),
                    *(b.level, b.row),
                ]
                for b in self.blocks
            ],
            "findings": [finding.to_dict() for finding in self.findings],
            "properties": dict(self.properties),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Document:
        """The inverse of ``to_dict``: ``Document.from_dict(d.to_dict()) == d``."""
        return cls(
            name=data["name"],
            format=data["format"],
            text=data["text"],
            pages=tuple(
                Page(number, Span(start, end), width, height)
                for number, start, end, width, height in data["pages"]
            ),
            blocks=tuple(
                Block(
                    kind=BlockKind(kind),
                    span=Span(start, end),
                    page=page,
                    box=Box(*box) if box else None,
                    size=size,
                    label=label,
                    cells=tuple(Span(*cell) for cell in cells),
                    bold=bold,
                    level=level,
                    row=row[0] if row else 0,  # documents kept before 0.1 have no row numbers
                )
                for kind, start, end, page, box, size, label, cells, bold, level, *row in data[
                    "blocks"
                ]
            ),
            findings=tuple(Finding.from_dict(finding) for finding in data["findings"]),
            properties=dict(data["properties"]),
        )
