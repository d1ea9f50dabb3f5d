"""Tags for bodies: names with the language these stand in, periods, the mark of doubt."""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from upheld.store.models import Body
from upheld.web.body_words import ASSIGNMENT_STATES, BODY_KINDS, PARTS, Said, name_of

register = template.Library()


@register.filter
def said(name: Said) -> SafeString:
    """A name, marked with its language where that is not the page's."""
    if name.language == (get_language() or "en"):
        return format_html("{}", name.text)
    return format_html('<span lang="{}">{}</span>', name.language, name.text)


@register.filter
def body_name(body: Body) -> SafeString:
    """The name of a body in the reader's language where there is one."""
    return said(name_of(body))


@register.filter
def body_kind(kind: str) -> str:
    """The kind of a body in words: "Ministry"."""
    return str(BODY_KINDS[kind].one)


@register.filter
def body_kinds(kind: str) -> str:
    """The kind of several bodies in words: "Ministries"."""
    return str(BODY_KINDS[kind].many)


@register.filter
def part_name(part: str) -> str:
    """A part in words: "lead body"."""
    return str(PARTS[part])


@register.simple_tag
def body_link(body: Body) -> SafeString:
    """The name of a body, leading to its page."""
    return format_html(
        '<a href="{}">{}</a>', reverse("body", args=[body.code]), said(name_of(body))
    )


@register.simple_tag
def assignment_state(state: str) -> SafeString:
    """A state of an assignment as a sign and a word."""
    sign = ASSIGNMENT_STATES[state]
    return format_html(
        '<span class="state {}"><span class="sign" aria-hidden="true">{}</span>{}</span>', *sign
    )


@register.simple_tag
def period(body: Body) -> str:
    """From when to when a body exists, as a sentence part; empty where nothing is known."""
    first = date_format(body.valid_from) if body.valid_from else ""
    last = date_format(body.valid_to) if body.valid_to else ""
    if first and last:
        return gettext("from %(first)s to %(last)s") % {"first": first, "last": last}
    if first:
        return gettext("since %(first)s") % {"first": first}
    return gettext("until %(last)s") % {"last": last} if last else ""


@register.simple_tag
def unchecked() -> SafeString:
    """The mark of a body that nobody compared with a published act."""
    word: str | Promise = gettext("not compared with a published act")
    return format_html(
        '<span class="state warn"><span class="sign" aria-hidden="true">?</span>'
        '<span class="visually-hidden">{}</span></span>',
        word,
    )
