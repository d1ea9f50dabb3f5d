"""``upheld import`` as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.stored import upheld, write_report
from tests.services.published import annotation, write


def lines(printed: str) -> list[str]:
    """What was printed, without the seconds."""
    return [line.partition(" rows in ")[0] for line in printed.splitlines()]


def export(folder: Path) -> Path:
    rows = [annotation(0), annotation(1, Themes=["- A theme of tomorrow"]), annotation(0)]
    return write(folder, rows)


def test_an_import_says_what_it_brought_and_the_second_one_brings_nothing(tmp_path):
    file, data = export(tmp_path), tmp_path / "data"
    first = upheld("import", file, data=data)
    assert first.returncode == 0, first.stderr
    assert lines(first.stdout) == [
        "export-uhri.json: Universal Human Rights Index of OHCHR, 3",
        "  new 2, changed 0, unchanged 0, refused 1",
        "  refused 1 (row.repeated), first: Row 3 was not taken in: its id "
        "00000000-0000-4000-8000-000000000001 stands on an earlier row. "
        "Compare both rows at the publisher; the first one was taken in.",
        "  unknown labels 1; map them on the page of labels:",
        "    theme: A theme of tomorrow (1)",
        "2 records wait to be read for labels: upheld serve does that beside the pages, "
        "upheld label at once",
    ]
    second = upheld("import", file, data=data)
    assert lines(second.stdout)[1] == "  new 0, changed 0, unchanged 2, refused 1"
    upheld("label", data=data)
    assert "upheld label" not in upheld("import", file, data=data).stdout
    verified = upheld("verify", data=data)
    assert verified.returncode == 0, verified.stdout
    found = upheld("search", "--json", "corporal punishment", data=data)
    assert '"total": 1' in found.stdout, found.stdout + found.stderr


def test_labels_of_no_known_list_are_listed(tmp_path):
    data = tmp_path / "data"
    upheld("import", export(tmp_path), data=data)
    listed = upheld("list", "labels", "--json", data=data)
    assert json.loads(listed.stdout) == [
        {"taxonomy": "theme", "label": "A theme of tomorrow", "records": 1, "stands_for": ""}
    ]


def test_a_dry_run_says_the_same_and_keeps_nothing(tmp_path):
    file, data = export(tmp_path), tmp_path / "data"
    tried = upheld("import", file, "--dry-run", data=data)
    assert lines(tried.stdout)[1] == "  new 2, changed 0, unchanged 0, refused 1"
    assert upheld("list", "records", data=data).stdout == "There are no records here.\n"


def test_what_is_no_list_is_taken_in_as_a_document(tmp_path):
    report, data = write_report(tmp_path), tmp_path / "data"
    taken = upheld("import", report, data=data)
    assert lines(taken.stdout)[1] == "  new 6, changed 0, unchanged 0, refused 0"
    again = upheld("import", report, data=data)
    assert lines(again.stdout)[1] == "  new 0, changed 0, unchanged 6, refused 0"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text('[{"AnnotationId": ', "utf-8")
    absent = tmp_path / "absent.json"
    data = tmp_path / "data"
    done = upheld("import", absent, broken, export(tmp_path), data=data)
    assert done.returncode == 2
    assert "absent.json: upheld: The file cannot be opened" in done.stderr
    assert "broken.json: upheld: The file broken.json is damaged" in done.stderr
    assert lines(done.stdout)[1] == "  new 2, changed 0, unchanged 0, refused 1"


def test_ingest_recognises_a_published_list_and_imports_it(tmp_path):
    file, data = export(tmp_path), tmp_path / "data"
    tried = upheld("ingest", file, "--dry-run", data=data)
    assert tried.returncode == 0, tried.stderr
    assert "(dry run, nothing kept)" in tried.stdout.splitlines()[0]
    done = upheld("ingest", file, data=data)
    assert lines(done.stdout)[1] == "  new 2, changed 0, unchanged 0, refused 1"
    assert lines(upheld("import", file, data=data).stdout)[1] == (
        "  new 0, changed 0, unchanged 2, refused 1"
    )
