"""Bodies and institutions that a text names: "the CEDAW Committee", "its national commission".

The Committee against Torture is a body, the Convention against Torture is none: where an
abbreviation stands for both, its neighbours tell ("reports to CEDAW", "CRC Committee"). Codes are
those of ``upheld.core.bodies``; beside them OHCHR, SP for special procedures and NHRI for a
national human rights institution, whatever it is called.
"""

from __future__ import annotations

import re

from upheld.analysis.instruments import BODIES_TOO, Mention, stands_for_body
from upheld.core.bodies import BODIES

_OTHERS = (
    ("OHCHR", r"OHCHR|Office of the (?:United Nations )?High Commissioner for Human Rights"),
    ("SP", r"(?i:special procedures?(?: mandate[- ]holders?)?"
           r"|special rapporteurs?(?: on [^,.;()]+)?|independent experts? on [^,.;()]+"
           r"|mandate[- ]holders)"),
    ("UPR", r"(?i:universal periodic review)|\bUPR\b"),
    ("NHRI", r"(?i:national (?:independent )?human rights (?:institution|commission)s?"
             r"|ombuds(?:man|person|men)(?:['’]s office)?|human rights commission(?:er)?)"
             r"|\bNHRIs?\b"),
    ("SPT", r"(?i:subcommittee on (?:the )?prevention of torture)|\bSPT\b"),
)  # fmt: skip
_NAMED = re.compile(
    "|".join(
        [f"(?P<{body.code}>(?i:{re.escape(body.name)}))" for body in BODIES if body.code != "UPR"]
        + [f"(?P<X{code}>{pattern})" for code, pattern in _OTHERS]
    )
)
_SHORT = re.compile(rf"\b(?:{'|'.join(sorted(BODIES_TOO, key=len, reverse=True))})\b")


def find_bodies(text: str) -> list[Mention]:
    """The bodies and institutions that ``text`` names, in order.

    >>> [m.code for m in find_bodies("Report to CEDAW and strengthen the Ombudsman")]
    ['CEDAW', 'NHRI']
    """
    found = [
        Mention(*match.span(), (match.lastgroup or "").removeprefix("X"))
        for match in _NAMED.finditer(text)
    ]
    taken = [(mention.start, mention.end) for mention in found]
    found += [
        Mention(*match.span(), match[0])
        for match in _SHORT.finditer(text)
        if stands_for_body(text, match)
        and not any(start <= match.start() < end for start, end in taken)
    ]
    return sorted(found)
