"""Positions stated in blocks that begin with their numbers, as in the first cycle.

"5., 6., 7.   The Government accepts these recommendations. …" / "Recommendation 104.3: Accepted." A
label may go on beside the answer: "77., 78., 82.,  The Government accepts …" / "83., 85.  …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from upheld.core.flow import Flow
from upheld.parsing.position_lists import NumberList, read_numbers
from upheld.parsing.recommending_states import find_brackets
from upheld.parsing.upr_addendum_answers import read_block
from upheld.parsing.upr_addendum_statement import Statement

LABEL = re.compile(
    r"^[ \t]*(?P<named>(?:recs?\.?|recommendations?)\s*(?:nos?\.?\s*)?)?(?=\d)", re.I | re.M
)
# "accepts the recommendation of Spain to …" is prose: its number counts a paragraph.
NAMES_A_STATE = re.compile(r"\brecommendations?\s+(?:made\s+)?(?:of|by|from)\s+(?:the\s+)?[A-Z]")
# Most of what begins with bare numbers must be answers, else they count paragraphs.
ANSWERED_SHARE = 0.8


@dataclass(slots=True)
class _Labelled:
    """A block: its numbers, and the stretches of its words."""

    numbers: list[NumberList]
    named: bool
    start: int
    end: int = 0

    @property
    def bare(self) -> bool:
        return not self.named and not self.numbers[0].numbers[0].paragraph


def read_blocks(flow: Flow) -> Iterator[Statement]:
    """The statements made in blocks, in the order of the document."""
    blocks = _labelled(flow)
    answers = [read_block(_words(flow.text, block)) for block in blocks]
    bare = [answer for block, answer in zip(blocks, answers, strict=True) if block.bare]
    answering = [answer for answer in bare if answer and not NAMES_A_STATE.search(answer.words)]
    believed = len(answering) >= ANSWERED_SHARE * len(bare)
    for block, answer in zip(blocks, answers, strict=True):
        if block.bare and not believed:
            continue
        for listed in block.numbers:
            if answer is None:
                yield Statement(listed, None, "", answered=False)
            else:
                yield Statement(listed, answer.position, answer.words, in_parts=answer.in_parts)


def _labelled(flow: Flow) -> list[_Labelled]:
    text = flow.text
    blocks: list[_Labelled] = []
    highest = 0
    seen: set[str] = set()
    for line in LABEL.finditer(text):
        listed = read_numbers(text, line.end())
        if listed is None or (blocks and line.start() < blocks[-1].start):
            continue
        first = listed.numbers[0]
        stop = re.match(r"\s*[.:),]|\s*[–-]\s", text[listed.end :])
        if not first.paragraph and not line["named"] and stop is None:
            continue  # a line of running text that begins with a figure
        if not first.paragraph and (first.ordinal > highest + 12 or first.number in seen):
            continue
        words = listed.end + (stop.end() if stop else 0)
        seen.update(number.number for number in listed.numbers)
        highest = max(highest, *(number.ordinal for number in listed.numbers))
        if blocks and _goes_on(text, blocks[-1]):
            # "77., 78., 79., 82.," with the answer beside it, then "83., 85." on the next line
            blocks[-1].numbers.append(listed)
            continue
        if blocks:
            blocks[-1].end = line.start()
        blocks.append(_Labelled([listed], line["named"] is not None, words))
    if blocks:
        blocks[-1].end = len(text)
    return blocks


def _goes_on(text: str, block: _Labelled) -> bool:
    """Whether a label ended with a comma, so that the next line of numbers belongs to it."""
    return re.match(r"\s*\.?\s*,", text[block.numbers[-1].end :]) is not None


def _words(text: str, block: _Labelled) -> str:
    """The words of a block's answer, without numbers that stand between its lines."""
    words = text[block.start : block.end]
    for listed in reversed(block.numbers[1:]):
        begin, end = listed.start - block.start, listed.end - block.start
        words = words[:begin] + words[end:].lstrip(".,:")
    # The recommendation itself may be repeated before the answer: "… child labour (France)."
    brackets = find_brackets(words)
    answer = words[brackets[-1].end :] if brackets else words
    return (answer if answer.strip(" .;,") else words).lstrip(" .,;:)–-\n")
