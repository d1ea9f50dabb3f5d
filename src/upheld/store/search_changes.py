"""Which records changed since an entry of the history, so that the search index can follow."""

from __future__ import annotations

from upheld.store.models import Event, ImportedRow, Label, Record

MOST = 100_000
"""Changes after which building the index anew is quicker than following each."""

_AT_ONCE = 500


def changed_between(seq: int, last: int) -> list[int] | None:
    """The records, by their rows, that the entries after ``seq`` up to ``last`` speak of.

    None when they are too many.

    An entry on a record means that record, one on a document all of its records, one on a batch
    of an import the records that the batch brought or changed, and one on a label, of which a
    person said what it stands for, the records that have it.
    """
    imported = ImportedRow.objects.filter(batch__gt=seq, batch__lte=last).values_list(
        "record_id", flat=True
    )
    events = Event.objects.filter(seq__gt=seq, object_type__in=("record", "document", "label"))
    named = list(events.values_list("object_type", "object_id").distinct()[: MOST + 1])
    found = set(imported[: MOST + 1])
    # The history names a label "theme 12".
    terms = [int(said.rpartition(" ")[2]) for kind, said in named if kind == "label"]
    labelled = Label.objects.filter(term__in=terms).values_list("record_id", flat=True)
    found.update(labelled[: MOST + 1])
    if len(named) + len(found) > MOST:
        return None
    for object_type, field in (("record", "public_id"), ("document", "document__slug")):
        ids = [object_id for kind, object_id in named if kind == object_type]
        for start in range(0, len(ids), _AT_ONCE):
            asked = {f"{field}__in": ids[start : start + _AT_ONCE]}
            found.update(Record.objects.filter(**asked).values_list("pk", flat=True))
    return sorted(found)
