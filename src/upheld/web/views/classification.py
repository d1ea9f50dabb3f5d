"""The classifier's card as a page: what proposes labels, how good it is, where it fails."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

FIGURES: tuple[tuple[str, Promise], ...] = (
    ("micro_f1", gettext_lazy("Issues: F1 over all labels together")),
    ("macro_f1", gettext_lazy("Issues: mean of the F1 of each label")),
    ("p_at_1", gettext_lazy("Issues: how often the first is right")),
    ("surest_70_micro_f1", gettext_lazy("Issues: F1 of the surest 70 %")),
    ("calibration_error_of_shown", gettext_lazy("Issues: mean error of the scores shown")),
    ("action_accuracy", gettext_lazy("Action category: how often it is right")),
)
OHCHR: dict[str, Promise] = {
    "themes": gettext_lazy("Themes of OHCHR: F1, one State only"),
    "sdgs": gettext_lazy("Goals: F1, one State only"),
    "persons": gettext_lazy("Groups of persons: F1, one State only"),
}


TARGETS: dict[str, Promise] = {
    "precision": gettext_lazy("Targets: how many of those proposed are right"),
    "recall": gettext_lazy("Targets: how many of the right ones are proposed"),
}


def classification(request: HttpRequest) -> HttpResponse:
    """The card that ships with the weights, its sentences in the reader's language."""
    from upheld.analysis.model_file import shipped_card  # noqa: PLC0415  # slow import
    from upheld.analysis.propose import edition  # noqa: PLC0415  # slow import
    from upheld.analysis.target_card import (  # noqa: PLC0415  # slow import
        proposed_targets,
        target_card,
    )

    card, unread = shipped_card(), target_card()["before_it_was_read"]
    issues, ohchr = card["figures"]["issues"], card["figures"]["ohchr"]
    context = {
        "card": _in_words(card),
        "edition": edition(),
        "measured": date.fromisoformat(card["date"]),
        "figures": [(name, issues["all"][key]) for key, name in FIGURES]
        + [(name, ohchr[key]) for key, name in OHCHR.items() if key in ohchr]
        + [(name, unread[key]) for key, name in TARGETS.items()],
        "targets": proposed_targets(),
        "by_label": sorted(issues["by_label"].items()),
        "crumbs": [
            {"name": _("About Upheld"), "url": reverse("about")},
            {"name": _("How are labels proposed?")},
        ],
    }
    return render(request, "web/classification.html", context)


def _in_words(card: dict[str, Any]) -> dict[str, object]:
    """What the card says in sentences, each with the language in which it stands there."""
    from upheld.analysis.card_words import said_in  # noqa: PLC0415  # slow import

    language = get_language() or "en"
    names = ("measured_on", "method", "trained_on", "licence", "reproduce", "errors")
    said: dict[str, object] = {name: said_in(language, card[name]) for name in names}
    return said | {"limits": [said_in(language, limit) for limit in card["limits"]]}
