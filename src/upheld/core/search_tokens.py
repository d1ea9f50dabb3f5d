"""Search words: what texts are indexed by and questions are asked in, made by one function.

"Women's rights" gives ``woman right``, "trẻ em" and "tre em" both ``tre em``, "A/HRC/26/6" and
"143.27" one token each, "人权" its pairs of characters. Whatever is folded here is folded alike in
the text and in the question, so what a person types finds what stands there.

Languages: English plurals, verb forms and families (``search_stems``); Vietnamese by syllables,
with or without marks; Arabic without its article, joined words and written variants; Chinese by
overlapping pairs; French, Spanish and Russian without marks and case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from upheld.core.fold import fold
from upheld.core.search_stems import stem


class SearchToken(NamedTuple):
    """One token: ``text[start:end]`` is printed, ``form`` is it folded, ``token`` its stem."""

    start: int
    end: int
    form: str
    token: str


# In this order: a symbol or number with inner marks first, then runs of Han, then words. A word
# may hold marks (Arabic vowels, decomposed Vietnamese), which are no letters by themselves.
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640"
_HAN_LETTERS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_PIECE = re.compile(
    # A/HRC/26/6/Add.1, CEDAW/C/VNM/CO/7-8: words with slashes and a digit.
    r"[A-Za-z]{1,8}(?:/[A-Za-z0-9][A-Za-z0-9.\-]*)*/[A-Za-z.\-]*\d[A-Za-z0-9.\-]*"
    r"(?:/[A-Za-z0-9][A-Za-z0-9.\-]*)*"
    r"|\d+(?:[.,]\d+)+"  # 143.27
    r"|(?<![\w-])[Oo][Pp]-[A-Za-z]{2,6}(?:-[A-Za-z]{2,3})?(?![\w-])"  # OP-CAT, OP-CRC-AC
    rf"|[{_HAN_LETTERS}]+"
    rf"|[^\W_{_HAN_LETTERS}](?:[^\W{_HAN_LETTERS}]+|[{_MARKS}])*"
    rf"(?:['’ʼ‘`´][^\W\d_{_HAN_LETTERS}]+)*"
)
_HAN = re.compile(rf"[{_HAN_LETTERS}]")
_WORDS_IN_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_ARABIC_LETTERS = str.maketrans(
    {"ى": "ي", "ة": "ه", "ٱ": "ا", "ـ": None, "ک": "ك", "ی": "ي", "ء": None}
)
_LONGEST_KEPT = 40  # letters of a chunk that is kept; Chinese has no blanks
_ARABIC_BEFORE = ("وال", "بال", "كال", "فال", "ولل", "ال", "لل")
_ARABIC_AFTER = ("ها", "ات", "ون", "ين", "ان", "يه", "ه", "ي")


def search_tokens(text: str) -> list[str]:
    """The tokens of ``text`` in their order: "Women's rights" gives ["woman", "right"].

    Idempotent: the tokens of the tokens, joined by blanks, are the same tokens.
    """
    return [found.token for printed in _PIECE.findall(text) for found in _tokens_of(printed)]


def tokens_and_forms(text: str) -> tuple[list[str], set[str]]:
    """The tokens, and the folded words as they stand there, which beginnings are compared with."""
    tokens: list[str] = []
    forms: set[str] = set()
    for chunk in text.split():  # no token goes across a blank
        known = _of_chunk(chunk) if len(chunk) <= _LONGEST_KEPT else _of_chunk.__wrapped__(chunk)
        tokens += known[0]
        forms.update(known[1])
    return tokens, forms


def tokens_in(text: str) -> Iterator[SearchToken]:
    """Each token with its place, so that a snippet can mark what was found."""
    for piece in _PIECE.finditer(text):
        at = piece.start()
        for start, end, form, token in _tokens_of(piece.group()):
            yield SearchToken(at + start, at + end, form, token)


@lru_cache(maxsize=100_000)
def _of_chunk(chunk: str) -> tuple[list[str], list[str]]:
    """Tokens and forms between two blanks, punctuation and all: most are met again and again."""
    found = [token for printed in _PIECE.findall(chunk) for token in _tokens_of(printed)]
    return [each.token for each in found], [each.form for each in found]


@lru_cache(maxsize=50_000)
def _tokens_of(printed: str) -> tuple[SearchToken, ...]:
    """The tokens of one piece, placed within it. Texts repeat their words: most are known."""
    first = printed[0]
    if "/" in printed:
        trimmed = printed.rstrip(".-/")
        form = fold(trimmed)
        return (SearchToken(0, len(trimmed), form, form),)
    if first.isdecimal() and not printed.isalnum():
        form = printed.replace(",", "")
        return (SearchToken(0, len(printed), form, form),)
    if "-" in printed:
        form = fold(printed).replace("-", "")
        return (SearchToken(0, len(printed), form, form),)
    if _HAN.match(first):
        return tuple(_pairs(printed))
    return tuple(_words(printed))


def _words(printed: str) -> Iterator[SearchToken]:
    end = len(printed)
    for form in _WORDS_IN_WORD.findall(fold(printed).removesuffix("'s")):
        if _HAN.search(form):  # compatibility characters that fold to Han
            yield from (SearchToken(0, end, pair.form, pair.token) for pair in _pairs(form))
        elif _ARABIC.search(form):
            token = _arabic(form)
            yield SearchToken(0, end, token, token)
        else:
            yield SearchToken(0, end, form, stem(form))


def _pairs(printed: str) -> Iterator[SearchToken]:
    form = fold(printed)
    end = len(printed)
    if len(form) < 2:
        yield SearchToken(0, end, form, form)
    for at in range(len(form) - 1):
        pair = form[at : at + 2]
        yield SearchToken(min(at, end), min(at + 2, end), pair, pair)


def _arabic(form: str) -> str:
    """Without written variants, article, joined conjunction and common endings: الحقوق, حقوق."""
    word = form.translate(_ARABIC_LETTERS)
    while True:
        shorter = word
        for before in _ARABIC_BEFORE:
            if word.startswith(before) and len(word) - len(before) >= 3:
                shorter = word[len(before) :]
                break
        else:
            for after in _ARABIC_AFTER:
                if word.endswith(after) and len(word) - len(after) >= 3:
                    shorter = word[: -len(after)]
                    break
        if shorter == word:
            return word or form
        word = shorter
