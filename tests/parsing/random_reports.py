"""Working Group reports made at random, with the faults that real ones have.

Each report is a ``Document`` of printed lines, with page headers in the middle of sentences, and
knows which words its lists were given. Every item carries words of its own ("xabo", "xacu"), so
that a word that a parser loses is missed.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from enum import Enum, auto
from itertools import product

from hypothesis import strategies as st

from upheld.core.document import BlockKind, Document
from upheld.reading.assemble import Assembly

BRACKETS = (
    "(Spain)", "(Viet Nam)", "(Türkiye)", "(Chile, Togo)", "(France and Timor-Leste)",
    "(Iran (Islamic Republic of), Chile)", "(Venezuela (Bolivarian Republic of))",
    "(United Kingdom of Great Britain and Northern Ireland)",
    "(Bosnia and Herzegovina, Côte d’Ivoire)",
)  # fmt: skip
VERBS = ("Adopt", "Ratify", "Continue to improve", "Take steps to protect", "To strengthen")
LEADS = (
    "The recommendations listed below enjoy the support of Sarovia:",
    "The following recommendations will be examined by Sarovia, which will provide responses in "
    "due time, but no later than the thirtieth session of the Human Rights Council:",
    "The recommendations formulated during the interactive dialogue and listed below have been "
    "examined by Sarovia and did not enjoy its support:",
    "In the course of the discussion, the following recommendations were made to Sarovia:",
)
# Unique words: "xabo", "xaco" … no verb, no adverb, no State.
OWN_WORDS = tuple(
    f"x{a}{b}{c}{d}" for a, b, c, d in product("aeiou", "bdklmprv", "aeiou", ("", "nu", "sto"))
)


class Damage(Enum):
    """What went wrong when an item was typed."""

    MISPRINTED_PARAGRAPH = auto()
    MISPRINTED_NUMBER = auto()
    PARAGRAPH_FORGOTTEN = auto()
    PRINTED_TWICE = auto()
    SKIPPED = auto()
    LINE_BREAK_LOST = auto()
    BRACKET_UNCLOSED = auto()
    HEADING_BEFORE = auto()
    NUMBER_IN_SENTENCE = auto()


@dataclass
class RandomReport:
    """The report: its document, and what its lists were given.

    ``listed_lines`` are the lines of the lists as printed; ``items`` the words of each item, in
    order, brackets of States left out; ``numbers`` their numbers as they are cited where no fault
    was made.
    """

    document: Document
    listed_lines: list[str]
    items: list[list[str]]
    numbers: list[str]
    damaged: bool

    def _repr_pretty_(self, printer: object, cycle: bool) -> None:
        """The report as printed: what a failing test should show."""
        printer.text(f"\n{self.document.text}")  # type: ignore[attr-defined]


@st.composite
def reports(draw: st.DrawFn, *, damaged: bool = True) -> RandomReport:
    """A report with one to four paragraphs of conclusions, some of its items damaged."""
    return _Writer(draw, damaged=damaged).write()


class _Writer:
    def __init__(self, draw: st.DrawFn, *, damaged: bool) -> None:
        self._draw = draw
        self._words = iter(OWN_WORDS)
        self._width = draw(st.integers(45, 100))
        self._damaged = damaged
        self._lines: list[tuple[str, bool]] = []  # printed line, is it one of a list
        self._items: list[list[str]] = []
        self._numbers: list[str] = []

    def write(self) -> RandomReport:
        number = self._draw(st.integers(20, 150))
        self._print(
            "Report of the Working Group on the Universal Periodic Review",
            "I. Summary of the proceedings of the review process",
            "5. The review was held on 3 May 2018. Chile commended Sarovia.",
            "II. Conclusions and/or recommendations",
        )
        last = 0
        for _ in range(self._draw(st.integers(1, 4))):
            lead = self._draw(st.sampled_from(LEADS))
            self._print(f"{number}. {lead}")
            runs_on = last and self._draw(st.integers(0, 4)) == 0
            last = self._list(number, last if runs_on else 0)
            number += 1
        self._print(
            f"{number}. All conclusions and/or recommendations contained in the present report "
            "reflect the position of the submitting State(s) and/or the State under review.",
            "Annex",
            "Composition of the delegation",
        )
        listed = [line for line, listed in self._lines if listed]
        return RandomReport(self._set(), listed, self._items, self._numbers, self._damaged)

    def _print(self, *texts: str, listed: bool = False) -> None:
        """Print each text from a new line on; a line feed in it is a line's end of its own."""
        for text in texts:
            for piece in text.split("\n"):
                wrapped = textwrap.wrap(piece, self._width, break_on_hyphens=False)
                self._lines += [(line, listed) for line in wrapped]

    def _list(self, paragraph: int, last: int) -> int:
        """Print a list that begins behind number ``last``; returns its last number."""
        dotted = self._draw(st.booleans())
        dot = self._draw(st.sampled_from(["", "."])) if dotted else "."
        text = ""
        for index in range(self._draw(st.integers(1, 9))):
            damage = self._draw(st.sampled_from([None, *Damage])) if self._damaged else None
            if damage is Damage.SKIPPED:
                last += self._draw(st.integers(1, 9))
            if not (damage is Damage.PRINTED_TWICE and index):
                last += 1
            printed_paragraph, ordinal = paragraph, last
            if damage is Damage.MISPRINTED_PARAGRAPH:
                printed_paragraph += self._draw(st.sampled_from([-1, 1, 10, -10]))
            if damage is Damage.MISPRINTED_NUMBER:
                ordinal = self._draw(st.integers(1, 299))
            own = dotted and damage is not Damage.PARAGRAPH_FORGOTTEN
            number = f"{printed_paragraph}.{ordinal}{dot}" if own else f"{ordinal}."
            item = f"{number} {self._item(damage)}"
            self._numbers.append(f"{paragraph}.{last}")
            if damage is Damage.HEADING_BEFORE:
                text += self._draw(st.sampled_from(["\nB. Rights of the child", "\nWater"]))
            joined = damage is Damage.LINE_BREAK_LOST and text
            text += self._draw(st.sampled_from(["", " "])) + item if joined else f"\n{item}"
        self._print(text.removeprefix("\n"), listed=True)
        return last

    def _item(self, damage: Damage | None) -> str:
        """The words of one item with the brackets behind them."""
        a, b, c = (next(self._words) for _ in range(3))
        verb = self._draw(st.sampled_from(VERBS))
        if damage is Damage.NUMBER_IN_SENTENCE:
            a += f" under paragraphs 9 and\n{self._draw(st.integers(1, 199))}. Improve the"
        x, y = self._bracket(), self._bracket()
        text = self._draw(
            st.sampled_from(
                [
                    f"{verb} the {a} of {b} in {c} {x};",
                    f"{verb} the {a} {x}; establish the {b} of {c} {y};",
                    f"Sign {x}/ratify {y} the {a} of {b} and {c};",
                    f"Sign {x} and ratify {y} the {a} of {b}; adopt the {c};",
                    f"{verb} the {a} {x}, including for {b} of {c} {y};",
                    f"{verb} the {a} {x}, with a view to {b} {c};",
                    f"{verb} the {a} {x}; establish the {b} of {c};",
                    f"{verb} the {a} (CRPD) and {b} (art. 6) in {c} {x} {y}.",
                    f"{verb} the {a} of {b} in {c};",
                    f"{verb} the {a}¹ of {b} in {c} {x};²",
                    f"{verb} the {a} {x}\n{b.title()} of {c}",
                ]
            )
        )
        if damage is Damage.BRACKET_UNCLOSED and (cut := text.rfind(")")) > 0:
            text = text[:cut] + text[cut + 1 :]
        outside = text.replace(x, " ").replace(y, " ")
        self._items.append(long_words(outside.replace(x[:-1], " ").replace(y[:-1], " ")))
        return text

    def _bracket(self) -> str:
        return self._draw(st.sampled_from(BRACKETS))

    def _set(self) -> Document:
        """The lines on pages of ten to forty, with header, footnote and number on each."""
        assembly = Assembly()
        length = self._draw(st.integers(10, 40))
        for index, (line, _) in enumerate(self._lines):
            if index % length == 0:
                if index:
                    assembly.add(BlockKind.FOOTNOTE, "4 See A/HRC/39/901, para. 12.")
                    assembly.add(BlockKind.PAGE_NUMBER, str(assembly.page))
                    assembly.end_page()
                assembly.add(BlockKind.HEADER, "A/HRC/39/901")
            assembly.add(BlockKind.TEXT, line)
        return assembly.document("report.txt", "txt")


def long_words(text: str) -> list[str]:
    """The words of four letters and more, in lower case."""
    words = "".join(letter if letter.isalpha() else " " for letter in text.lower()).split()
    return [word for word in words if len(word) >= 4]
