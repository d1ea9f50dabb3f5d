"""Reconciliation: do the items agree with each other and with what the document declares?

Numbers under each paragraph run from 1 without gaps ("143.1 … 143.227"), none stands twice with
other words, and totals that the document states about itself ("217 are supported and 37 noted")
equal what was found. A difference is a finding; nothing is corrected silently.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from upheld.core.facts import DocumentFacts, DocumentKind
from upheld.core.findings import Finding
from upheld.core.items import Item
from upheld.core.positions import Position

LISTED = re.compile(r"(\d{1,3})\.(\d{1,3})")


def reconcile(facts: DocumentFacts) -> Iterator[Finding]:
    """The findings of one document's facts, first gaps, then repetitions, then totals."""
    if facts.kind is DocumentKind.UPR_REPORT:
        yield from gaps(facts.items)
        yield from repetitions(facts.items)
        yield from positions_missing(facts.items)
    yield from totals(facts)


def gaps(items: tuple[Item, ...]) -> Iterator[Finding]:
    """Numbers that are missing between two others of the same paragraph, or before the first."""
    by_paragraph: defaultdict[int, dict[int, Item]] = defaultdict(dict)
    for item in items:
        if match := LISTED.fullmatch(item.number):
            by_paragraph[int(match[1])].setdefault(int(match[2]), item)
    last_of_previous = 0
    for paragraph, ordinals in by_paragraph.items():
        numbers = sorted(ordinals)
        # A list may carry on the numbers of the paragraph before: 67.1 … 67.40, 68.41 …
        start = 1 if numbers[0] != last_of_previous + 1 else numbers[0]
        for ordinal in range(start, numbers[-1]):
            if ordinal not in ordinals:
                before = max((n for n in numbers if n < ordinal), default=numbers[0])
                item = ordinals[before]
                yield Finding(
                    "number.gap",
                    item.page,
                    {"missing": f"{paragraph}.{ordinal}", "after": item.number},
                    *item.span,
                )
        last_of_previous = numbers[-1]


def repetitions(items: tuple[Item, ...]) -> Iterator[Finding]:
    """Numbers that the document prints more than once."""
    spans: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        if LISTED.fullmatch(item.number) and item.part in ("", "1"):
            spans[item.number].append(item)
    for number, printed in spans.items():
        if len(printed) > 1:
            yield Finding(
                "number.repeated",
                printed[-1].page,
                {"number": number, "count": len(printed)},
                *printed[-1].span,
            )


def positions_missing(items: tuple[Item, ...]) -> Iterator[Finding]:
    """Lists for which the document states no position at all."""
    without: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.position is None:
            without[item.position_paragraph].append(item)
    for paragraph, listed in without.items():
        yield Finding(
            "item.no_position", listed[0].page, {"paragraph": paragraph, "count": len(listed)}
        )


def totals(facts: DocumentFacts) -> Iterator[Finding]:
    """Totals that the document declares, against what was found."""
    found = {
        "received": len({item.number for item in facts.items}),
        **{
            position.value: len({item.number for item in facts.items if item.position is position})
            for position in Position
        },
    }
    for what, declared in facts.declared.items():
        if what in found and found[what] != declared:
            arguments = {"declared": declared, "found": found[what]}
            yield Finding(f"total.{what}_differs", None, arguments)
