"""Tags of the workspace: statuses with their criteria, grades, kinds of evidence."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from upheld.core.implementation import CRITERIA, Implementation
from upheld.core.wording import wording
from upheld.web.templatetags.upheld import show
from upheld.web.workspace_words import (
    ASSESSORS,
    CONFIDENTIALITIES,
    EVIDENCE_TYPES,
    GRADES,
    STATUSES,
)

register = template.Library()


@register.simple_tag
def implementation(value: str) -> SafeString:
    """How far it is implemented, as a sign and a word."""
    return show(STATUSES[value])


@register.filter
def criterion(value: str) -> str:
    """What must be true for a status."""
    return gettext(CRITERIA[Implementation(value)])


@register.inclusion_tag("web/parts/criteria.html")
def criteria() -> dict[str, object]:
    """All statuses with their criteria."""
    return {"criteria": [(status.value, gettext(words)) for status, words in CRITERIA.items()]}


@register.simple_tag
def words(held: Mapping[str, str]) -> SafeString:
    """Words in the reader's language where there are some, marked with theirs otherwise."""
    asked = get_language() or "en"
    text, language = wording(held, asked)
    if language == asked:
        return format_html("{}", text)
    return format_html('<span lang="{}">{}</span>', language, text)


@register.filter
def figure(value: Decimal | str) -> str:
    """A number without the zeros behind it, as the reader's language writes it."""
    if not isinstance(value, Decimal):
        return str(value)
    return number_format(f"{value.normalize():f}", use_l10n=True, force_grouping=True)


@register.filter
def assessor_kind(value: str) -> str:
    """Whose view it is: "Civil society"."""
    return str(ASSESSORS[value])


@register.filter
def grade(value: str) -> str:
    """A treaty body's grade in words: "A: largely satisfactory"."""
    return str(GRADES[value])


@register.filter
def evidence_type(value: str) -> str:
    """What a piece of evidence is: "Law or decree"."""
    return str(EVIDENCE_TYPES[value])


@register.filter
def confidentiality(value: str) -> str:
    """Who may see a piece of evidence."""
    return str(CONFIDENTIALITIES[value])
