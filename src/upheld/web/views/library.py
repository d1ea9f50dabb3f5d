"""The library: every document that was taken in, and how far its review has come."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from upheld.core.roles import Action
from upheld.services.permissions import allowed, authorise, visible_to
from upheld.store.models import Document
from upheld.store.queries.library import with_progress

ON_A_PAGE = 50


def library(request: HttpRequest) -> HttpResponse:
    """Documents, the newest first."""
    reader = authorise(request.user, Action.READ)
    documents = with_progress(visible_to(reader, Document.objects.all()))
    page = Paginator(documents, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "may_add": allowed(reader, Action.INGEST)}
    return render(request, "web/library.html", context)
