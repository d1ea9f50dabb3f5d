"""What confirmed assignments teach about who is competent, for each State of the folder.

A record speaks through its labels: themes, groups of persons and issues, those that documents and
people gave, and, where nobody decided yet, those that the program proposes with a score of at least
a half. A label that was renamed counts under its newest name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from django.utils import timezone

from upheld.analysis.competence import Competence, Example
from upheld.core.competences import competent_bodies
from upheld.core.labels import Decision, Taxonomy
from upheld.core.national_bodies import INDEPENDENT
from upheld.core.planning import AssignmentState, Part
from upheld.services.permissions import Actor, visible_to
from upheld.store.models import Assignment, Body, Label, ProposedLabel
from upheld.store.queries.bodies import bodies_on
from upheld.store.queries.label_meanings import meanings

SPEAKING = (Taxonomy.THEME.value, Taxonomy.PERSONS.value, Taxonomy.ISSUE.value)
LEAST_SCORE = 500  # thousandths
CHUNK = 500


def learn(actor: Actor) -> dict[str, Competence]:
    """What the confirmed assignments that ``actor`` may see teach, by State (ISO 3166 code).

    Proposed are only bodies of that State that exist today and answer to its government, its
    parliament or its courts; who assesses the State is not told what to do.
    """
    rows = visible_to(actor, Assignment.objects.filter(state=AssignmentState.CONFIRMED))
    lead: dict[int, str] = {}
    support: dict[int, set[str]] = defaultdict(set)
    state_of: dict[int, str] = {}
    for record, part, code, state in rows.order_by("pk").values_list(
        "record", "part", "body__code", "body__state"
    ):
        state_of[record] = state
        if part == Part.LEAD:
            lead[record] = code
        else:
            support[record].add(code)
    labels = labels_of(list(state_of))
    examples: dict[str, list[Example]] = defaultdict(list)
    for record, state in state_of.items():
        said = labels.get(record, frozenset())
        examples[state].append(Example(said, lead.get(record, ""), frozenset(support[record])))
    return {
        state: Competence(examples[state], competent_bodies(_named(bodies)), _able(bodies))
        for state, bodies in _bodies().items()
    }


def labels_of(records: Collection[int]) -> dict[int, frozenset[str]]:
    """The labels that speak for each record, by their newest names."""
    names = meanings()
    found: dict[int, set[str]] = defaultdict(set)
    keys = sorted(records)
    for start in range(0, len(keys), CHUNK):
        some = keys[start : start + CHUNK]
        given = Label.objects.filter(record__in=some, term__taxonomy__in=SPEAKING)
        proposed = ProposedLabel.objects.filter(
            record__in=some,
            term__taxonomy__in=SPEAKING,
            decision=Decision.WAITING,
            score__gte=LEAST_SCORE,
        )
        for rows in (given.order_by(), proposed.order_by()):
            for record, term in rows.values_list("record", "term"):
                found[record].add(names[term])
    return {record: frozenset(said) for record, said in found.items()}


def _bodies() -> dict[str, list[Body]]:
    found: dict[str, list[Body]] = defaultdict(list)
    for body in bodies_on(timezone.localdate()):
        found[body.state].append(body)
    return found


def _named(bodies: list[Body]) -> list[tuple[str, str, dict[str, str]]]:
    return [(body.code, body.kind, body.names) for body in bodies]


def _able(bodies: list[Body]) -> frozenset[str]:
    return frozenset(body.code for body in bodies if body.kind not in INDEPENDENT)
