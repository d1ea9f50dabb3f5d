"""A view of the records: a question, the values chosen beside it, and the order.

"q=quyen+tre+em&state=VNM&position=noted&sort=newest" is such a view as an address. The page of
recommendations shows it, an export takes it away, a saved view keeps it under a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from upheld.core.labels import Taxonomy
from upheld.core.taxonomies import newest

CHOICES = (
    "state",
    "theme",
    "position",
    "body",
    "cycle",
    "from",
    "kind",
    "review",
    "year",
    "symbol",
    "document",
)
"""What can be chosen, by its name in addresses. "state" is the State under review, "from" a State
that recommends, "document" the document's own name in addresses, "A-HRC-26-6"."""

SORTS = ("relevance", "newest", "oldest")
"""Best match first; or by the day of the document, and within each as printed."""

_ALSO = {"by": "from"}  # older addresses
_CODES = frozenset({"state", "from"})
_MOST_VALUES = 50
_LONGEST_VALUE = 300


@dataclass(frozen=True, slots=True)
class RecordView:
    """What is looked at. ``chosen`` has for each name its values, of which one suffices.

    ``sort`` is "" for the usual order: the best match first, without a question the newest.
    """

    question: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> RecordView:
        """The view that the pairs of an address ask for; what they do not mean is passed over."""
        question, sort = "", ""
        chosen: dict[str, list[str]] = {}
        for written, value in pairs:
            name, value = _ALSO.get(written, written), value.strip()
            if name == "q":
                question = value
            elif name == "sort":
                sort = value if value in SORTS else ""
            elif name in CHOICES and value and len(value) <= _LONGEST_VALUE:
                chosen.setdefault(name, []).append(_as_offered(name, value))
        values = {
            name: tuple(dict.fromkeys(chosen[name]))[:_MOST_VALUES]
            for name in CHOICES
            if name in chosen
        }
        return cls(question, values, sort)

    @classmethod
    def from_address(cls, address: str) -> RecordView:
        """The view of the part of an address behind its question mark."""
        return cls.of(parse_qsl(address))

    def pairs(self) -> list[tuple[str, str]]:
        """The view as the pairs of an address, always in the same order."""
        found = [("q", self.question)] if self.question else []
        found += [(name, value) for name in CHOICES for value in self.chosen.get(name, ())]
        return [*found, ("sort", self.sort)] if self.sort else found

    def address(self) -> str:
        """The part of an address behind its question mark: "q=women&state=VNM"."""
        return urlencode(self.pairs())

    def toggled(self, name: str, value: str) -> RecordView:
        """The view with ``value`` chosen, or left if it was chosen."""
        values = self.chosen.get(name, ())
        others = tuple(other for other in values if other != value)
        chosen = {**self.chosen, name: others if value in values else (*values, value)}
        return RecordView(self.question, {n: v for n, v in chosen.items() if v}, self.sort)

    def around(self, name: str) -> tuple[str, str]:
        """What stands in the address before and after one more value of ``name``.

        ``f"{before}state=VNM{after}"`` is the address of the view with VNM chosen as well.
        """
        pairs = self.pairs()
        earlier = ("q", *CHOICES[: CHOICES.index(name) + 1])
        before = [pair for pair in pairs if pair[0] in earlier]
        after = pairs[len(before) :]
        return (
            f"{urlencode(before)}&" if before else "",
            f"&{urlencode(after)}" if after else "",
        )

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing: then it shows everything in force."""
        return not (self.question or self.chosen)


def _as_offered(name: str, value: str) -> str:
    """A value as the page offers it: "VNM" for "vnm", a theme by its name of today."""
    if name == "theme":
        return newest(Taxonomy.THEME, value)
    return value.upper() if name in _CODES else value
