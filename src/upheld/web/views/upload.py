"""Adding documents: files of this computer, a UN document by its symbol, and their progress."""

from __future__ import annotations

from babel import Locale
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from upheld.core.errors import InputProblem, Unavailable
from upheld.core.findings import Finding
from upheld.core.roles import Action
from upheld.reading.limits import in_force, printed_size
from upheld.reading.problems import file_problem
from upheld.services import fetch as fetching
from upheld.services.permissions import allowed, authorise, visible_to
from upheld.services.readings import add_reading
from upheld.store.models import Reading
from upheld.store.models.reading import ReadingState
from upheld.web.imports import shown_import
from upheld.web.templatetags.upheld import findings_of

ON_THEIR_WAY = (ReadingState.WAITING, ReadingState.READING)
LAST_SHOWN = 10


def add(request: HttpRequest) -> HttpResponse:
    """The ways to add documents. Several files may come at once; each waits for its turn."""
    authorise(request.user, Action.INGEST)
    if request.method != "POST":
        return show_add(request)
    files = request.FILES.getlist("files")
    if not files:
        return show_add(request, files_error=_("Choose at least one file."))
    problems: list[Finding] = []
    added = []
    for file in files:
        try:
            added.append(add_file(request, file))
        except InputProblem as problem:
            problems += problem.findings
    if problems:
        return show_add(request, findings=problems, added=added)
    if len(added) == 1:
        return redirect("reading", number=added[0].pk)
    messages.success(
        request,
        ngettext("%(count)s file was added.", "%(count)s files were added.", len(added))
        % {"count": len(added)},
    )
    return redirect("readings")


def add_file(request: HttpRequest, file: UploadedFile[bytes]) -> Reading:
    """Let one file wait for its turn; its size is looked at before its bytes are."""
    name, size, limit = file.name or "", file.size or 0, in_force().file_bytes
    if size > limit:
        raise file_problem(
            "file.too_large", name, size=printed_size(size), limit=printed_size(limit)
        )
    return add_reading(request.user, name=name, content=file.read())


def fetch(request: HttpRequest) -> HttpResponse:
    """Ask the UN document service for one document, because this person asks for it."""
    authorise(request.user, Action.FETCH)
    if request.method != "POST":
        return redirect("add")
    symbol, language = request.POST.get("symbol", "").strip(), request.POST.get("lang", "en")
    try:
        fetched = fetching.fetch(request.user, symbol=symbol, language=language)
    except (InputProblem, Unavailable) as problem:
        said = f"{problem.message} {problem.next_step}".strip()
        return show_add(request, fetch_error=said, symbol=symbol, lang=language)
    row = add_reading(request.user, name=fetched.name, content=fetched.content, symbol_hint=symbol)
    return redirect("reading", number=row.pk)


def show_add(request: HttpRequest, **more: object) -> HttpResponse:
    """The page of all ways to add documents; 422 when it says what was wrong."""
    context = {
        "crumbs": [{"name": _("Library"), "url": reverse("library")}, {"name": _("Add")}],
        "document_languages": [
            (code, Locale(code).get_display_name()) for code in fetching.LANGUAGES
        ],
        "lang": "en",
    }
    return render(request, "web/add.html", context | more, status=422 if more else 200)


@never_cache
def readings(request: HttpRequest) -> HttpResponse:
    """Files on their way and those that arrived last; asked again every two seconds."""
    reader = authorise(request.user, Action.READ)
    rows = visible_to(reader, Reading.objects.all()).select_related("document")
    context = {
        "readings": rows.filter(state__in=ON_THEIR_WAY),
        "failed": rows.filter(state=ReadingState.FAILED)[:LAST_SHOWN],
        "finished": rows.filter(state=ReadingState.DONE)[:LAST_SHOWN],
        "crumbs": [
            {"name": _("Library"), "url": reverse("library")},
            {"name": _("Added files")},
        ],
    }
    if request.headers.get("HX-Target") == "readings":
        return render(request, "web/parts/readings.html", context)
    return render(request, "web/readings.html", context)


@never_cache
def reading(request: HttpRequest, number: int) -> HttpResponse:
    """One file on its way; once it has been taken in, where it went."""
    reader = authorise(request.user, Action.READ)
    rows = visible_to(reader, Reading.objects.all()).select_related("document")
    row = rows.filter(pk=number).first()
    if row is None:
        raise Http404
    context = {
        "reading": row,
        "on_its_way": row.state in ON_THEIR_WAY,
        "findings": findings_of(row),
        "report": shown_import(**row.report) if row.report else None,
        "may_add": allowed(reader, Action.INGEST),
        "crumbs": [
            {"name": _("Library"), "url": reverse("library")},
            {"name": _("Added files"), "url": reverse("readings")},
            {"name": row.name},
        ],
    }
    if request.headers.get("HX-Target") == "reading":
        return render(request, "web/parts/reading_state.html", context)
    return render(request, "web/reading.html", context)
