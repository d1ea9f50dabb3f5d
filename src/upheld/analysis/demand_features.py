"""The features by which two demands are held against each other, each with its sentence.

Every feature is a number from 0 to 1 and the same whichever demand comes first. *Agreements* can
only speak for the same demand and *differences* only against it; the weights keep to that.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from upheld.analysis.demand import (
    Demand,
    families,
    is_decisive,
    opposed,
    stands_over,
    subjects_of,
)
from upheld.analysis.standard_demands import Shared
from upheld.analysis.word_meaning import marks, rest_likeness

HALFWAY = 0.45
"""The likeness in meaning of the words that two demands do not share that speaks for neither: about
half of the written pairs are above it."""

LONG = 20
"""Stems of a demand that is no longer short."""

N_ = str
"""Marks a sentence for the catalogue; it is translated when it is shown."""

Rarity = Callable[[str], float]
"""How much a stem or a term says, from 0 to 1: its inverse document frequency."""

Values = tuple[tuple[str, ...], tuple[str, ...]]
"""What the first and the second demand say, in the order of the alphabet."""


class Likeness(NamedTuple):
    """What was learned about two texts as wholes, 0 to 1; None where it is not known.

    ``issues`` is the cosine of the issues proposed for them, ``standard`` how far they make the
    same standard demand, ``mainly`` the same of their main clauses.
    """

    issues: float | None = None
    standard: Shared | None = None
    mainly: Shared | None = None


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: whether it can speak for the same demand (``agrees``), what its value means,
    and which part of the two demands it compares.
    """

    agrees: bool
    sentence: str
    part: str


FEATURES: dict[str, Feature] = {
    "instruments_same": Feature(True, N_("Both name the same instrument."), "instruments"),
    "instruments_differ": Feature(False, N_("They name different instruments."), "instruments"),
    "instruments_more": Feature(False, N_("One names further instruments."), "instruments"),
    "instruments_one_side": Feature(False, N_("Only one names an instrument."), "instruments"),
    "acts_same": Feature(True, N_("Both ask for the same act."), "acts"),
    "acts_differ": Feature(False, N_("They ask for different acts."), "acts"),
    "acts_more": Feature(False, N_("One asks for further acts."), "acts"),
    "acts_one_side": Feature(False, N_("Only one asks for a particular act."), "acts"),
    "acts_decisive": Feature(False, N_("Only one asks for an act that changes all."), "acts"),
    "acts_opposed": Feature(False, N_("One asks for the opposite of the other."), "acts"),
    "groups_same": Feature(True, N_("Both are about the same persons."), "groups"),
    "groups_differ": Feature(False, N_("They are about different persons."), "groups"),
    "groups_more": Feature(False, N_("One is about further persons."), "groups"),
    "groups_one_side": Feature(False, N_("Only one names a group of persons."), "groups"),
    "themes_same": Feature(True, N_("Both are about the same theme."), "themes"),
    "themes_differ": Feature(False, N_("They are about different themes."), "themes"),
    "themes_more": Feature(False, N_("One is about further themes."), "themes"),
    "themes_one_side": Feature(False, N_("Only one is about a particular theme."), "themes"),
    "objects_same": Feature(True, N_("Both want the same thing to be changed."), "objects"),
    "objects_differ": Feature(False, N_("They want different things to be changed."), "objects"),
    "objects_more": Feature(False, N_("One wants further things to be changed."), "objects"),
    "objects_one_side": Feature(
        False, N_("Only one says what of the theme is to be changed."), "objects"
    ),
    "essentials_exchanged": Feature(
        False,
        N_("Part of the wording is the same, but each says something that the other does not."),
        "",
    ),
    "essentials_exchanged_short": Feature(
        False, N_("Both are short, and each says something that the other does not."), "subjects"
    ),
    "numbers_same": Feature(True, N_("Both state the same number or age."), "numbers"),
    "numbers_differ": Feature(False, N_("They state different numbers or ages."), "numbers"),
    "articles_differ": Feature(False, N_("They name different articles."), "articles"),
    "names_same": Feature(True, N_("Both have the same name in them."), "names"),
    "names_differ": Feature(False, N_("They have different names in them."), "names"),
    "issues_same": Feature(True, N_("The issues proposed for them are alike."), "issues"),
    "issues_differ": Feature(False, N_("The issues proposed for them are not alike."), "issues"),
    "meaning_same": Feature(True, N_("Where their words differ, they mean much the same."), ""),
    "meaning_differs": Feature(
        False, N_("Where their words differ, they mean something else."), ""
    ),
    "meaning_and_issues": Feature(
        True, N_("The issues proposed for them and what their differing words mean are close."), ""
    ),
    "standard_same": Feature(True, N_("Both make the same standard demand."), "standard"),
    "standard_main": Feature(
        True, N_("What both ask for first of all is the same standard demand."), "standard"
    ),
    "standard_main_other": Feature(
        False, N_("What they ask for first of all are different standard demands."), "standard"
    ),
    "standard_general": Feature(
        True, N_("Both make the same demand in general terms."), "standard"
    ),
    "general_particular": Feature(
        False, N_("What both ask in general terms, one asks of something particular."), "subjects"
    ),
    "standard_differs": Feature(False, N_("They make different standard demands."), "standard"),
    "standard_other": Feature(
        False, N_("It is sure which standard demand each makes, and they differ."), "standard"
    ),
    "demand_same": Feature(True, N_("The act and what it is about agree."), ""),
    "all_same": Feature(True, N_("Both say the same in the same words."), ""),
}


def compare_parts(a: Demand, b: Demand, rarity: Rarity, likeness: Likeness) -> dict[str, float]:
    """The value of each feature that is not 0."""
    issues, standard, mainly = likeness
    themes_a, themes_b = _with_subjects(a, b)
    values = {
        **_instruments(a.instruments, b.instruments),
        **_acts(a.acts, b.acts),
        **_parts("groups", a.groups, b.groups, _over, lambda _: 1.0),
        **_parts("themes", themes_a, themes_b, _over, rarity),
        **_parts("objects", a.objects, b.objects, _same_term, lambda _: 1.0),
        **_marks(a, b),
        **_exchanged(a, b, a.groups | themes_a, b.groups | themes_b),
        "acts_opposed": float(bool(opposed(a.acts, b.acts))),
        "all_same": float(a.stems == b.stems and a.acts == b.acts and a.numbers == b.numbers),
    }
    values["demand_same"] = _whole_demand(values)
    meaning = rest_likeness(marks(a), marks(b))
    # Opposites stand among the same words: "abolish" and "reintroduce" are near in meaning.
    if meaning is not None and not values["acts_opposed"]:
        values["meaning_same"] = max(0.0, meaning - HALFWAY) / (1 - HALFWAY)
        values["meaning_differs"] = max(0.0, HALFWAY - meaning) / HALFWAY
        values["meaning_and_issues"] = meaning * (issues or 0.0)
    if issues is not None:
        # Look-alikes are on one issue as well: where an essential differs, it says nothing.
        differing = max(values.get(f"{part}_differ", 0.0) for part in ("acts", "groups", "objects"))
        values["issues_same"] = max(0.0, 2 * issues - 1) * (1 - differing)
        values["issues_differ"] = max(0.0, 1 - 2 * issues)
    if standard is not None:
        own = _own_share(a.groups | themes_a | a.objects, b.groups | themes_b | b.objects)
        values |= _standard(standard, own)
        if mainly is not None:
            main = _standard(mainly, own)
            values["standard_main"] = main["standard_same"]
            values["standard_main_other"] = main["standard_other"]
        if values.get("instruments_same"):
            # Which treaty it is, is told by its name. Of several the list may tell any one.
            less = 1 - values.get("instruments_more", 0.0)
            values |= {name: values[name] * less for name in ("standard_same", "standard_main")}
            if values.get("acts_same"):
                values |= dict.fromkeys(
                    ("standard_differs", "standard_other", "standard_main_other"), 0.0
                )
        # Words of the same field ("abolish", "suspend") are near in meaning: where each demand is
        # known, that says nothing.
        values["meaning_and_issues"] = values.get("meaning_and_issues", 0.0) * (
            1 - values["standard_other"]
        )
    return {name: value for name, value in values.items() if value}


def _whole_demand(values: dict[str, float]) -> float:
    """The least of what agrees in act and in subject; where neither says one, it counts half."""
    act = values.get("acts_same", 0.0 if values.get("acts_one_side") else 0.5)
    subject = max(
        values.get(f"{part}_same", 0.0) - values.get(f"{part}_differ", 0.0)
        for part in ("instruments", "themes", "groups")
    )
    return max(0.0, min(act, subject))


def compared(part: str, a: Demand, b: Demand) -> Values:
    """What two demands say for one part of them, for showing; issues and wording show nothing."""

    if part == "themes":
        themes_a, themes_b = _with_subjects(a, b)
        return tuple(sorted(themes_a)), tuple(sorted(themes_b))

    def named(demand: Demand) -> Iterable[object]:
        if part == "subjects":
            return demand.groups | demand.themes
        found: Iterable[object] = getattr(demand, part, ())
        return found

    return tuple(sorted(map(str, named(a)))), tuple(sorted(map(str, named(b))))


def _with_subjects(a: Demand, b: Demand) -> tuple[frozenset[str], frozenset[str]]:
    """The themes; where only one demand names an instrument, with what the instrument is about."""
    if bool(a.instruments) == bool(b.instruments):
        return a.themes, b.themes
    return a.themes | (subjects_of(a) - a.groups), b.themes | (subjects_of(b) - b.groups)


def _instruments(one: frozenset[str], other: frozenset[str]) -> dict[str, float]:
    if not one or not other:
        return {"instruments_one_side": float(bool(one or other))}
    shared = len(one & other)
    return {
        "instruments_same": shared / min(len(one), len(other)),
        "instruments_differ": float(not shared),
        "instruments_more": 1 - shared / len(one | other) if shared else 0.0,
    }


def _parts(
    name: str,
    one: frozenset[str],
    other: frozenset[str],
    near: Callable[[str, str], bool],
    weight: Rarity,
) -> dict[str, float]:
    """Same, different, or on one side only; what is near and not the same counts half.

    The shorter of two wordings of a demand fits wholly into the longer one, while look-alikes keep
    something of their own on both sides: the better fit tells same from different, the other one
    whether there is more on one side.
    """
    if not one or not other:
        return {f"{name}_one_side": float(bool(one or other))}
    less, fit = sorted((_fit(one, other, near, weight), _fit(other, one, near, weight)))
    return {f"{name}_same": fit, f"{name}_differ": 1 - fit, f"{name}_more": fit - less}


def _fit(
    own: Collection[str], theirs: Collection[str], near: Callable[[str, str], bool], weight: Rarity
) -> float:
    shared = every = 0.0
    for term in own:
        every += weight(term)
        if term in theirs:
            shared += weight(term)
        elif any(near(term, other) for other in theirs):
            shared += weight(term) / 2
    return shared / every


def _same_term(term: str, other: str) -> bool:
    return term == other


def _akin(act: str, other: str) -> bool:
    return bool(families(act) & families(other))


def _over(term: str, other: str) -> bool:
    return stands_over(term, other) or stands_over(other, term)


def _acts(one: frozenset[str], other: frozenset[str]) -> dict[str, float]:
    decisive = (is_decisive(one) or is_decisive(other)) and not one & other
    values = {"acts_decisive": float(decisive)}
    if not one or not other:
        return values | {"acts_one_side": float(bool(one or other))}
    return values | _parts("acts", one, other, _akin, lambda _: 1.0)


def _standard(shared: Shared, own: float) -> dict[str, float]:
    """The same standard demand, or another; one that holds others says less, and less still where
    ``own`` of what they are about is not in both.
    """
    same = max(0.0, 2 * shared.alike - 1) * shared.known
    differs = max(0.0, 1 - 2 * shared.alike) * shared.known
    return {
        "standard_same": same * (1 - shared.general),
        "standard_general": same * shared.general,
        "general_particular": shared.alike * shared.known * shared.general * own,
        "standard_differs": differs,
        "standard_other": differs * shared.told,
    }


def _own_share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of what two demands are about only one of them is about."""
    every = one | other
    return len(_left(one, other) | _left(other, one)) / len(every) if every else 0.0


def _exchanged(
    a: Demand, b: Demand, one: frozenset[str], other: frozenset[str]
) -> dict[str, float]:
    """How like the wording is, where each has something of its own: what an exchange leaves.

    "Repealing or amending" and "amend" have an act in common: none is in the place of another. Long
    texts each say something of their own without any exchange: in short ones it counts besides.
    """
    left = _left(one, other) | (a.objects - b.objects) | (a.words - b.words)
    right = _left(other, one) | (b.objects - a.objects) | (b.words - a.words)
    acts = a.acts and b.acts and not a.acts & b.acts
    if not acts and not (left and right):
        return {}
    alike = fuzz.ratio(a.stems, b.stems) / 100
    short = max(0.0, 1 - max(len(a.stems), len(b.stems)) / LONG)
    return {
        "essentials_exchanged": max(0.0, 2 * alike - 1),
        "essentials_exchanged_short": alike * short,
    }


def _left(own: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    return frozenset(term for term in own if not any(_over(term, other) for other in theirs))


def _marks(a: Demand, b: Demand) -> dict[str, float]:
    """Numbers, articles and names: where both state some, they agree or they do not."""
    values: dict[str, float] = {}
    for name in ("numbers", "articles", "names"):
        one, other = getattr(a, name), getattr(b, name)
        if one and other:
            shared = len(one & other) / min(len(one), len(other))
            values |= {f"{name}_same": shared, f"{name}_differ": float(not shared)}
    if a.numbers - b.numbers and b.numbers - a.numbers:
        # "from 14 to 16" and "from 16 to 18" have one number in common, and another aim each.
        values |= {"numbers_same": 0.0, "numbers_differ": 1.0}
    values.pop("articles_same", None)
    return values
