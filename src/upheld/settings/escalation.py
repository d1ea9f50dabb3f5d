"""After how many days lateness is told higher up: ``UPHELD_ESCALATION="7 21"``."""

from __future__ import annotations


def escalation(given: str, default: tuple[int, int]) -> tuple[int, int]:
    """Days until the validating authority is told, then the coordinator; ``default`` for "".

    >>> escalation("10 30", (7, 21))
    (10, 30)
    """
    if not given.strip():
        return default
    days = given.split()
    if len(days) != 2 or not all(day.isdecimal() for day in days):
        raise ValueError("UPHELD_ESCALATION must be two numbers of days, such as 7 21")
    return int(days[0]), int(days[1])
