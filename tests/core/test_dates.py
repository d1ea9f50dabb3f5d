"""Dates as documents print them, in seven languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.dates import find_dates, parse_date

ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
FRENCH = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
SPANISH = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
RUSSIAN = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("10 December 2014", date(2014, 12, 10)),
        ("Distr.: General 7 July 2014 Original: English", date(2014, 7, 7)),
        ("14 AUGUST 2009", date(2009, 8, 14)),
        ("5 July2013", date(2013, 7, 5)),
        ("December 10, 2014", date(2014, 12, 10)),
        ("27 January to 7 February 2014", date(2014, 2, 7)),
        ("1er juillet 2010", date(2010, 7, 1)),
        ("10 de diciembre de 2014", date(2014, 12, 10)),
        ("3 de setiembre de 2014", date(2014, 9, 3)),
        ("10 декабря 2014 года", date(2014, 12, 10)),
        ("10 كانون الأول/ديسمبر 2014", date(2014, 12, 10)),
        ("٥ فبراير ٢٠١٤", date(2014, 2, 5)),
        ("2014年12月10日", date(2014, 12, 10)),
        ("Hà Nội, ngày 5 tháng 2 năm 2014", date(2014, 2, 5)),
        ("2014-12-10", date(2014, 12, 10)),
        ("10 December\n2014", date(2014, 12, 10)),
    ],
)
def test_printed_dates(printed: str, expected: date) -> None:
    assert parse_date(printed) == expected


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "31 June 2014",
        "05/02/2014",
        "GE.25-02819",
        "December 2014",
        "10 December 14",
        "12014-12-10",
    ],
)
def test_what_is_no_date(printed: str) -> None:
    assert parse_date(printed) is None


def test_all_dates_of_a_paragraph_in_order() -> None:
    text = "Reviewed on 5 February 2014; adopted on 2014-02-07 (see 20 June 2014)."
    found = list(find_dates(text))
    assert [mention.date.isoformat() for mention in found] == [
        "2014-02-05",
        "2014-02-07",
        "2014-06-20",
    ]
    assert [text[m.start : m.end] for m in found] == [
        "5 February 2014",
        "2014-02-07",
        "20 June 2014",
    ]


@given(st.dates(date(1946, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_in_every_language(day: date) -> None:
    month = day.month - 1
    forms = [
        f"{day.day} {ENGLISH[month]} {day.year}",
        f"{ENGLISH[month]} {day.day}, {day.year}",
        f"{day.day} {FRENCH[month]} {day.year}",
        f"{day.day} de {SPANISH[month]} de {day.year}",
        f"{day.day} {RUSSIAN[month]} {day.year} года",
        f"{day.year}年{day.month}月{day.day}日",
        f"ngày {day.day} tháng {day.month} năm {day.year}",
        day.isoformat(),
    ]
    assert [form for form in forms if parse_date(form) != day] == []
