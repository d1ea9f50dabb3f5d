"""Every address × every role × own and other body: open and shut as the table of permissions says.

Each name of the URL configuration has a line in ``TABLE``; a new one without a line fails
``test_every_address_stands_in_the_table``, which says what to add. *Shut* is 403, or 404 where a
person may not even know of the thing; everything else, a form with errors too, is *open*.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from tests import factories
from tests.services.service_lines import UNKNOWN
from tests.services.visitors import ANYTHING, EVERYTHING, VISITORS, Visitor
from tests.web.address_lines import (
    Asks,
    Line,
    Open,
    Own,
    Tried,
    World,
    about_body,
    nothing,
    of_item,
    of_person,
    of_record,
)
from tests.web.workspace_addresses import WORKSPACE
from upheld.core.roles import Action
from upheld.store.models import User

pytestmark = pytest.mark.django_db

TABLE: dict[str, Line] = {
    **WORKSPACE,
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
    "sign_in_forgotten": Open(),
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
    "imports": Asks(Action.READ),
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
    "review_merge_chosen": Asks(Action.REVIEW, lambda w: {"slug": w.document.slug}, nothing),
    "review_undo": Asks(
        Action.REVIEW, lambda w: {"slug": w.document.slug}, lambda w: {"change": UNKNOWN}
    ),
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
    "judge_selected": Asks(Action.JUDGE, sent=nothing),
    "label_review": Asks(Action.READ),
    "label_accept_all": Asks(Action.REVIEW, sent=lambda w: {"up_to": "1"}),
    "label_undo": Asks(Action.REVIEW, sent=lambda w: {"change": UNKNOWN}),
    "label_decide": Asks(Action.REVIEW, of_record, nothing),
    "saved_views": Asks(Action.READ),
    "save_view": Asks(Action.READ, sent=lambda w: {"name": "x"}),
    "save_overview": Asks(Action.READ, sent=lambda w: {"name": "x"}),
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
    # records held against each other
    "comparison": Asks(Action.READ),
    "compared_records": Tried("tests/web/test_comparison.py"),
    "comparison_table": Tried("tests/web/test_comparison.py"),
    "demands": Asks(Action.READ, lambda w: {"iso3": w.record.states.all()[0].iso3}),
    "demands_judge": Tried("tests/web/test_demands.py"),
    "demands_undo": Tried("tests/web/test_demands.py"),
    # what bodies report, and what others say of it
    "work_undo": Tried("tests/web/test_work.py"),
    "work_steps": Tried("tests/web/test_work.py"),
    "reply_withdraw": Tried("tests/web/test_assessments.py"),
    "evidence_mask": Tried("tests/web/test_assessments.py"),
    "evidence_file": Tried("tests/web/test_assessments.py"),
    # the overview
    "overview": Asks(Action.READ),
    "overview_body": Asks(Action.READ, lambda w: {"code": w.body.code}),
    "work": Tried("tests/web/test_work.py"),
    "overview_rows": Tried("tests/web/test_overview.py"),
    "overview_table": Tried("tests/web/test_overview.py"),
    "handed_over": Tried("tests/web/test_work.py"),
    # the history
    "history": Asks(Action.VERIFY),
    "person_history": Tried("tests/services/test_history_reading.py"),
    "record_history": Asks(Action.EXPORT, of_record),
    # plans
    "plans": Asks(Action.READ),
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
        with transaction.atomic():
            world = World(about)
            address = reverse(name, kwargs=dict(line.given(world)))
            form = None if line.sent is None else line.sent(world)
            for visitor in VISITORS:
                status = asks(visitor, address, form)
                if (status not in {403, 404}) != promised(line, visitor, about):
                    differing[visitor.name, about] = status
            transaction.set_rollback(True)
    assert differing == {}


def promised(line: Asks | Open | Own, visitor: Visitor, about: str) -> bool:
    """Whether the table of permissions opens the address to ``visitor``."""
    match line:
        case Asks():
            return visitor.may(line.action, about) or bool(
                line.or_else and visitor.may(line.or_else, about)
            )
        case Own():
            return visitor.signed_in
        case Open():
            return True


def asks(visitor: Visitor, address: str, form: Mapping[str, Any] | None) -> int:
    """The status that ``visitor`` gets; what the visit changed is undone again.

    An error of the server fails the test by itself.
    """
    with transaction.atomic():
        client, actor = Client(), visitor.actor()
        if isinstance(actor, User):
            client.force_login(actor)
        answer = client.get(address) if form is None else client.post(address, form)
        if answer.streaming:
            answer.getvalue()  # read to its end, a file that is handed out closes
        transaction.set_rollback(True)
    return int(answer.status_code)
