"""The library: every document that was taken in, and how far its review has come."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from upheld.core.roles import Action
from upheld.services.permissions import allowed, authorise, visible_to
from upheld.store.models import Document
from upheld.store.queries.library import document_page

ON_A_PAGE = 50


def library(request: HttpRequest) -> HttpResponse:
    """Documents, the newest first."""
    reader = authorise(request.user, Action.READ)
    place = {name: request.GET.get(name, "") for name in ("before", "after")}
    page = document_page(visible_to(reader, Document.objects.all()), ON_A_PAGE, **place)
    context = {"page": page, "may_add": allowed(reader, Action.INGEST)}
    return render(request, "web/library.html", context)
