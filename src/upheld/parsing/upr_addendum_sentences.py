"""Positions stated in sentences: "The Government accepts the following recommendations: 140.7, …".

The answer stands before the list, behind it ("Recommendations 118.13 and 118.21 do not enjoy the
support of X"), or in the heading above ("I. Accepted recommendations"). Numbers without an answer,
as in "See recommendation 71" or above an explanation ("140.72-75"), state no position.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from upheld.core.flow import Flow
from upheld.parsing.position_lists import NumberList, read_numbers
from upheld.parsing.upr_addendum_answers import Answer, read_answer
from upheld.parsing.upr_addendum_statement import Statement

MENTION = re.compile(
    r"\b(?:recommendations?|recs?\.)\s*(?:\([^()\d]{0,60}\)\s*)?(?:(?:nos?\.?|numbers?|numbered|listed|contained|made|set\s+out|under|"
    r"in|paragraphs?|paras?\.?|the|following)\s+){0,5}[:–-]?\s*(?=\d)|:\s*(?:(?:nos?\.?|paragraphs?|paras?\.?)\s+)?(?=\d{1,3}\s?[.,;\d–-])",
    re.I,
)
# Where a sentence or a paragraph begins
BEGINS = re.compile(
    r"(?<=[a-z)\]”\"’])[.;!?]\d{0,2}\s+(?=[A-Z“])"
    r"|(?:\A|\n)[ \t]*\d{1,3}\.[ \t]+(?=[A-Z])"
    r"|\n[ \t]*(?:[•*·]|[IVX]+\.)\s*"
)
ENDS = re.compile(r"[.;](?=\s+[A-Z“\d]|\s*\Z|\n)|\n(?=[ \t]*(?:\d{1,3}\.[ \t]+[A-Z]|[IVX]+\.\s))")
VERB_FOLLOWS = re.compile(
    r"\s*(?:[:–-]\s*|,\s*)?(?:(?:which|that)\s+)?(?:are|is|were|was|have|has|do|does|did|enjoy|cannot|can|could|will|supported|accepted|noted|"
    r"not|rejected)\b",
    re.I,
)
ELSEWHERE = re.compile(r"\bsee\b|\brefer\s+to\b|\bregarding\s+the\s+implementation\b", re.I)
PARAGRAPH = re.compile(r"(?:\A|\n)[ \t]*(\d{1,3})\.[ \t]+(?=[A-Z])")
ENUMERATED = re.compile(r"\s*(?:[IVX]+|[A-Z])[.)]\s+\S")


@dataclass(frozen=True, slots=True)
class _Section:
    """What stands under one heading, and the answer that the heading gives."""

    start: int
    end: int
    answer: Answer | None
    words: str


def read_sentences(flow: Flow) -> Iterator[Statement]:
    """The statements made in sentences, in the order of the document."""
    sections = list(_sections(flow))
    stated_in: set[int] = set()
    past = 0
    for mention in MENTION.finditer(flow.text):
        if mention.end() < past:
            continue
        listed = read_numbers(flow.text, mention.end())
        if listed is None or _is_no_list(flow.text, mention, listed):
            continue
        section = _section_at(sections, listed.start)
        if mention.start() < section.start:
            continue
        answer, words = _answer_around(flow.text, listed, max(past, section.start))
        if answer is None and section.start not in stated_in and not ELSEWHERE.search(words):
            answer, words = section.answer, section.words
        if answer is None:
            continue
        past = listed.end
        stated_in.add(section.start)
        paragraph = _paragraph_at(flow.text, listed.start)
        in_parts = answer is Answer.PARTLY
        yield Statement(listed, answer.position, words, paragraph, in_parts)
    for section in sections:
        if section.answer and section.start not in stated_in:
            yield from _bare_lists(flow, section)


def _is_no_list(text: str, mention: re.Match[str], listed: NumberList) -> bool:
    """What stands behind "recommendations" may count them, or number the next paragraph.

    "accepts the following: 12 recommendations", "the recommendations listed in paragraph 122",
    "Noted recommendations" / "5. The Government …".
    """
    first = listed.numbers[0]
    counts = re.match(r"\s+(?:other\s+)?recommendations?\b", text[listed.end :])
    place = not first.paragraph and re.search(r"\bpara", mention[0], re.I)
    numbered = PARAGRAPH.match(text, text.rfind("\n", 0, first.start))
    return bool(counts or place or (numbered and numbered.start(1) == first.start))


def _answer_around(text: str, listed: NumberList, earliest: int) -> tuple[Answer | None, str]:
    """The answer of the sentence in which a list stands: before the list, else behind it."""
    begin = earliest
    for mark in BEGINS.finditer(text, max(earliest, listed.start - 900), listed.start):
        begin = mark.end()
    end = ENDS.search(text, listed.end)
    stop = min(end.start() if end else len(text), listed.end + 500)
    following = MENTION.search(text, listed.end, stop)
    before = " ".join(text[begin : listed.start].split())
    after = " ".join(text[listed.end : following.start() if following else stop].split())
    if ELSEWHERE.search(before):
        return None, before
    if VERB_FOLLOWS.match(after) and (answer := read_answer(after)):
        return answer, f"{before} … {after}".strip()
    answer = read_answer(before)
    if answer is None and (answer := read_answer(after)):
        return answer, f"{before} … {after}".strip()
    return answer, before.rstrip(" :")


def _sections(flow: Flow) -> Iterator[_Section]:
    """The headings in order, each with the stretch below it; what stands before them first."""
    usual = _usual_size(flow)
    heads: list[tuple[int, int]] = []
    for block, start in zip(flow.blocks, flow.starts, strict=True):
        end = start + block.span.end - block.span.start
        line = flow.text[start:end]
        larger = block.size > usual > 0 or block.level > 0
        enumerated = block.bold and ENUMERATED.match(line)
        alone = (
            ENUMERATED.match(line) and len(line) < 120 and not line.rstrip().endswith((".", ";"))
        )
        if larger and heads and heads[-1][1] + 1 == start:
            heads[-1] = (heads[-1][0], end)  # a heading of two lines
        elif larger or enumerated or alone:
            heads.append((start, end))
    yield _Section(0, heads[0][0] if heads else len(flow.text), None, "")
    for index, (start, end) in enumerate(heads):
        stop = heads[index + 1][0] if index + 1 < len(heads) else len(flow.text)
        words = " ".join(flow.text[start:end].split())
        about = re.search(r"\brecommendations?\b", words, re.I)
        yield _Section(end, stop, read_answer(words) if about else None, words)


def _usual_size(flow: Flow) -> float:
    """The size of most of the running text; 0 where the format does not tell."""
    letters: dict[float, int] = {}
    for block in flow.blocks:
        letters[block.size] = letters.get(block.size, 0) + block.span.end - block.span.start
    return max(letters, key=lambda size: letters[size], default=0.0)


def _section_at(sections: list[_Section], offset: int) -> _Section:
    return next(
        section for section in reversed(sections) if section.start <= offset or not section.start
    )


def _bare_lists(flow: Flow, section: _Section) -> Iterator[Statement]:
    """Numbers at the beginning of lines under a heading that answers for them all."""
    answer = section.answer
    if answer is None:
        return
    past = section.start
    for line in re.finditer(r"^[ \t]*(?=\d)", flow.text[: section.end], re.M):
        if line.start() < past:
            continue
        listed = read_numbers(flow.text, line.end())
        if listed is None or listed.end > section.end:
            continue
        alone = re.match(r"[.;,]?[ \t]*(?:\n|\Z)", flow.text[listed.end :]) is not None
        if listed.numbers[0].paragraph or (alone and len(listed.numbers) > 1):
            past = listed.end
            yield Statement(listed, answer.position, section.words)


def _paragraph_at(text: str, offset: int) -> str:
    """The number of the addendum's own paragraph in which ``offset`` stands."""
    number = ""
    for mark in PARAGRAPH.finditer(text, 0, offset):
        number = mark[1]
    return number
