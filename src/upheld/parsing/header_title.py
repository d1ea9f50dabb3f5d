"""The title of a document on its first page: which lines belong to it, and where it ends.

"Report of the Working Group on the Universal Periodic / Review* / Albania" is one title of two
parts, joined as "Report of the Working Group on the Universal Periodic Review - Albania". The
title ends before "Summary", "Note by the Secretariat", footnotes and the running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from upheld.core.states import State, find_state
from upheld.parsing.header_lines import PrintedLine

# Lines that end the title wherever they stand.
_END = re.compile(
    r"""^(?:
      (?:executive\s+)?summary\s*[*∗:]*\s*$
    | r[ée]sum[ée]\s*$ | resumen\s*$ | резюме\s*$ | 摘要 | 提要 | موجز\s*$
    | contents?\b | table\s+of\s+contents | table\s+des\s+mati[èe]res | [íi]ndice\s*$
    | содержание\s*$ | 目录 | المحتويات
    | the\s+human\s+rights\s+council,$ | \[adopted | [*∗†]+\s*\w | _{3,}
    | GE\.\s?\d | \d{2}-\d{5}\b | \(E\)
    | \d{1,3}\.(?:\s|$) | [IVX]{1,5}\.(?:\s|$) | [A-Z]\.\s
    | (?:abstract|introduction|background|annex(?:es)?)\s*$
    | paragraphs?\s*$ | page\s*$ | agenda\s*$ | communications\s+sent, | replies\s+received,
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# "Note by the Secretariat" says who forwards the document; "Note by the Secretary-General", like
# "Report of the Secretary-General", is the author's line and belongs to the title.
_NOTE = re.compile(
    r"^(?:note|nota|записка)\s+(?:by|du|de\s+la|del|de)?\s*(?:the\s+)?"
    r"(?:secretariat|secr[ée]tariat|secretar[íi]a|секретариата)\b",
    re.IGNORECASE,
)
# Persons and places under a report's title.
_OFFICERS = re.compile(
    r"^(?:(?:co-)?chair(?:person|man)?s?|president|vice[- ](?:president|chair)\w*|rapporteurs?)"
    r"[\s/–-]*(?:and\s+)?(?:\s*(?:chair\w*|rapporteurs?))?\s*:|.*\((?:co-)?rapporteurs?\)\s*\**$",
    re.IGNORECASE,
)
# How the first sentence of a document begins. Continued lines of a title begin in lower case.
_SENTENCE = re.compile(
    r"""^(?:
      The\s+(?:(?:United\s+Nations\s+)?(?:Secretariat|Secretary-General|High\s+Commissioner
        |Office\s+of|Human\s+Rights\s+Council|Council|Commission|Committee|General\s+Assembly
        |President|Permanent\s+Mission|[Pp]resent\s+\w+|Special\s+Rapporteur|Working\s+Group
        |Independent\s+Expert|[Aa]ttention|[Aa]nnex|[Ff]ollowing|[Rr]eport))\b.*
        \b(?:has|have|had|is|was|were|are|hereby|requested|submitted|submits|presents?|decided
        |wishes|informs?|contains?|draws?|transmits?|adopted|appointed|provides?|recalls?|held
        |invited|covers|examines|outlines|describes|discusses|welcomes|explores|focuses)\b
    | (?:In|Pursuant|Following|By|At|On|Further\s+to|As|Since|During|Under|With|For)\s
        (?:.*\b)?(?:resolutions?|decisions?|paragraph|reasons|accordance|section|letter|note\s+verbale|its
        |the|this|present)\b
    | (?:This|These)\s+(?:report|note|document|addendum|study|is|are)\b
    )""",
    re.VERBOSE,
)
# Lines with which a new part of the title begins.
_PART = re.compile(
    r"""^(?:
      (?:(?:annual|joint|progress|interim|final|preliminary|second|third|summary|consolidated
        |analytical|thematic|periodic|follow-up|comprehensive)\s+)*(?:report|study|compilation)s?
        \s+(?:of|by|submitted|prepared|on)\b
    | addendum | corrigendum | revision | note\s+by | visit\s+to | mission\s+to | views\s+on
    | comments\s+(?:by|from) | summary\s+(?:of|prepared|report) | written\s+(?:statement|submission)
    | draft\s+(?:resolution|decision|report) | concluding\s+observations
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_DANGLING = re.compile(r"(?:\b(?:of|the|and|on|in|to|for|by|with|its|an?|or|from)|[,–-])$", re.I)
_MARKS = re.compile(r"\s*[*∗†‡]+(?:\s*,?\s*[*∗†‡]+)*")
_GLUED_NOTE = re.compile(r"(?<=[^\W\d_]{3})\d{1,2}$")  # "Cephas Lumina1"
_PLACE_AND_DATE = re.compile(r"^[^\W\d_]{3,20},\s+\d{1,2}\b.{0,40}\b\d{4}$")
_ENOUGH = 16  # lines
_FULL_LINE = 40  # letters; a shorter line is the last of its part


def title_of(lines: Sequence[PrintedLine]) -> str:
    """The title that begins with the first of ``lines``, its parts joined by " - "."""
    return " - ".join(_parts(_title_lines(lines)))


def ends_title(text: str) -> bool:
    """Whether a line can stand in no title: "Summary", "* Late submission.", "1. The ..."."""
    return bool(_END.match(text) or _OFFICERS.match(text))


def _title_lines(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    taken: list[PrintedLine] = []
    marked = False
    for index, line in enumerate(lines[:_ENOUGH]):
        marks = _MARKS.findall(line.text)
        if marks and not _MARKS.sub("", line.text):
            # A mark on a line of its own belongs to the title, unless that carries one already.
            if marked or not taken:
                break
            marked = True
            continue
        marked = marked or bool(marks)
        if ends_title(line.text):
            break
        starts = line.gap or bool(taken and not _DANGLING.search(taken[-1].text))
        if taken and _NOTE.match(line.text):
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
    return bool(_PLACE_AND_DATE.match(text) or _SENTENCE.match(text) or _is_paragraph(lines, index))


def _is_paragraph(lines: Sequence[PrintedLine], start: int) -> bool:
    """Whether running text begins here: white space above, several lines, a full stop at last."""
    if not lines[start].gap:
        return False
    end = start + 1
    while end < len(lines) and not lines[end].gap and not _END.match(lines[end].text):
        end += 1
    return end - start > 2 and lines[end - 1].text.endswith((".", ":", ";"))


def _parts(lines: Iterable[PrintedLine]) -> list[str]:
    parts: list[str] = []
    before = ""
    for line in lines:
        text = _GLUED_NOTE.sub("", _MARKS.sub("", line.text).strip())
        if not text:
            continue
        begins = line.gap or bool(_PART.match(text)) or _is_state_line(text, before)
        if parts and (not begins or text[0].islower() or _DANGLING.search(before)):
            parts[-1] = f"{parts[-1]} {text}"
        else:
            parts.append(text)
        before = text
    return parts
