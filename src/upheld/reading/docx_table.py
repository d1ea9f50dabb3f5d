"""Tables of a Word file: rows of cells on the table's grid.

"115.3 Ratify … (Portugal);" | "Supported" | "- Treaties". A cell over two columns is followed by
an empty one, so that every column keeps its place; a cell that continues the one above it (merged
downwards) leads to the words printed there. Tables inside cells become lines of the cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from upheld.core.document import Span
from upheld.reading.docx_xml import Element, W, number_of

_MOST_COLUMNS = 1000  # a damaged span must not fill memory
_WRAPPERS = (W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its content's element, its first column, how many columns, merged downwards?"""

    element: Element
    column: int
    width: int
    continues: bool


def table_rows(table: Element) -> Iterator[Element]:
    """The rows that stand once tracked changes are accepted."""
    for child in table:
        if child.tag == W + "tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in _WRAPPERS:
            yield from table_rows(child)


def row_cells(row: Element) -> list[Cell]:
    """The cells of a row with their columns on the grid."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    column = 0 if before is None else _columns(before)
    cells: list[Cell] = []
    for element in _cell_elements(row):
        properties = element.find(W + "tcPr")
        width, continues = 1, False
        if properties is not None:
            span = properties.find(W + "gridSpan")
            width = 1 if span is None else max(_columns(span), 1)
            merge = properties.find(W + "vMerge")
            continues = merge is not None and merge.get(W + "val", "continue") == "continue"
        cells.append(Cell(element, column, width, continues))
        column += width
    return cells


def row_values(cells: list[Cell], texts: list[str], above: dict[int, Span]) -> list[str | Span]:
    """The row's values column by column; ``above`` holds the spans of the cells over it."""
    values: list[str | Span] = []
    for cell, text in zip(cells, texts, strict=True):
        values.extend([""] * (cell.column - len(values)))
        if cell.continues and not text and cell.column in above:
            values.append(above[cell.column])
        else:
            values.append(text)
        values.extend([""] * (cell.width - 1))
    return values


def _cell_elements(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _cell_elements(child)


def _columns(element: Element) -> int:
    return min(max(number_of(element, "val"), 0), _MOST_COLUMNS)
