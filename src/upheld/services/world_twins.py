"""The same demand to other States: candidates among all records, from lists made beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Max, QuerySet, Sum
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import Unavailable
from upheld.core.review import IN_FORCE
from upheld.core.roles import Action
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.services.twins import Twin
from upheld.store.models import Record
from upheld.store.queries.judged import judgements
from upheld.store.twin_file import KeptLists, read_lists, write_lists

if TYPE_CHECKING:
    from upheld.analysis.candidates import CandidateLists

FEW = 3_000
"""Up to so many records the lists are made when somebody asks, in a second."""

NEAR = 300
"""Records that share most; those of the same State among them are left out afterwards."""


class Elsewhere(NamedTuple):
    """Candidates in other States, and when the lists were made that they come from."""

    twins: list[Twin]
    made_at: datetime


def make_lists(actor: Actor) -> int:
    """Make the lists of all records in force ready, in the place of older ones; how many records.

    Who: coordinator. Side effect: ``index/twins.npz``; nothing in the database changes. About a
    minute for 270,000 records.
    """
    authorise(actor, Action.JUDGE)
    keys, lists = _lists()
    write_lists(keys, lists)
    return len(keys)


def elsewhere(actor: Actor, record: Record, *, most: int = 20, few: int = FEW) -> Elsewhere:
    """Records to other States that ``actor`` may read and that may ask for the same.

    Up to ``few`` records are made ready at once. Of more, those are looked at that were there when
    the lists were made, compared as they stand now; ``Unavailable`` while nobody has made any.
    """
    from upheld.analysis.same_demand import LIKELY, compare_with  # noqa: PLC0415 - slow import

    kept = _few(_version()) if _in_force().count() <= few else read_lists()
    if kept is None:
        raise Unavailable(
            _("The records of the world have not been made ready for this."),
            next_step=_("Type upheld twins on the computer that serves these pages."),
        )
    text, known = record.text or record.printed, judgements()
    keys = [kept.keys[place] for place in kept.lists.nearest(text, most=NEAR)]
    own = record.document.states_under_review.values("iso3")
    rows = (
        visible_to(actor, Record.objects.filter(pk__in=keys, review_state__in=IN_FORCE))
        .exclude(document__states_under_review__iso3__in=own)
        .select_related("document", "current_position")
        .prefetch_related("states", "document__states_under_review")
    )
    unjudged = [row for row in rows if known.verdict(record.pk, row.pk) is None]
    compared = compare_with(text, [row.text or row.printed for row in unjudged])
    found = map(Twin, unjudged, compared)
    likely = [twin for twin in found if twin.comparison.probability >= LIKELY]
    likely.sort(key=lambda twin: (-twin.comparison.probability, twin.record.pk))
    return Elsewhere(likely[:most], kept.made_at)


@dataclass(frozen=True, slots=True)
class _Version:
    """What the records were when their lists were made; any change makes it another."""

    count: int
    newest: int
    changes: int
    letters: int


def _version() -> _Version:
    said = _in_force().aggregate(
        count=Count("pk"),
        newest=Max("pk"),
        changes=Sum("row_version"),
        letters=Sum(Length("text")),
    )
    return _Version(*(said[name] or 0 for name in ("count", "newest", "changes", "letters")))


@lru_cache(maxsize=1)
def _few(_now: _Version) -> KeptLists:
    """The lists of a small folder, made when its records changed."""
    keys, lists = _lists()
    return KeptLists(keys, lists, timezone.now())


def _lists() -> tuple[list[int], CandidateLists]:
    from upheld.analysis.candidates import CandidateLists  # noqa: PLC0415 - slow import

    keys: list[int] = []

    def texts() -> Iterator[str]:
        rows = _in_force().order_by("pk").values_list("pk", "text", "printed")
        for key, text, printed in rows.iterator(chunk_size=2000):
            keys.append(key)
            yield text or printed

    lists = CandidateLists.of(texts())
    return keys, lists


def _in_force() -> QuerySet[Record]:
    """The records in force; the comparison knows English only."""
    return Record.objects.filter(review_state__in=IN_FORCE, document__language__in=("", "en"))
