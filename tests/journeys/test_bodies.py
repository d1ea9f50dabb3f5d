"""Bodies and assignments at two widths, in two languages: usable by everybody, nothing sideways."""

from __future__ import annotations

import pytest

from tests import factories
from tests.journeys.conftest import NARROW, WIDE, Visitor, sideways, small_targets, violations
from tests.workspace_rows import assignment, body
from upheld.core.planning import AssignmentState, Part
from upheld.services.body_import import import_bodies
from upheld.services.body_trees import shipped_tree

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = [
    "/bodies/",
    "/bodies/?q=minh&on=2025-06-30",
    "/bodies/add/",
    "/bodies/merge/?body=XSP-MOJ",
    "/bodies/table/",
    "/bodies/VNM-P-AN-GIANG-2025/",
    "/bodies/XSP-MOJ/",
    "/bodies/XSP-MOJ/edit/",
    "/bodies/XSP-MOJ/split/",
    "/assignments/",
    "/assignments/?records=nobody",
    "/assignments/proposed/",
    "/recommendations/A-HRC-90-7-140.1/",
    "/recommendations/A-HRC-90-7-140.1/assign/",
]


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_bodies_and_assignments_can_be_used_by_everybody(
    visitor: Visitor, size: tuple[int, int], language: str
) -> None:
    report = factories.report(4)
    for state in ("VNM", "XSP"):
        import_bodies(factories.person(), text=shipped_tree(state))
    first, second, *_rest = report.records.all()
    assignment(first, body("MOJ"))
    assignment(first, body("MOH"))
    why = [{"label": "Death penalty", "times": 12, "of": 13, "table": True}]
    assignment(
        second, body("MOJ"), state=AssignmentState.PROPOSED, part=Part.LEAD, score=0.84, why=why
    )
    page = visitor.window(factories.person(), size=size, language=language)
    found = {}
    for address in PAGES:
        page.goto(address)
        problems = violations(page) + small_targets(page)
        if sideways(page):
            problems.append(f"{sideways(page)} pixels sideways")
        if problems:
            found[address] = problems
    assert found == {}


def test_nothing_is_scrolled_sideways_at_320(visitor: Visitor) -> None:
    report = factories.report(2)
    import_bodies(factories.person(), text=shipped_tree("VNM"))
    assignment(report.records.all()[0], body("MOJ"))
    page = visitor.window(factories.person(), size=(320, 640), language="vi")
    found = {}
    for address in PAGES:
        page.goto(address)
        if sideways(page):
            found[address] = sideways(page)
    assert found == {}
