"""``upheld ingest``, ``list``, ``export`` and ``verify`` on one small report."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.stored import upheld, write_report


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one report in it."""
    folder = tmp_path_factory.mktemp("kept")
    done = upheld("ingest", write_report(folder), data=folder / "data")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[1] == "  Records: 6 added"
    return folder / "data"


def test_the_same_file_again_changes_nothing(data, tmp_path):
    before = upheld("verify", data=data).stdout
    done = upheld("ingest", write_report(tmp_path), data=data)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].endswith(": known, nothing changed")
    assert upheld("verify", data=data).stdout == before


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 nothing more")
    files = (bad, write_report(tmp_path), tmp_path / "absent.pdf")
    done = upheld("ingest", *files, data=tmp_path / "data")
    assert done.returncode == 2
    told = [line for line in done.stderr.splitlines() if not line.startswith(" ")]
    assert [line.split(":")[0] for line in told] == ["bad.pdf", "absent.pdf"]
    listed = json.loads(upheld("list", "--json", data=tmp_path / "data").stdout)
    assert [(row["symbol"], row["records"]) for row in listed] == [("A/HRC/90/7", 6)]


def test_a_dry_run_keeps_nothing(tmp_path):
    done = upheld("ingest", write_report(tmp_path), "--dry-run", data=tmp_path / "data")
    assert done.stdout.splitlines()[0].endswith(": new (dry run, nothing kept)")
    assert upheld("list", data=tmp_path / "data").stdout == "There are no documents here.\n"


def test_a_mapping_is_column_and_field(tmp_path):
    done = upheld("ingest", write_report(tmp_path), "--map", "text", data=tmp_path / "data")
    assert (done.returncode, done.stderr) == (
        2,
        'upheld: --map text is not COLUMN=FIELD.\n  Write it like --map "Khuyến nghị=text".\n',
    )


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        (["--state", "Sarovia"], 6),
        (["--state", "xsp", "--position", "supported"], 6),
        (["--position", "noted"], 0),
        (["--symbol", "A/HRC/90/7"], 6),
        (["--state", "VNM"], 0),
    ],
)
def test_records_are_listed_by_choice(data, chosen, numbers):
    rows = json.loads(upheld("list", "records", "--json", *chosen, data=data).stdout)
    assert len(rows) == numbers


def test_lists_are_tables_for_people(data):
    first, *rest = upheld("list", "records", data=data).stdout.splitlines()
    assert first.split() == ["id", "number", "text", "states", "position", "review", "state"]
    assert rest[0].startswith("A-HRC-90-7-140.1 ")


def test_findings_are_listed(data):
    assert upheld("list", "findings", data=data).stdout == "There are no findings here.\n"


def test_a_state_that_is_none_is_said(data):
    done = upheld("list", "--state", "Atlantis", data=data)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "upheld: Atlantis is no State that the UN names."


def test_an_export_is_chosen_by_the_name_of_its_file(data, tmp_path):
    for ending, begin in (("csv", b"\xef\xbb\xbfId,"), ("xlsx", b"PK"), ("json", b'{"title"')):
        file = tmp_path / f"records.{ending}"
        assert upheld("export", file, data=data).returncode == 0
        assert file.read_bytes().startswith(begin)


def test_an_export_can_go_on_to_another_program(data):
    done = upheld("export", "-", "--address", "https://upheld.example/", data=data)
    rows = list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff"))))
    assert rows[0]["Link"] == "https://upheld.example/recommendations/A-HRC-90-7-140.1/"
    assert len(rows) == 6


def test_an_export_takes_a_question(data):
    done = upheld(
        "export", "-", "--query", "trafficking OR executions", "--state", "XSP", data=data
    )
    rows = list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff"))))
    assert sorted(row["Number"] for row in rows) == ["140.4", "140.6"]
    asked = "Question: “trafficking OR executions”. State under review: Sarovia."
    assert {row["Question"] for row in rows} == {asked}


def test_an_export_in_no_known_format_is_refused(data, tmp_path):
    done = upheld("export", tmp_path / "records.doc", data=data)
    assert done.returncode == 2
    assert not (tmp_path / "records.doc").exists()


def test_verify_proves_a_whole_folder_and_finds_a_changed_one(data, tmp_path):
    done = upheld("verify", data=data)
    assert (done.returncode, done.stdout.split(";")[0]) == (0, "Everything is whole")
    upheld("ingest", write_report(tmp_path), data=tmp_path / "data")
    with closing(sqlite3.connect(tmp_path / "data" / "upheld.sqlite3")) as database, database:
        database.execute("UPDATE store_record SET text = 'Softer words' WHERE number = '140.2'")
    done = upheld("verify", data=tmp_path / "data")
    assert done.returncode == 4
    assert done.stdout.splitlines()[0] == (
        "error: Record A-HRC-90-7-140.2 holds another text than its history says. "
        "Somebody changed it outside Upheld. Restore the last backup and compare."
    )


def test_a_tampered_history_is_found(tmp_path):
    upheld("ingest", write_report(tmp_path), data=tmp_path / "data")
    with closing(sqlite3.connect(tmp_path / "data" / "upheld.sqlite3")) as database, database:
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            database.execute("UPDATE store_event SET reason = 'nobody' WHERE seq = 3")
        database.execute("DROP TRIGGER store_event_no_update")
        database.execute("UPDATE store_event SET reason = 'nobody' WHERE seq = 3")
    done = upheld("verify", data=tmp_path / "data")
    assert done.returncode == 4
    assert done.stdout.splitlines()[0].startswith("error: Entry 3 of the history was changed")


def test_a_seal_that_was_noted_is_asked_for_later(tmp_path):
    upheld("ingest", write_report(tmp_path), data=tmp_path / "data")
    noted = upheld("verify", data=tmp_path / "data").stdout.split()[-1]
    upheld("ingest", write_report(tmp_path, symbol="A/HRC/91/2"), data=tmp_path / "data")
    done = upheld("verify", "--repair", "--seal", noted, data=tmp_path / "data")
    assert (done.returncode, done.stdout.split(";")[0]) == (0, "Everything is whole")
    assert done.stdout.split()[-1] != noted
    done = upheld("verify", "--seal", "f" * 64, data=tmp_path / "data")
    assert done.returncode == 4
    assert done.stdout.startswith(f"error: No event of the history has the seal {'f' * 64}.")


def test_two_first_uses_at_once_prepare_one_folder(tmp_path):
    with ThreadPoolExecutor(2) as threads:
        runs = [threads.submit(upheld, "list", data=tmp_path / "data") for _ in range(2)]
    assert [(run.result().returncode, run.result().stderr) for run in runs] == [(0, ""), (0, "")]
