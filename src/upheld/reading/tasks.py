"""Tasks of the reading process that only read: a file to its Document, as a dictionary."""

from __future__ import annotations

from typing import Any

from upheld.reading.read import read_bytes


def read_document(name: str, content: bytes) -> dict[str, Any]:
    """``read_bytes`` for the reading process: the Document as a dictionary."""
    return read_bytes(name, content).to_dict()
