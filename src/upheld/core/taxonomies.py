"""The lists of labels and how their versions answer to each other.

OHCHR's names change between cycles: "A12 Acceptance of international norms" of the second cycle is
"Ratification of & accession to international instruments" in the fourth. No list is complete: a
label that is not here is accepted as it is, and a person says what it stands for.
Source: ``data/taxonomies.csv``.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from upheld.core.bodies import BODIES
from upheld.core.fold import fold_words
from upheld.core.labels import Taxonomy
from upheld.core.sdg_targets import TARGETS
from upheld.core.search_tokens import search_tokens
from upheld.core.treaties import INSTRUMENTS, is_instrument

_CODE = re.compile(r"^([A-H]\d{1,2})[.:\s–-]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One label of one version: taxonomy, version ("coded", "cycle 4"), code "A12" or "", label.

    ``newer`` is the label of a later version that stands for about the same, or "".
    """

    taxonomy: Taxonomy
    version: str
    code: str
    label: str
    newer: str


def _read() -> tuple[Entry, ...]:
    text = files("upheld.core").joinpath("data", "taxonomies.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        Entry(Taxonomy(row["taxonomy"]), row["version"], row["code"], row["label"], row["newer"])
        for row in rows
    )


ENTRIES: tuple[Entry, ...] = _read()
"""Every label of every version, older versions first."""

_BY_WORDS = {(entry.taxonomy, fold_words(entry.label)): entry for entry in ENTRIES}
_BY_CODE = {(entry.taxonomy, entry.code): entry for entry in ENTRIES if entry.code}
GOALS = tuple(dict.fromkeys(target.goal for target in TARGETS.values()))
"""The numbers of the 17 goals, in their order."""
GOALS_AND_TARGETS = tuple(
    label
    for goal in GOALS
    for label in (goal, *(row.number for row in TARGETS.values() if row.goal == goal))
)
"""The numbers of the goals, each with its targets after it: "1", "1.1" … "17.19"."""
ACTIONS = ("1", "2", "3", "4", "5")
"""UPR Info's action categories, from the least to the most specific."""
NAMED_BODIES = {body.code: body.name for body in BODIES} | {
    "UPR": "Universal Periodic Review",
    "OHCHR": "Office of the United Nations High Commissioner for Human Rights",
    "SP": "Special procedures",
    "NHRI": "National human rights institution",
}
"""What a text can name beside instruments, by its code; NHRI whatever the institution is called."""


@lru_cache(maxsize=8192)
def find(taxonomy: str, printed: str) -> Entry | None:
    """The label that ``printed`` is, in the newest version that has it; None for an unknown one.

    Codes before the words, "&" for "and", capitals and punctuation make no difference.
    """
    kind = Taxonomy(taxonomy)
    coded = _CODE.match(printed)
    words = printed[coded.end() :] if coded else printed
    found = _BY_WORDS.get((kind, fold_words(words)))
    return found or (_BY_CODE.get((kind, coded[1])) if coded else None)


def is_known(taxonomy: str, printed: str) -> bool:
    """Whether a list has this label; of goals, whether there is such a number."""
    match taxonomy:
        case Taxonomy.SDG:
            return printed.lower() in GOALS_AND_TARGETS
        case Taxonomy.ACTION:
            return printed in ACTIONS
        case Taxonomy.INSTRUMENT:
            return is_instrument(printed)
        case Taxonomy.BODY:
            return printed in NAMED_BODIES
    return find(taxonomy, printed) is not None


def newest(taxonomy: str, printed: str) -> str:
    """What the newest version calls it: "A12 Acceptance of international norms" gives
    "Ratification of & accession to international instruments"; an unknown label gives itself.
    """
    entry = find(taxonomy, printed)
    if entry is None:
        return printed
    newer = find(taxonomy, entry.newer) if entry.newer else None
    return newest(taxonomy, entry.newer) if newer and newer is not entry else entry.label


@lru_cache(maxsize=1024)
def renamed(taxonomy: Taxonomy, words: str) -> tuple[str, ...]:
    """The names of today of labels that had ``words`` in an older name, or as their code.

    >>> renamed(Taxonomy.THEME, "international norms")
    ('Ratification of & accession to international instruments',)
    """
    wanted = _joined(words)
    found = (
        newest(taxonomy, entry.label)
        for entry in ENTRIES
        if entry.taxonomy is taxonomy and wanted in _joined(f"{entry.code} {entry.label}")
    )
    return tuple(dict.fromkeys(name for name in found if wanted not in _joined(name)))


@lru_cache(maxsize=2048)
def _joined(words: str) -> str:
    return f" {' '.join(search_tokens(words))} "


def labels_of(taxonomy: Taxonomy) -> tuple[str, ...]:
    """The names in use today, each once, in alphabetical order: what a label can be mapped to.

    Of goals, action categories, instruments and bodies the numbers and codes, in their own order.
    """
    match taxonomy:
        case Taxonomy.SDG:
            return GOALS_AND_TARGETS
        case Taxonomy.ACTION:
            return ACTIONS
        case Taxonomy.INSTRUMENT:
            return tuple(found.code for found in INSTRUMENTS)
        case Taxonomy.BODY:
            return tuple(NAMED_BODIES)
    return tuple(sorted({newest(taxonomy, e.label) for e in ENTRIES if e.taxonomy is taxonomy}))
