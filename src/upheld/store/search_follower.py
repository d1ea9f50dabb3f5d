"""A process that brings the search index up to date while another one still writes records.

Importing 268,000 records and indexing them take as long as each other and use one core each: side
by side they take half the time. The process does nothing but what the next question would do, as
often as it is told; without it, or after its death, the index catches up at the end.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from types import TracebackType

from upheld.store.search_index_schema import LONG, PIECES


class SearchFollower:
    """``with SearchFollower() as follower:`` and ``follower.written(rows, share)`` after a commit.

    The process begins with the first eighth of a long list, so that a short one starts none, and
    has ended when the block is left.
    """

    def __init__(self, fewest: int = LONG) -> None:
        self._fewest = fewest
        self._rows = 0
        self._parts = 0
        self._process: subprocess.Popen[bytes] | None = None

    def written(self, rows: int, share: float) -> None:
        """So many rows more are committed; ``share`` of the list has been read, 1 being all."""
        self._rows += rows
        parts = int(share * PIECES)
        if parts == self._parts or self._rows < self._fewest * share:
            return
        self._parts = parts
        if self._process is None:
            # Settings and data folder stand in the environment, which the process inherits.
            self._process = subprocess.Popen(  # noqa: S603  # the command is the program itself
                [sys.executable, "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
            )
        if self._process.stdin and self._process.poll() is None:
            from upheld.store.search_index import last_entry  # noqa: PLC0415  # needs the settings

            with suppress(BrokenPipeError):  # it died just now: the index catches up at the end
                # Up to here and no further, though more is written before it gets there: pieces of
                # like size are joined.
                self._process.stdin.write(f"{last_entry()}\n".encode())
                self._process.stdin.flush()

    def __enter__(self) -> SearchFollower:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process and self._process.stdin:
            with suppress(BrokenPipeError):
                self._process.stdin.close()
            self._process.wait()


def main() -> None:
    """Catch up to the entry of the history that is told, until the other process ends."""
    import django  # noqa: PLC0415  # the settings stand in the environment

    django.setup()
    from upheld.store.search_index import search_index  # noqa: PLC0415  # needs the setup above

    for line in sys.stdin:
        search_index(up_to=line.strip())


if __name__ == "__main__":
    main()
