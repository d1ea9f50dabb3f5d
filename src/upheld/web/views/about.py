"""About Upheld, and the published accuracy of its reading."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from upheld import __version__


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "web/about.html", {"version": __version__})


def accuracy(request: HttpRequest) -> HttpResponse:
    """The figures of ``web/accuracy.json``: ``{"date": "2026-11-21", "rows": [{"year": 2014,
    "documents": 42, "items": 6980, "text": "0.998", "states": …, "number": …, "position": …}]}``;
    a row without a year stands for all reports together. Written by ``bench/extraction``.
    """
    source = files("upheld.web").joinpath("accuracy.json")
    figures = json.loads(source.read_text(encoding="utf-8")) if source.is_file() else None
    measured = date.fromisoformat(figures["date"]) if figures else None
    crumbs = [
        {"name": _("About Upheld"), "url": reverse("about")},
        {"name": _("How accurate is the reading?")},
    ]
    return render(
        request, "web/accuracy.html", {"figures": figures, "measured": measured, "crumbs": crumbs}
    )
