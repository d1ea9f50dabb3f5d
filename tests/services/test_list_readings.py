"""Lists that somebody adds on a page: recognised, tried, and imported when a person wants it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import person
from tests.services.published import annotation, write
from upheld.core.errors import InputProblem, Refused
from upheld.core.roles import Role
from upheld.reading.sandbox import Sandbox
from upheld.services import history
from upheld.services.list_readings import import_tried
from upheld.services.readings import add_reading, read_next
from upheld.services.search import search
from upheld.store.models import Document, Event, ImportRun, Reading, Record

pytestmark = pytest.mark.django_db

UPR_INFO = (
    "Recommendation,State Under Review,Session,Recommending State,Response,Action,Issues\n"
    "Ratify the Convention against Torture,Sarovia,27,France,Supported,5,Torture\n"
    "Consider abolishing the death penalty,Sarovia,27,Chile,Noted,3,Death penalty\n"
)


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as process:
        yield process


@pytest.fixture(autouse=True)
def folder(settings, tmp_path: Path) -> None:
    settings.UPHELD_DATA = tmp_path / "data"
    (tmp_path / "data").mkdir()


def index(tmp_path: Path) -> bytes:
    rows = [annotation(0), annotation(1, Themes=["- A theme of tomorrow"]), annotation(0)]
    return write(tmp_path, rows).read_bytes()


def added(name: str, content: bytes, sandbox: Sandbox, **more) -> Reading:
    row = add_reading(person(), name=name, content=content, **more)
    read_next(sandbox)
    return Reading.objects.get(pk=row.pk)


@pytest.mark.parametrize("name", ["export-uhri.json", "part of the index.txt"])
def test_a_list_is_tried_and_nothing_of_it_is_kept(tmp_path, sandbox, name) -> None:
    row = added(name, index(tmp_path), sandbox)
    assert (row.state, row.outcome, row.document) == ("done", "tried", None)
    assert row.report["publisher"] == "uhri"
    assert row.report["rows"] == 3
    assert row.report["counts"] == {"new": 2, "refused": {"row.repeated": 1}}
    assert row.report["unknown"] == {"labels": [["theme", "A theme of tomorrow", 1]], "states": {}}
    assert [finding["code"] for finding in row.report["findings"]] == ["row.repeated"]
    assert not (Record.objects.exists() or ImportRun.objects.exists())


def test_it_is_imported_once_a_person_wants_it(tmp_path, sandbox) -> None:
    row = added("export-uhri.json", index(tmp_path), sandbox)
    waiting = import_tried(person(), reading=row.pk)
    assert (waiting.state, waiting.outcome) == ("waiting", "")
    import_tried(person(), reading=row.pk)  # pressed twice
    read_next(sandbox)
    assert read_next(sandbox) is None
    row.refresh_from_db()
    assert (row.state, row.outcome, row.report["counts"]["new"]) == ("done", "imported", 2)
    run = ImportRun.objects.get()
    assert (run.file.name, run.file.sha256) == ("export-uhri.json", row.sha256)
    assert Record.objects.count() == 2
    assert search(person(), "corporal punishment").total == 1
    acts = Event.objects.filter(object_type="reading").values_list("action", flat=True)
    assert sorted(acts) == ["reading.add", "reading.import"]
    assert history.verify_chain() == []


def test_the_same_list_again_would_change_nothing(tmp_path, sandbox) -> None:
    row = added("export-uhri.json", index(tmp_path), sandbox)
    import_tried(person(), reading=row.pk)
    read_next(sandbox)
    again = added("export-uhri.json", index(tmp_path), sandbox)
    assert again.outcome == "tried"
    assert again.report["counts"] == {"unchanged": 2, "refused": {"row.repeated": 1}}


def test_other_tables_are_taken_in_as_documents(sandbox) -> None:
    table = "Number,Recommendation,State\n1,Ratify the Convention against Torture,France\n"
    mapping = {"Number": "number", "Recommendation": "text", "State": "states"}
    row = added("table.csv", table.encode(), sandbox, mapping=mapping)
    assert (row.state, row.outcome) == ("done", "new")
    assert row.document == Document.objects.get()


def test_only_who_adds_documents_imports_and_only_what_was_tried(tmp_path, sandbox) -> None:
    row = added("export-uhri.json", index(tmp_path), sandbox)
    with pytest.raises(Refused):
        import_tried(person(Role.READER), reading=row.pk)
    broken = added("bad.pdf", b"%PDF-1.7 nothing more", sandbox)
    for number in (broken.pk, 999_999):
        with pytest.raises(InputProblem, match="no list that can be imported"):
            import_tried(person(), reading=number)


def test_the_list_of_upr_info_is_recognised_by_its_head(sandbox) -> None:
    row = added("recommendations.csv", UPR_INFO.encode(), sandbox)
    assert (row.outcome, row.report["publisher"]) == ("tried", "upr_info")
