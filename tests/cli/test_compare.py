"""``upheld compare``: pairs in, probabilities and reasons out."""

from __future__ import annotations

import json
import subprocess
import sys


def compare(lines: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "upheld.cli", "compare", *options],
        input=lines,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_line_out_for_each_line_in() -> None:
    pairs = [
        {"a": "Ratify CAT", "b": "Accede to the Convention against Torture"},
        {"a": "Ratify CAT", "b": "Ratify CRPD"},
    ]
    done = compare("".join(json.dumps(pair) + "\n" for pair in pairs), "--json")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [answer["same"] > 0.5 for answer in answers] == [True, False]
    assert answers[1]["why"][0] | {"effect": 0} == {
        "feature": "instruments_differ",
        "effect": 0,
        "sentence": "They name different instruments.",
        "a": ["CAT"],
        "b": ["CRPD"],
    }


def test_words_to_read_without_json() -> None:
    done = compare('{"a": "Ratify CAT", "b": "Ratify CRPD"}\n')
    assert done.returncode == 0
    assert done.stdout.splitlines()[0].endswith("% the same demand")
    assert "They name different instruments. (CAT | CRPD)" in done.stdout


def test_a_line_that_is_no_pair() -> None:
    done = compare('{"a": "Ratify CAT"}\n', "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Line 1 is no pair of texts." in done.stderr
