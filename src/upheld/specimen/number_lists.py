"""Lists of recommendation numbers as addenda print them, slips included.

"1–5, 14–16" without the paragraph (second cycle), "122.17-18, 122.62-66" with the second number
cut short (third), "140.35. 140.36" with a full stop for a comma (fourth).
"""

from __future__ import annotations

from collections.abc import Sequence


def runs_of(indices: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbours put together: ``runs_of([1, 2, 3, 7]) == [(1, 3), (7, 7)]``."""
    runs: list[tuple[int, int]] = []
    for index in sorted(indices):
        if runs and runs[-1][1] == index - 1:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def bare_ranges(indices: Sequence[int]) -> str:
    """ "1–5, 14–16, 20": no paragraph number, en dash."""
    return ", ".join(
        str(first) if first == last else f"{first}–{last}" for first, last in runs_of(indices)
    )


def short_ranges(paragraph: int, indices: Sequence[int]) -> str:
    """ "122.1, 122.17-18, 122.34- 35,122.41-44": hyphen, blanks where they do not belong.

    Every second range has a blank after its hyphen, every fifth number none after its comma.
    """
    printed, dashes = "", 0
    for place, (first, last) in enumerate(runs_of(indices)):
        if place:
            printed += "," if place % 5 == 0 else ", "
        printed += f"{paragraph}.{first}"
        if last > first:
            dashes += 1
            printed += f"- {last}" if dashes % 2 == 0 else f"-{last}"
    return printed


def stopped_list(paragraph: int, indices: Sequence[int]) -> str:
    """ "140.35. 140.36, 140.39": each number written out, every seventh comma a full stop."""
    printed = ""
    for place, index in enumerate(sorted(indices)):
        if place:
            printed += ". " if place % 7 == 0 else ", "
        printed += f"{paragraph}.{index}"
    return printed


def written_ranges(paragraph: int, indices: Sequence[int]) -> str:
    """ "118.1 to 118.9, 118.12 and 118.14 to 118.20", as in running prose."""
    phrases = [
        f"{paragraph}.{first}" if first == last else f"{paragraph}.{first} to {paragraph}.{last}"
        for first, last in runs_of(indices)
    ]
    return phrases[0] if len(phrases) == 1 else ", ".join(phrases[:-1]) + " and " + phrases[-1]
