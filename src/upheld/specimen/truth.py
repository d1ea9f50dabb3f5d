"""What a reader must find in a specimen paper: the yardstick of every parser.

The truth is made from the content, not from the printed page, so that a fault of the layout, of a
reader or of a parser shows as a difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from upheld.core.facts import DocumentKind, FirstPage
from upheld.core.items import ItemKind
from upheld.core.positions import Position


@dataclass(frozen=True, slots=True)
class Expected:
    """One item as ``upheld.core.items.Item`` must hold it, without its place on the page.

    ``number`` is as the document counts: "140.7"; "58.3" for the third item of a list that begins
    anew under paragraph 58; "17 (b)" for a clause of the dialogue to which the conclusions refer;
    "14" in an addendum that leaves the paragraph out.
    """

    number: str
    text: str | None
    states: tuple[str, ...] = ()
    position: Position | None = None
    kind: ItemKind = ItemKind.RECOMMENDATION
    part: str = ""
    themes: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    sdgs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything that one paper holds.

    ``contradictions`` names what the paper says against itself, on purpose, in plain words:
    ``{"118.4": "listed as accepted and as noted"}``; a reader must answer with findings.
    """

    kind: DocumentKind
    first_page: FirstPage
    items: tuple[Expected, ...] = ()
    pledges: tuple[Expected, ...] = ()
    declared: Mapping[str, int] = field(default_factory=dict)
    relates_to: str = ""
    contradictions: Mapping[str, str] = field(default_factory=dict)
