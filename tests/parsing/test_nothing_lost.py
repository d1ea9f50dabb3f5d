"""The law of the parser: whatever a list prints is an item or a finding, and never silence."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings

from tests.parsing.random_reports import RandomReport, long_words, reports
from upheld.core.facts import DocumentFacts
from upheld.parsing.parser import parse_document

# "143.27", "27." or "27 Ratify" at the beginning of a line
PRINTED_NUMBER = re.compile(r"(\d{1,3}\.\d{1,3})\b|(\d{1,3})(?:[.:]| +(?=[A-Z]))")


@settings(max_examples=400)
@given(reports())
def test_nothing_that_a_list_prints_is_lost_in_silence(report: RandomReport) -> None:
    facts = parse_document(report.document)
    named = named_in_findings(report, facts)
    assert numbers_lost(report, facts, named) == []
    assert words_lost(report, facts, named) == []
    assert items_beside_their_words(report, facts) == []


@settings(max_examples=200)
@given(reports(damaged=False))
def test_a_report_without_faults_gives_each_number_once(report: RandomReport) -> None:
    facts = parse_document(report.document)
    assert list(dict.fromkeys(item.number for item in facts.items)) == report.numbers
    # Some items are printed without a State, and some with words behind their last bracket.
    codes = {finding.code for finding in facts.findings}
    assert codes <= {"item.no_state", "item.words_after_states"}


def named_in_findings(report: RandomReport, facts: DocumentFacts) -> set[str]:
    """The words and numbers that findings name, in their arguments or by their place."""
    named: set[str] = set()
    for finding in facts.findings:
        for argument in finding.arguments.values():
            named |= {str(argument), *long_words(str(argument))}
        if finding.start >= 0:
            named |= set(long_words(report.document.text[finding.start : finding.end]))
    return named


def numbers_lost(report: RandomReport, facts: DocumentFacts, named: set[str]) -> list[str]:
    """Numbers at the beginning of a line that are neither an item's nor named in a finding."""
    cited = {item.number for item in facts.items}
    known = cited | {number.partition(".")[2] for number in cited} | named
    printed = [m for line in report.listed_lines if (m := PRINTED_NUMBER.match(line))]
    return [m[0] for m in printed if (m[1] or m[2]) not in known]


def words_lost(report: RandomReport, facts: DocumentFacts, named: set[str]) -> list[str]:
    """Words of items, outside brackets of States, that stand in no item and in no finding."""
    kept = set(named)
    for item in facts.items:
        kept |= set(long_words(item.text or ""))
    return [word for words in report.items for word in words if word not in kept]


def items_beside_their_words(report: RandomReport, facts: DocumentFacts) -> list[str]:
    """Items whose span does not hold their words, or begins before the item before it ends."""
    beside = [
        item.number
        for item in facts.items
        if not set(long_words(item.text or "")) <= set(long_words(report.document.raw(item.span)))
    ]
    for before, after in pairwise(facts.items):
        ends_after = before.number != after.number and before.span.end > after.span.start
        if before.span.start > after.span.start or ends_after:
            beside.append(after.number)
    return beside
