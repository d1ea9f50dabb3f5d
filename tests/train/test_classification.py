"""The trainer on a handful of made sentences: the same list gives the same file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from upheld.analysis.issues import read_issues
from upheld.analysis.model_file import unpack

pytest.importorskip("sklearn", reason="the extra 'train' is not installed")

SUBJECTS = {
    "Detention": ["overcrowded prisons", "prison conditions", "pre-trial detention in prisons"],
    "Right to education": ["primary schools", "education in rural schools", "school teachers"],
    "Right to health": ["public hospitals", "health care in hospitals", "health workers"],
}
VERBS = {
    1: ["Share experience on"],
    2: ["Continue to improve", "Continue its work on"],
    3: ["Consider reforming", "Consider a review of"],
    4: ["Strengthen", "Take steps to improve"],
    5: ["Adopt a law on", "Establish a commission for"],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list in UPR Info's columns over six States."""
    place = tmp_path_factory.mktemp("list")
    states = ["Sarovia", "Velmora", "Arland", "Bevia", "Cordan", "Demara", "Elvia", "Forland"]
    with (place / "recommendations.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["To", "Text", "Issue", "Action"])
        for state in states:
            for issue, subjects in SUBJECTS.items():
                for subject in subjects:
                    for action, verbs in VERBS.items():
                        for verb in verbs:
                            rows.writerow([state, f"{verb} {subject} in {state}", issue, action])
    return place


def test_twice_trained_is_the_same_file_and_knows_its_labels(folder: Path) -> None:
    from train.classification import main  # noqa: PLC0415 - scikit-learn may be absent

    files = [folder / "one.npz", folder / "two.npz"]
    for file in files:
        main([str(folder), "--out", str(file)])
    assert files[0].read_bytes() == files[1].read_bytes()
    model = unpack(files[0].read_bytes())
    readings = read_issues(["Adopt a law on prisons", "Continue to improve schools"], model=model)
    assert [[i.label for i in reading.issues] for reading in readings] == [
        ["Detention"],
        ["Right to education"],
    ]
    assert [reading.action for reading in readings] == [5, 2]


def test_states_left_out_leave_no_word(folder: Path) -> None:
    from train.classification import read_units  # noqa: PLC0415 - scikit-learn may be absent

    units = read_units(folder, frozenset({"Sarovia"}))
    assert {unit.state for unit in units} & {"Sarovia"} == set()
    assert [unit for unit in units if "Sarovia" in unit.text] == []
