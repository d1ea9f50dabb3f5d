"""Positions stated in a table: a row for each number, a column for the position.

"Recommendation | Position | Remarks" with "Accepted" and "Not accepted", or a column for each
answer with a tick in one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from upheld.core.document import BlockKind
from upheld.core.flow import Flow
from upheld.core.fold import fold_words
from upheld.parsing.position_lists import read_numbers
from upheld.parsing.upr_addendum_answers import Answer, read_answer, read_block
from upheld.parsing.upr_addendum_statement import Statement

NUMBER_HEADS = re.compile(r"^(?:(?:upr )?recommendations?|no|number|nos|rec|nr|paragraph|#)\b")
POSITION_HEADS = re.compile(
    r"^(?:position|response|answer|reply|decision|status|views?|acceptance)\b"
)
TICK = re.compile(r"^(?:x|✓|✔|√|yes)$", re.I)


def read_tables(flow: Flow) -> Iterator[Statement]:
    """The statements made in tables whose head names a position, row by row."""
    position_at, ticks = -1, dict[int, Answer]()
    for block, start in zip(flow.blocks, flow.starts, strict=True):
        if block.kind is not BlockKind.TABLE_ROW:
            continue
        cells = [flow.document.raw(cell).strip() for cell in block.cells]
        heads = [fold_words(cell) for cell in cells]
        if any(NUMBER_HEADS.match(head) for head in heads) and not re.match(r"\d", cells[0]):
            position_at = next((i for i, h in enumerate(heads) if POSITION_HEADS.match(h)), -1)
            answers = {i: read_answer(cell) for i, cell in enumerate(cells) if len(cell) < 40}
            ticks = {i: answer for i, answer in answers.items() if answer}
            continue
        row = _row(flow, start, cells, position_at, ticks)
        if row:
            yield row


def _row(
    flow: Flow, start: int, cells: list[str], position_at: int, ticks: dict[int, Answer]
) -> Statement | None:
    lead = re.match(r"\s*(?:rec\w*\.?\s*(?:no\.?\s*)?)?(?=\d)", flow.text[start:], re.I)
    listed = read_numbers(flow.text, start + lead.end()) if lead else None
    if listed is None:
        return None
    if 0 <= position_at < len(cells):
        answer = read_block(cells[position_at])
        if answer is None:
            return Statement(listed, None, cells[position_at], answered=False)
        return Statement(listed, answer.position, answer.words, in_parts=answer.in_parts)
    ticked = [answer for i, answer in ticks.items() if i < len(cells) and TICK.match(cells[i])]
    if len(ticked) == 1:
        return Statement(listed, ticked[0].position, ticked[0].value)
    return None
