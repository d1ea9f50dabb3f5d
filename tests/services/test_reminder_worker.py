"""The thread that sends the day's digests: it sends, it ends, and a fault does not end it."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from django.core import mail

from tests import workspace_rows as rows
from upheld.core.roles import Role
from upheld.services import reminder_worker
from upheld.services.reminder_worker import ReminderWorker
from upheld.store.models import Digest

pytestmark = pytest.mark.django_db(transaction=True)


def wait_for_mail() -> None:
    for _n in range(200):
        if mail.outbox:
            return
        threading.Event().wait(0.05)


def test_what_is_due_is_sent_and_the_thread_ends(monkeypatch):
    asked = rows.assignment(due=date(2020, 1, 1))
    rows.officer(Role.FOCAL_POINT, asked.body, "mai", email="mai@moj.example")
    monkeypatch.setattr(reminder_worker, "PAUSE", 0.01)
    monkeypatch.setattr(reminder_worker, "FROM_HOUR", 0)
    with ReminderWorker() as worker:
        wait_for_mail()
    assert not worker._thread.is_alive()
    assert [message.to for message in mail.outbox] == [["mai@moj.example"]]
    assert Digest.objects.count() == 1


def test_before_its_hour_nothing_goes_out(monkeypatch):
    asked = rows.assignment(due=date(2020, 1, 1))
    rows.officer(Role.FOCAL_POINT, asked.body, "mai", email="mai@moj.example")
    monkeypatch.setattr(reminder_worker, "PAUSE", 0.01)
    monkeypatch.setattr(reminder_worker, "FROM_HOUR", 25)
    with ReminderWorker():
        threading.Event().wait(0.3)
    assert mail.outbox == []
