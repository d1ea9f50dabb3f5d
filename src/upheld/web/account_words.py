"""What was done with an account, in words for its history."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from upheld.core.roles import Role
from upheld.services.role_names import ROLE_NAMES
from upheld.store.models import Body

ACCOUNT_ACTS: dict[str, Promise] = {
    "user.add": _("account made"),
    "user.accept_invitation": _("invitation accepted"),
    "user.make_link": _("sign-in link made"),
    "user.mail_link": _("sign-in link sent by mail"),
    "user.use_link": _("sign-in link used"),
    "user.sign_in": _("signed in"),
    "user.end_session": _("sessions ended"),
    "user.set_name": _("name changed"),
    "user.set_password": _("password set"),
    "user.add_authenticator": _("authenticator app added"),
    "user.remove_authenticator": _("authenticator app removed"),
    "user.make_recovery_codes": _("recovery codes made"),
    "user.use_recovery_code": _("recovery code used"),
    "user.add_passkey": _("passkey added"),
    "user.remove_passkey": _("passkey removed"),
    "user.take_away_second_factor": _("second factor removed by an administrator"),
    "user.link_identity": _("linked with the sign-in service"),
    "user.give_role": _("role given"),
    "user.hand_over": _("office handed over"),
    "user.take_role": _("role taken away"),
    "user.deactivate": _("account closed"),
    "user.reactivate": _("account opened again"),
}

ACCOUNT_FIELDS: dict[str, Promise] = {
    "role": _("Role"),
    "is_active": _("Account"),
    "name": _("Name"),
}


def role_said(said: str) -> str:
    """A role as the history keeps it, "focal_point VNM-MOJ alternate", in the reader's words."""
    role, *rest = said.split()
    alternate = rest[-1:] == ["alternate"]
    code = next((word for word in rest if word != "alternate"), "")
    body = Body.objects.filter(code=code).first() if code else None
    where = body.name_in(get_language() or "en") if body else code or gettext("the whole folder")
    parts = [str(ROLE_NAMES[Role(role)]), where, gettext("alternate") if alternate else ""]
    return " · ".join(filter(None, parts))
