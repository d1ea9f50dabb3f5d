"""A digest in the reader's words: headings, one sentence for each line, and the mail."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from upheld.core.entries import Step
from upheld.core.reminders import Topic
from upheld.services.digests import Item

MOST_LINES = 25
"""Lines under one heading; the page has them all."""

HEADINGS: dict[Topic, Promise] = {
    Topic.SENT_BACK: _("Sent back to you"),
    Topic.LATE: _("Late"),
    Topic.DUE_SOON: _("Due within 30 days"),
    Topic.WAITS: _("Waiting for your step"),
    Topic.ESCALATED: _("Late in your bodies"),
    Topic.CHANGED: _("Changed since the last time"),
}

_SENTENCES: dict[Topic, Promise] = {
    Topic.SENT_BACK: _("%(what)s, %(body)s: sent back; the reason stands on the page."),
    Topic.LATE: _("%(what)s, %(body)s: was due on %(due)s."),
    Topic.DUE_SOON: _("%(what)s, %(body)s: due on %(due)s."),
    Topic.ESCALATED: _("%(what)s, %(body)s: was due on %(due)s; nothing was sent in about it."),
}

_CHANGES: dict[Step, Promise] = {
    Step.VALIDATE: _("%(what)s, %(body)s: validated."),
    Step.ACCEPT: _("%(what)s, %(body)s: accepted."),
    Step.PUBLISH: _("%(what)s, %(body)s: published."),
}


def sentence(item: Item) -> str:
    """One line of a digest: "A/HRC/90/7, 140.1, Ministry of Justice: due on 30 June 2027."."""
    if item.topic is Topic.WAITS:
        return _waiting(item)
    pattern = _CHANGES[item.step] if item.step else _SENTENCES[item.topic]
    body = item.body.name_in(get_language() or "en") if item.body else ""
    due = date_format(item.due, "DATE_FORMAT") if item.due else ""
    return str(pattern) % {"what": item.what, "body": body, "due": due}


def by_topic(items: Iterable[Item]) -> list[tuple[Topic, list[Item]]]:
    """The items under their headings, in the order in which they come."""
    return [(topic, list(rows)) for topic, rows in groupby(items, key=lambda item: item.topic)]


def subject(items: list[Item]) -> str:
    """The subject of the mail: "Upheld: 3 late, 2 due soon"."""
    count = len(items)
    text = ngettext("Upheld: %(n)s matter for you", "Upheld: %(n)s matters for you", count)
    return text % {"n": count}


def mail_text(items: list[Item]) -> str:
    """The mail: plain text with links to this installation's address."""
    lines = []
    for topic, rows in by_topic(items):
        lines += [str(HEADINGS[topic]), ""]
        lines += [f"- {sentence(item)}\n  {address(item.address)}" for item in rows[:MOST_LINES]]
        more = len(rows) - MOST_LINES
        if more > 0:
            lines.append("- " + ngettext("and %(n)s more", "and %(n)s more", more) % {"n": more})
        lines.append("")
    lines += [
        gettext("How often this mail comes, and whether, you choose here:"),
        address(reverse("reminders")),
    ]
    return "\n".join(lines) + "\n"


def address(path: str) -> str:
    """A path of this installation as a link that can be followed from a mail."""
    return settings.UPHELD_ADDRESS.rstrip("/") + path


def _waiting(item: Item) -> str:
    number = item.number
    match item.step:
        case Step.VALIDATE:
            text = ngettext(
                "%(n)s entry waits to be validated.", "%(n)s entries wait to be validated.", number
            )
        case Step.ACCEPT:
            text = ngettext(
                "%(n)s entry waits to be accepted.", "%(n)s entries wait to be accepted.", number
            )
        case _:
            text = ngettext(
                "%(n)s entry waits to be published.",
                "%(n)s entries wait to be published.",
                number,
            )
    return text % {"n": number}
