"""What the buttons of the review desk do at once: confirm, confirm many, merge the chosen, undo.

Each ends with a redirect to where the person goes on, so that reloading repeats nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from upheld.core.errors import Conflict, InputProblem
from upheld.core.review import ReviewState
from upheld.core.roles import Action
from upheld.services import reshape
from upheld.services import review as services
from upheld.services import undo as undoing
from upheld.services.permissions import authorise
from upheld.store.queries.desk import DeskRow
from upheld.store.queries.last_act import changed_by_others
from upheld.web.access import readable_document, readable_record
from upheld.web.conflict import conflict_page
from upheld.web.desk import Desk
from upheld.web.review_forms import read_seen
from upheld.web.views.review import LIST_CHANGED, desk_of


def posted_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Whoever comes to the address of an act by a link is led to what it is about."""

    @wraps(view)
    def wrapped(request: HttpRequest, slug: str, **names: str) -> HttpResponse:
        if request.method == "POST":
            return view(request, slug, **names)
        return redirect("review_item" if names else "review", slug, *names.values())

    return wrapped


def go_on(desk: Desk, key: str) -> HttpResponse:
    """To the next item that waits under the filter; after the last one, to the end of the desk."""
    following = desk.after(key)
    if following:
        return redirect(desk.url(following) + desk.query)
    return redirect(reverse("review", args=[desk.document.slug]) + "?show=open")


@posted_only
def confirm(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """The record says what the page says; go on to the next."""
    record = readable_record(request, public_id)
    try:
        services.confirm(request.user, public_id=public_id, row_version=seen_version(request))
    except Conflict as error:
        return conflict_page(request, record, error)
    messages.success(
        request, _("%(number)s confirmed") % {"number": record.number}, extra_tags=public_id
    )
    return go_on(desk_of(request, record.document), public_id)


@posted_only
def confirm_many(request: HttpRequest, slug: str) -> HttpResponse:
    """Confirm the chosen records, or all under the filter that have no open finding."""
    who = authorise(request.user, Action.REVIEW)
    document = readable_document(request, slug)
    desk = desk_of(request, document)
    if request.POST.get("which") == "clean":
        seen = {row.key: row.row_version for row in desk.rows() if is_clean(row)}
        # The list may have stood open for an hour: leave what others changed meanwhile.
        others = changed_by_others(who, seen, since=seen_event(request))
        seen = {key: version for key, version in seen.items() if key not in others}
    else:
        seen, others = read_seen(request.POST.getlist("item")), set()
    if not seen and not others:
        raise InputProblem(
            _("No record was chosen."),
            next_step=_("Tick the records in the list, then press the button again."),
        )
    outcome = services.confirm_many(who, seen=seen)
    count = len(outcome.confirmed)
    messages.success(
        request,
        ngettext("%(count)s record confirmed", "%(count)s records confirmed", count)
        % {"count": count},
        extra_tags=LIST_CHANGED,
    )
    left = len(outcome.conflicts) + len(others)
    if left:
        messages.warning(
            request,
            ngettext(
                "%(count)s record was left alone because somebody else changed it.",
                "%(count)s records were left alone because somebody else changed them.",
                left,
            )
            % {"count": left},
            extra_tags=LIST_CHANGED,
        )
    return go_on(desk_of(request, document), "")


@posted_only
def merge_chosen(request: HttpRequest, slug: str) -> HttpResponse:
    """Join the chosen records into the first of them."""
    document = readable_document(request, slug)
    seen = read_seen(request.POST.getlist("item"))
    merged = reshape.merge(request.user, seen=seen)
    messages.success(
        request,
        ngettext(
            "%(count)s record merged into %(number)s",
            "%(count)s records merged into %(number)s",
            len(seen) - 1,
        )
        % {"count": len(seen) - 1, "number": merged.number},
        extra_tags=LIST_CHANGED,
    )
    desk = desk_of(request, document)
    return redirect(reverse("review_item", args=[slug, merged.public_id]) + desk.query)


@posted_only
def undo(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back the reader's last act on this document."""
    document = readable_document(request, slug)
    try:
        change = UUID(request.POST.get("change", ""))
    except ValueError:
        raise InputProblem(_("There is nothing to undo.")) from None
    records = undoing.undo_change(request.user, change=change)
    messages.info(request, _("Undone."), extra_tags=LIST_CHANGED)
    desk = desk_of(request, document)
    standing = [record for record in records if record.review_state == ReviewState.PROPOSED]
    first = min(standing or records, key=lambda record: (record.order, record.pk))
    return redirect(reverse("review_item", args=[slug, first.public_id]) + desk.query)


def seen_version(request: HttpRequest) -> int:
    """The version of the record that the person looked at; -1, never current, if unsaid."""
    sent = request.POST.get("row_version", "")
    return int(sent) if sent.isdecimal() else -1


def is_clean(row: DeskRow) -> bool:
    """A record that waits and that no finding speaks about."""
    return not row.finding and not row.is_checked and not row.open_findings


def seen_event(request: HttpRequest) -> int:
    """The newest entry of the history when the list was shown; 0, before everything, if unsaid."""
    sent = request.POST.get("seen_event", "")
    return int(sent) if sent.isdecimal() else 0
