"""The database itself refuses to change or delete history."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from tests.factories import person
from upheld.services import history
from upheld.store.models import Event


@pytest.fixture(autouse=True)
def one_entry(db):
    actor = person()
    with transaction.atomic():
        history.record(actor, [history.Entry("user.note", actor, {"n": [0, 1]})])


@pytest.mark.parametrize(
    "change",
    [
        lambda: Event.objects.update(reason="another"),
        lambda: Event.objects.all().delete(),
        lambda: Event.objects.get().save(),
        lambda: Event.objects.all()._raw_delete(using="default"),
    ],
    ids=["update", "delete", "save", "raw delete"],
)
def test_changes_are_refused(change):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change()
    assert Event.objects.get().reason == ""


def test_emptying_the_table_is_refused():
    statement = "DELETE FROM store_event"
    if connection.vendor == "postgresql":
        # What waits for the end of the transaction would refuse it first, for another reason.
        statement = "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE store_event CASCADE"
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Event.objects.count() == 1
