"""The history of one record as a document, with seals by which an auditor can check it.

Each line carries the seal of its event, and the document the head of the chain. Whoever has the
data folder checks them with ``upheld verify --seal``: what stands under a seal cannot have been
changed since, and neither can anything before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from upheld.core.errors import InputProblem
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.export import Export
from upheld.services.history_reading import history_of_record
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store.models import Event, Record
from upheld.writing.table import Column, Table
from upheld.writing.write import FORMATS

AS = ("docx", "pdf")


class Said(NamedTuple):
    """An event in the reader's words."""

    when: str
    who: str
    act: str
    about: str
    content: str


Words = Callable[[Actor, Sequence[Event]], Iterable[Said]]


def record_history(
    actor: Actor, *, record: str, format: str, language: str, words: Words
) -> Export:
    """The history of the record with this public id as "docx" or "pdf", in "vi" or "en".

    Who: everyone who may take records out; only what they may read stands in it. ``words`` says
    events in the reader's words. No side effects.
    """
    who = authorise(actor, Action.EXPORT)
    found = visible_to(who, Record.objects.select_related("document")).filter(public_id=record)
    row = found.first()
    if row is None:
        raise InputProblem(_("There is no such record."))
    if format not in AS:
        raise InputProblem(
            _("There is no export as %(format)s.") % {"format": format},
            next_step=_("Choose one of %(formats)s.") % {"formats": ", ".join(AS)},
        )
    events = list(history_of_record(who, row))
    with override(language):
        content = FORMATS[format].write(
            _table(row, zip(words(who, events), events, strict=True), language)
        )
    chosen = FORMATS[format]
    return Export(f"{record}-{language}{chosen.suffix}", chosen.media_type, content)


def _table(record: Record, told: Iterable[tuple[Said, Event]], language: str) -> Table:
    _seq, head = history.head()
    lines = [
        f"{record.document.symbol} {record.number}: {record.text or record.printed}".strip(),
        _(
            "Taken out of Upheld on %(date)s. Only what the person who took it out may see stands "
            "here; who looked at what is not recorded."
        )
        % {"date": date_format(timezone.localdate())},
        _("Head of the history at that time: %(head)s") % {"head": head},
        _(
            "Each line names the seal of its event, the SHA-256 of all that it says and of the "
            "event before it. Whoever has the data folder checks a seal with “upheld verify --seal "
            "SEAL”."
        ),
    ]
    return Table(
        title=_("History of %(record)s") % {"record": record.public_id},
        columns=(
            Column("when", _("When"), 14),
            Column("who", _("Who"), 14),
            Column("act", _("What was done"), 20),
            Column("about", _("About"), 22),
            Column("content", _("Content and reason"), 44),
            Column("seal", _("Seal"), 22),
        ),
        rows=[(*said, _broken(event.hash)) for said, event in told],
        source="\n".join(lines),
        language=language,
    )


def _broken(seal: str) -> str:
    """A seal in groups of eight, so that it fits a narrow column."""
    return " ".join(seal[start : start + 8] for start in range(0, len(seal), 8))
