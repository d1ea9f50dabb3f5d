"""How documents print the names of instruments, word by word: "Convention against Torture and …".

A name is found from its head noun (convention, covenant, protocol, charter …): what stands after
it, and where needed before it, tells which instrument it is. Each rule is (code, before, after);
``before`` must end where the head begins. The first rule that fits counts, so regional conventions
stand before the universal ones whose words they share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

HEAD = re.compile(
    r"\b(protocols?|conventions?|convenants?|covenants?|statute|charter|pact|treat(?:y|ies)"
    r"|agreements?|declarations?|principles|rules|guidelines|compact|agenda|framework|platform"
    r"|plan of action|amendments?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameRule:
    """One way to print a name around its head noun."""

    code: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


def _rule(code: str, after: str = "", before: str = "") -> NameRule:
    return NameRule(
        code,
        re.compile(rf"(?:{before})\s+$", re.IGNORECASE) if before else None,
        re.compile(after, re.IGNORECASE) if after else None,
    )


_THE = r"\s+(?:the\s+)?"
_ALL = r"(?:all\s+)?(?:the\s+)?(?:forms?\s+of\s+)?"
_ILL = (
    r"(?:\s+and\s+(?:all\s+)?other(?:\s+forms\s+of)?\s+cruel,?\s+(?:and\s+)?inhumane?,?\s*"
    r"(?:or|and)\s+degrading\s+treatments?(?:\s+(?:or|and)\s+punishments?)?)?"
)
_FAMILIES = (
    r"(?:\s*,?\s*(?:and|as well as)\s+(?:of\s+)?(?:the\s+)?(?:members\s+of\s+)?their\s+"
    r"famil(?:ies|y)(?:\s+members)?)?"
)

# Standing after "Convention"; also for the second of "Conventions on … and on …".
CONVENTION_RULES = (
    _rule("ECPT", rf"\s+for{_THE}prevention\s+of\s+torture", "European"),
    _rule("IACPPT", r"\s+to\s+prevent\s+and\s+punish\s+torture"),
    _rule(
        "CAT",
        r"\s+(?:against|on|for|on\s+the\s+prohibition\s+of|for\s+the\s+prevention\s+of)\s+"
        rf"(?:the\s+use\s+of\s+)?tortures?{_ILL}",
    ),
    _rule("UNESCO-EDUCATION", r"\s+(?:against|on)\s+discrimination\s+in\s+(?:the\s+)?education"),
    _rule("IACRACISM", r"\s+against\s+(?:all\s+forms\s+of\s+)?racism", "Inter-?American"),
    _rule(
        "ICERD",
        rf"\s+(?:on|for|of|against){_THE}(?:elimination\s+o[fn]\s+)?{_ALL}racial\s+discriminations?",
    ),
    _rule(
        "BELEM-DO-PARA",
        rf"\s+(?:on|for|to){_THE}(?:prevention|prevent)\b[^.;]{{0,45}}violence\s+against\s+women",
        "Inter-?American",
    ),
    _rule("BELEM-DO-PARA", r"\s+(?:of\s+)?Bel[eé]m\s+do\s+Par[aá]"),
    _rule(
        "ISTANBUL",
        r"\s+(?:of\s+the\s+council\s+of\s+europe\s+)?on\s+(?:the\s+)?(?:preventing|prevention|"
        r"combat)[^.;]{0,40}violence\s+against\s+women"
        r"(?:\s+and\s+(?:of\s+)?domestic\s+violence)?",
    ),
    _rule("POLITICAL-RIGHTS-WOMEN", r"\s+on\s+the\s+political\s+rights\s+of\s+women"),
    _rule(
        "CEDAW",
        rf"\s+(?:on|for|of|against){_THE}(?:elimination\s+o[fn]\s+)?{_ALL}discriminations?\s+"
        r"(?:against|of|towards)\s+wom[ae]n",
    ),
    _rule(
        "CRC",
        r"\s+(?:on|of|for)\s+(?:the\s+)?(?:(?:protection|promotion)\s+of\s+(?:the\s+)?)?"
        r"(?:rights?\s+of\s+(?:the\s+)?child(?:ren)?|child(?:ren)?(?:['’]s)?\s+rights)",
    ),
    _rule(
        "ICRMW",
        r"\s+(?:on|for|of|concerning|relating\s+to)\s+(?:the\s+)?(?:protection\s+of\s+)?"
        r"(?:the\s+)?(?:human\s+)?(?:rights?\s+of\s+)?(?:all\s+)?(?:the\s+)?migrants?['’]?"
        rf"(?:\s+workers?['’]?)?(?:\s+rights)?{_FAMILIES}",
    ),
    _rule(
        "CRPD",
        r"\s+(?:(?:on|of|for)\s+)?(?:the\s+)?(?:protection\s+(?:of|and)\s+)?(?:the\s+)?"
        r"(?:(?:human\s+)?rights?\s+(?:of|for)\s+)?(?:the\s+)?"
        r"(?:(?:persons?|people)\s+(?:living\s+)?with\s+(?:a\s+)?disabilit(?:y|ies)|"
        r"disabled\s+(?:persons?|people)|disabilit(?:y|ies)|disabled)",
    ),
    _rule("IACFDP", r"\s+on\s+(?:the\s+)?(?:en)?forced\s+disappearances?", "Inter-?American"),
    _rule(
        "ICPPED",
        rf"\s+(?:for|on|of|against|regarding|concerning){_THE}(?:(?:protection|prevention)\s+of\s+"
        r"|prohibition\s+of\s+)?"
        r"(?:all\s+)?(?:(?:persons|people|individuals)\s+)?(?:from\s+|against\s+)?(?:the\s+)?"
        r"(?:(?:en)?forced\s+|involuntary\s+)(?:(?:and|or)\s+involuntary\s+)?disappearances?"
        r"(?:\s+of\s+persons)?",
    ),
    _rule(
        "STATUTORY-LIMITATIONS",
        r"\s+on\s+the\s+(?:non-?\s?applicability|inapplicability)\s+of\s+"
        r"statutory\s+limitations?(?:\s+to\s+war\s+crimes\s+and\s+crimes\s+against\s+humanity)?",
    ),
    _rule(
        "GENOCIDE",
        rf"\s+(?:on|for|against){_THE}(?:prevention\s+(?:and|of)\s+(?:the\s+)?"
        r"(?:punishment\s+of\s+)?)?(?:the\s+)?(?:crimes?\s+of\s+)?genocide",
    ),
    _rule("APARTHEID", rf"\s+on{_THE}suppression[^.;]{{0,40}}apartheid"),
    _rule(
        "STATELESS-1954",
        rf"\s+(?:relating\s+to|on|related\s+to|concerning){_THE}(?:status\s+of\s+)?"
        r"stateless\s+persons",
    ),
    _rule(
        "STATELESS-1961",
        rf"\s+(?:on|for|relating\s+to){_THE}(?:reduction|prevention)\s+of\s+"
        r"(?:cases\s+of\s+)?statelessness",
    ),
    _rule("OAU-REFUGEE", r"\s+governing\s+the\s+specific\s+aspects"),
    _rule(
        "REFUGEE-1951",
        rf"\s+(?:relating\s+to|on|related\s+to|relative\s+to|of|concerning|regarding|for){_THE}"
        r"(?:(?:status|rights|protection)\s+of\s+)?(?:the\s+)?refugees",
    ),
    _rule("SLAVERY-1956", rf"\s+on{_THE}abolition\s+of\s+slavery", r"supplementary"),
    _rule(
        "ASEAN-TRAFFICKING",
        r"\s+against\s+trafficking\s+in\s+persons(?:,?\s+especially\s+women\s+and\s+children)?",
    ),
    _rule("COE-TRAFFICKING", r"\s+on\s+action\s+against\s+trafficking(?:\s+in\s+human\s+beings)?"),
    _rule("TRAFFICKING-1949", rf"\s+for{_THE}suppression\s+of\s+(?:the\s+)?traffic\s+in\s+persons"),
    _rule(
        "UNTOC",
        r"\s+(?:against|on)\s+(?:the\s+)?(?:trans-?\s?national|international)\s+organi[sz]ed\s+"
        r"crimes?",
    ),
    _rule("UNCAC", r"\s+(?:against|on)\s+corruption"),
    _rule(
        "ILO-C182",
        r"\s+(?:on|concerning)\s+(?:the\s+)?[^.;]{0,50}worst\s+forms\s+of\s+child\s+labou?r",
    ),
    _rule("ILO-C138", r"\s+(?:on|concerning)\s+(?:the\s+)?minimum\s+age\b(?!\s+for\s+marriage)"),
    _rule(
        "ILO-C169",
        r"\s+(?:on|concerning)\s+(?:the\s+)?(?:rights\s+of\s+)?indigenous\s+(?:and\s+tribal\s+)?(?:peoples?|populations)",
    ),
    _rule(
        "ILO-C189",
        r"\s+(?:on|concerning)\s+(?:the\s+)?(?:rights\s+of\s+|decent\s+work\s+for\s+)?domestic\s+workers?",
    ),
    _rule("ILO-C105", r"\s+(?:on|concerning)\s+(?:the\s+)?abolition\s+of\s+forced\s+labou?r"),
    _rule("ILO-C29", r"\s+(?:on|concerning)\s+(?:the\s+)?forced\s+labou?r"),
    _rule("ILO-C189", before="domestic workers"),
    _rule("ILO-C169", before=r"indigenous and tribal peoples"),
    _rule("ILO-C138", before="minimum age"),
    _rule("ILO-C182", before=r"worst forms of child labou?r"),
    _rule("CONSENT-TO-MARRIAGE", r"\s+on\s+consent\s+to\s+marriage"),
    _rule("CLUSTER-MUNITIONS", r"\s+(?:on|against)\s+cluster\s+(?:munitions|bombs)"),
    _rule("MINE-BAN", r"\s+on\s+(?:the\s+)?(?:prohibition[^.;]{0,60})?anti-?\s?personnel\s+mines"),
    _rule("CHEMICAL-WEAPONS", r"\s+on\s+(?:the\s+)?(?:prohibition[^.;]{0,60})?chemical\s+weapons"),
    _rule("CONVENTIONAL-WEAPONS", r"\s+on\s+[^.;]{0,60}conventional\s+weapons"),
    _rule(
        "HAGUE-ABDUCTION", r"\s+on\s+(?:the\s+)?(?:civil\s+aspects\s+of\s+)?[^.;]{0,30}abduction"
    ),
    _rule(
        "HAGUE-ADOPTION",
        r"(?:\s+of\s+(?:29\s+May\s+)?1993)?\s+on\s+(?:the\s+)?(?:protection\s+of\s+children\s+and"
        r"\s+co-?operation\s+in\s+respect\s+of\s+)?inter-?\s?country\s+adoptions?",
    ),
    _rule("HAGUE-PROTECTION", r"\s+on\s+jurisdiction,\s+applicable\s+law"),
    _rule("HAGUE-CULTURAL", r"\s+for\s+the\s+protection\s+of\s+cultural\s+property"),
    _rule("UNESCO-HERITAGE", r"\s+[^.;]{0,30}intangible\s+cultural\s+heritage"),
    _rule("UNESCO-DIVERSITY", r"\s+[^.;]{0,40}diversity\s+of\s+cultural\s+expressions"),
    _rule("UNESCO-WORLD-HERITAGE", r"\s+[^.;]{0,40}cultural\s+and\s+natural\s+heritage"),
    _rule("UNFCCC", r"\s+on\s+climate\s+change"),
    _rule("CBD", r"\s+on\s+biological\s+diversity"),
    _rule("BASEL", r"\s+on\s+the\s+control\s+of\s+transboundary"),
    _rule("AARHUS", r"\s+on\s+access\s+to\s+information"),
    _rule("LAW-OF-THE-SEA", r"\s+on\s+the\s+law\s+of\s+the\s+sea"),
    _rule("TOBACCO", r"\s+on\s+tobacco\s+control"),
    _rule("VIENNA-CONSULAR", r"\s+on\s+consular\s+relations"),
    _rule("VIENNA-TREATIES", r"\s+on\s+the\s+law\s+of\s+treaties"),
    _rule("LANZAROTE", r"\s+on\s+(?:the\s+)?protection\s+of\s+children\s+against\s+sexual"),
    _rule("KAMPALA-IDP", r"\s+[^.;]{0,40}internally\s+displaced\s+persons(?:\s+in\s+Africa)?"),
    _rule("FCNM", r"\s+(?:for|on)\s+(?:the\s+)?(?:protection\s+of\s+)?national\s+minorities"),
    _rule("CYBERCRIME", r"\s+on\s+cybercrime"),
    _rule("OVIEDO", r"\s+on\s+human\s+rights\s+and\s+biomedicine"),
    _rule("IACOLDER", r"\s+on\s+(?:the\s+)?protecti(?:ng|on)[^.;]{0,30}older\s+persons"),
    _rule("ACHR", r"\s+(?:on|of)\s+human\s+rights", r"(?<!Inter-)American"),
    _rule("ECHR", r"\s+(?:on|of)\s+human\s+rights", "European"),
    _rule("ECHR", r"\s+for\s+the\s+protection\s+of\s+human\s+rights"),
    _rule("GENOCIDE", before="genocide"),
    _rule("SLAVERY", r"(?:\s+of)?\s+1926"),
    _rule("SLAVERY", before=r"(?<!supplementary )slavery"),
    _rule("REFUGEE-1951", r"\s+(?:of|from)\s+1951", "Geneva"),
    _rule(
        "REFUGEE-1951", before=r"1951(?:\s+(?:UN|United\s+Nations))?(?:\s+(?:geneva|refugees?))?"
    ),
    _rule("REFUGEE-1951", before="refugees?"),
    _rule("STATELESS-1954", before=r"1954(?:\s+(?:UN|United\s+Nations|statelessness))?"),
    _rule("STATELESS-1961", before=r"1961(?:\s+(?:UN|United\s+Nations|statelessness))?"),
    _rule("GC-1949", before=r"(?:four\s+|1949\s+)?Geneva"),
    _rule("ISTANBUL", before="Istanbul"),
    _rule("LANZAROTE", before="Lanzarote"),
    _rule("AARHUS", before="Aarhus"),
    _rule("BASEL", before="Basel"),
    _rule("MINAMATA", before="Minamata"),
    _rule("OVIEDO", before="Oviedo"),
    _rule("CYBERCRIME", before="Budapest"),
    _rule("MINE-BAN", before="Ottawa|mine ban"),
    _rule("UNTOC", before="Palermo"),
    _rule("KAMPALA-IDP", before="Kampala"),
    _rule("BELEM-DO-PARA", before=r"Bel[eé]m\s+do\s+Par[aá]"),
)

_COVENANT_BOTH = (
    r"s?\s+on\s+civil\s+(?:and|&)\s+political\s+rights(?:,|\s+and|\s+as\s+well\s+as)+\s+"
    r"(?:(?:the\s+)?(?:international\s+)?covenant\s+)?(?:on\s+)?economics?,?\s+(?:and\s+)?social,?"
    r"\s+(?:and|&)\s+cultural\s+rights"
)
BOTH_COVENANTS = (
    _rule("", before=r"(?:the\s+)?(?:two|both|twin)(?:\s+\w+){0,4}"),
    _rule("", r"s?\s+on\s+human\s+rights", before=r"(?:International)"),
)
BOTH_COVENANTS_NAMED = re.compile(_COVENANT_BOTH[2:], re.IGNORECASE)
COVENANT_RULES = (
    _rule(
        "ICCPR", r"\s+(?:on|of|for|to)\s+(?:the\s+)?civil\s*,?\s*(?:and|&)?\s+political\s+rights?"
    ),
    _rule(
        "ICESCR",
        r"\s+(?:on|of|for|to)\s+(?:the\s+)?economics?(?:al)?\s*,?\s+(?:and\s+)?social\s*,?\s*"
        r"(?:and|&)?\s+cultural\s+rights?",
    ),
)

# Heads other than convention, covenant and protocol.
OTHER_RULES = {
    "statute": (
        _rule("ROME-STATUTE", rf"(?:\s+(?:of|for|on|to){_THE}(?:International\s+Criminal\s+Court|"
              r"ICC))?", "Rome"),
        _rule("ROME-STATUTE", rf"\s+(?:of|for|on){_THE}International\s+Criminal\s+Court"),
    ),
    "amendment": (_rule("ROME-KAMPALA", r"(?:\s+to\s+the\s+Rome\s+Statute)?", "Kampala"),),
    "charter": (
        _rule("ACRWC", r"\s+on\s+(?:the\s+)?(?:rights\s+and\s+welfare\s+of\s+the\s+child|"
              r"rights\s+of\s+the\s+child)", "African"),
        _rule("ACDEG", r"\s+on\s+democracy(?:,\s+elections\s+and\s+governance)?", "African"),
        _rule("ACHPR", r"(?:\s+(?:on|of|for)\s+human\s+(?:and|&)\s+peoples?['’]?s?['’]?\s+rights)?",
              "African"),
        _rule("ARAB-CHARTER", r"(?:\s+(?:on|of|for)\s+human\s+rights)?", "Arab"),
        _rule("ECRML", r"\s+(?:for|of|on)\s+(?:the\s+)?regional\s+(?:or|and)\s+minority\s+"
              r"languages"),
        _rule("ESC-CHARTER", "", r"European\s+social|revised\s+social"),
        _rule("UN-CHARTER", r"\s+of\s+(?:the\s+)?(?:United\s+Nations|UN)\b"),
        _rule("UN-CHARTER", "", "UN|United\\s+Nations"),
    ),
    "pact": (_rule("ACHR", r"\s+of\s+San\s+Jos[eé]"),),
    "treaty": (
        _rule("ARMS-TRADE", "", r"Arms\s+Trade"),
        _rule("TPNW", r"\s+on\s+the\s+prohibition\s+of\s+nuclear\s+weapons"),
        _rule("MARRAKESH-VIP", "", "Marrakesh"),
    ),
    "agreement": (
        _rule("PARIS-AGREEMENT", r"(?:\s+on\s+climate\s+change)?", r"Paris(?:\s+climate)?"),
        _rule("ESCAZU", "", r"Escaz[uú]"),
        _rule("ROME-APIC", rf"\s+on{_THE}privileges\s+and\s+immunities\s+of\s+the\s+"
              r"(?:International\s+Criminal\s+Court|ICC)"),
    ),
    "declaration": (
        _rule("UDHR", r"\s+(?:of|on)\s+human\s+rights", "Universal"),
        _rule("ASEAN-DECLARATION", "", r"ASEAN\s+human\s+rights"),
        _rule("UNDRIP", rf"\s+(?:on|of){_THE}rights\s+of\s+(?:the\s+)?indigenous\s+peoples?"),
        _rule("DECLARATION-PEASANTS", rf"\s+on{_THE}rights\s+of\s+peasants"),
        _rule("DECLARATION-DEFENDERS", rf"\s+(?:on|of){_THE}(?:(?:rights|protection)\s+of\s+)?"
              r"human\s+rights\s+defenders"),
        _rule("DECLARATION-DEFENDERS", rf"\s+on{_THE}right\s+and\s+responsibility\s+of\s+"
              r"individuals"),
        _rule("DECLARATION-MINORITIES", rf"\s+on{_THE}rights\s+of\s+persons\s+belonging\s+to\s+"
              r"national"),
        _rule("DECLARATION-EDUCATION", r"\s+on\s+human\s+rights\s+education(?:\s+and\s+training)?"),
        _rule("DECLARATION-DISAPPEARANCE", rf"\s+on{_THE}protection\s+of\s+all\s+persons\s+from\s+"
              r"enforced\s+disappearances?"),
        _rule("VIENNA-DECLARATION", r"(?:\s+and\s+programme\s+of\s+action)?", "Vienna"),
        _rule("DURBAN", r"(?:\s+and\s+(?:the\s+)?program(?:me)?\s+of\s+action)?", "Durban"),
        _rule("BEIJING", r"(?:\s+and\s+(?:the\s+)?platform\s+(?:for|of)\s+action)?", "Beijing"),
        _rule("SAFE-SCHOOLS", "", r"Safe\s+Schools"),
    ),
    "platform": (_rule("BEIJING", r"(?:\s+(?:for|of)\s+action)?", "Beijing"),),
    "agenda": (
        _rule("AGENDA-2030", r"(?:\s+for\s+sustainable\s+development)?", "2030"),
        _rule("AGENDA-2030", r"\s+2030"),
    ),
    "principles": (
        _rule("PARIS-PRINCIPLES", "", "Paris"),
        _rule("PARIS-PRINCIPLES", r"\s+relating\s+to\s+the\s+status\s+of\s+national\s+"
              r"institutions"),
        _rule("YOGYAKARTA", "", "Yogyakarta"),
        _rule("UNGP", r"\s+(?:on|for)\s+business\s+and\s+human\s+rights"),
        _rule("GUIDING-PRINCIPLES-IDP", r"\s+on\s+internal(?:ly)?\s+displace(?:ment|d\s+persons)"),
        _rule("VOLUNTARY-PRINCIPLES", r"\s+on\s+security\s+and\s+human\s+rights"),
        _rule("BASIC-PRINCIPLES-FORCE", r"\s+on\s+the\s+use\s+of\s+force(?:\s+and\s+firearms)?"),
        _rule("BASIC-PRINCIPLES-JUDICIARY", r"\s+on\s+the\s+independence\s+of\s+the\s+judiciary"),
        _rule("BASIC-PRINCIPLES-LAWYERS", r"\s+on\s+the\s+role\s+of\s+lawyers"),
    ),
    "rules": (
        _rule("MANDELA-RULES", "", r"(?:Nelson\s+)?Mandela"),
        _rule("MANDELA-RULES", r"\s+for\s+the\s+treatment\s+of\s+prisoners"),
        _rule("BANGKOK-RULES", "", "Bangkok"),
        _rule("BANGKOK-RULES", r"\s+for\s+the\s+treatment\s+of\s+women\s+prisoners"),
        _rule("BEIJING-RULES", "", "Beijing"),
    ),
    "guidelines": (_rule("RIYADH-GUIDELINES", "", "Riyadh"),),
    "compact": (
        _rule("GLOBAL-COMPACT-MIGRATION", r"\s+(?:for\s+safe|for\s+migration|on\s+migration)",
              "Global"),
        _rule("GLOBAL-COMPACT-REFUGEES", r"\s+(?:on|for)\s+refugees", "Global"),
    ),
    "framework": (_rule("SENDAI", "", "Sendai"),),
    "plan of action": (_rule("RABAT", "", "Rabat"),),
}  # fmt: skip
