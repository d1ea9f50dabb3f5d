"""Many rows at once, for imports of 268,000 records.

``bulk_create`` makes a model instance for each row and prepares each value by itself; for three
million rows that is minutes. Here rows are plain tuples and go to the database as they are. This is
the only place with such SQL; what it may not do is skip the services, which call it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection, models

_AT_ONCE = 10_000  # values in one question; SQLite takes 32,766


def take_ids(model: type[models.Model], count: int) -> range | list[int]:
    """Ids for ``count`` new rows of ``model``, which nobody else gets.

    On SQLite the caller's transaction has the one write lock already; PostgreSQL's sequence gives
    each number once.
    """
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            found = cursor.fetchone()
            first = (found[0] if found else 0) + 1
            return range(first, first + count)
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [table, count],
        )
        return sorted(row[0] for row in cursor.fetchall())


def rows_with(
    model: type[models.Model], field: str, values: Sequence[Any], columns: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    """``columns`` of the rows whose ``field`` is one of ``values``, in the order of their ids.

    ``field`` and ``columns`` are names of columns. A query of Django's prepares each value by
    itself, which for 268,000 keys takes longer than the answer.
    """
    quote = connection.ops.quote_name
    names, table = ", ".join(map(quote, columns)), quote(model._meta.db_table)
    start = f"SELECT {names} FROM {table} WHERE {quote(field)} IN "  # noqa: S608  # names are ours
    with connection.cursor() as cursor:
        for n in range(0, len(values), _AT_ONCE):
            part = list(values[n : n + _AT_ONCE])
            marks = ", ".join(["%s"] * len(part))
            cursor.execute(f"{start}({marks}) ORDER BY {quote('id')}", part)
            yield from cursor.fetchall()


def insert(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert ``rows``, whose values stand in the order of ``fields``, the names of columns.

    Values are such as every database takes: text, numbers, bytes, booleans, days and times as
    ISO text, JSON as text. The caller holds the transaction.
    """
    quote = connection.ops.quote_name
    names = ", ".join(map(quote, fields))
    marks = ", ".join(["%s"] * len(fields))
    table = quote(model._meta.db_table)
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  # names are ours
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(rows))


def update(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Give the columns ``fields`` new values; each of ``rows`` ends with the id of its row.

    Values are such as ``insert`` takes. The caller holds the transaction.
    """
    quote = connection.ops.quote_name
    given = ", ".join(f"{quote(field)} = %s" for field in fields)
    table = quote(model._meta.db_table)
    statement = f"UPDATE {table} SET {given} WHERE {quote('id')} = %s"  # noqa: S608  # names are ours
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(rows))
