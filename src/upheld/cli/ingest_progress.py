"""What a terminal shows while documents are taken in, and what it says of each."""

from __future__ import annotations

from textwrap import shorten
from types import TracebackType
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from upheld.cli.import_progress import report_lines
from upheld.core.findings import Severity

if TYPE_CHECKING:
    from upheld.services.import_report import ImportReport
    from upheld.services.ingest_report import IngestReport

MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}

# A damaged list can have hundreds of findings; all of them stand at the document.
MOST_FINDINGS = 20
LONGEST_TITLE = 90

STEPS = {"reading": "reading", "keeping": "keeping"}


class IngestProgress:
    """A bar over the files on a terminal; lines on standard output either way."""

    def __init__(self, files: int) -> None:
        console = Console(stderr=True)
        self.progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self.out = Console(soft_wrap=True)
        self.files = self.progress.add_task("files", total=files)
        self.name = ""

    def __enter__(self) -> IngestProgress:
        self.progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.progress.stop()

    def begin(self, name: str) -> None:
        """Another file is taken up."""
        self.name = name
        self.progress.update(self.files, description=escape(name))

    def step(self, step: str, done: int, total: int) -> None:
        """The progress inside one file, page by page where the reader tells."""
        count = f" {done}/{total}" if total > 1 else ""
        self.progress.update(self.files, description=f"{escape(self.name)} ({STEPS[step]}{count})")

    def fail(self) -> None:
        """This file could not be taken in; the others follow."""
        self.progress.advance(self.files)

    def finish(self, report: IngestReport) -> None:
        """Print what came of the file and move on."""
        self.progress.advance(self.files)
        self.out.print(escape(_summary(report)), highlight=False)
        for line in _details(report):
            self.out.print(f"  {escape(line)}", highlight=False)

    def finish_list(self, report: ImportReport) -> None:
        """Print what came of a published list and move on."""
        self.progress.advance(self.files)
        for line in report_lines(report):
            self.out.print(escape(line), highlight=False)


def _summary(report: IngestReport) -> str:
    what = {"new": "new", "new_version": "new version", "unchanged": "known, nothing changed"}
    outcome = what[report.outcome] + (" (dry run, nothing kept)" if report.dry_run else "")
    title = shorten(report.title or report.kind, LONGEST_TITLE, placeholder=" …")
    return f"{report.name}: {report.symbol or 'no symbol'}, {title}: {outcome}"


def _details(report: IngestReport) -> list[str]:
    from upheld.services.quality import sentences  # noqa: PLC0415  # needs an open folder
    from upheld.store.models import Document  # noqa: PLC0415  # needs an open folder
    from upheld.store.queries.quality import quality  # noqa: PLC0415  # needs an open folder

    lines = []
    changes = {
        "added": len(report.added),
        "changed": len(report.changed),
        "withdrawn": len(report.withdrawn),
        "positions": report.positions,
        "labels": report.labels,
    }
    if counted := [f"{count} {what}" for what, count in changes.items() if count]:
        lines.append("Records: " + ", ".join(counted))
    document = Document.objects.filter(slug=report.slug).first()
    if document and not report.dry_run and document.records.exists():
        lines.append(" ".join(sentences(quality(document))))
    for finding in report.findings[:MOST_FINDINGS]:
        page = f"page {finding.page}: " if finding.page else ""
        lines.append(f"{MARKS[finding.severity]} {page}{finding.message} {finding.next_step}")
    if len(report.findings) > MOST_FINDINGS:
        lines.append(f"… and {len(report.findings) - MOST_FINDINGS} more: upheld list findings")
    return lines
