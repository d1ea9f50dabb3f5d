"""Evidence of what was done: files, links and quotations, with who may know of them.

A piece of evidence is *public*, *official* or *private* (``upheld.core.evidence``). The history of
what is not public says that something was done to it, never its words: the history outlives every
change of mind about who may know.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem
from upheld.core.evidence import Confidentiality, EvidenceKind, EvidenceType
from upheld.services import history
from upheld.services.attachments import keep_attachment
from upheld.services.differences import difference
from upheld.services.evidence_owner import Owner, body_of, missing, owner_of, take_owner
from upheld.services.past_days import require_past
from upheld.services.permissions import Actor, visible_to
from upheld.store.models import Entry, Evidence, StoredFile, User


@dataclass(frozen=True, slots=True)
class Description:
    """What a person says of a piece of evidence.

    ``quotation`` are the words that matter and ``place`` where they stand ("Article 14 (2)",
    "p. 12"); ``day`` is the evidence's own date, ``source`` its publisher.
    """

    title: str
    type: EvidenceType
    confidentiality: Confidentiality
    language: str
    source: str = ""
    day: date | None = None
    quotation: str = ""
    place: str = ""


def add_file(
    actor: Actor, *, under: Owner, description: Description, name: str, content: bytes
) -> Evidence:
    """Attach a file. What it is, is decided by its bytes; it is only ever downloaded.

    Who: the body's own people, while the entry is a draft. One transaction: file row, evidence,
    history; the bytes are kept before it. ``InputProblem`` for a format that is not taken, or for
    a file that is too large.
    """
    with transaction.atomic():
        history.lock()
        who, owner = take_owner(actor, under)
        file = keep_attachment(who, name=name, content=content)
        return _add(who, owner, description, EvidenceKind.FILE, file=file, file_name=name[:255])


def add_link(actor: Actor, *, under: Owner, description: Description, url: str) -> Evidence:
    """Point to a page elsewhere. Nothing is fetched from it.

    Who: the body's own people, while the entry is a draft. One transaction: evidence, history.
    """
    parts = urlsplit(url.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise InputProblem(
            _("“%(url)s” is not the address of a page.") % {"url": url.strip()[:200]},
            next_step=_("Copy the whole address from the browser; it begins with https://."),
        )
    with transaction.atomic():
        history.lock()
        who, owner = take_owner(actor, under)
        return _add(who, owner, description, EvidenceKind.LINK, url=url.strip())


def add_quotation(actor: Actor, *, under: Owner, description: Description) -> Evidence:
    """Quote the words that matter, with their source and their place in it.

    Who: the body's own people, while the entry is a draft. One transaction: evidence, history.
    """
    if not (description.quotation and description.source and description.place):
        raise InputProblem(
            _("A quotation needs its words, its source and its place."),
            next_step=_("Name the document and the article or page where the words stand."),
        )
    with transaction.atomic():
        history.lock()
        who, owner = take_owner(actor, under)
        return _add(who, owner, description, EvidenceKind.QUOTATION)


def describe(
    actor: Actor, *, evidence: int, row_version: int, description: Description
) -> Evidence:
    """Correct what is said of a piece of evidence, or who may know of it.

    Who: the body's own people, while the entry is a draft. One transaction: evidence, history.
    ``Conflict`` when somebody else changed it first.
    """
    with transaction.atomic():
        history.lock()
        who, row = take(actor, evidence, row_version)
        before = told(row)
        for field, value in _values(description).items():
            setattr(row, field, value)
        _save(row)
        changed = difference(before, told(row))
        history.record(who, [history.Entry("evidence.describe", row, changed)])
    return row


def remove(actor: Actor, *, evidence: int, row_version: int, reason: str = "") -> Evidence:
    """Take a piece of evidence out of an entry; ``restore`` puts it back.

    Who: the body's own people, while the entry is a draft. One transaction: evidence, history.
    """
    with transaction.atomic():
        history.lock()
        who, row = take(actor, evidence, row_version)
        if row.removed_at is None:
            row.removed_at = timezone.now()
            _save(row)
            history.record(who, [history.Entry("evidence.remove", row, {}, reason)])
    return row


def restore(actor: Actor, *, evidence: int, row_version: int) -> Evidence:
    """Put back what was removed. Who: the body's own people, while the entry is a draft."""
    with transaction.atomic():
        history.lock()
        who, row = take(actor, evidence, row_version)
        if row.removed_at is not None:
            row.removed_at = None
            _save(row)
            history.record(who, [history.Entry("evidence.restore", row)])
    return row


def take(actor: Actor, key: int, row_version: int) -> tuple[User, Evidence]:
    """The evidence, locked, as the person saw it, if they may change it."""
    rows = visible_to(actor, Evidence.objects.filter(pk=key))
    row = rows.select_related("entry", "assessment", "file").first()
    if row is None:
        raise missing()
    who, _owner = take_owner(actor, owner_of(row))
    row = Evidence.objects.select_for_update().get(pk=row.pk)
    if row.row_version != row_version:
        raise Conflict(
            _("Somebody else changed this evidence while you had it open."),
            current=told(row),
            next_step=_("Look at it as it stands now, and change it again if need be."),
        )
    return who, row


def told(row: Evidence) -> dict[str, Any]:
    """What the history says of a piece of evidence: all of a public one, its kind of any other."""
    values: dict[str, Any] = {"kind": row.kind, "confidentiality": row.confidentiality}
    if row.confidentiality == Confidentiality.PUBLIC:
        values |= {
            "title": row.title,
            "type": row.type,
            "source": row.source,
            "day": row.day.isoformat() if row.day else None,
            "url": row.url,
            "quotation": row.quotation,
            "place": row.place,
            "file": row.file.sha256 if row.file else None,
        }
    return values


def _add(
    who: User, owner: Owner, description: Description, kind: EvidenceKind, **held: object
) -> Evidence:
    if not description.title.strip():
        raise InputProblem(
            _("The evidence has no title."), next_step=_("Say in a few words what it is.")
        )
    same: dict[str, Any] = {
        "record_id": owner.record_id,
        "body": body_of(owner),
        "entry": owner if isinstance(owner, Entry) else None,
        "assessment": None if isinstance(owner, Entry) else owner,
        "kind": kind,
        "added_by": who,
        **_values(description),
        **held,
    }
    added_already = Evidence.objects.filter(removed_at=None, **same).first()
    if added_already:
        return added_already  # the form was sent twice
    row = Evidence.objects.create(added_at=timezone.now(), **same)
    said: history.Difference = {field: [None, value] for field, value in told(row).items()}
    history.record(who, [history.Entry("evidence.add", row, said)])
    return row


def _values(description: Description) -> dict[str, Any]:
    require_past(description.day)
    return {
        "title": " ".join(description.title.split())[:300],
        "type": description.type.value,
        "confidentiality": description.confidentiality.value,
        "language": description.language,
        "source": description.source.strip()[:300],
        "day": description.day,
        "quotation": description.quotation.strip(),
        "place": description.place.strip()[:300],
    }


def _save(row: Evidence) -> None:
    row.row_version += 1
    row.save()


def file_of(actor: Actor, key: int) -> tuple[Evidence, StoredFile]:
    """The file of a piece of evidence, for its download. Who: whoever may see the evidence."""
    rows = visible_to(actor, Evidence.objects.filter(pk=key, removed_at=None))
    row = rows.select_related("file").first()
    if row is None or row.file is None or row.destroyed_at or not row.file.kept:
        raise missing()
    return row, row.file
