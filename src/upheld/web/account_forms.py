"""The forms of accounts: accept an invitation, invite, a new password, a role."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from upheld.core.roles import Role
from upheld.services.role_names import ROLE_NAMES
from upheld.services.user_roles import Grant
from upheld.store.models import Body
from upheld.web.review_forms import DescribedForm

WHOLE = "whole"
"""In the place of a body's code: the role holds for everything."""


class NewPasswordForm(DescribedForm):
    """A password, typed twice, because nobody sees what they type."""

    password = forms.CharField(
        label=_("New password"),
        strip=False,
        help_text=_(
            "At least 12 characters; several words that you remember are good. Capital letters, "
            "digits and signs are not asked for. Passwords that others have used are refused."
        ),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("The same password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if {"password", "again"} <= given.keys() and given["password"] != given["again"]:
            self.add_error("again", _("The two passwords differ."))
        return given


class ForgottenForm(DescribedForm):
    """Who wants a sign-in link by mail."""

    who = forms.CharField(
        label=_("Sign-in name or mail address"),
        max_length=254,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class ChangePasswordForm(NewPasswordForm):
    """A new password, with the one that it replaces."""

    field_order = ("current", "password", "again")
    current = forms.CharField(
        label=_("Current password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class AcceptForm(NewPasswordForm):
    """What somebody who was invited chooses: sign-in name, name, password."""

    field_order = ("name", "username", "password", "again")
    name = forms.CharField(
        label=_("The name that others read"),
        max_length=200,
        help_text=_("It stands beside what you do, for example with your office."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    username = forms.CharField(
        label=_("Sign-in name"),
        max_length=150,
        help_text=_("Small letters, digits and the signs . _ @ + - only. It does not change."),
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class GrantForm(DescribedForm):
    """A role and the body it holds for, out of those that the administrator may give."""

    role = forms.ChoiceField(label=_("Role"))
    body = forms.ChoiceField(
        label=_("For which body"),
        help_text=_("The role also holds for everything below it in the tree of bodies."),
    )
    alternate = forms.BooleanField(
        label=_("As alternate, who stands in for the main one"), required=False
    )

    def __init__(self, bodies: list[Body], whole: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = {body.code: body for body in bodies}
        roles = [(role.value, ROLE_NAMES[role]) for role in Role if role is not Role.PUBLIC]
        language = get_language() or "en"
        named: list[tuple[str, object]] = [
            (code, body.name_in(language)) for code, body in self.bodies.items()
        ]
        if whole:
            named.insert(0, (WHOLE, _("the whole folder")))
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        self.fields["body"].choices = named  # type: ignore[attr-defined]
        self.fields["role"].initial = Role.FOCAL_POINT.value

    def grant(self) -> Grant:
        """What was chosen, once the form is valid."""
        given = self.cleaned_data
        return Grant(Role(given["role"]), self.bodies.get(given["body"]), given["alternate"])


class InviteForm(GrantForm):
    """Whom to invite, and with which role."""

    field_order = ("name", "email", "role", "body", "alternate")
    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=200,
        help_text=_("The person can change it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=_("Mail address"),
        required=False,
        help_text=_("The link is sent there. Without an address you pass the link on yourself."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
