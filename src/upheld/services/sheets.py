"""A body's sheet: made for download, filled in offline, compared when it comes back.

Nothing is stored before a person has seen what would change. The comparison is three-sided: what
the sheet said when it was made, what it says now, and what stands here now.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from upheld.core.body_sheet import SheetColumn
from upheld.core.entries import EntryState
from upheld.core.fold import fold_words
from upheld.core.implementation import Implementation
from upheld.core.planning import AssignmentState, Part
from upheld.core.roles import Action
from upheld.core.typed_days import day_typed
from upheld.services import history
from upheld.services.entries import beginning, open_entry
from upheld.services.export import Export
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.services.status_names import STATUS_NAMES
from upheld.services.step_names import STATE_NAMES
from upheld.store.models import Assignment, Body, Entry, IssuedSheet
from upheld.writing.body_sheet import BodySheet, Cells, write_body_sheet
from upheld.writing.write import FORMATS

FIELDS = ("done", "result", "status", "as_of")
"""The fields of an entry that a sheet carries both ways."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands here for an assignment: the entry under way (None for none) and its words."""

    entry: Entry | None
    words: dict[str, str]

    @property
    def row_version(self) -> int:
        """The version of the entry; 0 where there is none."""
        return self.entry.row_version if self.entry else 0


def make_sheet(actor: Actor, *, body: Body, language: str) -> Export:
    """The sheet of ``body`` with all that is asked of it, in "vi" or "en".

    Who: focal point of the body. One transaction: the row that remembers what the sheet said.
    """
    who = authorise(actor, Action.REPORT, body)
    with transaction.atomic(), override(language):
        history.lock()
        asked = _asked(who, body)
        key = uuid4()
        held = [(one, standing(one, language)) for one in asked]
        IssuedSheet.objects.create(
            key=key,
            body=body,
            language=language,
            seen={str(one.pk): _seen(one, stands) for one, stands in held},
            made_by=who,
            made_at=timezone.now(),
        )
        content = write_body_sheet(
            BodySheet(
                sheet=str(key),
                title=_("%(body)s: what was done on recommendations")
                % {"body": body.name_in(language)},
                told=_("Fill in the white cells and send the file back under “My work”."),
                names=_column_names(),
                statuses=[str(name) for name in STATUS_NAMES.values()],
                wrong_status=_("Choose a status from the list."),
                wrong_day=_("Write year, month and day: 2026-11-21."),
                rows=[_cells(one, stands) for one, stands in held],
            )
        )
    day = timezone.localdate().isoformat()
    xlsx = FORMATS["xlsx"]
    return Export(f"{body.code}-{day}{xlsx.suffix}", xlsx.media_type, content)


def standing(assignment: Assignment, language: str) -> Standing:
    """The entry under way and its words; without one the words with which one would begin."""
    entry = open_entry(assignment)
    words = entry or beginning(assignment, language)
    return Standing(
        entry,
        {
            "done": words.done,
            "result": words.result,
            "status": str(words.status),
            "as_of": words.as_of.isoformat() if entry else "",
        },
    )


def can_be_written(stands: Standing) -> bool:
    """Whether a sheet may change it: there is no entry under way, or it is a draft."""
    return stands.entry is None or stands.entry.state == EntryState.DRAFT


def _asked(actor: Actor, body: Body) -> list[Assignment]:
    rows = visible_to(actor, Assignment.objects.filter(body=body))
    rows = rows.filter(state=AssignmentState.CONFIRMED)
    return list(
        rows.select_related("record__document", "body", "follows").order_by(
            "due", "record__document", "record__order", "record__part", "pk"
        )
    )


def _seen(assignment: Assignment, stands: Standing) -> dict[str, Any]:
    return {
        "number": _number(assignment),
        "entry": stands.entry.pk if stands.entry else 0,
        "row_version": stands.row_version,
        "words": stands.words,
    }


def _number(assignment: Assignment) -> str:
    record = assignment.record
    return f"{record.number} {record.part}".strip() or record.public_id


def _cells(assignment: Assignment, stands: Standing) -> Cells:
    record = assignment.record
    names = {Part.LEAD.value: _("lead"), Part.SUPPORT.value: _("support")}
    entry, words = stands.entry, stands.words
    status = words["status"]
    return {
        SheetColumn.KEY: str(assignment.pk),
        SheetColumn.DOCUMENT: record.document.symbol,
        SheetColumn.NUMBER: _number(assignment),
        SheetColumn.WORDS: record.text or record.printed,
        SheetColumn.PART: names[assignment.part],
        SheetColumn.DUE: assignment.due,
        SheetColumn.STATE: str(STATE_NAMES[EntryState(entry.state)]) if entry else "",
        SheetColumn.SENT_BACK: entry.sent_back if entry else "",
        SheetColumn.DONE: words["done"],
        SheetColumn.RESULT: words["result"],
        SheetColumn.STATUS: str(STATUS_NAMES[Implementation(status)]) if status else "",
        SheetColumn.AS_OF: date.fromisoformat(words["as_of"]) if words["as_of"] else None,
        SheetColumn.EVIDENCE: "",
    }


def _column_names() -> dict[SheetColumn, str]:
    return {
        SheetColumn.KEY: _("Key"),
        SheetColumn.DOCUMENT: _("Document"),
        SheetColumn.NUMBER: _("Number"),
        SheetColumn.WORDS: _("Recommendation"),
        SheetColumn.PART: _("Part"),
        SheetColumn.DUE: _("Due"),
        SheetColumn.STATE: _("State of the entry"),
        SheetColumn.SENT_BACK: _("Sent back because"),
        SheetColumn.DONE: _("What was done"),
        SheetColumn.RESULT: _("Result"),
        SheetColumn.STATUS: _("Status"),
        SheetColumn.AS_OF: _("As of"),
        SheetColumn.EVIDENCE: _("Evidence: address of a public page"),
    }


def status_of(printed: str) -> Implementation | None:
    """The status that a cell names, in whichever language of the interface, or by its code.

    Typed without Vietnamese marks ("da thuc hien") it counts where one status alone reads so.
    """
    asked = " ".join(printed.casefold().split())
    bare: dict[str, set[Implementation]] = {}
    for language in ("vi", "en"):
        with override(language):
            for status, name in STATUS_NAMES.items():
                if asked in {str(name).casefold(), status.value}:
                    return status
                bare.setdefault(fold_words(str(name)), set()).add(status)
    meant = bare.get(fold_words(printed), set())
    return meant.pop() if len(meant) == 1 else None


def day_of(printed: str) -> date | None:
    """The day that a cell holds, as ``day_typed`` understands it, or with a time behind it."""
    return day_typed(printed) or day_typed(printed.split(" ")[0].split("T")[0])
