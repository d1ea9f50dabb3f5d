"""``upheld parse``: what it writes, what it says of files it cannot read, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.test_main import upheld

REPORT = """United Nations                                         A/HRC/61/5
General Assembly                          Distr.: General
                                          12 January 2026
                                          Original: English

Human Rights Council
Sixty-first session
23 February–2 April 2026
Agenda item 6
Universal periodic review

Report of the Working Group on the Universal Periodic Review

Sarovia

II. Conclusions and/or recommendations

6. The recommendations formulated during the interactive dialogue and listed below have been
examined by Sarovia and enjoy the support of Sarovia:
6.1 Ratify the Optional Protocol to the Convention against Torture (Uruguay) (Ghana);
6.2 Strengthen the national human rights institution (Viet Nam).
7. The following recommendations have been noted by Sarovia:
7.1 Abolish the death penalty (France).
8. All conclusions and/or recommendations contained in the present report reflect the position of
the submitting State(s) and/or the State under review.
"""
FIRST_PAGE = REPORT.partition("II. Conclusions")[0]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def test_a_report_becomes_a_line_about_it_and_a_line_for_each_item(tmp_path: Path) -> None:
    done = upheld("parse", "--jsonl", str(tmp_path), write(tmp_path, "report.txt", REPORT))
    about, *items = lines(tmp_path / "report.jsonl")
    seconds = about["_meta"].pop("seconds")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert seconds >= 0
    assert about["_meta"] == {
        "symbol": "A/HRC/61/5",
        "title": about["_meta"]["title"],
        "agenda_item": "6",
        "state": "Sarovia",
        "states": ["Sarovia"],
        "session": about["_meta"]["session"],
        "date": "2026-01-12",
        "kind": "upr_report",
        "language": "en",
        "pages": 1,
    }
    assert about["_meta"]["title"].startswith(
        "Report of the Working Group on the Universal Periodic"
    )
    assert list(about) == ["_meta", "pledges", "findings"]
    assert [(item["number"], item["text"], item["states"], item["position"]) for item in items] == [
        (
            "6.1",
            "Ratify the Optional Protocol to the Convention against Torture",
            ["Uruguay", "Ghana"],
            "supported",
        ),
        ("6.2", "Strengthen the national human rights institution", ["Viet Nam"], "supported"),
        ("7.1", "Abolish the death penalty", ["France"], "noted"),
    ]
    assert set(items[0]) >= {"number", "text", "states", "position", "page", "span", "themes"}


def test_a_first_page_alone_has_facts_and_no_items(tmp_path: Path) -> None:
    done = upheld("parse", "--jsonl", str(tmp_path), write(tmp_path, "first.txt", FIRST_PAGE))
    about, *items = lines(tmp_path / "first.jsonl")
    assert (done.returncode, about["_meta"]["symbol"], items) == (0, "A/HRC/61/5", [])


def test_one_bad_file_does_not_keep_the_others_from_being_written(tmp_path: Path) -> None:
    empty, good = write(tmp_path, "empty.pdf", b""), write(tmp_path, "good.txt", REPORT)
    missing = str(tmp_path / "missing.pdf")
    done = upheld("parse", "--jsonl", str(tmp_path / "out"), empty, missing, good)
    assert done.returncode == 2
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["good.jsonl"]
    assert done.stderr.splitlines() == [
        f"{empty}: The file empty.pdf is empty. Download or ask for the file again.",
        f"{missing}: The file cannot be opened: No such file or directory. "
        "Check the name and whether you may read it.",
    ]


def test_two_files_of_one_name_are_both_written(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first = write(tmp_path / "a", "report.txt", REPORT)
    second = write(tmp_path / "b", "report.txt", FIRST_PAGE)
    done = upheld("parse", "--jsonl", str(tmp_path), first, second)
    assert len(lines(tmp_path / "report.jsonl")) == 4
    assert len(lines(tmp_path / "report-2.jsonl")) == 1
    assert done.stderr == f"{second}: written as report-2.jsonl, the name was taken\n"
