"""How often the first proposed body is the right one, after how many confirmed assignments.

Synthetic: nobody publishes who leads on which recommendation in a form that could be read in, so
that the set is made. Of 60 labels 40 belong each to one of 20 bodies, some bodies having many and
some one; 20 are general ("legal framework") and stand beside any. A record has one label that
decides and up to three others, half of them general and half of any kind; in eight of a hundred
records a body leads that no label tells of. The table of competences names the right body for 60 %
of the labels with an owner, a wrong one for 15 %. The last column is what somebody reaches who
knows all owners. Real labels overlap in other ways: the figures compare numbers of confirmations,
they promise nothing about a ministry's folder.

    .venv/bin/python bench/assignment.py
"""

from __future__ import annotations

import random
from collections import Counter
from statistics import mean

from upheld.analysis.competence import SURE, Competence, Example, Table

BODIES = [f"B{n:02}" for n in range(20)]
LABELS = [f"L{n:02}" for n in range(60)]
OWNED, GENERAL = LABELS[:40], LABELS[40:]
CONFIRMED = (0, 20, 50, 100, 200, 320)
TRIED = 300
WORLDS = 20


def world(chance: random.Random) -> tuple[dict[str, str], Table]:
    """Which body each label belongs to, and what the table says."""
    weights = [1 / (n + 1) for n in range(len(BODIES))]
    owner = {label: chance.choices(BODIES, weights)[0] for label in OWNED}
    table = {}
    for label in OWNED:
        drawn = chance.random()
        if drawn < 0.75:
            said = owner[label] if drawn < 0.6 else chance.choice(BODIES)
            table[label] = (said, ())
    return owner, table


def record(chance: random.Random, owner: dict[str, str]) -> Example:
    """A record as people would assign it."""
    deciding = chance.choice(OWNED)
    others = [
        chance.choice(GENERAL if chance.random() < 0.5 else LABELS)
        for _ in range(chance.choice((0, 1, 1, 2, 3)))
    ]
    lead = owner[deciding] if chance.random() > 0.08 else chance.choice(BODIES)
    return Example(frozenset({deciding, *others}), lead)


def known(one: Example, owner: dict[str, str]) -> bool:
    """Whether somebody who knows every owner names the lead: the owner of most of the labels."""
    owners = Counter(owner[label] for label in sorted(one.labels) if label in owner)
    return owners.most_common(1)[0][0] == one.lead


def main() -> None:
    print("confirmed  proposed  first right  above 0.8  of these right  all known")
    for count in CONFIRMED:
        rows = []
        for seed in range(WORLDS):
            chance = random.Random(seed)  # noqa: S311 - a made-up world, the same each time
            owner, table = world(chance)
            learnt = Competence([record(chance, owner) for _ in range(count)], table)
            tried = [record(chance, owner) for _ in range(TRIED)]
            found = [(one, learnt.lead(one.labels)) for one in tried]
            made = [(one.lead == said.body, said.score > SURE) for one, said in found if said]
            sure = [right for right, is_sure in made if is_sure]
            best = mean(known(one, owner) for one in tried)
            right = sum(right for right, _sure in made) / TRIED
            rows.append((len(made) / TRIED, right, len(sure) / TRIED, best, sure))
        every = [right for *_rest, sure in rows for right in sure]
        share = f"{mean(every):14.3f}" if every else "             –"
        print(
            f"{count:9}  {mean(r[0] for r in rows):8.3f}  {mean(r[1] for r in rows):11.3f}"
            f"  {mean(r[2] for r in rows):9.3f}  {share}  {mean(r[3] for r in rows):9.3f}"
        )


if __name__ == "__main__":
    main()
