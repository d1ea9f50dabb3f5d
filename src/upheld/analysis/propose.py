"""All labels proposed for a record's text, with score and the words that spoke for each.

"Ratify OP-CAT and reduce overcrowding in prisons" → issues Detention and Torture and other CID
treatment, action 5, theme Conditions of detention, goal 16, target 16.3, instrument OP-CAT. A
Vietnamese text is read through the glossary: the classifier sees the English terms of its
expressions, and the words that spoke are the Vietnamese ones. Texts in other languages get no
proposals. Nothing here is kept: the same text under the same ``edition`` always gives the same
proposals and reasons.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from upheld.analysis import glossary
from upheld.analysis.bodies_named import find_bodies
from upheld.analysis.classify import Classification, classify
from upheld.analysis.instruments import Mention, find_instruments
from upheld.analysis.issues import Proposal
from upheld.analysis.ohchr_rules import GOALS, PERSONS, THEMES, Rule
from upheld.analysis.target_rules import TARGETS
from upheld.core.labels import ReadAs, Taxonomy
from upheld.core.languages import language_of
from upheld.core.sdg_targets import goal_of

NAMED = 1.0
"""The score of an instrument or a body: its name stands in the text, nothing is estimated."""

_METHOD = 1  # grows when this module proposes otherwise with the same weights and tables
_LONG_ENOUGH = 80  # letters from which the words tell the language against the document's own
_TELLING_NOTHING = frozenset(
    {"a", "an", "and", "any", "as", "at", "be", "by", "for", "from", "in", "into", "is", "it"}
    | {"its", "of", "on", "or", "that", "the", "their", "this", "to", "which", "with"}
)
_SCRIPTS = frozenset({"ar", "ru", "zh"})
# What leads to a target leads to its goal.
_OF_GOALS = (*GOALS, *(rule._replace(name=goal_of(rule.name)) for rule in TARGETS))
_AIDS = "actions"  # category of glossary entries such as "thúc đẩy", promote


class Proposed(NamedTuple):
    """One proposed label: ``score`` from 0 to 1, ``why`` the printed words that spoke for it."""

    taxonomy: Taxonomy
    label: str
    score: float
    why: tuple[str, ...] = ()


class Reading(NamedTuple):
    """How a text was read, and its proposals by taxonomy, in each the best first."""

    read_as: ReadAs
    proposals: tuple[Proposed, ...]


@lru_cache(maxsize=1)
def edition() -> str:
    """Which classifier this is, in twelve hexadecimal digits: its weights, its tables, its method.

    Proposals of another edition are made anew.
    """
    digest = hashlib.sha256(files("upheld.analysis").joinpath(
        "models", "classification.npz").read_bytes())  # fmt: skip
    for folder, name in (("analysis", "glossary_vi_en.csv"), ("core", "instruments.csv")):
        digest.update(files(f"upheld.{folder}").joinpath("data", name).read_bytes())
    digest.update(repr((_METHOD, THEMES, GOALS, TARGETS, PERSONS)).encode())
    return digest.hexdigest()[:12]


def propose(texts: Sequence[tuple[str, str]], *, why: bool = False) -> list[Reading]:
    """A reading of each ``(text, language of its document)``; a language may be "", unknown.

    Reasons cost ten times the rest: they are made where somebody asks ``why``.
    """
    ways = [read_as(text, language) for text, language in texts]
    seen = [_seen(text, way) for (text, _language), way in zip(texts, ways, strict=True)]
    read = [english for english, _said in seen if english]
    classified = iter(classify(read, why=why))
    return [
        Reading(
            way,
            tuple(_proposals(english, way, next(classified), said if why else _unsaid))
            if english
            else (),
        )
        for way, (english, said) in zip(ways, seen, strict=True)
    ]


def read_as(text: str, language: str) -> ReadAs:
    """How a text is read, by its document's language and by its own words.

    An index of English texts may hold a Spanish one, and a Vietnamese table an English column.
    """
    own = language_of(text)
    told = len(text) >= _LONG_ENOUGH or own in _SCRIPTS or not language
    spoken = (own if told else "") or language or own
    if spoken == "en":
        return ReadAs.ENGLISH
    if spoken == "vi" or (not spoken and glossary.is_vietnamese(glossary.syllables(text))):
        return ReadAs.GLOSSARY
    return ReadAs.NOT_AT_ALL if spoken else ReadAs.ENGLISH


Said = Callable[[str], str]
"""From English words that spoke to the words of the text itself."""


def _seen(text: str, way: ReadAs) -> tuple[str, Said]:
    """What the classifier sees of a text: itself, the glossary's terms, or nothing."""
    if way is ReadAs.ENGLISH:
        return text.strip(), lambda word: _whole(word, text)
    if way is ReadAs.NOT_AT_ALL:
        return "", lambda _word: ""
    words = glossary.syllables(text)
    terms: dict[str, str] = {}
    for piece in glossary.translate(words):
        english = [entry for entry in piece.entries if entry.english and entry.category != _AIDS]
        if english:
            term = english[0].english[0].replace("+", "")
            terms.setdefault(" ".join(term.split()), " ".join(words[piece.start : piece.end]))
    return ", ".join(terms), lambda word: _vietnamese(word, terms)


def _unsaid(_word: str) -> str:
    return ""


def _whole(found: str, text: str) -> str:
    """The words to their end: rules look for "discrimination against wom", the text goes on."""
    match = re.search(rf"\b{re.escape(found)}\w*", text)
    return match[0] if match else found


def _vietnamese(word: str, terms: dict[str, str]) -> str:
    return next((said for term, said in terms.items() if word in term or term in word), "")


def _proposals(english: str, way: ReadAs, found: Classification, said: Said) -> Iterator[Proposed]:
    for taxonomy, labels, rules in (
        (Taxonomy.ISSUE, found.issues, ()),
        (Taxonomy.THEME, found.themes, THEMES),
        (Taxonomy.PERSONS, found.persons, PERSONS),
        (Taxonomy.SDG, found.sdgs, _OF_GOALS),
        (Taxonomy.SDG, found.targets, TARGETS),
    ):
        for label in labels:
            words = label.why or _of_issues(label.label, rules, found.issues)
            yield Proposed(taxonomy, label.label, label.score, _printed(words, said))
    if way is ReadAs.ENGLISH:
        # The category is told by how a demand is worded, which the glossary's terms do not show.
        words = _printed(found.action_why, said)
        yield Proposed(Taxonomy.ACTION, str(found.action), found.action_score, words)
    yield from _named(Taxonomy.INSTRUMENT, english, find_instruments(english), said)
    yield from _named(Taxonomy.BODY, english, find_bodies(english), said)


def _of_issues(name: str, rules: Sequence[Rule], issues: Sequence[Proposal]) -> tuple[str, ...]:
    """The words for the surest issue that leads to a name of which no key word stands there."""
    leading = {issue for rule in rules if rule.name == name for issue in rule.issues}
    return next((issue.why for issue in issues if issue.label in leading), ())


def _printed(words: Iterable[str], said: Said) -> tuple[str, ...]:
    """The words as the text prints them; "to" and "the" weigh something and tell nothing."""
    found = dict.fromkeys(filter(None, map(said, words)))
    return tuple(word for word in found if word.lower() not in _TELLING_NOTHING)


def _named(
    taxonomy: Taxonomy, text: str, mentions: Iterable[Mention], said: Said
) -> Iterator[Proposed]:
    words: dict[str, list[str]] = {}
    for start, end, code in mentions:
        words.setdefault(code, []).append(text[start:end])
    for code, printed in words.items():
        yield Proposed(taxonomy, code, NAMED, _printed(printed, said))
