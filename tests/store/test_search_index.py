"""The search index follows the database, and is made again whenever it cannot."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from tests.factories import person
from tests.services.printed import THREE, printed
from upheld.analysis.query import parse_question
from upheld.services import history, review
from upheld.services.ingest import keep
from upheld.store import append_only, search_changes
from upheld.store.models import Event, Record
from upheld.store.search_check import differing_records
from upheld.store.search_index import is_current, rebuild, search_index, seen_by_index
from upheld.store.search_index_engine import ask
from upheld.store.search_index_schema import EVERYONE

pytestmark = pytest.mark.django_db

ONE = "A-HRC-90-7-140.1"


@pytest.fixture(autouse=True)
def three(settings, tmp_path: Path) -> None:
    settings.UPHELD_DATA = tmp_path
    keep(person(), printed(THREE))


def total(question: str) -> int:
    return ask(search_index(), parse_question(question).root, visible=[EVERYONE]).total


def folders(place: Path) -> list[str]:
    return sorted(path.name for path in (place / "index").glob("search-*"))


def test_the_first_question_builds_it(tmp_path: Path) -> None:
    assert seen_by_index() == ""
    assert total("state:XSP") == 3
    assert is_current()
    assert len(folders(tmp_path)) == 1


def test_it_catches_up_with_what_was_changed(tmp_path: Path) -> None:
    assert total("zebra") == 0
    before = folders(tmp_path)
    review.correct(person(), public_id=ONE, row_version=1, text="Protect the zebra")
    assert total("zebra") == 1
    assert total("state:XSP") == 3
    assert differing_records() == []
    assert folders(tmp_path) == before


def test_entries_that_change_no_record_change_nothing_on_the_disk(tmp_path: Path) -> None:
    total("zebra")
    (folder,) = (tmp_path / "index").glob("search-*")
    before = (folder / "meta.json").read_bytes()
    other = person(username="other")
    history.record(person(), [history.Entry("user.add", other)])
    assert total("state:XSP") == 3
    assert is_current()
    assert (folder / "meta.json").read_bytes() == before


def test_a_record_no_longer_in_force_leaves_it() -> None:
    assert total("state:XSP") == 3
    Record.objects.filter(public_id=ONE).update(review_state="withdrawn")
    rebuild()
    assert total("state:XSP") == 2


def test_another_history_makes_it_anew(tmp_path: Path) -> None:
    total("zebra")
    before = folders(tmp_path)
    seen = seen_by_index()
    # The data folder of before, with an index that had gone on: as after restoring a backup.
    append_only.remove(connection)
    Event.objects.filter(seq=int(seen.partition(":")[0])).update(hash="0" * 64)
    append_only.install(connection)
    assert total("state:XSP") == 3
    assert folders(tmp_path) != before
    assert is_current()


def test_too_many_changes_make_it_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    total("zebra")
    before = folders(tmp_path)
    monkeypatch.setattr(search_changes, "MOST", 0)
    review.correct(person(), public_id=ONE, row_version=1, text="Protect the zebra")
    assert total("zebra") == 1
    assert folders(tmp_path) != before


@pytest.mark.parametrize("damage", ["gone", "named wrongly", "not JSON", "another edition"])
def test_a_damaged_index_is_made_again(tmp_path: Path, damage: str) -> None:
    total("zebra")
    named = tmp_path / "index" / "search.json"
    match damage:
        case "gone":
            shutil.rmtree(tmp_path / "index")
        case "named wrongly":
            named.write_text('{"folder": "search-none", "edition": "3"}')
        case "not JSON":
            named.write_text("{")
        case _:
            named.write_text(named.read_text().replace('"edition": "', '"edition": "9'))
    assert total("state:XSP") == 3


def test_a_build_that_was_killed_leaves_nothing_that_counts(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir(exist_ok=True)
    (tmp_path / "index" / "search-half").mkdir()
    (tmp_path / "index" / "search-half" / "meta.json").write_text("{}")
    assert total("state:XSP") == 3
    assert "search-half" not in folders(tmp_path)


def test_while_another_process_writes_the_index_answers_as_it_stands(tmp_path: Path) -> None:
    assert total("zebra") == 0
    review.correct(person(), public_id=ONE, row_version=1, text="Protect the zebra")
    writer = sqlite3.connect(tmp_path / "index" / "lock.sqlite3", isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    assert total("zebra") == 0
    writer.close()
    assert total("zebra") == 1


def test_a_difference_is_found() -> None:
    total("zebra")
    row = Record.objects.get(public_id=ONE)
    Record.objects.filter(pk=row.pk).update(text="Softened words")
    assert differing_records() == [row.pk]
