"""The agenda item on a first page: "Agenda items 2 and 3", and below it the items' own titles.

The Human Rights Council's agenda has ten items with fixed titles; they stand between the item's
number and the document's title, sometimes without white space, so they are known by their words.
Source: Council resolution 5/1, annex, part V; wordings as documents print them since 2006.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from upheld.core.fold import fold_words
from upheld.parsing.header_lines import PrintedLine

_NUMBERS = (
    r"\d{1,3}(?:\s*\([a-z]\))?(?:\s*(?:,|and|to|et|y|и|و|和|、|-|–|&)\s*(?:\([a-z]\)|\d{1,3})"
    r"(?:\s*\([a-z]\))?)*"
)
_ITEM = re.compile(
    rf"^(?:\*?\s*(?:provisional\s+)?agenda\s+items?|items?|points?|temas?|пункты?|البند|البنود"
    rf"|(?:临时)?议程项目)\s*(?P<numbers>{_NUMBERS})"
    r"(?P<rest>.*)$",
    re.IGNORECASE,
)
_OF_AGENDA = re.compile(
    r"^\s*(?:(?:of|on)\s+the\s+(?:provisional\s+|annotated\s+)?agenda"
    r"|de\s+l['’]ordre\s+du\s+jour(?:\s+provisoire)?"
    r"|(?:de\s+la\s+agenda|del\s+programa|del\s+temario)(?:\s+provisional)?"
    r"|(?:предварительной\s+)?повестки\s+дня|من\s+جدول\s+الأعمال(?:\s+المؤقت)?)?\s*[*∗]*\s*:?\s*$",
    re.IGNORECASE,
)

_TITLES = tuple(
    fold_words(title)
    for title in (
        "Organizational and procedural matters",
        "Annual report of the United Nations High Commissioner for Human Rights and reports of the "
        "Office of the High Commissioner and the Secretary-General",
        "Annual report of the United Nations High Commissioner for Human Rights and reports of the "
        "Office of the United Nations High Commissioner for Human Rights and the Secretary-General",
        "Report of the United Nations High Commissioner for Human Rights and reports of the "
        "Office of the High Commissioner and the Secretary-General",
        "Promotion and protection of all human rights, civil, political, economic, social and "
        "cultural rights, including the right to development",
        "Promotion and protection of all human rights, civil, political, economic, social and "
        "cultural rights",
        "Organization of the work of the session",
        "Human rights situations that require the Council's attention",
        "Human rights situations that require the attention of the Council",
        "Human rights bodies and mechanisms",
        "Universal periodic review",
        "Human rights situation in Palestine and other occupied Arab territories",
        "Follow-up to and implementation of the Vienna Declaration and Programme of Action",
        "Racism, racial discrimination, xenophobia and related forms of intolerance, follow-up to "
        "and implementation of the Durban Declaration and Programme of Action",
        "Technical assistance and capacity-building",
        "Implementation of General Assembly resolution 60/251 of 15 March 2006 entitled "
        '"Human Rights Council"',
        "Examen périodique universel",
        "Promotion et protection de tous les droits de l'homme, civils, politiques, économiques, "
        "sociaux et culturels, y compris le droit au développement",
        "Examen periódico universal",
        "Promoción y protección de todos los derechos humanos, civiles, políticos, económicos, "
        "sociales y culturales, incluido el derecho al desarrollo",
        "Универсальный периодический обзор",
        "الاستعراض الدوري الشامل",
        "普遍定期审议",
    )
)
_LONGEST_TITLE = 8  # lines
_ALIKE = 0.9  # slips occur: "UNIVERSALPERIODIC REVIEW", "human right bodies"


def agenda_item(line: str) -> str | None:
    """The numbers of the line "Agenda items 2 and 3": "2 and 3"; None for any other line.

    "Item 3 (a) of the provisional agenda" gives "3 (a)", "البند 6 من جدول الأعمال" gives "6".
    """
    match = _ITEM.match(line)
    if not match or not _OF_AGENDA.match(match["rest"]):
        return None
    return " ".join(match["numbers"].split())


def item_title_length(lines: Sequence[PrintedLine]) -> int:
    """How many of ``lines``, from the first on, print the title of an item of the Council; or 0."""
    best, best_likeness = 0, _ALIKE
    joined = ""
    for count, line in enumerate(lines[:_LONGEST_TITLE], start=1):
        joined = fold_words(f"{joined} {line.text}")
        likeness = max((_likeness(joined, title) for title in _TITLES), default=0.0)
        if likeness >= best_likeness:
            best, best_likeness = count, likeness
    return best


def _likeness(printed: str, title: str) -> float:
    """1 for the same words; the letter ratio where a slip may stand between them; else 0."""
    if printed == title:
        return 1.0
    if printed[:1] != title[:1] or abs(len(title) - len(printed)) > (1 - _ALIKE) * len(title):
        return 0.0
    matcher = SequenceMatcher(None, printed, title, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
