"""Brings a data folder's database up to this version of the program; the first use makes it."""

from __future__ import annotations

import time

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

PATIENCE = 30.0
"""Seconds to wait for another process that prepares the same folder at this moment."""


def prepare() -> None:
    """Apply the migrations that are missing; with none missing this takes milliseconds."""
    deadline = time.monotonic() + PATIENCE
    while _is_behind():
        try:
            call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
        except DatabaseError:
            # Two first uses at once: one makes a table, the other finds it made and looks again.
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def _is_behind() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
