"""Messages between the program and the process that reads files: JSON, and bytes beside it.

One frame is two lengths of eight bytes, the JSON, the bytes. Nothing that comes back is code or a
pickled object: a taken-over reading process can lie about a file and do nothing else.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

_LENGTHS = struct.Struct(">QQ")
MOST_BYTES = 2 * 1024 * 1024 * 1024


def write_frame(stream: BinaryIO, message: dict[str, Any], content: bytes = b"") -> None:
    """Send one message; raises ``OSError`` when the other side is gone."""
    head = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()
    stream.write(_LENGTHS.pack(len(head), len(content)))
    stream.write(head)
    stream.write(content)
    stream.flush()


def read_frame(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """Receive one message, None when the other side has closed; ``ValueError`` when it is none."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head_length, content_length = _LENGTHS.unpack(lengths)
    if head_length + content_length > MOST_BYTES:
        raise ValueError("a message is longer than any message may be")
    head = stream.read(head_length)
    content = stream.read(content_length)
    if len(head) < head_length or len(content) < content_length:
        return None
    message = json.loads(head)
    if not isinstance(message, dict):
        raise ValueError("a message is not an object")
    return message, content
