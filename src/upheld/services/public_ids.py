"""The ids by which people cite records: "A-HRC-26-6-143.27", "CCPR-C-XSP-CO-3-12-concern".

An id begins with its document (the symbol with "-" for "/", or what else names the document) and
goes on with the number as printed. The second recommendation under one printed number is
"…-143.27-p2". An id is given once, never changed and never given again.
"""

from __future__ import annotations

import re
from collections.abc import Container

from upheld.core.items import ItemKind

_OUTSIDE = re.compile(r"[^A-Za-z0-9.]+")


def slug(words: str) -> str:
    """``words`` as the beginning of an id: "A/HRC/26/6" gives "A-HRC-26-6"."""
    return _OUTSIDE.sub("-", words).strip("-.")


def free_slug(words: str, taken: Container[str]) -> str:
    """``slug(words)``, or the first of "…-2", "…-3" that no other document has."""
    base = slug(words)[:90].rstrip("-.") or "document"
    candidate, count = base, 1
    while candidate in taken:
        count += 1
        candidate = f"{base}-{count}"
    return candidate


def public_id(
    document: str, kind: ItemKind, number: str, part: str, order: int, taken: Container[str]
) -> str:
    """A free id for an item of ``document`` (its slug); ``order`` stands in for a missing number.

    A recommendation has the plain number, other kinds add theirs ("…-12-concern"). A part is
    "-p2"; where the id is taken (a number printed twice, a part added later), the next free part.
    """
    base = f"{document}-{slug(number)[:40] or f'n{order}'}"
    if kind is not ItemKind.RECOMMENDATION:
        base += f"-{kind.value.replace('_', '-')}"
    candidate = f"{base}-p{slug(part)}" if part else base
    count = 1
    while candidate in taken:
        count += 1
        candidate = f"{base}-p{count}"
    return candidate
