"""Every address × every role × own and other body: open and shut as the table of permissions says.

Each name of the URL configuration has a line in ``TABLE``; a new one without a line fails
``test_every_address_stands_in_the_table``, which says what to add. *Shut* is 403, or 404 where a
person may not even know of the thing; everything else, a form with errors too, is *open*.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from tests import factories
from tests import workspace_rows as rows
from tests.services.visitors import (
    ANYTHING,
    EVERYTHING,
    OTHER,
    OWN,
    VISITORS,
    Visitor,
    body_about,
)
from upheld.core.roles import Action, Role
from upheld.services import invitations
from upheld.services.user_roles import Grant
from upheld.store.models import Body, Document, Invitation, Record, User

pytestmark = pytest.mark.django_db

UNKNOWN = UUID(int=0)


class World:
    """What an address is about, made when it is asked for, of the body ``about``."""

    def __init__(self, about: str) -> None:
        self.about = about

    @property
    def body(self) -> Body:
        return body_about(self.about)

    @cached_property
    def document(self) -> Document:
        return Document.objects.first() or factories.report(3)

    @cached_property
    def record(self) -> Record:
        found = self.document.records.first()
        assert found
        return found

    @cached_property
    def item(self) -> dict[str, str]:
        return {"slug": self.document.slug, "public_id": self.record.public_id}

    @cached_property
    def person(self) -> User:
        """Somebody whose only role is for the body."""
        return rows.officer(Role.READER, self.body, username=f"person-{self.about}")

    def invited(self) -> tuple[Invitation, str]:
        grant = Grant(Role.READER, self.body)
        return invitations.invite(rows.officer(Role.ADMINISTRATOR), grants=[grant])


Given = Callable[[World], Mapping[str, Any]]


def nothing(world: World) -> Mapping[str, Any]:
    return {}


def of_item(world: World) -> Mapping[str, Any]:
    return world.item


def of_record(world: World) -> Mapping[str, Any]:
    return {"public_id": world.record.public_id}


def of_person(world: World) -> Mapping[str, Any]:
    return {"username": world.person.username}


@dataclass(frozen=True)
class Asks:
    """The address asks for ``action``; ``given`` fills it in. ``sent`` is a form, sent by POST."""

    action: Action
    given: Given = nothing
    sent: Given | None = None
    about: tuple[str, ...] = (ANYTHING,)


@dataclass(frozen=True)
class Open:
    """The address is open to everybody, signed in or not."""

    given: Given = nothing
    sent: Given | None = None


@dataclass(frozen=True)
class Own:
    """The address belongs to whoever is signed in."""

    given: Given = nothing
    sent: Given | None = None


@dataclass(frozen=True)
class Tried:
    """Who may come in depends on more than one permission, or on a state; it is tried there."""

    where: str


def about_body(action: Action, given: Given, sent: Given | None = None) -> Asks:
    """An address about a body, tried with one's own and with another."""
    return Asks(action, given, sent, (OWN, OTHER))


TABLE: dict[str, Asks | Open | Own | Tried] = {
    "home": Open(),
    "health": Open(),
    "about": Open(),
    "accuracy": Open(),
    "classification": Open(),
    "roles": Open(),
    "review_keys": Open(),
    "language": Open(sent=lambda w: {"language": "vi"}),
    "sign_out": Open(sent=nothing),
    # accounts
    "sign_in": Open(),
    "sign_in_code": Open(),
    "sign_in_passkey": Open(),
    "sign_in_service": Open(),
    "sign_in_service_back": Tried("tests/web/test_sign_in_service.py"),
    "enter": Open(lambda w: {"secret": "a-secret"}),
    "invitation": Open(lambda w: {"secret": w.invited()[1]}),
    "settings": Own(),
    "my_permissions": Own(),
    "sign_in_again": Own(),
    "my_password": Own(),
    "my_factors": Own(),
    "my_app": Own(),
    "my_app_remove": Own(sent=nothing),
    "my_codes": Own(sent=nothing),
    "my_passkey_add": Own(sent=nothing),
    "my_passkey_remove": Own(lambda w: {"number": 0}, nothing),
    "my_sessions": Own(),
    "my_session_end": Own(lambda w: {"number": 0}, nothing),
    "my_sessions_end_others": Own(sent=nothing),
    "users": Asks(Action.MANAGE_USERS),
    "invite": Asks(Action.MANAGE_USERS),
    "users_invitation": about_body(Action.MANAGE_USERS, lambda w: {"number": w.invited()[0].pk}),
    "invitation_renew": Tried("tests/web/test_users.py"),
    "invitation_revoke": Tried("tests/web/test_users.py"),
    "user": about_body(Action.MANAGE_USERS, of_person),
    "user_give_role": about_body(
        Action.MANAGE_USERS, of_person, lambda w: {"role": "validator", "body": w.body.code}
    ),
    "user_take_role": about_body(
        Action.MANAGE_USERS, of_person, lambda w: {"role": "reader", "body": w.body.code}
    ),
    "user_deactivate": about_body(Action.MANAGE_USERS, of_person, nothing),
    "user_reactivate": about_body(Action.MANAGE_USERS, of_person, nothing),
    "user_link": about_body(Action.MANAGE_USERS, of_person, nothing),
    "user_take_away_factors": about_body(Action.MANAGE_USERS, of_person, nothing),
    # documents and records
    "library": Asks(Action.READ),
    "labels": Asks(Action.READ),
    "add": Asks(Action.INGEST),
    "fetch": Asks(Action.FETCH, sent=lambda w: {"symbol": "no symbol"}),
    "table": Asks(Action.INGEST),
    "table_columns": Tried("tests/web/test_tables.py"),
    "imports": Tried("tests/web/test_imports.py"),
    "import_run": Tried("tests/web/test_imports.py"),
    "import_list": Tried("tests/web/test_imports.py"),
    "readings": Asks(Action.READ),
    "reading": Asks(Action.READ, lambda w: {"number": factories.reading().pk}),
    "document": Asks(Action.READ, lambda w: {"slug": w.document.slug}),
    "document_file": Asks(Action.READ, lambda w: {"slug": w.document.slug, "number": 1}),
    "page_image": Asks(Action.READ, lambda w: {"slug": w.document.slug, "number": 1, "page": 1}),
    "document_page": Asks(Action.READ, lambda w: {"slug": w.document.slug, "page": 1}),
    "review": Asks(Action.READ, lambda w: {"slug": w.document.slug}),
    "review_item": Asks(Action.READ, of_item),
    "review_finding": Asks(
        Action.READ,
        lambda w: {"slug": w.document.slug, "number": factories.finding(w.document).pk},
    ),
    "review_confirm_many": Asks(Action.REVIEW, lambda w: {"slug": w.document.slug}, nothing),
    "review_merge_chosen": Tried("tests/web/test_review_desk.py"),
    "review_undo": Tried("tests/web/test_review_desk.py"),
    "review_confirm": Asks(Action.REVIEW, of_item, lambda w: {"row_version": "1"}),
    "review_edit": Asks(Action.REVIEW, of_item),
    "review_split": Asks(Action.REVIEW, of_item),
    "review_merge": Asks(Action.REVIEW, of_item),
    "recommendations": Asks(Action.READ),
    "search": Asks(Action.READ),
    "recommendation": Asks(Action.READ, of_record),
    "cluster": Asks(Action.READ, of_record),
    "elsewhere": Asks(Action.READ, of_record),
    "judge": Asks(
        Action.JUDGE,
        of_record,
        lambda w: {"other": w.record.public_id, "verdict": "same"},
    ),
    "withdraw_judgement": Asks(Action.JUDGE, of_record, lambda w: {"judgement": "0"}),
    "export": Asks(Action.EXPORT),
    "judge_selected": Tried("tests/web/test_recommendations.py"),
    "label_review": Asks(Action.READ),
    "label_accept_all": Tried("tests/web/test_label_review.py"),
    "label_undo": Tried("tests/web/test_label_review.py"),
    "label_decide": Tried("tests/web/test_label_review.py"),
    "saved_views": Tried("tests/web/test_saved_views.py"),
    "save_view": Tried("tests/web/test_saved_views.py"),
    "saved_view": Tried("tests/web/test_saved_views.py"),
    "change_view": Tried("tests/web/test_saved_views.py"),
    "delete_view": Tried("tests/web/test_saved_views.py"),
    "restore_view": Tried("tests/web/test_saved_views.py"),
    # bodies and assignments
    "bodies": Asks(Action.READ),
    "body": Asks(Action.READ, lambda w: {"code": w.body.code}),
    "body_export": Asks(Action.EXPORT),
    "body_add": Asks(Action.MANAGE_BODIES, about=(EVERYTHING,)),
    "body_merge": Asks(Action.MANAGE_BODIES),
    "body_edit": about_body(Action.MANAGE_BODIES, lambda w: {"code": w.body.code}),
    "body_end": about_body(Action.MANAGE_BODIES, lambda w: {"code": w.body.code}),
    "body_split": about_body(Action.MANAGE_BODIES, lambda w: {"code": w.body.code}),
    "assignments": Asks(Action.READ),
    "assignments_export": Asks(Action.EXPORT),
    "body_table": Tried("tests/web/test_bodies.py"),
    "body_load": Tried("tests/web/test_bodies.py"),
    "assign_selected": Tried("tests/web/test_bodies.py"),
    "assign_record": Tried("tests/web/test_bodies.py"),
    "assignments_undo": Tried("tests/web/test_bodies.py"),
    "body_undo": Tried("tests/web/test_bodies.py"),
    "propose_bodies": Tried("tests/web/test_bodies.py"),
    "proposed_bodies": Tried("tests/web/test_bodies.py"),
    "decide_bodies": Tried("tests/web/test_bodies.py"),
    # records held against each other
    "comparison": Tried("tests/web/test_comparison.py"),
    "compared_records": Tried("tests/web/test_comparison.py"),
    "comparison_table": Tried("tests/web/test_comparison.py"),
    "demands": Tried("tests/web/test_demands.py"),
    "demands_judge": Tried("tests/web/test_demands.py"),
    "demands_undo": Tried("tests/web/test_demands.py"),
    # what bodies report, and what others say of it
    "work": Tried("tests/web/test_work.py"),
    "work_undo": Tried("tests/web/test_work.py"),
    "report": Tried("tests/web/test_work.py"),
    "work_queue": Tried("tests/web/test_work.py"),
    "work_steps": Tried("tests/web/test_work.py"),
    "entry": Tried("tests/web/test_work.py"),
    "entry_step": Tried("tests/web/test_work.py"),
    "assess": Tried("tests/web/test_assessments.py"),
    "assessment": Tried("tests/web/test_assessments.py"),
    "assessment_edit": Tried("tests/web/test_assessments.py"),
    "assessment_publish": Tried("tests/web/test_assessments.py"),
    "assessment_withdraw": Tried("tests/web/test_assessments.py"),
    "assessment_reply": Tried("tests/web/test_assessments.py"),
    "assessment_evidence": Tried("tests/web/test_assessments.py"),
    "reply_withdraw": Tried("tests/web/test_assessments.py"),
    "evidence_edit": Tried("tests/web/test_assessments.py"),
    "evidence_mask": Tried("tests/web/test_assessments.py"),
    "evidence_remove": Tried("tests/web/test_assessments.py"),
    "evidence_restore": Tried("tests/web/test_assessments.py"),
    "evidence_file": Tried("tests/web/test_assessments.py"),
    "entry_reply": Tried("tests/web/test_assessments.py"),
    "entry_evidence": Tried("tests/web/test_assessments.py"),
    # the overview
    "overview": Asks(Action.READ),
    "overview_body": Asks(Action.READ, lambda w: {"code": w.body.code}),
    "overview_rows": Tried("tests/web/test_overview.py"),
    "overview_table": Tried("tests/web/test_overview.py"),
    "laws": Tried("tests/web/test_laws.py"),
    "law": Tried("tests/web/test_laws.py"),
    "law_end": Tried("tests/web/test_laws.py"),
    "entry_laws": Tried("tests/web/test_laws.py"),
    "sheets": Tried("tests/web/test_sheets.py"),
    "sheet_download": Tried("tests/web/test_sheets.py"),
    "returned_sheet": Tried("tests/web/test_sheets.py"),
    "reminders": Tried("tests/web/test_work.py"),
    "work_snooze": Tried("tests/web/test_work.py"),
    "handover": Tried("tests/web/test_work.py"),
    "handed_over": Tried("tests/web/test_work.py"),
    # the history
    "history": Asks(Action.VERIFY),
    "person_history": Tried("tests/services/test_history_reading.py"),
    "record_history": Asks(Action.EXPORT, of_record),
    # plans
    "plans": Asks(Action.READ),
    "plan_add": Tried("tests/web/test_plans.py"),
    "answer_selected": Tried("tests/web/test_plans.py"),
    "plan": Tried("tests/web/test_plans.py"),
    "plan_edit": Tried("tests/web/test_plans.py"),
    "plan_close": Tried("tests/web/test_plans.py"),
    "plan_document": Tried("tests/web/test_plans.py"),
    "planned_action_add": Tried("tests/web/test_plans.py"),
    "planned_action": Tried("tests/web/test_plans.py"),
    "planned_action_edit": Tried("tests/web/test_plans.py"),
    "planned_action_withdraw": Tried("tests/web/test_plans.py"),
    "planned_action_unanswer": Tried("tests/web/test_plans.py"),
    "milestone_add": Tried("tests/web/test_plans.py"),
    "milestone": Tried("tests/web/test_plans.py"),
    "indicator_add": Tried("tests/web/test_plans.py"),
    "indicator_edit": Tried("tests/web/test_plans.py"),
    "indicator_measure": Tried("tests/web/test_plans.py"),
}


def names() -> set[str]:
    """The names of all addresses."""
    return {pattern.name or str(pattern.pattern) for pattern in get_resolver().url_patterns}


ASKING = {name: line for name, line in TABLE.items() if not isinstance(line, Tried)}


def test_every_address_stands_in_the_table() -> None:
    missing = sorted(names() - TABLE.keys())
    assert missing == [], (
        "Add a line for each to TABLE of tests/web/test_every_endpoint.py: "
        '"name": Asks(Action.…, lambda w: {parts of the address}, lambda w: {form sent by POST}), '
        "about_body(Action.…, …) where that is about a body (w.body is one's own, then another), "
        "Own(…) where it belongs to whoever is signed in, Open(…) where everybody may come, or "
        "Tried(test module) where that module tries each role."
    )


@pytest.mark.parametrize(
    "where", sorted({line.where for line in TABLE.values() if isinstance(line, Tried)})
)
def test_what_is_tried_elsewhere_is_tried_somewhere(where: str) -> None:
    assert (Path(__file__).parents[2] / where).is_file()


@pytest.mark.parametrize("name", ASKING)
def test_open_and_shut_as_the_table_says(name: str) -> None:
    line = ASKING[name]
    differing = {}
    for about in line.about if isinstance(line, Asks) else (ANYTHING,):
        for visitor in VISITORS:
            world = World(about)
            status = asks(visitor, name, world, line)
            if (status not in {403, 404}) != promised(line, visitor, about):
                differing[visitor.name, about] = status
    assert differing == {}


def promised(line: Asks | Open | Own, visitor: Visitor, about: str) -> bool:
    """Whether the table of permissions opens the address to ``visitor``."""
    match line:
        case Asks():
            return visitor.may(line.action, about)
        case Own():
            return visitor.signed_in
        case Open():
            return True


def asks(visitor: Visitor, name: str, world: World, line: Asks | Open | Own) -> int:
    """The status that ``visitor`` gets; an error of the server fails the test by itself."""
    client, actor = Client(), visitor.actor()
    if isinstance(actor, User):
        client.force_login(actor)
    address = reverse(name, kwargs=dict(line.given(world)))
    answer = client.get(address) if line.sent is None else client.post(address, line.sent(world))
    if answer.streaming:
        answer.getvalue()  # read to its end, a file that is handed out closes
    return int(answer.status_code)
