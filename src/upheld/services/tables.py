"""A ministry's own table before it is taken in: its columns, and what a mapping would make of it.

"STT | Nội dung công việc | Nước | Quan điểm": a person says which column holds what, sees what
would be taken in, and only then lets it be read. Nothing but the file itself is kept before that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from upheld.core.document import Block, BlockKind, Document
from upheld.core.errors import InputProblem
from upheld.core.facts import DocumentFacts
from upheld.core.findings import Finding
from upheld.core.fold import fold_words
from upheld.core.items import Item
from upheld.core.roles import Action
from upheld.parsing.national_table_columns import NAMES
from upheld.parsing.table_head import find_table
from upheld.reading.sandbox import Sandbox
from upheld.services.document_keeping import ReadFile
from upheld.services.ingest import PARSER, keep
from upheld.services.ingest_report import IngestReport
from upheld.services.permissions import Actor, authorise
from upheld.store import files

READER = "upheld.reading.tasks:read_document"
SAMPLES = 3
# A head is looked for in the first rows; above it tables made by hand carry a title and a date.
ROWS_LOOKED_AT = 30


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the table names it, the field that its name suggests, and words that it holds."""

    name: str
    field: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What a mapping would give: the report of a dry run, the items and the findings."""

    report: IngestReport
    items: tuple[Item, ...]
    findings: tuple[Finding, ...]


def keep_table(actor: Actor, *, content: bytes) -> str:
    """Keep the file of a table and answer its SHA-256, by which the next steps name it.

    Who: coordinator. Side effect: the file in the data folder; no row is written.
    """
    authorise(actor, Action.INGEST)
    return files.keep(content)


def columns_of(actor: Actor, *, name: str, sha256: str) -> list[Column]:
    """The columns of a kept table in their order. Who: coordinator.

    ``InputProblem`` when the file cannot be read or holds no table.
    """
    authorise(actor, Action.INGEST)
    with Sandbox() as reader:
        document = Document.from_dict(reader.call(READER, name, files.content_of(sha256)))
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    if not rows:
        raise InputProblem(
            _("There is no table in %(name)s.") % {"name": name},
            next_step=_("Add a workbook or a CSV file with one recommendation in each row."),
        )
    table = find_table(document, NAMES, ("text",))
    head = table.head if table else max(rows[:ROWS_LOOKED_AT], key=_named_cells)
    below = rows[rows.index(head) + 1 :]
    return [
        Column(printed, NAMES.get(fold_words(printed), "ignore"), _samples(document, below, place))
        for place, printed in enumerate(_words(document, head))
        if printed
    ]


def try_mapping(actor: Actor, *, name: str, sha256: str, mapping: Mapping[str, str]) -> Trial:
    """What would be taken in if ``mapping`` ({column: field}) held; nothing is kept.

    Who: coordinator. ``InputProblem`` when no column holds the words of the recommendation.
    """
    who = authorise(actor, Action.INGEST)
    content = files.content_of(sha256)
    with Sandbox() as reader:
        yielded = reader.call(PARSER, name, content, mapping=dict(mapping))
    facts = DocumentFacts.from_dict(yielded["facts"])
    read = ReadFile(name, content, yielded, mapping=dict(mapping))
    report = keep(who, read, dry_run=True)
    return Trial(report, facts.items, facts.findings)


def _words(document: Document, row: Block) -> list[str]:
    return [" ".join(document.raw(cell).split()) for cell in row.cells]


def _samples(document: Document, rows: list[Block], place: int) -> tuple[str, ...]:
    held = (_words(document, row)[place] for row in rows if place < len(row.cells))
    found: list[str] = []
    for words in held:
        if words and words not in found:
            found.append(words)
        if len(found) == SAMPLES:
            break
    return tuple(found)


def _named_cells(row: Block) -> int:
    return sum(cell.end > cell.start for cell in row.cells)
