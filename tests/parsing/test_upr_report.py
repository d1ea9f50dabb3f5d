"""UPR Working Group reports: items, positions, pledges and findings of whole small reports."""

from __future__ import annotations

import pytest

from tests.parsing.written import facts, said, written
from upheld.core.facts import DocumentKind, FirstPage
from upheld.core.items import ItemKind
from upheld.core.positions import Position
from upheld.parsing.upr_report import parse, recognise

TITLE = "Report of the Working Group on the Universal Periodic Review\nSarovia\n"
CONCLUSIONS = TITLE + "II. Conclusions and/or recommendations\n"
SUPPORTED, NOTED, PENDING = Position.SUPPORTED, Position.NOTED, Position.PENDING
SUPPORT = "20. The recommendations listed below enjoy the support of Sarovia:\n"

# (section, [(number, part, words, States, position) …])
REPORTS = [
    # the layout since 2011
    (SUPPORT + "20.1 Open schools (Togo, Chile);\n20.2 Train judges (Mali).\n",
     [("20.1", "", "Open schools", ("TGO", "CHL"), SUPPORTED),
      ("20.2", "", "Train judges", ("MLI",), SUPPORTED)]),
    # several recommendations under one number
    (SUPPORT + "20.1 Open schools (Togo); train judges (Mali).\n",
     [("20.1", "1", "Open schools", ("TGO",), SUPPORTED),
      ("20.1", "2", "train judges", ("MLI",), SUPPORTED)]),
    # three lists, each with its position
    (SUPPORT + "20.1 Open schools (Togo).\n"
     "21. The following recommendations will be examined by Sarovia:\n21.1 Train judges (Mali).\n"
     "22. The recommendations below did not enjoy the support of Sarovia:\n"
     "22.1 Close camps (Chad).\n",
     [("20.1", "", "Open schools", ("TGO",), SUPPORTED),
      ("21.1", "", "Train judges", ("MLI",), PENDING),
      ("22.1", "", "Close camps", ("TCD",), NOTED)]),
    # position stated behind the list
    ("20. In the course of the dialogue, the following recommendations were made to Sarovia:\n"
     "1. Open schools (Togo);\n2. Train judges (Mali).\n"
     "The above recommendations enjoy the support of Sarovia.\n",
     [("20.1", "", "Open schools", ("TGO",), SUPPORTED),
      ("20.2", "", "Train judges", ("MLI",), SUPPORTED)]),
    # … in a paragraph of its own, for one number
    ("20. The following recommendations were made to Sarovia:\n"
     "1. Open schools (Togo);\n2. Train judges (Mali).\n"
     "21. Recommendation No. 2 in paragraph 20, No. 2, did not enjoy the support of Sarovia.\n",
     [("20.1", "", "Open schools", ("TGO",), PENDING),
      ("20.2", "", "Train judges", ("MLI",), NOTED)]),
    # a last item that speaks of recommendations itself
    (SUPPORT + "20.1 Train judges (Mali);\n20.2 Implement all\nthe recommendations of the "
     "treaty bodies (Togo).\n",
     [("20.1", "", "Train judges", ("MLI",), SUPPORTED),
      ("20.2", "", "Implement all the recommendations of the treaty bodies", ("TGO",),
       SUPPORTED)]),
    # the lead says that they were made and that they are supported
    ("20. The recommendations made in the dialogue enjoy the support of Sarovia. It was "
     "recommended that Sarovia:\n1. Open schools (Togo).\n",
     [("20.1", "", "Open schools", ("TGO",), SUPPORTED)]),
    # a single recommendation without a number of its own
    ("20. The following recommendation will be examined by Sarovia: Open schools (Togo).\n",
     [("20", "", "Open schools", ("TGO",), PENDING)]),
    # comment on recommendations printed elsewhere
    (SUPPORT + "20.1 Open schools (Togo);\n20.2 With regard to the recommendations in paragraph "
     "17 (b), Sarovia is working on a plan.\n",
     [("20.1", "", "Open schools", ("TGO",), SUPPORTED)]),
    # conclusions without a list
    ("20. The response of Sarovia to the recommendations will follow.\n", []),
]  # fmt: skip
# Words that a report of 2008 to 2010 names by their place in the dialogue
DIALOGUE = (
    TITLE + "1. The review was held in May.\n2. The troika was drawn.\n3. Questions were sent.\n"
    "4. The minister spoke.\n5. Sarovia presented its report.\n"
    "6. Chile recommended that Sarovia (a) open schools; (b) train judges.\n"
    "7. Togo asked about camps. Togo recommended to close the camps.\n"
    "II. Conclusions and/or recommendations\n"
)


@pytest.mark.parametrize(("section", "expected"), REPORTS)
def test_items_with_states_and_positions(section: str, expected: list[tuple[object, ...]]) -> None:
    found = facts(CONCLUSIONS + section)
    assert found.kind is DocumentKind.UPR_REPORT
    assert [(i.number, i.part, i.text, i.states, i.position) for i in found.items] == expected


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        # letters of one paragraph, the last sentence of another
        ("8. The recommendations noted in the report in paragraphs 6 (a) and 7, last sentence, "
         "enjoy the support of Sarovia.\n"
         "9. Those in paragraph 6 (b) did not enjoy the support of Sarovia.\n",
         [("6 (a)", "", "open schools", ("CHL",), SUPPORTED),
          ("7", "", "recommended to close the camps", ("TGO",), SUPPORTED),
          ("6 (b)", "", "train judges", ("CHL",), NOTED)]),
        # the number alone names every letter
        ("8. The recommendations in paragraph 6 enjoy the support of Sarovia.\n",
         [("6", "1", "open schools", ("CHL",), SUPPORTED),
          ("6", "2", "train judges", ("CHL",), SUPPORTED)]),
        # places in the dialogue and a list under one number
        ("8. The recommendation in paragraph 6 (a) was rejected. The recommendations listed below "
         "enjoy the support of Sarovia:\n8.1 Go (Mali).\n",
         [("8.1", "", "Go", ("MLI",), SUPPORTED), ("6 (a)", "", "open schools", ("CHL",), NOTED)]),
        # the same place named again later
        ("8. The recommendations in paragraph 6 (a) enjoy the support of Sarovia.\n"
         "9. As to the recommendation in paragraph 6 (a), Sarovia has accepted it already.\n",
         [("6 (a)", "", "open schools", ("CHL",), SUPPORTED)]),
        # views submitted on recommendations that are listed as well
        ("8. Sarovia has submitted its views on the recommendations noted in paragraph 6 (a).\n",
         []),
        # a paragraph of the conclusions themselves
        ("8. The recommendations in paragraph 9 below enjoy the support of Sarovia.\n"
         "9. The recommendations will be examined by Sarovia.\n", []),
    ],
)  # fmt: skip
def test_recommendations_named_by_their_place_in_the_dialogue(
    section: str, expected: list[tuple[object, ...]]
) -> None:
    found = parse(written(DIALOGUE + section), FirstPage(states=("XSP",)))
    assert [(i.number, i.part, i.text, i.states, i.position) for i in found.items] == expected


def test_a_dialogue_paragraph_is_found_behind_one_that_lost_its_number() -> None:
    section = "8. The recommendation in paragraph 6 (b) enjoys the support of Sarovia.\n"
    document = written(DIALOGUE.replace("\n3. ", "\n") + section)
    assert [item.text for item in parse(document, FirstPage()).items] == ["train judges"]


# (section, findings in words)
SAID = [
    (SUPPORT + "20.1 Open schools (Togo).\n", []),
    # no State
    (SUPPORT + "20.1 Open schools.\n", ["Item 20.1 names no recommending State."]),
    # a name that is no State
    (SUPPORT + "20.1 Open schools (Togo, Atlantis).\n",
     ["“Atlantis” in item 20.1 is not a known name of a State."]),
    # comment on recommendations printed elsewhere
    (SUPPORT + "20.1 Open schools (Togo);\n20.2 Concerning recommendations in paragraph 17, "
     "Sarovia has a plan.\n",
     ["Number 20.2 comments on recommendations printed elsewhere and is none itself."]),
    # the State's answer behind its list, which says otherwise than the lead
    (SUPPORT + "20.1 Open schools (Togo).\nThe recommendations above cannot be accepted now.\n",
     ["Item 20.1 has words after its last State that were left out: “The recommendations above "
      "cannot be accepted now”."]),
    # misprinted paragraph
    (SUPPORT + "20.1 Open schools (Togo);\n02.2 Train judges (Mali).\n",
     ["The document prints 2.2 where 20.2 is expected."]),
    # a number within a sentence
    (SUPPORT + "20.1 Reach target\n16.2 of the Goals (Togo).\n",
     ["The line beginning with 16.2 was read as text of item 20.1."]),
    # a gap, and a number printed twice
    (SUPPORT + "20.1 Open schools (Togo);\n20.3 Train judges (Mali);\n20.4 Go (Chad);\n"
     "20.4 Come (Chad).\n",
     ["Number 20.2 is missing after 20.1.", "Number 20.4 is printed 2 times."]),
    # the number after the next, which then follows
    (SUPPORT + "20.1 Open schools (Togo);\n20.3 Train judges (Mali);\n20.3 Close camps (Chad).\n",
     ["The document prints 20.3 where 20.2 is expected."]),
    # a place in the dialogue where nobody recommends anything
    ("20. The recommendations in paragraph 6 enjoy the support of Sarovia.\n",
     ["Paragraph 20 refers to 6, and no recommendation was found there."]),
    # a paragraph with States in brackets and no list
    ("20. Sarovia thanked all who spoke (Togo, Mali).\n",
     ["Paragraph 20 was not taken in: it lists nothing and answers nothing."]),
    # a paragraph that speaks of recommendations without saying anything about them
    ("20. The delegation thanked all for each recommendation.\n",
     ["Paragraph 20 was not taken in: it lists nothing and answers nothing."]),
    # a paragraph that says something, but not about recommendations
    ("20. Sarovia accepts the outcome.\n",
     ["Paragraph 20 was not taken in: it lists nothing and answers nothing."]),
    # a lead that holds a recommendation itself
    ("20. The recommendations below enjoy the support of Sarovia, as does to open schools (Togo)."
     "\n1. Train judges (Mali).\n",
     ["Paragraph 20 was not taken in: it lists nothing and answers nothing."]),
    # words behind a colon that no position leads to
    ("20. Sarovia said: open schools (Togo).\n",
     ["Paragraph 20 was not taken in: it lists nothing and answers nothing."]),
    # a list for which no position is stated
    ("20.1 Open schools (Togo).\n", ["No position is stated for the 1 items of paragraph 20."]),
]  # fmt: skip


@pytest.mark.parametrize(("section", "expected"), SAID)
def test_findings(section: str, expected: list[str]) -> None:
    assert said(facts(CONCLUSIONS + section)) == expected


def test_the_reports_of_the_first_sessions_collect_demands_under_one_number() -> None:
    document = written(CONCLUSIONS + SUPPORT + "1. To open schools; and to train judges (Togo).\n")
    collected = parse(document, FirstPage(session=2))
    later = parse(document, FirstPage(session=4))
    third = parse(document, FirstPage(session=3))
    assert [item.text for item in collected.items] == ["To open schools", "to train judges"]
    assert third.items == collected.items
    assert [item.text for item in later.items] == ["To open schools; and to train judges"]


def test_pledges_are_kept_by_paragraph() -> None:
    found = facts(
        CONCLUSIONS + SUPPORT + "20.1 Open schools (Togo).\n"
        "21. All conclusions and/or recommendations contained in the present report reflect …\n"
        "III. Voluntary pledges and commitments\n22. Sarovia will open\na school.\n"
        "23. It will train judges.\nAnnex\nNames of the delegation\n"
    )
    assert [(p.number, p.text, p.kind) for p in found.pledges] == [
        ("22", "Sarovia will open a school", ItemKind.PLEDGE),
        ("23", "It will train judges", ItemKind.PLEDGE),
    ]


def test_the_words_of_a_position_are_kept_with_its_paragraph() -> None:
    found = facts(
        CONCLUSIONS + "20. Sarovia thanks all.\nThe recommendations listed below enjoy\nthe "
        "support of Sarovia:\n20.1 Open schools (Togo).\n"
    )
    (item,) = found.items
    words = "The recommendations listed below enjoy the support of Sarovia"
    assert (item.position_words, item.position_paragraph) == (words, "20")


def test_an_item_leads_to_its_page_and_its_printed_words() -> None:
    document = written(CONCLUSIONS + SUPPORT + "20.1 Open\fschools (Togo) (Mali);\n20.2 Go (Chad).")
    first, second = parse(document, FirstPage()).items
    assert (first.page, document.raw(first.span)) == (1, "20.1 Open\n\fschools (Togo) (Mali)")
    assert (second.page, document.raw(second.span)) == (2, "20.2 Go (Chad)")


def test_the_second_part_of_an_item_stands_on_its_own_page() -> None:
    document = written(CONCLUSIONS + SUPPORT + "20.1 Open schools (Togo);\ftrain judges (Mali).")
    parts = parse(document, FirstPage()).items
    assert [(part.part, part.page, document.raw(part.span)) for part in parts] == [
        ("1", 1, "20.1 Open schools (Togo)"),
        ("2", 2, "train judges (Mali)"),
    ]


@pytest.mark.parametrize(
    ("text", "first_page", "expected"),
    [
        # title and conclusions
        (CONCLUSIONS + SUPPORT, FirstPage(), 0.9),
        # conclusions of another body
        ("II. Conclusions and recommendations\n80. Open schools.\n", FirstPage(), 0.0),
        # the addendum repeats the title
        (CONCLUSIONS + SUPPORT, FirstPage(symbol="A/HRC/30/901/Add.1"), 0.0),
        # a first page alone
        ("Distr.: General", FirstPage(title="Report of the Working Group on the Universal "
                                            "Periodic Review"), 0.5),
        # a draft that is its list alone
        ("".join(f"6.{n} Open schools (Togo);\n" for n in range(1, 7)), FirstPage(), 0.6),
        # … with the fewest items that can be told
        ("".join(f"6.{n} Open schools (Togo);\n" for n in range(1, 6)), FirstPage(), 0.6),
        ("".join(f"6.{n} Open schools (Togo);\n" for n in range(1, 5)), FirstPage(), 0.0),
        # a list without States
        ("".join(f"6.{n} Open schools (CRC);\n" for n in range(1, 7)), FirstPage(), 0.0),
        ("Sarovia opened schools.", FirstPage(), 0.0),
    ],
)  # fmt: skip
def test_how_sure_it_is_that_this_is_a_report(
    text: str, first_page: FirstPage, expected: float
) -> None:
    assert recognise(written(text), first_page) == expected
