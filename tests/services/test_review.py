"""The review desk: confirm, correct, split, merge, undo, settle; nobody overwrites anybody."""

from __future__ import annotations

import pytest

from tests.factories import finding, person, report
from tests.services.printed import THREE, many, printed
from upheld.core.errors import Conflict, InputProblem, Refused
from upheld.core.positions import Position
from upheld.core.review import FindingState, ReviewState
from upheld.core.roles import Role
from upheld.services import finding_review, review
from upheld.services.ingest import keep
from upheld.services.reshape import merge, split
from upheld.services.undo import undo, undo_change
from upheld.services.verify import verify
from upheld.store.models import Event, Record

pytestmark = pytest.mark.django_db

ONE, TWO, LAST = "A-HRC-90-7-140.1", "A-HRC-90-7-140.2", "A-HRC-90-7-140.3"


@pytest.fixture
def three():
    keep(person(), printed(THREE))


def record(public_id: str) -> Record:
    return Record.objects.get(public_id=public_id)


def seen(*ids: str) -> dict[str, int]:
    return {public_id: record(public_id).row_version for public_id in ids}


def states(public_id: str) -> list[str]:
    return [row.iso3 for row in record(public_id).states.all()]


@pytest.mark.usefixtures("three")
class TestConfirm:
    def test_names_who_and_when(self):
        review.confirm(person(), public_id=ONE, row_version=1)
        assert record(ONE).review_state == ReviewState.CONFIRMED
        assert record(ONE).reviewed_by == person()
        assert Event.objects.latest("seq").action == "record.confirm"

    def test_twice_leaves_one_entry(self):
        review.confirm(person(), public_id=ONE, row_version=1)
        review.confirm(person(), public_id=ONE, row_version=2)
        assert Event.objects.filter(action="record.confirm").count() == 1

    def test_of_many_writes_one_entry_for_each_under_one_act(self):
        outcome = review.confirm_many(person(), seen=seen(ONE, TWO, LAST))
        assert outcome.confirmed == (ONE, TWO, LAST)
        events = Event.objects.filter(change=outcome.change)
        assert [event.object_id for event in events] == [ONE, TWO, LAST]
        assert verify(person()) == []

    def test_of_many_leaves_what_another_changed(self):
        looked_at = seen(ONE, TWO)
        review.correct(person(), public_id=TWO, row_version=1, text="Other words")
        outcome = review.confirm_many(person(), seen=looked_at)
        assert (outcome.confirmed, outcome.conflicts) == ((ONE,), (TWO,))

    def test_of_what_another_changed_is_a_conflict_with_what_stands_now(self):
        review.correct(person(), public_id=ONE, row_version=1, text="Other words")
        with pytest.raises(Conflict) as conflict:
            review.confirm(person(), public_id=ONE, row_version=1)
        assert conflict.value.current["text"] == "Other words"
        assert conflict.value.current["row_version"] == 2

    def test_is_refused_to_a_reader(self):
        with pytest.raises(Refused):
            review.confirm(person(Role.READER), public_id=ONE, row_version=1)

    def test_of_an_unknown_record_says_so(self):
        with pytest.raises(InputProblem):
            review.confirm(person(), public_id="A-HRC-90-7-999", row_version=1)


@pytest.mark.usefixtures("three")
class TestCorrect:
    def test_changes_what_was_given_and_nothing_else(self):
        review.correct(person(), public_id=ONE, row_version=1, text=" Ratify \n CAT ", number="1")
        after = record(ONE)
        assert (after.text, after.number, after.row_version) == ("Ratify CAT", "1", 2)
        assert states(ONE) == ["FRA", "ESP"]
        assert after.review_state == ReviewState.CORRECTED

    def test_replaces_states_in_their_order(self):
        review.correct(person(), public_id=ONE, row_version=1, states=["ESP", "CHL", "ESP"])
        assert states(ONE) == ["ESP", "CHL"]

    def test_adds_a_position_to_its_history(self):
        review.correct(person(), public_id=ONE, row_version=1, position=Position.NOTED)
        held = record(ONE).current_position
        assert (held.value, held.entered_by) == ("noted", person())

    def test_tells_the_history_what_changed_and_why(self):
        review.correct(person(), public_id=ONE, row_version=1, number="140.1a", note="page 12")
        event = Event.objects.latest("seq")
        assert event.difference["number"] == ["140.1", "140.1a"]
        assert event.reason == "page 12"

    @pytest.mark.parametrize("wrong", [{"text": "  "}, {"states": ["XYZ"]}])
    def test_refuses_what_cannot_be(self, wrong):
        with pytest.raises(InputProblem):
            review.correct(person(), public_id=ONE, row_version=1, **wrong)
        assert record(ONE).row_version == 1


class TestReshape:
    def test_a_split_gives_each_half_its_words_states_and_place(self):
        text = "Ratify the Convention against Torture and abolish the death penalty"
        document = report(items=[type("D", (), {"number": "140.1", "text": text,
                                               "states": ("FRA", "CHL")})()])  # fmt: skip
        whole = record(ONE)
        first, second = split(person(), public_id=ONE, row_version=1, at=text.index("abolish"))
        assert (first.public_id, first.text) == (f"{ONE}-p1", text[: text.index(" abolish")])
        assert (second.public_id, second.text) == (f"{ONE}-p2", "abolish the death penalty")
        assert first.printed + second.printed == whole.printed
        assert second.start == whole.start + whole.printed.index("abolish")
        assert states(second.public_id) == ["FRA", "CHL"]
        assert second.current_position.value == whole.current_position.value
        assert record(ONE).review_state == ReviewState.SPLIT
        assert document.records.filter(split_from=whole).count() == 2

    @pytest.mark.usefixtures("three")
    def test_a_cut_at_the_edge_is_none(self):
        for at in (-3, 0, 10_000):
            with pytest.raises(InputProblem):
                split(person(), public_id=ONE, row_version=1, at=at)

    @pytest.mark.usefixtures("three")
    def test_a_merge_joins_words_states_and_span(self):
        whole = merge(person(), seen=seen(TWO, ONE))
        assert whole.public_id == ONE
        assert whole.text == (
            "Ratify the Convention against Torture Strengthen the independence of the judiciary"
        )
        assert states(ONE) == ["FRA", "ESP", "DEU"]
        assert whole.end == record(TWO).end
        assert (record(TWO).review_state, record(TWO).merged_into) == ("merged", whole)
        assert verify(person()) == []

    @pytest.mark.usefixtures("three")
    def test_one_record_or_records_of_two_documents_are_not_merged(self):
        keep(person(), printed(THREE, symbol="A/HRC/90/9", states=("VNM",)))
        for ids in [(ONE,), (ONE, "A-HRC-90-9-140.1")]:
            with pytest.raises(InputProblem):
                merge(person(), seen=seen(*ids))

    @pytest.mark.usefixtures("three")
    def test_a_merge_of_what_another_changed_is_a_conflict(self):
        looked_at = seen(ONE, TWO)
        review.confirm(person(), public_id=TWO, row_version=1)
        with pytest.raises(Conflict):
            merge(person(), seen=looked_at)
        assert record(ONE).row_version == 1


@pytest.mark.usefixtures("three")
class TestUndo:
    def test_takes_back_the_last_change_and_says_so(self):
        review.correct(person(), public_id=ONE, row_version=1, text="x", states=["CHL"])
        undo(person(), public_id=ONE)
        assert record(ONE).text == "Ratify the Convention against Torture"
        assert states(ONE) == ["FRA", "ESP"]
        assert (record(ONE).review_state, record(ONE).reviewed_by) == ("proposed", None)
        event = Event.objects.latest("seq")
        assert event.action == "record.undo"
        assert verify(person()) == []

    def test_again_takes_back_the_change_before(self):
        review.confirm(person(), public_id=ONE, row_version=1)
        review.correct(person(), public_id=ONE, row_version=2, text="x")
        undo(person(), public_id=ONE)
        assert record(ONE).review_state == ReviewState.CONFIRMED
        undo(person(), public_id=ONE)
        assert record(ONE).review_state == ReviewState.PROPOSED
        with pytest.raises(InputProblem):
            undo(person(), public_id=ONE)

    def test_of_a_position_puts_the_earlier_one_back(self):
        review.correct(person(), public_id=ONE, row_version=1, position=Position.NOTED)
        undo(person(), public_id=ONE)
        assert record(ONE).current_position is None
        assert record(ONE).positions.count() == 1

    def test_of_a_split_withdraws_the_halves(self):
        first, second = split(person(), public_id=ONE, row_version=1, at=7)
        undo(person(), public_id=first.public_id)
        assert record(ONE).review_state == ReviewState.PROPOSED
        assert record(first.public_id).review_state == ReviewState.WITHDRAWN
        assert record(second.public_id).review_state == ReviewState.WITHDRAWN
        assert verify(person()) == []

    def test_of_a_merge_parts_the_records(self):
        before = (record(ONE).text, record(ONE).end)
        merge(person(), seen=seen(ONE, TWO))
        undo(person(), public_id=ONE)
        assert (record(ONE).text, record(ONE).end) == before
        assert (record(TWO).review_state, record(TWO).merged_into) == ("proposed", None)

    def test_of_a_bulk_confirmation_takes_back_one_or_all(self):
        outcome = review.confirm_many(person(), seen=seen(ONE, TWO, LAST))
        undo(person(), public_id=TWO)
        assert record(ONE).review_state == ReviewState.CONFIRMED
        assert record(TWO).review_state == ReviewState.PROPOSED
        with pytest.raises(Conflict):
            undo_change(person(), change=outcome.change)

    def test_of_a_whole_act(self):
        outcome = review.confirm_many(person(), seen=seen(ONE, TWO, LAST))
        undo_change(person(), change=outcome.change)
        assert set(Record.objects.values_list("review_state", flat=True)) == {"proposed"}

    def test_is_not_for_what_another_did(self):
        other = person(username="other")
        review.confirm(other, public_id=ONE, row_version=1)
        with pytest.raises(Conflict):
            undo(person(), public_id=ONE)

    def test_of_a_split_that_another_built_on_is_a_conflict(self):
        first, _second = split(person(), public_id=ONE, row_version=1, at=7)
        review.confirm(person(username="other"), public_id=first.public_id, row_version=1)
        with pytest.raises(Conflict):
            undo(person(), public_id=ONE)
        assert record(ONE).review_state == ReviewState.SPLIT

    def test_has_nothing_to_do_after_ingest(self):
        with pytest.raises(InputProblem):
            undo(person(), public_id=ONE)


class TestSettle:
    def test_a_finding_is_resolved_with_who_and_why(self):
        row = finding(report(1))
        finding_review.settle(
            person(),
            finding=row.pk,
            seen=FindingState.OPEN,
            state=FindingState.RESOLVED,
            note="added by hand",
        )
        row.refresh_from_db()
        assert (row.state, row.note, row.resolved_by) == ("resolved", "added by hand", person())
        assert Event.objects.latest("seq").difference["state"] == ["open", "resolved"]

    def test_a_dismissal_needs_its_reason(self):
        row = finding(report(1))
        with pytest.raises(InputProblem):
            finding_review.settle(
                person(), finding=row.pk, seen=FindingState.OPEN, state=FindingState.DISMISSED
            )

    def test_what_another_settled_is_a_conflict(self):
        row = finding(report(1))
        settle = {"finding": row.pk, "seen": FindingState.OPEN, "note": "n"}
        finding_review.settle(person(), state=FindingState.RESOLVED, **settle)
        with pytest.raises(Conflict):
            finding_review.settle(person(), state=FindingState.DISMISSED, **settle)


def test_320_records_are_confirmed_and_undone_in_few_queries(django_assert_max_num_queries):
    keep(person(), printed(many(320)))
    looked_at = dict(Record.objects.values_list("public_id", "row_version"))
    actor = person()
    with django_assert_max_num_queries(12):
        outcome = review.confirm_many(actor, seen=looked_at)
    assert len(outcome.confirmed) == 320
    with django_assert_max_num_queries(14):
        undo_change(actor, change=outcome.change)
    assert set(Record.objects.values_list("review_state", flat=True)) == {"proposed"}
    assert verify(actor) == []
