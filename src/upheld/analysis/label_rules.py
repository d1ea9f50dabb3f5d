"""Key words of UPR Info's 54 issues: "forced evictions" speak for Right to housing.

Each label has its words, where "*" stands for any ending and "_" joins two neighbours. The rules
alone are a coarse guess; as marks beside the words they carry what few training texts show.
Source: the labels' names and their meaning in UPR Info's guide to its database.
"""

from __future__ import annotations

import re
from functools import lru_cache

KEY_WORDS = {
    "Asylum-seekers - refugees": "asylum* refugee* refoul* non-refoulement",
    "CP rights - general": "iccpr ccpr civil_and civil_rights civil_liberties democracy democratic "
    "democrati* fundamental_freedoms",
    "Civil society": "civil_society ngo* non-governmental nongovernmental associations",
    "Corruption": "corrupt* anti-corruption bribe* embezzl*",
    "Counter-terrorism": "terror* counter-terror* anti-terror* counterterror*",
    "Death penalty": "death_penalty death_sentence* capital_punishment execution* moratorium "
    "abolitionist second_optional icccpr-op2",
    "Detention": "detention* detain* detainee* prison* imprison* jail* custod* penitentiar* "
    "inmate* incarcerat* overcrowd* arrest*",
    "Development": "development millennium mdg* sustainable_development",
    "Disabilities": "disab* crpd handicap* impair*",
    "ESC rights - general": "icescr cescr economic_social economic_and socio-economic social_and "
    "social_security social_protection social_services cultural_rights cultural_heritage "
    "standard_of social_welfare pension*",
    "Elections": "election* elector* vote voting voter* ballot*",
    "Enforced disappearances": "disappear* cped ced icpped",
    "Environment": "environment environmental* climate* pollut* desertif* deforest* ecolog* toxic "
    "global_warming emission* sea_level hazardous*",
    "Extrajudicial executions": "extrajudicial* extra-judicial* summary_execution* "
    "summary_killing* arbitrary_execution* unlawful_killing* arbitrary_killing* honour_killing*",
    "Freedom of association and peaceful assembly": "assembl* association* demonstrat* protest* "
    "gathering* trade_union* political_parties",
    "Freedom of movement": "freedom_of movement travel* exit_visa* passport* checkpoint* "
    "blockade* restrict* border*",
    "Freedom of opinion and expression": "expression opinion* speech censor* defamation libel "
    "internet access_to_information blogger*",
    "Freedom of religion and belief": "relig* belief* faith* interreligious inter-religious "
    "interfaith church* mosque* baha* conscientious*",
    "Freedom of the press": "press media journalist* newspaper* broadcast* radio television",
    "General": "human_rights protection_of promotion_and rights_situation",
    "HIV - Aids": "hiv* aids hiv-aids",
    "Human rights defenders": "defender* activist* reprisal*",
    "Human rights education and training": "training* awareness* awareness-rais* sensiti* "
    "curricul* human_rights_education educat* campaign* capacity-build*",
    "Human rights violations by state agents": "police* military armed_forces security_forces "
    "law_enforcement perpetrat* agents soldier* excessive_use violations_committed abuses_by "
    "violence_by officers",
    "Impunity": "impunity",
    "Indigenous peoples": "indigenous* aborigin* native* tribal* 169 pygm* sami maori*",
    "Internally displaced persons": "idp* displaced internally_displaced displacement return_of "
    "resettl*",
    "International humanitarian law": "humanitarian_law armed_conflict* war_crime* geneva* "
    "occupied* occupation civilian* rome_statute blockade* ceasefire palestin* gaza icc "
    "mines munitions genocide",
    "International instruments": "ratif* acced* accession treaty treaties convention* covenant* "
    "protocol* instrument* reservation* international_obligations international_law statute",
    "Justice": "justice judic* judge* court* fair_trial legal_aid prosecut* lawyer* trial* "
    "rule_of penal_code criminal_code juvenile_justice tribunal*",
    "Labour": "labour labor worker* employ* work unemploy* wage* ilo occupational job* "
    "forced_labour workplace",
    "Migrants": "migrant* migra* immigra* emigra* foreign* icrmw expatriat* domestic_workers",
    "Minorities": "minorit* roma gypsies sinti travellers ethnic* linguistic* afro-descendant* "
    "dalit*",
    "NHRI": "paris_principles nhri* ombudsman* ombudsperson* national_human "
    "rights_commission rights_institution* national_institution* icc commissioner defender_of",
    "National plan of action": "action_plan* national_plan* plan_of strategy plan_for",
    "Other": "solidarity extremis* dialogue* peace peaceful reconcilia* culture_of unilateral "
    "drug* sanction* family families sovereign*",
    "Poverty": "poverty poor poorest impoverish* destitut*",
    "Public security": "crime* criminality security_forces security_sector police* public_security "
    "public_order state_of private_security drug* violence delinquen* weapons firearms gang*",
    "Racial discrimination": "racis* racial* xenophob* icerd cerd durban intoleran* hate_speech "
    "anti-semit* islamophob* ethnic_discrimination hate_crime*",
    "Right to education": "educat* school* literacy illitera* enrol* teacher* drop-out* pupil* "
    "universit*",
    "Right to food": "food* hunger nutrition* malnutrition malnourish* undernourish* famine*",
    "Right to health": "health* medic* mortality hospital* reproductive* abortion* maternal* "
    "disease* vaccin* obstetric* malaria",
    "Right to housing": "hous* homeless* evict* slum* shelter* dwelling* rent tenan*",
    "Right to land": "land lands land* farmer* peasant* agrarian* territor* ancestral* dispossess*",
    "Right to water": "water sanitation drinking*",
    "Rights of the Child": "child* minor minors girl* juvenile* youth* crc opac opsc adolescen* "
    "infant* teenage* corporal* street_children",
    "Sexual Orientation and Gender Identity": "lgbt* lesbian* gay* homosexual* same-sex "
    "transgender* bisexual* sexual_orientation gender_identity intersex* yogyakarta sexual_minor*",
    "Special procedures": "rapporteur* special_procedure* standing_invitation open_invitation "
    "mandate-holder* mandate_holder* independent_expert* invit* working_group",
    "Technical assistance and cooperation": "technical* assistance cooperat* co-operat* ohchr "
    "support_of best_practices good_practices experience* capacity_building partners "
    "international_community donor* share",
    "Torture and other CID treatment": "tortur* ill-treat* cruel* degrading* inhuman* op-cat opcat "
    "cat corporal* flogging* stoning",
    "Trafficking": "traffick* palermo smuggl*",
    "Treaty bodies": "treaty_bod* committee* cedaw cerd cescr concluding_observations "
    "monitoring_bod* overdue* periodic_report* reports_to reporting",
    "UPR process": "upr universal_periodic follow-up working_group periodic_review accepted "
    "recommendations_accepted mid-term present_review",
    "Women's rights": "wom* girl* gender* female* cedaw matern* domestic_violence sexual_violence "
    "rape* fgm genital* spous* marital* femicid*",
}

_Patterns = tuple[tuple[str, re.Pattern[str]], ...]


def _patterns(joined: bool) -> _Patterns:
    """One pattern for each label with the words (or pairs of words) of its rule."""
    found = []
    for label, rule in KEY_WORDS.items():
        parts = [
            "".join(".*" if c == "*" else re.escape(c) for c in part.replace("_", " "))
            for part in rule.split(" ")
            if (part.count("_") == 1 if joined else "_" not in part)
        ]
        if parts:
            found.append((label, re.compile("|".join(parts))))
    return tuple(found)


_ALONE = _patterns(joined=False)
_JOINED = _patterns(joined=True)
_FIRST_OF_PAIRS = frozenset(
    part.partition("_")[0]
    for rule in KEY_WORDS.values()
    for part in rule.split(" ")
    if part.count("_") == 1
)


def spoken_labels(words: list[str]) -> list[str]:
    """The labels whose key words stand among ``words``, each once, in the order of the text."""
    spoken: dict[str, None] = {}
    for word, following in zip(words, [*words[1:], ""], strict=False):
        for label in _labels_of_word(word):
            spoken[label] = None
        if word in _FIRST_OF_PAIRS:
            for label in _labels_of_pair(word, following):
                spoken[label] = None
    return list(spoken)


@lru_cache(maxsize=100_000)
def _labels_of_word(word: str) -> tuple[str, ...]:
    return tuple(label for label, pattern in _ALONE if pattern.fullmatch(word))


@lru_cache(maxsize=50_000)
def _labels_of_pair(word: str, following: str) -> tuple[str, ...]:
    pair = f"{word} {following}"
    return tuple(label for label, pattern in _JOINED if pattern.fullmatch(pair))
