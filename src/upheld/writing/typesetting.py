"""Typst source and data → PDF bytes, the same bytes each time.

The words of a document never stand in the source: they come in as ``sys.inputs``, so that no
text, whatever characters it holds, is ever read as markup or code.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

# No clock: the date of a document stands on its page, not in the file's properties.
FIXED_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


def typeset(source: str, inputs: Mapping[str, str], *, system_fonts: bool = False) -> bytes:
    """The pages of ``source`` as PDF.

    Typst brings its own fonts for Latin (Vietnamese included), Greek and Cyrillic.
    ``system_fonts`` adds those of this machine, for Arabic and Chinese; the bytes are then the
    same on this machine only.
    """
    import typst  # noqa: PLC0415  # slow import: 35 MB of compiler

    compiled = typst.compile(
        source.encode("utf-8"),
        format="pdf",
        sys_inputs=dict(inputs),
        ignore_system_fonts=not system_fonts,
        timestamp=FIXED_MOMENT,
    )
    if not isinstance(compiled, bytes):
        raise TypeError("Typst gave several files where one PDF was asked for")
    return compiled
