"""One State's file through four reviews: do report, addendum and thematic list agree?

    .venv/bin/python bench/slovenia.py [--corpus DIR]

Prints for each document what it declares and what was found, then how far texts, States, positions,
themes, groups, goals and sources agree with the list made by hand, and then every difference
between the papers of one review. Papers contradict each other: a difference that remains is one of
theirs or one of ours, and is printed either way.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from upheld.core.facts import DocumentFacts, DocumentKind
from upheld.core.fold import fold_words
from upheld.core.items import Item
from upheld.core.positions import Position
from upheld.core.states import find_state
from upheld.parsing.answer_sources import differing_sources
from upheld.parsing.parser import parse_document
from upheld.reading.read import read_bytes

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "slovenia"
# Words with a letter lost or a number glued are the same words
SAME_WORDS = 98.0


@dataclass(frozen=True)
class Review:
    """The papers of one review by kind, and the list made by hand."""

    cycle: int
    papers: Mapping[DocumentKind, DocumentFacts]
    truth: Mapping[str, Mapping[str, Any]]


def read_review(corpus: Path, cycle: int) -> Review:
    papers = {}
    for path in sorted((corpus / f"cycle{cycle}").iterdir()):
        facts = parse_document(read_bytes(path.name, path.read_bytes()))
        if facts.items:
            papers[facts.kind] = facts
    hand = corpus / "gold" / f"slovenia_cycle{cycle}.json"
    rows = json.loads(hand.read_text(encoding="utf-8"))["recs"] if hand.exists() else []
    return Review(cycle, papers, {row["number"]: row for row in rows})


def print_counts(review: Review) -> None:
    for kind, facts in review.papers.items():
        positions = Counter(item.position for item in one_each(facts.items))
        numbers = len({item.number for item in facts.items})
        print(
            f"{review.cycle:5}  {kind.value:14}  {numbers:7}  {len(facts.items):5}  "
            f"{positions[Position.SUPPORTED]:9}  {positions[Position.NOTED]:5}  "
            f"{positions[Position.PENDING]:7}  {positions[None]:4}  "
            f"{declared(facts):24}  {len(facts.findings):8}"
        )


def declared(facts: DocumentFacts) -> str:
    names = ("received", "supported", "noted")
    if not facts.declared:
        return "-"
    return " / ".join(str(facts.declared.get(name, "-")) for name in names)


def one_each(items: Iterable[Item]) -> list[Item]:
    """One item for each printed number."""
    return list({item.number: item for item in items}.values())


def parts_of(facts: DocumentFacts) -> Mapping[str, list[Item]]:
    parts: defaultdict[str, list[Item]] = defaultdict(list)
    for item in facts.items:
        parts[item.number].append(item)
    return parts


def print_agreement(review: Review) -> None:
    for kind in (DocumentKind.UPR_REPORT, DocumentKind.THEMATIC_LIST):
        if review.truth and kind in review.papers:
            print_agreement_of(review, kind)


def print_agreement_of(review: Review, kind: DocumentKind) -> None:
    found = parts_of(review.papers[kind])
    right: Counter[str] = Counter()
    for number, row in review.truth.items():
        items = found.get(number, [])
        right["numbers"] += bool(items)
        texts = [part["text"] for part in row["parts"]]
        right["texts"] += same_texts([item.text or "" for item in items], texts)
        right["States"] += states_of(items) == states_by_hand(row)
        if kind is DocumentKind.THEMATIC_LIST and items:
            first = items[0]
            right["position"] += (first.position or "") == row["position"].lower()
            right["themes"] += list(first.themes) == row["themes"]
            right["persons"] += list(first.persons) == row["groups"]
            right["goals"] += list(first.sdgs) == [str(goal) for goal in row["sdgs"]]
            right["source"] += first.position_paragraph == row["source_of_position"]
    figures = "  ".join(f"{name} {count}" for name, count in right.items())
    print(f"{review.cycle:5}  {kind.value:14}  of {len(review.truth)}: {figures}")
    extra = sorted(set(found) - set(review.truth))
    if extra:
        print(f"       numbers that the list by hand does not have: {', '.join(extra)}")


def same_texts(found: list[str], wanted: list[str]) -> bool:
    pairs = zip(sorted(map(fold_words, found)), sorted(map(fold_words, wanted)), strict=False)
    return len(found) == len(wanted) and all(ratio(a, b) >= SAME_WORDS for a, b in pairs)


def states_of(items: Iterable[Item]) -> set[str]:
    return {code for item in items for code in item.states}


def states_by_hand(row: Mapping[str, Any]) -> set[str]:
    known = (find_state(name) for part in row["parts"] for name in part["states"])
    return {state.iso3 for state in known if state}


def print_differences(review: Review) -> None:
    report = review.papers.get(DocumentKind.UPR_REPORT)
    addendum = review.papers.get(DocumentKind.UPR_ADDENDUM)
    listed = review.papers.get(DocumentKind.THEMATIC_LIST)
    if not (report and addendum):
        return
    reported = {item.number.rpartition(".")[2] for item in report.items}
    answered = {item.number.rpartition(".")[2]: item for item in addendum.items}
    print(f"\nCycle {review.cycle}")
    print(f"  in the report, not answered: {in_order(reported - answered.keys())}")
    print(f"  answered, not in the report: {in_order(answered.keys() - reported)}")
    if listed:
        theirs = {item.number.rpartition(".")[2]: item for item in listed.items}
        print(f"  in the report, not in the list: {in_order(reported - theirs.keys())}")
        other = {n for n in theirs if n in answered and theirs[n].position != answered[n].position}
        print(f"  another position in the list: {in_order(other)}")
        for finding in differing_sources(listed, addendum):
            print(f"  {finding.message}")
    for facts in review.papers.values():
        for finding in facts.findings:
            print(f"  {facts.kind.value}: {finding.message}")


def in_order(numbers: Iterable[str]) -> str:
    return ", ".join(sorted(numbers, key=int)) or "none"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--corpus", type=Path, default=DEFAULT)
    reviews = [read_review(arguments.parse_args().corpus, cycle) for cycle in (1, 2, 4)]
    print(
        "cycle  document        numbers  items  supported  noted  pending  none  "
        "declared rec./supp./noted  findings"
    )
    for review in reviews:
        print_counts(review)
    print("\nAgreement with the list made by hand")
    for review in reviews:
        print_agreement(review)
    for review in reviews:
        print_differences(review)


if __name__ == "__main__":
    main()
