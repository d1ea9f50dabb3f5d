"""The title of a document on its first page: which lines belong to it, and where it ends.

"Report of the Working Group on the Universal Periodic / Review* / Albania" is one title of two
parts, joined as "Report of the Working Group on the Universal Periodic Review - Albania". The
title ends before "Summary", "Note by the Secretariat", footnotes and the running text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from upheld.core.states import State, find_state
from upheld.parsing import header_title_grammar as grammar
from upheld.parsing.header_lines import PrintedLine

_ENOUGH = 16  # lines
_FULL_LINE = 40  # letters; a shorter line is the last of its part


def title_of(lines: Sequence[PrintedLine]) -> str:
    """The title that begins with the first of ``lines``, its parts joined by " - "."""
    return " - ".join(_parts(_title_lines(lines)))


def ends_title(text: str) -> bool:
    """Whether a line can stand in no title: "Summary", "* Late submission.", "1. The ..."."""
    return bool(grammar.END.match(text) or grammar.OFFICERS.match(text))


def _title_lines(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    taken: list[PrintedLine] = []
    marked = False
    for index, line in enumerate(lines[:_ENOUGH]):
        marks = grammar.MARKS.findall(line.text)
        if marks and not grammar.MARKS.sub("", line.text):
            # A mark on a line of its own belongs to the title, unless that carries one already.
            if marked or not taken:
                break
            marked = True
            continue
        marked = marked or bool(marks)
        if ends_title(line.text):
            break
        starts = line.gap or bool(taken and not grammar.DANGLING.search(taken[-1].text))
        if taken and grammar.NOTE.match(line.text):
            break
        if taken and starts and _begins_text(lines, index):
            break
        taken.append(line)
    return taken


def _is_state_line(text: str, before: str) -> bool:
    """ "India" below "Review*", but not "Sudan" below "the situation of human rights in South"."""
    return len(before) < _FULL_LINE and bool(states_named(text))


def states_named(line: str) -> list[State]:
    """The States of a line that names nothing else: "India", or two in a joint review."""
    alone = find_state(line)
    if alone:
        return [alone]
    named = [find_state(name) for name in line.split(" and ")]
    return [state for state in named if state] if len(named) > 1 and all(named) else []


def _begins_text(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether what stands here is no title any more: place and date, a sentence, a paragraph."""
    text = lines[index].text
    return bool(
        grammar.PLACE_AND_DATE.match(text)
        or grammar.SENTENCE.match(text)
        or _is_paragraph(lines, index)
    )


def _is_paragraph(lines: Sequence[PrintedLine], start: int) -> bool:
    """Whether running text begins here: white space above, several lines, a full stop at last."""
    if not lines[start].gap:
        return False
    end = start + 1
    while end < len(lines) and not lines[end].gap and not grammar.END.match(lines[end].text):
        end += 1
    return end - start > 2 and lines[end - 1].text.endswith((".", ":", ";"))


def _parts(lines: Iterable[PrintedLine]) -> list[str]:
    parts: list[str] = []
    before = ""
    for line in lines:
        text = grammar.GLUED_NOTE.sub("", grammar.MARKS.sub("", line.text).strip())
        if not text:
            continue
        begins = line.gap or bool(grammar.PART.match(text)) or _is_state_line(text, before)
        if parts and (not begins or text[0].islower() or grammar.DANGLING.search(before)):
            parts[-1] = f"{parts[-1]} {text}"
        else:
            parts.append(text)
        before = text
    return parts
