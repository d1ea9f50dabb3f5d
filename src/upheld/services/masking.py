"""Masks personal data in evidence before it is published; the original is kept apart or destroyed.

The masked copy takes the original's place under the entry. The original becomes private, or its
words and bytes are destroyed; both by the choice of the person who masks. The history says how many
passages of which kind were masked, never which words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem
from upheld.core.evidence import Confidentiality, EvidenceKind
from upheld.core.personal_data import (
    MASK,
    PersonalData,
    PersonalDataKind,
    find_personal_data,
    mask,
)
from upheld.services import history
from upheld.services.attachments import destroy_file, keep_attachment
from upheld.services.evidence import take
from upheld.services.evidence_owner import owner_of
from upheld.services.permissions import Actor, visible_to
from upheld.store.models import Entry, Evidence, StoredFile, User


def proposed_masks(evidence: Evidence) -> list[PersonalData]:
    """Passages of the quotation that seem to be personal data; a person decides on each."""
    return find_personal_data(evidence.quotation)


def unmasked(actor: Actor, entry: Entry) -> list[tuple[PersonalDataKind, str]]:
    """Words of an entry and of its public evidence that seem to be personal data, each once.

    Shown to whoever passes the entry on. Files are not read for this: a person who attaches one
    looks at it.
    """
    rows = visible_to(actor, Evidence.objects.filter(entry=entry, removed_at=None))
    public = rows.filter(confidentiality=Confidentiality.PUBLIC)
    texts = [entry.done, entry.result]
    texts += [text for pair in public.values_list("title", "quotation") for text in pair]
    found = [
        (one.kind, text[one.start : one.end]) for text in texts for one in find_personal_data(text)
    ]
    return list(dict.fromkeys(found))


def mask_quotation(
    actor: Actor,
    *,
    evidence: int,
    row_version: int,
    passages: Iterable[tuple[int, int]],
    keep_original: bool,
) -> Evidence:
    """The copy of a quotation with ``passages`` (start, end) masked.

    Who: the body's own people, while the entry is a draft. One transaction: copy, original,
    history. ``InputProblem`` where nothing is to be masked.
    """
    chosen = sorted(set(passages))
    with transaction.atomic():
        history.lock()
        who, original = take(actor, evidence, row_version)
        words = mask(original.quotation, chosen)
        if words == original.quotation:
            raise InputProblem(
                _("No words are marked."), next_step=_("Mark at least one passage to mask.")
            )
        known = {(one.start, one.end): one.kind for one in proposed_masks(original)}
        kinds = Counter(str(known.get(span, "other")) for span in chosen)
        return _replace(
            who, original, keep_original, {"masked": [None, dict(kinds)]}, quotation=words
        )


def replace_by_masked_file(
    actor: Actor,
    *,
    evidence: int,
    row_version: int,
    name: str,
    content: bytes,
    keep_original: bool,
) -> Evidence:
    """The copy of a file in which a person masked what must not be known, in the file's place.

    Who: the body's own people, while the entry is a draft. One transaction: copy, original,
    history; bytes are destroyed after it. ``InputProblem`` for the same file again.
    """
    with transaction.atomic():
        history.lock()
        who, original = take(actor, evidence, row_version)
        if original.kind != EvidenceKind.FILE:
            raise InputProblem(_("This evidence is not a file."))
        file = keep_attachment(who, name=name, content=content)
        if file.pk == original.file_id:
            raise InputProblem(
                _("This is the same file as before."),
                next_step=_("Choose the copy in which the personal data are masked."),
            )
        told: history.Difference = {"masked": [None, {"file": 1}]}
        return _replace(who, original, keep_original, told, file=file, file_name=name[:255])


def _replace(
    who: User, original: Evidence, keep_original: bool, told: history.Difference, **held: object
) -> Evidence:
    owner_of(original)  # the copy stands where the original stood
    copied = (
        "record_id", "body_id", "entry_id", "assessment_id", "kind", "type", "confidentiality",
        "title", "source", "language", "day", "url", "place", "quotation", "file_id", "file_name",
    )  # fmt: skip
    values = {field: getattr(original, field) for field in copied}
    file = held.pop("file", None)
    if isinstance(file, StoredFile):
        values["file_id"] = file.pk
    copy = Evidence.objects.create(
        **values | held,
        masked=True,
        masked_from=original,
        added_by=who,
        added_at=timezone.now(),
    )
    _put_away(original, keep_original)
    history.record(
        who,
        [
            history.Entry("evidence.mask", copy, told),
            history.Entry("evidence.keep_apart" if keep_original else "evidence.destroy", original),
        ],
    )
    return copy


def _put_away(original: Evidence, keep: bool) -> None:
    """Kept apart: private, and no longer part of the entry. Destroyed: its words are gone too."""
    original.removed_at = timezone.now()
    original.confidentiality = Confidentiality.PRIVATE
    original.row_version += 1
    if not keep:
        original.destroyed_at = original.removed_at
        original.quotation = MASK if original.quotation else ""
    original.save()
    if not keep and original.file:
        destroy_file(original.file)
