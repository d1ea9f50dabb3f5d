"""The section "The same demand elsewhere" of a record's page: judged records, and candidates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext

from upheld.core.judgements import Verdict
from upheld.core.roles import Action
from upheld.services.permissions import allowed, visible_to
from upheld.services.twins import Twin, cluster_of, twins
from upheld.store.models import Judgement, Record
from upheld.store.queries.judged import judgements_about
from upheld.web.words import VERDICTS

REASONS = 5
"""Reasons that are shown; the others weigh little."""


@dataclass(frozen=True, slots=True)
class ShownReason:
    """One reason in the reader's language, whether it speaks for the same, and what was compared
    in this record and in the other one.
    """

    sentence: str
    speaks_for: bool
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class ShownTwin:
    """A candidate with its probability in per cent and the reasons for it."""

    record: Record
    percent: int
    softened: bool
    reasons: tuple[ShownReason, ...]


@dataclass(frozen=True, slots=True)
class ShownJudgement:
    """A judgement seen from this record: the other record, and whether it still stands."""

    judgement: Judgement
    other: Record
    stands: bool


def twin_section(request: HttpRequest, record: Record) -> dict[str, Any]:
    """What the section needs: cluster, judgements of people, candidates, and who may judge."""
    cluster = cluster_of(request.user, record)
    return {
        "cluster": [row for row in cluster if row.pk != record.pk],
        "judgements": judged(request, record),
        "twins": [shown(twin) for twin in twins(request.user, record)],
        "may_judge": allowed(request.user, Action.JUDGE),
        "verdicts": verdict_names(),
    }


def verdict_names() -> list[tuple[str, Promise]]:
    """What a person may say of two records, for buttons."""
    return [(verdict.value, VERDICTS[verdict].name) for verdict in Verdict]


def judged(request: HttpRequest, record: Record) -> list[ShownJudgement]:
    """The judgements of a record that the reader may see from both sides, the newest first."""
    rows = list(judgements_about(record))
    keys = {row.one_id for row in rows} | {row.other_id for row in rows}
    readable = visible_to(request.user, Record.objects.filter(pk__in=keys))
    others = {other.pk: other for other in readable.select_related("document")}
    found = []
    for row in rows:
        key = row.other_id if row.one_id == record.pk else row.one_id
        if key in others:
            found.append(ShownJudgement(row, others[key], row.withdrawn_at is None))
    return found


def shown(twin: Twin) -> ShownTwin:
    """A candidate as the page shows it."""
    reasons = tuple(
        ShownReason(
            gettext(reason.sentence),
            reason.effect > 0,
            _plain(reason.values[0]),
            _plain(reason.values[1]),
        )
        for reason in twin.comparison.why[:REASONS]
    )
    percent = min(99, round(100 * twin.comparison.probability))
    return ShownTwin(twin.record, percent, twin.comparison.softened, reasons)


def _plain(values: tuple[str, ...]) -> str:
    """Names of the tables as words: "death_penalty" reads "death penalty"."""
    return ", ".join(value.replace("_", " ") for value in values)
