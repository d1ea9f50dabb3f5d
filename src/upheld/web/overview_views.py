"""What saved overviews show, as sentences: "Overview. Cycle: 3. National body: Bộ Tư pháp."."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from upheld.services.overview_facts import OverviewFilter
from upheld.services.permissions import Actor, visible_to
from upheld.store.models import Body, Document, SavedView
from upheld.web.body_words import name_of
from upheld.web.overview import filter_of
from upheld.web.words import name_of as document_name


def overview_words(actor: Actor, rows: Sequence[SavedView]) -> list[str]:
    """Each overview of ``rows`` in words; one question for all bodies, one for all documents."""
    wanted = [filter_of(QueryDict(row.address)) for row in rows]
    bodies = Body.objects.filter(code__in={one.body for one in wanted})
    named = {body.code: str(name_of(body)) for body in bodies}
    documents = Document.objects.filter(slug__in={one.document for one in wanted})
    readable = visible_to(actor, documents).select_related("relates_to")
    named |= {document.slug: document_name(document) for document in readable}
    return [_said(one, named) for one in wanted]


def _said(wanted: OverviewFilter, named: dict[str, str]) -> str:
    said = [_("Overview.")]
    if wanted.document:
        document = named.get(wanted.document, wanted.document)
        said.append(_("Document: %(document)s.") % {"document": document})
    if wanted.cycle:
        said.append(_("Cycle: %(cycle)s.") % {"cycle": wanted.cycle})
    if wanted.body:
        body = named.get(wanted.body, wanted.body)
        said.append(_("National body: %(body)s, with all below it.") % {"body": body})
    if wanted.theme:
        said.append(_("Theme: %(theme)s.") % {"theme": wanted.theme})
    if wanted.since:
        said.append(_("Due from %(day)s.") % {"day": date_format(wanted.since)})
    if wanted.until:
        said.append(_("Due until %(day)s.") % {"day": date_format(wanted.until)})
    return " ".join(said)
