"""Proposals of the shipped weights on the project's own sentences."""

from __future__ import annotations

import pytest

from upheld.analysis.issues import read_issues
from upheld.analysis.model_file import shipped_card, shipped_model

# Sentences in the manner of recommendations: issues that must be proposed, best first, and action.
READ = {
    "Establish a national human rights institution in line with the Paris Principles": (
        ["NHRI"],
        5,
    ),
    "Ratify the Optional Protocol to the Convention against Torture": (
        ["International instruments", "Torture and other CID treatment", "Detention"],
        5,
    ),
    "Abolish the death penalty": (["Death penalty"], 5),
    "Consider abolishing the death penalty": (["Death penalty"], 3),
    "Continue its efforts to combat trafficking in persons": (["Trafficking"], 2),
    "Continue and strengthen measures against trafficking in persons": (["Trafficking"], 4),
    "Take measures to reduce overcrowding in prisons": (["Detention"], 4),
    "Extend a standing invitation to all special procedures": (["Special procedures"], 5),
    "Strengthen the protection of the rights of persons with disabilities": (["Disabilities"], 4),
    "Share its experience in reducing poverty with other countries": (["Poverty"], 1),
    "Guarantee freedom of religion or belief for all": (["Freedom of religion and belief"], 4),
    "Investigate all cases of enforced disappearances": (["Enforced disappearances"], 5),
}


@pytest.mark.parametrize("text", READ)
def test_a_sentence_gets_its_issues_and_action(text: str) -> None:
    (reading,) = read_issues([text])
    issues, action = READ[text]
    found = [issue.label for issue in reading.issues]
    assert (sorted(found), reading.action) == (sorted(issues), action)


def test_issues_come_best_first_with_probabilities() -> None:
    (reading,) = read_issues(["Protect women and children from violence and discrimination"])
    scores = [issue.score for issue in reading.issues]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_an_empty_text_has_no_issue() -> None:
    assert [reading.issues for reading in read_issues(["", "   "])] == [(), ()]


def test_a_text_is_read_alike_alone_and_among_others() -> None:
    texts = list(READ)
    alone = [reading for text in texts for reading in read_issues([text])]
    assert alone == read_issues(texts)


def test_the_words_that_spoke_stand_in_the_text() -> None:
    for text, reading in zip(READ, read_issues(list(READ), why=True), strict=True):
        reasons = [issue.why for issue in reading.issues] + [reading.action_why]
        assert all(reasons)
        assert [word for why in reasons for word in why if word not in text] == []


def test_without_being_asked_no_reason_is_given() -> None:
    assert {issue.why for reading in read_issues(list(READ)) for issue in reading.issues} == {()}


def test_the_labels_are_the_54_issues_of_the_card() -> None:
    assert len(shipped_model().labels) == 54
    assert sorted(shipped_card()["figures"]["issues"]["by_label"]) == sorted(shipped_model().labels)


def test_a_greater_sum_never_gets_a_smaller_first_probability() -> None:
    assert (shipped_model().margin[:, 0] > 0).all()
