"""Keeps the bytes of an attachment, once they are what may be attached."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.attachments import FORMATS, MOST_BYTES, AttachmentFormat, picture_format
from upheld.core.errors import InputProblem
from upheld.core.picture_metadata import without_metadata
from upheld.reading.limits import in_force, printed_size
from upheld.reading.problems import file_problem
from upheld.reading.sniff import recognise
from upheld.store import files
from upheld.store.models import DocumentVersion, Evidence, ImportRun, StoredFile, User


def keep_attachment(who: User, *, name: str, content: bytes) -> StoredFile:
    """The stored file of ``content``. The row carries no name: two bodies may hold the same bytes.

    Pictures are kept without what a camera wrote beside them, such as the place.
    The caller holds the transaction and has authorised ``who``.
    """
    found = attachment_format(name, content)
    content = without_metadata(content)
    sha256 = files.keep(content)
    row, _made = StoredFile.objects.get_or_create(
        sha256=sha256,
        defaults={
            "name": sha256,
            "media_type": found.media_type,
            "format": found.name,
            "size": len(content),
            "added_at": timezone.now(),
            "added_by": who,
        },
    )
    if not row.kept:
        row.kept = True
        row.save(update_fields=["kept"])
    return row


def attachment_format(name: str, content: bytes) -> AttachmentFormat:
    """What the bytes are; ``InputProblem`` for what is not taken as evidence."""
    if len(content) > MOST_BYTES:
        size, limit = printed_size(len(content)), printed_size(MOST_BYTES)
        raise file_problem("file.too_large", name, size=size, limit=limit)
    if picture := picture_format(content):
        return picture
    found = FORMATS.get(recognise(name, content, in_force()).value)
    if found is None:
        raise InputProblem(
            _("%(name)s cannot be attached as evidence.") % {"name": name},
            next_step=_(
                "Attach a PDF, a Word or Excel file, plain text, or a PNG or JPEG picture."
            ),
        )
    return found


def destroy_file(file: StoredFile) -> bool:
    """Remove the bytes of ``file``, unless something else rests on them; whether they are gone.

    The caller holds the transaction; the bytes go when it is committed.
    """
    held = (
        DocumentVersion.objects.filter(file=file).exists()
        or ImportRun.objects.filter(file=file).exists()
        or Evidence.objects.filter(file=file, destroyed_at=None).exists()
    )
    if held:
        return False
    file.kept = False
    file.save(update_fields=["kept"])
    files.destroy_after_commit(file.sha256)
    return True
