"""Plans on the page: begun, filled with actions, answered, measured, taken away as a document."""

from __future__ import annotations

import io
import re

import docx
import pytest
from django.test import Client

from tests import factories
from tests.web.test_assessments import browser, words
from tests.workspace_rows import assignment, body, officer
from upheld.core.roles import Role
from upheld.store.models import (
    ActionAnswer,
    Indicator,
    IndicatorValue,
    Milestone,
    Plan,
    PlannedAction,
)

pytestmark = pytest.mark.django_db

PLAN = {"title_vi": "Kế hoạch chu kỳ IV", "title_en": "Plan of the fourth cycle"}
ACTION = {"title_en": "Amend the penal code", "title_vi": "Sửa luật hình sự", "lead": "XSP-MOJ"}


@pytest.fixture
def coordinator(db: None) -> Client:
    factories.report(4)
    body("MOJ"), body("MOH")
    return browser(officer(Role.COORDINATOR))


@pytest.fixture
def plan(coordinator: Client) -> Plan:
    coordinator.post("/plan/new/", PLAN | {"sources": ["A-HRC-90-7"]})
    return Plan.objects.get()


@pytest.fixture
def action(coordinator: Client, plan: Plan) -> PlannedAction:
    coordinator.post(f"/plan/{plan.code}/actions/new/", ACTION | {"support": ["XSP-MOH"]})
    return PlannedAction.objects.get()


def test_a_plan_is_begun_with_its_documents(coordinator, plan):
    assert (plan.state, plan.titles["vi"]) == ("XSP", "Kế hoạch chu kỳ IV")
    page = words(coordinator.get(f"/plan/{plan.code}/").content)
    assert "4 records are answered by no action." in page
    assert "Plan of the fourth cycle" in words(coordinator.get("/plan/").content)


def test_a_plan_without_a_title_says_so(coordinator):
    sent = coordinator.post("/plan/new/", {"title_vi": "", "title_en": " "})
    assert (sent.status_code, Plan.objects.count()) == (422, 0)
    assert "The title is missing." in words(sent.content)


def test_a_title_turns_nothing_round(coordinator, plan):
    turned = {"title_en": "Amend\u202e the code", "title_vi": "\u2067Sửa luật"}
    coordinator.post(f"/plan/{plan.code}/actions/new/", ACTION | turned)
    assert PlannedAction.objects.get().titles == {"en": "Amend the code", "vi": "Sửa luật"}
    changed = PLAN | {"row_version": 1, "decision": "1234/QĐ\u202e-TTg", "sources": ["A-HRC-90-7"]}
    coordinator.post(f"/plan/{plan.code}/edit/", changed)
    assert Plan.objects.get().decision == "1234/QĐ-TTg"


def test_selected_records_are_answered_by_an_action(coordinator, plan, action):
    chosen = {"which": "ticked", "record": ["A-HRC-90-7-140.1", "A-HRC-90-7-140.2"]}
    asked = coordinator.post("/plan/answer/", chosen)
    assert "Answer 2 records by an action" in words(asked.content)
    assert re.findall(r'<option value="(\d+)"', asked.content.decode()) == [str(action.pk)]
    coordinator.post("/plan/answer/", chosen | {"action": action.pk})
    assert ActionAnswer.objects.count() == 2
    assert "2 records are answered by no action." in words(
        coordinator.get(f"/plan/{plan.code}/").content
    )
    coordinator.post(f"/actions/{action.pk}/unanswer", {"record": ["A-HRC-90-7-140.1"]})
    assert ActionAnswer.objects.count() == 1


def test_an_action_is_changed_and_a_late_change_is_refused(coordinator, action):
    address = f"/actions/{action.pk}/edit/"
    assert "checked><span>Ministry of Health" in coordinator.get(address).content.decode()
    sent = ACTION | {"title_en": "Amend it", "row_version": 1, "due": "2027-06-30"}
    assert coordinator.post(address, sent).status_code == 302
    late = coordinator.post(address, sent)
    assert (late.status_code, PlannedAction.objects.get().titles["en"]) == (422, "Amend it")
    assert "Somebody else changed this action" in words(late.content)


def test_an_action_is_withdrawn_and_put_back(coordinator, plan, action):
    coordinator.post(f"/actions/{action.pk}/withdraw", {"row_version": 1})
    assert "Withdrawn actions" in words(coordinator.get(f"/plan/{plan.code}/").content)
    coordinator.post(f"/actions/{action.pk}/withdraw", {"row_version": 2, "restore": "1"})
    assert PlannedAction.objects.get().withdrawn is False


def test_milestones(coordinator, action):
    address = f"/actions/{action.pk}/milestones"
    assert coordinator.post(address, {"title_en": "Bill", "due": "soon"}).status_code == 422
    coordinator.post(address, {"title_en": "Bill", "due": "2027-01-31"})
    one = Milestone.objects.get()
    coordinator.post(f"/milestones/{one.pk}", {"done_on": "2026-03-01"})
    assert "done on 1 March 2026" in words(coordinator.get(f"/actions/{action.pk}/").content)
    coordinator.post(f"/milestones/{one.pk}", {"undo": "1"})
    coordinator.post(f"/milestones/{one.pk}", {"remove": "1"})
    assert (Milestone.objects.count(), coordinator.post("/milestones/99").status_code) == (0, 404)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ({"title_en": "Bill", "due": ""}, "id_due_error"),
        ({"title_en": "Bill", "due": "soon"}, "id_due_error"),
        ({"title_en": " ", "due": "2027-01-31"}, "id_title_vi_error"),
    ],
)
def test_what_a_milestone_lacks_is_said_at_its_field(coordinator, action, typed, at):
    refused = coordinator.post(f"/actions/{action.pk}/milestones", {"title_vi": ""} | typed)
    shown = refused.content.decode()
    assert (refused.status_code, Milestone.objects.count()) == (422, 0)
    assert re.findall(r'class="error" id="(\w+)"', shown) == [at]
    assert "Amend the penal code" in words(refused.content)
    fields = {name: re.search(f'name="{name}"[^>]*', shown)[0] for name in typed}
    held = {name: (re.findall('value="([^"]*)"', tag) or [""])[0] for name, tag in fields.items()}
    assert {name: value.strip() for name, value in held.items()} == {
        name: value.strip() for name, value in typed.items()
    }


def test_indicators_and_their_values(coordinator, action):
    address = f"/actions/{action.pk}/indicators/new/"
    assert coordinator.post(address, {"name_en": "Deaths"}).status_code == 422
    coordinator.post(address, {"name_en": "Deaths", "kind": "outcome", "baseline": "12.50"})
    one = Indicator.objects.get()
    values = f"/indicators/{one.pk}/measure/"
    supporter = browser(officer(Role.FOCAL_POINT, body("MOH")))
    assert supporter.get(values).status_code == 200
    supporter.post(values, {"day": "2026-06-30", "value": "1250.5"})
    supporter.post(values, {"day": "2026-06-30", "value": "3", "group": "women", "people": "3"})
    assert IndicatorValue.objects.count() == 2
    page = words(coordinator.get(f"/actions/{action.pk}/").content)
    assert "1,250.5" in page
    assert "women not shown: few people" in page
    assert "12.5" in page
    other = browser(officer(Role.FOCAL_POINT, body("EAST")))
    assert other.get(values).status_code == 403


@pytest.mark.parametrize(
    "typed", [{"value": "9" * 30}, {"value": "1", "group": "women", "people": "9" * 12}]
)
def test_a_figure_that_cannot_be_kept_is_said_at_its_field(coordinator, action, typed):
    indicator = {"name_en": "Deaths", "kind": "outcome"}
    coordinator.post(f"/actions/{action.pk}/indicators/new/", indicator)
    values = f"/indicators/{Indicator.objects.get().pk}/measure/"
    refused = coordinator.post(values, {"day": "2026-03-01"} | typed)
    assert (refused.status_code, IndicatorValue.objects.count()) == (422, 0)
    wrong = f"id_{list(typed)[-1]}_error"
    assert re.findall(r'class="error" id="(\w+)"', refused.content.decode()) == [wrong]


def test_what_can_be_done_with_a_plan_stands_above_its_actions(coordinator, plan, action):
    page = coordinator.get(f"/plan/{plan.code}/").content.decode()
    above, _table, below = page.partition("<table")
    for address in ("actions/new/", "edit/", "close", "document?format=docx&amp;language=vi"):
        assert (address in above, address in below) == (True, False), address
    for element in re.findall(
        r"<(?:div|details) class=\"[^\"]*(?:actions|screen-only)[^>]*>", above
    ):
        assert "screen-only" in element


def test_a_closed_plan_takes_nothing(coordinator, plan, action):
    coordinator.post(f"/plan/{plan.code}/close", {"row_version": plan.row_version})
    assert "Add an action" not in words(coordinator.get(f"/plan/{plan.code}/").content)
    refused = coordinator.post(f"/actions/{action.pk}/withdraw", {"row_version": 1})
    assert refused.status_code == 422
    coordinator.post(f"/plan/{plan.code}/close", {"row_version": plan.row_version + 1, "open": "1"})
    assert Plan.objects.get().closed is False


@pytest.mark.parametrize(
    ("language", "head", "lead"),
    [("vi", "Khuyến nghị", "Bộ Tư pháp"), ("en", "Recommendation", "Ministry of Justice")],
)
def test_the_plan_as_a_document(coordinator, plan, action, language, head, lead):
    record = factories.Document.objects.get(slug="A-HRC-90-7").records.all()[0]
    assignment(record, body("MOJ"))
    coordinator.post(
        "/plan/answer/", {"record": [record.public_id], "action": action.pk, "which": "ticked"}
    )
    taken = coordinator.get(f"/plan/{plan.code}/document?format=docx&language={language}")
    table = docx.Document(io.BytesIO(taken.content)).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert (len(rows), rows[0][2], rows[1][0], rows[1][5]) == (5, head, "140.1", lead)
    assert rows[1][4] == f"1. {action.titles[language]}"
    assert rows[2][4:] == ["", "", "", ""]


def test_other_formats_and_none(coordinator, plan):
    for format_name in ("xlsx", "csv", "pdf"):
        taken = coordinator.get(f"/plan/{plan.code}/document?format={format_name}")
        assert taken.headers["Content-Disposition"].endswith(f'.{format_name}"')
    assert coordinator.get(f"/plan/{plan.code}/document?format=exe").status_code == 422
    assert coordinator.get("/plan/nothing/document").status_code == 422
    assert coordinator.get("/plan/nothing/").status_code == 404


def test_a_reader_reads_and_changes_nothing(plan, action):
    reader = browser(officer(Role.READER))
    assert reader.get(f"/plan/{plan.code}/").status_code == 200
    assert reader.get(f"/actions/{action.pk}/").status_code == 200
    for address in (
        "/plan/new/",
        f"/plan/{plan.code}/edit/",
        f"/plan/{plan.code}/actions/new/",
        f"/actions/{action.pk}/edit/",
        f"/actions/{action.pk}/indicators/new/",
    ):
        assert reader.get(address).status_code == 403
    assert reader.post("/plan/answer/", {"record": ["x"]}).status_code == 403
