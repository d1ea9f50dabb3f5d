"""Positions that a report states behind its lists, by number or of "the recommendations above".

"104. The recommendation contained in paragraph 103, No. 7, did not enjoy the support of Turkey";
"69. The recommendations listed above enjoy the support of Ghana". They replace what the list's own
lead left open, and a later "noted" stands against an earlier "supported".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from upheld.core.flow import Flow
from upheld.core.items import Item
from upheld.core.positions import Position
from upheld.parsing.item_words import clean
from upheld.parsing.upr_outline import Outline
from upheld.parsing.upr_positions import read_position

SENTENCES = re.compile(r"(?<=[a-z)][.])\s+(?=[A-Z])")
LISTED_ABOVE = re.compile(
    r"\W*(?:all\s+)?(?:of\s+)?(?:the\s+|these\s+)?"
    r"(?:recommendations?\s+(?:listed|contained|set\s+out|formulated)\s+above|"
    r"above\s+recommendations)\b",
    re.I,
)
DOTTED = re.compile(r"\b(\d{1,3})\.\s?(\d{1,3})\b")
IN_PARAGRAPH = re.compile(r"paragraph\s+(\d{1,3})\b(?!\.\d)")
NUMBERS = re.compile(r"\bNos?\.?\s*((?:\d{1,3}[\s,;]*(?:and\s+)?)+)")


def with_later_positions(flow: Flow, outline: Outline, items: Sequence[Item]) -> Iterator[Item]:
    """The items, those named by a later sentence with the position that it states."""
    later = _later_positions(flow, outline)
    for item in items:
        stated = later.get(item.number)
        if stated and (item.position in (None, Position.PENDING) or stated[0] is Position.NOTED):
            position, words, paragraph = stated
            yield replace(
                item, position=position, position_words=words, position_paragraph=paragraph
            )
        else:
            yield item


def _later_positions(flow: Flow, outline: Outline) -> dict[str, tuple[Position, str, str]]:
    """Number → (position, the sentence, its paragraph) of paragraphs that hold no list."""
    later: dict[str, tuple[Position, str, str]] = {}
    listed_above: list[str] = []
    for paragraph in outline.paragraphs:
        if paragraph.items:
            listed_above = [item.number for item in paragraph.items]
            continue
        for sentence in SENTENCES.split(flow.text[paragraph.words : paragraph.end]):
            position = read_position(sentence)
            if position is None:
                continue
            above = listed_above if LISTED_ABOVE.match(sentence) else ()
            for number in {*above, *_numbers_named(sentence, outline)}:
                later[number] = (position, clean(sentence), str(paragraph.number))
    return later


def _numbers_named(sentence: str, outline: Outline) -> set[str]:
    """The item numbers of the conclusions that a sentence names, as "143.27"."""
    known = {item.number for paragraph in outline.paragraphs for item in paragraph.items}
    named = {f"{paragraph}.{ordinal}" for paragraph, ordinal in DOTTED.findall(sentence)}
    if in_paragraph := IN_PARAGRAPH.search(sentence):
        for listed in NUMBERS.finditer(sentence):
            named |= {f"{in_paragraph[1]}.{ordinal}" for ordinal in re.findall(r"\d+", listed[1])}
    return named & known
