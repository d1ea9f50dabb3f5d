"""Lists that others publish become records, once, and nothing that is not to be kept is kept."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import person
from tests.services.published import annotation, key, write
from upheld.core.errors import InputProblem, Refused
from upheld.core.roles import Role
from upheld.reading.sandbox import Sandbox
from upheld.services import history, review
from upheld.services.import_published import NotPublished, import_list
from upheld.services.import_report import ImportReport
from upheld.services.ingest import ingest_file
from upheld.services.verify import verify
from upheld.specimen.spreadsheets import upr_info
from upheld.store.models import (
    Document,
    DocumentVersion,
    Event,
    ImportedRow,
    ImportRun,
    Label,
    PositionEntry,
    Record,
    StoredFile,
    Term,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.UPHELD_DATA = tmp_path


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as reader:
        yield reader


def take(path: Path, **options: Any) -> ImportReport:
    return import_list(person(), path=path, **options)


def counted(report: ImportReport) -> dict[str, int]:
    return {name: count for name, count in report.counts.items() if count}


def kept() -> list[dict[str, Any]]:
    """Everything that an import writes, without the ids that a database gives."""
    return [
        {
            "id": record.public_id,
            "document": record.document.slug,
            "version": record.version.number,
            "day": record.day,
            "number": record.number,
            "text": record.text,
            "printed": record.printed,
            "states": [row.iso3 for row in record.states.all()],
            "position": record.current_position and record.current_position.value,
            "labels": [(label.taxonomy, label.value) for label in record.labels.all()],
            "state": record.review_state,
        }
        for record in Record.objects.order_by("public_id")
    ]


def whole() -> list[str]:
    """The codes of what ``verify`` finds, apart from the index, which nobody has built here."""
    return [finding.code for finding in verify(person()) if finding.code != "index.differs"]


def test_annotations_become_records(tmp_path):
    report = take(write(tmp_path, [annotation(0), annotation(1)]))
    assert (report.publisher, report.rows, counted(report)) == ("uhri", 2, {"new": 2})
    assert report.refused == Counter()
    second, first = kept()
    assert first == {
        "id": f"uhri-CEDAW-C-XSP-CO-8-1-{key(1).replace('-', '')[:12]}",
        "document": "uhri-CEDAW-C-XSP-CO-8",
        "version": 1,
        "day": date(2016, 11, 23),
        "number": "1",
        "text": "The State party should end corporal punishment by decree 1.",
        "printed": "1.The State party should end corporal punishment by de- cree 1.",
        "states": [],
        "position": None,
        "labels": [
            ("persons", "Children"),
            ("sdg", "4"),
            ("theme", "Right to education"),
        ],
        "state": "published",
    }
    assert (second["document"], second["number"]) == ("uhri-A-HRC-90-7-XSP", "140.0")
    assert (second["states"], second["position"]) == (["CHL", "FRA"], "supported")
    documents = Document.objects.order_by("slug")
    facts = ("kind", "symbol", "base_symbol", "body", "session", "cycle")
    assert list(documents.values_list(*facts)) == [
        ("uhri", "A/HRC/90/7", "", "UPR", 39, 3),
        ("uhri", "CEDAW/C/XSP/CO/8", "", "CEDAW", None, None),
    ]
    assert [row.states_under_review.get().iso3 for row in documents] == ["XSP", "XSP"]
    assert whole() == []


def test_the_file_itself_is_not_kept(tmp_path):
    take(write(tmp_path, [annotation(0)]))
    assert list((tmp_path / "files").glob("*/*")) == []
    assert StoredFile.objects.get().kept is False


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(st.integers(0, 12), min_size=1, max_size=12),
    batch=st.integers(1, 5),
)
def test_twice_is_once(rows, batch, tmp_path_factory, django_db_blocker):
    folder = tmp_path_factory.mktemp("twice")
    path = write(folder, [annotation(n) for n in rows], name=f"{len(rows)}-{batch}.json")
    take(path, batch=batch)
    before, head = kept(), history.head()
    again = take(path, batch=batch + 1)
    assert again.changes_nothing
    assert (kept(), history.head()) == (before, head)
    assert again.counts["unchanged"] == len(set(rows))
    assert again.refused.total() == len(rows) - len(set(rows))
    assert whole() == []


def test_the_size_of_batches_makes_no_difference(tmp_path):
    path = write(tmp_path, [annotation(n) for n in range(9)])
    take(path, batch=2)
    assert [row["number"] for row in kept()] == [
        "140.0",
        "140.2",
        "140.4",
        "140.6",
        "140.8",
        *"1357",
    ]
    assert Event.objects.filter(action="import.batch").count() == 5
    assert ImportRun.objects.get().rows_done == 9
    assert whole() == []


def test_a_newer_file_changes_what_it_changed(tmp_path):
    take(write(tmp_path, [annotation(n) for n in range(4)]))
    newer = [
        annotation(0, UprPosition="Noted"),
        annotation(1, Themes=["- A theme of tomorrow"]),
        annotation(2, Text="140.2 Other words", UprRecommendingStates=["Chile"]),
        annotation(3),
        annotation(5),
    ]
    report = take(write(tmp_path, newer, name="newer.json"))
    assert counted(report) == {"new": 1, "changed": 3, "unchanged": 1}
    by_number = {row["number"]: row for row in kept()}
    assert by_number["140.0"]["position"] == "noted"
    assert by_number["1"]["labels"][-1] == ("theme", "A theme of tomorrow")
    assert (by_number["140.2"]["text"], by_number["140.2"]["states"]) == ("Other words", ["CHL"])
    assert report.unknown_labels == Counter({("theme", "A theme of tomorrow"): 1})
    words = Event.objects.get(action="record.update").difference["text"]
    assert words == ["Please fund the institution in full, as case 2 shows", "Other words"]
    assert PositionEntry.objects.filter(record__number="140.0").count() == 2
    assert DocumentVersion.objects.count() == 4
    assert whole() == []
    again = take(write(tmp_path, newer, name="again.json"))
    assert counted(again) == {"unchanged": 5}


def test_an_empty_list_is_a_list(tmp_path):
    path = tmp_path / "empty.json"
    path.write_text(" [\n] ")
    report = take(path)
    assert (report.publisher, report.rows, counted(report)) == ("uhri", 0, {})
    assert whole() == []


def test_many_changes_cost_as_many_questions_as_few(tmp_path):
    def newer(n: int, answer: str) -> dict[str, Any]:
        more = {"UprPosition": answer} if n % 2 == 0 else {}
        return annotation(n, Text=f"1.Other words {answer} {n}", **more)

    asked = []
    for name, first, last in (("few", 0, 4), ("many", 4, 44)):
        rows = range(first, last)
        take(write(tmp_path, [annotation(n) for n in rows], name=f"{name}.json"))
        changed = write(tmp_path, [newer(n, "Noted") for n in rows], name=f"{name}-newer.json")
        with CaptureQueriesContext(connection) as queries:
            assert counted(take(changed)) == {"changed": last - first}
        asked.append(len(queries))
    assert asked[1] == asked[0]
    assert {row["position"] for row in kept() if row["document"].startswith("uhri-A")} == {"noted"}
    assert whole() == []


def test_ids_that_begin_alike_stay_apart(tmp_path):
    """Publishers may count their ids: 12 letters of them are then no id."""
    rows = [annotation(n, Text="No number here", Symbol=None, Body="- CEDAW") for n in range(4)]
    take(write(tmp_path, rows), batch=2)
    shared = "uhri-no-symbol-XSP-000000000000"
    assert [row["id"] for row in kept()] == [
        shared,
        *sorted(f"uhri-no-symbol-XSP-{key(n).replace('-', '')}" for n in (1, 2, 3)),
    ]


def test_a_record_moves_with_its_symbol(tmp_path):
    take(write(tmp_path, [annotation(1)]))
    moved = annotation(1, Symbol="CEDAW/C/XSP/CO/9", PublicationDate=None)
    assert counted(take(write(tmp_path, [moved], name="b.json"))) == {"changed": 1}
    [row] = kept()
    assert (row["document"], row["day"]) == ("uhri-CEDAW-C-XSP-CO-9", date(1, 1, 1))
    assert row["id"].startswith("uhri-CEDAW-C-XSP-CO-8-1-")
    assert whole() == []


def test_what_a_person_corrected_stays(tmp_path):
    take(write(tmp_path, [annotation(0), annotation(1)]))
    record = Record.objects.get(number="1")
    review.correct(person(), public_id=record.public_id, row_version=1, text="As it should read")
    newer = write(tmp_path, [annotation(0), annotation(1, Text="1.Newer words")], name="b.json")
    report = take(newer)
    assert counted(report) == {"unchanged": 1, "kept_by_hand": 1}
    assert Record.objects.get(number="1").text == "As it should read"
    assert counted(take(newer)) == {"unchanged": 2}
    assert whole() == []


def test_a_dry_run_keeps_nothing(tmp_path):
    report = take(write(tmp_path, [annotation(0), annotation(1)]), dry_run=True)
    assert (counted(report), report.dry_run) == ({"new": 2}, True)
    assert (Record.objects.count(), ImportRun.objects.count(), StoredFile.objects.count()) == (
        0,
        0,
        0,
    )
    assert history.head()[0] == 0


def test_rows_that_are_refused_are_counted_and_named(tmp_path):
    rows = [
        annotation(0),
        annotation(1, AnnotationId=key(0)),
        annotation(2, AnnotationId=None),
        annotation(3, Text=" "),
    ]
    report = take(write(tmp_path, rows))
    assert counted(report) == {"new": 1}
    assert report.refused == Counter({"row.repeated": 1, "row.no_id": 1, "row.no_text": 1})
    assert report.findings[0].message == (
        f"Row 2 was not taken in: its id {key(0)} stands on an earlier row."
    )


def test_names_that_are_no_state_are_counted(tmp_path):
    report = take(write(tmp_path, [annotation(n, Countries=["- Atlantis"]) for n in (0, 1)]))
    assert report.unknown_states == Counter({"Atlantis": 2})
    assert {row["document"] for row in kept()} == {"uhri-A-HRC-90-7", "uhri-CEDAW-C-XSP-CO-8"}


def test_cases_of_persons_leave_no_trace(tmp_path):
    """Canary names stand in rows about complaints; nothing in the folder ever says them."""
    rows = [
        annotation(0),
        annotation(1, Symbol="CCPR/C/115/D/2163/2012", Text="Views on Qanarova v. Sarovia"),
        annotation(3, AnnotationType="- Jurisprudence", Text="The author, Mr. Qanarov, says"),
        annotation(5, Symbol="UA XSP 3/2019", Text="Concerning Qanarova"),
    ]
    exported = tmp_path / "elsewhere"
    exported.mkdir()
    report = take(write(exported, rows, name="export.json"))
    assert report.refused == Counter({"row.private": 3})
    tables = (Record, Document, Event, ImportRun, ImportedRow, Term)
    said = [str(row) for table in tables for row in table.objects.values()]
    assert [row for row in said if "Qanarov" in row] == []
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    kept_files = [path for path in files if exported not in path.parents]
    assert [path for path in kept_files if b"Qanarov" in path.read_bytes()] == []
    assert "Qanarov" not in str(report)


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path):
    rows = [annotation(n) for n in range(7)]
    path = write(tmp_path, rows)

    def stop(_read: int, _of: int, done: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take(path, batch=2, progress=stop)
    assert (Record.objects.count(), ImportRun.objects.get().finished_at) == (4, None)
    assert whole() == []
    report = take(path, batch=2)
    assert (report.resumed_at, report.rows, counted(report)) == (4, 7, {"new": 7})
    assert Record.objects.count() == 7
    assert ImportRun.objects.get().finished_at is not None
    assert whole() == []


def test_what_stood_before_a_break_is_kept(tmp_path):
    path = write(tmp_path, [annotation(n) for n in range(5)])
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(InputProblem) as problem:
        take(path, batch=2)
    assert problem.value.findings[0].code == "file.damaged"
    assert Record.objects.count() == 4
    assert whole() == []


def test_upr_infos_list_goes_to_its_reviews(tmp_path, sandbox):
    content, truth = upr_info()
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    report = take(path, sandbox=sandbox)
    assert (report.publisher, counted(report)) == ("upr_info", {"new": len(truth.items)})
    assert {row.kind for row in Document.objects.all()} == {"upr_info"}
    assert {row.states_under_review.get().iso3 for row in Document.objects.all()} == {"XSP"}
    assert set(Label.objects.values_list("term__taxonomy", flat=True)) == {"issue"}
    assert counted(take(path, sandbox=sandbox)) == {"unchanged": len(truth.items)}
    assert whole() == []


def test_a_list_that_was_imported_is_no_earlier_version_of_a_document(tmp_path, sandbox):
    content, _truth = upr_info()
    head, first, second, *_rows = content.decode("utf-8-sig").splitlines(keepends=True)
    path = tmp_path / "list.csv"
    path.write_text(head + first, "utf-8")
    take(path, sandbox=sandbox)
    same = ingest_file(person(), name="list.csv", content=path.read_bytes(), sandbox=sandbox)
    assert same.outcome == "unchanged"
    other = (head + first + second).encode()
    assert ingest_file(person(), name="list.csv", content=other, sandbox=sandbox).outcome == "new"
    assert Document.objects.count() == 2
    assert whole() == []


def test_any_other_file_is_none_of_the_lists(tmp_path, sandbox):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(NotPublished):
        take(path, sandbox=sandbox)


def test_only_a_coordinator_imports(tmp_path):
    with pytest.raises(Refused):
        import_list(person(Role.READER), path=write(tmp_path, [annotation(0)]))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda: Record.objects.filter(number="1").update(text="softened"), "import.differs"),
        (lambda: Record.objects.filter(number="140.0").update(printed="x"), "import.differs"),
        (lambda: Label.objects.first().delete(), "import.differs"),
        (lambda: PositionEntry.objects.update(value="noted"), "import.differs"),
        (lambda: ImportedRow.objects.filter(pk__gt=0).update(applied=False), "import.rows_differ"),
        (lambda: ImportedRow.objects.first().delete(), "import.rows_differ"),
        (lambda: ImportedRow.objects.update(digest=b"x" * 16), "import.rows_differ"),
    ],
)
def test_what_was_changed_behind_the_program_is_found(change, code, tmp_path):
    take(write(tmp_path, [annotation(0), annotation(1)]))
    assert whole() == []
    change()
    assert code in whole()
