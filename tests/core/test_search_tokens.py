"""Tokens are the same for the text and for the question, in seven languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.search_stems import stem
from upheld.core.search_tokens import search_tokens, tokens_and_forms, tokens_in


@pytest.mark.parametrize(
    "forms",
    [
        "woman women Women WOMAN's women’s",
        "child children child's childhood",
        "discriminate discriminates discriminated discriminating discrimination discriminatory",
        "ratify ratifies ratified ratifying ratification",
        "detain detained detention detentions detainee detainees",
        "torture tortured torturing tortures",
        "organise organize organised organisation organizations",
        "labour labor",
        "minority minorities",
        "policy policies",
        "OP-CAT OPCAT op-cat",
        "evict evicted evicts eviction evictions",
        "trafficking traffickers trafficked",
        "disability disabilities disabled",
        "đảm dam ĐẢM Đảm",
        "quyền quyen QUYỀN",
        "الحقوق حقوق والحقوق",
        "États etats ÉTATS",
        "ребёнок ребенок",
    ],
)
def test_forms_of_one_word_are_one(forms: str) -> None:
    assert len(set(search_tokens(forms))) == 1, search_tokens(forms)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("police", "policy"),
        ("minor", "minority"),
        ("corporal", "corporate"),
        ("nation", "nationality"),
        ("housing", "house"),
        ("private", "deprivation"),
        ("international", "internal"),
        ("united", "unite"),
        ("universal", "university"),
        ("climate", "climb"),
        ("OP-CAT", "OP-CRC-AC"),
        ("party", "part"),
    ],
)
def test_words_that_mean_two_things_are_two(one: str, other: str) -> None:
    assert search_tokens(one) != search_tokens(other)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("A/HRC/26/6/Add.1.", ["a/hrc/26/6/add.1"]),
        ("143.27 Ratify;", ["143.27", "ratifi"]),
        ("and/or HIV/AIDS", ["and", "or", "hiv", "aids"]),
        ("人权委员会", ["人权", "权委", "委员", "员会"]),
        ("人", ["人"]),
        ("trẻ em", ["tre", "em"]),
        ("non-refoulement", ["non", "refoulement"]),
        ("l’éducation", ["l", "educ"]),
        ("!@# * – …", []),
        ("", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert search_tokens(text) == tokens


def test_places_are_those_of_the_printed_words() -> None:
    text = "Đảm bảo women’s rights (143.27, OP-CAT) 人权"
    printed = [text[found.start : found.end] for found in tokens_in(text)]
    assert printed == ["Đảm", "bảo", "women’s", "rights", "143.27", "OP-CAT", "人权"]


def test_forms_are_folded_and_not_stemmed() -> None:
    assert tokens_and_forms("Discriminatory laws, Đảm")[1] == {"discriminatory", "laws", "dam"}


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=24))
def test_a_stem_is_its_own_stem(word: str) -> None:
    assert stem(stem(word)) == stem(word)


@given(st.text(max_size=60))
def test_tokens_of_tokens_are_the_tokens(text: str) -> None:
    tokens = search_tokens(text)
    assert search_tokens(" ".join(tokens)) == tokens


@given(st.text(max_size=60))
def test_a_place_lies_within_the_text(text: str) -> None:
    for found in tokens_in(text):
        assert 0 <= found.start <= found.end <= len(text)


@given(
    st.lists(
        st.sampled_from(["Women’s", "trẻ em", "143.27", "A/HRC/26/6", "人权法", "الحقوق", "États"])
    )
)
def test_every_word_of_a_text_finds_it(words: list[str]) -> None:
    tokens = set(search_tokens(" ".join(words)))
    assert all(token in tokens for word in words for token in search_tokens(word))
