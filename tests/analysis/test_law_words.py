"""What a recommendation asks, in the words of laws; the passages that share most with it."""

from __future__ import annotations

from upheld.analysis.law_words import best_passages, words_of_law, words_typed

PASSAGES = [
    "Không thi hành án tử hình đối với phụ nữ có thai.",
    "Người bị bắt có quyền nhờ luật sư bào chữa.",
    "Nhà nước bảo đảm quyền học tập của trẻ em.",
    "Cấm mua bán người dưới mọi hình thức.",
]


def best(words):
    return [found.at for found in best_passages(words, PASSAGES, 2)]


def test_english_words_lead_to_those_of_the_law():
    assert best(words_of_law("Establish a moratorium on the death penalty"))[:1] == [0]
    assert best(words_of_law("Guarantee access to a lawyer"))[:1] == [1]
    assert best(words_of_law("Combat trafficking in persons"))[:1] == [3]


def test_what_was_found_says_by_which_words():
    assert best_passages(words_of_law("trafficking in persons"), PASSAGES, 1)[0].words == (
        "mua bán người",
    )


def test_typed_words_are_taken_as_they_stand():
    assert words_typed("Tử hình, phụ nữ có thai") == [("tử hình",), ("phụ nữ có thai",)]
    assert best(words_typed("luật sư")) == [1]


def test_words_typed_without_marks_find_those_with_them():
    def found(words):
        return [one.at for one in best_passages(words_typed(words), PASSAGES, 4, typed=True)]

    assert found("luat su") == found("luật sư") == [1]
    assert found("phu nu co thai") == [0]
    assert found("mua ban nguoi, tre em") == found("mua bán người, trẻ em")
    assert found("DANG") == found("đang") == []


def test_words_typed_with_marks_mean_themselves():
    assert best_passages(words_typed("luất sư"), PASSAGES, 3, typed=True) == []


def test_nothing_in_common_finds_nothing():
    assert best(words_of_law("xyz")) == []
    assert best_passages([], PASSAGES, 3) == []
    assert best_passages(words_typed("án tử hình"), [], 3) == []


def test_words_within_other_words_do_not_count():
    assert best_passages([("người d",)], PASSAGES, 3) == []
