"""Two officers at once, and a process that is killed: nothing lost, nothing half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from tests import factories
from tests import workspace_rows as rows
from upheld.core.entries import EntryState, Step
from upheld.core.errors import Conflict, UpheldError
from upheld.core.roles import Role
from upheld.services import history
from upheld.services.entries import Words, write
from upheld.services.entry_steps import take_step_many
from upheld.services.reminders import remind
from upheld.store.models import Digest, Entry, Event, Record

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts):
    """What each act answers or raises, when all begin at the same moment."""
    start = Barrier(len(acts))

    def one(act):
        try:
            start.wait()
            return act()
        except UpheldError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(one, acts))


def words(done: str) -> Words:
    return Words(done, "", "planned", date(2026, 3, 1), "en")


@pytest.mark.parametrize("begun", [False, True], ids=["first words", "later words"])
def test_of_two_who_write_one_holds_and_the_other_sees_it(begun):
    asked = rows.assignment()
    people = [rows.officer(Role.FOCAL_POINT, asked.body, name) for name in ("mai", "nam", "lan")]
    if begun:
        write(people[2], assignment=asked.pk, row_version=0, words=words("Before."))
    seen = int(begun)
    answers = together(
        *(
            lambda who=who: write(
                who, assignment=asked.pk, row_version=seen, words=words(f"Words of {who.username}")
            )
            for who in people[:2]
        )
    )
    kept = Entry.objects.get()
    conflicts = [answer for answer in answers if isinstance(answer, Conflict)]
    assert [type(answer) for answer in answers if answer not in conflicts] == [Entry]
    assert [conflict.current["done"] for conflict in conflicts] == [kept.done]
    assert kept.done in {"Words of mai", "Words of nam"}


def test_two_who_validate_the_same_list_validate_each_entry_once():
    factories.report(12)
    entries = [
        rows.entry(rows.assignment(record), state=EntryState.SUBMITTED)
        for record in Record.objects.all()
    ]
    seen = {entry.pk: 1 for entry in entries}
    people = [rows.officer(Role.VALIDATOR, rows.body(), name) for name in ("lan", "binh")]
    outcomes = together(
        *(lambda who=who: take_step_many(who, step=Step.VALIDATE, seen=seen) for who in people)
    )
    assert sorted(key for outcome in outcomes for key in outcome.taken) == sorted(seen)
    assert sorted(key for outcome in outcomes for key in outcome.left) == sorted(seen)
    assert Event.objects.filter(action="entry.validate").count() == 12
    assert history.verify_chain() == []


def test_two_processes_that_remind_at_once_send_one_mail_each():
    asked = rows.assignment(due=date(2026, 1, 1))
    for name in ("mai", "nam"):
        rows.officer(Role.FOCAL_POINT, asked.body, name, email=f"{name}@moj.example")
    operator = rows.officer(Role.COORDINATOR)
    answers = together(*(lambda: remind(operator) for _n in range(3)))
    assert sorted(one.person.username for answer in answers for one in answer) == ["mai", "nam"]
    assert Digest.objects.count() == 2


KILLED = """
import os, signal
import django
django.setup()
from django.db import connection
from upheld.core.entries import Step
from upheld.services import entry_steps, history
from upheld.store.models import User
{settings}
record = history.record
def die(*given, **named):
    record(*given, **named)
    os.kill(os.getpid(), signal.SIGKILL)
history.record = die
entry_steps.take_step_many(
    User.objects.get(username="lan"), step=Step.VALIDATE, seen={seen}
)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed like this on Windows")
def test_a_process_killed_in_the_middle_of_a_step_has_taken_none():
    factories.report(3)
    entries = [
        rows.entry(rows.assignment(record), state=EntryState.SUBMITTED)
        for record in Record.objects.all()
    ]
    rows.officer(Role.VALIDATOR, rows.body(), "lan")
    seen = {entry.pk: 1 for entry in entries}
    name = str(connection.settings_dict["NAME"])
    program = KILLED.format(
        settings=f'connection.settings_dict["NAME"] = {name!r}', seen=repr(seen)
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=dict(os.environ), capture_output=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert set(Entry.objects.values_list("state", "row_version")) == {("submitted", 1)}
    assert not Event.objects.filter(object_type="entry").exists()
    validator = rows.officer(Role.VALIDATOR, rows.body(), "lan")
    assert len(take_step_many(validator, step=Step.VALIDATE, seen=seen).taken) == 3
    assert history.verify_chain() == []
