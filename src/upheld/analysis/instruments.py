"""Instruments that a text names: "Ratify OP-CAT and the second Optional Protocol to ICCPR".

``find_instruments`` gives each mention with its span and the code of exactly one instrument: OP-CAT
is not OP-CRC-AC, the first Optional Protocol is not the second, "its Optional Protocol" belongs to
the treaty named before it, "both Covenants" are two, and the Committee against Torture is no
treaty. A protocol is one mention: the treaty inside its name is not reported again.
Source of the names: ``upheld.core.treaties``; of the ways to print them: ``instrument_grammar``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from upheld.analysis.instrument_grammar import (
    BOTH_COVENANTS,
    BOTH_COVENANTS_NAMED,
    CONVENTION_RULES,
    COVENANT_RULES,
    HEAD,
    OTHER_RULES,
    NameRule,
)
from upheld.analysis.protocol_names import find_protocols
from upheld.core.treaties import INSTRUMENTS


class Mention(NamedTuple):
    """One instrument named in a text: ``text[start:end]`` is how, ``code`` is which."""

    start: int
    end: int
    code: str


_PROTOCOL_HEAD = re.compile(r"protocols?$", re.IGNORECASE)
# "CEDAW", "CAT", "CRC" also stand for the committees: then they are bodies, not treaties.
BODIES_TOO = frozenset({"CERD", "CESCR", "CCPR", "CEDAW", "CAT", "CRC", "CMW", "CRPD", "CED"})
_BODY_AFTER = re.compile(
    r"\W{0,2}\s*(?:committees?|recommendations?|concluding|observations|general\s+comment)\b",
    re.IGNORECASE,
)
_BODY_BEFORE = re.compile(
    r"(?:\bcommittees?\s*\(|\b(?:recommendations?|observations|reports?|reporting|views|dialogue|"
    r"decisions|recommended|submit\w*|requests?|comments?|review|members)(?:\s+\w+){0,3}?\s+"
    r"(?:of|by|from|to|with|before)\s+(?:the\s+)?(?:UN\s+)?(?:\w+(?:,\s*|\s+and\s+))*)$",
    re.IGNORECASE,
)
_CONTINUES = re.compile(
    r"\s*(?:,|and|or|as\s+well\s+as|,\s*and)(?=\s+(?:on|against|for|relating)\b)"
)
_NUMBERS = r"(?:N(?:os?\b)?\.|Nos?\b|numbers?|n[°º]|\#|C)?\s*"
_ILO_NAME = r"(?:ILO|I\.L\.O\.|International\s+Labou?r\s+Organi[sz]ation)(?:['’]s?)?(?:\s*\(ILO\))?"
_ILO = re.compile(
    rf"(?:{_ILO_NAME}\s+(?:[\w’'-]+\s+){{0,6}}?(?:Conventions?|Conv\.|C)\s*,?\s*\(?{_NUMBERS}"
    r"|\bConventions?\s*,?\s*\(?(?:Nos?\b\.?|numbers?|n[°º]|\#)\s*)"
    rf"(\d{{1,3}}(?!\d)(?:\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|or\s+|/)\s*\(?{_NUMBERS}\d{{1,3}}(?!\d))*)",
    re.IGNORECASE,
)  # fmt: skip
_ILO_TWENTY_NINE = re.compile(
    r"\bProtocol\s+(?:of\s+2014\s+)?to\s+(?:the\s+)?(?:ILO\s+)?(?:Forced\s+Labou?r\s+Convention"
    r"|(?:ILO\s+)?Convention\s+(?:No\.?\s*)?29)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}")


def _abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all abbreviations, the longest first, and the code for each."""
    codes = {
        re.sub(r"[^A-Za-z0-9]", "", short): found.code
        for found in INSTRUMENTS
        for short in found.abbreviations
    }
    shorts = {short for found in INSTRUMENTS for short in found.abbreviations}
    printed = (re.escape(s).replace(r"\-", r"[-–‑\s]{0,2}") for s in sorted(shorts, key=len)[::-1])
    return re.compile(rf"(?<![\w-])(?:{'|'.join(printed)})(?![\w]|-OP)"), codes


_ABBREVIATION, _CODE_OF = _abbreviations()
_TRIGGER = re.compile(r"[A-Z]{2}[A-Z-]|onvention|onv\.|rotocol|ONVENTION|ROTOCOL|International Lab")
_HAS_HEAD = re.compile(
    r"protocol|conven|covenant|statute|charter|pact|treat(?:y|ies)|agreement|declaration|principles|"
    r"rules|guidelines|agenda|framework|platform|plan of action|amendment"
)
_HAS_NUMBER = re.compile(r"\d")


def find_instruments(text: str) -> list[Mention]:
    """The instruments that ``text`` names, in order; a span that names two comes twice.

    >>> [m.code for m in find_instruments("Ratify the CRPD and its Optional Protocol")]
    ['CRPD', 'OP-CRPD']
    """
    treaties: list[Mention] = []
    protocol_heads: list[tuple[int, int]] = []
    # Most texts name no instrument: what every head has in it is looked for first.
    for head in HEAD.finditer(text) if _HAS_HEAD.search(text.lower()) else ():
        if _PROTOCOL_HEAD.match(head[0]):
            protocol_heads.append(head.span())
        else:
            treaties += _at_head(text, head)
    if _TRIGGER.search(text):
        treaties += _abbreviated(text)
        if _HAS_NUMBER.search(text):
            treaties += _numbered(text)
    treaties = _without_overlaps(treaties)
    if protocol_heads:
        protocols = [Mention(*found) for found in find_protocols(text, protocol_heads, treaties)]
        treaties = _without_overlaps([*protocols, *treaties])
    return treaties


def instrument_codes(text: str) -> tuple[str, ...]:
    """The codes of the instruments named, each once, in the order in which they come."""
    return tuple(dict.fromkeys(mention.code for mention in find_instruments(text)))


def _at_head(text: str, head: re.Match[str]) -> list[Mention]:
    word = head[0].lower()
    start, end = head.span()
    if word.startswith(("convention", "convenant")):
        return _conventions(text, start, end)
    if word.startswith("covenant"):
        return _covenants(text, start, end)
    singular = "treaty" if word == "treaties" else word
    rules = OTHER_RULES.get(singular) or OTHER_RULES.get(singular.removesuffix("s"), ())
    fit = _fitting(rules, text, start, end)
    return [fit] if fit else []


def _fitting(rules: tuple[NameRule, ...], text: str, start: int, end: int) -> Mention | None:
    """The mention by the first rule that fits the head at ``start``–``end``."""
    for rule in rules:
        after = rule.after.match(text, end) if rule.after else None
        if rule.after and not after:
            continue
        before = rule.before.search(text, max(0, start - 60), start) if rule.before else None
        if rule.before and not before:
            continue
        return Mention(
            before.start() if before else start, after.end() if after else end, rule.code
        )
    return None


def _conventions(text: str, start: int, end: int) -> list[Mention]:
    both = re.search(
        r"1954\s+and\s+(?:the\s+)?1961\s+(?:\w+\s+){0,3}$", text[max(0, start - 50) : start]
    )
    if both:
        begin = max(0, start - 50) + both.start()
        return [Mention(begin, end, "STATELESS-1954"), Mention(begin, end, "STATELESS-1961")]
    found: list[Mention] = []
    fit = _fitting(CONVENTION_RULES, text, start, end)
    while fit:
        found.append(fit)
        # "Conventions on the Rights of the Child and on the Elimination of …": the head serves both
        more = _CONTINUES.match(text, fit.end)
        fit = _fitting(CONVENTION_RULES, text, more.end(), more.end()) if more else None
    return found


def _covenants(text: str, start: int, end: int) -> list[Mention]:
    both = BOTH_COVENANTS_NAMED.match(text, end) or _fitting(BOTH_COVENANTS, text, start, end)
    if both:
        last = both.end() if isinstance(both, re.Match) else both.end
        first = start if isinstance(both, re.Match) else both.start
        return [Mention(first, last, "ICCPR"), Mention(first, last, "ICESCR")]
    fit = _fitting(COVENANT_RULES, text, start, end)
    return [fit] if fit else []


def _abbreviated(text: str) -> list[Mention]:
    found = []
    for match in _ABBREVIATION.finditer(text):
        short = re.sub(r"[^A-Za-z0-9]", "", match[0])
        if short in BODIES_TOO and stands_for_body(text, match):
            continue
        found.append(Mention(*match.span(), _CODE_OF[short]))
    return found


def stands_for_body(text: str, match: re.Match[str]) -> bool:
    """Whether an abbreviation means the committee: "the CAT Committee", "submit reports to CRC"."""
    return bool(
        _BODY_AFTER.match(text, match.end())
        or _BODY_BEFORE.search(text, max(0, match.start() - 70), match.start())
    )


def _numbered(text: str) -> list[Mention]:
    """Conventions of the International Labour Organization: "ILO Conventions Nos. 87 and 98"."""
    protocol = _ILO_TWENTY_NINE.search(text)
    found = [Mention(*protocol.span(), "ILO-P29")] if protocol else []
    for match in _ILO.finditer(text):
        found += [
            Mention(*match.span(), f"ILO-C{int(number)}") for number in _NUMBER.findall(match[1])
        ]
    return found


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """In order of the text; of two that overlap the longer stays, equal spans stay both."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        if all(
            mention.end <= other.start
            or mention.start >= other.end
            or (mention[:2] == other[:2] and mention.code != other.code)
            for other in kept
        ):
            kept.append(mention)
    return sorted(kept)
