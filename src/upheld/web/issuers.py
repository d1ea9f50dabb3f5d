"""The bodies that issue documents, in the language of the page: "Hội đồng Nhân quyền"."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from upheld.core.bodies import BODIES

NAMES: dict[str, Promise] = {
    "HRC": _("Human Rights Council"),
    "UPR": _("Working Group on the Universal Periodic Review"),
    "AC": _("Advisory Committee of the Human Rights Council"),
    "GA": _("General Assembly"),
    "ECOSOC": _("Economic and Social Council"),
    "CCPR": _("Human Rights Committee"),
    "CESCR": _("Committee on Economic, Social and Cultural Rights"),
    "CERD": _("Committee on the Elimination of Racial Discrimination"),
    "CEDAW": _("Committee on the Elimination of Discrimination against Women"),
    "CAT": _("Committee against Torture"),
    "SPT": _("Subcommittee on Prevention of Torture"),
    "CRC": _("Committee on the Rights of the Child"),
    "CMW": _("Committee on Migrant Workers"),
    "CRPD": _("Committee on the Rights of Persons with Disabilities"),
    "CED": _("Committee on Enforced Disappearances"),
}

_CODES = {body.name: body.code for body in BODIES}


def issuer_name(body: str) -> str:
    """A body by its code or its English name, in the reader's language; others as printed."""
    return str(NAMES.get(_CODES.get(body, body), body))
