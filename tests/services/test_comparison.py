"""Two sides beside each other: every figure adds up and is the number of the records behind it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import Demand, person
from tests.services.published import annotation, write
from tests.services.two_cycles import EARLIER, LATER, label, two_cycles
from upheld.core.errors import InputProblem, Refused
from upheld.core.judgements import Verdict
from upheld.core.review import ReviewState
from upheld.core.roles import Role
from upheld.core.sides import Publication, Side
from upheld.services import demand_matches
from upheld.services.compared_tables import Row, Subject
from upheld.services.comparison import (
    Comparison,
    compare_sides,
    cycles_compared,
    parts_of,
    rows,
    states_compared,
)
from upheld.services.import_published import import_list
from upheld.services.judge import judge
from upheld.store.models import Record

pytestmark = pytest.mark.django_db

OLD = "A12 Acceptance of international norms"
NEW = "Ratification of & accession to international instruments"


def compared(one: Side = EARLIER, other: Side = LATER, **values: Publication) -> Comparison:
    return compare_sides(person(Role.READER), one=one, other=other, **values)


def table(found: Comparison, subject: str) -> dict[str, tuple[int, int]]:
    shown = found.table(subject)
    return {row.key: row.counts for row in shown.rows} if shown else {}


def test_positions_add_up_to_the_recommendations():
    two_cycles()
    Record.objects.filter(public_id="A-HRC-90-7-140.4").update(current_position=None)
    found = compared()
    assert found.totals == (3, 4)
    assert table(found, "kind") == {"recommendation": (3, 4)}
    assert table(found, "position") == {"supported": (2, 2), "noted": (1, 1), "none": (0, 1)}


def test_tables_that_add_up_do():
    two_cycles()
    for shown in compared().tables:
        if shown.adds_up:
            sums = tuple(sum(row.counts[place] for row in shown.rows) for place in (0, 1))
            assert sums == shown.of


def test_each_figure_is_the_number_of_its_records():
    two_cycles()
    label("A-HRC-80-5-99.1", OLD)
    label("A-HRC-90-7-140.1", NEW, proposed=True)
    judge(person(), record="A-HRC-80-5-99.1", other="A-HRC-90-7-140.1", verdict=Verdict.SAME)
    found = compared()
    counted = {
        (shown.subject, row.key, place, only_proposed): rows(
            person(), found, place=place, subject=shown.subject, key=row.key,
            only_proposed=only_proposed,
        ).count()
        for shown in found.tables
        for row in shown.rows
        for place in (0, 1)
        for only_proposed in ([False, True] if shown.subject == "theme" else [False])
    }  # fmt: skip
    assert counted == {
        (shown.subject, row.key, place, only_proposed): pair[place]
        for shown in found.tables
        for row in shown.rows
        for only_proposed, pair in ((False, row.counts), (True, row.proposed))
        for place in (0, 1)
        if shown.subject == "theme" or not only_proposed
    }
    assert rows(person(), found, place=1).count() == found.totals[1]


def test_renamed_labels_are_one_and_a_record_with_both_counts_once():
    two_cycles()
    label("A-HRC-80-5-99.1", OLD)
    label("A-HRC-80-5-99.1", NEW)
    label("A-HRC-90-7-140.1", NEW)
    assert table(compared(), "theme") == {NEW: (1, 1)}


def test_what_is_only_proposed_stands_apart():
    two_cycles()
    label("A-HRC-80-5-99.1", NEW)
    label("A-HRC-80-5-99.1", NEW, proposed=True)
    label("A-HRC-80-5-99.2", NEW, proposed=True)
    shown = compared().table("theme")
    assert shown is not None
    assert shown.rows == (Row(NEW, (1, 0), (1, 0)),)


def test_recommending_states_and_their_groups_count_records():
    two_cycles()
    found = compared()
    assert table(found, "by")["FRA"] == (1, 1)
    assert table(found, "by")["KEN"] == (1, 1)
    assert table(found, "group") == {
        "african": (1, 1),
        "western_european_other": (1, 2),
        "asia_pacific": (0, 1),
        "eastern_european": (0, 1),
        "latin_american_caribbean": (1, 0),
    }


def test_the_same_demands_judged_and_proposed_are_told_apart():
    two_cycles()
    assert table(compared(), "demand") == {"proposed": (2, 2), "none": (1, 2)}
    judge(person(), record="A-HRC-80-5-99.1", other="A-HRC-90-7-140.1", verdict=Verdict.SAME)
    judge(person(), record="A-HRC-80-5-99.3", other="A-HRC-90-7-140.2", verdict=Verdict.DIFFERENT)
    assert table(compared(), "demand") == {"judged": (1, 1), "none": (2, 3)}


def test_a_side_that_is_too_long_has_judged_demands_only(monkeypatch):
    two_cycles()
    judge(person(), record="A-HRC-80-5-99.1", other="A-HRC-90-7-140.1", verdict=Verdict.SAME)
    monkeypatch.setattr(demand_matches, "MOST_RECORDS", 3)
    found = compared()
    assert found.matches.is_too_long
    assert table(found, "demand") == {"judged": (1, 1), "none": (2, 3)}


def test_records_out_of_force_are_not_counted():
    two_cycles()
    Record.objects.filter(public_id="A-HRC-80-5-99.2").update(
        review_state=ReviewState.WITHDRAWN.value
    )
    assert compared().totals == (2, 4)


def test_one_publication_is_counted_and_never_two(settings, tmp_path):
    settings.UPHELD_DATA = tmp_path
    two_cycles()
    listed = [annotation(n, PublicationDate="2026-04-01T00:00:00") for n in range(10)]
    import_list(person(), path=write(tmp_path, listed))
    upr, committees = Side.of("XSP", "upr"), Side.of("XSP", "treaty-bodies")
    found = compared(upr, committees)
    assert found.publication is Publication.UHRI
    assert found.available[Publication.REPORTS] == (7, 0)
    assert found.totals == (5, 5)
    assert table(found, "position") == {"supported": (5, 0), "none": (0, 5)}
    assert compared(upr, committees, publication=Publication.REPORTS).totals == (7, 0)


def test_the_whole_side_of_another_state():
    two_cycles()
    factories.report(symbol="A/HRC/70/1", items=[Demand("1.1", "Ratify CRPD", ("CHL",))])
    record = Record.objects.get(public_id="A-HRC-70-1-1.1")
    record.document.states_under_review.update(iso3="VNM")
    assert compared(Side("XSP"), Side("VNM")).totals == (7, 1)
    assert states_compared(person()) == ["VNM", "XSP"]


def test_what_is_here_of_a_state():
    two_cycles()
    upr = Side.of("XSP", "upr")
    assert parts_of(person(), "XSP", Publication.REPORTS) == [upr, EARLIER, LATER]
    assert parts_of(person(), "XSP", Publication.UHRI) == []
    assert cycles_compared(person()) == [(EARLIER, LATER)]


def test_the_same_side_twice_is_no_comparison():
    with pytest.raises(InputProblem, match="Both sides are the same"):
        compared(EARLIER, EARLIER)


def test_who_may_not_read_sees_nothing():
    two_cycles()
    for actor in (AnonymousUser(), person(None)):
        with pytest.raises(Refused):
            compare_sides(actor, one=EARLIER, other=LATER)
        assert states_compared(actor) == []


def test_more_records_ask_no_more_queries():
    two_cycles()

    def queries() -> int:
        demand_matches._likely.cache_clear()
        with CaptureQueriesContext(connection) as seen:
            compared()
        return len(seen)

    compared()
    few = queries()
    for n in range(20):
        document = Record.objects.get(public_id="A-HRC-80-5-99.1").document
        factories.add_record(document, Demand(f"100.{n}", f"Build {n} schools", ("FRA",)), order=n)
        label(f"A-HRC-80-5-100.{n}", f"Theme {n}")
    assert queries() == few


def test_subjects_and_taxonomies_have_names_of_their_own():
    from upheld.core.labels import Taxonomy  # noqa: PLC0415

    assert {subject.value for subject in Subject} & {kind.value for kind in Taxonomy} == set()
