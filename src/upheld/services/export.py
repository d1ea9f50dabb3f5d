"""Takes a list of records out, with everything that leads each of them back to its source.

Noted recommendations stand beside supported ones: no export leaves them out unless the reader
asked for one position alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from upheld.core.errors import InputProblem
from upheld.core.labels import PUBLISHED, Taxonomy
from upheld.core.roles import Action
from upheld.core.states import state
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.services.question_words import view_words
from upheld.services.selection import Selection, select
from upheld.store.models import Record
from upheld.store.queries.records import with_sources
from upheld.writing.table import Cell, Column, Table
from upheld.writing.write import FORMATS

MOST = 1_000_000
"""Records of one file: as many rows as a workbook has."""

LinkTo = Callable[[str], str]
"""The address of the page of a record, by its public id."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file to hand out: its name, its media type and its bytes."""

    name: str
    media_type: str
    content: bytes


def export_records(actor: Actor, *, selection: Selection, format: str, link_to: LinkTo) -> Export:
    """The selected records, or all that a view shows, as "csv", "xlsx", "json", "pdf" or "docx".

    Who: everyone who may read; only rows they may read. No side effects. ``InputProblem`` for
    another format.
    """
    who = authorise(actor, Action.EXPORT)
    if format not in FORMATS:
        raise InputProblem(
            gettext("There is no export as %(format)s.") % {"format": format},
            next_step=gettext("Choose one of %(formats)s.") % {"formats": ", ".join(FORMATS)},
        )
    found = select(who, selection, fewest=0 if selection.view else 1, most=MOST)
    rows = visible_to(who, with_sources(Record.objects.all()))
    asked = gettext("Selected by hand.") if selection.view is None else view_words(selection.view)
    table = records_table(found.read(rows), link_to, asked)
    chosen = FORMATS[format]
    return Export(f"upheld-records{chosen.suffix}", chosen.media_type, chosen.write(table))


def records_table(rows: Iterable[Record], link_to: LinkTo, asked: str) -> Table:
    """The table of an export; its rows are read from the database as they are written.

    ``asked`` says in words which records these are. It stands in every row, with the day: rows are
    copied from file to file, and a CSV has no other place for it.
    """
    today = timezone.localdate()
    return Table(
        title=gettext("Records"),
        columns=_columns(),
        rows=_rows(rows, link_to, asked, today.isoformat()),
        source=gettext(
            "Taken out of Upheld on %(date)s. %(asked)s Each row names its document, page and "
            "file. Texts are those of the United Nations documents named."
        )
        % {"date": date_format(today), "asked": asked},
        language=get_language() or "en",
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("id", gettext("Id"), 24),
        Column("states_under_review", gettext("State under review"), 18),
        Column("symbol", gettext("Symbol"), 18),
        Column("number", gettext("Number"), 10),
        Column("part", gettext("Part"), 6),
        Column("kind", gettext("Kind"), 16),
        Column("text", gettext("Text"), 70),
        Column("recommending_states", gettext("Recommending States"), 30),
        Column("recommending_codes", gettext("Codes of recommending States"), 20),
        Column("position", gettext("Position"), 12),
        Column("position_words", gettext("Position as printed"), 30),
        Column("position_source", gettext("Source of position"), 22),
        Column("position_paragraph", gettext("Paragraph of position"), 12),
        Column("themes", gettext("Themes"), 30),
        Column("persons", gettext("Groups of persons"), 30),
        Column("sdgs", gettext("Goals"), 20),
        Column("issues", gettext("Issues of UPR Info"), 30),
        Column("review_state", gettext("Checked"), 12),
        Column("page", gettext("Page"), 6),
        Column("span_start", gettext("First character"), 10),
        Column("span_end", gettext("After last character"), 10),
        Column("printed", gettext("Printed words"), 70),
        Column("file_name", gettext("File"), 24),
        Column("file_sha256", gettext("SHA-256 of the file"), 24),
        Column("link", gettext("Link"), 30),
        Column("asked", gettext("Question"), 30),
        Column("taken_on", gettext("Taken out on"), 12),
    )


def _rows(
    rows: Iterable[Record], link_to: LinkTo, asked: str, taken: str
) -> Iterator[tuple[Cell, ...]]:
    for record in rows:
        held = record.current_position
        codes = tuple(row.iso3 for row in record.states.all())
        yield (
            record.public_id,
            tuple(_name(row.iso3) for row in record.document.states_under_review.all()),
            record.document.symbol,
            record.number,
            record.part,
            record.kind,
            record.text,
            tuple(_name(code) for code in codes),
            codes,
            held.value if held else None,
            held.words if held else None,
            str(held.source or "") if held else None,
            held.paragraph if held else None,
            *(_labels(record, taxonomy) for taxonomy in PUBLISHED),
            record.review_state,
            record.page,
            record.start,
            record.end,
            record.printed,
            record.version.file.name,
            record.version.file.sha256,
            link_to(record.public_id),
            asked,
            taken,
        )


def _labels(record: Record, taxonomy: Taxonomy) -> tuple[str, ...]:
    return tuple(label.value for label in record.labels.all() if label.taxonomy == taxonomy)


def _name(iso3: str) -> str:
    return state(iso3).name
