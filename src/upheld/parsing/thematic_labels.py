"""The labels in a thematic list's cells: themes, groups of persons, Sustainable Development Goals.

"A12 Acceptance of international norms" (second cycle, with OHCHR's code) or "- Right to health";
below "Affected persons:" or "Groups of Persons:" the groups; below "SDGs:", or in a column of their
own, goals as "- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS", of which the number is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PERSONS = re.compile(r"^(?:affected persons|groups? of persons|persons affected)\s*:\s*(.*)$", re.I)
GOALS = re.compile(r"^(?:relevant )?sdgs?\s*:\s*(.*)$", re.I)
THEMES = re.compile(r"^(?:full list of )?themes?\s*:\s*(.*)$", re.I)
BULLET = re.compile(r"^[-–•*]\s*")
GOAL = re.compile(r"^(?:sdg|goal)?\s*(\d{1,2}(?:\.[\da-z]{1,2})?)\b", re.I)


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one row, as printed and in printed order; goals by number: "16", "3.4"."""

    themes: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    sdgs: tuple[str, ...] = ()


def read_labels(cell: str) -> Labels:
    """The labels of the cell that holds themes, and in some layouts persons and goals too."""
    parts: dict[str, list[str]] = {"themes": [], "persons": [], "sdgs": []}
    part = "themes"
    for printed in cell.splitlines():
        line = " ".join(printed.split())
        for name, head in (("persons", PERSONS), ("sdgs", GOALS), ("themes", THEMES)):
            if found := head.match(line):
                part, line = name, found[1]
                break
        if label := BULLET.sub("", line):
            parts[part].append(label)
    return Labels(
        tuple(dict.fromkeys(parts["themes"])),
        tuple(dict.fromkeys(parts["persons"])),
        read_goals("\n".join(parts["sdgs"])),
    )


def read_goals(cell: str) -> tuple[str, ...]:
    """The numbers of the goals: "- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS" gives "16"."""
    lines = (BULLET.sub("", " ".join(line.split())) for line in cell.splitlines())
    goals = (GOAL.match(line) for line in lines)
    return tuple(dict.fromkeys(goal[1] for goal in goals if goal))
