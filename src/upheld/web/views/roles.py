"""Who may do what: the whole table for everybody, and a person's own part of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from upheld.core.roles import RULES, Reach, Role
from upheld.services.held_roles import EVERY_BODY, covered
from upheld.services.role_names import ACTION_NAMES, ROLE_NAMES
from upheld.services.who_could import acts_of
from upheld.store.models import Body
from upheld.web.grants import grant_of, shown
from upheld.web.own_page import owner, settings_crumbs

REACHES: dict[Reach, Promise] = {
    Reach.EVERYTHING: gettext_lazy("everything"),
    Reach.OWN_BODIES: gettext_lazy("own bodies"),
    Reach.WHOLE_FOLDER: gettext_lazy("whole folder"),
    Reach.PUBLISHED: gettext_lazy("what is published"),
}


def roles(request: HttpRequest) -> HttpResponse:
    """The table of permissions, as the program applies it."""
    rows = [
        (ACTION_NAMES[action], [(ROLE_NAMES[role], _reach(rule.get(role))) for role in Role])
        for action, rule in RULES.items()
    ]
    crumbs = [{"name": _("About Upheld"), "url": reverse("about")}, {"name": _("Roles")}]
    heads = [ROLE_NAMES[role] for role in Role]
    return render(request, "web/roles.html", {"rows": rows, "heads": heads, "crumbs": crumbs})


def mine(request: HttpRequest) -> HttpResponse:
    """The roles of the person, the bodies they hold for, and what they may do there."""
    user = owner(request)
    language = get_language() or "en"
    held = [
        (
            shown(grant_of(binding)),
            _names(covered({binding.body.pk}) - {binding.body.pk}, language)
            if binding.body
            else [],
        )
        for binding in user.role_bindings.select_related("body").order_by("pk")
    ]
    acts = [
        (ACTION_NAMES[action], None if bodies is EVERY_BODY else _names(bodies, language))
        for action, bodies in acts_of(user)
    ]
    context = {"held": held, "acts": acts, "crumbs": settings_crumbs(_("What I may do"))}
    return render(request, "web/my/permissions.html", context)


def _reach(reach: Reach | None) -> Promise | str:
    return REACHES[reach] if reach else ""


def _names(bodies: frozenset[int], language: str) -> list[str]:
    return [body.name_in(language) for body in Body.objects.filter(pk__in=bodies)]
