"""Bodies that act within a State: "Ministry of Justice", "People's Committee of An Giang".

The mechanisms' own bodies are in ``upheld.core.bodies``. A national body exists for a period; what
follows it says how it came about. Source of the kinds: OHCHR's practical guide on national
mechanisms for reporting and follow-up, HR/PUB/16/1.
"""

from __future__ import annotations

from enum import StrEnum


class NationalBodyKind(StrEnum):
    """What a body is in the State. The last three stand outside the government."""

    GOVERNMENT = "government"
    STEERING_COMMITTEE = "steering_committee"
    COORDINATION_UNIT = "coordination_unit"
    MINISTRY = "ministry"
    AGENCY = "agency"
    DEPARTMENT = "department"
    PROVINCE = "province"
    PROVINCIAL_COMMITTEE = "provincial_committee"
    PARLIAMENT = "parliament"
    COURT = "court"
    PROSECUTION = "prosecution"
    MASS_ORGANISATION = "mass_organisation"
    OTHER = "other"
    NATIONAL_INSTITUTION = "national_institution"
    CIVIL_SOCIETY = "civil_society"
    UN_BODY = "un_body"


INDEPENDENT = frozenset(
    {
        NationalBodyKind.NATIONAL_INSTITUTION,
        NationalBodyKind.CIVIL_SOCIETY,
        NationalBodyKind.UN_BODY,
    }
)
"""Kinds whose assessments are their own: no officer of the State writes or changes them."""


class Succession(StrEnum):
    """How one body followed another: Kien Giang *merged* into An Giang on 1 July 2025."""

    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
