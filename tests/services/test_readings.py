"""Added files are read one after the other, and none is lost, also when the reader goes down."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import person
from tests.small_pdf import print_pdf
from upheld.core.errors import InputProblem, Refused
from upheld.core.roles import Role
from upheld.reading.sandbox import Sandbox
from upheld.services.reading_worker import ReadingWorker
from upheld.services.readings import add_reading, put_back, read_next
from upheld.store.models import Document, Reading, RoleBinding

REPORT = print_pdf(
    [
        "Human Rights Council",
        "Report of the Working Group on the Universal Periodic Review",
        "Sarovia",
    ],
    header="A/HRC/90/7",
)


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as process:
        yield process


@pytest.mark.django_db
class TestQueue:
    def test_files_are_read_in_the_order_they_came(self, sandbox):
        first = add_reading(person(), name="report.pdf", content=REPORT)
        second = add_reading(person(), name="report-2.pdf", content=REPORT)
        assert (first.state, read_next(sandbox)) == ("waiting", first)
        done = Reading.objects.get(pk=first.pk)
        assert (done.state, done.outcome, done.document) == ("done", "new", Document.objects.get())
        assert (done.step, done.done, done.total) == ("keeping", 1, 1)
        assert read_next(sandbox) == second
        assert Reading.objects.get(pk=second.pk).outcome == "unchanged"
        assert read_next(sandbox) is None

    def test_a_file_that_cannot_be_read_says_why_and_lets_the_next_one_pass(self, sandbox):
        bad = add_reading(person(), name="bad.pdf", content=b"%PDF-1.7 nothing more")
        good = add_reading(person(), name="report.pdf", content=REPORT)
        read_next(sandbox)
        read_next(sandbox)
        failed = Reading.objects.get(pk=bad.pk)
        assert (failed.state, failed.findings[0]["code"]) == ("failed", "file.damaged")
        assert failed.next_step
        assert Reading.objects.get(pk=good.pk).state == "done"

    def test_the_rights_are_those_of_who_added_it_at_the_time_of_reading(self, sandbox):
        row = add_reading(person(), name="report.pdf", content=REPORT)
        RoleBinding.objects.all().delete()
        read_next(sandbox)
        assert Reading.objects.get(pk=row.pk).state == "failed"
        assert not Document.objects.exists()

    def test_a_reading_whose_worker_is_gone_waits_again(self, sandbox):
        row = add_reading(person(), name="report.pdf", content=REPORT)
        long_ago = timezone.now() - timedelta(minutes=11)
        Reading.objects.filter(pk=row.pk).update(state="reading", beat_at=long_ago)
        assert read_next(sandbox) is None
        assert put_back() == 1
        assert read_next(sandbox) == row

    def test_a_reading_with_a_living_worker_is_left_to_it(self):
        row = add_reading(person(), name="report.pdf", content=REPORT)
        Reading.objects.filter(pk=row.pk).update(state="reading", beat_at=timezone.now())
        assert put_back() == 0
        assert put_back(timedelta()) == 1

    def test_an_empty_file_is_refused_at_once(self):
        with pytest.raises(InputProblem) as refusal:
            add_reading(person(), name="empty.pdf", content=b"")
        assert [finding.code for finding in refusal.value.findings] == ["file.empty"]

    def test_a_reader_may_not_add(self):
        with pytest.raises(Refused):
            add_reading(person(Role.READER), name="report.pdf", content=REPORT)


@pytest.mark.django_db(transaction=True)
def test_the_worker_reads_what_waits_and_takes_up_what_was_begun():
    begun = add_reading(person(), name="report.pdf", content=REPORT)
    Reading.objects.filter(pk=begun.pk).update(state="reading", beat_at=timezone.now())
    with ReadingWorker(alone=True):
        deadline = time.monotonic() + 60
        while Reading.objects.filter(state__in=("waiting", "reading")).exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
    assert list(Reading.objects.values_list("state", "outcome")) == [("done", "new")]
