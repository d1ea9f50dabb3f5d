"""Split one record into two, or merge several into one, when the program cut in the wrong place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.items import ItemKind
from upheld.core.review import ReviewState
from upheld.core.roles import Action
from upheld.core.states_text import find_states_in
from upheld.services import history
from upheld.services.permissions import Actor, authorise
from upheld.services.propose_labels import propose_for
from upheld.services.public_ids import public_id as free_public_id
from upheld.services.record_access import require_seen, take, take_many
from upheld.services.record_values import checked_by, difference, put, put_states, values_of
from upheld.store import files
from upheld.store.models import PositionEntry, Record


def split(actor: Actor, *, public_id: str, row_version: int, at: int) -> tuple[Record, Record]:
    """Cut a record's text before its character ``at`` into two records, both to be checked.

    The record itself stays, as *split*, so that its id goes on leading to the words; the two get
    its number with the parts 1 and 2, its position, and of its States those that their own printed
    words name. Who: coordinator. One transaction: three records, history. ``InputProblem`` when
    one side would be empty, ``Conflict`` when changed since.
    """
    who = authorise(actor, Action.REVIEW)
    with transaction.atomic():
        whole = take(who, public_id, row_version)
        texts = (whole.text[: max(at, 0)].strip(), whole.text[max(at, 0) :].strip())
        if not all(texts):
            raise InputProblem(
                _("One side of the cut would be empty."),
                next_step=_("Put the cut between two words."),
            )
        cut = _printed_cut(whole.printed, texts[1])
        change = uuid4()
        halves = tuple(_half(whole, n, text, cut) for n, text in enumerate(texts, start=1))
        entries = [
            history.Entry("record.split", half, difference({}, values_of(half))) for half in halves
        ]
        changed = put(whole, checked_by(who, ReviewState.SPLIT, timezone.now()))
        entries.insert(0, history.Entry("record.split", whole, changed))
        history.record(who, entries, change=change)
        propose_for([half.pk for half in halves])
    return halves[0], halves[1]


def merge(actor: Actor, *, seen: Mapping[str, int]) -> Record:
    """Join the records of ``seen`` ({public_id: row_version}) into the first of the document.

    The others stay, as *merged*, and lead to it. Who: coordinator. One transaction: all records,
    history. ``InputProblem`` for fewer than two or for records of different documents or versions,
    ``Conflict`` when one was changed since.
    """
    who = authorise(actor, Action.REVIEW)
    with transaction.atomic():
        records = take_many(who, seen)
        for record in records:
            require_seen(record, seen[record.public_id])
        if len(records) < 2 or len({record.version_id for record in records}) > 1:
            raise InputProblem(
                _("Only two or more records of one document can be merged."),
                next_step=_("Select records that stand in the same document."),
            )
        records.sort(key=lambda record: (record.start, record.order, record.pk))
        first, *others = records
        now = timezone.now()
        entries = []
        for other in others:
            gone = checked_by(who, ReviewState.MERGED, now) | {"merged_into_id": first.pk}
            entries.append(history.Entry("record.merge", other, put(other, gone)))
        joined = _joined(records) | checked_by(who, ReviewState.CORRECTED, now)
        entries.insert(0, history.Entry("record.merge", first, put(first, joined)))
        history.record(who, entries)
        propose_for([first.pk])
    return Record.objects.select_related("current_position").get(pk=first.pk)


def _joined(records: list[Record]) -> dict[str, Any]:
    first = records[0]
    start, end = first.start, max(record.end for record in records)
    document = files.document_of(first.version.file.sha256)
    states = [state.iso3 for record in records for state in record.states.all()]
    return {
        "text": " ".join(record.text for record in records),
        "states": list(dict.fromkeys(states)),
        "end": end,
        "printed": document.text[start:end],
    }


def _half(whole: Record, n: int, text: str, cut: int | None) -> Record:
    start, end = whole.start, whole.end
    if cut is not None:
        start, end = (start, start + cut) if n == 1 else (start + cut, end)
    printed = whole.printed[start - whole.start : end - whole.start]
    part = f"{whole.part}.{n}" if whole.part else str(n)
    kind = ItemKind(whole.kind)
    same_document = Record.objects.filter(document=whole.document)
    half = Record.objects.create(
        public_id=free_public_id(
            whole.document.slug,
            kind,
            whole.number,
            part,
            whole.order,
            set(same_document.values_list("public_id", flat=True)),
        ),
        document=whole.document,
        version=whole.version,
        kind=kind,
        number=whole.number,
        part=part,
        order=whole.order,
        day=whole.day,
        text=text,
        printed=printed,
        page=files.document_of(whole.version.file.sha256).page_of(start),
        start=start,
        end=end,
        split_from=whole,
    )
    put_states(half, _named_in(printed, [state.iso3 for state in whole.states.all()]))
    if held := whole.current_position:
        half.current_position = PositionEntry.objects.create(
            record=half,
            value=held.value,
            words=held.words,
            paragraph=held.paragraph,
            source=held.source,
            date=held.date,
            entered_by=held.entered_by,
            entered_at=held.entered_at,
        )
        half.save(update_fields=["current_position"])
    return half


def _named_in(printed: str, states: list[str]) -> list[str]:
    """Those of ``states`` that ``printed`` names; all of them where it names none."""
    named = {mention.state.iso3 for mention in find_states_in(printed)}
    return [iso3 for iso3 in states if iso3 in named] or states


def _printed_cut(printed: str, second: str) -> int | None:
    """Where in the printed words the second text begins, whatever blanks and line breaks lie there.

    None where it cannot be told; both halves then show the whole.
    """
    words = second.split()
    for count in (8, 4, 2):
        pattern = r"[\s\-]+".join(re.escape(word) for word in words[:count])
        places = [match.start() for match in re.finditer(pattern, printed)]
        if len(places) == 1 and places[0] > 0:
            return places[0]
    return None
