"""Laws: the list, adding one, reading one by its passages, and passages proposed as evidence."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from upheld.core.entries import EntryState
from upheld.core.errors import InputProblem
from upheld.core.roles import Action
from upheld.services import laws as services
from upheld.services.permissions import allowed, authorise, visible_to
from upheld.store.models import Entry, Law, StateUnderReview
from upheld.web.day_field import day_field
from upheld.web.refusals import in_words
from upheld.web.review_forms import DescribedForm
from upheld.web.views.assign import due_of
from upheld.web.whole_page import whole_page


class LawForm(DescribedForm):
    """A law and what is said of it."""

    file = forms.FileField(
        label=gettext_lazy("File"), help_text=gettext_lazy("PDF, Word or plain text.")
    )
    title = forms.CharField(label=gettext_lazy("Title of the law"), max_length=300)
    number = forms.CharField(
        label=gettext_lazy("Number of the act"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    issued_on = day_field(gettext_lazy("Issued on"), past=True)
    source = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=300,
        help_text=gettext_lazy("The gazette or page that published it."),
    )
    url = forms.URLField(
        label=gettext_lazy("Address of the page"),
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )

    def facts(self) -> services.LawFacts:
        """What was typed, as the service takes it; the State is that of the folder's documents."""
        given = self.cleaned_data
        last = StateUnderReview.objects.order_by("document__date", "order").last()
        return services.LawFacts(
            title=given["title"],
            number=given["number"],
            issued_on=given["issued_on"],
            source=given["source"],
            url=given["url"],
            state=last.iso3 if last else "",
        )


@never_cache
def laws(request: HttpRequest) -> HttpResponse:
    """All laws; the form to add one for who may."""
    reader = authorise(request.user, Action.READ)
    form = LawForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        authorise(reader, Action.INGEST)
        if form.is_valid():
            sent = form.cleaned_data["file"]
            try:
                made = services.add_law(
                    reader, facts=form.facts(), name=sent.name, content=sent.read()
                )
            except InputProblem as problem:
                form.add_error("file", in_words(problem))
            else:
                messages.success(request, _("The law is here, cut into its passages."))
                return redirect("law", made.pk)
    context = {
        "laws": visible_to(reader, Law.objects.all()),
        "form": form,
        "may_add": allowed(reader, Action.INGEST),
        "crumbs": [{"name": _("Library"), "url": reverse("library")}, {"name": _("Laws")}],
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "web/laws/laws.html", context, status=status)


def law(request: HttpRequest, number: int) -> HttpResponse:
    """One law, passage by passage."""
    return _law(request, readable_law(request, number))


def _law(request: HttpRequest, row: Law, problem: InputProblem | None = None) -> HttpResponse:
    """The page; with what is wrong with the day that was typed at its field."""
    context = {
        "law": row,
        "passages": row.passages.all(),
        "problem": problem,
        "day": request.POST.get("day", ""),
        "may_change": allowed(request.user, Action.INGEST),
        "crumbs": [
            {"name": _("Library"), "url": reverse("library")},
            {"name": _("Laws"), "url": reverse("laws")},
            {"name": str(row)},
        ],
    }
    page = render(request, "web/laws/law.html", context, status=422 if problem else 200)
    return whole_page(request, page)


@require_POST
def end(request: HttpRequest, number: int) -> HttpResponse:
    """Say until when a law held; an empty day says that it holds."""
    row = readable_law(request, number)
    authorise(request.user, Action.INGEST)
    try:
        day = due_of(request.POST.get("day", ""))
    except InputProblem as problem:
        return _law(request, row, problem)
    services.end_law(request.user, law=row.pk, last_day=day)
    messages.success(request, _("Saved."))
    return redirect("law", row.pk)


@never_cache
def for_entry(request: HttpRequest, number: int) -> HttpResponse:
    """Passages of laws that may show what an entry says; a person reads and quotes one."""
    rows = visible_to(request.user, Entry.objects.filter(pk=number))
    entry = rows.select_related("record__document", "body").first()
    if entry is None:
        raise Http404
    authorise(request.user, Action.ADD_EVIDENCE, entry.body)
    words = request.GET.get("q", "")
    context: dict[str, Any] = {
        "entry": entry,
        "record": entry.record,
        "words": words,
        "candidates": services.candidates(request.user, record=entry.record, words=words),
        "has_laws": visible_to(request.user, Law.objects.all()).exists(),
        "may_quote": entry.state == EntryState.DRAFT,
        "crumbs": [
            {"name": _("Back to where it stands"), "url": reverse("entry", args=[number])},
            {"name": _("Passages of laws")},
        ],
    }
    return render(request, "web/laws/candidates.html", context)


def readable_law(request: HttpRequest, number: int) -> Law:
    """The law named in the address."""
    reader = authorise(request.user, Action.READ)
    row = visible_to(reader, Law.objects.filter(pk=number)).select_related("file").first()
    if row is None:
        raise Http404
    return row
