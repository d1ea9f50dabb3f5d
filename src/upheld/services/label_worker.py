"""The thread that has imported records read for labels, inside the serving process.

After 268,000 records are imported, reading them takes some minutes of a processor; done in the
serving process itself, that would make every page slow. So the thread only starts ``upheld label``
as a process of low priority and waits for it. Killed at any moment, the next one goes on where it
stopped.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys

from django.db import close_old_connections

from upheld.services.background import Background
from upheld.services.propose_labels import newest_record, waiting_texts

PAUSE = 20.0
"""Seconds between two looks for records that nobody has read."""

BATCH = 500
"""Records of one transaction: few, because nobody else can write during it."""

_log = logging.getLogger(__name__)


class LabelWorker(Background):
    """Has records read that lack proposals, until it is closed."""

    def __init__(self, pause: float = PAUSE) -> None:
        super().__init__("labels")
        self._pause = pause
        # The newest record when all had been read: until a newer one comes, nothing is due.
        self._read_up_to = 0

    def work(self) -> None:
        """Look again and again; what is due is read before the next look."""
        while not self.ending.wait(self._pause):
            close_old_connections()
            try:
                newest = newest_record()
                if newest != self._read_up_to and (not waiting_texts() or self._read()):
                    self._read_up_to = newest
            except Exception:
                # Labels are a help: without them the pages go on.
                _log.exception("records could not be read for labels")

    def _read(self) -> bool:
        """Whether ``upheld label`` was run to its end; closing the worker ends it early."""
        gently = ["nice"] if shutil.which("nice") else []
        # Settings and data folder stand in the environment, which the process inherits.
        process = subprocess.Popen(  # noqa: S603  # the command is the program itself
            [*gently, sys.executable, "-m", "upheld.cli", "label", "--batch", str(BATCH)],
            stdout=subprocess.DEVNULL,
        )
        while process.poll() is None:
            if self.ending.wait(0.5):
                process.terminate()
                process.wait()
                return False
        if process.returncode:
            _log.error("records could not be read for labels: exit %s", process.returncode)
        # Also after a fault: it would come again every few seconds.
        return True
