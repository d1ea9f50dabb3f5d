"""The overview: every number is the number of its rows, rows add up, nothing hidden is counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import factories
from tests import workspace_rows as rows
from upheld.core.entries import EntryState
from upheld.core.errors import Refused
from upheld.core.implementation import Implementation
from upheld.core.national_bodies import NationalBodyKind, Succession
from upheld.core.planning import AssignmentState, Part
from upheld.core.positions import Position
from upheld.core.roles import Role
from upheld.services.overview import Overview, overview, rows_behind
from upheld.services.overview_facts import OverviewFilter
from upheld.services.overview_tables import ALL, OWN, OverviewTable, Subject
from upheld.store.models import Assignment, Body, BodySuccession, Entry, User

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 20)
EVERYTHING = OverviewFilter()


def tree() -> list[Body]:
    """A government, two ministries, a department of the first, a province with a committee."""
    top = rows.body("GOV")
    justice, health = rows.body("MOJ", parent=top), rows.body("MOH", parent=top)
    department = rows.body("DEPT", parent=justice, kind=NationalBodyKind.DEPARTMENT)
    province = rows.body("LAKE", parent=top, kind=NationalBodyKind.PROVINCE)
    committee = rows.body("LAKE-PC", parent=province, kind=NationalBodyKind.PROVINCIAL_COMMITTEE)
    return [justice, health, department, province, committee]


def seen(who: User, wanted: OverviewFilter = EVERYTHING) -> Overview:
    return overview(who, wanted, day=TODAY)


def table(found: Overview, subject: Subject) -> OverviewTable:
    chosen = found.table(subject)
    assert chosen
    return chosen


def counts(found: Overview, subject: Subject, column: str = ALL) -> dict[str, int]:
    chosen = table(found, subject)
    return {row.key: row.count(column) for row in (*chosen.rows, chosen.total)}


def check_that_it_adds_up(who: User, found: Overview) -> None:
    for one in found.tables:
        for row in (*one.rows, one.total):
            if one.columns:
                assert sum(row.count(column) for column in one.columns) == row.count(ALL)
            below = [other for other in one.rows if other.above == row.key]
            if row is not one.total:
                assert row.count(ALL) == row.count(OWN) + sum(other.count(ALL) for other in below)
            for column in (ALL, *one.columns, *one.besides):
                assert len(set(row.cells[column])) == row.count(column)
        for column in filter(one.total.count, (ALL, *one.columns, *one.besides)):
            page = rows_behind(who, one, one.total, column, page="1")
            assert [row.pk for row in page.object_list] == one.total.cells[column][:50]
        topmost = sum(row.count(ALL) for row in one.rows if not row.level)
        if one.adds_up:
            assert topmost == one.total.count(ALL)
        else:
            assert topmost >= one.total.count(ALL)


ASKED = st.tuples(
    st.integers(0, 5),  # record
    st.integers(0, 4),  # body
    st.sampled_from([AssignmentState.CONFIRMED, AssignmentState.PROPOSED, AssignmentState.ENDED]),
    st.one_of(st.none(), st.integers(-90, 90)),  # days until due
    st.one_of(st.none(), st.sampled_from(list(EntryState))),
    st.sampled_from(list(Implementation)),
)


@settings(max_examples=12, deadline=None)
@given(st.lists(ASKED, max_size=14), st.sampled_from(["coordinator", "reader", "focal_point"]))
def test_every_number_is_the_number_of_its_rows(asked: list, role: str) -> None:
    with transaction.atomic():  # each example begins with an empty folder
        check_numbers(asked, role)
        transaction.set_rollback(True)


def check_numbers(asked: list, role: str) -> None:
    records = list(factories.report(6).records.order_by("order"))
    bodies = tree()
    for at, body, state, days, entry_state, status in asked:
        record, to = records[at], bodies[body]
        live = Assignment.objects.filter(record=record, body=to)
        if state != AssignmentState.ENDED and live.exclude(state=AssignmentState.ENDED).exists():
            continue
        led = Assignment.objects.filter(record=record, state="confirmed", part=Part.LEAD).exists()
        due = None if days is None else TODAY + timedelta(days=days)
        part = Part.SUPPORT if led else Part.LEAD
        given_ = rows.assignment(record, to, state=state, due=due, part=part)
        is_free = not Entry.objects.filter(record=record, body=to).exists()
        if entry_state and is_free:
            rows.entry(given_, state=entry_state, status=status)
    own = bodies[0] if role == "focal_point" else None
    who = rows.officer(Role(role), own)
    found = seen(who)
    check_that_it_adds_up(who, found)
    live = Assignment.objects.filter(state__in=["proposed", "confirmed"])
    assert table(found, Subject.COVERAGE).total.count(ALL) == (6 if live.exists() else 0)
    confirmed = live.filter(state=AssignmentState.CONFIRMED).count()
    assert table(found, Subject.PARTS).total.count(ALL) == confirmed
    for body in ("XSP-MOJ", "XSP-LAKE"):
        check_that_it_adds_up(who, seen(who, OverviewFilter(body=body)))


@pytest.fixture
def who() -> User:
    return rows.officer(Role.COORDINATOR)


def test_bodies_are_rolled_up(who: User) -> None:
    justice, _health, department, _province, committee = tree()
    one, two = factories.report(2).records.order_by("order")
    rows.assignment(one, justice)
    rows.assignment(one, department)
    rows.assignment(two, committee)
    assert counts(seen(who), Subject.PARTS) == {
        "XSP-GOV": 3, "XSP-MOJ": 2, "XSP-DEPT": 1, "XSP-LAKE": 1, "XSP-LAKE-PC": 1, "all": 3,
    }  # fmt: skip
    assert counts(seen(who), Subject.PARTS, OWN)["XSP-MOJ"] == 1
    assert counts(seen(who), Subject.PROVINCE) == {"XSP-LAKE": 1, "all": 1}
    below = seen(who, OverviewFilter(body="XSP-MOJ"))
    assert table(below, Subject.PARTS).total.count(ALL) == 2
    assert table(below, Subject.COVERAGE).total.count(ALL) == 1


def test_noted_stand_beside_supported(who: User) -> None:
    report = factories.report(3)
    report.records.update(current_position=None)
    for record, value in zip(
        report.records.order_by("order"), ("supported", "noted"), strict=False
    ):
        record.current_position = record.positions.create(value=value, entered_at=rows.NOW)
        record.save()
    rows.assignment(report.records.order_by("order")[0])
    found = counts(seen(who), Subject.POSITION)
    assert (found[Position.SUPPORTED], found[Position.NOTED], found["none"]) == (1, 1, 1)


def test_views_of_others_stand_beside_what_the_state_says(who: User) -> None:
    rows.entry(state=EntryState.PUBLISHED, status=Implementation.IMPLEMENTED)
    rows.assessment(published_at=rows.NOW, status=Implementation.NOT_STARTED)
    rows.assessment(rows.body("NHRI"), published_at=rows.NOW, status=Implementation.IMPLEMENTED)
    rows.assessment(rows.body("CCPR"), published_at=rows.NOW, status="", grade="C")
    rows.assessment(rows.body("OTHER"), status=Implementation.REGRESSED)  # not published
    views = table(seen(who), Subject.VIEWS)
    (row,) = views.rows
    assert row.key == Implementation.IMPLEMENTED
    said = {column: row.count(column) for column in views.columns if row.count(column)}
    assert said == {"not_started": 1, "implemented": 1, "C": 1}
    assert row.count("differs") == 1


def test_a_newer_view_of_an_assessor_takes_the_place_of_the_older(who: User) -> None:
    rows.entry(state=EntryState.PUBLISHED)
    rows.assessment(published_at=rows.NOW, as_of=date(2025, 1, 1), status="regressed")
    rows.assessment(published_at=rows.NOW, as_of=date(2026, 1, 1), status="implemented")
    assert table(seen(who), Subject.VIEWS).total.count("implemented") == 1
    assert table(seen(who), Subject.VIEWS).total.count(ALL) == 1


def test_a_reader_counts_what_was_published() -> None:
    rows.entry(rows.body("MOJ"), state=EntryState.SUBMITTED)
    rows.entry(rows.body("MOH"), state=EntryState.PUBLISHED)
    reader, coordinator = rows.officer(Role.READER), rows.officer(Role.COORDINATOR)
    assert seen(reader).sees == "published"
    assert counts(seen(reader), Subject.ENTRIES) == {"XSP-MOH": 1, "all": 1}
    assert counts(seen(coordinator), Subject.ENTRIES) == {"XSP-MOH": 1, "XSP-MOJ": 1, "all": 2}


def test_what_a_reader_may_not_see_does_not_answer_for_a_body() -> None:
    asked = rows.assignment(due=date(2026, 3, 1))
    rows.entry(asked, state=EntryState.SUBMITTED)
    reader, coordinator = rows.officer(Role.READER), rows.officer(Role.COORDINATOR)
    assert table(seen(reader), Subject.PARTS).total.count("late") == 1
    assert table(seen(coordinator), Subject.PARTS).total.count("late") == 0


def test_after_a_merger_old_entries_keep_the_old_name_and_totals_stay(who: User) -> None:
    old, new = rows.body("OLD"), rows.body("NEW")
    before = rows.assignment(to=old)
    rows.entry(before, state=EntryState.PUBLISHED)
    Assignment.objects.filter(pk=before.pk).update(state=AssignmentState.ENDED)
    rows.assignment(before.record, new, follows=before)
    BodySuccession.objects.create(
        body=old, successor=new, kind=Succession.MERGED, day=date(2026, 3, 5)
    )
    found = seen(who, OverviewFilter(body="XSP-NEW"))
    assert counts(found, Subject.ENTRIES) == {"XSP-OLD": 1, "all": 1}
    assert counts(found, Subject.PARTS) == {"XSP-NEW": 1, "all": 1}
    assert counts(found, Subject.LED) == {"XSP-NEW": 1, "all": 1}
    (entry,) = rows_behind(
        who, table(found, Subject.ENTRIES), table(found, Subject.ENTRIES).total, ALL, page="1"
    )
    assert entry.body_name == "OLD"


def test_narrowed_to_a_period(who: User) -> None:
    one, two = factories.report(2).records.order_by("order")
    rows.assignment(one, due=date(2026, 6, 30))
    rows.assignment(two, due=date(2027, 6, 30))
    in_2026 = OverviewFilter(since=date(2026, 1, 1), until=date(2026, 12, 31))
    assert table(seen(who, in_2026), Subject.COVERAGE).total.cells[ALL] == [one.pk]
    assert table(seen(who, in_2026), Subject.PARTS).total.count(ALL) == 1


def test_only_documents_at_work_count(who: User) -> None:
    rows.assignment(factories.report(2).records.all()[0])
    factories.report(4, symbol="A/HRC/91/2")
    assert table(seen(who), Subject.COVERAGE).total.count(ALL) == 2
    assert [one.symbol for one in seen(who).choices.documents] == ["A/HRC/90/7"]


def test_more_of_everything_asks_no_more(who: User) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            seen(User.objects.get(pk=who.pk))
        return len(queries)

    rows.entry(rows.assignment(), state=EntryState.PUBLISHED)
    few = asked()
    for record in factories.report(12, symbol="A/HRC/91/3").records.all():
        for code in ("MOJ", "MOH", "MOE"):
            given_ = rows.assignment(record, rows.body(code))
            rows.entry(given_, state=EntryState.SUBMITTED)
    assert asked() == few
    assert few <= 20


def test_who_has_no_role_is_refused() -> None:
    with pytest.raises(Refused):
        overview(factories.person(None, "nobody"), EVERYTHING, day=TODAY)
