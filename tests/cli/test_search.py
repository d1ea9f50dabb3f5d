"""``upheld search``: the fixed output, and what a person reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.stored import upheld, write_report


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("search")
    done = upheld("ingest", write_report(place), data=place / "data")
    assert done.returncode == 0, done.stderr
    return place / "data"


def test_the_object_that_programs_read(folder: Path) -> None:
    done = upheld("search", "--json", '"action plan"', "--limit", "1", data=folder)
    answer = json.loads(done.stdout)
    (hit,) = answer["hits"]
    assert sorted(answer) == ["facets", "hits", "interpreted_as", "total"]
    assert sorted(hit) == ["id", "number", "score", "state", "symbol", "text"]
    assert (answer["total"], hit["id"], hit["number"]) == (1, "A-HRC-90-7-140.6", "140.6")
    assert answer["facets"]["state"] == {"XSP": 1}
    assert answer["interpreted_as"] == "With “action plan” in this order."


@pytest.mark.parametrize(
    ("options", "total"),
    [
        (["--state", "XSP"], 6),
        (["--state", "Viet Nam"], 0),
        (["--theme", "nothing"], 0),
        (["--mechanism", "HRC"], 6),
        (["--mechanism", "CAT", "--mechanism", "HRC"], 6),
    ],
)
def test_options_narrow(folder: Path, options: list[str], total: int) -> None:
    done = upheld("search", "--json", "", *options, data=folder)
    assert json.loads(done.stdout)["total"] == total


@pytest.mark.parametrize("question", ["*", "AND", "!@#", '"', "(((", "x" * 500])
def test_no_question_is_an_error(folder: Path, question: str) -> None:
    done = upheld("search", "--json", question, data=folder)
    assert (done.returncode, done.stderr) == (0, "")


def test_people_read_how_it_was_understood(folder: Path) -> None:
    done = upheld("search", "án tử hình", data=folder)
    assert "“án tử hình” as “death penalty”" in done.stdout
    assert "[XSP]" in done.stdout
    assert done.stdout.rstrip().endswith("of 1 records")


def test_a_folder_that_was_searched_is_whole(folder: Path) -> None:
    assert upheld("verify", data=folder).returncode == 0
