"""A whole tree from a table: taken whole or not at all, and twice the same changes nothing."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import person
from tests.workspace_rows import assignment, body
from upheld.core.errors import Refused
from upheld.core.planning import AssignmentState
from upheld.core.roles import Role
from upheld.services import history
from upheld.services.body_export import export_bodies
from upheld.services.body_import import import_bodies
from upheld.services.body_tree import find_bodies, tree
from upheld.services.body_trees import TREES, shipped_tree
from upheld.store.models import Assignment, Body, BodySuccession

pytestmark = pytest.mark.django_db

HEAD = "code,state,kind,name_vi,name_en,parent,valid_from,valid_to,follows,succession\n"


def counted(day: date) -> dict[str, int]:
    """How many bodies of each kind exist on ``day``, at any depth."""
    found: dict[str, int] = {}
    waiting = list(tree(person(), day=day))
    while waiting:
        group = waiting.pop()
        found[group.kind] = found.get(group.kind, 0) + len(group.branches)
        waiting += [below for branch in group.branches for below in branch.groups]
    return found


@pytest.mark.parametrize(
    ("day", "ministries", "agencies", "provinces"),
    [
        (date(2024, 6, 1), 18, 4, 63),
        (date(2025, 2, 28), 18, 4, 63),
        (date(2025, 3, 1), 14, 3, 63),
        (date(2025, 6, 30), 14, 3, 63),
        (date(2025, 7, 1), 14, 3, 34),
        (date(2026, 11, 21), 14, 3, 34),
    ],
)
def test_viet_nam_had_these_bodies_on_these_days(day, ministries, agencies, provinces):
    import_bodies(person(), text=shipped_tree("VNM"))
    found = counted(day)
    assert (found["ministry"], found["agency"], found["province"]) == (
        ministries,
        agencies,
        provinces,
    )


def test_every_province_of_2024_leads_to_one_of_today():
    import_bodies(person(), text=shipped_tree("VNM"))
    gone = Body.objects.filter(kind="province", valid_to__isnull=False)
    assert gone.count() == 53  # 52 were merged, Thừa Thiên Huế became Huế
    assert gone.filter(successions=None).count() == 0
    names = BodySuccession.objects.filter(successor__code="VNM-P-AN-GIANG-2025")
    assert {row.body.names["vi"] for row in names} == {"Tỉnh An Giang", "Tỉnh Kiên Giang"}


def test_what_was_recalled_is_marked():
    import_bodies(person(), text=shipped_tree("VNM"))
    assert Body.objects.filter(checked=True).count() == 0
    assert Body.objects.exclude(source__startswith="recalled").count() == 0


def test_sarovia_has_twenty_ministries_and_thirty_four_provinces():
    import_bodies(person(), text=shipped_tree("XSP"))
    found = counted(date(2026, 3, 2))
    assert (found["ministry"], found["province"]) == (20, 34)


@pytest.mark.parametrize("state", TREES)
def test_the_second_run_changes_nothing(state):
    first = import_bodies(person(), text=shipped_tree(state))
    head = history.head()
    again = import_bodies(person(), text=shipped_tree(state))
    assert (again.changes_nothing, again.unchanged) == (True, len(first.new))
    assert history.head() == head


@pytest.mark.parametrize("state", TREES)
def test_an_export_comes_back_unchanged(state):
    import_bodies(person(), text=shipped_tree(state))
    again = import_bodies(person(), text=export_bodies(person()))
    assert again.changes_nothing


def test_a_trial_keeps_nothing():
    report = import_bodies(person(), text=shipped_tree("XSP"), dry_run=True)
    assert len(report.new) == len(shipped_tree("XSP").splitlines()) - 1
    assert Body.objects.count() == 0


def test_a_difference_is_shown_and_kept():
    import_bodies(person(), text=HEAD + "XSP-A,XSP,ministry,Bộ A,Ministry A,,,,,\n")
    report = import_bodies(person(), text=HEAD + "XSP-A,XSP,agency,Bộ A,Ministry A,,,,,\n")
    assert report.changed == {"XSP-A": {"kind": ["ministry", "agency"]}}
    assert Body.objects.get().row_version == 2


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("xsp-a,XSP,ministry,,A,,,,,", "Line 2, column code: “xsp-a” cannot be a code."),
        ("XSP-A,,ministry,,A,,,,,", "Line 2, column state: nothing stands there."),
        ("XSP-A,XSP,minister,,A,,,,,", "Line 2, column kind: “minister” is none of government,"),
        ("XSP-A,XSP,ministry,,,,,,,", "Line 2, column name_en: nothing stands there."),
        ("XSP-A,XSP,ministry,,A,,7/2025,,,", "Line 2, column valid_from: “7/2025” is no day."),
        (
            "XSP-A,XSP,ministry,,A,,2025-07-01,2025-06-30,,",
            "Line 2, column valid_to: the last day 2025-06-30 lies before the first.",
        ),
        ("XSP-A,XSP,ministry,,A,XSP-B,,,,", "Line 2, column parent: there is no body XSP-B,"),
        ("XSP-A,XSP,ministry,,A,XSP-A,,,,", "Line 2, column parent: XSP-A would stand below"),
        ("XSP-A,XSP,ministry,,A,,,,XSP-Z,merged", "Line 2, column follows: there is no body XSP-Z"),
        ("XSP-A,XSP,ministry,,A,,,,XSP-Z,", "Line 2, column succession: nothing stands there."),
        (
            "XSP-A,XSP,ministry,,A,,,,,\nXSP-A,XSP,agency,,B,,,,,",
            "Line 3, column code: XSP-A stands in line 2 already.",
        ),
    ],
)
def test_a_row_that_cannot_be_used_names_line_and_column(line, sentence):
    report = import_bodies(person(), text=f"{HEAD}{line}\n")
    assert [finding.message[: len(sentence)] for finding in report.findings] == [sentence]
    assert Body.objects.count() == 0


def test_a_table_with_semicolons_and_without_columns():
    text = "code;state;kind;name_en\nXSP-A;XSP;ministry;Ministry A\n"
    assert import_bodies(person(), text=text).new == ["XSP-A"]
    report = import_bodies(person(), text="code;name_en\nXSP-A;Ministry A\n")
    assert [finding.arguments["column"] for finding in report.findings] == ["state", "kind"]


def test_an_imported_merger_takes_the_assignments_along():
    given = assignment(to=body("MOH"))
    text = (
        HEAD + "XSP-MOH,XSP,ministry,Bộ Y tế,Ministry of Health,,,2026-06-30,,\n"
        "XSP-NEW,XSP,ministry,,Ministry of Health and Sport,,2026-07-01,,XSP-MOH,merged\n"
    )
    report = import_bodies(person(), text=text)
    assert (report.followed, report.moved.assignments) == ([("XSP-MOH", "XSP-NEW")], 1)
    given.refresh_from_db()
    assert given.state == AssignmentState.ENDED
    assert Assignment.objects.get(follows=given).body.code == "XSP-NEW"
    assert import_bodies(person(), text=text).changes_nothing


def test_a_split_with_assignments_waits_for_a_person():
    assignment(to=body("MOH"))
    text = (
        HEAD + "XSP-MOH,XSP,ministry,Bộ Y tế,Ministry of Health,,,2026-06-30,,\n"
        "XSP-N1,XSP,ministry,,One,,2026-07-01,,XSP-MOH,split\n"
        "XSP-N2,XSP,ministry,,Two,,2026-07-01,,XSP-MOH,split\n"
    )
    report = import_bodies(person(), text=text)
    assert [finding.code for finding in report.findings] == ["body.divide_first"]


def test_a_body_with_assignments_does_not_end_without_a_successor():
    assignment(to=body("MOH"))
    text = HEAD + "XSP-MOH,XSP,ministry,Bộ Y tế,Ministry of Health,,,2026-06-30,,\n"
    report = import_bodies(person(), text=text)
    assert [finding.message for finding in report.findings] == [
        "Line 2, column valid_to: XSP-MOH has open assignments, and nothing follows it."
    ]


def test_search_needs_no_marks_and_finds_what_is_gone():
    import_bodies(person(), text=shipped_tree("VNM"))
    found = [branch.body.code for branch in find_bodies(person(Role.READER), words="kien giang")]
    assert found == ["VNM-P-KIEN-GIANG"]


def test_a_reader_imports_nothing():
    with pytest.raises(Refused):
        import_bodies(person(Role.READER), text=shipped_tree("XSP"))
