"""Laws cut into the passages by which they are cited; texts in the usual layouts."""

from __future__ import annotations

import pytest

from upheld.parsing.law_passages import law_passages, place_of

CODE = """BỘ LUẬT THỬ NGHIỆM
Mục lục
Điều 1. Phạm vi
Điều 2. Giam giữ
CHƯƠNG I
Điều 1. Phạm vi
Bộ luật này quy định về việc giam giữ tại Sarovia.
Điều 2. Giam giữ
1. Không ai bị giam giữ quá 48 giờ nếu không có
quyết định của tòa án.
2. Người bị giam giữ được gặp luật sư theo quy định tại
Điều 1 (phạm vi) của Bộ luật này:
a) ngay khi bị bắt;
b) bất cứ lúc nào sau đó.
Điều 2a. Thông báo
Gia đình được thông báo trong thời hạn 24 giờ.
"""

ACT = """ACT ON DETENTION
Article 7
(1) Nobody is held longer than 48 hours without a decision of a court.
(2) In 2019. 14 persons were held longer, as Article 3 (1) then allowed.
Article 8. Nothing.
"""


def told(text):
    return [(p.article, p.clause, p.name, p.text) for p in law_passages(text)]


def test_a_vietnamese_code_by_article_and_clause():
    assert told(CODE) == [
        ("1", "", "Phạm vi", "Bộ luật này quy định về việc giam giữ tại Sarovia."),
        ("2", "1", "Giam giữ",
         "Không ai bị giam giữ quá 48 giờ nếu không có\nquyết định của tòa án."),
        ("2", "2", "Giam giữ",
         "Người bị giam giữ được gặp luật sư theo quy định tại\nĐiều 1 (phạm vi) của Bộ luật này:\n"
         "a) ngay khi bị bắt;\nb) bất cứ lúc nào sau đó."),
        ("2a", "", "Thông báo", "Gia đình được thông báo trong thời hạn 24 giờ."),
    ]  # fmt: skip


def test_an_act_in_english():
    assert told(ACT) == [
        ("7", "1", "", "Nobody is held longer than 48 hours without a decision of a court."),
        ("7", "2", "", "In 2019. 14 persons were held longer, as Article 3 (1) then allowed."),
    ]


def test_passages_lead_to_their_place():
    for passage in law_passages(CODE):
        assert passage.text.split() == CODE[passage.start : passage.end].split()


@pytest.mark.parametrize(
    ("at", "language", "place"),
    [
        (1, "vi", "khoản 1 Điều 2"),
        (0, "vi", "Điều 1"),
        (1, "en", "Article 2 (1)"),
        (0, "en", "Article 1"),
    ],
)
def test_how_it_is_cited(at, language, place):
    assert place_of(law_passages(CODE)[at], language) == place


@pytest.mark.parametrize("text", ["", "A letter about Article 14 of the Covenant.", "Điều\n1.\n"])
def test_what_is_no_law_has_no_passages(text):
    assert law_passages(text) == []
