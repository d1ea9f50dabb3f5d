"""The entry as a machine: whatever people do in whatever order, the rules of its way hold."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.db import transaction
from django.utils.translation import override
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests import factories
from tests import workspace_rows as rows
from upheld.core.entries import TRANSITIONS, EntryState, Step, transition
from upheld.core.errors import UpheldError
from upheld.core.roles import Role
from upheld.services import history
from upheld.services.entries import OPEN, Words, words_of, write
from upheld.services.entry_steps import UNDOABLE, take_step, take_step_many, undo
from upheld.services.entry_words import events_of, writers
from upheld.store.models import Entry, Event, User

# Who there is: people with one role, with two, of another body, and with none.
PEOPLE = {
    "mai": [(Role.FOCAL_POINT, "MOJ")],
    "nam": [(Role.FOCAL_POINT, "MOJ"), (Role.VALIDATOR, "MOJ")],
    "lan": [(Role.VALIDATOR, "MOJ")],
    "huong": [(Role.COORDINATOR, None)],
    "both": [(Role.COORDINATOR, None), (Role.FOCAL_POINT, None), (Role.VALIDATOR, None)],
    "other": [(Role.FOCAL_POINT, "MOH"), (Role.VALIDATOR, "MOH")],
    "reader": [(Role.READER, None)],
}
NAMES = st.sampled_from(sorted(PEOPLE))
WORDS = st.builds(
    Words,
    done=st.sampled_from(["", "A bill.", "A bill, adopted."]),
    result=st.sampled_from(["", "It is in force."]),
    status=st.sampled_from(["", "planned", "in_progress", "implemented"]),
    as_of=st.just(date(2026, 3, 1)),
    language=st.just("en"),
)


class EntryMachine(RuleBasedStateMachine):
    """People write, take steps and take them back; what must hold is looked at after each act."""

    def __init__(self) -> None:
        super().__init__()
        self.rollback = transaction.atomic()
        self.rollback.__enter__()
        self.english = override("en")
        self.english.__enter__()

    @initialize()
    def ask(self) -> None:
        """Two bodies are asked about one recommendation."""
        self.asked = rows.assignment()
        self.other = rows.assignment(to=rows.body("MOH"))
        for name, held in PEOPLE.items():
            for role, code in held:
                rows.officer(role, rows.body(code) if code else None, name)
        self.published: dict[int, dict[str, object]] = {}
        self.states: dict[int, str] = {}
        self.changes: list[object] = []

    def entry(self, number: int) -> Entry | None:
        found = list(Entry.objects.order_by("pk"))
        return found[number % len(found)] if found else None

    def person(self, name: str) -> User:
        """As a new request finds them: nothing of what they may do is remembered."""
        return User.objects.get(username=name)

    @rule(name=NAMES, words=WORDS, of_other=st.booleans(), seen=st.integers(0, 1))
    def somebody_writes(self, name: str, words: Words, of_other: bool, seen: int) -> None:
        asked = self.other if of_other else self.asked
        entry = Entry.objects.filter(assignment=asked, state__in=OPEN).first()
        version = entry.row_version - seen if entry else seen
        before = words_of(entry) if entry else None
        try:
            write(self.person(name), assignment=asked.pk, row_version=version, words=words)
        except UpheldError:
            if entry:
                entry.refresh_from_db()
                assert words_of(entry) == before

    @rule(number=st.integers(0, 5))
    def somebody_adds_evidence(self, number: int) -> None:
        entry = self.entry(number)
        if entry and entry.state == EntryState.DRAFT:
            rows.evidence(entry)

    @rule(
        name=NAMES,
        number=st.integers(0, 5),
        step=st.sampled_from(Step),
        old=st.booleans(),
        reason=st.sampled_from(["", "Name the article."]),
    )
    def somebody_takes_a_step(
        self, name: str, number: int, step: Step, old: bool, reason: str
    ) -> None:
        entry = self.entry(number)
        if entry is None:
            return
        start, hands = EntryState(entry.state), writers(entry, events_of(entry))
        person = self.person(name)
        version = entry.row_version - old
        try:
            after = take_step(person, entry=entry.pk, step=step, row_version=version, reason=reason)
        except UpheldError:
            entry.refresh_from_db()
            assert entry.state == start
            return
        taken = transition(step, start)
        assert taken is not None
        assert (after.state, old) == (taken.end, False)
        assert not (taken.second_person and person.pk in hands)
        assert reason or not taken.needs_reason
        self.changes.append(Event.objects.latest("seq").change)

    @rule(name=NAMES, step=st.sampled_from([Step.VALIDATE, Step.ACCEPT, Step.PUBLISH]))
    def somebody_takes_a_step_with_all(self, name: str, step: Step) -> None:
        seen = {entry.pk: entry.row_version for entry in Entry.objects.order_by("pk")}
        before = Counter(Entry.objects.values_list("state", flat=True))
        try:
            outcome = take_step_many(self.person(name), step=step, seen=seen)
        except UpheldError:
            return
        assert {*outcome.taken, *outcome.left} == set(seen)
        taken = next(t for t in TRANSITIONS if t.step is step)
        before[taken.start] -= len(outcome.taken)
        before[taken.end] += len(outcome.taken)
        assert +before == Counter(Entry.objects.values_list("state", flat=True))
        if outcome.taken:
            self.changes.append(outcome.change)

    @precondition(lambda self: getattr(self, "changes", None))
    @rule(name=NAMES, number=st.integers(0, 50))
    def somebody_undoes(self, name: str, number: int) -> None:
        change = self.changes[number % len(self.changes)]
        made = list(Event.objects.filter(change=change, object_type="entry"))
        try:
            back = undo(self.person(name), change=change)
        except UpheldError:
            return
        assert {event.actor.username for event in made} == {name}
        assert {event.action for event in made} <= UNDOABLE
        assert {entry.state for entry in back} == {e.difference["state"][0] for e in made}

    @invariant()
    def what_was_published_never_changes(self) -> None:
        for entry in Entry.objects.all():
            if entry.pk in self.published:
                assert entry.state == EntryState.PUBLISHED
                assert words_of(entry) == self.published[entry.pk]
            elif entry.state == EntryState.PUBLISHED:
                self.published[entry.pk] = words_of(entry)

    @invariant()
    def nobody_validated_or_accepted_their_own_words(self) -> None:
        for entry in Entry.objects.exclude(state__in=[EntryState.DRAFT, EntryState.WITHDRAWN]):
            hands: set[int] = set()
            for event in events_of(entry):
                if event.action in {"entry.begin", "entry.write", "entry.submit"}:
                    hands.add(event.actor_id)
                if event.action in {"entry.validate", "entry.accept"}:
                    assert event.actor_id not in hands

    @invariant()
    def one_entry_of_a_body_is_under_way(self) -> None:
        open_ones = Entry.objects.filter(state__in=OPEN).values_list("body", flat=True)
        assert max(Counter(open_ones).values(), default=0) <= 1

    @invariant()
    def the_history_tells_where_each_entry_stands(self) -> None:
        for entry in Entry.objects.all():
            state = EntryState.DRAFT.value
            for event in events_of(entry):
                if "state" in event.difference:
                    assert event.difference["state"][0] == state
                    state = event.difference["state"][1]
            assert entry.state == state

    def teardown(self) -> None:
        assert history.verify_chain() == []
        self.english.__exit__(None, None, None)
        transaction.set_rollback(True)
        self.rollback.__exit__(None, None, None)


@pytest.mark.django_db
def test_whatever_people_do_the_rules_hold() -> None:
    factories.report(1)
    run_state_machine_as_test(
        EntryMachine, settings=settings(max_examples=25, stateful_step_count=25)
    )
