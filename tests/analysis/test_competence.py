"""Who is competent: from confirmed assignments, from a table before there are any, with reasons."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.competence import SURE, Competence, Example, Reason

TABLE = {"Death penalty": ("MOJ", ("MPS",)), "Right to health": ("MOH", ())}


def led(label: str, body: str, times: int) -> list[Example]:
    return [Example(frozenset({label}), body)] * times


def test_nothing_speaks_for_nobody():
    assert Competence([], {}).lead({"Death penalty"}) is None
    assert Competence([], TABLE).lead(set()) is None
    assert Competence([], TABLE).support({"Right to work"}) == []


def test_the_table_speaks_first_and_is_never_sure():
    learnt = Competence([], TABLE)
    proposal = learnt.lead({"Death penalty"})
    assert proposal
    assert (proposal.body, proposal.score) == ("MOJ", 0.7)
    assert proposal.score < SURE
    assert proposal.why == (Reason("Death penalty", 0, 0, True),)
    assert [one.body for one in learnt.support({"Death penalty"}, without="MOJ")] == ["MPS"]


def test_twelve_of_thirteen_are_counted_and_said():
    learnt = Competence(led("Death penalty", "MOJ", 12) + led("Death penalty", "MPS", 1), TABLE)
    proposal = learnt.lead({"Death penalty"})
    assert proposal
    assert proposal.body == "MOJ"
    assert proposal.why == (Reason("Death penalty", 12, 13, True),)
    assert proposal.score == round((12 + 2 * 0.7) / 15, 4)


def test_people_outweigh_the_table():
    learnt = Competence(led("Death penalty", "SPC", 3), TABLE)
    proposal = learnt.lead({"Death penalty"})
    assert proposal
    assert proposal.body == "SPC"


def test_a_label_that_tells_bodies_apart_weighs_more():
    general = [example for body in ("A", "B", "C", "D") for example in led("Reform", body, 5)]
    learnt = Competence([*general, *led("Water", "AGR", 5)], {})
    proposal = learnt.lead({"Reform", "Water"})
    assert proposal
    assert (proposal.body, proposal.why[0].label) == ("AGR", "Water")


def test_only_bodies_that_exist_are_proposed():
    learnt = Competence(led("Death penalty", "OLD", 9), {}, bodies={"NEW"})
    assert learnt.lead({"Death penalty"}) is None


def test_support_is_learnt_beside_the_lead():
    examples = [Example(frozenset({"Water"}), "AGR", frozenset({"MOH"}))] * 8
    learnt = Competence(examples, {})
    assert [one.body for one in learnt.support({"Water"}, without="AGR")] == ["MOH"]


examples = st.lists(
    st.builds(
        Example,
        st.frozensets(st.sampled_from("abcd"), max_size=3),
        st.sampled_from(["", "X", "Y", "Z"]),
        st.frozensets(st.sampled_from("XYZ"), max_size=2),
    ),
    max_size=30,
)


@given(examples, st.frozensets(st.sampled_from("abcd")))
def test_scores_are_shares_and_the_order_of_examples_does_not_matter(given_examples, labels):
    table = {"a": ("X", ("Y",))}
    learnt = Competence(given_examples, table)
    again = Competence(reversed(given_examples), table)
    assert learnt.lead(labels) == again.lead(labels)
    for one in [learnt.lead(labels), *learnt.support(labels)]:
        assert one is None or (0 < one.score <= 1 and one.why)
