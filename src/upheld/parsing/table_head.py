"""The head of a table: which column is what, wherever the head stands.

Tables made by hand carry a title, a date and empty rows above the head; the head is the first row
in which the columns that must be there are named. Names are compared folded: "Lập trường", "LẬP
TRƯỜNG" and "lap truong" are one name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from upheld.core.document import Block, BlockKind, Document, Span
from upheld.core.fold import fold_words

# Rows above the head that a table may carry.
_MOST_ABOVE = 30


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the head: the spans of its named columns, in a document.

    ``number`` is the one that a spreadsheet program shows, or the row's place in the file.
    """

    document: Document
    block: Block
    number: int
    cells: Mapping[str, Span]

    def words(self, field: str) -> str:
        """The words of a column on one line, "" where the row has none."""
        cell = self.cells.get(field)
        return " ".join(self.document.raw(cell).split()) if cell else ""

    def span(self, field: str) -> Span:
        """Where the words of a column stand; the row where it has no such column."""
        return self.cells.get(field, self.block.span)


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head was found: columns by field, names of columns that are none of them."""

    document: Document
    head: Block
    columns: Mapping[str, int]
    others: tuple[str, ...]

    def rows(self) -> Iterator[Row]:
        """The rows below the head, without repetitions of it on later pages."""
        head = self.document.raw(self.head.span)
        below = False
        for place, block in enumerate(self.document.blocks, start=1):
            if block.kind is not BlockKind.TABLE_ROW:
                continue
            if self.document.raw(block.span) == head:
                below = below or block is self.head
                continue
            if below:
                cells = {
                    field: block.cells[column]
                    for field, column in self.columns.items()
                    if column < len(block.cells)
                }
                yield Row(self.document, block, block.row or place, cells)


def find_table(
    document: Document, names: Mapping[str, str], required: Collection[str]
) -> Table | None:
    """The table whose head names every ``required`` field; ``names`` maps a folded name to a field.

    None where no row is such a head.
    """
    rows = (block for block in document.blocks if block.kind is BlockKind.TABLE_ROW)
    for _, block in zip(range(_MOST_ABOVE), rows, strict=False):
        columns: dict[str, int] = {}
        others: list[str] = []
        for place, cell in enumerate(block.cells):
            printed = " ".join(document.raw(cell).split())
            field = names.get(fold_words(printed))
            if field and field not in columns:
                columns[field] = place
            elif printed:
                others.append(printed)
        if set(required) <= columns.keys():
            return Table(document, block, columns, tuple(others))
    return None
