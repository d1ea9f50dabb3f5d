"""What the State says of a record: its bodies side by side, its lead's last word, no average."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from tests import factories
from tests import workspace_rows as rows
from upheld.core.entries import EntryState
from upheld.core.implementation import Implementation
from upheld.core.planning import AssignmentState
from upheld.core.roles import Role
from upheld.services.state_status import NOTHING, state_status, state_statuses
from upheld.store.models import Record
from upheld.store.queries.state_status import with_state_status

pytestmark = pytest.mark.django_db


def published(asked, status, day, **values):
    return rows.entry(
        asked,
        state=EntryState.PUBLISHED,
        status=status,
        published_at=datetime(2026, 3, day, tzinfo=UTC),
        **values,
    )


def test_the_lead_says_it_and_others_stand_beside_it():
    lead, support = rows.assignment(), rows.assignment(to=rows.body("MOH"))
    published(lead, Implementation.PLANNED, 1)
    newest = published(lead, Implementation.IN_PROGRESS, 2)
    beside = published(support, Implementation.IMPLEMENTED, 9)
    rows.entry(lead, status=Implementation.IMPLEMENTED, state=EntryState.ACCEPTED)
    said = state_status(factories.person(Role.READER), lead.record_id)
    assert (said.status, said.lead, said.supports) == ("in_progress", newest, (beside,))
    assert said.entries == (newest, beside)
    assert with_state_status(Record.objects.filter(pk=lead.record_id)).get().state_status == (
        "in_progress"
    )


def test_a_supporting_body_alone_is_not_the_state():
    rows.assignment()
    support = rows.assignment(to=rows.body("MOH"))
    published(support, Implementation.IMPLEMENTED, 1)
    said = state_status(factories.person(Role.READER), support.record_id)
    assert (said.status, len(said.supports)) == (None, 1)
    assert with_state_status(Record.objects.filter(pk=support.record_id)).get().state_status is None


def test_what_an_earlier_lead_published_stays_until_the_next_one_does():
    old = rows.assignment()
    published(old, Implementation.IN_PROGRESS, 1)
    old.state = AssignmentState.ENDED
    old.save()
    new = rows.assignment(to=rows.body("MOH"), follows=old)
    reader = factories.person(Role.READER)
    assert state_status(reader, old.record_id).status == "in_progress"
    published(new, Implementation.REGRESSED, 2)
    assert state_status(reader, old.record_id).status == "regressed"


def test_the_public_reads_what_was_published_and_nothing_else():
    lead = rows.assignment()
    rows.entry(lead, state=EntryState.ACCEPTED)
    assert state_statuses(AnonymousUser(), [lead.record_id]) == {}
    assert state_status(AnonymousUser(), lead.record_id) == NOTHING
