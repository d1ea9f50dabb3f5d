"""The lines round a title on a first page: what ends it, what begins a part of it, what is text.

"Summary", "Chairperson-Rapporteur: ...", "The Secretariat has the honour to transmit ..." stand
below a title; "Addendum", "Visit to ..." and "Report of the Secretary-General" are parts of it.
"""

from __future__ import annotations

import re

# Lines that end the title wherever they stand.
END = re.compile(
    r"""^(?:
      (?:executive\s+)?summary\s*[*∗:]*\s*$
    | r[ée]sum[ée]\s*$ | resumen\s*$ | резюме\s*$ | 摘要 | 提要 | موجز\s*$
    | contents?\s*[*∗]*\s*$ | table\s+of\s+contents | table\s+des\s+mati[èe]res | [íi]ndice\s*$
    | содержание\s*$ | 目录 | المحتويات
    | the\s+human\s+rights\s+council,$ | \[adopted | [*∗†]+\s*\w | _{3,}
    | GE\.\s?\d | \d{2}-\d{5}\b | \(E\)
    | \d{1,3}\.(?:\s|$) | [IVX]{1,5}\.(?:\s|$) | [AB]\.\s
    | (?:abstract|introduction|background|annex(?:es)?)\s*$
    | paragraphs?\s*$ | page\s*$ | agenda\s*$ | communications\s+sent, | replies\s+received,
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# "Note by the Secretariat" says who forwards the document; "Note by the Secretary-General", like
# "Report of the Secretary-General", is the author's line and belongs to the title.
NOTE = re.compile(
    r"^(?:note|nota|записка)\s+(?:by|du|de\s+la|del|de)?\s*(?:the\s+)?"
    r"(?:secretariat|secr[ée]tariat|secretar[íi]a|секретариата)\b",
    re.IGNORECASE,
)
# Persons and places under a report's title.
OFFICERS = re.compile(
    r"^(?:(?:co-)?chair(?:person|man)?s?|president|vice[- ](?:president|chair)\w*|rapporteurs?)"
    r"[\s/–-]*(?:and\s+)?(?:\s*(?:chair\w*|rapporteurs?))?\s*:|.*\((?:co-)?rapporteurs?\)\s*\**$",
    re.IGNORECASE,
)
# How the first sentence of a document begins. Continued lines of a title begin in lower case.
SENTENCE = re.compile(
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
PART = re.compile(
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
DANGLING = re.compile(r"(?:\b(?:of|the|and|on|in|to|for|by|with|its|an?|or|from)|[,–-])$", re.I)
MARKS = re.compile(r"\s*[*∗†‡]+(?:\s*,?\s*[*∗†‡]+)*")
GLUED_NOTE = re.compile(r"(?<=[^\W\d_]{3})\d{1,2}$")  # "Cephas Lumina1"
PLACE_AND_DATE = re.compile(r"^[^\W\d_]{3,20},\s+\d{1,2}\b.{0,40}\b\d{4}$")
