"""The first page: what waits for the reader, what is being read, and what to do next."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from upheld.core.roles import Action
from upheld.services.digests import digest
from upheld.services.handover import offices
from upheld.services.permissions import allowed, visible_to
from upheld.services.saved_views import saved_views
from upheld.store.models import Document, Reading, User
from upheld.store.models.reading import ReadingState
from upheld.store.queries.library import waiting
from upheld.web.digest_lines import digest_lines
from upheld.web.views.upload import ON_THEIR_WAY

# More than a screen of waiting documents helps nobody; the library has them all.
MOST_WAITING = 8
# A file that could not be read is news for a day; later it stands in the list of added files.
FAILURES_SHOWN = timedelta(days=1)


def home(request: HttpRequest) -> HttpResponse:
    """For who may not read: what Upheld is, and how to come in."""
    reader = request.user
    if not isinstance(reader, User) or not allowed(reader, Action.READ):
        return render(request, "web/welcome.html")
    documents = visible_to(request.user, Document.objects.all())
    readings = visible_to(request.user, Reading.objects.all())
    found = list(waiting(documents)[: MOST_WAITING + 1])
    context = {
        "waiting": found[:MOST_WAITING],
        "more_wait": len(found) > MOST_WAITING,
        "readings": readings.filter(state__in=ON_THEIR_WAY),
        "failed": readings.filter(
            state=ReadingState.FAILED, finished_at__gte=timezone.now() - FAILURES_SHOWN
        ),
        "views": list(saved_views(request.user)[:MOST_WAITING]),
        "has_documents": bool(found) or documents.exists(),
        "left_behind": offices(reader).filter(user__is_active=False).count()
        if allowed(reader, Action.HAND_OVER)
        else 0,
        "topics": digest_lines(digest(reader)),
        "may_add": allowed(request.user, Action.INGEST),
        "may_review": allowed(request.user, Action.REVIEW),
    }
    return render(request, "web/home.html", context)
