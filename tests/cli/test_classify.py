"""``upheld classify``: the form of its answers and what it says of lines that are none."""

from __future__ import annotations

import json
import subprocess
import sys

UNIT = {"id": "a1", "text": "Reduce overcrowding in prisons by 2027"}


def classify(lines: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "upheld.cli", "classify", *options],
        input=lines,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_line_out_for_each_line_in_and_in_its_order() -> None:
    units = [{"id": n, "text": text} for n, text in enumerate(["Ratify OP-CAT", "", "Educate"])]
    done = classify("".join(json.dumps(unit) + "\n" for unit in units), "--jsonl")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert [answer["id"] for answer in answers] == [0, 1, 2]


def test_the_answer_has_the_agreed_form() -> None:
    answer = json.loads(classify(json.dumps(UNIT), "--jsonl").stdout)
    assert list(answer) == ["id", "issues", "action", "sdgs", "targets", "persons", "themes"]
    assert answer["id"] == "a1"
    assert list(answer["action"]) == ["label", "score"]
    assert [list(issue) for issue in answer["issues"]] == [["label", "score"]]
    assert [goal["label"] for goal in answer["sdgs"]] == ["16"]
    assert [target["label"] for target in answer["targets"]] == ["16.3"]


def test_with_why_each_label_has_its_words() -> None:
    answer = json.loads(classify(json.dumps(UNIT), "--jsonl", "--why").stdout)
    assert [set(issue["why"]) <= set(UNIT["text"].split()) for issue in answer["issues"]] == [True]
    assert answer["marks"] == {
        "addressee": "",
        "measure": "",
        "date": "by 2027",
        "measurable": "",
    }
    assert (answer["instruments"], answer["bodies"]) == ([], [])


def test_a_line_that_is_no_text_stops_with_its_number() -> None:
    done = classify(json.dumps(UNIT) + "\nno text\n", "--jsonl")
    assert done.returncode == 2
    assert "Line 2 is no text with an id." in done.stderr


def test_without_the_form_the_command_says_what_to_type() -> None:
    done = classify("")
    assert done.returncode == 2
    assert "upheld classify --jsonl < FILE" in done.stderr
