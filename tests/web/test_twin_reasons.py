"""The reasons of a comparison in the reader's words, English and Vietnamese."""

from __future__ import annotations

import re

import pytest
from django.utils import translation

from upheld.analysis.demand_reasons import Found
from upheld.analysis.same_demand import Reason, compare
from upheld.web.twin_reasons import SENTENCES, ShownReason, shown_reasons

GAPS = {
    Found.SAME: {"both"},
    Found.MORE: {"rest"},
    Found.EACH_MORE: {"both", "first", "second"},
    Found.NEAR: {"first", "second"},
    Found.OTHER: {"first", "second"},
    Found.OPPOSITE: {"first", "second"},
    Found.ONE_SIDED: {"rest"},
    Found.UNNAMED: set(),
}
WITHOUT_NAMES = {
    ("standard", Found.NEAR),
    *((part, found) for part in ("meaning", "issues", "meaning_and_issues")
      for found in (Found.SAME, Found.OTHER)),
    ("essentials_exchanged", Found.OTHER),
    ("demand_same", Found.SAME),
}  # fmt: skip


def said(feature: str, effect: float, one: tuple[str, ...], other: tuple[str, ...]) -> str:
    (shown,) = shown_reasons([Reason(feature, effect, "Its own sentence.", (one, other))])
    assert shown.speaks_for == (effect > 0)
    return shown.sentence


@pytest.mark.parametrize("language", ["en", "vi"])
def test_each_sentence_has_the_gaps_of_what_it_tells(language: str) -> None:
    with translation.override(language):
        gaps = {key: set(re.findall(r"%\((\w+)\)s", str(text))) for key, text in SENTENCES.items()}
    assert gaps == {key: set() if key in WITHOUT_NAMES else GAPS[key[1]] for key in SENTENCES}


@pytest.mark.parametrize(
    ("feature", "effect", "one", "other", "english", "vietnamese"),
    [
        ("acts_differ", -1.0, ("ratify",), ("awareness", "train"),
         "They ask for different acts: one to ratify, the other to raise awareness, train.",
         "Hai bên yêu cầu hành động khác nhau: một bên yêu cầu phê chuẩn hoặc gia nhập, "
         "bên kia yêu cầu nâng cao nhận thức, tập huấn hoặc đào tạo."),
        ("objects_differ", -1.0, ("deaths", "penalty"), (),
         "Only one singles out a particular point: death, the penalty.",
         "Chỉ một bên nhằm vào một điểm cụ thể: tử vong, hình phạt."),
        ("standard_same", 2.0, ("ratify CAT",), ("ratify CAT",),
         "Both make the same standard demand: “ratify CAT”.",
         "Cả hai đưa ra cùng một yêu cầu thường gặp: “phê chuẩn Công ước chống tra tấn”."),
        ("standard_other", -2.0, (), ("ratify CAT",),
         "One makes the standard demand “ratify CAT”, the other does not seem to.",
         "Một bên đưa ra yêu cầu thường gặp “phê chuẩn Công ước chống tra tấn”, "
         "bên kia có lẽ không."),
        ("instruments_differ", -9.0, ("CAT",), ("CRPD",),
         "They name different instruments: one Convention against torture, the other Convention "
         "on persons with disabilities.",
         "Hai bên nêu văn kiện khác nhau: một bên nêu Công ước chống tra tấn, bên kia nêu Công ước "
         "về quyền của người khuyết tật."),
        ("essentials_exchanged", -3.0, ("expression",), ("expression",),
         "Part of the wording is the same, but each says something that the other does not.",
         "Lời văn giống nhau một phần, nhưng mỗi bên nêu một nội dung mà bên kia không nêu."),
    ],
)  # fmt: skip
def test_a_reason_in_both_languages(
    feature: str,
    effect: float,
    one: tuple[str, ...],
    other: tuple[str, ...],
    english: str,
    vietnamese: str,
) -> None:
    with translation.override("en"):
        assert said(feature, effect, one, other) == english
    with translation.override("vi"):
        assert said(feature, effect, one, other) == vietnamese


def test_a_part_without_a_sentence_has_that_of_its_feature() -> None:
    assert said("all_same", 8.0, (), ()) == "Its own sentence."


def test_five_reasons_at_most() -> None:
    a = "Train 200 police officers and judges in Karvia on torture and ratify CAT article 22"
    b = "Build 30 prisons for women in Delmora and publish data on discrimination"
    with translation.override("en"):
        shown = shown_reasons(compare(a, b).why)
    assert len(shown) == 5


def test_what_speaks_for_comes_first_and_what_has_a_name_before_what_has_none() -> None:
    why = [
        Reason("essentials_exchanged", -3.0, "", ((), ())),
        Reason("acts_differ", -1.0, "", (("ratify",), ("train",))),
        Reason("meaning_and_issues", 2.0, "", ((), ())),
        Reason("themes_same", 0.5, "", (("torture",), ("torture",))),
    ]
    with translation.override("en"):
        assert [one.sentence for one in shown_reasons(why)] == [
            "Both are about the same theme: torture and ill-treatment.",
            "In issue and in what their differing words mean, they are close.",
            "They ask for different acts: one to ratify, the other to train.",
            "Part of the wording is the same, but each says something that the other does not.",
        ]


def test_no_english_word_stands_in_a_vietnamese_reason() -> None:
    with translation.override("vi"):
        shown = shown_reasons(
            compare(
                "Amend the law on the press and abolish the death penalty for drug offences",
                "Guarantee freedom of expression and set a moratorium on executions",
            ).why
        )
    assert shown
    english = r"\b(the|and|of|on|legislate|deaths?|penalty|repeal|abolish|expression|press)\b"
    assert [one.sentence for one in shown if re.search(english, one.sentence)] == []


def test_what_is_shown_is_a_sentence_and_a_side() -> None:
    with translation.override("en"):
        shown = shown_reasons(compare("Ratify CAT", "Accede to CAT").why)
    assert ShownReason("Both name the same instrument: Convention against torture.", True) in shown
