"""Dates as UN documents print them: "10 December 2014", "1er juillet 2010", "2014年12月10日".

A closed set of forms in the six official languages and Vietnamese; nothing is guessed. Numbers
alone ("05/02/2014") are no date here, because UN offices read them in two ways; ISO 8601 is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from upheld.core.fold import fold


def _words(text: str, separator: str | None = None) -> tuple[str, ...]:
    return tuple(text.split(separator))


_MONTHS: dict[str, tuple[str, ...]] = {
    "en": _words(
        "January February March April May June July August September October November December"
),
    "en short": _words("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
    "fr": _words(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
),
    "es": _words(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
),
    "ru": _words(
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
),
    # Arabic documents print the Levantine and the Gregorian name: "كانون الأول/ديسمبر".
    "ar": _words("يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
    "ar other": _words("يناير فبراير مارس أبريل أيار يونيو يوليو آب أيلول أكتوبر نوفمبر ديسمبر"),
}  # fmt: skip
_LEVANTINE = _words(
    "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول",
    "|",
)

_MONTH_NUMBERS: dict[str, int] = {
    fold(name): number
    for names in (*_MONTHS.values(), _LEVANTINE)
    for number, name in enumerate(names, start=1)
}
_MONTH_NUMBERS["setiembre"] = 9

_MONTH = "|".join(
    sorted(
        {re.escape(n) for names in (*_MONTHS.values(), _LEVANTINE) for n in names}
        | {"setiembre", "fevrier", "aout", "decembre"},
        key=len,
        reverse=True,
    )
)
_BLANK = r"[\s ]"
_FORMS = (
    # 10 December 2014 · 1er juillet 2010 · 10 de diciembre de 2014 · 10 декабря 2014 года
    # 10 كانون الأول/ديسمبر 2014
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:er|st|nd|rd|th|º|°)?{_BLANK}+(?:de{_BLANK}+)?"
        rf"(?P<month>{_MONTH})\.?(?:{_BLANK}*/{_BLANK}*(?:{_MONTH}))?,?{_BLANK}*"
        rf"(?:(?:de|del){_BLANK}+)?(?P<year>\d{{4}})(?!\d)",
        re.IGNORECASE,
    ),
    # December 10, 2014
    re.compile(
        rf"\b(?P<month>{_MONTH})\.?{_BLANK}+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,{_BLANK}*"
        r"(?P<year>\d{4})(?!\d)",
        re.IGNORECASE,
    ),
    # ngày 5 tháng 2 năm 2014
    re.compile(
        rf"(?<!\w)(?:ngày{_BLANK}+)?(?P<day>\d{{1,2}}){_BLANK}+tháng{_BLANK}+(?P<month>\d{{1,2}})"
        rf"{_BLANK}+năm{_BLANK}+(?P<year>\d{{4}})(?!\d)",
        re.IGNORECASE,
    ),
    # 2014年12月10日
    re.compile(
        rf"(?P<year>\d{{4}}){_BLANK}*年{_BLANK}*(?P<month>\d{{1,2}}){_BLANK}*月{_BLANK}*"
        rf"(?P<day>\d{{1,2}}){_BLANK}*日"
    ),
    # 2014-12-10
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"),
)


class DateInText(NamedTuple):
    """One mention: ``text[start:end]`` prints ``date``."""

    start: int
    end: int
    date: date


def find_dates(text: str) -> Iterator[DateInText]:
    """Every full date printed in ``text``, in order; the years 1900 to 2199."""
    found = [
        DateInText(match.start(), match.end(), day)
        for form in _FORMS
        for match in form.finditer(text)
        if (day := _date(match["year"], match["month"], match["day"]))
    ]
    end = 0
    for mention in sorted(found):
        if mention.start >= end:
            end = mention.end
            yield mention


def parse_date(printed: str) -> date | None:
    """The first date in ``printed``, or None: "Geneva, 5 février 2014" gives 2014-02-05."""
    first = next(find_dates(printed), None)
    return first.date if first else None


def _date(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdecimal() else _MONTH_NUMBERS[fold(month)]
    if not 1900 <= int(year) <= 2199:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:  # "31 June 2014"
        return None
