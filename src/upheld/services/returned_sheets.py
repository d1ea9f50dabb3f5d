"""A sheet comes back: what it would change is shown, conflicts are decided, then it is stored.

Two sheets for one entry, or a sheet for an entry that somebody else wrote meanwhile, are conflicts
and never losses: both texts are shown, a person chooses for each row. A damaged or foreign sheet is
refused as a whole, with the cell named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.body_sheet import SheetColumn, cell_name
from upheld.core.errors import Conflict, InputProblem
from upheld.core.evidence import Confidentiality, EvidenceType
from upheld.core.findings import Finding
from upheld.core.planning import AssignmentState
from upheld.core.roles import Action
from upheld.reading.sandbox import Sandbox
from upheld.services import history
from upheld.services.entries import Words, write
from upheld.services.evidence import Description, add_link
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.services.sheets import (
    FIELDS,
    Standing,
    can_be_written,
    day_of,
    standing,
    status_of,
)
from upheld.store import files
from upheld.store.models import Assignment, Entry, Evidence, IssuedSheet, ReturnedSheet

READER = "upheld.parsing.body_sheet:read_returned"


class How(StrEnum):
    """How a row of a returned sheet stands to what is here.

    *new*: nothing was written before; *changed*: only the sheet changed it; *conflict*: somebody
    else wrote here since the sheet was made, or another sheet waits; *locked*: the entry is on its
    way; *gone*: the assignment ended.
    """

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    LOCKED = "locked"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Difference:
    """One changed row: the assignment, what stands, what the sheet says, and how the two meet.

    ``others`` are the names of other returned sheets that wait with an answer for the same entry.
    ``row_version`` is that of the entry as shown; storing over a newer one is refused.
    """

    assignment: Assignment
    how: How
    stands: Mapping[str, str]
    returned: Mapping[str, str]
    row_version: int
    others: tuple[str, ...] = ()


def take_back(actor: Actor, *, name: str, content: bytes) -> ReturnedSheet:
    """Read a sheet that came back and keep what it changed until somebody decides.

    Who: focal point of the sheet's body. The file is read in a process of its own. One transaction:
    the returned rows, history. ``InputProblem`` with findings that name the cells.
    """
    with Sandbox() as reader:
        read = reader.call(READER, name, content)
    rows = visible_to(actor, IssuedSheet.objects.filter(pk=UUID(read["sheet"])))
    issue = rows.select_related("body").first()
    if issue is None:
        raise InputProblem(
            _("This sheet was not made here for a body for which you report."),
            next_step=_("Download the sheet of your body under “My work”."),
        )
    who = authorise(actor, Action.REPORT, issue.body)
    changed, findings = _changed(issue, read)
    if findings:
        raise InputProblem(
            _("The sheet was not taken back: some cells cannot be used."), findings=findings
        )
    with transaction.atomic():
        history.lock()
        row = ReturnedSheet.objects.create(
            issue=issue,
            name=name[:255],
            sha256=files.sha256(content),
            rows=changed,
            sent_by=who,
            sent_at=timezone.now(),
        )
        said: history.Difference = {"rows": [None, len(changed)], "body": [None, issue.body.code]}
        history.record(who, [history.Entry("sheet.return", row, said)])
    return row


def differences(actor: Actor, returned: ReturnedSheet) -> list[Difference]:
    """What the sheet would change, row by row, as things stand now. Who: as for ``take_back``."""
    issue = returned.issue
    authorise(actor, Action.REPORT, issue.body)
    keys = [int(key) for key in returned.rows]
    assignments = Assignment.objects.filter(pk__in=keys).select_related(
        "record__document", "body", "follows"
    )
    waiting = _waiting(returned)
    found = []
    for one in sorted(assignments, key=lambda row: returned.rows[str(row.pk)]["row"]):
        stands = standing(one, issue.language)
        given = returned.rows[str(one.pk)]
        if not given["evidence"] and all(given[field] == stands.words[field] for field in FIELDS):
            continue  # the same sheet once more: what it says stands here already
        others = tuple(waiting.get(str(one.pk), ()))
        how = _how(one, stands, issue.seen[str(one.pk)], others)
        found.append(
            Difference(
                one, how, stands.words, returned.rows[str(one.pk)], stands.row_version, others
            )
        )
    return found


def store(actor: Actor, *, returned: int, seen: Mapping[int, int]) -> list[Entry]:
    """Store the chosen rows as drafts: ``seen`` is {assignment: version of the entry as shown}.

    Rows that were not chosen leave what stands. Who: focal point of the body. One transaction for
    all of them. ``Conflict`` when an entry changed since the page was shown: nothing is stored.
    """
    with transaction.atomic():
        history.lock()
        row = take(actor, returned)
        who = authorise(actor, Action.REPORT, row.issue.body)
        stored = []
        for one in Assignment.objects.filter(pk__in=list(seen)).select_related("body", "record"):
            given = row.rows.get(str(one.pk))
            if given is None or one.state != AssignmentState.CONFIRMED:
                raise Conflict(
                    _("One of these rows is no longer asked of the body."),
                    next_step=_("Look at the differences again."),
                )
            stored.append(_write(who, one, given, seen[one.pk], row.issue.language))
        _decide(row, "stored_at")
        said: history.Difference = {"stored": [None, len(stored)]}
        history.record(who, [history.Entry("sheet.store", row, said)])
    return stored


def drop(actor: Actor, *, returned: int) -> ReturnedSheet:
    """Leave everything as it stands; the sheet's rows are not kept. Who: focal point."""
    with transaction.atomic():
        history.lock()
        row = take(actor, returned)
        who = authorise(actor, Action.REPORT, row.issue.body)
        _decide(row, "dropped_at")
        history.record(who, [history.Entry("sheet.drop", row)])
    return row


def take(actor: Actor, key: int) -> ReturnedSheet:
    """The returned sheet, locked, while nobody has decided on it. Inside a transaction."""
    rows = visible_to(actor, ReturnedSheet.objects.filter(pk=key))
    row = rows.select_for_update(of=("self",)).select_related("issue__body").first()
    if row is None or row.stored_at or row.dropped_at:
        raise InputProblem(
            _("This sheet does not wait for a decision."),
            next_step=_("Look under “My work” for what was stored."),
        )
    return row


def _write(who: Actor, one: Assignment, given: Mapping[str, str], seen: int, lang: str) -> Entry:
    day = day_of(given["as_of"]) or timezone.localdate()
    entry = write(
        who,
        assignment=one.pk,
        row_version=seen,
        words=Words(given["done"], given["result"], given["status"], day, lang),
    )
    known = Evidence.objects.filter(entry=entry, url=given["evidence"], removed_at=None)
    # A sheet that is sent twice names the same address twice.
    if given["evidence"] and not known.exists():
        host = urlsplit(given["evidence"]).hostname or given["evidence"]
        description = Description(
            title=host,
            type=EvidenceType.OTHER,
            confidentiality=Confidentiality.PUBLIC,
            language=lang,
        )
        add_link(who, under=entry, description=description, url=given["evidence"])
    return entry


def _decide(row: ReturnedSheet, field: str) -> None:
    setattr(row, field, timezone.now())
    row.rows = {}
    row.save(update_fields=["rows", field])


def _how(
    one: Assignment, stands: Standing, base: Mapping[str, Any], others: tuple[str, ...]
) -> How:
    if one.state != AssignmentState.CONFIRMED:
        return How.GONE
    if not can_be_written(stands):
        return How.LOCKED
    entry = stands.entry.pk if stands.entry else 0
    if others or (entry, stands.row_version) != (base["entry"], base["row_version"]):
        return How.CONFLICT
    return How.CHANGED if entry else How.NEW


def _waiting(returned: ReturnedSheet) -> dict[str, list[str]]:
    """Other sheets of the same body that nobody has decided on, by the keys of their rows."""
    others = ReturnedSheet.objects.filter(
        issue__body=returned.issue.body, stored_at=None, dropped_at=None
    ).exclude(pk=returned.pk)
    found: dict[str, list[str]] = {}
    for other in others:
        for key in other.rows:
            found.setdefault(key, []).append(other.name)
    return found


def _changed(
    issue: IssuedSheet, read: Mapping[str, Any]
) -> tuple[dict[str, dict[str, Any]], list[Finding]]:
    """The rows that differ from what the sheet said, and every cell that cannot be used."""
    changed: dict[str, dict[str, Any]] = {}
    findings: list[Finding] = []
    for row in read["rows"]:
        cell = {
            column.value: cell_name(row["row"], read["columns"].get(column.value, 1))
            for column in SheetColumn
        }
        base = issue.seen.get(row["key"])
        if base is None:
            findings.append(_finding("sheet.key_unknown", cell["key"], key=row["key"]))
            continue
        if _plain(row["number"]) != _plain(base["number"]):
            findings.append(
                _finding(
                    "sheet.number_changed",
                    cell["number"],
                    found=row["number"],
                    number=base["number"],
                )
            )
            continue
        given, wrong = _read_cells(row["cells"], cell)
        findings += wrong
        if given["evidence"] or any(given[f] != base["words"][f] for f in FIELDS):
            changed[row["key"]] = {"row": row["row"], **given}
    return changed, findings


def _read_cells(
    cells: Mapping[str, str], place: Mapping[str, str]
) -> tuple[dict[str, str], list[Finding]]:
    given = {"done": cells["done"], "result": cells["result"], "status": "", "as_of": "",
             "evidence": ""}  # fmt: skip
    wrong: list[Finding] = []
    if printed := cells["status"]:
        if status := status_of(printed):
            given["status"] = status.value
        else:
            wrong.append(_finding("sheet.status_unread", place["status"], found=printed[:60]))
    if printed := cells["as_of"]:
        day = day_of(printed)
        if day is None:
            wrong.append(_finding("sheet.day_unread", place["as_of"], found=printed[:60]))
        elif day > timezone.localdate():
            wrong.append(_finding("sheet.day_ahead", place["as_of"], found=printed[:60]))
        else:
            given["as_of"] = day.isoformat()
    if printed := cells["evidence"]:
        parts = urlsplit(printed)
        if parts.scheme in {"http", "https"} and parts.hostname:
            given["evidence"] = printed
        else:
            wrong.append(_finding("sheet.link_unread", place["evidence"], found=printed[:60]))
    return given, wrong


def _plain(number: str) -> str:
    """A number as programs for sheets may have rewritten it: "143.10" stays, "143,1" is 143.1."""
    return number.replace(",", ".").strip()


def _finding(code: str, cell: str, **arguments: str | int) -> Finding:
    return Finding(code, arguments={"cell": cell, **arguments})
