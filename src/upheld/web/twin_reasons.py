"""Why two records may ask for the same, as a page says it in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from upheld.analysis.demand_names import named
from upheld.analysis.demand_reasons import (
    EXCHANGED,
    ISSUES,
    LIKENESS,
    MEANING,
    STANDARD,
    Found,
    Told,
    told,
)

if TYPE_CHECKING:
    from upheld.analysis.same_demand import Reason

SHOWN = 5
"""Reasons that are shown; the others weigh little."""

SENTENCES = {
    ("instruments", Found.SAME): _("Both name the same instrument: %(both)s."),
    ("instruments", Found.MORE): _("Only one also names %(rest)s."),
    ("instruments", Found.EACH_MORE): _(
        "Both name %(both)s; besides, one names %(first)s, the other %(second)s."
    ),
    ("instruments", Found.OTHER): _(
        "They name different instruments: one %(first)s, the other %(second)s."
    ),
    ("instruments", Found.ONE_SIDED): _("Only one names an instrument: %(rest)s."),
    ("acts", Found.SAME): _("Both ask for the same act: to %(both)s."),
    ("acts", Found.MORE): _("Only one also asks to %(rest)s."),
    ("acts", Found.EACH_MORE): _(
        "Both ask to %(both)s; besides, one asks to %(first)s, the other to %(second)s."
    ),
    ("acts", Found.NEAR): _(
        "They ask for related acts: one to %(first)s, the other to %(second)s."
    ),
    ("acts", Found.OTHER): _(
        "They ask for different acts: one to %(first)s, the other to %(second)s."
    ),
    ("acts", Found.OPPOSITE): _(
        "They ask for opposite acts: one to %(first)s, the other to %(second)s."
    ),
    ("acts", Found.ONE_SIDED): _("Only one asks for a particular act: to %(rest)s."),
    ("groups", Found.SAME): _("Both are about the same persons: %(both)s."),
    ("groups", Found.MORE): _("Only one is also about %(rest)s."),
    ("groups", Found.EACH_MORE): _(
        "Both are about %(both)s; besides, one is about %(first)s, the other about %(second)s."
    ),
    ("groups", Found.NEAR): _(
        "They are about related groups of persons: one about %(first)s, the other about %(second)s."
    ),
    ("groups", Found.OTHER): _(
        "They are about different persons: one about %(first)s, the other about %(second)s."
    ),
    ("groups", Found.ONE_SIDED): _("Only one names a group of persons: %(rest)s."),
    ("themes", Found.SAME): _("Both are about the same theme: %(both)s."),
    ("themes", Found.MORE): _("Only one is also about %(rest)s."),
    ("themes", Found.EACH_MORE): _(
        "Both are about %(both)s; besides, one is about %(first)s, the other about %(second)s."
    ),
    ("themes", Found.NEAR): _(
        "They are about related themes: one about %(first)s, the other about %(second)s."
    ),
    ("themes", Found.OTHER): _(
        "They are about different themes: one about %(first)s, the other about %(second)s."
    ),
    ("themes", Found.ONE_SIDED): _("Only one is about a particular theme: %(rest)s."),
    ("objects", Found.SAME): _("Both single out the same point: %(both)s."),
    ("objects", Found.MORE): _("Only one also singles out %(rest)s."),
    ("objects", Found.EACH_MORE): _(
        "Both single out %(both)s; besides, one singles out %(first)s, the other %(second)s."
    ),
    ("objects", Found.OTHER): _(
        "They single out different points: one %(first)s, the other %(second)s."
    ),
    ("objects", Found.ONE_SIDED): _("Only one singles out a particular point: %(rest)s."),
    ("numbers", Found.SAME): _("Both state the same number or age: %(both)s."),
    ("numbers", Found.EACH_MORE): _(
        "Both state %(both)s; besides, one states %(first)s, the other %(second)s."
    ),
    ("numbers", Found.OTHER): _(
        "They state different numbers or ages: one %(first)s, the other %(second)s."
    ),
    ("articles", Found.OTHER): _(
        "They name different articles: one %(first)s, the other %(second)s."
    ),
    (STANDARD, Found.SAME): _("Both make the same standard demand: %(both)s."),
    (STANDARD, Found.NEAR): _("Both come near to the same standard demands."),
    (STANDARD, Found.OTHER): _(
        "They make different standard demands: one %(first)s, the other %(second)s."
    ),
    (STANDARD, Found.ONE_SIDED): _(
        "One makes the standard demand %(rest)s, the other does not seem to."
    ),
    (STANDARD, Found.UNNAMED): _("They seem to make different standard demands."),
    (MEANING, Found.SAME): _("Where their words differ, they mean much the same."),
    (MEANING, Found.OTHER): _("Where their words differ, they mean something else."),
    (ISSUES, Found.SAME): _("The issues that the program proposes for them are alike."),
    (ISSUES, Found.OTHER): _("The issues that the program proposes for them are not alike."),
    (LIKENESS, Found.SAME): _("In issue and in what their differing words mean, they are close."),
    (LIKENESS, Found.OTHER): _(
        "In issue and in what their differing words mean, they are far apart."
    ),
    (EXCHANGED, Found.OTHER): _(
        "Part of the wording is the same, but each says something that the other does not."
    ),
    ("demand_same", Found.SAME): _(
        "What is to be done and what it is about, taken together, come close."
    ),
}
"""What is said of each part and finding; a part without a sentence here has that of its feature."""


@dataclass(frozen=True, slots=True)
class ShownReason:
    """One reason in the reader's language, and whether it speaks for the same demand."""

    sentence: str
    speaks_for: bool


def shown_reasons(why: Sequence[Reason]) -> tuple[ShownReason, ...]:
    """The weightiest reasons of a comparison: those that speak for the same demand, then those
    against it, each with what can be named before what cannot.
    """
    weightiest = sorted(told(why)[:SHOWN], key=lambda one: (one.effect < 0, not one.names))
    return tuple(ShownReason(_said(one), one.effect > 0) for one in weightiest)


def _said(one: Told) -> str:
    sentence = SENTENCES.get((one.part, one.found))
    if sentence is None:
        return gettext(one.sentence)
    names = {name: getattr(one, name) for name in ("both", "first", "second", "rest")}
    return str(sentence) % {
        name: ", ".join(_name(one.part, value) for value in values)
        for name, values in names.items()
    }


def _name(part: str, value: str) -> str:
    name = named(part, value, (get_language() or "en")[:2])
    return f"“{name}”" if part == STANDARD else name
