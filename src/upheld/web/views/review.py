"""The review desk: the printed page, the list of items and findings, the record.

Every item has its address, which can be sent: ``/documents/A-HRC-26-6/review/A-HRC-26-6-143.27/``.
The same address answers a whole page, or, asked by htmx for the record alone, the three panes that
change; the list stays where it is.
"""

from __future__ import annotations

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from upheld.core.document import Span
from upheld.core.review import IN_FORCE, FindingState
from upheld.core.roles import Action
from upheld.services.permissions import allowed
from upheld.services.undo import UNDOABLE
from upheld.store.models import Document, DocumentFinding, DocumentVersion, Record, User
from upheld.store.queries.last_act import LastAct, last_act, newest_event
from upheld.web.access import printed_document, readable_document, readable_record
from upheld.web.desk import SHOWS, Desk, lines
from upheld.web.sheet import Sheet, printed_words, sheets
from upheld.web.words import ITEM_KINDS, name_of

LIST_CHANGED = "list"
"""The tag of a message about a change that adds or removes rows of the list."""


def desk_of(request: HttpRequest, document: Document) -> Desk:
    """The desk under the filter that the address names."""
    return Desk(document, request.GET.get("show", "all"))


@never_cache
def review(request: HttpRequest, slug: str) -> HttpResponse:
    """Leads to the first item that waits; when none is left, says so."""
    document = readable_document(request, slug)
    desk = desk_of(request, document)
    first = desk.first()
    if first:
        return redirect(desk.url(first) + desk.query)
    return show(request, desk, "", mode="empty", item_title=_("Nothing left"))


@never_cache
def item(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """One record beside its page."""
    record = readable_record(request, public_id)
    return show_record(request, desk_of(request, record.document), record)


def show_record(
    request: HttpRequest, desk: Desk, record: Record, *, status: int = 200, **more: Any
) -> HttpResponse:
    """The desk with ``record`` open; ``more`` may carry a mode ("edit") with its form."""
    context = {
        "record": record,
        "kind_name": ITEM_KINDS[record.kind],
        "in_force": record.review_state in IN_FORCE,
        "parts": record.split_into.all(),
        "states": [row.iso3 for row in record.states.all()],
        "position": record.current_position,
        "findings": record.findings.filter(state=FindingState.OPEN),
        "item_title": f"{ITEM_KINDS[record.kind]} {record.number}".strip(),
        "sheets": sheets_of(record.version, Span(record.start, record.end), record.page),
        "version": record.version,
        "printed": words_as_printed(record),
    }
    return show(request, desk, record.public_id, status=status, **(context | more))


def show_finding(
    request: HttpRequest, desk: Desk, finding: DocumentFinding, *, status: int = 200, **more: Any
) -> HttpResponse:
    """The desk with a finding open."""
    context = {
        "finding": finding,
        "item_title": _("Finding"),
        "sheets": sheets_of(finding.version, Span(finding.start, finding.end), finding.page or 1),
        "version": finding.version,
    }
    key = f"finding-{finding.pk}"
    return show(request, desk, key, status=status, mode="finding", **(context | more))


def show(
    request: HttpRequest, desk: Desk, key: str, *, status: int = 200, **more: Any
) -> HttpResponse:
    """The whole desk, or the panes that change when htmx asks for the record."""
    document = desk.document
    rows = desk.rows(key)
    before, after = desk.neighbours(key)
    may_review = allowed(request.user, Action.REVIEW)
    context: dict[str, Any] = {
        "document": document,
        "version": document.current_version,
        "crumbs": [
            {"name": _("Library"), "url": reverse("library")},
            {"name": name_of(document), "url": reverse("document", args=[document.slug])},
            {"name": _("Review")},
        ],
        "counts": desk.counts,
        "current_key": key,
        "previous_url": desk.url(before) + desk.query if before else "",
        "next_url": desk.url(after) + desk.query if after else "",
        "may_review": may_review,
        "undo": undo_offer(request, document) if may_review else None,
        "filter_query": desk.query,
        "show": desk.show,
        "help_url": reverse("review_keys"),
        "seen_event": newest_event(),
    } | more
    if request.headers.get("HX-Target") != "record":
        context |= {"rows": lines(desk, rows), "shows": SHOWS.items()}
        response = render(request, "web/review/desk.html", context, status=status)
    else:
        changed = {tag for message in get_messages(request) for tag in tags_of(message)}
        context["list_changed"] = LIST_CHANGED in changed
        if context["list_changed"]:
            context |= {"rows": lines(desk, rows), "shows": SHOWS.items()}
        context["changed_rows"] = lines(desk, [row for row in rows if row.key in changed])
        response = render(request, "web/review/fragments.html", context, status=status)
    patch_vary_headers(response, ["HX-Target"])
    return response


def tags_of(message: Any) -> list[str]:
    """The keys of the rows that a message is about."""
    return str(message.extra_tags or "").split()


def sheets_of(
    version: DocumentVersion, span: Span, page: int, *, close: bool = True
) -> list[Sheet]:
    """The pages on which the words of ``span`` stand in a version's file; none of an import."""
    if not version.file.kept:
        return []
    printed = printed_document(version.file.sha256)
    return sheets(printed, span, page, close=close)


def words_as_printed(record: Record) -> str:
    """The record's words line by line, without the heads and feet of pages that stand in them.

    ``record.printed`` repeats the file letter by letter; a published record has nothing else.
    """
    if not record.version.file.kept:
        return record.printed
    document, span = printed_document(record.version.file.sha256), Span(record.start, record.end)
    return printed_words(document, span) if document.raw(span) == record.printed else record.printed


def undo_offer(request: HttpRequest, document: Document) -> dict[str, Any] | None:
    """The reader's last act on this document, in words, with what undoes it."""
    if not isinstance(request.user, User):
        return None
    act = last_act(request.user, document, UNDOABLE)
    return {"change": act.change, "sentence": sentence_of(act)} if act else None


def sentence_of(act: LastAct) -> str:
    """What was done: "140.27 confirmed", "320 records confirmed"."""
    match act.action:
        case "record.confirm" if act.count > 1:
            words = ngettext("%(count)s record confirmed", "%(count)s records confirmed", act.count)
        case "record.confirm":
            words = _("%(number)s confirmed")
        case "record.correct":
            words = _("%(number)s corrected")
        case "record.split":
            words = _("%(number)s split")
        case _:
            words = _("%(number)s merged")
    return words % {"number": act.number, "count": act.count}


def keys(request: HttpRequest) -> HttpResponse:
    """The keys of the desk as a page, for who reads without the script."""
    return render(request, "web/review/keys_page.html")
