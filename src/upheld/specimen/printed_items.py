"""Recommendations as their period prints them, and what a reader must make of them.

"(Algeria, Egypt)" until 2016, "(France) (Lithuania)" since 2017, "(France); (Lithuania);" in the
drafts of 2026; alternatives with slashes, "Sign (Iraq)/ratify (Spain) the Protocol".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from upheld.core.positions import Position
from upheld.specimen.paper import Note, Text
from upheld.specimen.printed_states import bracket_name
from upheld.specimen.recommendations import Recommendation
from upheld.specimen.truth import Expected

Brackets = Callable[[list[str]], str]


def one_bracket(names: list[str]) -> str:
    """ "(Algeria, Egypt)", as printed in the first and second cycles."""
    return f"({', '.join(names)})"


def bracket_each(names: list[str]) -> str:
    """ "(France) (Lithuania)", as printed since the third cycle."""
    return " ".join(f"({name})" for name in names)


def bracket_each_stopped(names: list[str]) -> str:
    """ "(France); (Lithuania)", as the drafts of 2026 print them."""
    return "; ".join(f"({name})" for name in names)


@dataclass(frozen=True, slots=True)
class Printing:
    """How a document prints its items: the year of its State names, brackets, stop before them.

    ``stop`` is "." where the sentence ends before the bracket: "To ratify the Covenant. (Peru)".
    """

    year: int
    brackets: Brackets
    stop: str = ""

    def named(self, states: tuple[str, ...]) -> str:
        return self.brackets([bracket_name(code, self.year) for code in states])


def printed_text(item: Recommendation, printing: Printing, *, last: bool) -> Text:
    """The words of one number with brackets and the stop that ends it: ";", or "." at the last."""
    if item.slashed:
        alternatives = "/".join(f"{part.verb} {printing.named(part.states)}" for part in item.parts)
        shared = item.parts[0].text.removeprefix(item.parts[0].verb)
        words = alternatives + shared
    else:
        words = "; ".join(
            f"{part.text}{printing.stop} {printing.named(part.states)}" for part in item.parts
        )
    end = "." if last else ";"
    if printing.stop and not item.slashed:
        end = ""
    if not item.note:
        return words + end
    before, opening, names = words.partition(f"{printing.stop} (")
    return (before, Note(item.note), opening + names + end)


def expected(
    item: Recommendation, number: str, position: Position | None, *, themes: bool = False
) -> tuple[Expected, ...]:
    """The items of one printed number: one, or parts "1", "2" ... with their own States."""
    several = len(item.parts) > 1
    return tuple(
        Expected(
            number=number,
            text=part.text,
            states=part.states,
            position=position,
            part=str(index) if several else "",
            themes=(item.theme,) if themes else (),
        )
        for index, part in enumerate(item.parts, start=1)
    )
