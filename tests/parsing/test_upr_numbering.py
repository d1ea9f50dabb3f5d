"""The numbers of a section followed in order: paragraphs, items, and what is neither."""

from __future__ import annotations

import pytest

from upheld.parsing.upr_numbering import follow_numbers

LEAD = "143. The recommendations listed below enjoy the support of Sarovia:\n"
OLD = "69. The recommendations listed below enjoy the support of Sarovia:\n"

# (section, [(number as cited, number as printed) …], numbers that were refused)
FOLLOWED = [
    # a list
    (LEAD + "143.1. Ratify CED (Spain);\n143.2. Ratify CAT (Chile).\n",
     [("143.1", "143.1"), ("143.2", "143.2")], []),
    # the layout before 2011
    (OLD + "1. Ratify CED (Spain);\n2. Ratify CAT (Chile).\n",
     [("69.1", "1"), ("69.2", "2")], []),
    # two paragraphs, and a last one without a list
    (OLD + "1. Ratify CED (Spain).\n70. The following recommendations will be examined by Sarovia:"
     "\n1. Ratify CAT (Chile).\n71. The response of Sarovia will be included in the report.\n",
     [("69.1", "1"), ("70.1", "1")], []),
    # the list carries on the numbers of the paragraph before
    (OLD + "1. Ratify CED (Spain).\n70. The following recommendations will be examined by Sarovia:"
     "\n2. Ratify CAT (Chile).\n", [("69.1", "1"), ("70.2", "2")], []),
    (LEAD + "143.1 Ratify CED (Spain).\n144. The following recommendations are noted:\n"
     "144.2 Ratify CAT (Chile).\n", [("143.1", "143.1"), ("144.2", "144.2")], []),
    # the next list has no lead of its own
    (LEAD + "143.1 Ratify CED (Spain).\n144.1 Ratify CAT (Chile).\n",
     [("143.1", "143.1"), ("144.1", "144.1")], []),
    # a section that begins with its list
    ("6.1 Ratify CED (Spain);\n6.2 Ratify CAT (Chile).\n", [("6.1", "6.1"), ("6.2", "6.2")], []),
    # … whose first number was lost with a page
    ("6.3 Ratify CED (Spain);\n6.4 Ratify CAT (Chile).\n", [("6.3", "6.3"), ("6.4", "6.4")], []),
    # misprinted paragraph
    (LEAD + "143.1 Ratify CED (Spain);\n134.2 Ratify CAT (Chile);\n143.3 Open schools (Togo).\n",
     [("143.1", "143.1"), ("143.2", "134.2"), ("143.3", "143.3")], []),
    # misprinted paragraph of the lead
    ("153. The recommendations listed below enjoy the support of Sarovia:\n"
     "143.1 Ratify CED (Spain);\n143.2 Ratify CAT (Chile).\n",
     [("143.1", "143.1"), ("143.2", "143.2")], []),
    # the paragraph was forgotten
    (LEAD + "143.1 Ratify CED (Spain);\n2. Ratify CAT (Chile);\n143.3 Open schools (Togo).\n",
     [("143.1", "143.1"), ("143.2", "2"), ("143.3", "143.3")], []),
    # the paragraph was added
    (OLD + "1. Ratify CED (Spain);\n69.2. Ratify CAT (Chile);\n3. Open schools (Togo).\n",
     [("69.1", "1"), ("69.2", "69.2"), ("69.3", "3")], []),
    # digits of the item turned round
    (LEAD + "143.1 Ratify CED (Spain);\n143.20 Ratify CAT (Chile);\n143.3 Open schools (Togo).\n",
     [("143.1", "143.1"), ("143.2", "143.20"), ("143.3", "143.3")], []),
    (OLD + "1. Ratify CED (Spain);\n20. Ratify CAT (Chile);\n3. Open schools (Togo).\n",
     [("69.1", "1"), ("69.2", "20"), ("69.3", "3")], []),
    # … of the last item
    (OLD + "1. Ratify CED (Spain);\n20. Ratify CAT (Chile).\n", [("69.1", "1"), ("69.2", "20")],
     []),
    # printed twice
    (LEAD + "143.1 Ratify CED (Spain);\n143.1 Ratify CAT (Chile);\n143.2 Open schools (Togo).\n",
     [("143.1", "143.1"), ("143.1", "143.1"), ("143.2", "143.2")], []),
    (OLD + "1. Ratify CED (Spain);\n1. Ratify CAT (Chile);\n2. Open schools (Togo).\n",
     [("69.1", "1"), ("69.1", "1"), ("69.2", "2")], []),
    # skipped
    (LEAD + "143.1 Ratify CED (Spain);\n143.3 Ratify CAT (Chile);\n143.4 Open schools (Togo).\n",
     [("143.1", "143.1"), ("143.3", "143.3"), ("143.4", "143.4")], []),
    (OLD + "1. Ratify CED (Spain);\n3. Ratify CAT (Chile);\n4. Open schools (Togo).\n",
     [("69.1", "1"), ("69.3", "3"), ("69.4", "4")], []),
    # a page was lost
    (LEAD + "143.1 Ratify CED (Spain);\n143.19 Ratify CAT (Chile);\n143.20 Open schools (Togo).\n",
     [("143.1", "143.1"), ("143.19", "143.19"), ("143.20", "143.20")], []),
    (OLD + "1. Ratify CED (Spain);\n19. Ratify CAT (Chile);\n20. Open schools (Togo).\n",
     [("69.1", "1"), ("69.19", "19"), ("69.20", "20")], []),
    # … with the lead of the next list on it
    (LEAD + "143.1 Ratify CED (Spain);\n145.7 Ratify CAT (Chile);\n145.8 Open schools (Togo).\n",
     [("143.1", "143.1"), ("145.7", "145.7"), ("145.8", "145.8")], []),
    # line break lost before the number
    (LEAD + "143.1 Ratify CED (Spain);143.2 Ratify CAT (Chile).\n",
     [("143.1", "143.1"), ("143.2", "143.2")], []),
    (OLD + "1. Ratify CED (Spain); 2. Ratify CAT (Chile).\n", [("69.1", "1"), ("69.2", "2")], []),
    # the footnote's mark behind the semicolon
    (OLD + "1. Ratify CED (Spain);¹\n2. Ratify CAT (Chile).\n", [("69.1", "1"), ("69.2", "2")],
     []),
    # a heading between two items
    (OLD + "1. Ratify CED (Spain).\nB. Rights of the child\n2. Open schools (Togo).\n",
     [("69.1", "1"), ("69.2", "2")], []),
    # number equals the next paragraph's
    ("9. The recommendations listed below enjoy the support of Sarovia:\n"
     + "".join(f"{n}. Open schools in province {n} (Togo);\n" for n in range(1, 12))
     + "10. The following recommendations are noted:\n1. Ratify CAT (Chile).\n",
     [*((f"9.{n}", f"{n}") for n in range(1, 12)), ("10.1", "1")], []),
    # … and the item before it was lost
    ("9. The recommendations listed below enjoy the support of Sarovia:\n7. Ratify CED (Spain);\n"
     "8. Ratify CAT (Chile);\n10. Open schools (Togo).\n",
     [("9.7", "7"), ("9.8", "8"), ("9.10", "10")], []),
    # the number of a paragraph was lost: the one after the next begins as paragraphs do
    (OLD + "1. Ratify CED (Spain).\n71. The following recommendations will be examined by Sarovia:"
     "\n1. Ratify CAT (Chile).\n", [("69.1", "1"), ("71.1", "1")], []),
    # a sentence that ends in a number at the line's beginning
    (OLD + "1. Do as said in paragraphs 7 and\n8. Open schools (Spain);\n2. Ratify CAT (Chile).\n",
     [("69.1", "1"), ("69.2", "2")], ["8"]),
    # … that is even the next one
    (OLD + "1. Do as said in paragraphs 1 and\n2. Open schools (Spain);\n2. Ratify CAT (Chile).\n",
     [("69.1", "1"), ("69.2", "2")], ["2"]),
    # a list of numbers in a sentence
    (OLD + "1. Do as said in articles 7,\n8. (Spain);\n2. Ratify CAT (Chile).\n",
     [("69.1", "1"), ("69.2", "2")], ["8"]),
    # a convention's number
    (OLD + "1. Ratify ILO Convention No.\n2. Open schools (Spain);\n2. Ratify CAT (Chile).\n",
     [("69.1", "1"), ("69.2", "2")], ["2"]),
    # a target of the Sustainable Development Goals
    (LEAD + "143.1 Reach target\n16.2 of the Goals (Spain);\n143.2 Ratify CAT (Chile).\n",
     [("143.1", "143.1"), ("143.2", "143.2")], ["16.2"]),
    # numbers that a lead names are no items
    ("143. Sarovia considers that recommendations Nos. 7,\n8, 9 and 10 cannot be accepted.\n",
     [], []),
    # a note and a time of day before the first paragraph
    ("3. Some words.\n12.30 was the time.\n" + OLD + "1. Ratify CED (Spain).\n",
     [("69.1", "1")], []),
    # a section that begins far into its list
    ("6.29 Ratify CED (Spain);\n6.30 Ratify CAT (Chile).\n",
     [("6.29", "6.29"), ("6.30", "6.30")], []),
    # a number behind an item on its line that is not the next one, or of the other form
    (LEAD + "143.1 Do as in (Spain);143.9. Also (Chile).\n", [("143.1", "143.1")], []),
    (LEAD + "143.1 Do as in (Spain); 2. Also (Chile).\n", [("143.1", "143.1")], []),
    # the next paragraph's number, but not the first of its list
    (LEAD + "143.1 Ratify CED (Spain);\n144.5 as said there.\n", [("143.1", "143.1")],
     ["144.5"]),
    # a paragraph too far ahead to be the next list
    (LEAD + "143.1 Ratify CED (Spain);\n150.7 Ratify CAT (Chile);\n150.8 Go (Togo).\n",
     [("143.1", "143.1")], ["150.7", "150.8"]),
    # misprinted paragraph and item
    (LEAD + "143.1 Ratify CED (Spain);\n134.20 Ratify CAT (Chile);\n143.3 Go (Togo).\n",
     [("143.1", "143.1"), ("143.2", "134.20"), ("143.3", "143.3")], []),
    # misprinted paragraph behind a number that was skipped
    (LEAD + "143.1 Ratify CED (Spain);\n134.4 Ratify CAT (Chile).\n",
     [("143.1", "143.1"), ("143.4", "134.4")], []),
    # a new list whose first item names no State
    (OLD + "1. Ratify CED (Spain).\n70. The following recommendations are noted:\n"
     "1. Ratify CAT;\n2. Go (Togo).\n", [("69.1", "1"), ("70.1", "1"), ("70.2", "2")], []),
    # printed twice, and the number behind it skipped
    (OLD + "1. Ratify CED (Spain);\n1. Ratify CAT (Chile);\n3. Go (Togo).\n",
     [("69.1", "1"), ("69.1", "1"), ("69.3", "3")], []),
    # a sentence that speaks of a paragraph further on
    (OLD + "1. Do as said in paragraphs 70 and\n71. The recommendations there (Spain).\n",
     [("69.1", "1")], ["71"]),
    # a lead that refuses one number, and the next within a sentence
    (OLD + "99. as said in paragraph 98, or in\n97. There are no others.\n", [], ["99", "97"]),
    # a number that fits nowhere, without States of its own
    (LEAD + "143.1 Ratify CED (Spain);\n143.77 as said there.\n", [("143.1", "143.1")],
     ["143.77"]),
]  # fmt: skip


@pytest.mark.parametrize(("section", "items", "refused"), FOLLOWED)
def test_numbers_are_followed(
    section: str, items: list[tuple[str, str]], refused: list[str]
) -> None:
    found = follow_numbers(section, 0, len(section))
    assert [(i.number, i.printed) for p in found.paragraphs for i in p.items] == items
    assert [mark.printed for mark in found.refused] == refused


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (LEAD + "143.1 Ratify CED (Spain).\n", [(143, 1)]),
        # the lead's number is the misprint
        ("153. The recommendations listed below enjoy the support of Sarovia:\n"
         "143.1 Ratify CED (Spain);\n143.2 Ratify CAT (Chile).\n", [(143, 2)]),
        # a lead lost with its page
        (LEAD + "143.1 Ratify CED (Spain);\n145.7 Ratify CAT (Chile);\n145.8 Go (Togo).\n",
         [(143, 1), (145, 2)]),
        # a paragraph that thanks, behind a list of either form
        (LEAD + "143.1 Ratify CED (Spain).\n144. Sarovia thanks all (Chile).\n",
         [(143, 1), (144, 0)]),
        ("9. The recommendations listed below enjoy the support of Sarovia:\n7. Go (Spain);\n"
         "8. Come (Chile).\n10. Sarovia thanks all speakers.\n", [(9, 2), (10, 0)]),
        # a paragraph without a full stop, and the next
        ("69. Sarovia thanks\n70. Sarovia answers.\n71. The end.\n", [(69, 0), (70, 0), (71, 0)]),
        # a paragraph that leads to its list in words of its own
        (OLD + "1. Ratify CED (Spain)\nand go\n70. In the dialogue, these recommendations came "
         "up:\n1. Ratify CAT (Chile).\n", [(69, 1), (70, 1)]),
    ],
)  # fmt: skip
def test_paragraphs_are_followed(section: str, expected: list[tuple[int, int]]) -> None:
    found = follow_numbers(section, 0, len(section)).paragraphs
    assert [(paragraph.number, len(paragraph.items)) for paragraph in found] == expected


def test_the_number_of_the_sentence_that_closes_the_report_is_a_paragraphs() -> None:
    section = OLD + "69. Ratify CED (Spain);\n70. Ratify CAT (Chile).\n"
    text = section + "70. All conclusions and/or recommendations in the present report …\n"
    (paragraph,) = follow_numbers(text, 0, len(section)).paragraphs
    assert [item.number for item in paragraph.items] == ["69.69", "69.70"]


@pytest.mark.parametrize(
    ("section", "misprinted"),
    [
        (LEAD + "143.1 Ratify CED (Spain);\n134.2 Ratify CAT (Chile).\n", ["134.2"]),
        (LEAD + "143.1 Ratify CED (Spain);\n143.2 Ratify CAT (Chile);\n3. Go (Chile).\n", ["3"]),
        # single numbers are no misprints where the whole list has them
        (OLD + "1. Ratify CED (Spain);\n2. Ratify CAT (Chile).\n", []),
        # … and the full number says the same
        (OLD + "1. Ratify CED (Spain);\n69.2. Ratify CAT (Chile).\n", []),
        (OLD + "1. Ratify CED (Spain);\n20. Ratify CAT (Chile).\n", ["20"]),
    ],
)
def test_misprinted_numbers_are_named(section: str, misprinted: list[str]) -> None:
    (paragraph,) = follow_numbers(section, 0, len(section)).paragraphs
    assert [item.printed for item in paragraph.misprinted] == misprinted


def test_each_paragraph_and_item_ends_where_the_next_begins() -> None:
    section = (
        "An introduction.\n" + LEAD + "143.1 Ratify CED (Spain);\n143.2 Ratify CAT (Chile).\n"
        "144. The response of Sarovia will follow.\n"
    )
    first, second = follow_numbers(section, 0, len(section)).paragraphs
    assert section[first.start : first.lead_end] == LEAD
    assert [section[item.start : item.end] for item in first.items] == [
        "143.1 Ratify CED (Spain);\n",
        "143.2 Ratify CAT (Chile).\n",
    ]
    assert section[first.items[0].words : first.items[0].end] == "Ratify CED (Spain);\n"
    assert first.end == second.start
    assert section[second.words : second.end] == "The response of Sarovia will follow.\n"
    assert second.lead_end == second.end == len(section)
