"""Personal data found by its form, and masked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.personal_data import MASK, find_personal_data, mask

PASSAGES = [
    ("Write to lan.nguyen@example.org today", ["lan.nguyen@example.org"]),
    ("Call 0912 345 678 or +84 24 3799 3000", ["0912 345 678", "+84 24 3799 3000"]),
    ("CCCD số 001090012345 do Công an cấp", ["001090012345"]),
    ("mang số 001090012345", ["001090012345"]),
    ("passport No. B1234567 was withdrawn", ["B1234567"]),
    ("sinh ngày 12/3/1980 tại Huế", ["12/3/1980"]),
    ("born on 3 May 1990 in the capital", ["3 May 1990"]),
    ("bà Nguyễn Thị Lan đã khiếu nại", ["Nguyễn Thị Lan"]),
    ("The complainant J. Doe was heard", ["J. Doe"]),
    # offices, numbers of documents, amounts and dates of acts are nobody's personal data
    ("Ông Bộ trưởng phát biểu; Mr. President, distinguished delegates", []),
    ("Quyết định 1975/QĐ-TTg ngày 31/12/2019", []),
    ("A budget of 120.000.000.000 dong, 1,250,000 pupils", []),
    ("Article 14 (2) of Law No. 45/2019/QH14", []),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES, ids=[text for text, _found in PASSAGES])
def test_passages_that_seem_to_be_personal(text, expected):
    assert [text[one.start : one.end] for one in find_personal_data(text)] == expected


def test_masked_words_leave_nothing_of_their_length():
    assert mask("Lan and Nguyen", [(0, 3), (8, 14)]) == f"{MASK} and {MASK}"


def test_overlapping_passages_become_one_mask():
    assert mask("abcdef", [(1, 3), (2, 5), (9, 12), (4, 4)]) == f"a{MASK}f"


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70))))
def test_what_lies_outside_the_passages_stays(text, passages):
    inside = {at for start, end in passages for at in range(max(0, start), min(len(text), end))}
    outside = "".join(letter for at, letter in enumerate(text) if at not in inside)
    if MASK[0] not in text:
        assert mask(text, passages).replace(MASK, "") == outside
