"""Texts in numbered paragraphs whose kind is written down beforehand.

Concluding observations and visit reports number every paragraph; letters "(a)" belong to the
paragraph above them and share its kind. The content files say which paragraph is what, so that
the truth does not depend on any reading of the words.
"""

from __future__ import annotations

import string

from upheld.core.items import ItemKind
from upheld.specimen.content_lines import content_lines
from upheld.specimen.paper import Block, Clause, Heading, Paragraph
from upheld.specimen.truth import Expected

_KINDS = {
    "P": ItemKind.POSITIVE,
    "C": ItemKind.CONCERN,
    "R": ItemKind.RECOMMENDATION,
    "F": ItemKind.FOLLOW_UP_REQUEST,
    "Q": ItemKind.REQUEST,
}


def numbered_text(name: str) -> tuple[tuple[Block, ...], tuple[Expected, ...]]:
    """The blocks of ``content/<name>.txt`` and its items: "9", and its clauses "9 (a)", "9 (b)".

    Recommendations are bold, as in the originals.
    """
    blocks: list[Block] = []
    items: list[Expected] = []
    number, letter = 0, 0
    kind: ItemKind | None = None
    for line in content_lines(name):
        sign, text = line.split(" ", 1)
        if sign.startswith("="):
            blocks.append(Heading(text, len(sign)))
            continue
        if sign == "a":
            mark = f"({string.ascii_lowercase[letter]})"
            letter += 1
            blocks.append(Clause(mark, text, bold=kind is ItemKind.RECOMMENDATION))
            label = f"{number} {mark}"
        else:
            number, letter, kind = number + 1, 0, _KINDS.get(sign)
            bold = kind is ItemKind.RECOMMENDATION
            blocks.append(Paragraph(text, f"{number}.", bold=bold))
            label = str(number)
        if kind:
            items.append(Expected(label, text.rstrip(";:."), kind=kind))
    return tuple(blocks), tuple(items)
