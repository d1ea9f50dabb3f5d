"""The forms of the review desk: correct a record, split it, merge it, settle a finding.

GET shows the desk with the form in the record's place, POST answers 422 with the form and what is
wrong, or changes the record and goes on.
"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from upheld.core.errors import Conflict, InputProblem
from upheld.core.review import IN_FORCE, FindingState
from upheld.core.roles import Action
from upheld.services import finding_review, reshape
from upheld.services import review as services
from upheld.services.permissions import authorise, visible_to
from upheld.store.models import DocumentFinding, Record
from upheld.web.access import readable_document, readable_record
from upheld.web.conflict import conflict_page
from upheld.web.desk import Desk
from upheld.web.review_forms import (
    CorrectForm,
    FindingForm,
    MergeForm,
    SplitForm,
    names_of,
    read_seen,
)
from upheld.web.views.review import LIST_CHANGED, desk_of, show_finding, show_record
from upheld.web.views.review_acts import go_on


def changeable(request: HttpRequest, public_id: str) -> tuple[Record, Desk]:
    """The record, if this person may change it and it is still in force."""
    authorise(request.user, Action.REVIEW)
    record = readable_record(request, public_id)
    if record.review_state not in IN_FORCE:
        raise InputProblem(
            _("This record is no longer in force."),
            next_step=_("Open it to see which record took its place."),
        )
    return record, desk_of(request, record.document)


@never_cache
def edit(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Put right what the program misread."""
    record, desk = changeable(request, public_id)
    form = CorrectForm(record, request.POST or None)
    if request.method != "POST":
        return show_record(request, desk, record, mode="edit", form=form)
    if not form.is_valid():
        return show_record(request, desk, record, status=422, mode="edit", form=form)
    seen = form.cleaned_data["row_version"]
    try:
        services.correct(request.user, public_id=public_id, row_version=seen, **form.changes())
    except Conflict as error:
        yours = form.cleaned_data | {"typed_states": names_of(form.cleaned_data["states"])}
        return conflict_page(request, record, error, yours)
    messages.success(
        request,
        _("%(number)s corrected") % {"number": form.cleaned_data["number"]},
        extra_tags=public_id,
    )
    return go_on(desk_of(request, record.document), public_id)


@never_cache
def split(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Cut one record into two."""
    record, desk = changeable(request, public_id)
    form = SplitForm(record, request.POST or None)
    if request.method != "POST":
        return show_record(request, desk, record, mode="split", form=form)
    if not form.is_valid():
        return show_record(request, desk, record, status=422, mode="split", form=form)
    try:
        first, _second = reshape.split(
            request.user,
            public_id=public_id,
            row_version=form.cleaned_data["row_version"],
            at=form.cleaned_data["text"],
        )
    except Conflict as error:
        return conflict_page(request, record, error)
    messages.success(
        request, _("%(number)s split") % {"number": record.number}, extra_tags=LIST_CHANGED
    )
    return redirect(reverse("review_item", args=[slug, first.public_id]) + desk.query)


@never_cache
def merge(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Join a record with the one before or after it."""
    record, desk = changeable(request, public_id)
    records = [row for row in desk.every_row if not row.finding]
    at = next(n for n, row in enumerate(records) if row.key == public_id)
    neighbours = records[at + 1 : at + 2] + records[max(0, at - 1) : at]
    form = MergeForm(record, neighbours, request.POST or None)
    if request.method != "POST":
        return show_record(request, desk, record, mode="merge", form=form)
    if not form.is_valid():
        return show_record(request, desk, record, status=422, mode="merge", form=form)
    seen = {public_id: form.cleaned_data["row_version"]} | read_seen([form.cleaned_data["other"]])
    try:
        merged = reshape.merge(request.user, seen=seen)
    except Conflict as error:
        return conflict_page(request, record, error)
    messages.success(
        request, _("%(number)s merged") % {"number": record.number}, extra_tags=LIST_CHANGED
    )
    return redirect(reverse("review_item", args=[slug, merged.public_id]) + desk.query)


@never_cache
def finding(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A finding beside its page, and the decision about it."""
    document = readable_document(request, slug)
    rows = visible_to(request.user, DocumentFinding.objects.filter(document=document))
    row = rows.select_related("version__file", "record", "resolved_by").filter(pk=number).first()
    if row is None:
        raise Http404
    desk = desk_of(request, document)
    form = FindingForm(request.POST or None)
    if request.method != "POST":
        return show_finding(request, desk, row, form=form)
    authorise(request.user, Action.REVIEW)
    form.full_clean()
    try:
        finding_review.settle(
            request.user,
            finding=row.pk,
            seen=state_named(request.POST.get("seen", row.state)),
            state=state_named(request.POST.get("to", "")),
            note=form.cleaned_data.get("note", ""),
        )
    except InputProblem as problem:
        form.add_error("note", f"{problem.message} {problem.next_step}")
        return show_finding(request, desk, row, status=422, form=form)
    messages.success(request, _("The finding is settled."), extra_tags=LIST_CHANGED)
    if row.record:
        return redirect(reverse("review_item", args=[slug, row.record.public_id]) + desk.query)
    return go_on(desk_of(request, document), f"finding-{row.pk}")


def state_named(value: str) -> FindingState:
    """The state of a finding that a form sent."""
    try:
        return FindingState(value)
    except ValueError:
        raise InputProblem(_("A finding cannot be set to this by hand.")) from None
