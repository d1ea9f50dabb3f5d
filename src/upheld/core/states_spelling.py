"""Misspelt names of States: "Phillippines", "Lichtenstein", "Untied States of America".

Documents that nobody edited carry such slips. A slip is taken for a State only when one State
alone is that near: "Slovania" stands as near to Slovakia as to Slovenia, so it is neither.
"""

from __future__ import annotations

from collections.abc import Iterable

# Words that stand one slip away from a State and are something else.
_OTHER_WORDS = frozenset(
    {
        "romani", "guiana", "dominican", "american", "indies", "islands", "island", "french guiana",
        "new guinea", "republic of china", "oceania", "central america", "south america",
        "america", "north america", "latin america", "north korean", "south korean",
    }
)  # fmt: skip


def allowed_slips(name: str) -> int:
    """How many slips a folded name of this length may have; 0 for short names."""
    letters = len(name)
    if letters < 6:
        return 0
    if letters < 9:
        return 1
    return 2 if letters < 20 else 3


def slips_between(printed: str, name: str, limit: int) -> int:
    """Letters added, lost, changed or exchanged with their neighbour; ``limit + 1`` if more.

    Optimal string alignment distance; "untied" is one slip from "united".
    """
    if abs(len(printed) - len(name)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(name) + 1))
    for i, letter in enumerate(printed, start=1):
        row = [i]
        for j, other in enumerate(name, start=1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            exchanged = i > 1 and j > 1 and letter == name[j - 2] and printed[i - 2] == other
            if exchanged:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, above = above, row
    return min(above[-1], limit + 1)


def nearest(printed: str, names: Iterable[tuple[str, str]]) -> str | None:
    """The code of the one State whose folded name is nearest to ``printed``, or None.

    ``names`` are pairs of folded name and code. Adjectives ("Nigerian") are not misspellings.
    """
    limit = allowed_slips(printed)
    if limit == 0 or printed in _OTHER_WORDS:
        return None
    best: dict[str, int] = {}
    letters = set(printed)
    for name, code in names:
        if printed.endswith("n") and printed[:-1] == name:
            return None
        most = min(limit, allowed_slips(name))
        # Each slip brings in or takes away at most two kinds of letter: most names end here.
        if (
            abs(len(printed) - len(name)) > most
            or len(letters.symmetric_difference(name)) > 2 * most
        ):
            continue
        slips = slips_between(printed, name, most)
        if slips <= most:
            best[code] = min(slips, best.get(code, slips))
    if not best:
        return None
    fewest = min(best.values())
    winners = [code for code, slips in best.items() if slips == fewest]
    return winners[0] if len(winners) == 1 else None
