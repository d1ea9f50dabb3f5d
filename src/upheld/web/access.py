"""The document or record that an address names, if the reader may see it."""

from __future__ import annotations

from functools import lru_cache

from django.http import Http404, HttpRequest

from upheld.core.document import Document as PrintedDocument
from upheld.core.roles import Action
from upheld.services.permissions import authorise, visible_to
from upheld.store import files
from upheld.store.models import Document, Record


def readable_document(request: HttpRequest, slug: str) -> Document:
    """The document named in the address; 403 for who may not read, 404 where there is none."""
    reader = authorise(request.user, Action.READ)
    documents = visible_to(reader, Document.objects.all())
    found = (
        documents.select_related("current_version__file", "relates_to").filter(slug=slug).first()
    )
    if found is None:
        raise Http404
    return found


def readable_record(request: HttpRequest, public_id: str) -> Record:
    """The record with this public id, with its document, position and reviewer."""
    reader = authorise(request.user, Action.READ)
    records = visible_to(reader, Record.objects.all()).select_related(
        "document__relates_to",
        "version__file",
        "current_position__source__relates_to",
        "reviewed_by",
        "merged_into",
    )
    found = records.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


@lru_cache(maxsize=4)
def printed_document(sha256: str) -> PrintedDocument:
    """What was read from a file. Files never change under their SHA-256, so neither does this.

    Unpacking a long report takes longer than all the rest of a page of the review desk.
    """
    return files.document_of(sha256)
