"""Recommendations that conclusions name only by their place in the dialogue (2008–2010)."""

from __future__ import annotations

import pytest

from upheld.parsing.upr_references import Reference, find_referred, read_references

NAMED = [
    # one paragraph, several, "and" before the last
    ("in paragraph 27 above", ["27"]),
    ("in paragraphs 27, 31 and 56 above", ["27", "31", "56"]),
    # letters select clauses
    ("in paragraphs 27 (b), 31 (a) and (c)", ["27 (b)", "31 (a)", "31 (c)"]),
    # two letters in one bracket
    ("in paragraph 27 (b, c)", ["27 (b)", "27 (c)"]),
    # a lettered clause with roman parts
    ("in paragraph 64 (d) (i) and (ii)", ["64 (d) (i)", "64 (d) (ii)"]),
    # "(i)" behind a number is the letter i
    ("in paragraph 64 (h) and 65 (i)", ["64 (h)", "65 (i)"]),
    # last sentence
    ("in paragraphs 31, last sentence, and 56", ["31", "56"]),
    # abbreviations
    ("para. 27 and paras. 31 (a)", ["27", "31 (a)"]),
    ("paragraph No. 27", ["27"]),
    # line break within the list
    ("in paragraphs 27\n(b) and\n31", ["27 (b)", "31"]),
    # the same twice
    ("in paragraph 27 (b); see also paragraph 27 (b)", ["27 (b)"]),
    # no paragraph at all
    ("the following 27 recommendations", []),
    ("", []),
]
LETTERED = """\
Chile welcomed the law. It recommended that Sarovia: (a) adopt a plan for schools; (b) train
judges and (c) ratify (i) ILO Convention No. 111 and (ii) the ICRMW. It also thanked the troika.
"""
PLAIN = """\
Togo commended the report. It recommended that Sarovia open schools. It asked about courts.
Benin recommended to close the camps, and wished to know when. It praised the plan.
"""
NOUNS = "Spain recommended that Sarovia ratify (a) CED; (b) the OP-CAT."
# (dialogue paragraph, reference, [(words, speaker) …])
REFERRED = [
    # a lettered clause, its speaker named at the beginning of the paragraph
    (LETTERED, Reference(27, "a"), [("adopt a plan for schools", ("CHL",))]),
    # … with "and" before the next letter
    (LETTERED, Reference(27, "b"), [("train judges", ("CHL",))]),
    # … with roman parts, whole or one of them
    (LETTERED, Reference(27, "c"),
     [("ratify (i) ILO Convention No. 111 and (ii) the ICRMW", ("CHL",))]),
    (LETTERED, Reference(27, "c", "i"), [("ratify ILO Convention No. 111", ("CHL",))]),
    (LETTERED, Reference(27, "c", "ii"), [("ratify the ICRMW", ("CHL",))]),
    # the number alone names every letter
    (LETTERED, Reference(27), [
        ("adopt a plan for schools", ("CHL",)),
        ("train judges", ("CHL",)),
        ("ratify (i) ILO Convention No. 111 and (ii) the ICRMW", ("CHL",)),
    ]),
    # a letter that the paragraph does not have
    (LETTERED, Reference(27, "f"), []),
    # lettered nouns take the verb before the letters
    (NOUNS, Reference(27, "a"), [("ratify CED", ("ESP",))]),
    (NOUNS, Reference(27, "b"), [("ratify the OP-CAT", ("ESP",))]),
    # sentences that recommend, each with its own speaker; questions and praise are none
    (PLAIN, Reference(31), [
        ("recommended that Sarovia open schools", ("TGO",)),
        ("recommended to close the camps", ("BEN",)),
    ]),
    # last sentence
    ("Togo asked about courts. Togo called on Sarovia to open schools.",
     Reference(31, last=True), [("open schools", ("TGO",))]),
    # a suggestion counts where nothing stronger is said
    ("Togo suggested a plan for schools.", Reference(31),
     [("suggested a plan for schools", ("TGO",))]),
    # what was asked for counts as the last sentence only
    ("Togo requested that courts be open.", Reference(31), []),
    ("Togo requested that courts be open.", Reference(31, last=True),
     [("requested that courts be open", ("TGO",))]),
    # nobody recommends anything
    ("Togo praised the plan.", Reference(31), []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), NAMED)
def test_the_places_that_a_sentence_names(words: str, expected: list[str]) -> None:
    assert [reference.label for reference in read_references(words)] == expected


def test_the_last_sentence_is_asked_for() -> None:
    found = read_references("in paragraphs 31, last sentence, 40 (b), last sentence, and 56")
    assert found == [Reference(31, last=True), Reference(40, "b", last=True), Reference(56)]


@pytest.mark.parametrize(("paragraph", "reference", "expected"), REFERRED)
def test_what_stands_at_a_place(
    paragraph: str, reference: Reference, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = find_referred(paragraph, 0, len(paragraph), reference, ("XSP",))
    assert [(referred.text, referred.states) for referred in found] == expected


def test_what_stands_at_a_place_leads_back_to_it() -> None:
    before = "26. Mali thanked Sarovia.\n27. "
    text = before + LETTERED
    found = find_referred(text, len(before), len(text), Reference(27), ("XSP",))
    assert [text[referred.start : referred.end] for referred in found] == [
        "adopt a plan for schools;",
        "train\njudges and",
        "ratify (i) ILO Convention No. 111 and (ii) the ICRMW",
    ]
