"""Every service × every role × own and other body: allowed and refused as the table says.

A *service* is a public function of ``upheld.services`` whose first parameter is ``actor``. Each
has a line in ``TABLE``; a new one without a line fails ``test_every_service_stands_in_the_table``,
which says what to add.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from importlib import import_module
from inspect import isfunction, signature
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from tests import workspace_rows as rows
from tests.services.service_lines import (
    UNKNOWN,
    Asks,
    Line,
    Shows,
    Tried,
    World,
    about_body,
)
from tests.services.visitors import EVERYTHING, VISITORS, Visitor
from tests.services.workspace_lines import WORKSPACE
from upheld import services
from upheld.core.errors import InputProblem, Refused, UpheldError
from upheld.core.judgements import Verdict
from upheld.core.review import FindingState
from upheld.core.roles import Action, Role
from upheld.services.assignment_list import AssignmentFilter
from upheld.services.history_reading import HistoryFilter
from upheld.services.overview_facts import OverviewFilter
from upheld.services.record_view import RecordView
from upheld.services.user_list import UserFilter
from upheld.services.user_roles import Grant

TABLE: dict[str, Line | tuple[Asks, ...]] = {
    **WORKSPACE,
    # accounts
    "accounts.add_user": Asks(
        Action.MANAGE_USERS,
        lambda w: {"username": "new", "roles": [Role.READER]},
        (EVERYTHING,),
    ),
    "sign_in.make_link": about_body(Action.MANAGE_USERS, lambda w: {"user": w.person}),
    "managed_users.authorise_for": about_body(Action.MANAGE_USERS, lambda w: {"body": w.body}),
    "managed_users.authorise_about": about_body(Action.MANAGE_USERS, lambda w: {"user": w.person}),
    "managed_users.manages": Shows("tests/services/test_user_roles.py"),
    "user_roles.give_role": about_body(
        Action.MANAGE_USERS, lambda w: {"user": w.person, "role": Role.VALIDATOR, "body": w.body}
    ),
    "user_roles.take_role": about_body(
        Action.MANAGE_USERS, lambda w: {"user": w.person, "role": Role.READER, "body": w.body}
    ),
    "user_status.deactivate": about_body(Action.MANAGE_USERS, lambda w: {"user": w.person}),
    "user_status.reactivate": about_body(Action.MANAGE_USERS, lambda w: {"user": w.person}),
    "second_factor.take_away": about_body(Action.MANAGE_USERS, lambda w: {"user": w.person}),
    "officers.set_focal_point": about_body(
        Action.MANAGE_USERS, lambda w: {"body": w.body, "user": w.person}
    ),
    "officers.set_validator": about_body(
        Action.MANAGE_USERS, lambda w: {"body": w.body, "user": w.person}
    ),
    "invitations.invite": about_body(
        Action.MANAGE_USERS, lambda w: {"grants": [Grant(Role.READER, w.body)]}
    ),
    "invitations.renew": about_body(
        Action.MANAGE_USERS, lambda w: {"invitation": w.invitation.pk}, hidden=True
    ),
    "invitations.revoke": about_body(
        Action.MANAGE_USERS, lambda w: {"invitation": w.invitation.pk}, hidden=True
    ),
    "invitations.send_link": about_body(
        Action.MANAGE_USERS,
        lambda w: {"invitation": w.invitation, "secret": "x", "address_of": str},
        hidden=True,
    ),
    "user_list.users_found": Asks(Action.MANAGE_USERS, lambda w: {"wanted": UserFilter()}),
    "user_list.bindings_shown": Shows("tests/services/test_user_roles.py"),
    "user_list.roles_shown": Shows("tests/services/test_user_roles.py"),
    "user_list.bodies_to_give": Shows("tests/services/test_user_roles.py"),
    "who_could.who_could": Shows("tests/services/test_who_could.py"),
    "who_could.acts_of": Shows("tests/services/test_who_could.py"),
    # documents and records
    "ingest.ingest_file": Asks(Action.INGEST, lambda w: {"name": "x.txt", "content": b""}),
    "readings.add_reading": Asks(Action.INGEST, lambda w: {"name": "x.txt", "content": b""}),
    "ingest.keep": Tried("tests/services/test_ingest.py"),
    "import_published.import_list": Asks(Action.INGEST, lambda w: {"path": Path("none.csv")}),
    "list_readings.import_tried": Asks(Action.INGEST, lambda w: {"reading": 0}),
    "tables.keep_table": Asks(Action.INGEST, lambda w: {"content": b"a,b\n1,2\n"}),
    "tables.columns_of": Asks(Action.INGEST, lambda w: {"name": "x.csv", "sha256": "0" * 64}),
    "tables.try_mapping": Asks(
        Action.INGEST, lambda w: {"name": "x.csv", "sha256": "0" * 64, "mapping": {}}
    ),
    "fetch.fetch": Asks(Action.FETCH, lambda w: {"symbol": "no symbol"}),
    "finding_review.settle": Asks(
        Action.REVIEW,
        lambda w: {"finding": 0, "seen": FindingState.OPEN, "state": FindingState.RESOLVED},
    ),
    "label_mapping.waiting_labels": Asks(Action.READ),
    "label_mapping.map_label": Asks(Action.REVIEW, lambda w: {"term": 0, "to": ""}),
    "review.confirm": Asks(
        Action.REVIEW, lambda w: {"public_id": w.record.public_id, "row_version": 1}
    ),
    "review.confirm_many": Asks(Action.REVIEW, lambda w: {"seen": {w.record.public_id: 1}}),
    "review.correct": Asks(
        Action.REVIEW, lambda w: {"public_id": w.record.public_id, "row_version": 1}
    ),
    "reshape.split": Asks(
        Action.REVIEW, lambda w: {"public_id": w.record.public_id, "row_version": 1, "at": 8}
    ),
    "reshape.merge": Asks(Action.REVIEW, lambda w: {"seen": {w.record.public_id: 1}}),
    "undo.undo": Asks(Action.REVIEW, lambda w: {"public_id": w.record.public_id}),
    "undo.undo_change": Asks(Action.REVIEW, lambda w: {"change": UNKNOWN}),
    "judge.judge": Asks(
        Action.JUDGE,
        lambda w: {
            "record": w.record.public_id,
            "other": w.record.public_id,
            "verdict": Verdict.SAME,
        },
    ),
    "judge.withdraw": Asks(Action.JUDGE, lambda w: {"judgement": 0}),
    "world_twins.make_lists": Asks(Action.JUDGE),
    "world_twins.elsewhere": Shows("tests/services/test_world_twins.py"),
    "twins.twins": Shows("tests/services/test_permissions.py"),
    "twins.cluster_of": Shows("tests/services/test_permissions.py"),
    "twins.held_apart": Shows("tests/services/test_state_demands.py"),
    "demand_courses.courses": Shows("tests/services/test_permissions.py"),
    "record_access.take": Tried("tests/services/test_review.py"),
    "record_access.take_many": Tried("tests/services/test_review.py"),
    "record_list.documents_named": Shows("tests/web/test_question.py"),
    "record_list.record_list": Shows("tests/services/test_record_view.py"),
    "search.search": Shows("tests/services/test_search.py"),
    "search.counts": Shows("tests/services/test_search.py"),
    "search.keys_found": Shows("tests/services/test_search.py"),
    "search.audiences": Shows("tests/services/test_search.py"),
    "selection.select": Shows("tests/services/test_selection.py"),
    "selection.shown_by": Shows("tests/services/test_selection.py"),
    "export.export_records": Asks(
        Action.EXPORT, lambda w: {"selection": w.chosen, "format": "csv", "link_to": str}
    ),
    "verify.verify": Asks(Action.VERIFY),
    # labels and views
    "propose_labels.propose_labels": Asks(Action.INGEST),
    "label_bulk.accept_all": Asks(Action.REVIEW),
    "label_bulk.undo_labels": Asks(Action.REVIEW, lambda w: {"change": UNKNOWN}),
    "label_review.accept": Asks(
        Action.REVIEW, lambda w: {"record": w.record.public_id, "term": 0, "seen": 1}
    ),
    "label_review.reject": Asks(
        Action.REVIEW, lambda w: {"record": w.record.public_id, "term": 0, "seen": 1}
    ),
    "label_review.add": Asks(
        Action.REVIEW,
        lambda w: {"record": w.record.public_id, "taxonomy": "theme", "label": "none"},
    ),
    "label_review.remove": Asks(Action.REVIEW, lambda w: {"record": w.record.public_id, "term": 0}),
    "label_bulk.last_act": Shows("tests/services/test_label_review.py"),
    "saved_views.saved_views": Shows("tests/services/test_saved_views.py"),
    "saved_views.deleted_view": Shows("tests/services/test_saved_views.py"),
    "saved_views.save_view": Asks(Action.READ, lambda w: {"name": "x", "view": RecordView()}),
    "saved_views.save_overview": Asks(Action.READ, lambda w: {"name": "x", "address": "cycle=3"}),
    "saved_views.change_view": Tried("tests/services/test_saved_views.py"),
    "saved_views.delete_view": Tried("tests/services/test_saved_views.py"),
    "saved_views.restore_view": Tried("tests/services/test_saved_views.py"),
    # records held against each other
    "comparison.compare_sides": Shows("tests/services/test_comparison.py"),
    "comparison.rows": Shows("tests/services/test_comparison.py"),
    "comparison.records_of": Shows("tests/services/test_comparison.py"),
    "comparison.available_of": Shows("tests/services/test_comparison.py"),
    "comparison.states_compared": Shows("tests/services/test_comparison.py"),
    "comparison.parts_of": Shows("tests/services/test_comparison.py"),
    "comparison.cycles_compared": Shows("tests/services/test_comparison.py"),
    "state_demands.state_demands": Shows("tests/services/test_state_demands.py"),
    "state_demands.read_records": Shows("tests/services/test_state_demands.py"),
    "state_demands.read_pairs": Shows("tests/services/test_state_demands.py"),
    # bodies and assignments
    "bodies.end_body": about_body(
        Action.MANAGE_BODIES,
        lambda w: {"code": w.body.code, "row_version": 1, "last_day": rows.TODAY},
    ),
    "body_export.export_bodies": Asks(Action.EXPORT),
    "body_page.body_named": Asks(Action.READ, lambda w: {"code": w.body.code}),
    "body_page.body_page": Asks(Action.READ, lambda w: {"code": w.body.code, "day": rows.TODAY}),
    "body_tree.tree": Asks(Action.READ, lambda w: {"day": rows.TODAY}),
    "body_tree.find_bodies": Asks(Action.READ, lambda w: {"words": "justice"}),
    "body_tree.states_with_bodies": Asks(Action.READ),
    "assign.assign": about_body(
        Action.ASSIGN, lambda w: {"selection": w.chosen, "lead": w.body.code}
    ),
    "assignment_undo.undo_assignments": Asks(Action.ASSIGN, lambda w: {"change": UNKNOWN}),
    "assignment_list.assignment_list": Asks(Action.READ, lambda w: {"wanted": AssignmentFilter()}),
    "assignment_list.records_by_coverage": Asks(Action.READ, lambda w: {"how": "none"}),
    "assignment_list.live_parts": Asks(Action.READ, lambda w: {"record": w.record}),
    "assignment_list.export_assignments": Asks(
        Action.EXPORT, lambda w: {"wanted": AssignmentFilter(), "format": "csv", "names": {}}
    ),
    "assignment_undo.can_undo": Shows("tests/services/test_assign.py"),
    "body_undo.can_undo_bodies": Shows("tests/services/test_body_undo.py"),
    "body_undo.undo_bodies": Asks(Action.MANAGE_BODIES, lambda w: {"change": UNKNOWN}),
    "propose_bodies.propose_bodies": Asks(Action.ASSIGN, lambda w: {"selection": w.chosen}),
    "propose_bodies.waiting": Shows("tests/services/test_propose_bodies.py"),
    "competence.learn": Shows("tests/services/test_propose_bodies.py"),
    # what bodies report
    "flags.contradictions": Shows("tests/services/test_flags.py"),
    "overview.overview": Asks(
        Action.READ, lambda w: {"wanted": OverviewFilter(), "day": rows.TODAY}
    ),
    "overview.rows_behind": Tried("tests/web/test_overview.py"),
    "history_reading.visible_events": Shows("tests/services/test_history_reading.py"),
    "history_reading.may_read_about": Shows("tests/services/test_history_reading.py"),
    "history_reading.history_page": Asks(Action.VERIFY, lambda w: {"wanted": HistoryFilter()}),
    "history_reading.history_of_person": Tried("tests/services/test_history_reading.py"),
    "history_reading.history_of_record": Asks(Action.READ, lambda w: {"record": w.record}),
    "history_document.record_history": Asks(
        Action.EXPORT,
        lambda w: {
            "record": w.record.public_id,
            "format": "docx",
            "language": "en",
            "words": lambda _actor, _events: [],
        },
    ),
    "leftovers.remove_leftovers": Asks(Action.VERIFY),
    "agenda.my_agenda": Shows("tests/services/test_entries.py"),
    "entry_queue.queue": Shows("tests/services/test_entries.py"),
    "entry_queue.waiting": Shows("tests/services/test_entries.py"),
    "state_status.state_status": Shows("tests/services/test_entries.py"),
    "state_status.state_statuses": Shows("tests/services/test_entries.py"),
    "entry_steps.take_step_many": Tried("tests/services/test_entry_steps.py"),
    "entry_steps.undo": Tried("tests/services/test_entry_steps.py"),
    "entry_steps.hindrance": Tried("tests/services/test_entry_steps.py"),
    "evidence.file_of": Tried("tests/services/test_evidence.py"),
    "masking.unmasked": Tried("tests/services/test_evidence.py"),
    "replies.reply_to_assessment": Tried("tests/services/test_assessments.py"),
    "replies.withdraw_reply": Tried("tests/services/test_assessments.py"),
    "flags.flags": Shows("tests/services/test_flags.py"),
    "handover.handed_over": Tried("tests/services/test_handover.py"),
    # plans
    "indicators.may_measure": Tried("tests/services/test_plans.py"),
    "plan_document.plan_document": Asks(
        Action.EXPORT, lambda w: {"code": "none", "format": "docx", "language": "en"}
    ),
    # what the one table of permissions is made of
    "held_roles.roles_of": Shows("tests/services/test_permissions.py"),
    "held_roles.held_by": Shows("tests/services/test_permissions.py"),
    "held_roles.bodies_for": Shows("tests/services/test_permissions.py"),
    "held_roles.own_bodies": Shows("tests/services/test_permissions.py"),
    "permissions.allowed": Shows("tests/services/test_permissions.py"),
    "permissions.allowed_everywhere": Shows("tests/services/test_permissions.py"),
    "permissions.authorise": about_body(
        Action.REPORT, lambda w: {"action": Action.REPORT, "body": w.body}
    ),
    "permissions.authorise_everywhere": Asks(
        Action.PLAN, lambda w: {"action": Action.PLAN}, (EVERYTHING,)
    ),
    "permissions.refusal": Shows("tests/services/test_permissions.py"),
    "permissions.visible_to": Shows("tests/services/test_permissions.py"),
    "history.record": Shows("tests/services/test_history.py"),
    "positions.enter_by_hand": Tried("tests/services/test_review.py"),
    "record_values.checked_by": Tried("tests/services/test_review.py"),
}
# The conditions of ``visible_to`` are tried with it.
INNER = {"visibility"}


def every_service() -> dict[str, Callable[..., Any]]:
    """The public functions of the services whose first parameter is ``actor``, by short name."""
    return {
        f"{module.name}.{name}": function
        for module in pkgutil.iter_modules(services.__path__)
        if module.name not in INNER
        for name, function in vars(import_module(f"upheld.services.{module.name}")).items()
        if isfunction(function)
        and function.__module__ == f"upheld.services.{module.name}"
        and not name.startswith("_")
        and next(iter(signature(function).parameters), "") == "actor"
    }


NOT_THERE = (
    "no such",
    "not open to you",
    "Nobody was asked",
    "held by nobody",
    "was not made here",
    "does not wait for a decision",
)
"""What is said of a thing that a person may not know of."""

ASKING = {
    name: line if isinstance(line, tuple) else (line,)
    for name, line in TABLE.items()
    if isinstance(line, Asks | tuple)
}


def test_every_service_stands_in_the_table() -> None:
    missing = sorted(every_service().keys() - TABLE.keys())
    assert missing == [], (
        "Add a line for each to TABLE of tests/services/test_every_service.py: "
        '"module.function": Asks(Action.…, lambda w: {arguments}) where it asks a permission, '
        "about_body(Action.…, …) where that is about a body (w.body is one's own, then another), "
        "Shows(test module) where it refuses nobody and lists what may be seen, or "
        "Tried(test module) where that module tries each role."
    )


def test_no_line_is_about_a_service_that_is_gone() -> None:
    modules = {name.partition(".")[0] for name in every_service()}
    gone = sorted(n for n in TABLE.keys() - every_service() if n.partition(".")[0] in modules)
    assert gone == [], "Take these lines out of TABLE, or give them the new name of the service."


@pytest.mark.parametrize(
    "where", sorted({line.where for line in TABLE.values() if isinstance(line, Shows | Tried)})
)
def test_what_is_tried_elsewhere_is_tried_somewhere(where: str) -> None:
    assert (Path(__file__).parents[2] / where).is_file()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ASKING)
def test_allowed_and_refused_as_the_table_says(name: str) -> None:
    service = every_service()[name]
    differing = {}
    for line, about in [(asks, about) for asks in ASKING[name] for about in asks.about]:
        with transaction.atomic():
            world = World(about)
            given = line.given(world)
            for visitor in VISITORS:
                let_in = tries(service, visitor, given, hidden=line.hidden)
                if let_in != line.lets_in(visitor, about):
                    said = "let in" if let_in else "refused"
                    differing[line.action, visitor.name, about] = said
            transaction.set_rollback(True)
    assert differing == {}


def tries(
    service: Callable[..., Any], visitor: Visitor, given: Mapping[str, Any], *, hidden: bool
) -> bool:
    """Whether ``visitor`` passes the service's door; what is behind it is undone again."""
    let_in = False
    actor = visitor.actor()
    with transaction.atomic():
        try:
            service(actor, **given)
            let_in = True
        except Refused as refused:
            let_in = refused.action is None
        except InputProblem as problem:
            let_in = not (hidden and any(said in problem.message for said in NOT_THERE))
        except (UpheldError, OSError):
            let_in = True
        transaction.set_rollback(True)
    return let_in


def test_a_visitor_of_each_kind_comes() -> None:
    assert len(VISITORS) == 2 + 2 * (len(Role) - 1)
