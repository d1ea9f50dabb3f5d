"""What a terminal shows while a list is imported, and what it says of it afterwards."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from upheld.core.findings import Finding

if TYPE_CHECKING:
    from upheld.services.import_report import ImportReport

MOST_NAMES = 20
"""Names of one kind that are printed; all of them are counted."""

PUBLISHERS = {
    "uhri": "Universal Human Rights Index of OHCHR",
    "upr_info": "list of UPR Info",
    "thematic_list": "thematic list",
    "national_table": "national table",
}


class ImportProgress:
    """A bar over the bytes of a file on a terminal; lines on standard output either way."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self.progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[rows]} rows"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self.out = Console(soft_wrap=True)
        self.file = self.progress.add_task("", total=None, rows="0")

    def __enter__(self) -> ImportProgress:
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
        self.progress.reset(self.file, description=escape(name), total=None, rows="0")

    def step(self, read: int, size: int, rows: int) -> None:
        """So many bytes of the file were read, and so many rows are done."""
        self.progress.update(self.file, completed=read, total=size, rows=f"{rows:,}")

    def finish(self, report: ImportReport) -> None:
        """Print what came of the file."""
        for line in report_lines(report):
            self.out.print(escape(line), highlight=False)


def report_lines(report: ImportReport) -> list[str]:
    """What came of a list, a line each."""
    kind = PUBLISHERS.get(report.publisher, report.publisher)
    told = " (dry run, nothing kept)" if report.dry_run else ""
    lines = [f"{report.name}: {kind}, {report.rows:,} rows in {report.seconds:.1f} s{told}"]
    if not report.rows:
        lines.append("  the list is empty: there is nothing in it to import")
        return lines
    if report.resumed_at:
        lines.append(f"  went on after row {report.resumed_at:,}, where an earlier run had stopped")
    counts = report.counts
    lines.append(
        f"  new {counts['new']:,}, changed {counts['changed']:,}, "
        f"unchanged {counts['unchanged']:,}, refused {report.refused.total():,}"
    )
    if held := counts["kept_by_hand"]:
        lines.append(f"  {held:,} more have other words now; what people corrected was kept")
    for code, count in report.refused.most_common():
        example = next((f for f in report.findings if f.code == code), Finding(code))
        said = f" {example.message} {example.next_step}" if example.arguments else ""
        lines.append(f"  refused {count:,} ({code}), first:{said}")
    if labels := report.unknown_labels:
        lines.append(f"  unknown labels {len(labels):,}; map them on the page of labels:")
        lines += [
            f"    {taxonomy}: {label} ({count:,})"
            for (taxonomy, label), count in labels.most_common(MOST_NAMES)
        ]
    if states := report.unknown_states:
        lines.append(f"  names that are no State {len(states):,}:")
        lines += [f"    {name} ({count:,})" for name, count in states.most_common(MOST_NAMES)]
    return lines
