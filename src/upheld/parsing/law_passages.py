"""The articles and clauses of a law: "Điều 14. Chuẩn bị phạm tội / 1. …", "Article 14 (2)".

A law is cited by article and clause, so a passage is one clause, or a whole article without
clauses. Vietnamese codes ("Điều", "Khoản") and laws in English are read; a table of contents at the
front, which names every article too, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A reference within a sentence goes on ("Điều 150 (tội mua bán người)"); a head is followed by a
# full stop and its name, or stands alone.
_ARTICLE = re.compile(
    r"^[ \t]*(?P<word>Điều|Article|Section)[ \t\u00a0]+(?P<number>\d{1,4}[a-zđ]?)"
    r"(?:[.:][ \t]*(?P<name>[^\n]*)|[ \t\u00a0]*)$",
    re.MULTILINE,
)
_CLAUSE = re.compile(r"^[ \t]*(?:\((?P<bracket>\d{1,2})\)|(?P<stop>\d{1,2})\.)[ \t]+(?=\S)", re.M)
_BLANKS = re.compile(r"[ \t]*\n\s*")
FEWEST_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Passage:
    """One clause: ``article`` "14", ``clause`` "2" or "" for a whole article, and its words.

    ``name`` is the head of the article. ``text[start:end]`` of the document is where it stands.
    """

    article: str
    clause: str
    name: str
    text: str
    start: int
    end: int


def law_passages(text: str) -> list[Passage]:
    """The passages of a law in their order; empty for what is no law."""
    heads = list(_ARTICLE.finditer(text))
    longest: dict[str, list[Passage]] = {}
    for at, head in enumerate(heads):
        end = heads[at + 1].start() if at + 1 < len(heads) else len(text)
        found = list(_passages(text, head, end))
        number = head["number"]
        if _letters(found) > _letters(longest.get(number, [])):
            longest.pop(number, None)
            longest[number] = found
    return [passage for found in longest.values() for passage in found]


def place_of(passage: Passage, language: str) -> str:
    """How lawyers cite it: "khoản 2 Điều 14", "Article 14 (2)"."""
    if language == "vi":
        article = f"Điều {passage.article}"
        return f"khoản {passage.clause} {article}" if passage.clause else article
    article = f"Article {passage.article}"
    return f"{article} ({passage.clause})" if passage.clause else article


def _passages(text: str, head: re.Match[str], end: int) -> Iterator[Passage]:
    number, name = head["number"], (head["name"] or "").strip()
    clauses = _in_order(list(_CLAUSE.finditer(text, head.end(), end)))
    if not clauses:
        yield from _passage(number, "", name, text, head.end(), end)
        return
    for at, clause in enumerate(clauses):
        last = clauses[at + 1].start() if at + 1 < len(clauses) else end
        clause_number = clause["bracket"] or clause["stop"]
        yield from _passage(number, clause_number, name, text, clause.end(), last)


def _in_order(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Clauses count 1, 2, 3 …; a number that does not is a year or a list within a clause."""
    kept: list[re.Match[str]] = []
    for match in found:
        if int(match["bracket"] or match["stop"]) == len(kept) + 1:
            kept.append(match)
    return kept


def _passage(
    article: str, clause: str, name: str, text: str, start: int, end: int
) -> Iterator[Passage]:
    words = _BLANKS.sub("\n", text[start:end]).strip()
    if len(words) >= FEWEST_LETTERS:
        yield Passage(article, clause, name, words, start, end)


def _letters(passages: list[Passage]) -> int:
    return sum(len(passage.text) for passage in passages)
