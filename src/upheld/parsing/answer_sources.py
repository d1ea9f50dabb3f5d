"""Does OHCHR's thematic list cite the paragraph of the addendum that states the position?

The list says "Source of Position: A/HRC/56/920/Add.1 - Para.3" for each number. Where the addendum
answers that number in paragraph 4, the two papers disagree about the same answer; both stand, and
the difference is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from upheld.core.facts import DocumentFacts
from upheld.core.findings import Finding
from upheld.core.items import Item
from upheld.core.symbols import find_symbols

PARAGRAPH = re.compile(r"\bparas?(?:graphs?)?\s*\.?\s*(\d{1,3})", re.I)


@dataclass(frozen=True, slots=True)
class Source:
    """A cited place: "A/HRC/56/920/Add.1 - Para.3" is that symbol and paragraph "3"."""

    symbol: str
    paragraph: str


def read_source(printed: str) -> Source | None:
    """The place that a list cites, or None where symbol or paragraph is not printed.

    Of "…/Add.1, para. 3 - Para. 3" the last paragraph counts.
    """
    mention = next(find_symbols(printed), None)
    paragraphs = PARAGRAPH.findall(printed, mention.end) if mention else []
    return Source(mention.symbol.text, paragraphs[-1]) if mention and paragraphs else None


def differing_sources(listed: DocumentFacts, addendum: DocumentFacts) -> Iterator[Finding]:
    """Numbers for which a list cites another paragraph of the addendum than states the answer."""
    stated = {item.number: item.position_paragraph for item in addendum.items}
    for item in {item.number: item for item in listed.items}.values():
        there = stated.get(item.number) or stated.get(item.number.rpartition(".")[2])
        if finding := source_differs(item, addendum.first_page.symbol, there or ""):
            yield finding


def source_differs(item: Item, symbol: str, paragraph: str) -> Finding | None:
    """The finding for one number of a list that ``symbol`` answers in ``paragraph``, if any."""
    source = read_source(item.position_paragraph)
    if source is None or not paragraph or source.symbol != symbol:
        return None
    if source.paragraph == paragraph:
        return None
    arguments: Mapping[str, str | int] = {
        "number": item.number,
        "symbol": symbol,
        "cited": source.paragraph,
        "paragraph": paragraph,
    }
    return Finding("position.source_differs", item.page, arguments, *item.span)
