"""Lists of recommendation numbers, in every style that addenda print, slips included.

======================================================  ===============================
printed                                                 read as
======================================================  ===============================
``1–5, 14–`` / ``16, 20``                               1 … 5, 14, 15, 16, 20
``122.1, 122.17-18, 122.34- 35,122.41``                 122.1, 122.17, 122.18, 122.34 …
``140.35. 140.36``                                      140.35, 140.36
``140.82-85, 87``                                       140.82 … 140.85, 140.87
``118.1 to 118.9, 118.12 and 118.14``                   118.1 … 118.9, 118.12, 118.14
``5., 6., 7.``                                          5, 6, 7
``158-63``                                              158 … 163
======================================================  ===============================

A list ends before anything that is neither a number nor a separator, and before a number that opens
the next paragraph: "… 143, 163." / "6. The Government …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DASH = r"[-–—‑−]"
# "140.35" or "35"; never a part of a year, an amount or a symbol
TOKEN = re.compile(r"(?<![\d/])(?:(\d{1,3})\s?\.(?=\d))?(\d{1,3})(?![\d/%])(?!\s?per\s?cent)")
# Before the second number of a range
RANGE = re.compile(rf"\s*(?:{DASH}|to\b|through\b|until\b)\s*(?:nos?\.?\s*)?", re.I)
# Between two numbers. A full stop parts them where a comma was meant.
SEPARATOR = re.compile(r"(?:\s*[,;&/.]|\s+and\b|\s+as\s+well\s+as\b|\s+or\b)+\s*|\s+(?=\d)", re.I)
# What may stand between "and" and the next number
WORDS = re.compile(
    r"(?:(?:also|the|recommendations?|nos?\.?|numbers?|paras?\.?|paragraphs?)\s+)+", re.I
)
LONGEST_RANGE = 400


@dataclass(frozen=True, slots=True)
class Listed:
    """One number of a list: 140.35 is paragraph 140, ordinal 35; ``paragraph`` 0 where none stands.

    ``start`` and ``end`` are the printed token, or the whole range where the number is inside one.
    """

    paragraph: int
    ordinal: int
    start: int
    end: int

    @property
    def number(self) -> str:
        """The number as a document counts: "140.35", or "35" without the paragraph."""
        return f"{self.paragraph}.{self.ordinal}" if self.paragraph else str(self.ordinal)


@dataclass(frozen=True, slots=True)
class NumberList:
    """The numbers of one list in printed order, and where in the text the list stands."""

    numbers: tuple[Listed, ...]
    start: int
    end: int


def read_numbers(text: str, start: int = 0) -> NumberList | None:
    """The list that begins at ``start`` (blanks before it are passed over), or None."""
    position = _after_blanks(text, start)
    begin = position
    numbers: list[Listed] = []
    paragraph = 0
    end = position
    while True:
        token = TOKEN.match(text, position)
        if token is None or not _may_follow(text, token, numbers, paragraph):
            break
        paragraph = int(token[1]) if token[1] else paragraph
        first = int(token[2])
        last, end = _range_end(text, token, paragraph, first)
        numbers += [
            Listed(paragraph, ordinal, token.start(), end) for ordinal in range(first, last + 1)
        ]
        separator = SEPARATOR.match(text, end)
        if separator is None:
            break
        words = WORDS.match(text, separator.end())
        position = words.end() if words else separator.end()
    return NumberList(tuple(numbers), begin, end) if numbers else None


def _range_end(text: str, token: re.Match[str], paragraph: int, first: int) -> tuple[int, int]:
    """(last ordinal, end of the printed range); of a single number the number itself."""
    dash = RANGE.match(text, token.end())
    if dash is None:
        return first, token.end()
    second = TOKEN.match(text, dash.end())
    if second is None or (second[1] and int(second[1]) != paragraph):
        return first, token.end()
    last = int(second[2])
    if last <= first:
        # "158-63": the second number leaves out the digits that it shares with the first.
        head = str(first)[: -len(second[2])]
        last = int(head + second[2]) if head else last
    if not first < last <= first + LONGEST_RANGE:
        return first, token.end()
    return last, second.end()


def _may_follow(text: str, token: re.Match[str], numbers: list[Listed], paragraph: int) -> bool:
    """Whether the list goes on with ``token``, which may as well open the next paragraph."""
    if not numbers:
        return True
    between = text[numbers[-1].end : token.start()]
    stopped = between.strip() == "."
    if token[1]:
        return not (stopped and "\n" in between) or _goes_on(text, token, numbers[-1])
    if stopped and paragraph:
        return False  # "140.35. 36" is no list: the next paragraph, or a sentence
    opens_sentence = re.match(r"\.?\s+[A-Z“\"]", text[token.end() :]) is not None
    if opens_sentence and (stopped or not between.strip()):
        return False  # "… 161." / "6. The Government …"
    # "… 161. 12 States": a number after a full stop that words follow
    return not (stopped and re.match(r"\s+[a-zA-Z]", text[token.end() :]))


def _goes_on(text: str, token: re.Match[str], before: Listed) -> bool:
    """Whether "140.136." / "140.137, 140.138," on the next line is the same list.

    It is not where the numbers step back, or stand alone on their line as a heading does:
    "… 140.252." / "140.11-14".
    """
    line_end = text.find("\n", token.end())
    line = text[token.start() : line_end if line_end >= 0 else len(text)].rstrip()
    is_heading = re.fullmatch(r"[\d.,;\s–-]*\d", line) is not None
    return int(token[2]) > before.ordinal and not is_heading


def _after_blanks(text: str, start: int) -> int:
    blanks = re.compile(r"\s*").match(text, start)
    return blanks.end() if blanks else start
