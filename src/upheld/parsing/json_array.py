"""The objects of a JSON array one after another, of a file that is too large to be held at once.

OHCHR's full export is one array of 268,000 objects, 200 to 500 MB: ``[{"AnnotationId": …}, …]``.
Memory stays at a few chunks, whatever the size of the file; an object that never ends, a file cut
off in the middle and bytes that are no UTF-8 are findings.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from upheld.core.errors import InputProblem
from upheld.core.findings import Finding

CHUNK = 1 << 20
LONGEST_OBJECT = 16 << 20
"""Letters of one object; the longest annotations have some 100,000."""

_SCAN = json.JSONDecoder().raw_decode
_BETWEEN = re.compile(r"[\s,]*")


def objects(
    file: BinaryIO, name: str, *, chunk: int = CHUNK, read: Callable[[int], None] | None = None
) -> Iterator[dict[str, Any]]:
    """The objects of the array in ``file``, which stands at its beginning.

    ``read`` is told the number of bytes of each chunk. Values that are no objects are passed over.
    Raises ``InputProblem`` where the array breaks off; what came before has been given by then.
    """
    pieces = _Pieces(file, name, chunk, read)
    pieces.fill()
    buffer = pieces.buffer.lstrip()
    while not buffer and pieces.more:
        pieces.fill()
        buffer = pieces.buffer.lstrip()
    if not buffer.startswith("["):
        raise _broken(name, "it is no JSON array")
    pieces.buffer, place = buffer, 1
    while True:
        place = _BETWEEN.match(pieces.buffer, place).end()  # type: ignore[union-attr]
        if place < len(pieces.buffer) and pieces.buffer[place] == "]":
            return
        try:
            value, end = _SCAN(pieces.buffer, place)
        except RecursionError:
            raise _broken(name, "an object is nested too deeply") from None
        except ValueError as error:
            # Broken, or only not here yet: more of the file tells.
            pieces.buffer, place = pieces.buffer[place:], 0
            if not pieces.more:
                raise _broken(name, "it ends before its array does") from error
            if len(pieces.buffer) > LONGEST_OBJECT:
                raise _broken(name, f"an object is broken: {error}") from error
            pieces.fill(len(pieces.buffer))
            continue
        if end == len(pieces.buffer) and pieces.more and not isinstance(value, dict):
            # A number at the edge may go on: "12" of "123".
            pieces.buffer, place = pieces.buffer[place:], 0
            pieces.fill()
            continue
        place = end
        if isinstance(value, dict):
            yield value


class _Pieces:
    """The file as letters, a chunk at a time."""

    def __init__(
        self, file: BinaryIO, name: str, chunk: int, read: Callable[[int], None] | None
    ) -> None:
        self.file, self.name, self.chunk, self.told = file, name, chunk, read
        self.decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self.buffer, self.more = "", True

    def fill(self, least: int = 0) -> None:
        """Add the next chunk; at least as much again as an unfinished object has already."""
        content = self.file.read(max(self.chunk, least))
        self.more = bool(content)
        try:
            self.buffer += self.decoder.decode(content, final=not content)
        except UnicodeDecodeError as error:
            raise _broken(self.name, str(error)) from error
        if self.told and content:
            self.told(len(content))


def _broken(name: str, detail: str) -> InputProblem:
    finding = Finding("file.damaged", arguments={"name": name, "detail": detail})
    return InputProblem(finding.message, findings=[finding])
