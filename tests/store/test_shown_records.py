"""What a list shows of a record is what the record, its States and its document have."""

from __future__ import annotations

import pytest

from tests.factories import person, report
from upheld.services import review
from upheld.store.models import Record
from upheld.store.queries.shown_records import shown_records

pytestmark = pytest.mark.django_db


def test_a_record_is_shown_as_it_is_kept() -> None:
    report()
    shown = shown_records(Record.objects.all())
    assert sorted(shown) == sorted(Record.objects.values_list("pk", flat=True))
    for record in Record.objects.all():
        one, document = shown[record.pk], record.document
        position = record.current_position
        assert (one.pk, one.public_id, one.kind, one.number, one.page, one.review_state) == (
            record.pk, record.public_id, record.kind, record.number, record.page,
            record.review_state,
        )  # fmt: skip
        assert one.text == record.text
        assert one.position == (position.value if position else "")
        assert one.states == tuple(row.iso3 for row in record.states.all())
        assert (one.document.slug, one.document.symbol) == (document.slug, document.symbol)
        assert (one.document.title, one.document.kind) == (document.title, document.kind)
        assert one.document.language == document.language
        assert one.document.relates_to == ""
        under_review = document.states_under_review.all()
        assert one.document.states == tuple(row.iso3 for row in under_review)


def test_words_that_nobody_has_read_otherwise_are_those_printed() -> None:
    report()
    first = Record.objects.all()[0]
    Record.objects.filter(pk=first.pk).update(text="", printed="As printed")
    assert shown_records(Record.objects.filter(pk=first.pk))[first.pk].text == "As printed"
    review.correct(person(), public_id=first.public_id, row_version=1, text="As corrected")
    assert shown_records(Record.objects.filter(pk=first.pk))[first.pk].text == "As corrected"


def test_any_number_of_records_takes_three_questions(django_assert_num_queries) -> None:
    report()
    with django_assert_num_queries(3):
        shown_records(Record.objects.all())
