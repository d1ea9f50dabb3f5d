"""Addenda: every way in which States answer gives numbers with positions, or a finding."""

from __future__ import annotations

import pytest

from tests.parsing.written import ADDENDUM, facts, said
from upheld.core.facts import DocumentKind
from upheld.parsing.upr_addendum_answers import Answer, read_answer, read_block

YES, NO = "supported", "noted"


def answers(body: str) -> dict[str, str | None]:
    found = facts(ADDENDUM + body)
    assert found.kind is DocumentKind.UPR_ADDENDUM
    return {item.number: item.position for item in found.items}


@pytest.mark.parametrize(
    "body",
    [
        "1. Sarovia accepts the recommendations 104.1, 104.3.\n"
        "2. It notes recommendations 104.2.\n",
        "1. Sarovia supports recommendations 104.1 and 104.3, and notes recommendation 104.2.\n",
        "1. Recommendations 104.1 and 104.3 are supported and recommendation 104.2 is noted.\n",
        "1. Recommendations 104.1 and 104.3 enjoy the support of Sarovia.\n"
        "2. Recommendation 104.2 does not enjoy the support of Sarovia.\n",
        "1. The following recommendations enjoy the support of Sarovia: paragraphs 104.1, 104.3.\n"
        "2. The following recommendations cannot be accepted: paragraph 104.2.\n",
        "The position of Sarovia is as follows.\nSupported: 104.1; 104.3;\nNoted: 104.2;\n",
        "A. Recommendations that enjoy the support of Sarovia\n104.1, 104.3\n"
        "B. Recommendations that are noted\n104.2\n",
        "A. Recommendations accepted by Sarovia\n104.1 Ratify the Convention (Spain);\n"
        "104.3 Abolish child labour (France);\n"
        "B. Recommendations not accepted by Sarovia\n104.2 Abolish the death penalty (Italy).\n",
        "Recommendation 104.1: Accepted.\nRecommendation 104.2: Not accepted.\n"
        "Recommendation 104.3: Accepted. Work has begun.\n",
        "104.1 Accept the procedure (Spain).\nAccepted.\n"
        "104.2 Support the moratorium (France).\nSarovia takes note of this recommendation.\n"
        "104.3 Continue its efforts (Cuba).\nSarovia accepts this recommendation.\n",
    ],
)
def test_every_way_of_answering(body: str):
    assert answers(body) == {"104.1": YES, "104.2": NO, "104.3": YES}


def test_blocks_of_the_first_cycle():
    body = (
        "Sarovia welcomes the recommendations. Its answers are as follows:\n"
        "1. Sarovia cannot, at this point in time, make a definitive statement.\n"
        "2., 3., 4. Sarovia accepts these recommendations. The law is in force.\n"
        "5., 6., Sarovia accepts these recommendations and refers to the decision\n"
        "8., 9. of its Constitutional Court.\n"
        "7. Sarovia cannot accept the recommendation.\n"
    )
    assert answers(body) == {
        "1": None, **dict.fromkeys(("2", "3", "4", "5", "6"), YES), "7": NO, "8": YES, "9": YES,
    }  # fmt: skip


def test_a_table_in_a_web_page():
    rows = "".join(
        f"<tr><td>104.{n}</td><td>{position}</td><td>Remarks</td></tr>"
        for n, position in ((1, "Accepted"), (2, "Not accepted"), (3, "Accepted"))
    )
    head = "<tr><th>Recommendation</th><th>Position</th><th>Comments</th></tr>"
    first = "".join(f"<p>{line}</p>" for line in ADDENDUM.splitlines() if line)
    found = facts(f"<html><body>{first}<table>{head}{rows}</table></body></html>", "a.html")
    assert {item.number: item.position for item in found.items} == {
        "104.1": YES, "104.2": NO, "104.3": YES,
    }  # fmt: skip


def test_a_table_with_a_column_for_each_answer():
    head = "<tr><th>No.</th><th>Accepted</th><th>Noted</th></tr>"
    rows = "<tr><td>104.1</td><td>X</td><td></td></tr><tr><td>104.2</td><td></td><td>X</td></tr>"
    first = "".join(f"<p>{line}</p>" for line in ADDENDUM.splitlines() if line)
    found = facts(f"<html><body>{first}<table>{head}{rows}</table></body></html>", "a.html")
    assert {item.number: item.position for item in found.items} == {"104.1": YES, "104.2": NO}


def test_explanations_and_references_state_no_position():
    body = (
        "I. Accepted recommendations\n"
        "3. The Government accepts the following recommendations: 104.1, 104.3.\n"
        "104.1-2\nThe law was amended. See recommendation 104.2.\n"
        "II. Noted recommendations\n"
        "4. The Government notes the following recommendations: 104.2.\n"
        "104.2-3\nSarovia supports international efforts. See also recommendations 104.1 and "
        "104.3.\n"
    )
    assert answers(body) == {"104.1": YES, "104.2": NO, "104.3": YES}


def test_prose_about_the_recommendations_of_states_has_no_numbers():
    body = (
        "1. Sarovia thanks all delegations.\n"
        "2. Sarovia accepts the recommendation of Spain to ratify the Convention.\n"
        "3. Sarovia takes note of the recommendation of France.\n"
    )
    assert answers(body) == {}


def test_where_a_position_was_stated_is_kept():
    item = facts(ADDENDUM + "3. Sarovia accepts the recommendations 104.1-3.\n").items[2]
    assert (item.number, item.text, item.position_words, item.position_paragraph) == (
        "104.3", None, "Sarovia accepts the recommendations", "3",
    )  # fmt: skip
    assert item.page == 1


def test_declared_totals_are_compared():
    found = facts(
        ADDENDUM
        + "1. Sarovia received 5 recommendations, of which 4 are supported and 1 noted.\n"
        + "2. Sarovia accepts the recommendations 104.1-3.\n"
        + "3. Sarovia notes recommendation 104.4.\n"
    )
    assert found.declared == {"received": 5, "supported": 4, "noted": 1}
    assert said(found) == [
        "Number 104.5 is missing after 104.4.",
        "The document declares 5 recommendations; 4 were found.",
        "The document declares 4 supported recommendations; 3 were found.",
    ]


@pytest.mark.parametrize(
    ("sentence", "declared"),
    [
        (
            "Out of 182 recommendations, Sarovia accepted 150 recommendations and noted 32.",
            {"received": 182, "supported": 150, "noted": 32},
        ),
        (
            "The report contains 64 recommendations. Sarovia accepts 56 recommendations. "
            "It notes 8 recommendations.",
            {"received": 64, "supported": 56, "noted": 8},
        ),
        (
            "Of these 31 recommendations, 20 are supported and 11 noted.",
            {"received": 31, "supported": 20, "noted": 11},
        ),
        ("Recommendations 5, 6 and 8 are accepted.", {}),
        ("Recommendation 7 is noted.", {}),
    ],
)
def test_totals_in_words(sentence: str, declared: dict[str, int]):
    assert facts(f"{ADDENDUM}1. {sentence}\n").declared == declared


def test_contradictions_gaps_and_repetitions_are_findings():
    found = facts(
        ADDENDUM
        + "1. Sarovia accepts the recommendations 104.1, 104.2, 104.3, 104.3.\n"
        + "2. Sarovia notes recommendations 104.2, 104.5.\n"
    )
    assert said(found) == [
        "Item 104.2 is listed as supported and as noted.",
        "Number 104.3 is printed 2 times.",
        "Number 104.4 is missing after 104.3.",
    ]
    assert {item.number: item.position for item in found.items}["104.2"] is None


def test_an_answer_in_parts_waits_for_a_person():
    found = facts(
        ADDENDUM
        + "1. Sarovia accepts the recommendations 104.1 and 104.3.\n"
        + "2. Recommendation 104.2 is partially accepted.\n"
    )
    assert [(item.number, item.position) for item in found.items] == [
        ("104.1", YES), ("104.2", None), ("104.3", YES),
    ]  # fmt: skip
    assert [finding.code for finding in found.findings] == ["position.in_parts"]


def test_a_block_that_answers_its_parts_differently():
    answer = read_block(
        "Sarovia accepts the recommendation on legal aid. Sarovia cannot accept the recommendation "
        "on specialised courts."
    )
    assert answer is not None
    assert (answer.position, answer.in_parts) == (None, True)


def test_the_report_that_is_answered():
    assert facts(ADDENDUM + "1. Sarovia accepts 104.1.\n").relates_to == "A/HRC/30/901"


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("The Government accepts the following recommendations", Answer.SUPPORTED),
        ("Sarovia is in favour of the recommendation", Answer.SUPPORTED),
        ("The recommendations enjoy the support of Sarovia", Answer.SUPPORTED),
        ("Accepted recommendations", Answer.SUPPORTED),
        ("accepts the recommendation and notes that it is implemented", Answer.SUPPORTED),
        ("For the time being, the Government notes recommendations", Answer.NOTED),
        ("Sarovia takes note of", Answer.NOTED),
        ("Sarovia is not in a position to accept the recommendation", Answer.NOTED),
        ("does not enjoy the support of Sarovia", Answer.NOTED),
        ("The recommendation is rejected", Answer.NOTED),
        ("Noted recommendations", Answer.NOTED),
        ("The matter is under consideration", Answer.OPEN),
        ("recommendations, voluntary commitments and replies by the State under review", None),
        ("Sarovia reserves its position", Answer.OPEN),
        ("Sarovia partially accepts the recommendation", Answer.PARTLY),
        ("See information on recommendations", None),
        ("The Convention was ratified on 30 January", None),
        ("Funds for the support of victims were raised", None),
    ],
)
def test_answers_in_words(sentence: str, answer: Answer | None):
    assert read_answer(sentence) == answer
