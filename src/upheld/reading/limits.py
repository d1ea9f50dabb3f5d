"""Limits of reading: what a file may cost in bytes, pages, seconds and memory.

A Working Group report has about 30 pages and 500 kB; a session report of the Council 600 pages and
10 MB; a ministry's table 5 MB. The limits stand far above these and far below what a small server
has, so that a lying file is refused and an honest one never meets them.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one file may cost; beyond it the file is refused with a finding.

    ``file_bytes`` of the file as it is; ``unpacked_bytes`` of all that a DOCX, XLSX or ODS packs;
    ``ratio`` of unpacked to packed bytes, asked only above ``ratio_from`` unpacked bytes, because
    honest small parts pack well. ``cells`` of one sheet, empty ones between the first and the last
    included. ``seconds`` and ``memory_bytes`` (0: no limit) are enforced by the reading process,
    ``files`` is how many files one process reads before it is replaced.
    """

    file_bytes: int = 100 * MEGABYTE
    unpacked_bytes: int = 300 * MEGABYTE
    ratio: int = 200
    ratio_from: int = 20 * MEGABYTE
    pages: int = 3000
    cells: int = 5_000_000
    seconds: float = 120.0
    memory_bytes: int = 1536 * MEGABYTE
    files: int = 200

    def to_dict(self) -> dict[str, Any]:
        """Plain numbers, for the reading process."""
        return asdict(self)


_in_force = Limits()


def in_force() -> Limits:
    """The limits of this process: the usual ones, or those the reading process was started with."""
    return _in_force


def put_in_force(limits: Limits) -> None:
    """Set the limits of this process; only the reading process does so, once, at its start."""
    global _in_force
    _in_force = limits


def printed_size(size: int) -> str:
    """A number of bytes as people read it: ``printed_size(5 * 1024 * 1024) == "5.0 MB"``."""
    if size < MEGABYTE:
        return f"{max(size, 0) / 1024:.1f} kB"
    return f"{size / MEGABYTE:.1f} MB"
