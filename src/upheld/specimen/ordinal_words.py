"""Numbers in words as first pages print them: "Twenty-fifth session"."""

from __future__ import annotations

_UNITS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_TENS = {20: "twent", 30: "thirt", 40: "fort", 50: "fift", 60: "sixt", 70: "sevent"}


def ordinal_words(number: int) -> str:
    """1 to 79, or 100 to 179: ``ordinal_words(25) == "twenty-fifth"``."""
    if number > 100:
        return f"one hundred and {ordinal_words(number - 100)}"
    if number < 20:
        return _UNITS[number - 1]
    tens, unit = number // 10 * 10, number % 10
    return f"{_TENS[tens]}y-{_UNITS[unit - 1]}" if unit else f"{_TENS[tens]}ieth"
