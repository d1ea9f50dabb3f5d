"""The doctor: one line for each thing, and what to type where it is not good."""

from __future__ import annotations

from pathlib import Path

from upheld.cli.health import Check, Health, examine


def found(name: str, data: Path) -> Check:
    return next(check for check in examine(data) if check.name == name)


def test_everything_needed_is_here(tmp_path: Path) -> None:
    assert [check.name for check in examine(tmp_path) if check.health is Health.BAD] == []


def test_whatever_is_not_good_says_what_to_type(tmp_path: Path) -> None:
    assert [c for c in examine(tmp_path) if (c.health is Health.GOOD) != (c.next_step == "")] == []


def test_a_data_folder_is_looked_at_and_not_made(tmp_path: Path) -> None:
    data = tmp_path / "not" / "yet"
    check = found("Data folder", data)
    assert (check.health, data.exists()) == (Health.GOOD, False)
    assert check.found.startswith(f"{data}, ")
    assert check.found.endswith("MB free, made at first use")


def test_a_file_in_the_place_of_the_folder_is_bad(tmp_path: Path) -> None:
    data = tmp_path / "file"
    data.write_text("")
    check = found("Data folder", data)
    assert (check.health, check.found) == (Health.BAD, f"{data}: may not be written")
