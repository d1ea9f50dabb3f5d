"""How lists name a record: its number with its part, and the States that recommend it.

Reports of 2008 to 2010 print several recommendations under one number, "99.3 Ratify CAT (Italy),
(Brazil); …". Where such records stand beside each other, the number alone tells nothing.
"""

from __future__ import annotations

from django.utils.translation import gettext, ngettext

from upheld.store.models import Record
from upheld.web.side_names import state_name

NAMED = 3
"""Up to so many States are named one by one; of more, the first two and how many others."""


def number_of(record: Record) -> str:
    """ "99.11", or "99.11, part 2" where several records stand under the number."""
    number = record.number or record.public_id
    if not (record.part and record.number):
        return number
    return gettext("%(number)s, part %(part)s") % {"number": number, "part": record.part}


def recommending(record: Record) -> list[str]:
    """The recommending States in the reader's language, in printed order."""
    return [state_name(row.iso3) for row in record.states.all()]


def recommending_in_short(record: Record) -> str:
    """ "Italy, Spain", or "France, Spain and 7 others"; nothing where no State recommends."""
    names = recommending(record)
    if len(names) <= NAMED:
        return ", ".join(names)
    others = len(names) - 2
    said = ngettext("%(states)s and %(n)s other", "%(states)s and %(n)s others", others)
    return said % {"states": ", ".join(names[:2]), "n": others}
