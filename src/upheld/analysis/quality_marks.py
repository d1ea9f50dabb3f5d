"""Quality marks of a recommendation: does it name an addressee, a measure, a date, a yardstick?

"Parliament should adopt, before the next review, the draft law on …" names all but a yardstick.
The marks say what is printed, not whether the recommendation is good: nobody is scored by them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ADDRESSEE = re.compile(
    r"\b(?:(?:the )?(?:ministr(?:y|ies) of(?: the)? [A-Z]\w+(?:(?:,| and| of| for| the) [A-Z]?\w+)*"
    r"|(?:national )?(?:parliament|legislature|congress|senate|assembly)|national assembly"
    r"|government|prosecutor(?:[- ]general)?(?:['’]s office)?|attorney[- ]general"
    r"|supreme court|constitutional court|judiciary|courts|police(?: force)?|armed forces"
    r"|security forces|prison administration|ombuds(?:man|person)(?:['’]s office)?"
    r"|national human rights (?:institution|commission)|electoral commission"
    r"|local (?:authorities|governments?)|municipalities|provinces))\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\b(?:ratif\w+|acced\w+|accession|enact\w*|amend\w*|repeal\w*|abolish\w*|criminali[sz]\w+|"
    r"decriminali[sz]\w+|(?:adopt\w*|draft\w*|develop\w*|establish\w*|creat\w+|set(?:ting)? up|"
    r"implement\w*|launch\w*|introduc\w+)\s+(?:an?|the|its|new|and|national|comprehensive|"
    r"\w+ing|\s)*[\w -]{0,60}?(?:law|bill|act|legislation|code|plan|strategy|policy|programme|"
    r"commission|institution|mechanism|body|moratorium|training|campaign|unit|centres?|shelters?|"
    r"register|database|fund|quota|procedure|guidelines|protocol)s?|standing invitation|"
    r"moratorium|withdraw\w* (?:its |the |all )*reservations?|investigat\w+|allocat\w+|"
    r"training (?:for|of|programmes?)|submit\w* (?:its |the |all )*(?:overdue |periodic )*reports?"
    r")\b",
    re.IGNORECASE,
)  # fmt: skip
_DATE = re.compile(
    r"\b(?:(?:by|before|until|no later than|not later than|from|in|during|starting)\s+"
    r"(?:the end of\s+)?(?:(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\s+)?(?:20[0-4]\d)|within\s+(?:the (?:next|coming|following)\s+)?"
    r"(?:\d+|an?|one|two|three|four|five|six|nine|ten|twelve|eighteen)\s+(?:months?|years?|weeks?"
    r"|days?)|(?:by|before)\s+(?:its|the|our)\s+next\s+(?:\w+\s+){0,3}(?:review|cycle|report|upr)|"
    r"before\s+the\s+(?:\w+\s+)?elections?|by\s+the\s+(?:mid-term|next\s+\w+))\b",
    re.IGNORECASE,
)
_YARDSTICK = re.compile(
    r"\b(?:\d+(?:[.,]\d+)?\s*(?:per\s*cent|%|percent\b)|at\s+least\s+\w+|(?:from|to)\s+\d+\b|"
    r"half|(?:age|aged)\s+(?:of\s+)?\d+|\d+\s+years?\b|minimum\s+age|zero\b|universal\s+coverage|"
    r"indicators?|benchmarks?|targets?|quotas?|0\.7)|%",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class QualityMarks:
    """The printed words of each mark, or an empty string where it is missing."""

    addressee: str
    measure: str
    date: str
    measurable: str


def quality_marks(text: str) -> QualityMarks:
    """The first words that make each mark: ``quality_marks("… by 2027").date == "by 2027"``."""
    return QualityMarks(
        *(
            found[0].strip() if (found := pattern.search(text)) else ""
            for pattern in (_ADDRESSEE, _MEASURE, _DATE, _YARDSTICK)
        )
    )
