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
LEAP = 5  # numbers that may be lost where a list carries on those of the paragraph before


def reconcile(facts: DocumentFacts) -> Iterator[Finding]:
    """The findings of one document's facts, first gaps, then repetitions, then totals."""
    if facts.kind is DocumentKind.UPR_REPORT:
        yield from gaps(facts.items, _numbers_of_comments(facts.findings))
        yield from repetitions(facts.items)
        yield from positions_missing(facts.items)
    yield from totals(facts)


def gaps(items: tuple[Item, ...], known: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Numbers that are missing between two others of the same paragraph, or before the first.

    ``known`` are numbers that the document prints and that are no items.
    """
    by_paragraph: defaultdict[int, dict[int, Item]] = defaultdict(dict)
    for item in items:
        if match := LISTED.fullmatch(item.number):
            by_paragraph[int(match[1])].setdefault(int(match[2]), item)
    last_of_previous = 0
    for paragraph, ordinals in by_paragraph.items():
        numbers = sorted(ordinals)
        for ordinal in range(_first_expected(numbers[0], last_of_previous), numbers[-1]):
            missing = f"{paragraph}.{ordinal}"
            if ordinal in ordinals or missing in known:
                continue
            before = [ordinals[number] for number in numbers if number < ordinal]
            item = before[-1] if before else ordinals[numbers[0]]
            after = before[-1].number if before else str(paragraph)
            yield Finding("number.gap", item.page, {"missing": missing, "after": after}, *item.span)
        last_of_previous = numbers[-1]


def _first_expected(first: int, last_of_previous: int) -> int:
    """Where a list should begin: at 1, or behind the paragraph before: 67.1 … 67.40, 68.41 …"""
    runs_on = last_of_previous < first <= last_of_previous + LEAP
    if runs_on and (first > LEAP or first == last_of_previous + 1):
        return last_of_previous + 1
    return 1


def _numbers_of_comments(findings: tuple[Finding, ...]) -> frozenset[str]:
    """Numbers that comment on recommendations printed elsewhere: they are printed, not missing."""
    comments = (finding for finding in findings if finding.code == "item.comment")
    return frozenset(str(finding.arguments["number"]) for finding in comments)


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
