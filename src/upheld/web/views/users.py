"""Accounts, for who manages them: the list, one person, their roles, closing and opening."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from upheld.core.errors import InputProblem
from upheld.core.roles import Action, Role
from upheld.services import second_factor, sign_in, user_roles, user_status
from upheld.services.managed_users import manages
from upheld.services.permissions import allowed, allowed_everywhere, authorise, visible_to
from upheld.services.role_names import ROLE_NAMES
from upheld.services.user_list import (
    UserFilter,
    bindings_shown,
    bodies_to_give,
    roles_shown,
    users_found,
)
from upheld.store.models import Body, Event, Invitation, User
from upheld.web.account_forms import WHOLE, GrantForm
from upheld.web.grants import grant_of, shown
from upheld.web.history_words import told

ON_A_PAGE = 50


def users(request: HttpRequest) -> HttpResponse:
    """Accounts and open invitations, found by name, role and body."""
    who = authorise(request.user, Action.MANAGE_USERS)
    wanted = UserFilter(
        words=request.GET.get("q", ""),
        role=request.GET.get("role", ""),
        body=request.GET.get("body", ""),
        closed=request.GET.get("closed") == "yes",
    )
    page = Paginator(users_found(who, wanted), ON_A_PAGE).get_page(request.GET.get("page"))
    held = roles_shown(who, page.object_list)
    rows = [
        (user, [shown(grant_of(binding)) for binding in held[user.pk]]) for user in page.object_list
    ]
    waiting = visible_to(who, Invitation.objects.filter(accepted_at=None, revoked_at=None))
    context = {
        "page": page,
        "rows": rows,
        "wanted": wanted,
        "roles": [(role.value, name) for role, name in ROLE_NAMES.items() if role != Role.PUBLIC],
        "bodies": _named(bodies_to_give(who)),
        "invitations": waiting.order_by("expires_at"),
        "crumbs": [{"name": _("Settings"), "url": reverse("settings")}, {"name": _("Users")}],
    }
    return render(request, "web/users/list.html", context)


def user(request: HttpRequest, username: str) -> HttpResponse:
    """One account: its roles, what can be done about it, and its history."""
    return _page(request, _managed(request, username))


@require_POST
def give_role(request: HttpRequest, username: str) -> HttpResponse:
    """One more role for a person, or the same as alternate.

    Also for somebody who has none here yet, or whose last one was taken a moment ago: who knows
    the sign-in name may give a role of their own body to it.
    """
    authorise(request.user, Action.MANAGE_USERS)
    form = _form(request)
    if not form.is_valid():
        return _page(request, _managed(request, username), form=form, status=422)
    person, grant = get_object_or_404(User, username=username), form.grant()
    user_roles.give_role(
        request.user, user=person, role=grant.role, body=grant.body, alternate=grant.alternate
    )
    messages.success(request, _("%(name)s has the role now.") % {"name": person})
    return redirect("user", username)


@require_POST
def take_role(request: HttpRequest, username: str) -> HttpResponse:
    """Take a role away; the message offers to give it back."""
    person = _managed(request, username)
    role, code = request.POST.get("role", ""), request.POST.get("body", "")
    body = Body.objects.filter(code=code).first() if code else None
    try:
        if role not in set(Role) or (code and body is None):
            raise InputProblem(_("%(name)s does not hold this role.") % {"name": person})
        user_roles.take_role(request.user, user=person, role=Role(role), body=body)
    except InputProblem as problem:
        return _page(request, person, status=422, problem=problem, at="roles")
    return _page(request, person, taken={"role": role, "body": code or WHOLE})


@require_POST
def deactivate(request: HttpRequest, username: str) -> HttpResponse:
    """Close an account; the same page opens it again."""
    person = _managed(request, username)
    reason = request.POST.get("reason", "")[:500]
    try:
        user_status.deactivate(request.user, user=person, reason=reason)
    except InputProblem as problem:
        return _page(request, person, status=422, problem=problem, at="reason", reason=reason)
    messages.success(request, _("The account of %(name)s is closed.") % {"name": person})
    return redirect("user", username)


@require_POST
def reactivate(request: HttpRequest, username: str) -> HttpResponse:
    """Open a closed account again."""
    person = _managed(request, username)
    user_status.reactivate(request.user, user=person)
    messages.success(request, _("The account of %(name)s is open again.") % {"name": person})
    return redirect("user", username)


@never_cache
@require_POST
def link(request: HttpRequest, username: str) -> HttpResponse:
    """A sign-in link to pass on, shown in the answer and never again."""
    person = _managed(request, username)
    secret = sign_in.make_link(request.user, user=person)
    address = request.build_absolute_uri(reverse("enter", args=[secret]))
    return _page(request, person, link=address)


@require_POST
def take_away_factors(request: HttpRequest, username: str) -> HttpResponse:
    """For somebody who lost the telephone and the codes."""
    person = _managed(request, username)
    second_factor.take_away(request.user, user=person)
    messages.success(request, _("The second factor of %(name)s is removed.") % {"name": person})
    return redirect("user", username)


def _managed(request: HttpRequest, username: str) -> User:
    who = authorise(request.user, Action.MANAGE_USERS)
    found = visible_to(who, User.objects.filter(username=username)).first()
    if found is None:
        raise Http404
    return found


def _form(request: HttpRequest) -> GrantForm:
    whole = allowed_everywhere(request.user, Action.MANAGE_USERS)
    return GrantForm(bodies_to_give(request.user), whole, request.POST or None)


def _page(
    request: HttpRequest,
    person: User,
    *,
    form: GrantForm | None = None,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    grants = [
        (shown(grant_of(binding)), allowed(request.user, Action.MANAGE_USERS, binding.body)
         if binding.body else allowed_everywhere(request.user, Action.MANAGE_USERS))
        for binding in bindings_shown(request.user, person)
    ]  # fmt: skip
    if form is None:
        whole = allowed_everywhere(request.user, Action.MANAGE_USERS)
        form = GrantForm(bodies_to_give(request.user), whole)
    about = Event.objects.filter(object_type="user", object_id=person.username)
    context = {
        "person": person,
        "grants": grants,
        "form": form,
        "manages": manages(request.user, person),
        "is_self": person == request.user,
        "factors": second_factor.factors_of(person),
        "history": [told(event) for event in about.order_by("-seq")[:30]],
        "crumbs": [{"name": _("Users"), "url": reverse("users")}, {"name": str(person)}],
        **more,
    }
    return render(request, "web/users/user.html", context, status=status)


def _named(bodies: list[Body]) -> list[tuple[str, str]]:
    language = get_language() or "en"
    return [(body.code, body.name_in(language)) for body in bodies]
