"""Word forms that search holds for one word: "discriminates", "discriminatory", "discrimination".

``stem`` takes a folded English word ("children") to the form that stands for its family ("child").
It is careful rather than thorough: words that the field keeps apart stay apart ("police" and
"policy", "minor" and "minority", "nation" and "nationality"), and the families that matter and
follow no rule stand in a table. Folded words of other languages pass through it alike in texts and
in questions, so that they are found as well.
"""

from __future__ import annotations

import re
from functools import lru_cache

# First the form that stands for the family, then its other members.
_FAMILIES = """
child children childhood
woman women
man men
person people persons
abolish abolition abolitionist
detain detention detainee
disabil disability disable disabled
violen violence violent
disappear disappearance
independ independence independent
ratifi ratify ratification
acced accede accession
prison prisoner imprison imprisonment
prosecut prosecutor
persecut persecutor
equal equality
unequal inequality
migra migrant migration migrate
immigra immigrant immigration
labor labour
color colour
behavior behaviour
honor honour
center centre
program programme
defens defence defense
poor poverty
racis racism racist
elect election elector electoral
religi religion religious
free freedom
educ education educate educational educator
corrupt corruption
health healthy
impunit impunity
hospital hospitalise hospitalize
journal journalist journalism
comply compliance
assist assistance
perform performance
attend attendance
resist resistance
exist existence existent
refer referral
arrest arrested
tortur torture torturer
kill killer killed killing
homosexual homosexuality
bisexual bisexuality
transgender transgendered
indigen indigenous
statel stateless statelessness
homeles homeless homelessness
censor censorship
defend defender
strateg strategy strategic
surveil surveillance
reprisal retaliation retaliate
invit invite invitation
harmon harmonize harmonise harmonization harmonisation
hiv hivaids
traffick trafficker trafficking traffic
smuggl smuggle smuggler
worker workers
use used using
is are was were been being be am
has have had having
do does did done doing
go goes went gone going
give gave given giving
take took taken taking
make made making
hold held holding
"""

# Words that a rule would take for a form of another word.
_ALONE_WORDS = """
united housing corporal private climate police policy news laos congo texas series species
process access progress address stress press congress business witness illness awareness
exercise enterprise promise otherwise supervise advise revise expertise franchise comprise
precise raise arise premise surprise compromise disguise likewise
state estate debate date rate create climate estate senate mandate
indeed speed hundred sacred naked
during nothing something anything everything evening ceiling sterling
minor minority minorities party general generation universal universe university
this thus us gas bus plus virus corpus status campus census consensus focus crisis basis
analysis thesis emphasis aids cyprus maldives honduras barbados bahamas philippines
netherlands seychelles mauritius belarus paris perhaps always across
nation nations station ration section portion passion pension tension union opinion million
region version mission session permission commission question
"""
_ALONE = frozenset(_ALONE_WORDS.split())
_SINGULARS = {"nations": "nation", "policies": "policy", "minorities": "minority",
              "parties": "party"}  # fmt: skip

_FAMILY = {
    member: line.split()[0] for line in _FAMILIES.strip().splitlines() for member in line.split()
}

_VOWEL = re.compile(r"[aeiouy]")
_ENGLISH = re.compile(r"[a-z]{3,40}\Z")
_IZE = re.compile(r"(?<=.{3})(?:is|iz)(?:ation|ations|e|es|ed|ing|er|ers)\Z")
_ATE = re.compile(r"(?<=[a-z]{4})(?:ations?|ates?|ated|ating|atives?|atory|ators?)\Z")
_DOUBLED = re.compile(r"([bdfgmnprt])\1\Z")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The form that stands for all forms of ``word``, which is folded: "women" gives "woman".

    Idempotent: ``stem(stem(word)) == stem(word)`` for any word.
    """
    if not _ENGLISH.match(word):
        return word
    while (shorter := _once(word)) != word:
        word = shorter
    return word


def _once(word: str) -> str:
    if word in _FAMILY:
        return _FAMILY[word]
    if word in _SINGULARS:
        return _SINGULARS[word]
    if word in _ALONE:
        return word
    for rule in (_plural, _ize, _ification, _ate, _ed_or_ing, _ion, _ly, _ending):
        shorter = rule(word)
        if shorter != word:
            return shorter
    return word


def _plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _ize(word: str) -> str:
    found = _IZE.search(word)
    # "organise", "organization"; not "raise" or "police", which have too little before it.
    return word[: found.start()] + "iz" if found and found.start() >= 4 else word


def _ification(word: str) -> str:
    return word[: -len("cation")] if word.endswith("ification") and len(word) > 11 else word


def _ate(word: str) -> str:
    found = _ATE.search(word)
    return word[: found.start()] if found else word


def _ed_or_ing(word: str) -> str:
    for ending in ("ied", "ed", "ing"):
        bare = word[: -len(ending)]
        if not word.endswith(ending) or word.endswith("eed"):
            continue
        if len(bare) < 3 or not _VOWEL.search(bare):
            return word
        if ending == "ied":
            return bare + "y"
        return bare[:-1] if _DOUBLED.search(bare) else bare
    return word


def _ion(word: str) -> str:
    return word[:-3] if len(word) >= 8 and word.endswith(("tion", "sion")) else word


def _ly(word: str) -> str:
    long = len(word) >= 7 and word.endswith("ly")
    return word[:-2] if long and not word.endswith(("bly", "ply", "ily")) else word


def _ending(word: str) -> str:
    if len(word) > 4 and word.endswith("ll") and len(word) > 5:
        return word[:-1]
    if len(word) > 3 and word.endswith("e") and word[-2] not in "eio":
        return word[:-1]
    if len(word) > 3 and word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "i"
    return word
