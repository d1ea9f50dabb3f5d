"""Which protocol is meant: "the second Optional Protocol to ICCPR", "its Optional Protocol".

A protocol is told by the treaty to which it belongs, by its ordinal and by its subject. The treaty
stands behind ("to the Convention on the Rights of the Child"), before ("CEDAW Optional Protocol")
or earlier in the text ("the Convention … and its Optional Protocol").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Named = tuple[int, int, str]  # start, end, code

_PROTOCOLS = {
    "ICCPR": ("ICCPR-OP1", "ICCPR-OP2"),
    "ICESCR": ("OP-ICESCR",),
    "CEDAW": ("OP-CEDAW",),
    "CAT": ("OP-CAT",),
    "CRC": ("OP-CRC-AC", "OP-CRC-SC", "OP-CRC-IC"),
    "CRPD": ("OP-CRPD",),
    "GC-1949": ("GC-AP1", "GC-AP2", "GC-AP3"),
    "UNTOC": ("PALERMO-TIP", "PALERMO-SOM", "PALERMO-FIREARMS"),
    "REFUGEE-1951": ("REFUGEE-1967",),
    "UNFCCC": ("KYOTO",),
    "ACHPR": ("MAPUTO",),
    "ILO-C29": ("ILO-P29",),
}
# Subjects that tell a protocol wherever they stand in its name.
_LINK = r"\s*,?\s*(?:and\s+)?(?:on|against|concerning|regarding|relating\s+to|related\s+to|for|of)"
_SUBJECTS = tuple(
    (code, re.compile(pattern, re.IGNORECASE))
    for code, pattern in (
        (
            "OP-CRC-AC",
            _LINK + r"\s+(?:the\s+)?(?:(?:involvement|participation|use|rights)\s+of\s+)?"
            r"(?:the\s+)?child(?:ren)?\s+(?:involved\s+)?in\s+armed\s+conflicts?",
        ),
        (
            "OP-CRC-SC",
            _LINK + r"\s+(?:the\s+)?(?:sale\s+of\s+children|sale,|child\s+prostitution|"
            r"child\s+pornography|trafficking\s+of\s+children)(?:,?\s+(?:and\s+)?"
            r"(?:child(?:ren)?\s+)?(?:prostitution|pornography)(?:\s+of\s+children)?)*",
        ),
        (
            "OP-CRC-IC",
            _LINK + r"\s+(?:the\s+|an?\s+)?(?:individual\s+)?(?:communications?|complaints?)"
            r"(?:\s+(?:procedures?|mechanisms?))?",
        ),
        (
            "ICCPR-OP2",
            r"\s*,?\s*\(?(?:which\s+)?(?:aim(?:ing|ed|s)(?:\s+at)?|on|for|regarding|concerning|"
            r"relat(?:ed|ing)\s+to|with\s+(?:a\s+view|the\s+aim)\s+(?:to|of)|towards?|to|of)"
            r"\s+(?:the\s+)?(?:abolition\s+of|abolish(?:ing|ment\s+of)?|elimination\s+of)?"
            r"\s*(?:the\s+)?(?:death\s+penalty|capital\s+punishment)",
        ),
        (
            "PALERMO-TIP",
            r"\s+(?:to|on|for|against)\s+(?:the\s+)?(?:prevent(?:ion)?,?\s*(?:of\s+|and\s+)?)?"
            r"(?:suppress(?:ion)?,?\s*)?(?:and\s+)?(?:punish(?:ment)?)?\s*(?:of\s+)?"
            r"(?:combat\s+)?(?:the\s+)?(?:human\s+)?traffick?ing"
            r"(?:\s+(?:in|of)\s+(?:persons|human\s+beings|women))?"
            r"(?:,?\s+especially\s+(?:of\s+)?women\s+and\s+children)?",
        ),
        (
            "PALERMO-SOM",
            r"\s+(?:against|on)\s+(?:the\s+)?smuggling\s+of\s+migrants"
            r"(?:\s+by\s+land,\s+sea\s+and\s+air)?",
        ),
        ("PALERMO-FIREARMS", r"\s+(?:against|on)\s+(?:the\s+)?illicit\s+manufacturing"),
        ("OP-CAT", r"\s+(?:against|on|for)\s+(?:the\s+)?(?:prevention\s+of\s+)?torture"),
        ("REFUGEE-1967", r"\s+(?:relating\s+to|on)\s+(?:the\s+)?status\s+of\s+refugees"),
        (
            "MAPUTO",
            r"\s+(?:on|relating\s+to)\s+(?:the\s+)?rights\s+of\s+(?:the\s+)?wom[ae]n\s+in\s+africa",
        ),
        (
            "ACHPR-COURT",
            r"\s+(?:on|for)\s+(?:the\s+)?establishment\s+of\s+(?:the|an)\s+african\s+court",
        ),
        ("ACHR-SAN-SALVADOR", r"\s+of\s+san\s+salvador"),
        (
            "ILO-P29",
            r"\s+(?:of\s+2014\s+)?to\s+(?:the\s+)?(?:ilo\s+)?forced\s+labou?r\s+convention",
        ),
    )
)
_NAMED_BEFORE = tuple(
    (codes, re.compile(rf"(?:{pattern})\s+$", re.IGNORECASE))
    for codes, pattern in (
        (("KYOTO",), "Kyoto"),
        (("MAPUTO",), "Maputo"),
        (("ISTANBUL-PROTOCOL",), "Istanbul"),
        (("MINNESOTA-PROTOCOL",), "Minnesota"),
        (("PALERMO-FIREARMS",), "Firearms"),
        (("REFUGEE-1967",), r"1967(?:\s+(?:additional|optional))?"),
    )
)
_QUALIFIED = re.compile(
    r"(?P<number>\b(?:first|second|third|1st|2nd|3rd|two|three|both|all)\b(?:\s+and\s+(?:the\s+)?"
    r"(?P<more>second|third|2nd|3rd))?)?\s*(?:remaining\s+)?(?P<kind>(?:optional|facultative|additional|"
    r"supplementary|palermo)\s+)*$",
    re.IGNORECASE,
)
_TO_TREATY = re.compile(
    r"\s*(?:\(\w+\)\s*)?(?:(?:(?:I|II|III|No\.?\s*\d+)\b\s*(?:,|and)?\s*)*)(?:\s*(?:of\s+)?\d{4}\s*)?"
    r"\s*(?:to|of|on|under|for|attached\s+to|additional\s+to)\s+(?:both\s+)?"
    r"(?:the\s+)?(?:(?:UN|United\s+Nations|International|said|European|American|African|1989|four|1949)\s+)*",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\s*(?:,|and|as\s+well\s+as|,\s*and)\s+(?:to\s+)?(?:the\s+)?", re.IGNORECASE)
_BELONGING = re.compile(
    r"(?:\b(?:its|their|his|the|two|three|both|all|with|respective|corresponding|relevant)\b)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"\s+(I{1,3})\b(?:(?:\s*,\s*|\s+and\s+)(I{1,3})\b)?(?:\s+and\s+(I{1,3})\b)?")
_EUROPEAN = re.compile(r"\s+(?:No\.?|number)\s*(6|12|13)\b")
_SENTENCE = re.compile(r"[;.]\s")
_ORDINALS = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2}


def find_protocols(
    text: str, heads: Iterable[tuple[int, int]], treaties: Sequence[Named]
) -> list[Named]:
    """The protocols at these heads ("protocol", "protocols"), as (start, end, code)."""
    spans = list(heads)
    found: list[Named] = []
    for position, (start, end) in enumerate(spans):
        limit = spans[position + 1][0] if position + 1 < len(spans) else len(text)
        found += _protocol_at(text, start, end, limit, treaties)
    return found


def _protocol_at(
    text: str, start: int, end: int, limit: int, treaties: Sequence[Named]
) -> list[Named]:
    for codes, pattern in _NAMED_BEFORE:
        if named := pattern.search(text, max(0, start - 30), start):
            return [(named.start(), end, code) for code in codes]
    qualified = _QUALIFIED.search(text, max(0, start - 60), start)
    begin = qualified.start() if qualified else start
    begin += len(text[begin:start]) - len(text[begin:start].lstrip())
    number = (qualified["number"] or "").lower() if qualified else ""
    words = (qualified[0] if qualified else "").lower()
    plural = text[start:end].lower().endswith("s")
    if "palermo" in words:
        usual = ["PALERMO-TIP", "PALERMO-SOM"] if plural else ["PALERMO-TIP"]
        subject = _subject(text, end, limit)
        return [(begin, max(end, subject[0]), code) for code in subject[1] or usual]
    last, parents = _parents_behind(text, end, limit, treaties)
    subject_end, subjects = _subject(text, last, limit)
    if not subjects and parents:
        subject_end, subjects = _subject(text, end, limit)
    if (
        not parents
        and subjects
        and (later := _parents_behind(text, subject_end, limit, treaties))[1]
    ):
        # "Optional Protocol on the sale of children to the Convention on the Rights of the Child"
        subject_end = later[0]
        parents = later[1]
    last = max(last, subject_end)
    if european := _EUROPEAN.match(text, end):
        return [(begin, max(last, european.end()), f"ECHR-P{european[1]}")]
    if not parents and not subjects:
        parents = _parents_before(text, begin, treaties)
    if parents == ["ACHR"]:
        abolition = subjects == ["ICCPR-OP2"]
        return [(begin, last, "ACHR-DEATH-PENALTY" if abolition else "ACHR-SAN-SALVADOR")]
    if subjects:
        return [(begin, last, code) for code in _by_subject(subjects, parents)]
    romans = _ROMAN.match(text, end)
    if romans and (not parents or "GC-1949" in parents):
        ordered = sorted({f"GC-AP{len(numeral)}" for numeral in romans.groups() if numeral})
        return [(begin, max(last, romans.end()), code) for code in ordered]
    if not parents:
        parents = ["CRC"] if number == "third" else ["ICCPR"] if number in _ORDINALS else []
    return [
        (begin, last, code)
        for parent in parents
        for code in _chosen(parent, number, qualified["more"] if qualified else None, plural)
    ]


def _parents_behind(
    text: str, end: int, limit: int, treaties: Sequence[Named]
) -> tuple[int, list[str]]:
    """The treaties in "Protocol(s) to the X and (to) the Y", and where their names end."""
    link = _TO_TREATY.match(text, end, limit)
    if not link:
        return end, []
    plural = text[:end].lower().endswith("s")
    parents: list[str] = []
    at = link.end()
    last = end
    while True:
        here = [t for t in treaties if link.start() < t[0] <= at < t[1] and t[0] >= end]
        if not here:
            break
        parents += [code for _, _, code in here]
        last = here[0][1]
        more = _ANOTHER.match(text, last, limit)
        if not (plural and more):
            break
        at = more.end()
    return last, parents


def _parents_before(text: str, begin: int, treaties: Sequence[Named]) -> list[str]:
    """The treaty of "CEDAW Optional Protocol", of "the Convention and its Optional Protocol"."""
    earlier = [t for t in treaties if t[1] <= begin and t[2] in _PROTOCOLS]
    if not earlier:
        return []
    last = max(earlier, key=lambda t: t[1])
    between = text[last[1] : begin]
    if _SENTENCE.search(between) or len(between) > 90:
        return []
    if len(between.strip(" ()’'s-,")) > 3 and not _BELONGING.search(between):
        return []
    return [t[2] for t in earlier if t[:2] == last[:2]]


def _subject(text: str, start: int, limit: int) -> tuple[int, list[str]]:
    """Codes that the subjects after ``start`` tell, one after another, and where they end."""
    codes: list[str] = []
    end = start
    while True:
        # A bracket with the abbreviation may stand between: "(OP-CRC-AC) on the involvement of …"
        gap = re.compile(r"\s*(?:\([^()]{1,20}\))?").match(text, end, limit)
        at = gap.end() if gap and gap[0].strip() else end
        for code, pattern in _SUBJECTS:
            match = pattern.match(text, at, limit)
            if match and code not in codes:
                codes.append(code)
                end = match.end()
                break
        else:
            return end, codes


def _by_subject(subjects: list[str], parents: list[str]) -> list[str]:
    """Subject and treaty together: a communications procedure is that of the treaty named."""
    if "OP-CRC-IC" not in subjects or not parents or "CRC" in parents:
        return subjects
    own = [_PROTOCOLS[parent][0] for parent in parents if parent in _PROTOCOLS]
    return [code for code in subjects if code != "OP-CRC-IC"] + own


def _chosen(parent: str, number: str, more: str | None, plural: bool) -> tuple[str, ...]:
    """Which of a treaty's protocols ``number`` names; the usual ones without a number."""
    protocols = _PROTOCOLS.get(parent, ())
    ordinals = [
        _ORDINALS[word]
        for word in (number.split(" ")[0], (more or "").lower())
        if word in _ORDINALS
    ]
    if ordinals:
        return tuple(protocols[n] for n in ordinals if n < len(protocols))
    if parent == "CRC":
        if number in {"three", "all"}:
            return protocols
        return protocols[:2] if plural else ("OP-CRC",)
    if parent == "GC-1949":
        return protocols if number in {"three", "all"} else protocols[:2]
    if parent == "UNTOC":
        return (
            protocols if number in {"three", "all"} else protocols[:2] if plural else protocols[:1]
        )
    return protocols if plural else protocols[:1]
