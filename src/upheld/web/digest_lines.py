"""What a person should know, ready for a page: headings with their lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from upheld.services.digest_words import HEADINGS, by_topic, sentence
from upheld.services.digests import Item

MOST_LINES = 8
"""Lines under one heading on a page that is a start and not a list."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One heading, its first lines as (sentence, address), and how many more there are."""

    key: str
    heading: str
    lines: list[tuple[str, str]]
    more: int


def digest_lines(items: Iterable[Item]) -> list[Topic]:
    """The items of a digest under their headings."""
    return [
        Topic(
            topic.value,
            str(HEADINGS[topic]),
            [(sentence(item), item.address) for item in rows[:MOST_LINES]],
            max(0, len(rows) - MOST_LINES),
        )
        for topic, rows in by_topic(items)
    ]
