"""OHCHR's full export of the Universal Human Rights Index: "export-uhri.json", one long array.

Read one annotation at a time; fields that nobody here needs are never kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from upheld.parsing.json_array import CHUNK, objects
from upheld.parsing.published import Left, Published
from upheld.parsing.uhri_fields import published

MARK = b'"AnnotationId"'


def recognise(head: bytes) -> bool:
    """Whether a file that begins so is the export: an array of objects with an AnnotationId.

    An array of nothing is one too: what a search at the Index gives that finds nothing.
    """
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"[") and (MARK in head or b"".join(start.split()) == b"[]")


def read(
    file: BinaryIO, name: str, *, chunk: int = CHUNK, told: Callable[[int], None] | None = None
) -> Iterator[Published | Left]:
    """The annotations of ``file`` in their order; ``told`` hears how many bytes were read."""
    for number, row in enumerate(objects(file, name, chunk=chunk, read=told), start=1):
        yield published(row, number)
