"""Triggers by which the database itself refuses to change or delete history."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "store_event"

_SQLITE_ON = [
    f"""CREATE TRIGGER IF NOT EXISTS {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE}
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END"""
    for verb in ("UPDATE", "DELETE")
]
_SQLITE_OFF = [f"DROP TRIGGER IF EXISTS {TABLE}_no_{verb}" for verb in ("update", "delete")]

_POSTGRESQL_ON = [
    f"""CREATE OR REPLACE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'history is append-only'; END $$""",
    f"""CREATE OR REPLACE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE
    ON {TABLE} FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_refuse()""",
]
_POSTGRESQL_OFF = [f"DROP TRIGGER IF EXISTS {TABLE}_append_only ON {TABLE}"]


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers on; putting them on twice changes nothing."""
    _run(connection, _SQLITE_ON, _POSTGRESQL_ON)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers off, for undoing the migration and for emptying a test database."""
    _run(connection, _SQLITE_OFF, _POSTGRESQL_OFF)


def _run(connection: BaseDatabaseWrapper, sqlite: list[str], postgresql: list[str]) -> None:
    statements = {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
