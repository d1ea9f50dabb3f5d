"""Every page for everybody in both languages: who sees it, and the frame that all of them share."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import get_resolver

from tests import factories
from tests import workspace_rows as rows
from tests.web.conftest import signed_in
from upheld.core.roles import Role
from upheld.store.models import Document

ITEM = "/documents/A-HRC-90-7/review/A-HRC-90-7-140.2/"
SIDES = "state=XSP&part=all&other_state=XSP&other_part=upr"

# address: status for (nobody signed in, somebody without a role, a reader, a coordinator)
PAGES = {
    "/": (200, 200, 200, 200),
    "/library/": (403, 403, 200, 200),
    "/library/labels/": (403, 403, 200, 200),
    "/library/add/": (403, 403, 403, 200),
    "/library/table/": (403, 403, 403, 200),
    "/library/imports/": (403, 403, 200, 200),
    "/library/readings/": (403, 403, 200, 200),
    "/documents/A-HRC-90-7/": (403, 403, 200, 200),
    "/documents/A-HRC-90-7/pages/1/": (403, 403, 200, 200),
    "/documents/A-HRC-90-7/review/?show=confirmed": (403, 403, 200, 200),
    ITEM: (403, 403, 200, 200),
    f"{ITEM}edit/": (403, 403, 403, 200),
    f"{ITEM}split/": (403, 403, 403, 200),
    f"{ITEM}merge/": (403, 403, 403, 200),
    "/documents/A-HRC-90-7/review/findings/{finding}/": (403, 403, 200, 200),
    "/keys/": (200, 200, 200, 200),
    "/recommendations/": (403, 403, 200, 200),
    "/recommendations/labels/": (403, 403, 200, 200),
    "/recommendations/A-HRC-90-7-140.2/": (403, 403, 200, 200),
    "/recommendations/A-HRC-90-7-140.2/same/": (403, 403, 200, 200),
    "/recommendations/A-HRC-90-7-140.2/elsewhere/": (403, 403, 200, 200),
    "/recommendations/views/": (403, 403, 200, 200),
    "/recommendations/?q=women+noted+by+Sarovia&state=XSP": (403, 403, 200, 200),
    "/recommendations/A-HRC-90-7-140.2/assess/": (403, 403, 403, 200),
    "/assessments/{grade}/": (404, 404, 404, 200),
    "/assessments/{grade}/edit/": (404, 404, 404, 200),
    "/assessments/{grade}/evidence/": (404, 404, 404, 200),
    "/assessments/{view}/": (200, 200, 200, 200),
    "/assessments/{view}/reply/": (403, 403, 403, 200),
    "/evidence/{evidence}/edit/": (404, 404, 404, 200),
    "/evidence/{evidence}/mask/": (404, 404, 404, 200),
    "/compare/": (403, 403, 200, 200),
    f"/compare/?{SIDES}": (403, 403, 200, 200),
    f"/compare/records/?{SIDES}&side=1": (403, 403, 200, 200),
    "/states/XSP/demands/": (403, 403, 200, 200),
    "/states/XYZ/demands/": (403, 403, 404, 404),
    "/entries/{published}/reply/": (403, 403, 403, 200),
    "/entries/{draft}/evidence/": (404, 404, 404, 404),
    "/entries/{draft}/laws/": (404, 404, 404, 404),
    "/entries/{published}/": (403, 403, 200, 200),
    "/work/": (403, 403, 403, 200),
    "/work/accept/": (403, 403, 403, 200),
    "/work/reminders/": (403, 200, 200, 200),
    "/overview/": (403, 403, 200, 200),
    "/overview/?body=XSP-MOJ&since=2026-01-01": (403, 403, 200, 200),
    "/overview/rows/?table=coverage": (403, 403, 200, 200),
    "/overview/XSP-MOJ/": (403, 403, 200, 200),
    "/history/": (403, 403, 403, 200),
    "/history/?kind=record&day=2026-03-02": (403, 403, 403, 200),
    "/users/coordinator-all/history/": (403, 403, 404, 200),
    "/handover/": (403, 403, 403, 200),
    "/library/laws/": (403, 403, 200, 200),
    "/library/laws/{law}/": (403, 403, 200, 200),
    "/plan/": (403, 403, 200, 200),
    "/plan/new/": (403, 403, 403, 200),
    "/plan/xsp-4/": (403, 403, 200, 200),
    "/plan/xsp-4/edit/": (403, 403, 403, 200),
    "/plan/xsp-4/actions/new/": (403, 403, 403, 200),
    "/actions/{action}/": (403, 403, 200, 200),
    "/actions/{action}/edit/": (403, 403, 403, 200),
    "/actions/{action}/indicators/new/": (403, 403, 403, 200),
    "/indicators/{indicator}/edit/": (403, 403, 403, 200),
    "/indicators/{indicator}/measure/": (403, 403, 403, 200),
    "/bodies/": (403, 403, 200, 200),
    "/bodies/?q=tu+phap&on=2025-06-30": (403, 403, 200, 200),
    "/bodies/add/": (403, 403, 403, 200),
    "/bodies/merge/": (403, 403, 403, 200),
    "/bodies/table/": (403, 403, 403, 200),
    "/bodies/XSP-MOJ/": (403, 403, 200, 200),
    "/bodies/XSP-MOJ/edit/": (403, 403, 403, 200),
    "/bodies/XSP-MOJ/end/": (403, 403, 403, 200),
    "/bodies/XSP-MOJ/split/": (403, 403, 403, 200),
    "/assignments/": (403, 403, 200, 200),
    "/assignments/?records=nobody": (403, 403, 200, 200),
    "/assignments/proposed/": (403, 403, 200, 200),
    "/recommendations/A-HRC-90-7-140.2/assign/": (403, 403, 403, 200),
    "/sign-in/": (200, 200, 200, 200),
    "/sign-in/a-secret/": (200, 200, 200, 200),
    "/sign-in/passkey/": (200, 200, 200, 200),
    "/sign-in/forgotten/": (200, 200, 200, 200),
    "/sign-in/forgotten/?asked=1": (200, 200, 200, 200),
    "/settings/": (403, 200, 200, 200),
    "/sign-in/again/": (403, 200, 200, 200),
    "/settings/password/": (403, 200, 200, 200),
    "/settings/second-factor/": (403, 200, 200, 200),
    "/settings/second-factor/app/": (403, 200, 200, 200),
    "/settings/sessions/": (403, 200, 200, 200),
    "/settings/permissions/": (403, 200, 200, 200),
    "/users/": (403, 403, 403, 403),
    "/users/invite/": (403, 403, 403, 403),
    "/about/roles/": (200, 200, 200, 200),
    "/about/": (200, 200, 200, 200),
    "/about/accuracy/": (200, 200, 200, 200),
    "/about/classification/": (200, 200, 200, 200),
    "/nothing/here/": (404, 404, 404, 404),
    "/documents/A-HRC-1-1/": (403, 403, 404, 404),
    "/recommendations/A-HRC-1-1-1.1/": (403, 403, 404, 404),
}

# Addresses that are no page to look at: they change something, or hand out a file.
NO_PAGE = {
    "assign_selected",
    "assignments_export",
    "assignments_undo",
    "body_export",
    "body_load",
    "body_undo",
    "decide_bodies",
    "propose_bodies",
    "change_view",
    "delete_view",
    "comparison_table",
    "demands_judge",
    "demands_undo",
    "document_file",
    "answer_selected",
    "assessment_publish",
    "assessment_withdraw",
    "enter",
    "invitation",
    "invitation_renew",
    "invitation_revoke",
    "my_app_remove",
    "my_codes",
    "my_passkey_add",
    "my_passkey_remove",
    "my_session_end",
    "my_sessions_end_others",
    "report",
    "sign_in_code",
    "sign_in_service",
    "sign_in_service_back",
    "user",
    "user_deactivate",
    "user_give_role",
    "user_link",
    "user_reactivate",
    "user_take_away_factors",
    "user_take_role",
    "users",
    "users_invitation",
    "invite",
    "evidence_file",
    "evidence_remove",
    "evidence_restore",
    "entry_evidence",
    "entry_laws",
    "entry_step",
    "export",
    "fetch",
    "health",
    "import_list",
    "import_run",
    "judge",
    "judge_selected",
    "label_accept_all",
    "label_decide",
    "label_undo",
    "language",
    "law_end",
    "milestone",
    "overview_table",
    "record_history",
    "milestone_add",
    "page_image",
    "plan_close",
    "plan_document",
    "planned_action_unanswer",
    "planned_action_withdraw",
    "reading",
    "reply_withdraw",
    "restore_view",
    "review_confirm",
    "review_confirm_many",
    "review_merge_chosen",
    "review_undo",
    "search",
    "save_overview",
    "save_view",
    "saved_view",
    "sign_out",
    "table_columns",
    "withdraw_judgement",
    "handed_over",
    "work_snooze",
    "work_steps",
    "work_undo",
    "returned_sheet",
    "sheet_download",
    "sheets",
}


def people() -> list[Client]:
    return [Client(), signed_in(None), signed_in(Role.READER), signed_in(Role.COORDINATOR)]


def numbers(report: Document) -> dict[str, int]:
    """The rows that addresses name: those of the workspace stand under the first record."""
    grade = rows.assessment(rows.body("CCPR"))
    action = rows.action()
    law = rows.law()
    return {
        "action": action.pk,
        "law": law.pk,
        "indicator": rows.indicator(action).pk,
        "draft": rows.entry(rows.body("MOH")).pk,
        "published": rows.entry(state="published").pk,
        "finding": factories.finding(report).pk,
        "grade": grade.pk,
        "view": rows.assessment(published_at=rows.NOW).pk,
        "evidence": rows.evidence(grade, kind="quotation", quotation="Nobody is held.").pk,
    }


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("address", PAGES)
def test_who_may_see_it(report: Document, address: str, language: str) -> None:
    asked = address.format(**numbers(report))
    answers = [person.get(asked, headers={"Accept-Language": language}) for person in people()]
    assert tuple(answer.status_code for answer in answers) == PAGES[address]
    for answer in answers:
        page = Page(answer.content.decode())
        assert page.tags.count("h1") == 1
        assert page.tags.count("main") == 1
        assert page.language == language
        assert page.ids_given_twice() == []
        assert page.links_to_nowhere() == []


def test_every_address_stands_in_the_table() -> None:
    names = {pattern.name for pattern in get_resolver().url_patterns} - NO_PAGE
    resolved = {
        get_resolver().resolve(re.sub(r"{\w+}", "1", address).partition("?")[0]).url_name
        for address, statuses in PAGES.items()
        if statuses[3] == 200
    }
    assert names - resolved == set()


@pytest.mark.parametrize("address", ["/library/", "/library/add/", f"{ITEM}edit/"])
def test_a_refusal_says_why_and_who_may(report: Document, reader: Client, address: str) -> None:
    nobody = Client().get(address)
    assert "Sign in with an account" in nobody.content.decode()
    assert "coordinator" in nobody.content.decode()
    without_role = signed_in(None).get(address)
    assert "Ask somebody who has one of these roles" in without_role.content.decode()


@pytest.mark.django_db
def test_nothing_comes_from_elsewhere_and_nothing_runs_inside_the_page() -> None:
    policy = Client().get("/")["Content-Security-Policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == "'self'"
    assert directives["style-src"] == "'self'"
    assert directives["frame-ancestors"] == "'none'"


class Page(HTMLParser):
    """What the tests ask a page: its tags, its language, its ids and the links within it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.fragments: list[str] = []
        self.language = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag == "html":
            self.language = values["lang"]
        if "id" in values:
            self.ids.append(values["id"])
        for name in ("for", "aria-labelledby", "aria-describedby"):
            self.fragments += values.get(name, "").split()
        if re.match(r"#.", values.get("href", "")):
            self.fragments.append(values["href"][1:])

    def ids_given_twice(self) -> list[str]:
        return sorted({one for one in self.ids if self.ids.count(one) > 1})

    def links_to_nowhere(self) -> list[str]:
        return sorted(set(self.fragments) - set(self.ids))
