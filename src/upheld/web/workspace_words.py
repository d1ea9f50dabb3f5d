"""Closed lists of the workspace in words and signs: statuses, assessors, kinds of evidence."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from upheld.core.evidence import Confidentiality, EvidenceKind, EvidenceType
from upheld.core.implementation import AssessorKind, Grade, Implementation
from upheld.core.personal_data import PersonalDataKind
from upheld.services.status_names import STATUS_NAMES
from upheld.web.words import Sign

_SIGNS: dict[Implementation, tuple[str, str]] = {
    Implementation.NOT_STARTED: ("", "○"),
    Implementation.UNDER_CONSIDERATION: ("", "◌"),
    Implementation.PLANNED: ("", "◔"),
    Implementation.IN_PROGRESS: ("", "◑"),
    Implementation.PARTLY_IMPLEMENTED: ("", "◕"),
    Implementation.IMPLEMENTED: ("good", "●"),
    Implementation.REGRESSED: ("bad", "↓"),
    Implementation.NO_LONGER_APPLICABLE: ("", "–"),
}

STATUSES: dict[str, Sign] = {
    status: Sign(tone, sign, STATUS_NAMES[status]) for status, (tone, sign) in _SIGNS.items()
}

ASSESSORS: dict[str, Promise] = {
    AssessorKind.STATE: _("The State"),
    AssessorKind.NATIONAL_INSTITUTION: _("National human-rights institution"),
    AssessorKind.CIVIL_SOCIETY: _("Civil society"),
    AssessorKind.UN_BODY: _("United Nations"),
}

GRADES: dict[str, Promise] = {
    Grade.A: _("A: largely satisfactory"),
    Grade.B: _("B: partially satisfactory"),
    Grade.C: _("C: not satisfactory"),
    Grade.D: _("D: no cooperation"),
    Grade.E: _("E: against what was asked"),
}

EVIDENCE_KINDS: dict[str, Promise] = {
    EvidenceKind.FILE: _("File"),
    EvidenceKind.LINK: _("Link"),
    EvidenceKind.QUOTATION: _("Quotation"),
}

EVIDENCE_TYPES: dict[str, Promise] = {
    EvidenceType.LAW: _("Law or decree"),
    EvidenceType.POLICY: _("Policy or programme"),
    EvidenceType.BUDGET: _("Budget"),
    EvidenceType.STATISTICS: _("Statistics"),
    EvidenceType.COURT_DECISION: _("Court decision"),
    EvidenceType.REPORT: _("Report"),
    EvidenceType.ACTIVITY: _("Activity (shows effort, not result)"),
    EvidenceType.OTHER: _("Other"),
}

CONFIDENTIALITIES: dict[str, Promise] = {
    Confidentiality.PUBLIC: _("Public: shown with the entry or assessment it stands under"),
    Confidentiality.OFFICIAL: _("Official: this body, the bodies above it, the coordination unit"),
    Confidentiality.PRIVATE: _("Private: only the people of this body"),
}

PERSONAL_DATA: dict[str, Promise] = {
    PersonalDataKind.EMAIL: _("e-mail address"),
    PersonalDataKind.PHONE: _("telephone number"),
    PersonalDataKind.IDENTITY_NUMBER: _("identity number"),
    PersonalDataKind.BIRTH: _("date of birth"),
    PersonalDataKind.NAME: _("name of a person"),
}
