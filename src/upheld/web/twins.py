"""The section "The same demand elsewhere" of a record's page: judged records, and candidates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise

from upheld.core.judgements import Verdict
from upheld.core.roles import Action
from upheld.services.permissions import allowed
from upheld.services.state_demands import read_records
from upheld.services.twins import Twin, cluster_of, twins
from upheld.store.models import Judgement, Record
from upheld.store.queries.judged import judgements_about
from upheld.web.twin_reasons import ShownReason, shown_reasons
from upheld.web.words import VERDICTS


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
    others = read_records(request.user, keys)
    found = []
    for row in rows:
        key = row.other_id if row.one_id == record.pk else row.one_id
        if key in others:
            found.append(ShownJudgement(row, others[key], row.withdrawn_at is None))
    return found


def shown(twin: Twin) -> ShownTwin:
    """A candidate as the page shows it."""
    reasons = shown_reasons(twin.comparison.why)
    percent = min(99, round(100 * twin.comparison.probability))
    return ShownTwin(twin.record, percent, twin.comparison.softened, reasons)
