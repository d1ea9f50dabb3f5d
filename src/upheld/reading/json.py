"""JSON → Document: a list of objects as a table, its keys as the first row.

``[{"Text": "Ratify …", "Themes": ["Treaties", "Torture"]}]`` gives the rows "Text | Themes" and
"Ratify … | Treaties⏎Torture". The list may stand at the top, under one key (``{"data": [...]}``),
or one object a line. Objects inside objects become columns with a dot ("country.code").
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from upheld.core.document import Document
from upheld.reading.assemble import Assembly
from upheld.reading.limits import Limits, in_force
from upheld.reading.problems import damaged, file_problem
from upheld.reading.text import decoded

_MOST_COLUMNS = 2000


def read_json(name: str, content: bytes, limits: Limits | None = None) -> Document:
    """Read a JSON table; an object that is no table gives rows of key and value."""
    limits = limits or in_force()
    assembly = Assembly()
    text = decoded(content, assembly)
    try:
        records = [dict(_flat(record)) for record in _records(text)]
    except (ValueError, RecursionError) as error:
        raise damaged(name, error) from error
    columns = list(dict.fromkeys(key for record in records for key in record))
    if len(columns) > _MOST_COLUMNS:
        detail = f"{len(columns)} columns"
        raise file_problem("file.damaged", name, detail=detail)
    if columns:
        assembly.add_row(columns)
    for record in records:
        assembly.add_row([record.get(column, "") for column in columns])
    document = assembly.document(name, "json")
    if not document.blocks:
        raise file_problem("file.no_words", name)
    return document


def _records(text: str) -> list[Any]:
    """The list that holds the records."""
    try:
        root = json.loads(text)
    except json.JSONDecodeError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            raise
        return [json.loads(line) for line in lines]
    if isinstance(root, list):
        return root
    if isinstance(root, dict):
        tables = [value for value in root.values() if _is_table(value)]
        if len(tables) == 1:
            return list(tables[0])
        return [{"key": key, "value": value} for key, value in root.items()]
    return [root]


def _is_table(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _flat(value: object, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Column and printed value for each value inside ``value``."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{prefix}.{key}" if prefix else str(key))
    elif isinstance(value, list):
        columns: dict[str, list[str]] = {}
        for inner in value:
            for column, text in _flat(inner, prefix):
                columns.setdefault(column, []).append(text)
        for column, texts in columns.items():
            yield column, "\n".join(text for text in texts if text)
    else:
        yield prefix or "value", _printed(value)


def _printed(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
