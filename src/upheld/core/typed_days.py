"""Days as people type and read them: "30/06/2027", "30-6-2027", "30.6.2027" and "2027-06-30".

Both languages of the interface write the day first, so that figures are read in one way only. Days
that documents print are another matter, since UN offices differ: see ``upheld.core.dates``.
"""

from __future__ import annotations

import re
from datetime import date

from upheld.core.dates import find_dates

_DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", re.ASCII)

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip


def day_typed(text: str) -> date | None:
    """The day that a field, an address or a cell holds; None for anything else.

    Figures with the day first, ISO 8601, and a day in words ("30 June 2027", "ngày 30 tháng 6 năm
    2027"); the years 1900 to 2199.

    >>> day_typed("30/06/2027") == day_typed("30.6.2027") == day_typed("2027-06-30")
    True
    """
    typed = text.strip()
    if found := _DAY_FIRST.fullmatch(typed):
        typed = f"{found[4]}-{int(found[3]):02}-{int(found[1]):02}"
    mention = next(find_dates(typed), None)
    whole = mention is not None and (mention.start, mention.end) == (0, len(typed))
    return mention.date if mention and whole else None


def day_read(day: date, language: str) -> str:
    """The day as a reader of the interface in ``language`` sees it, in "vi" or "en".

    >>> day_read(date(2027, 6, 30), "vi"), day_read(date(2027, 6, 30), "en")
    ('30/06/2027', '30 June 2027')
    """
    if language == "vi":
        return f"{day.day:02}/{day.month:02}/{day.year:04}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year:04}"
