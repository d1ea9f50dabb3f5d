"""Agenda items: their numbers as printed in each language, and the Council's own item titles."""

from __future__ import annotations

import pytest

from upheld.parsing.header_agenda import agenda_item, item_title_length
from upheld.parsing.header_lines import PrintedLine


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Agenda item 6", "6"),
        ("Agenda items 2 and 3", "2 and 3"),
        ("Agenda items 3, 4, 7, 9 and 10", "3, 4, 7, 9 and 10"),
        ("Item 2 of the provisional agenda", "2"),
        ("Item 3 (c) of the provisional agenda*", "3 (c)"),
        ("AGENDA ITEM 1", "1"),
        ("Point 6 de l’ordre du jour", "6"),
        ("Points 2 et 3 de l'ordre du jour", "2 et 3"),
        ("Tema 6 de la agenda", "6"),
        ("Пункт 6 повестки дня", "6"),
        ("Пункты 2 и 3 предварительной повестки дня", "2 и 3"),
        ("البند 6 من جدول الأعمال", "6"),
        ("议程项目6", "6"),
        ("临时议程项目2和3", "2和3"),
    ],
)
def test_printed_items(line: str, numbers: str) -> None:
    assert agenda_item(line) == numbers


@pytest.mark.parametrize(
    "line",
    [
        "Agenda item",
        "Agenda and annotations",
        "Item 6: Universal periodic review of",
        "6",
        "",
        "Points of order",
    ],
)
def test_lines_that_name_no_item(line: str) -> None:
    assert agenda_item(line) is None


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Universal periodic review\nReport of the Working Group", 1),
        ("UNIVERSALPERIODIC REVIEW\nSarovia", 1),
        (
            "Promotion and protection of all human rights, civil,\n"
            "political, economic, social and cultural rights,\n"
            "including the right to development\n"
            "Visit to Sarovia",
            3,
        ),
        ("Promotion and protection of the rights of lakes", 0),
        ("", 0),
    ],
)
def test_titles_of_the_councils_items(text: str, length: int) -> None:
    assert item_title_length([PrintedLine(line) for line in text.splitlines()]) == length
