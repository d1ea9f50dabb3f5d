"""Tags for entries and assignments: where an entry stands, how late something is, whose it is."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from upheld.core.entries import EntryState
from upheld.services.agenda import Line
from upheld.store.models import Assessment, Body, Entry, Reply
from upheld.web.entry_words import ENTRY_STATES, PARTS, SENT_BACK, TIMINGS
from upheld.web.templatetags.upheld import show

register = template.Library()


@register.simple_tag
def entry_state(value: str, sent_back: object = "") -> SafeString:
    """Where an entry stands, as a sign and a word; a draft that was sent back says so."""
    return show(SENT_BACK if sent_back and value == EntryState.DRAFT else ENTRY_STATES[value])


@register.simple_tag
def timing(line: Line) -> SafeString:
    """How an assignment stands to its due date, as a sign and a word."""
    return show(TIMINGS[line.timing])


@register.filter
def name_of_body(body: Body) -> str:
    """The name of a body in the reader's language."""
    return body.name_in(get_language() or "en")


@register.filter
def reporting_body(entry: Entry) -> str:
    """Who reports: in the reader's language if the body has that name, else as it was written."""
    return entry.body.names.get(get_language() or "en") or entry.body_name


@register.filter
def assessing_body(assessment: Assessment) -> str:
    """Who assesses: in the reader's language if the body has that name, else as it was written."""
    names = assessment.assessor.names
    return names.get(get_language() or "en") or assessment.assessor_name


@register.filter
def replying_body(reply: Reply) -> str:
    """Who replies: the State or a body, in the reader's language, else as it was written."""
    if reply.body is None:
        return gettext("The State")
    return reply.body.names.get(get_language() or "en") or reply.author_name


@register.filter
def part_name(part: str) -> str:
    """Whether a body leads or supports."""
    return str(PARTS[part])
