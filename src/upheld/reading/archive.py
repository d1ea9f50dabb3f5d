"""The packed parts of a DOCX, XLSX or ODS file, unpacked with a limit.

A zip archive declares how large its parts are and may lie ("42 kB" that unpack to petabytes). What
counts here is what comes out: unpacking stops at the limit, whatever the archive declares.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from upheld.reading.limits import Limits, printed_size
from upheld.reading.problems import damaged, file_problem

_CHUNK = 1024 * 1024
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    OSError,
    IndexError,
    OverflowError,
    NotImplementedError,
)


class Archive:
    """The parts of one packed file by name; every byte that is unpacked counts to the limit."""

    def __init__(self, name: str, content: bytes, limits: Limits) -> None:
        self.name = name
        self._size = len(content)
        self._limits = limits
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise damaged(name, error) from error
        self._parts = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        if any(info.flag_bits & 1 for info in self._parts.values()):
            raise file_problem("file.encrypted", name)
        self._allow(sum(info.file_size for info in self._parts.values()))

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all parts in the order of the archive."""
        return tuple(self._parts)

    def read(self, part: str) -> bytes:
        """The bytes of one part; raises ``InputProblem`` when it is damaged or too large."""
        pieces: list[bytes] = []
        try:
            with self._zip.open(self._parts[part]) as stream:
                while chunk := stream.read(_CHUNK):
                    self._unpacked += len(chunk)
                    self._allow(self._unpacked)
                    pieces.append(chunk)
        except KeyError:
            raise damaged(self.name, KeyError(f"{part} is missing")) from None
        except (*_BROKEN, RuntimeError) as error:  # RuntimeError: a part says it is encrypted
            raise damaged(self.name, error) from error
        return b"".join(pieces)

    def forget(self) -> None:
        """Count anew: what was unpacked for a first look is unpacked a second time."""
        self._unpacked = 0

    def _allow(self, unpacked: int) -> None:
        limits = self._limits
        by_ratio = max(limits.ratio * self._size, limits.ratio_from)
        limit = min(limits.unpacked_bytes, by_ratio)
        if unpacked > limit:
            raise file_problem("file.bomb", self.name, limit=printed_size(limit))
