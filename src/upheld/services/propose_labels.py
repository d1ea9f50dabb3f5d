"""The program's labels for every record: made at ingest, and for imports by ``upheld label``.

A record whose words were read by the classifier of today is passed over, so that a run that was
killed goes on where it stopped and a second run does nothing. Of an older edition, or of words that
have changed since, the proposals that wait are replaced. What a publisher printed and what a person
decided stays: neither is ever proposed again, under whatever name of the crosswalk.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from upheld.core.labels import Decision, ReadAs, Taxonomy
from upheld.core.review import IN_FORCE, ReviewState
from upheld.core.roles import Action
from upheld.core.sdg_targets import goal_of
from upheld.core.taxonomies import newest
from upheld.services import history
from upheld.services.labelling import terms_of
from upheld.services.permissions import Actor, authorise
from upheld.store.bulk import insert
from upheld.store.models import (
    ClassifierEdition,
    Label,
    LabelledText,
    ProposedLabel,
    Record,
    Term,
)

BATCH = 4000
"""Records of one transaction; what a run that is killed has to do again at most."""

_AT_ONCE = 5000

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class LabelReport:
    """What a run did: texts ``read`` and how, labels ``proposed``, texts ``passed`` over."""

    read: Counter[ReadAs] = field(default_factory=Counter)
    proposed: int = 0
    passed: int = 0
    seconds: float = 0.0


class _Text(NamedTuple):
    """One record as the classifier sees it."""

    record: int
    words: str
    language: str

    @property
    def seal(self) -> int:
        return seal(self.words)


def seal(words: str) -> int:
    """A number that differs when the words do: whether proposals still speak of them."""
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=7).digest(), "big")


def propose_labels(
    actor: Actor, *, progress: Progress | None = None, batch: int = BATCH
) -> LabelReport:
    """Propose labels for every record that lacks those of today's classifier.

    Who: coordinator. Transactions: one for each ``batch`` records. Nothing is written to the
    history: proposals are derived from the records, and decide nothing.
    """
    authorise(actor, Action.INGEST)
    started, report = time.monotonic(), LabelReport()
    total, done, last = Record.objects.count(), 0, 0
    while keys := _keys_after(last, batch):
        last, done = keys[-1], done + len(keys)
        _propose(keys, report)
        if progress:
            progress(done, total)
    report.seconds = time.monotonic() - started
    return report


def propose_for(records: Collection[int]) -> LabelReport:
    """Propose labels for these few records, in the caller's transaction if there is one."""
    report = LabelReport()
    _propose(sorted(records), report)
    return report


def waiting_texts() -> int:
    """How many records in force nobody has read for proposals: a run of ``upheld label`` is due."""
    gone = [state.value for state in ReviewState if state not in IN_FORCE]
    read = LabelledText.objects.exclude(record__review_state__in=gone)
    return Record.objects.exclude(review_state__in=gone).count() - read.count()


def newest_record() -> int:
    """The key of the record that came last, 0 where there is none."""
    return Record.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _keys_after(last: int, count: int) -> list[int]:
    rows = Record.objects.filter(pk__gt=last).order_by("pk")
    return list(rows.values_list("pk", flat=True)[:count])


def _propose(keys: list[int], report: LabelReport) -> None:
    """Read those of the records that need it, and keep what is proposed, in one transaction."""
    from upheld.analysis.propose import edition, propose  # noqa: PLC0415  # slow import

    texts = [text for part in _parts(keys) for text in _texts(part)]
    known = _known(keys)
    due = [text for text in texts if known.get(text.record) != (edition(), text.seal)]
    report.passed += len(texts) - len(due)
    if not due:
        return
    # One paragraph stands for each State that made it: equal words are read once.
    distinct = list(dict.fromkeys((text.words, text.language) for text in due))
    readings = dict(zip(distinct, propose(distinct), strict=True))
    with transaction.atomic():
        history.lock()
        now = _known(keys)  # another run may have read some of them meanwhile
        due = [text for text in due if now.get(text.record) == known.get(text.record)]
        read = {text.record: readings[text.words, text.language] for text in due}
        found = {
            (pk, proposed.taxonomy.value, proposed.label): round(proposed.score * 1000)
            for pk, reading in read.items()
            for proposed in reading.proposals
        }
        report.proposed += _replace(due, found, renewed=known.keys() & read.keys())
        used, _made = ClassifierEdition.objects.get_or_create(
            name=edition(), defaults={"begun_at": timezone.now()}
        )
        insert(
            LabelledText,
            ("record_id", "edition_id", "read_as", "seal"),
            [(text.record, used.pk, read[text.record].read_as.value, text.seal) for text in due],
        )
    report.read.update(reading.read_as for reading in read.values())


def _known(keys: list[int]) -> dict[int, tuple[str, int]]:
    """For each record that was read: by which classifier, and the seal of the words."""
    return {
        pk: (name, sealed)
        for part in _parts(keys)
        for pk, name, sealed in LabelledText.objects.filter(record__in=part).values_list(
            "record_id", "edition__name", "seal"
        )
    }


def _texts(keys: list[int]) -> Iterator[_Text]:
    rows = Record.objects.filter(pk__in=keys).order_by("pk")
    columns = ("pk", "text", "printed", "document__language", "review_state")
    for pk, text, printed, language, state in rows.values_list(*columns):
        if state in IN_FORCE:
            yield _Text(pk, text or printed, language)


def _replace(
    due: list[_Text], found: dict[tuple[int, str, str], int], *, renewed: Collection[int]
) -> int:
    """Put ``found`` in the place of what waits; answers how many proposals are new."""
    for part in _parts(sorted(renewed)):
        ProposedLabel.objects.filter(record__in=part, decision=Decision.WAITING).delete()
        LabelledText.objects.filter(record__in=part).delete()
    terms = terms_of({(taxonomy, label) for _pk, taxonomy, label in found})
    given, refused = _settled([text.record for text in due])
    rows = [
        (pk, terms[taxonomy, label].pk, score, Decision.WAITING.value)
        for (pk, taxonomy, label), score in found.items()
        if not (
            (meaning := (taxonomy, newest(taxonomy, label))) in given[pk]
            or {meaning, _over(meaning)} & refused[pk]
        )
    ]
    insert(ProposedLabel, ("record_id", "term_id", "score", "decision"), rows)
    return len(rows)


_Meaning = tuple[str, str]
_ByRecord = defaultdict[int, set[_Meaning]]


def _settled(records: list[int]) -> tuple[_ByRecord, _ByRecord]:
    """What is no longer to be proposed for each record: what it has, and what was rejected.

    A target that it has ("16.3") stands for the goal as well. One that was rejected does not, but
    of a goal that was rejected no target is proposed.
    """
    names = {
        pk: (taxonomy, newest(taxonomy, mapped or label))
        for pk, taxonomy, label, mapped in Term.objects.values_list(
            "pk", "taxonomy", "value", "mapped_to__value"
        )
    }
    given: _ByRecord = defaultdict(set)
    refused: _ByRecord = defaultdict(set)
    for part in _parts(records):
        decided = ProposedLabel.objects.filter(record__in=part)
        accepted = decided.filter(decision=Decision.ACCEPTED)
        for rows in (Label.objects.filter(record__in=part).order_by(), accepted):
            for record, term in rows.values_list("record_id", "term_id"):
                given[record] |= {names[term], _over(names[term])}
        rejected = decided.filter(decision=Decision.REJECTED)
        for record, term in rejected.values_list("record_id", "term_id"):
            refused[record].add(names[term])
    return given, refused


def _over(meaning: _Meaning) -> _Meaning:
    """The goal of a target; anything else itself."""
    taxonomy, label = meaning
    return (taxonomy, goal_of(label)) if taxonomy == Taxonomy.SDG else meaning


def _parts(values: list[int]) -> Iterable[list[int]]:
    return (values[n : n + _AT_ONCE] for n in range(0, len(values), _AT_ONCE))
