"""People decide about proposed labels: one by one, all above a score, and back again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.factories import person, report
from upheld.analysis import propose
from upheld.core.errors import Conflict, InputProblem, Refused, UpheldError
from upheld.core.labels import Decision, LabelSource
from upheld.core.roles import Role
from upheld.services.history import verify_chain
from upheld.services.label_bulk import accept_all, last_act, undo_labels
from upheld.services.label_review import accept, add, reject, remove
from upheld.services.labelling import terms_of
from upheld.services.propose_labels import propose_labels, seal
from upheld.services.review import confirm
from upheld.services.undo import undo
from upheld.store.models import Event, Label, LabelledText, ProposedLabel, Record
from upheld.store.queries.proposals import ProposalFilter

pytestmark = pytest.mark.django_db

ONE = "A-HRC-90-7-140.1"


@pytest.fixture(autouse=True)
def proposals(db: None) -> None:
    report()
    propose_labels(person())


def one(label: str = "OP-CAT") -> ProposedLabel:
    return ProposedLabel.objects.select_related("term").get(
        record__public_id=ONE, term__value=label
    )


def record() -> Record:
    return Record.objects.get(public_id=ONE)


def act(service, row: ProposedLabel, who=None):
    return service(who or person(), record=ONE, term=row.term_id, seen=seal(record().text))


def given_labels() -> list[tuple[str, str, str]]:
    rows = Label.objects.order_by("pk").select_related("term", "record")
    return [(row.record.public_id, row.value, row.source) for row in rows]


def test_an_accepted_label_is_the_persons():
    act(accept, one())
    assert given_labels() == [(ONE, "OP-CAT", "person")]
    assert Label.objects.get().act.actor == person()
    event = Event.objects.latest("seq")
    assert (event.action, event.object_id) == ("record.accept_label", ONE)
    assert event.difference == {"labels": [None, ["instrument: OP-CAT"]]}
    assert one().decision == Decision.ACCEPTED
    assert verify_chain() == []


def test_the_same_decision_again_changes_nothing():
    act(accept, one())
    act(accept, one(), person(Role.COORDINATOR, "second"))
    assert Label.objects.get().act.actor == person()
    assert Event.objects.count() == 1


@pytest.mark.parametrize(
    ("first", "then", "message"),
    [
        (accept, reject, f"Trần Thị Hương has accepted this label for {ONE}."),
        (reject, accept, f"Trần Thị Hương has rejected this label for {ONE}."),
    ],
)
def test_who_decides_otherwise_is_told_who_was_first(first, then, message):
    act(first, one())
    with pytest.raises(Conflict) as conflict:
        act(then, one(), person(Role.COORDINATOR, "second"))
    assert conflict.value.message == message
    assert Event.objects.count() == 1


def test_words_that_changed_meanwhile_are_read_again_first():
    seen = seal(record().text)
    Record.objects.filter(public_id=ONE).update(text="Other words")
    with pytest.raises(Conflict) as conflict:
        accept(person(), record=ONE, term=one().term_id, seen=seen)
    assert conflict.value.message == (f"The words of {ONE} changed while you were looking at them.")
    assert given_labels() == []


def test_a_rejected_label_does_not_come_back(monkeypatch):
    act(reject, one())
    monkeypatch.setattr(propose, "edition", lambda: "another")
    propose_labels(person())
    assert one().decision == Decision.REJECTED
    assert given_labels() == []
    assert Event.objects.latest("seq").difference == {"labels": [["instrument: OP-CAT"], None]}


def test_what_is_not_proposed_cannot_be_accepted():
    row = one()
    ProposedLabel.objects.filter(pk=row.pk).delete()
    with pytest.raises(InputProblem) as problem:
        act(accept, row)
    assert problem.value.message == f"This label is no longer proposed for {ONE}."


def test_a_label_is_added_by_hand_and_removed():
    add(person(), record=ONE, taxonomy="theme", label="Right to health")
    assert given_labels() == [(ONE, "Right to health", "person")]
    with pytest.raises(InputProblem) as problem:
        add(person(), record=ONE, taxonomy="theme", label="Right to health")
    assert problem.value.message == "The record has the label “Right to health” already."
    remove(person(), record=ONE, term=Label.objects.get().term_id)
    assert given_labels() == []
    assert [event.action for event in Event.objects.all()] == [
        "record.add_label",
        "record.remove_label",
    ]


def test_adding_what_is_proposed_accepts_it_and_removing_rejects_it():
    add(person(), record=ONE, taxonomy="instrument", label="OP-CAT")
    assert one().decision == Decision.ACCEPTED
    remove(person(), record=ONE, term=one().term_id)
    assert one().decision == Decision.REJECTED


@pytest.mark.parametrize(("taxonomy", "label"), [("theme", "Tomorrow"), ("colour", "red")])
def test_only_names_of_the_lists_are_added(taxonomy, label):
    with pytest.raises(InputProblem) as problem:
        add(person(), record=ONE, taxonomy=taxonomy, label=label)
    assert problem.value.message == f"“{label}” is not a name of this list."


def test_a_published_label_is_not_removed():
    term = terms_of({("theme", "Right to health")})["theme", "Right to health"]
    Label.objects.create(record=record(), term=term, source=LabelSource.DOCUMENT)
    with pytest.raises(InputProblem) as problem:
        remove(person(), record=ONE, term=term.pk)
    assert problem.value.message == "A published label is not removed."
    assert given_labels() == [(ONE, "Right to health", "document")]


def test_all_above_a_score_are_accepted_and_undone_as_one_act():
    sure = ProposedLabel.objects.filter(score__gt=900)
    wanted = sorted((row.record.public_id, row.term.value, "person") for row in sure)
    done = accept_all(person(), above=0.9)
    assert sorted(given_labels()) == wanted
    assert (done.accepted, done.left) == (len(wanted), 0)
    events = Event.objects.filter(change=done.change)
    assert events.count() == done.records == len({pair[0] for pair in wanted})
    assert not ProposedLabel.objects.filter(score__gt=900, decision=Decision.WAITING).exists()
    found = last_act(person())
    assert found is not None
    assert (found.change, found.accepted, found.count) == (done.change, True, len(wanted))
    assert undo_labels(person(), change=done.change) == len(wanted)
    assert given_labels() == []
    assert not ProposedLabel.objects.exclude(decision=Decision.WAITING).exists()
    assert last_act(person()) is None
    assert verify_chain() == []


def test_all_within_a_filter():
    report(symbol="A/HRC/90/8")
    propose_labels(person())
    within = ProposalFilter(taxonomy="instrument", slug="A-HRC-90-8")
    accept_all(person(), within=within)
    assert given_labels() == [("A-HRC-90-8-140.1", "OP-CAT", "person")]


def test_what_was_proposed_after_the_page_was_shown_waits():
    shown = ProposedLabel.objects.latest("pk").pk
    report(symbol="A/HRC/90/8")
    propose_labels(person())
    accept_all(person(), up_to=shown)
    assert {record for record, _label, _source in given_labels()} <= {
        f"A-HRC-90-7-140.{n}" for n in range(1, 7)
    }


def test_all_leaves_changed_words_and_the_glossary():
    Record.objects.filter(public_id=ONE).update(text="Other words")
    two = Record.objects.get(number="140.2")
    LabelledText.objects.filter(record=two).update(read_as=1)
    done = accept_all(person())
    assert done.left == ProposedLabel.objects.filter(record=record(), score__gt=900).count() > 0
    assert not {ONE, two.public_id} & {pair[0] for pair in given_labels()}


def test_undo_leaves_what_was_removed_since():
    done = accept_all(person(), within=ProposalFilter(taxonomy="instrument"))
    assert done.accepted == 1
    remove(person(), record=ONE, term=one().term_id)
    with pytest.raises(Conflict):
        undo_labels(person(), change=done.change)
    assert one().decision == Decision.REJECTED


def test_nobody_undoes_what_another_did():
    done = accept_all(person())
    with pytest.raises(InputProblem):
        undo_labels(person(Role.COORDINATOR, "second"), change=done.change)


def test_a_rejection_is_undone():
    act(reject, one())
    undo_labels(person(), change=Event.objects.get().change)
    assert one().decision == Decision.WAITING


def test_a_confirmation_before_it_can_still_be_undone():
    confirm(person(), public_id=ONE, row_version=1)
    act(accept, one())
    undo(person(), public_id=ONE)
    assert record().review_state == "proposed"


def test_only_a_coordinator_decides():
    for role in set(Role) - {Role.COORDINATOR, Role.PUBLIC}:
        for service in (accept, reject):
            with pytest.raises(Refused):
                act(service, one(), person(role))
        with pytest.raises(Refused):
            accept_all(person(role))
        with pytest.raises(Refused):
            add(person(role), record=ONE, taxonomy="theme", label="Right to health")
    assert given_labels() == []


ACTS = st.sampled_from(("run", "edition", "accept", "reject", "all", "undo", "words"))


class GivenLabelsStay(TestCase):
    """Whatever machine and people do with proposals, labels given before stay as they are."""

    @settings(max_examples=15)
    @given(st.lists(ACTS, min_size=1, max_size=6), st.randoms(use_true_random=False))
    def test_published_and_hand_given_labels_never_change(self, acts, chance):
        report(symbol="A/HRC/90/9")
        rows = list(Record.objects.order_by("pk"))
        names = ["Detention", "International instruments", "Women's rights", "Right to education"]
        terms = terms_of({("issue", name) for name in names})
        for row in rows:
            for source in LabelSource:
                term = terms["issue", chance.choice(names)]
                Label.objects.create(record=row, term=term, source=source)
        before = set(Label.objects.values_list("pk", "record", "term", "source", "act"))
        with pytest.MonkeyPatch.context() as patch:
            for number, name in enumerate(acts):
                self.do(name, number, chance, patch)
        assert before <= set(Label.objects.values_list("pk", "record", "term", "source", "act"))
        assert verify_chain() == []

    def do(self, name, number, chance, patch):
        waiting = list(ProposedLabel.objects.select_related("record").order_by("pk"))
        try:
            match name:
                case "run":
                    propose_labels(person())
                case "edition":
                    patch.setattr(propose, "edition", lambda: f"edition {number}")
                    propose_labels(person(), batch=5)
                case "accept" | "reject" if waiting:
                    row = chance.choice(waiting)
                    service = accept if name == "accept" else reject
                    words = seal(row.record.text)
                    service(person(), record=row.record.public_id, term=row.term_id, seen=words)
                case "all":
                    accept_all(person(), above=0.5)
                case "undo" if found := last_act(person()):
                    undo_labels(person(), change=found.change)
                case "words":
                    record = Record.objects.filter(text__startswith="Take").first()
                    if record:
                        Record.objects.filter(pk=record.pk).update(text="Reduce prison terms")
        except UpheldError:
            pass
