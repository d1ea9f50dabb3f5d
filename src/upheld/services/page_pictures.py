"""Pictures of printed pages, drawn once by the reading process and kept in ``pages/``.

The pictures can be thrown away at any time; they are drawn again when somebody looks.
"""

from __future__ import annotations

import atexit
import os
from functools import cache
from pathlib import Path

from django.conf import settings

from upheld.reading.sandbox import Sandbox
from upheld.store import files
from upheld.store.models import DocumentVersion

PAINTER = "upheld.reading.page_image:render_page"
WIDTH = 1100  # pixels: sharp on half of a wide screen, about 100 kB for a page of text


def picture_of(version: DocumentVersion, page: int) -> bytes:
    """Page ``page`` (from 1) of a PDF version as PNG.

    ``InputProblem`` with findings when the file has no such page or cannot be drawn.
    """
    kept = Path(settings.UPHELD_DATA) / "pages" / version.file.sha256 / f"{page}-{WIDTH}.png"
    if kept.is_file():
        return kept.read_bytes()
    content = files.content_of(version.file.sha256)
    picture = _painter().call_bytes(
        PAINTER, version.file.name, content, page_number=page, width_px=WIDTH
    )
    kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = kept.with_suffix(f".{os.getpid()}.new")
    unfinished.write_bytes(picture)
    unfinished.replace(kept)
    return picture


@cache
def _painter() -> Sandbox:
    """One reading process for all pictures of this process, ended with it."""
    sandbox = Sandbox()
    atexit.register(sandbox.close)
    return sandbox
