"""Files that people add on a page: they wait in a table and are read one after the other.

The table ``Reading`` is the queue and the progress in one. The bytes stand in the data folder
before the row is written, so that a row always leads to its file, also after a power cut.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from time import monotonic

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from upheld.core.errors import InputProblem, UpheldError
from upheld.core.roles import Action
from upheld.reading.problems import file_problem
from upheld.reading.sandbox import Sandbox
from upheld.services import history
from upheld.services.import_published import NotPublished
from upheld.services.ingest import ingest_file
from upheld.services.list_readings import may_be_list, read_list
from upheld.services.permissions import Actor, authorise
from upheld.store import files
from upheld.store.models import Document, Reading
from upheld.store.models.reading import ReadingState

STALE = timedelta(minutes=10)
"""A reading without a sign of life for so long has lost its worker; one file has two minutes."""

BEAT = 0.5
"""Seconds between two signs of life; each is a small write."""


def add_reading(
    actor: Actor,
    *,
    name: str,
    content: bytes,
    symbol_hint: str = "",
    mapping: Mapping[str, str] | None = None,
) -> Reading:
    """Keep a file and let it wait for the reading worker.

    Who: coordinator. One transaction: row, history. ``InputProblem`` for an empty file; all other
    findings come when it is read.
    """
    who = authorise(actor, Action.INGEST)
    if not content:
        raise file_problem("file.empty", name)
    sha256 = files.keep(content)
    with transaction.atomic():
        reading = Reading.objects.create(
            name=name[:255],
            sha256=sha256,
            size=len(content),
            symbol_hint=symbol_hint,
            mapping=dict(mapping or {}),
            actor=who,
            created_at=timezone.now(),
        )
        added = {"name": [None, reading.name], "file": [None, sha256]}
        history.record(who, [history.Entry("reading.add", reading, added)])
    return reading


def read_next(sandbox: Sandbox) -> Reading | None:
    """Read the file that waits longest; None when none waits.

    Done with the rights of the person who added it. What happens stands in the row: a file that
    cannot be read is *failed* with its findings, and the next one is read.
    """
    reading = _claim()
    if reading is None:
        return None
    try:
        came = _read(reading, sandbox)
    except UpheldError as error:
        findings = error.findings if isinstance(error, InputProblem) else ()
        return _finish(
            reading,
            ReadingState.FAILED,
            message=error.message,
            next_step=error.next_step,
            findings=[finding.to_dict() for finding in findings],
        )
    return _finish(reading, ReadingState.DONE, **came)


def _read(reading: Reading, sandbox: Sandbox) -> dict[str, object]:
    """What came of the file: of a published list its report, of any other its document."""
    beat = _Beat(reading.pk)
    if may_be_list(reading):
        with suppress(NotPublished):
            return read_list(reading, sandbox, beat)
    report = ingest_file(
        reading.actor,
        name=reading.name,
        content=files.content_of(reading.sha256),
        symbol_hint=reading.symbol_hint,
        mapping=reading.mapping,
        progress=beat,
        sandbox=sandbox,
    )
    return {"outcome": report.outcome, "document": Document.objects.get(slug=report.slug)}


def put_back(silent_for: timedelta = STALE) -> int:
    """Let those wait again whose worker is gone; answers how many.

    The one process of an embedded server puts back all of them when it starts.
    """
    rows = Reading.objects.filter(state=ReadingState.READING)
    silent = Q(beat_at=None) | Q(beat_at__lte=timezone.now() - silent_for)
    return rows.filter(silent).update(state=ReadingState.WAITING)


def _claim() -> Reading | None:
    with transaction.atomic():
        waiting = Reading.objects.filter(state=ReadingState.WAITING).order_by("pk")
        if connection.features.has_select_for_update_skip_locked:
            # Several workers on PostgreSQL each take another row.
            waiting = waiting.select_for_update(skip_locked=True, of=("self",))
        reading = waiting.select_related("actor").first()
        if reading is not None:
            reading.state, reading.beat_at = ReadingState.READING, timezone.now()
            reading.save(update_fields=["state", "beat_at"])
    return reading


def _finish(reading: Reading, state: ReadingState, **values: object) -> Reading:
    for name, value in values.items():
        setattr(reading, name, value)
    reading.state, reading.finished_at = state, timezone.now()
    reading.save(update_fields=["state", "finished_at", *values])
    return reading


class _Beat:
    """Writes progress into the row, at most every half second."""

    def __init__(self, reading: int) -> None:
        self.reading, self.last, self.step = reading, 0.0, ""

    def __call__(self, step: str, done: int, total: int) -> None:
        if step == self.step and done < total and monotonic() - self.last < BEAT:
            return
        self.last, self.step = monotonic(), step
        now: datetime = timezone.now()
        Reading.objects.filter(pk=self.reading).update(
            step=step, done=done, total=total, beat_at=now
        )
