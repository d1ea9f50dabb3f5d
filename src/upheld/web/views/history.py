"""The history of the folder, of one person, and of one record as a document."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header, urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from upheld.core.roles import Action
from upheld.core.typed_days import day_typed
from upheld.services.history import head
from upheld.services.history_document import AS, record_history
from upheld.services.history_reading import (
    HistoryFilter,
    history_of_person,
    history_page,
    may_read_about,
)
from upheld.services.permissions import authorise
from upheld.store.models import User
from upheld.web.access import readable_record
from upheld.web.history_acts import ACTS, KINDS
from upheld.web.history_document import words
from upheld.web.history_things import lines

LANGUAGES = ("vi", "en")


def history(request: HttpRequest) -> HttpResponse:
    """What happened, the newest first; with the head of the chain for an outside witness."""
    authorise(request.user, Action.VERIFY)
    get = request.GET.get
    kind, act = get("kind", ""), get("act", "")
    wanted = HistoryFilter(
        person=get("person", "")[:150],
        kind=kind if kind in KINDS else "",
        act=act if act in ACTS else "",
        day=day_typed(get("day", "")),
    )
    page = history_page(request.user, wanted, before=get("before", ""))
    said = {
        "person": wanted.person,
        "kind": wanted.kind,
        "act": wanted.act,
        "day": wanted.day.isoformat() if wanted.day else "",
        "before": page.older,
    }
    _seq, seal = head()
    context = {
        "lines": lines(request.user, page.events),
        "older": f"?{urlencode({k: v for k, v in said.items() if v})}" if page.older else "",
        "is_later": bool(get("before", "")),
        "wanted": wanted,
        "is_filtered": wanted != HistoryFilter(),
        "kinds": KINDS.items(),
        "acts": [
            (key, name)
            for key, name in ACTS.items()
            if not wanted.kind or key.partition(".")[0] == wanted.kind
        ],
        "head": seal,
        "crumbs": [{"name": _("Settings"), "url": reverse("settings")}, {"name": _("History")}],
    }
    return render(request, "web/history/history.html", context)


def of_person(request: HttpRequest, username: str) -> HttpResponse:
    """What one person did, and what was done to their account."""
    person = User.objects.filter(username=username).first()
    if not request.user.is_authenticated or not may_read_about(request.user, request.user):
        authorise(request.user, Action.READ)
    if person is None or not may_read_about(request.user, person):
        raise Http404
    page = history_of_person(request.user, person, before=request.GET.get("before", ""))
    context = {
        "person": person,
        "lines": lines(request.user, page.events),
        "older": f"?{urlencode({'before': page.older})}" if page.older else "",
        "is_later": bool(request.GET.get("before", "")),
        "crumbs": [{"name": _("Settings"), "url": reverse("settings")}, {"name": str(person)}],
    }
    return render(request, "web/history/person.html", context)


def of_record(request: HttpRequest, public_id: str) -> HttpResponse:
    """The history of one record to take away."""
    record = readable_record(request, public_id)
    format = request.GET.get("format", "docx")
    language = request.GET.get("language", get_language() or "en")
    if format not in AS or language not in LANGUAGES:
        raise Http404
    made = record_history(
        request.user, record=record.public_id, format=format, language=language, words=words
    )
    response = HttpResponse(made.content, content_type=made.media_type)
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"history-{made.name}"
    )
    return response
