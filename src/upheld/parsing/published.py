"""A record as another database publishes it: one annotation of OHCHR's Index, one row of UPR Info.

"A/HRC/41/7, 38.12 Ratify CED, Viet Nam, by France, supported": already taken out of its document
and labelled by people there. Its words are not read anew; they are only made readable.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from upheld.core.items import ItemKind
from upheld.core.labels import LONGEST_LABEL, Taxonomy
from upheld.core.positions import Position


class Publisher(StrEnum):
    """Whose list it is: OHCHR's Universal Human Rights Index, or the organisation UPR Info."""

    UHRI = "uhri"
    UPR_INFO = "upr_info"


@dataclass(frozen=True, slots=True)
class Published:
    """One record of a publisher, cleaned.

    ``key`` is the publisher's own id (AnnotationId), or one made from the row where it has none.
    ``states`` are the States concerned and ``recommending`` those that recommend, by ISO3;
    ``unknown`` names that are no State, as printed. ``text`` are the words without tags, number
    and broken hyphens; ``printed`` is what they were before, and empty where that is just the
    number and the text. ``labels`` are pairs of taxonomy and label in printed order, each once.
    """

    key: UUID
    symbol: str
    body: str
    states: tuple[str, ...]
    day: date | None
    session: int | None
    kind: ItemKind
    number: str
    text: str
    printed: str = ""
    recommending: tuple[str, ...] = ()
    position: Position | None = None
    position_words: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for JSON between processes."""
        return {
            "key": self.key.hex,
            "symbol": self.symbol,
            "body": self.body,
            "states": list(self.states),
            "day": self.day.isoformat() if self.day else None,
            "session": self.session,
            "kind": self.kind.value,
            "number": self.number,
            "text": self.text,
            "printed": self.printed,
            "recommending": list(self.recommending),
            "position": self.position.value if self.position else None,
            "position_words": self.position_words,
            "labels": [list(pair) for pair in self.labels],
            "unknown": list(self.unknown),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Published:
        """The inverse of ``to_dict``."""
        values = dict(data)
        values["key"] = UUID(data["key"])
        values["day"] = date.fromisoformat(data["day"]) if data["day"] else None
        values["kind"] = ItemKind(data["kind"])
        values["position"] = Position(data["position"]) if data["position"] else None
        values["labels"] = tuple((taxonomy, label) for taxonomy, label in data["labels"])
        for name in ("states", "recommending", "unknown"):
            values[name] = tuple(data[name])
        return cls(**values)


_UNSOUND = re.compile("[\x00\ud800-\udfff]")


def sound(text: str) -> str:
    """``text`` without what no database keeps: the letter 0 and halves of letters ("\\ud800")."""
    return text if text.isascii() and "\x00" not in text else _UNSOUND.sub("", text)


@dataclass(frozen=True, slots=True)
class Left:
    """A row that is not taken in, and why: ``Left("row.private", 17, "CCPR/C/115/D/2163/2012")``.

    ``what`` names the row without its words.
    """

    code: str
    row: int
    what: str = ""


def printed_labels(
    themes: list[str], persons: list[str], sdgs: list[str], issues: list[str] | None = None
) -> tuple[tuple[str, str], ...]:
    """The labels of a row as pairs, each once, in printed order."""
    pairs = [
        (kind.value, label[:LONGEST_LABEL])
        for kind, labels in (
            (Taxonomy.THEME, themes),
            (Taxonomy.PERSONS, persons),
            (Taxonomy.SDG, sdgs),
            (Taxonomy.ISSUE, issues or []),
        )
        for label in labels
        if label
    ]
    return tuple(dict.fromkeys(pairs))


def seal(
    document: str,
    day: str,
    kind: str,
    number: str,
    text: str,
    printed: str,
    recommending: tuple[str, ...],
    position: tuple[str, str] | None,
    labels: list[tuple[str, str]],
) -> bytes:
    """Sixteen bytes of the SHA-256 of all that a record says, whichever place it is read from.

    ``document`` is the name of its document in this folder, ``position`` its value and the printed
    words. Two records with one seal say the same.
    """
    said = (document, day, kind, number, text, printed, recommending, position, sorted(labels))
    packed = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(packed.encode()).digest()[:16]
