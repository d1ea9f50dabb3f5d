"""Word's automatic numbering: the "6.1" that stands in no text of the file.

A paragraph says only "next item of list 11, level 0"; ``numbering.xml`` says that level 0 prints
"6.%1", decimal, from 1. Counters belong to the list's definition (``abstractNum``): two lists
(``num``) with one definition count on, unless a list restarts a level for itself
(``startOverride``). Source: ECMA-376, part 1, 17.9, and Word's own behaviour where it is silent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from upheld.reading.docx_xml import Element, W, flag, number_of, value_of
from upheld.reading.numerals import numeral

LEVELS = 9
_PLACE = re.compile("%([1-9])")
# Symbol and Wingdings keep their dots and ticks in the private-use area.
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: "%1.%2", its format, its first number, when it begins anew.

    ``restart``: the level (from 1) whose use restarts this one; 0 never; None: any higher level.
    ``style``: the paragraph style that carries this level. ``legal``: all numbers as decimals.
    """

    text: str = ""
    number_format: str = "decimal"
    start: int = 1
    restart: int | None = None
    legal: bool = False
    hidden: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    """One ``num``: its definition, its own levels, and the levels it still has to restart."""

    abstract: str
    own_levels: dict[int, Level] = field(default_factory=dict)
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of one document and how far each has counted."""

    def __init__(self, root: Element | None, style_lists: dict[str, str] | None = None) -> None:
        """``style_lists``: list numbers (``numId``) that numbering styles carry, by style."""
        self._levels: dict[str, dict[int, Level]] = {}
        self._linked: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._style_lists = style_lists or {}
        if root is None:
            return
        for abstract in root.iterchildren(W + "abstractNum"):
            key = abstract.get(W + "abstractNumId", "")
            self._levels[key] = {
                number_of(level, "ilvl"): _read_level(level)
                for level in abstract.iterchildren(W + "lvl")
            }
            link = value_of(abstract, "numStyleLink")
            if link:
                self._linked[key] = link
        for item in root.iterchildren(W + "num"):
            self._lists[item.get(W + "numId", "")] = self._read_list(item)

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """The level that a paragraph style has in a list, where the list names the style."""
        found = self._lists.get(list_id)
        if found is None:
            return None
        for index, level in self._levels.get(self._abstract(found), {}).items():
            if level.style == style:
                return index
        return None

    def next_label(self, list_id: str, index: int) -> str:
        """Count one paragraph at level ``index`` of list ``list_id`` and print its number.

        "" where the list does not exist, prints nothing or is hidden. Level 0 is the highest.
        """
        found = self._lists.get(list_id)
        if found is None or not 0 <= index < LEVELS:
            return ""
        abstract = self._abstract(found)
        levels = self._levels.get(abstract, {}) | found.own_levels
        level = levels.get(index)
        if level is None:
            return ""
        counters = self._counters.setdefault(abstract, [None] * LEVELS)
        for restarted in [key for key in found.restarts if key <= index]:
            counters[restarted] = None
            start = found.restarts.pop(restarted)
            levels[restarted] = replace(levels.get(restarted, Level()), start=start)
            found.own_levels[restarted] = levels[restarted]
        current = counters[index]
        counters[index] = level_start(levels, index) if current is None else current + 1
        for lower in range(index + 1, LEVELS):
            restart = levels.get(lower, Level()).restart
            if restart is None or index < restart:
                counters[lower] = None
        return _print(level, levels, counters)

    def _abstract(self, found: _List) -> str:
        """The definition that holds the levels; a definition may point on to a numbering style."""
        abstract = found.abstract
        for _ in range(LEVELS):
            target = self._lists.get(self._style_lists.get(self._linked.get(abstract, ""), ""))
            if target is None or target.abstract == abstract:
                return abstract
            abstract = target.abstract
        return abstract

    def _read_list(self, item: Element) -> _List:
        read = _List(value_of(item, "abstractNumId"))
        for override in item.iterchildren(W + "lvlOverride"):
            index = number_of(override, "ilvl")
            level = override.find(W + "lvl")
            if level is not None:
                read.own_levels[index] = _read_level(level)
            start = override.find(W + "startOverride")
            if start is not None:
                read.restarts[index] = number_of(start, "val")
        return read


def level_start(levels: dict[int, Level], index: int) -> int:
    """The first number of a level."""
    return levels[index].start if index in levels else 1


def _print(level: Level, levels: dict[int, Level], counters: list[int | None]) -> str:
    if level.hidden:
        return ""
    if level.number_format == "bullet":
        return _PRIVATE_USE.sub("•", level.text)

    def number(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        counted = counters[index]
        # A level that was skipped is printed with its first number ("1.1" without any "1").
        value = level_start(levels, index) if counted is None else counted
        number_format = levels[index].number_format if index in levels else "decimal"
        if level.legal and number_format not in ("none", "bullet"):
            number_format = "decimal"
        return numeral(value, number_format)

    return _PLACE.sub(number, level.text).strip()


def _read_level(level: Element) -> Level:
    restart = level.find(W + "lvlRestart")
    start = level.find(W + "start")
    properties = level.find(W + "rPr")
    text = level.find(W + "lvlText")
    number_format = level.find(".//" + W + "numFmt")  # custom formats stand inside alternatives
    return Level(
        text="" if text is None or flag(text, "null") else text.get(W + "val", ""),
        number_format=_format_name(number_format),
        start=0 if start is None else number_of(start, "val"),
        restart=None if restart is None else number_of(restart, "val"),
        legal=flag(level.find(W + "isLgl")),
        hidden=properties is not None and flag(properties.find(W + "vanish")),
        style=value_of(level, "pStyle"),
    )


def _format_name(element: Element | None) -> str:
    if element is None:
        return "decimal"
    name = element.get(W + "val", "decimal")
    if name == "custom" and element.get(W + "format", "").startswith("01"):
        return "decimalZero"
    return name
