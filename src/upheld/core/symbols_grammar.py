"""The grammar of UN document symbols, kept apart from what is done with them.

::

    A/HRC/{session}/{n}             report; L.{n} draft; NGO/{n}, G/{n}, NI/{n} statements; CRP.{n}
    A/HRC/{RES|DEC|PRST}/{s}/{n}    adopted text (special sessions: S-31)
    A/HRC/WG.6/{wg}/{ISO3}/{1|2|3}  national report, compilation, summary; L.{n} draft report
    {committee}/C/{ISO3}/{doc}      doc: n[-m], CO/n, Q/n, QPR/n, FCO/n, RQ/n; E/C.12 for CESCR
    {committee}/C/SR.{n}            summary record          HRI/CORE/{ISO3}/{year}  core document
    A/{session}/{n}, A/RES/{session}/{n}                    General Assembly
    ... [/Add.k] [/Corr.k] [/Rev.k] chained in any order

Job numbers ("GE.25-02819") are no symbols.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from upheld.core.states_table import CODES_BESIDE_ISO

# Committees whose series carry their own name; CESCR prints E/C.12 and the SPT CAT/OP.
COMMITTEES = ("CCPR", "CAT", "CERD", "CEDAW", "CRC", "CRPD", "CED", "CMW")


class SymbolKind(StrEnum):
    """What a document is, as far as its symbol tells."""

    REPORT = "report"
    DRAFT = "draft"
    RESOLUTION = "resolution"
    DECISION = "decision"
    PRESIDENTIAL_STATEMENT = "presidential_statement"
    NGO_STATEMENT = "ngo_statement"
    GOVERNMENT_STATEMENT = "government_statement"
    NHRI_STATEMENT = "nhri_statement"
    CONFERENCE_ROOM_PAPER = "conference_room_paper"
    NATIONAL_REPORT = "national_report"
    COMPILATION = "compilation"
    STAKEHOLDER_SUMMARY = "stakeholder_summary"
    DRAFT_REPORT = "draft_report"
    STATE_REPORT = "state_report"
    CONCLUDING_OBSERVATIONS = "concluding_observations"
    LIST_OF_ISSUES = "list_of_issues"
    LIST_OF_ISSUES_PRIOR = "list_of_issues_prior"
    FOLLOW_UP = "follow_up"
    SUMMARY_RECORD = "summary_record"
    CORE_DOCUMENT = "core_document"
    OTHER = "other"


class Understanding(NamedTuple):
    """What a symbol without its modifiers says."""

    body: str
    kind: SymbolKind = SymbolKind.OTHER
    session: str = ""
    state: str = ""
    number: str = ""


_SERIES = rf"(?:A|E|S|ST|HRI|INT|{'|'.join(COMMITTEES)})"
# A part that may follow a blank or a line break must look like a part, not like the next word.
_PART = r"(?:\d*[A-Za-z]{1,4}\.[ ]?\d+|[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)"
_SURE_PART = r"(?:S-\d+|\d[\d\-]*|(?i:add|corr|rev|l|crp|wg|sr|c)\.[ ]?\d+|[A-Z]{1,5}(?=[/\s]|$))"
_SYMBOL = re.compile(
    rf"(?<![A-Za-z0-9/.\-]){_SERIES}(?:/{_PART}|(?:\s/\s?|/\s){_SURE_PART}){{2,9}}"
    r"(?![A-Za-z0-9])"
)
_MODIFIER = re.compile(r"(?i:(add|corr|rev))\.?(\d+)$")
_DOTTED = re.compile(r"(?i:(l|crp|wg|sr|c|cn|sub))\.(\d+)$")
_GLUED_DRAFT = re.compile(r"(?<=\d)(?=L\.\d)")  # cycle I footnotes print "A/HRC/WG.6/7L.14"

_DOCUMENTS = {
    "CO": SymbolKind.CONCLUDING_OBSERVATIONS,
    "COAR": SymbolKind.CONCLUDING_OBSERVATIONS,
    "Q": SymbolKind.LIST_OF_ISSUES,
    "RQ": SymbolKind.LIST_OF_ISSUES,
    "QPR": SymbolKind.LIST_OF_ISSUES_PRIOR,
    "FCO": SymbolKind.FOLLOW_UP,
    "FUL": SymbolKind.FOLLOW_UP,
}
_COUNCIL_SERIES = {
    "NGO": SymbolKind.NGO_STATEMENT,
    "G": SymbolKind.GOVERNMENT_STATEMENT,
    "NI": SymbolKind.NHRI_STATEMENT,
}
_ADOPTED = {
    "RES": SymbolKind.RESOLUTION,
    "DEC": SymbolKind.DECISION,
    "PRST": SymbolKind.PRESIDENTIAL_STATEMENT,
}
_UPR_INPUTS = {
    "1": SymbolKind.NATIONAL_REPORT,
    "2": SymbolKind.COMPILATION,
    "3": SymbolKind.STAKEHOLDER_SUMMARY,
}


def symbol_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where symbols stand in ``text``; trailing punctuation is left out."""
    for match in _SYMBOL.finditer(text):
        if any(letter.isdigit() for letter in match[0]):
            yield match.start(), match.end()


def normal_form(printed: str) -> tuple[str, list[tuple[str, int]]] | None:
    """The base and the chain of modifiers of a printed symbol, or None if it is not one."""
    match = _SYMBOL.match(printed.strip())
    if not match or not any(letter.isdigit() for letter in match[0]):
        return None
    compact = _GLUED_DRAFT.sub("/", re.sub(r"\s+", "", match[0]))
    parts = [_normal_part(part) for part in compact.split("/")]
    chain: list[tuple[str, int]] = []
    while parts and (modifier := _MODIFIER.fullmatch(parts[-1])):
        chain.insert(0, (modifier[1].capitalize(), int(modifier[2])))
        parts.pop()
    return ("/".join(parts), chain) if len(parts) >= 3 else None


def understand(base: str) -> Understanding:
    """Body, kind, session, State and number of a symbol in normal form without modifiers."""
    series, *rest = base.split("/")
    if series == "A":
        return _assembly(rest)
    if series == "E":
        return _committee("CESCR", rest[1:]) if rest[0] == "C.12" else Understanding("ECOSOC")
    if series == "S":
        return Understanding("SC")
    if series == "HRI":
        core = rest[0] == "CORE"
        kind = SymbolKind.CORE_DOCUMENT if core else SymbolKind.OTHER
        return Understanding("HRI", kind, state=_code(rest[1]), number="/".join(rest[2:]))
    if series in COMMITTEES:
        if rest[:1] == ["OP"]:
            return _committee("SPT", rest[1:])
        return _committee(series, rest[1:] if rest[0] == "C" else rest)
    return Understanding(series)


def _assembly(rest: list[str]) -> Understanding:
    if rest[0] == "HRC":
        return _council(rest[1:])
    if rest[0] == "RES":
        return Understanding("GA", SymbolKind.RESOLUTION, rest[1], number="/".join(rest[2:]))
    if rest[0].isdigit():
        kind = SymbolKind.DRAFT if rest[1].startswith("L.") else SymbolKind.REPORT
        return Understanding("GA", kind, rest[0], number="/".join(rest[1:]))
    return Understanding("GA", number="/".join(rest))


def _council(rest: list[str]) -> Understanding:
    first, *tail = rest
    if first == "WG.6" and len(tail) >= 2:
        session, second, *last = tail
        if second.startswith("L."):
            return Understanding("UPR", SymbolKind.DRAFT_REPORT, session, number=second)
        number = "/".join(last)
        kind = _UPR_INPUTS.get(number, SymbolKind.OTHER)
        return Understanding("UPR", kind, session, _code(second), number)
    if first in _ADOPTED and len(tail) >= 2:
        return Understanding("HRC", _ADOPTED[first], tail[0], number="/".join(tail[1:]))
    if not re.fullmatch(r"(?:S-|OM/)?\d+", first) or not tail:
        return Understanding("HRC", number="/".join(rest))
    number = "/".join(tail)
    if tail[0] in _COUNCIL_SERIES and len(tail) > 1:
        return Understanding("HRC", _COUNCIL_SERIES[tail[0]], first, number=number)
    if tail[0].startswith("CRP."):
        return Understanding("HRC", SymbolKind.CONFERENCE_ROOM_PAPER, first, number=number)
    if tail[0].startswith("L."):
        return Understanding("HRC", SymbolKind.DRAFT, first, number=number)
    kind = SymbolKind.REPORT if tail[0].isdigit() else SymbolKind.OTHER
    return Understanding("HRC", kind, first, number=number)


def _committee(body: str, rest: list[str]) -> Understanding:
    if rest and rest[0] in {"OPAC", "OPSC"}:
        rest = rest[1:]
    if not rest:
        return Understanding(body)
    if rest[0].startswith("SR."):
        return Understanding(body, SymbolKind.SUMMARY_RECORD, number=rest[0])
    if rest[0] == "CO" and len(rest) == 3:  # CCPR/CO/75/VNM: session first, State last
        kind = SymbolKind.CONCLUDING_OBSERVATIONS
        return Understanding(body, kind, rest[1], _code(rest[2]), "CO")
    state = _code(rest[0])
    number = "/".join(rest[1:])
    if not state:
        return Understanding(body, number="/".join(rest))
    if len(rest) > 1 and rest[1] in _DOCUMENTS:
        return Understanding(body, _DOCUMENTS[rest[1]], state=state, number=number)
    kind = SymbolKind.STATE_REPORT if number[:1].isdigit() else SymbolKind.OTHER
    return Understanding(body, kind, state=state, number=number)


def _code(part: str) -> str:
    return CODES_BESIDE_ISO.get(part, part) if re.fullmatch(r"[A-Z]{3}", part) else ""


def _normal_part(part: str) -> str:
    if modifier := _MODIFIER.fullmatch(part):
        return f"{modifier[1].capitalize()}.{modifier[2]}"
    if dotted := _DOTTED.fullmatch(part):
        return f"{dotted[1].upper()}.{dotted[2]}"
    return part.upper()
