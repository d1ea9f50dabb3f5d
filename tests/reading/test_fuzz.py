"""A share of the fuzz run: damaged files give facts or findings, and never stop the next file."""

from __future__ import annotations

from bench.fuzz import SEEDS, mutations, run

COUNT = 320


def test_damaged_files_give_facts_or_findings() -> None:
    outcome = run(COUNT, seed=7)
    assert (outcome.unexplained, list(outcome.faults)) == ([], [])
    assert sum(outcome.counts.values()) == COUNT


def test_the_same_seed_makes_the_same_files() -> None:
    first, again, other = (list(mutations(40, seed)) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_most_files_are_no_longer_what_they_were() -> None:
    changed = sum(content not in SEEDS[kind] for kind, content in mutations(200, 3))
    assert changed > 150
