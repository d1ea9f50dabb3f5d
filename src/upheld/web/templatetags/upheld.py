"""Tags for what every page shows: printed codes, sentences of findings, States, states of a record.

A printed code ("A/HRC/59/15", "140.27") stands in ``<bdi>`` so that it reads the same in a
sentence of any script. A sentence of a finding is translated here, late, with its arguments.
"""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from upheld.core.directions import without_turns
from upheld.core.findings import FINDINGS, Finding
from upheld.core.states import state
from upheld.store.models import Document, DocumentFinding, Reading, Record
from upheld.web.issuers import issuer_name
from upheld.web.record_names import number_of, recommending, recommending_in_short
from upheld.web.words import (
    ARGUMENTS,
    ITEM_KINDS,
    KINDS,
    POSITIONS,
    REVIEW_STATES,
    SEVERITIES,
    VERDICTS,
    Sign,
    name_of,
)

register = template.Library()


class Arguments(dict[str, object]):
    """Arguments of a sentence. One that is missing leaves a gap, not a page that fails."""

    def __init__(self, given: Mapping[str, str | int]) -> None:
        super().__init__({name: ARGUMENTS.get(str(value), value) for name, value in given.items()})

    def __missing__(self, name: str) -> str:
        return "…"


@register.filter
def code(value: object) -> SafeString:
    """A symbol or number as printed, or the name of a document: ``<bdi>A/HRC/26/6</bdi>``."""
    return format_html("<bdi>{}</bdi>", name_of(value) if isinstance(value, Document) else value)


@register.filter
def numbered(record: Record) -> SafeString:
    """The number, with its part where there is one: ``<bdi>99.11, part 2</bdi>``."""
    return code(number_of(record))


@register.filter
def recommended_by(record: Record) -> str:
    """The recommending States in short: "France, Spain and 7 others"."""
    return recommending_in_short(record)


@register.filter
def recommended_by_all(record: Record) -> str:
    """Every recommending State, in printed order."""
    return ", ".join(recommending(record))


@register.simple_tag
def record_in_review(record: Record) -> SafeString:
    """A record where its document is named already: "99.2, part 1 (Italy, Spain) ● supported"."""
    by, held = recommending_in_short(record), record.current_position
    return format_html(
        '<a href="{}">{}</a>{}{}',
        reverse("recommendation", args=[record.public_id]),
        numbered(record),
        format_html(' <span class="by">({})</span>', by) if by else "",
        format_html(" {}", position(held.value)) if held else "",
    )


@register.filter
def straight(message: object) -> str:
    """A message with the titles and names in it, none of which turns round the rest."""
    return without_turns(str(message))


@register.filter
def issuer(body: str) -> str:
    """Who issued a document, in the reader's language: "Hội đồng Nhân quyền"."""
    return issuer_name(body)


@register.filter
def paragraph(printed: str) -> SafeString:
    """Where a position stands: "paragraph 122"; what is no number stands as printed."""
    if printed[:1].isdigit():
        return code(gettext("paragraph %(paragraph)s") % {"paragraph": printed})
    return code(printed)


@register.filter
def findings_of(reading: Reading) -> list[Finding]:
    """The findings of a file that could not be taken in."""
    return [Finding.from_dict(finding) for finding in reading.findings]


@register.filter
def sentence(finding: Finding | DocumentFinding) -> str:
    """The finding in the reader's language: "Page 7 carries a picture and no text."."""
    return gettext(FINDINGS[finding.code].message) % Arguments(finding.arguments)


@register.filter
def next_step(finding: Finding | DocumentFinding) -> str:
    """What to do about the finding, in the reader's language."""
    return gettext(FINDINGS[finding.code].next_step) % Arguments(finding.arguments)


@register.filter
def state_name(iso3: str) -> str:
    """The short name of a State in the reader's language: "VNM" gives "Việt Nam" or "Viet Nam"."""
    party = state(iso3)
    return party.names.get(get_language() or "en", party.name)


@register.filter
def kind_name(kind: str) -> str:
    """The kind of a document in words: "Report of the Working Group"."""
    return str(KINDS[kind])


@register.filter
def item_kind(kind: str) -> str:
    """The kind of a record in words: "Concern"."""
    return str(ITEM_KINDS[kind])


@register.simple_tag
def severity(finding: Finding | DocumentFinding) -> SafeString:
    """How much the finding weighs, as a sign and a word."""
    return show(SEVERITIES[FINDINGS[finding.code].severity])


@register.simple_tag
def review_state(value: str) -> SafeString:
    """How far a record has come, as a sign and a word."""
    return show(REVIEW_STATES[value])


@register.simple_tag
def position(value: str) -> SafeString:
    """What the State answered, as a sign and a word."""
    return show(POSITIONS[value])


@register.simple_tag
def verdict(value: str) -> SafeString:
    """What a person judged of two records, as a sign and a word."""
    return show(VERDICTS[value])


@register.simple_tag
def sign(value: Sign) -> SafeString:
    """A sign with its word, for lists that a view has made ready."""
    return show(value)


def show(sign: Sign) -> SafeString:
    return format_html(
        '<span class="state {}"><span class="sign" aria-hidden="true">{}</span>{}</span>',
        sign.tone,
        sign.sign,
        sign.name,
    )


@register.filter
def point(value: float, shift: float = 0) -> str:
    """A length in points as SVG wants it: a full stop in every language, never a comma."""
    return f"{value + shift:.1f}"
