"""Assessments by others: write, publish, withdraw, and reply to them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from upheld.core.errors import Conflict, InputProblem
from upheld.core.national_bodies import INDEPENDENT, NationalBodyKind
from upheld.core.roles import Action
from upheld.services import assessments as services
from upheld.services import replies
from upheld.services.evidence_owner import authorise_writing
from upheld.services.held_roles import EVERY_BODY, bodies_for
from upheld.services.permissions import (
    allowed,
    allowed_everywhere,
    refusal,
    visible_to,
)
from upheld.store.models import Assessment, Body, Entry, Evidence, Reply
from upheld.web.access import readable_record
from upheld.web.assessments import may_write, shown_replies
from upheld.web.crumbs import way_to
from upheld.web.evidence_forms import AssessmentForm, ReplyForm, held_view, is_graded
from upheld.web.seen_version import seen_version
from upheld.web.templatetags.entries import assessing_body
from upheld.web.views.entry import record_facts
from upheld.web.whole_page import whole_page


@never_cache
def begin(request: HttpRequest, public_id: str) -> HttpResponse:
    """A new assessment of a record, in the name of a body for which one may write."""
    record = readable_record(request, public_id)
    assessors = {body.pk: body for body in _own_assessors(request)}
    if not assessors:
        raise refusal(request.user, Action.ASSESS)
    begun = services.open_drafts(request.user, record).filter(assessor__in=assessors).first()
    if request.method != "POST" and begun and len(assessors) == 1:
        messages.info(request, _("You began this assessment before; go on with it here."))
        return redirect("assessment_edit", begun.pk)
    graded = any(is_graded(body.kind) for body in assessors.values())
    named = [(str(key), _name(body)) for key, body in assessors.items()]
    form = AssessmentForm(named, request.POST or None, graded=graded)
    if request.method == "POST" and form.is_valid():
        try:
            row = services.draft(
                request.user,
                record=record,
                assessor=assessors[int(form.cleaned_data["assessor"])],
                view=form.view(),
            )
        except InputProblem as problem:
            form.add_error(None, f"{problem.message} {problem.next_step}".strip())
        else:
            messages.success(request, _("The draft is kept. Only your organisation sees it."))
            return redirect("assessment", row.pk)
    context = {
        "form": form,
        "record": record,
        "crumbs": [*way_to(record), {"name": _("New assessment")}],
    }
    status = 422 if form.errors else 200
    return render(request, "web/assessment_form.html", context, status=status)


@never_cache
def edit(request: HttpRequest, number: int) -> HttpResponse:
    """Change what is not published yet."""
    row = readable_assessment(request, number)
    authorise_writing(request.user, row)
    named = [(str(row.assessor_id), row.assessor_name)]
    form = AssessmentForm(
        named, request.POST or None, graded=is_graded(row.kind), initial=held_view(row)
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.change(
                request.user,
                assessment=row.pk,
                row_version=form.cleaned_data["row_version"] or 0,
                view=form.view(),
            )
        except (InputProblem, Conflict) as problem:
            form.add_error(None, f"{problem.message} {problem.next_step}".strip())
        else:
            messages.success(request, _("The draft is kept."))
            return redirect("assessment", row.pk)
    context = {
        "form": form,
        "record": row.record,
        "assessment": row,
        "crumbs": [*way_to(row.record), {"name": _("Assessment")}],
    }
    status = 422 if form.errors else 200
    return render(request, "web/assessment_form.html", context, status=status)


def assessment(request: HttpRequest, number: int) -> HttpResponse:
    """One assessment with its evidence and the replies to it."""
    return _shown(request, readable_assessment(request, number))


def _shown(
    request: HttpRequest, row: Assessment, problem: InputProblem | None = None
) -> HttpResponse:
    """The page; with what stands in the way of withdrawing at its field."""
    evidence = visible_to(request.user, Evidence.objects.filter(assessment=row))
    may = may_write(request.user, row)
    context: dict[str, Any] = {
        "assessment": row,
        "record": row.record,
        "evidence": evidence.filter(removed_at=None).select_related("file"),
        "removed": evidence.exclude(removed_at=None).filter(masked_copies=None) if may else (),
        "replies": shown_replies(request.user, assessment=row),
        "may_write": may,
        "may_change": may and row.published_at is None and row.withdrawn_at is None,
        "may_reply": row.published_at is not None and bool(_speakers(request)),
        "crumbs": [*way_to(row.record), {"name": assessing_body(row)}],
    }
    if problem:
        context |= {"problem": problem, "reason": request.POST.get("reason", "")}
    page = render(request, "web/assessment.html", context, status=422 if problem else 200)
    return whole_page(request, page)


@require_POST
def publish(request: HttpRequest, number: int) -> HttpResponse:
    """Let everybody read it."""
    row = readable_assessment(request, number)
    services.publish(request.user, assessment=row.pk, row_version=seen_version(request))
    messages.success(request, _("The assessment is published."))
    return redirect("assessment", row.pk)


@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Take the view back, with the reason."""
    row = readable_assessment(request, number)
    try:
        services.withdraw(
            request.user,
            assessment=row.pk,
            row_version=seen_version(request),
            reason=request.POST.get("reason", ""),
        )
    except InputProblem as problem:
        return _shown(request, row, problem)
    messages.info(request, _("The assessment is withdrawn; its words stay to be read."))
    return redirect("assessment", row.pk)


@never_cache
def reply(request: HttpRequest, number: int) -> HttpResponse:
    """Answer a published assessment."""
    row = readable_assessment(request, number)
    return _reply(request, row, reverse("assessment", args=[number]))


@never_cache
def reply_to_entry(request: HttpRequest, number: int) -> HttpResponse:
    """Answer a published entry of the State."""
    rows = visible_to(request.user, Entry.objects.filter(pk=number))
    row = rows.select_related("body", "action", "record__document", "record__version__file").first()
    if row is None:
        raise Http404
    return _reply(request, row, reverse("entry", args=[number]))


def _reply(request: HttpRequest, to: Assessment | Entry, back: str) -> HttpResponse:
    speakers = _speakers(request)
    if not speakers:
        raise refusal(request.user, Action.REPLY)
    named = [(key, _name(body) if body else _("The State")) for key, body in speakers.items()]
    form = ReplyForm(named, request.POST or None)
    if request.method == "POST" and form.is_valid():
        said: dict[str, Any] = {
            "body": speakers[form.cleaned_data["body"]],
            "language": form.cleaned_data["language"],
            "text": form.cleaned_data["text"],
        }
        if isinstance(to, Assessment):
            replies.reply_to_assessment(request.user, assessment=to.pk, **said)
        else:
            replies.reply_to_entry(request.user, entry=to.pk, **said)
        messages.success(request, _("Your reply stands beside it."))
        return redirect(back)
    answered = {"assessment" if isinstance(to, Assessment) else "entry": to}
    context = record_facts(to.record) | {
        **answered,
        "form": form,
        "back": back,
        "crumbs": [{"name": _("Back to where it stands"), "url": back}, {"name": _("Reply")}],
    }
    return render(request, "web/reply.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw_reply(request: HttpRequest, number: int) -> HttpResponse:
    """Take one's reply back."""
    rows = visible_to(request.user, Reply.objects.filter(pk=number))
    row = rows.select_related("assessment", "entry").first()
    if row is None:
        raise Http404
    replies.withdraw_reply(request.user, reply=row.pk)
    messages.info(request, _("The reply is withdrawn."))
    if row.assessment_id:
        return redirect("assessment", row.assessment_id)
    return redirect("entry", row.entry_id)


def readable_assessment(request: HttpRequest, number: int) -> Assessment:
    """The assessment, if this person may read it."""
    rows = visible_to(request.user, Assessment.objects.filter(pk=number))
    row = rows.select_related("record__document", "record__version__file", "assessor").first()
    if row is None:
        raise Http404
    return row


def _own_assessors(request: HttpRequest) -> list[Body]:
    """The bodies for which this person may write assessments."""
    kinds = [NationalBodyKind.NATIONAL_INSTITUTION, NationalBodyKind.CIVIL_SOCIETY]
    own = bodies_for(request.user, Action.ASSESS)
    rows = Body.objects.filter(kind__in=kinds, valid_to=None)
    found = list(rows if own is EVERY_BODY else rows.filter(pk__in=own))
    if allowed(request.user, Action.GRADE):
        found += Body.objects.filter(kind=NationalBodyKind.UN_BODY, valid_to=None)
    return found


def _speakers(request: HttpRequest) -> dict[str, Body | None]:
    """In whose name this person may reply: the State ("") or an independent body."""
    found: dict[str, Body | None] = {}
    if allowed_everywhere(request.user, Action.REPLY):
        found[""] = None
    own = bodies_for(request.user, Action.ASSESS)
    rows = Body.objects.filter(kind__in=INDEPENDENT, valid_to=None)
    for body in rows if own is EVERY_BODY else rows.filter(pk__in=own):
        found[str(body.pk)] = body
    return found


def _name(body: Body) -> str:
    return body.name_in(get_language() or "en")
