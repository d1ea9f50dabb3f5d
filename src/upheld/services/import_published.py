"""Imports a list that others publish: the Index's full export, its workbook, UPR Info's list.

268,000 records come in batches, each one transaction: a process that is killed leaves whole
batches, and the next run goes on behind them. What a file says again is known by its seal and
changes nothing; what a person corrected stays as corrected.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import islice
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone

from upheld.core.errors import InputProblem
from upheld.core.roles import Action
from upheld.core.taxonomies import is_known
from upheld.parsing import uhri_json
from upheld.parsing.published import Left, Published, Publisher
from upheld.reading.limits import in_force, printed_size
from upheld.reading.problems import file_problem
from upheld.reading.sandbox import Sandbox
from upheld.services import history
from upheld.services.import_batch import Row, batch_digest, row_of, sort
from upheld.services.import_report import ImportReport, Progress
from upheld.services.import_writing import Writing
from upheld.services.permissions import Actor, authorise
from upheld.services.verify_imports import BATCH_ACT
from upheld.store.bulk import insert
from upheld.store.models import ImportedRow, ImportRun, StoredFile, Term, User
from upheld.store.search_follower import SearchFollower

BATCH = 7_500
TABLE_READER = "upheld.parsing.published_tables:read_table"
_HEAD = 65_536
_CACHE_KIBIBYTES = 80 * 1024


class NotPublished(InputProblem):
    """The file is none of the lists that are imported; it may be a document to take in."""


def import_list(
    actor: Actor,
    *,
    path: Path,
    name: str = "",
    dry_run: bool = False,
    progress: Progress | None = None,
    sandbox: Sandbox | None = None,
    batch: int = BATCH,
) -> ImportReport:
    """Import the published list in ``path``, called ``name``, and answer what it brought.

    Who: coordinator. Transactions: one for each ``batch`` rows, with its records and one entry in
    the history; the run's row tells how far it came. The file itself is not kept: its fingerprint
    is. ``NotPublished`` when the file is no such list, ``InputProblem`` when it breaks off; what
    stood before the break is then kept.
    """
    who = authorise(actor, Action.INGEST)
    started = time.monotonic()
    tell = progress or _silent
    with nullcontext(sandbox) if sandbox else Sandbox() as reader:
        source = _Source(path, name or path.name, reader, tell)
        report = ImportReport(source.name, source.sha256, source.publisher, dry_run=dry_run)
        run = None if dry_run else _begin(who, source)
        if run:
            _go_on(report, run)
        # The follower is waited for with that room given back: it joins the index then.
        with SearchFollower() as follower, _room_for_indexes():
            _import(who, source, report, run, batch, follower)
    if run:
        _finish(run, report)
    _forget_mapped(report.unknown_labels)
    report.seconds = time.monotonic() - started
    return report


class _Source:
    """The file: its publisher, its size, its fingerprint and its rows."""

    def __init__(self, path: Path, name: str, sandbox: Sandbox, tell: Progress) -> None:
        self.path, self.name, self.tell = path, name, tell
        self.size = path.stat().st_size
        self.read = 0
        with path.open("rb") as file:
            head = file.read(_HEAD)
        self.table: list[dict[str, object] | list[object]] | None = None
        if uhri_json.recognise(head):
            self.publisher = Publisher.UHRI
            with path.open("rb") as file:
                self.sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            return
        if self.size > (limit := in_force().file_bytes):
            sizes = {"size": printed_size(self.size), "limit": printed_size(limit)}
            raise file_problem("file.too_large", name, **sizes)
        content = path.read_bytes()
        self.sha256 = hashlib.sha256(content).hexdigest()
        yielded = sandbox.call(TABLE_READER, name, content)
        if not yielded["publisher"]:
            raise NotPublished(file_problem("import.no_list", name).message)
        self.publisher = Publisher(yielded["publisher"])
        self.table = yielded["rows"]

    def rows(self) -> Iterator[Published | Left]:
        """The rows in their order."""
        if self.table is not None:
            for given in self.table:
                yield Published.from_dict(given) if isinstance(given, dict) else Left(*given)  # type: ignore[arg-type]  # as the reader wrote it
            self.read = self.size
            return
        with self.path.open("rb") as file:
            yield from uhri_json.read(file, self.name, told=self._add)

    def _add(self, count: int) -> None:
        self.read += count


def _import(
    who: User,
    source: _Source,
    report: ImportReport,
    run: ImportRun | None,
    size: int,
    follower: SearchFollower,
) -> None:
    numbered = enumerate(_once(source.rows()), start=1)
    for _ in range(report.resumed_at):  # an interrupted run kept and counted them
        next(numbered, None)
    while part := list(islice(numbered, size)):
        rows = [
            row_of(said, order, source.publisher)
            for order, said in part
            if isinstance(said, Published)
        ]
        for _order, said in part:
            if isinstance(said, Left):
                report.refuse(said)
        for row in rows:
            report.unknown_states.update(row.said.unknown)
            report.unknown_labels.update(pair for pair in row.said.labels if not is_known(*pair))
        report.rows = part[-1][0]
        if run:
            with transaction.atomic():
                written = _keep(who, source, rows, report, run)
            follower.written(written, source.read / source.size)
        else:
            report.counts += sort(rows).counts
        source.tell(source.read, source.size, report.rows)


def _once(rows: Iterable[Published | Left]) -> Iterator[Published | Left]:
    """Each id once: a second row with the same id is left, whatever it says."""
    met: set[bytes] = set()
    for number, row in enumerate(rows, start=1):
        if isinstance(row, Published):
            if row.key.bytes in met:
                yield Left("row.repeated", number, str(row.key))
                continue
            met.add(row.key.bytes)
        yield row


def _keep(who: User, source: _Source, rows: list[Row], report: ImportReport, run: ImportRun) -> int:
    """One batch: records, seals, history and the run's own place, or nothing of it.

    Answers how many records were new or changed.
    """
    history.lock()
    found = sort(rows)
    writing = Writing(who, source.publisher, run.file)
    ids = writing.new(found.new) if found.new else []
    entries = writing.changed(found.changed) if found.changed else []
    sealed = [
        (pk, row.said.key.bytes, row.digest, applied)
        for applied, pairs in (
            (True, [*zip(found.new, ids, strict=True), *found.changed]),
            (False, found.held),
        )
        for row, pk in pairs
    ]
    if sealed:
        said: history.Difference = {
            "records": [None, len(sealed)],
            "digest": [None, batch_digest((key, digest, a) for _pk, key, digest, a in sealed)],
            "rows": [run.rows_done, report.rows],
            "file": [None, source.sha256],
        }
        entry = history.Entry(BATCH_ACT, run, said, source.name)
        first, *_rest = history.record(who, [entry, *entries])
        insert(
            ImportedRow,
            ("record_id", "key", "digest", "batch_id", "applied"),
            [(pk, key, digest, first.pk, applied) for pk, key, digest, applied in sealed],
        )
    report.counts += found.counts
    _note(run, report)
    run.save(update_fields=["rows_done", "counts", "unknown"])
    return len(sealed)


def _begin(who: User, source: _Source) -> ImportRun:
    """The unfinished run of this very file, or a new one."""
    now = timezone.now()
    with transaction.atomic():
        history.lock()
        file, _made = StoredFile.objects.get_or_create(
            sha256=source.sha256,
            defaults={
                "name": source.name[:255],
                "media_type": "application/json" if source.table is None else "text/csv",
                "format": "json" if source.table is None else Path(source.name).suffix[1:6].lower(),
                "size": source.size,
                "kept": False,
                "added_at": now,
                "added_by": who,
            },
        )
        begun = ImportRun.objects.filter(file=file, finished_at=None).first()
        return begun or ImportRun.objects.create(
            publisher=source.publisher, file=file, started_at=now, started_by=who
        )


def _go_on(report: ImportReport, run: ImportRun) -> None:
    """Take over what an interrupted run had counted."""
    counts = dict(run.counts)
    report.refused.update(counts.pop("refused", {}))
    report.counts.update(counts)
    report.unknown_states.update(run.unknown.get("states", {}))
    for taxonomy, label, count in run.unknown.get("labels", []):
        report.unknown_labels[taxonomy, label] += count
    report.resumed_at = report.rows = run.rows_done


def _finish(run: ImportRun, report: ImportReport) -> None:
    _note(run, report)
    run.finished_at = timezone.now()
    run.save()


def _note(run: ImportRun, report: ImportReport) -> None:
    """Write into the run what the report counts, so that the next run can go on from there."""
    labels = [[*pair, count] for pair, count in report.unknown_labels.items()]
    run.rows_done = report.rows
    run.counts = dict(report.counts) | {"refused": dict(report.refused)}
    run.unknown = {"states": dict(report.unknown_states), "labels": labels}


def _forget_mapped(labels: Counter[tuple[str, str]]) -> None:
    for pair in Term.objects.exclude(mapped_to=None).values_list("taxonomy", "value"):
        labels.pop(pair, None)


@contextmanager
def _room_for_indexes() -> Iterator[None]:
    """Give SQLite room for the pages of the indexes that every batch touches."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA cache_size")
        before = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA cache_size = {before}")
            cursor.execute("PRAGMA shrink_memory")


def _silent(_read: int, _of: int, _rows: int) -> None:
    """Progress for callers that do not watch."""
