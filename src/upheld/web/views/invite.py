"""Inviting: the form, and the page that shows the link once."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from upheld.core.roles import Action
from upheld.services import invitations
from upheld.services.permissions import allowed_everywhere, authorise, visible_to
from upheld.services.user_list import bodies_to_give
from upheld.store.models import Invitation
from upheld.web.account_forms import InviteForm
from upheld.web.grants import shown


@never_cache
def invite(request: HttpRequest) -> HttpResponse:
    """Whom to invite; the answer to the form shows the link."""
    who = authorise(request.user, Action.MANAGE_USERS)
    whole = allowed_everywhere(who, Action.MANAGE_USERS)
    form = InviteForm(
        bodies_to_give(who), whole, request.POST or None, initial={"body": request.GET.get("body")}
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made, secret = invitations.invite(
            who, grants=[form.grant()], name=given["name"], email=given["email"]
        )
        return _shown(request, made, secret)
    crumbs = [{"name": _("Users"), "url": reverse("users")}, {"name": _("Invite somebody")}]
    context = {"form": form, "crumbs": crumbs}
    status = 422 if form.errors else 200
    return render(request, "web/users/invite.html", context, status=status)


@never_cache
def invitation(request: HttpRequest, number: int) -> HttpResponse:
    """An invitation that waits: what it gives, until when, and a new link for it."""
    who = authorise(request.user, Action.MANAGE_USERS)
    found = visible_to(who, Invitation.objects.filter(pk=number)).first()
    if found is None:
        raise Http404
    return _page(request, found)


@never_cache
@require_POST
def renew(request: HttpRequest, number: int) -> HttpResponse:
    """A new link; the old one ends."""
    return _shown(request, *invitations.renew(request.user, invitation=number))


@require_POST
def revoke(request: HttpRequest, number: int) -> HttpResponse:
    """Close an invitation."""
    invitations.revoke(request.user, invitation=number)
    messages.success(request, _("The invitation is taken back; its link opens nothing any more."))
    return redirect("users")


def _shown(request: HttpRequest, made: Invitation, secret: str) -> HttpResponse:
    def address_of(secret: str) -> str:
        return request.build_absolute_uri(reverse("invitation", args=[secret]))

    sent = invitations.send_link(
        request.user, invitation=made, secret=secret, address_of=address_of
    )
    return _page(request, made, link=address_of(secret), sent=sent)


def _page(
    request: HttpRequest, found: Invitation, *, link: str = "", sent: bool = False
) -> HttpResponse:
    context = {
        "invitation": found,
        "grants": [shown(grant) for grant in invitations.grants_of(found)],
        "open": found.accepted_at is None and found.revoked_at is None,
        "link": link,
        "sent": sent,
        "crumbs": [{"name": _("Users"), "url": reverse("users")}, {"name": _("Invitation")}],
    }
    return render(request, "web/users/invitation.html", context)
