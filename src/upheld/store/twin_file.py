"""The lists of candidates of all records, beside the database: ``index/twins.npz``.

Derived from the records and made anew by ``upheld twins``; nothing is lost with it. It holds the
key of each record and what it is listed under, no texts: what is shown is read again from the
database.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings

if TYPE_CHECKING:
    from upheld.analysis.candidates import CandidateLists


class KeptLists(NamedTuple):
    """The keys of the records in the order of places, their lists, and when they were made."""

    keys: Sequence[int]
    lists: CandidateLists
    made_at: datetime


def write_lists(keys: Sequence[int], lists: CandidateLists) -> None:
    """Keep the lists in the place of those that are there; the file is always whole."""
    import numpy as np  # noqa: PLC0415 - slow import

    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".twins-", delete=False) as file:
        np.savez(file, allow_pickle=False, keys=np.array(keys, np.int64), **lists.to_arrays())
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)


def read_lists() -> KeptLists | None:
    """The lists as last made; None where nobody made any."""
    try:
        return _read(_path().stat().st_mtime_ns)
    except FileNotFoundError:
        return None


@lru_cache(maxsize=1)
def _read(changed: int) -> KeptLists:
    import numpy as np  # noqa: PLC0415 - slow import

    from upheld.analysis.candidates import CandidateLists  # noqa: PLC0415 - slow import

    with np.load(_path(), allow_pickle=False) as kept:
        lists = CandidateLists.from_arrays(kept)
        return KeptLists(kept["keys"].tolist(), lists, datetime.fromtimestamp(changed / 1e9, UTC))


def _path() -> Path:
    return Path(settings.UPHELD_DATA) / "index" / "twins.npz"
