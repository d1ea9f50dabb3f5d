"""Fields of a question: "state:VNM", "nước:Pháp", 'theme:"death penalty"', "cycle:3", "số:143.27".

Each field has its English name, which stands in addresses, and Vietnamese ones with or without
marks. A value that the field does not know ("state:Atlantis") stays as typed and finds nothing, so
that the reader sees what was asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from upheld.core.bodies import find_body
from upheld.core.fold import fold, fold_words
from upheld.core.items import ItemKind
from upheld.core.positions import Position
from upheld.core.states import find_state, state
from upheld.core.symbols import Symbol

FIELDS = ("state", "from", "theme", "position", "cycle", "body", "kind", "symbol", "number", "year")

_NAMES = {
    "state": "state country sur|quoc gia|nuoc|quoc gia duoc ra soat|nuoc duoc ra soat",
    "from": "from by recommending|nuoc khuyen nghi|tu|cua|nuoc neu",
    "theme": "theme topic issue|chu de|linh vuc|van de",
    "position": "position response|lap truong|quan diem|tra loi",
    "cycle": "cycle|chu ky|chu ki",
    "body": "body mechanism|co quan|co che|uy ban",
    "kind": "kind type|loai",
    "symbol": "symbol document|ky hieu|van kien|tai lieu",
    "number": "number no|so",
    "year": "year|nam",
}
_FIELD_OF = {
    name: known
    for known, written in _NAMES.items()
    for name in (*written.split("|")[0].split(), *written.split("|")[1:])
}

_POSITIONS = {
    "supported": Position.SUPPORTED, "accepted": Position.SUPPORTED, "support": Position.SUPPORTED,
    "ung ho": Position.SUPPORTED, "chap thuan": Position.SUPPORTED,
    "chap nhan": Position.SUPPORTED, "dong y": Position.SUPPORTED,
    "noted": Position.NOTED, "rejected": Position.NOTED, "not supported": Position.NOTED,
    "ghi nhan": Position.NOTED, "khong chap nhan": Position.NOTED, "bac bo": Position.NOTED,
    "khong chap thuan": Position.NOTED, "tu choi": Position.NOTED,
    "pending": Position.PENDING, "cho tra loi": Position.PENDING, "xem xet": Position.PENDING,
}  # fmt: skip
_KINDS = {
    "recommendation": ItemKind.RECOMMENDATION, "khuyen nghi": ItemKind.RECOMMENDATION,
    "concern": ItemKind.CONCERN, "quan ngai": ItemKind.CONCERN, "lo ngai": ItemKind.CONCERN,
    "positive": ItemKind.POSITIVE, "tich cuc": ItemKind.POSITIVE,
    "request": ItemKind.REQUEST, "yeu cau": ItemKind.REQUEST,
    "follow up request": ItemKind.FOLLOW_UP_REQUEST, "pledge": ItemKind.PLEDGE,
    "cam ket": ItemKind.PLEDGE,
}  # fmt: skip
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "mot": "1", "hai": "2", "ba": "3",
          "bon": "4", "tu": "4", "nam": "5", "first": "1", "second": "2", "third": "3",
          "fourth": "4", "fifth": "5", "nhat": "1", "thu nhat": "1", "thu hai": "2",
          "thu ba": "3", "thu tu": "4"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """One field: name "state", value "VNM" in the form in which it is kept, printed as typed."""

    name: str
    value: str
    printed: str


def field_named(typed: str) -> str:
    """The field that ``typed`` names: "nước" gives "state"; "" when there is none."""
    return _FIELD_OF.get(fold_words(typed), "")


def read_field(typed: str, value: str) -> Field | None:
    """The field with its value in normal form, or None when ``typed`` names no field."""
    name = field_named(typed)
    value = value.strip(" ,;")
    if not name or not value:
        return None
    return Field(name, normal(name, value), value)


def normal(name: str, value: str) -> str:
    """The form in which the field's value is kept: "Viet Nam" gives "VNM", "III" gives "3"."""
    words = fold_words(value)
    match name:
        case "state" | "from":
            return iso3_of(value) or value
        case "position":
            return str(_POSITIONS.get(words, words))
        case "cycle":
            return _ROMAN.get(words, words)
        case "kind":
            return str(_KINDS.get(words, words.replace(" ", "_")))
        case "body":
            found = find_body(value)
            return found.code if found else value.upper()
        case "symbol":
            symbol = Symbol.parse(value)
            return fold(symbol.text if symbol else value)
        case "year":
            year = re.search(r"\d{4}", value)
            return year.group() if year else words
        case "number":
            return fold(value)
    return words


def iso3_of(value: str) -> str:
    """The code of a State given by code or name, "" when there is none."""
    try:
        return state(value.upper()).iso3
    except KeyError:
        found = find_state(value)
    return found.iso3 if found else ""


def cycle_number(typed: str) -> str:
    """The number of a cycle as typed, "III", "third" or "3"; "" when it is none."""
    words = fold_words(typed)
    return words if re.fullmatch(r"[1-9]", words) else _ROMAN.get(words, "")


def position_of(typed: str) -> str:
    """The position that words name: "ghi nhận" gives "noted"; "" when they name none."""
    return str(_POSITIONS.get(fold_words(typed), ""))
