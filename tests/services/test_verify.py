"""``upheld verify`` finds what was changed behind the program's back."""

from __future__ import annotations

import pytest

from tests.factories import person
from tests.services.printed import THREE, printed
from upheld.core.errors import Refused
from upheld.core.roles import Role
from upheld.services import review
from upheld.services.ingest import keep
from upheld.services.leftovers import remove_leftovers
from upheld.services.verify import verify
from upheld.store import files
from upheld.store.models import RecommendingState, Record, StoredFile

pytestmark = pytest.mark.django_db

ONE = "A-HRC-90-7-140.1"


@pytest.fixture(autouse=True)
def three(settings, tmp_path):
    settings.UPHELD_DATA = tmp_path
    keep(person(), printed(THREE))


def found() -> list[tuple[str, dict]]:
    return [(finding.code, dict(finding.arguments)) for finding in verify(person())]


def test_a_folder_that_only_the_program_changed_is_whole():
    review.correct(person(), public_id=ONE, row_version=1, text="x", states=["CHL"])
    assert found() == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("text", "Softened words"), ("number", "9"), ("review_state", "withdrawn")],
)
def test_a_record_that_was_changed_without_history(field, value):
    Record.objects.filter(public_id=ONE).update(**{field: value})
    assert found() == [("history.differs", {"record": ONE, "field": field})]


def test_a_state_that_was_taken_away_without_history():
    RecommendingState.objects.filter(record__public_id=ONE, iso3="FRA").delete()
    assert found() == [("history.differs", {"record": ONE, "field": "states"})]


def test_a_record_that_was_removed_without_history():
    Record.objects.filter(public_id=ONE).delete()
    assert found() == [("stored.record_missing", {"record": ONE})]


def test_a_file_that_is_gone_or_changed():
    file = StoredFile.objects.get()
    said = {"name": file.name, "sha256": file.sha256}
    files.path_of(file.sha256).write_bytes(b"other")
    assert found() == [("stored.changed", said)]
    files.path_of(file.sha256).unlink()
    assert found() == [("stored.missing", said)]


def test_bytes_that_a_destruction_left_are_found_and_removed():
    file = StoredFile.objects.get()
    other = StoredFile.objects.create(
        sha256=files.keep(b"a destroyed annex"),
        name="annex",
        media_type="text/plain",
        format="txt",
        size=17,
        kept=False,
        added_at=file.added_at,
        added_by=file.added_by,
    )
    assert found() == [("stored.left", {"sha256": other.sha256})]
    assert remove_leftovers(person()) == [other.sha256]
    assert not files.path_of(other.sha256).exists()
    assert files.path_of(file.sha256).exists()
    assert found() == []
    with pytest.raises(Refused):
        remove_leftovers(person(Role.READER))


def test_what_was_read_and_cannot_be_opened(tmp_path):
    file = StoredFile.objects.get()
    (tmp_path / "documents" / f"{file.sha256}.json.gz").write_bytes(b"\x1f\x8b broken")
    assert found() == [("stored.unread", {"name": file.name, "sha256": file.sha256})]


def test_a_record_that_leads_to_other_words():
    Record.objects.filter(public_id=ONE).update(start=0)
    assert found() == [("stored.span", {"record": ONE, "page": 1})]


def test_steps_are_told():
    steps = []
    verify(person(), progress=lambda step, done, total: steps.append((step, done, total)))
    assert steps == [
        ("history", 0, 5),
        ("records", 1, 5),
        ("files", 2, 5),
        ("documents", 3, 5),
        ("index", 4, 5),
        ("done", 5, 5),
    ]


def test_a_reader_may_not():
    with pytest.raises(Refused):
        verify(person(Role.READER))
