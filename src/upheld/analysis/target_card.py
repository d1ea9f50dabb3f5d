"""How good proposed targets are: the figures that ship, and their section in the card's page.

``before_it_was_read`` is what counts: precision and recall on demands that nobody had read who
wrote the rules. ``today`` was measured after the misses were read. Written by
``bench/sdg_targets.py --card``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from upheld.analysis.target_rules import TARGETS as RULES
from upheld.core.sdg_targets import TARGETS


@lru_cache(maxsize=1)
def target_card() -> dict[str, Any]:
    """The figures as shipped: date, ``before_it_was_read``, ``today`` by set."""
    text = files("upheld.analysis").joinpath("models/target_card.json").read_text("utf-8")
    card: dict[str, Any] = json.loads(text)
    return card


def proposed_targets() -> tuple[str, ...]:
    """The targets for which there are rules, in the order of the resolution."""
    with_rules = {rule.name for rule in RULES}
    return tuple(number for number in TARGETS if number in with_rules)


def target_section() -> Iterator[str]:
    """The lines of the page about goals and targets."""
    card = target_card()
    today = card["today"]
    rows = (
        ("written by somebody who had not seen the rules, before anybody had read them",
         card["before_it_was_read"]),
        ("the same after the misses had been read and mended", today["written_without"]),
        ("written together with the rules", today["written_with_the_rules"]),
    )  # fmt: skip
    yield "## Goals and targets"
    yield ""
    yield (
        f"{len(proposed_targets())} of the {len(TARGETS)} targets are proposed: those that "
        "mechanisms ask States for. A table leads from words and issues to a target "
        "(`analysis/target_rules.py`); what it holds together follows General Assembly resolutions "
        "70/1 and 71/313. The short names in both languages are our own "
        "(`core/data/sdg_targets.csv`)."
    )
    yield ""
    yield (
        "A target brings its goal, so that none stands without it. On OHCHR's list for Slovenia, "
        "which prints goals alone, this raises the goals' F1 by two hundredths. A target is "
        "proposed from a score of .5: where its words stand in the text, seldom where only an "
        "issue leads to it. A record that has a target, from the Index or from a person, gets "
        "neither that target nor its goal proposed; of a rejected goal no target is proposed. "
        "What the Index prints is kept as printed."
    )
    yield ""
    yield (
        f"Figures of {card['date']}, on demands made up for this, most with one or two targets, "
        "some with none. A proposed target is right when a reader gives it or calls it not wrong; "
        "recall counts those that a reader gives. The first row is what to expect of new texts:"
    )
    yield ""
    yield "| demands | texts | precision | recall |"
    yield "| --- | --- | --- | --- |"
    for name, row in rows:
        yield f"| {name} | {row['texts']} | {row['precision']:.3f} | {row['recall']:.3f} |"
    yield ""
    yield (
        "The unread set showed: a group that is named (persons with disabilities, indigenous "
        "peoples) does not make a demand one about inclusion; poverty was proposed for any poor "
        "household; names of mandates were read as demands; means of implementation (finance, "
        "debt, taxes) had no rules. Reproduce with `bench/sdg_targets.py`. Paragraphs of General "
        "Assembly resolutions are another kind of text and no place for these rules: of the "
        "targets proposed for 226 of them, labelled unevenly by others, one in five is right."
    )
