"""Themes of the specimen's recommendations, under the names OHCHR's lists gave them by cycle.

"water" is "E26 Human Rights & drinking water and sanitation" in the second cycle's list and
"Safe drinking water & sanitation" in the fourth's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from upheld.specimen.content_lines import content_table


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: ``labels`` and ``persons`` by cycle (2, 3, 4), ``sdgs`` the goals' numbers."""

    key: str
    labels: dict[int, str]
    persons: dict[int, str]
    sdgs: tuple[int, ...]


@cache
def themes() -> dict[str, Theme]:
    """All themes by their key, in the order of the content file."""
    found = {}
    for key, label_2, label_3, label_4, persons_2, persons_3, persons_4, goals in content_table(
        "themes"
    ):
        found[key] = Theme(
            key,
            {2: label_2, 3: label_3, 4: label_4},
            {2: persons_2, 3: persons_3, 4: persons_4},
            tuple(int(goal) for goal in goals.split(",")),
        )
    return found
