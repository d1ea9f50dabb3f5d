"""What stands round the recommendations in every report of the Working Group.

Introduction with session, date, troika and inputs; presentation and dialogue; the sentence that
closes the conclusions; the annex with the delegation. The set sentences are those that every such
report prints; all else is the project's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from upheld.specimen.content_lines import content_lines, content_table
from upheld.specimen.ordinal_words import ordinal_words
from upheld.specimen.paper import (
    Block,
    Bullet,
    Clause,
    Heading,
    NewPage,
    Note,
    Paragraph,
    Text,
    printed_date,
)
from upheld.specimen.printed_states import enumerated, running_name, sentence_name


@dataclass(frozen=True, slots=True)
class Meeting:
    """The review itself: Working Group session, its dates as printed, the day, the troika."""

    session: int
    period: str
    reviewed: date
    adopted: date
    selected: date
    troika: tuple[str, str, str]
    questions: tuple[str, ...]


def introduction(state: str, code: str, meeting: Meeting, *, footnoted: bool) -> list[Block]:
    """Paragraphs 1 to 4. Since the fourth cycle the three inputs are named in footnotes."""
    year = meeting.reviewed.year
    names = [running_name(each, year) for each in meeting.troika]
    questions = [running_name(each, year) for each in meeting.questions]
    inputs: list[Block] = [
        Clause(letter, _input(words, meeting.session, code, index, footnoted))
        for index, (letter, words) in enumerate(
            (
                ("(a)", "A national report prepared in accordance with paragraph 15 (a)"),
                ("(b)", "A compilation prepared by the Office of the High Commissioner"),
                ("(c)", "A summary prepared by the Office of the High Commissioner"),
            ),
            start=1,
        )
    ]
    return [
        Paragraph(
            "The Working Group on the Universal Periodic Review, established in accordance with "
            f"Human Rights Council resolution 5/1, held its {ordinal_words(meeting.session)} "
            f"session from {meeting.period}. The review of {state} was held at the 11th meeting, "
            f"on {printed_date(meeting.reviewed)}. The delegation of {state} was headed by the "
            "Minister of Justice. At its 15th meeting, held on "
            f"{printed_date(meeting.adopted)}, the Working Group adopted the report on {state}.",
            "1.",
        ),
        Paragraph(
            f"On {printed_date(meeting.selected)}, the Human Rights Council selected the "
            "following group of rapporteurs (troika) to facilitate the review of "
            f"{state}: {enumerated(names)}.",
            "2.",
        ),
        Paragraph(
            "In accordance with paragraph 15 of the annex to resolution 5/1, the following "
            f"documents were issued for the review of {state}:",
            "3.",
        ),
        *inputs,
        Paragraph(
            f"A list of questions prepared in advance by {enumerated(questions)} was transmitted "
            f"to {state} through the troika.",
            "4.",
        ),
    ]


def _input(words: str, session: int, code: str, index: int, footnoted: bool) -> Text:
    symbol = f"A/HRC/WG.6/{session}/{code}/{index}"
    stop = "." if index == 3 else ";"
    return (f"{words}{stop}", Note(f"{symbol}.")) if footnoted else f"{words} ({symbol}){stop}"


def presentation(state: str, first: int) -> list[Block]:
    """Part A of the summary: what the delegation said, numbered from ``first``."""
    return [
        Paragraph(line.format(state=state), f"{number}.")
        for number, line in enumerate(content_lines("presentation"), start=first)
    ]


def dialogue(
    state: str,
    numbers: range,
    year: int,
    *,
    reviewed: tuple[str, ...],
    spoken: dict[int, tuple[Block, ...]] | None = None,
) -> Iterator[Block]:
    """Part B: one delegation a paragraph, in alphabetical order of the codes.

    The first paragraph counts the delegations: a draft, which has no other, counts all States.
    ``spoken`` replaces the paragraphs of some numbers, where a delegation says more.
    """
    sentences = content_lines("dialogue")
    speakers = [code for code, *_ in content_table("states") if code not in reviewed]
    delegations = len(numbers) - 1 or len(speakers)
    for index, number in enumerate(numbers):
        if spoken and number in spoken:
            yield from spoken[number]
            continue
        if index == 0:
            yield Paragraph(
                f"During the interactive dialogue, {delegations} delegations made statements. "
                "Recommendations made during the dialogue are to be found in section "
                "II of the present report.",
                f"{number}.",
            )
            continue
        speaker = sentence_name(speakers[index % len(speakers)], year)
        sentence = sentences[index % len(sentences)].format(state=state)
        yield Paragraph(f"{speaker} {sentence}", f"{number}.")


def closing(number: int) -> Paragraph:
    """The sentence that ends the conclusions of every report."""
    return Paragraph(
        "All conclusions and/or recommendations contained in the present report reflect the "
        "position of the submitting State(s) and/or the State under review. They should not be "
        "construed as endorsed by the Working Group as a whole.",
        f"{number}.",
        bold=True,
    )


def annex(state: str) -> list[Block]:
    """The composition of the delegation: offices, no names."""
    return [
        NewPage(),
        Heading("Annex", 1),
        Heading("Composition of the delegation", 2),
        Paragraph(
            f"The delegation of {state} was headed by the Minister of Justice and composed of the "
            "following members:"
        ),
        *(Bullet(f"{office};") for office in content_lines("delegation")[:-1]),
        Bullet(f"{content_lines('delegation')[-1]}."),
    ]
