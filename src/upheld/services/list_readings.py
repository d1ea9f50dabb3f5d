"""Published lists that somebody adds on a page: first what an import would change, then the import.

"export-uhri.json" or UPR Info's CSV is recognised by its content. Nothing is kept of it until a
person has seen how many records are new, changed and unchanged, and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.roles import Action
from upheld.parsing import uhri_json
from upheld.reading import sniff
from upheld.reading.limits import in_force
from upheld.reading.sandbox import Sandbox
from upheld.services import history
from upheld.services.import_published import import_list
from upheld.services.import_report import ImportReport
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store import files
from upheld.store.models import Reading
from upheld.store.models.reading import ReadingState
from upheld.store.search_index import search_index

IMPORT = "import"
TRIED, IMPORTED = "tried", "imported"
MOST_NAMES = 50
"""Unknown labels and names of States that a report keeps, the most frequent ones."""

_HEAD = 65_536
_TABLES = frozenset({*sniff.WORKBOOKS, sniff.FileFormat.CSV})


def may_be_list(reading: Reading) -> bool:
    """Whether the file is a table, or JSON with annotations; its head tells the rest."""
    if reading.mapping:
        return False  # a person said what the columns of their own table hold
    content = files.content_of(reading.sha256)
    if uhri_json.recognise(content[:_HEAD]):
        return True
    return sniff.recognise(reading.name, content, in_force()) in _TABLES


def read_list(
    reading: Reading, sandbox: Sandbox, tell: Callable[[str, int, int], None]
) -> dict[str, object]:
    """Try the list, or import it when a person asked for it; what came of it, for the row.

    Done with the rights of the person who added the file. ``NotPublished`` for any other table.
    """
    wanted = reading.wanted == IMPORT
    step = "importing" if wanted else "trying"
    tell(step, 0, reading.size)
    report = import_list(
        reading.actor,
        path=files.path_of(reading.sha256),
        name=reading.name,
        dry_run=not wanted,
        progress=lambda read, size, _rows: tell(step, read, size),
        sandbox=sandbox,
    )
    if wanted:
        search_index()  # here and not for the first person who asks a question
    return {"outcome": IMPORTED if wanted else TRIED, "report": kept(report)}


def kept(report: ImportReport) -> dict[str, Any]:
    """The report as the row keeps it, with the counts of a run (see ``ImportRun``)."""
    labels = report.unknown_labels.most_common(MOST_NAMES)
    return {
        "publisher": str(report.publisher),
        "rows": report.rows,
        "counts": {**report.counts, "refused": dict(report.refused)},
        "unknown": {
            "labels": [[*pair, count] for pair, count in labels],
            "states": dict(report.unknown_states.most_common(MOST_NAMES)),
        },
        "findings": [finding.to_dict() for finding in report.findings],
    }


def import_tried(actor: Actor, *, reading: int) -> Reading:
    """Let a list that was tried wait for its import.

    Who: coordinator. One transaction: the row, its entry in the history. Asked for twice, it is
    imported once. ``InputProblem`` for a file that is no list that was tried.
    """
    who = authorise(actor, Action.INGEST)
    with transaction.atomic():
        history.lock()
        row = visible_to(who, Reading.objects.filter(pk=reading)).first()
        if row is None or not (row.outcome == TRIED or row.wanted == IMPORT):
            raise InputProblem(
                _("This file is no list that can be imported."),
                next_step=_("Add the list again and look at what it would change."),
            )
        if row.wanted != IMPORT:
            row.wanted, row.state = IMPORT, ReadingState.WAITING
            row.outcome, row.step, row.done, row.total = "", "", 0, 0
            row.beat_at = row.finished_at = None
            row.save()
            asked = {"file": [None, row.sha256], "name": [None, row.name]}
            history.record(who, [history.Entry("reading.import", row, asked)])
    return row
