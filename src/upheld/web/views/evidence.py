"""Evidence: add a file, a link or a quotation; correct, mask, remove, put back, download it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from upheld.core.attachments import FORMATS
from upheld.core.errors import Conflict, InputProblem
from upheld.core.evidence import Confidentiality, EvidenceKind, EvidenceType
from upheld.services import evidence as services
from upheld.services import masking
from upheld.services.evidence_owner import Owner, authorise_writing, owner_of
from upheld.services.permissions import visible_to
from upheld.store import files
from upheld.store.models import Assessment, Entry, Evidence, Law, LawPassage
from upheld.web.evidence_forms import EvidenceForm, held_values
from upheld.web.refusals import in_words
from upheld.web.seen_version import seen_version
from upheld.web.workspace_words import EVIDENCE_KINDS, PERSONAL_DATA


@never_cache
def add_to_entry(request: HttpRequest, number: int) -> HttpResponse:
    """A piece of evidence under an entry."""
    entry = visible_to(request.user, Entry.objects.filter(pk=number)).first()
    return _add(request, entry, reverse("entry", args=[number]))


@never_cache
def add_to_assessment(request: HttpRequest, number: int) -> HttpResponse:
    """A piece of evidence under an assessment."""
    assessment = visible_to(request.user, Assessment.objects.filter(pk=number)).first()
    return _add(request, assessment, reverse("assessment", args=[number]))


def _add(request: HttpRequest, owner: Owner | None, back: str) -> HttpResponse:
    if owner is None:
        raise Http404
    authorise_writing(request.user, owner)
    asked = request.GET.get("kind", EvidenceKind.FILE.value)
    if asked not in set(EvidenceKind):
        raise Http404
    kind = EvidenceKind(asked)
    form = EvidenceForm(kind, request.POST or None, request.FILES or None, initial=_quoted(request))
    if request.method == "POST" and form.is_valid():
        try:
            _keep(request, kind, owner, form)
        except InputProblem as problem:
            _say(form, problem)
        else:
            messages.success(request, _("The evidence is added."))
            return redirect(back)
    context = {
        "form": form,
        "kind": kind.value,
        "kinds": list(EVIDENCE_KINDS.items()),
        "back": back,
        "crumbs": [{"name": _("Back to where it stands"), "url": back}, {"name": _("Evidence")}],
    }
    status = 422 if form.errors else 200
    return render(request, "web/evidence_add.html", context, status=status)


def _quoted(request: HttpRequest) -> dict[str, Any]:
    """The passage of a law that the address names, for the person to read, cut and keep."""
    asked = request.GET.get("passage", "")
    rows = LawPassage.objects.filter(law__in=visible_to(request.user, Law.objects.all()))
    one = rows.select_related("law").filter(pk=asked).first() if asked.isdecimal() else None
    if one is None:
        return {}
    return {
        "quotation": one.text,
        "place": one.place,
        "title": f"{one.law}, {one.place}"[:300],
        "source": one.law.source,
        "day": one.law.issued_on,
        "language": one.law.language,
        "type": EvidenceType.LAW.value,
        "confidentiality": Confidentiality.PUBLIC.value,
    }


def _keep(request: HttpRequest, kind: EvidenceKind, owner: Owner, form: EvidenceForm) -> None:
    description = form.description()
    match kind:
        case EvidenceKind.FILE:
            sent = form.cleaned_data["file"]
            services.add_file(
                request.user,
                under=owner,
                description=description,
                name=sent.name,
                content=sent.read(),
            )
        case EvidenceKind.LINK:
            services.add_link(
                request.user, under=owner, description=description, url=form.cleaned_data["url"]
            )
        case EvidenceKind.QUOTATION:
            services.add_quotation(request.user, under=owner, description=description)


@never_cache
def edit(request: HttpRequest, number: int) -> HttpResponse:
    """Correct what is said of it, or who may see it."""
    row = readable_evidence(request, number)
    authorise_writing(request.user, owner_of(row))
    form = EvidenceForm(EvidenceKind.QUOTATION, request.POST or None, initial=held_values(row))
    if row.kind != EvidenceKind.QUOTATION:
        for field in ("quotation", "source", "place"):
            form.fields[field].required = False
    if request.method == "POST" and form.is_valid():
        try:
            services.describe(
                request.user,
                evidence=row.pk,
                row_version=form.cleaned_data["row_version"] or 0,
                description=form.description(),
            )
        except (InputProblem, Conflict) as problem:
            _say(form, problem)
        else:
            messages.success(request, _("The evidence is corrected."))
            return redirect(_where(row))
    context = {
        "form": form,
        "evidence": row,
        "back": _where(row),
        "crumbs": [
            {"name": _("Back to where it stands"), "url": _where(row)},
            {"name": row.title},
        ],
    }
    return render(request, "web/evidence_edit.html", context, status=422 if form.errors else 200)


@never_cache
def mask(request: HttpRequest, number: int) -> HttpResponse:
    """Mask personal data: in a quotation passage by passage, in a file by a masked copy."""
    row = readable_evidence(request, number)
    authorise_writing(request.user, owner_of(row))
    passages = masking.proposed_masks(row)
    error = ""
    if request.method == "POST":
        keep = request.POST.get("original") != "destroy"
        try:
            _mask(request, row, keep)
        except (InputProblem, Conflict) as problem:
            error = in_words(problem)
        else:
            messages.success(request, _("The masked copy stands in the place of the original."))
            return redirect(_where(row))
    context = {
        "evidence": row,
        "passages": [
            {
                "value": f"{one.start}-{one.end}",
                "words": row.quotation[one.start : one.end],
                "kind": PERSONAL_DATA[one.kind],
            }
            for one in passages
        ],
        "error": error,
        "back": _where(row),
        "crumbs": [
            {"name": _("Back to where it stands"), "url": _where(row)},
            {"name": _("Mask personal data")},
        ],
    }
    return render(request, "web/evidence_mask.html", context, status=422 if error else 200)


def _mask(request: HttpRequest, row: Evidence, keep: bool) -> None:
    seen = seen_version(request)
    sent = request.FILES.get("file")
    if row.kind == EvidenceKind.FILE:
        if sent is None:
            raise InputProblem(_("Choose the masked copy."))
        masking.replace_by_masked_file(
            request.user,
            evidence=row.pk,
            row_version=seen,
            name=sent.name or "",
            content=sent.read(),
            keep_original=keep,
        )
        return
    spans = [span.partition("-") for span in request.POST.getlist("passage")]
    chosen = [(int(a), int(b)) for a, _dash, b in spans if a.isdecimal() and b.isdecimal()]
    for words in request.POST.get("words", "").splitlines():
        at = row.quotation.find(words.strip()) if words.strip() else -1
        while at >= 0:
            chosen.append((at, at + len(words.strip())))
            at = row.quotation.find(words.strip(), at + 1)
    masking.mask_quotation(
        request.user, evidence=row.pk, row_version=seen, passages=chosen, keep_original=keep
    )


@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Take it out of the entry; the message offers to put it back."""
    row = readable_evidence(request, number)
    services.remove(request.user, evidence=row.pk, row_version=seen_version(request))
    messages.info(request, _("“%(title)s” was removed.") % {"title": row.title})
    return redirect(_where(row))


@require_POST
def restore(request: HttpRequest, number: int) -> HttpResponse:
    """Put back what was removed."""
    row = readable_evidence(request, number)
    services.restore(request.user, evidence=row.pk, row_version=seen_version(request))
    messages.success(request, _("“%(title)s” is back.") % {"title": row.title})
    return redirect(_where(row))


@never_cache
def download(request: HttpRequest, number: int) -> FileResponse:
    """The file, as an attachment and as nothing but bytes; no proxy keeps it."""
    try:
        row, file = services.file_of(request.user, number)
    except InputProblem:
        raise Http404 from None
    response = FileResponse(
        files.path_of(file.sha256).open("rb"),
        as_attachment=True,
        filename=_download_name(row, file.format),
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _download_name(row: Evidence, format_name: str) -> str:
    """The name under which it came, ending as its bytes deserve."""
    ending = FORMATS[format_name].ending
    name = row.file_name or "evidence"
    return name if name.lower().endswith(f".{ending}") else f"{name}.{ending}"


def readable_evidence(request: HttpRequest, number: int) -> Evidence:
    """The evidence, if this person may know of it; the same answer where there is none."""
    rows = visible_to(request.user, Evidence.objects.filter(pk=number))
    row = rows.select_related("entry", "assessment").first()
    if row is None:
        raise Http404
    return row


def _where(row: Evidence) -> str:
    if row.entry_id:
        return reverse("entry", args=[row.entry_id])
    return reverse("assessment", args=[row.assessment_id])


def _say(form: EvidenceForm, problem: InputProblem | Conflict) -> None:
    form.add_error(None, in_words(problem))
