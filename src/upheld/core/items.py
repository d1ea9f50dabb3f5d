"""Items: the numbered demands, concerns and promises that a UN document contains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from upheld.core.document import Span
from upheld.core.positions import Position


class ItemKind(StrEnum):
    """What an item is: only a recommendation or a request asks the State to act."""

    RECOMMENDATION = "recommendation"
    CONCERN = "concern"
    POSITIVE = "positive"
    REQUEST = "request"
    FOLLOW_UP_REQUEST = "follow_up_request"
    PLEDGE = "pledge"


@dataclass(frozen=True, slots=True)
class Item:
    """One item as a document prints it.

    "143.27 Consider ratifying CPED (France, Spain);" is number "143.27", text "Consider ratifying
    CPED" and states ("FRA", "ESP"). ``part`` is "" for a numbered item with one recommendation and
    "1", "2" … where several stand under one printed number. ``text`` is None in an addendum, which
    prints numbers and positions alone. ``span`` covers the printed words with their number and
    brackets. ``states`` are ISO 3166 three-letter codes in printed order. ``position_words`` are
    the words that state the position, as printed; ``position_paragraph`` the paragraph of the
    source that states it ("122", or "A/HRC/59/15/Add.1 - Para.3" in a thematic list). ``aside``
    is what a ministry's table says beside it: {"lead": "Bộ Tư pháp", "deadline": "31/12/2026"}.
    """

    number: str
    text: str | None
    page: int
    span: Span
    states: tuple[str, ...] = ()
    position: Position | None = None
    position_words: str = ""
    position_paragraph: str = ""
    kind: ItemKind = ItemKind.RECOMMENDATION
    part: str = ""
    themes: tuple[str, ...] = field(default=())
    persons: tuple[str, ...] = field(default=())
    sdgs: tuple[str, ...] = field(default=())
    aside: Mapping[str, str] = field(default_factory=dict, hash=False)

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for JSON between processes."""
        return {
            "number": self.number,
            "text": self.text,
            "page": self.page,
            "span": list(self.span),
            "states": list(self.states),
            "position": self.position.value if self.position else None,
            "position_words": self.position_words,
            "position_paragraph": self.position_paragraph,
            "kind": self.kind.value,
            "part": self.part,
            "themes": list(self.themes),
            "persons": list(self.persons),
            "sdgs": list(self.sdgs),
            "aside": dict(self.aside),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Item:
        """The inverse of ``to_dict``."""
        values = dict(data)
        values["span"] = Span(*data["span"])
        values["position"] = Position(data["position"]) if data["position"] else None
        values["kind"] = ItemKind(data["kind"])
        values["aside"] = dict(data.get("aside", {}))
        for name in ("states", "themes", "persons", "sdgs"):
            values[name] = tuple(data[name])
        return cls(**values)
