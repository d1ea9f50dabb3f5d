"""The 169 targets of the Sustainable Development Goals: "16.9" is about birth registration.

Short names of our own wording in English and Vietnamese; what each target says in full stands in
General Assembly resolution 70/1. Source: ``data/sdg_targets.csv``.
"""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import NamedTuple


class Target(NamedTuple):
    """One target: number "16.9", and its short name in English and in Vietnamese."""

    number: str
    english: str
    vietnamese: str

    @property
    def goal(self) -> str:
        """The goal that it belongs to: "16"."""
        return self.number.partition(".")[0]

    def name_in(self, language: str) -> str:
        """Its short name; in English where there is none in ``language``."""
        return self.vietnamese if language == "vi" else self.english


def _read() -> dict[str, Target]:
    text = files("upheld.core").joinpath("data", "sdg_targets.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["number"]: Target(row["number"], row["english"], row["vietnamese"]) for row in rows}


TARGETS: dict[str, Target] = _read()
"""Every target by its number, in the order of the resolution."""


def goal_of(label: str) -> str:
    """The goal of a target, and of a goal itself: "16.3" and "16" give "16"."""
    return label.partition(".")[0]
