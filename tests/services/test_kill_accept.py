"""A process that is killed while it accepts hundreds of labels leaves all of them or none."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.kill import IMPORT, upheld
from tests.services.published import annotation, write
from tests.services.test_kill_label import LABEL, read

KILLS = 5
RECORDS = 400
FEWEST = 601


def begin(data: Path) -> subprocess.Popen[str]:
    """The process, at the moment at which it begins to accept."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.services.accepting", str(data)],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "open\n"
    return process


def stored(data: Path) -> dict[str, list[tuple[object, ...]]]:
    """What of the act is there: decisions (1 is accepted), labels, lines of the history."""
    return {
        "decided": read(
            data,
            "SELECT r.public_id, t.taxonomy, t.value FROM store_proposedlabel p"
            " JOIN store_record r ON r.id = p.record_id JOIN store_term t ON t.id = p.term_id"
            " WHERE p.decision = 1 ORDER BY 1, 2, 3",
        ),
        "labels": read(
            data,
            "SELECT r.public_id, t.taxonomy, t.value FROM store_label l"
            " JOIN store_record r ON r.id = l.record_id JOIN store_term t ON t.id = l.term_id"
            " WHERE l.source = 'person' ORDER BY 1, 2, 3",
        ),
        "history": read(
            data,
            "SELECT object_id, difference FROM store_event"
            " WHERE action = 'record.accept_label' ORDER BY 1",
        ),
    }


@pytest.mark.slow
def test_what_is_killed_holds_all_of_the_act_or_nothing(tmp_path: Path) -> None:
    rows = [annotation(n, Text=f"Reduce overcrowding in prison {n}") for n in range(RECORDS)]
    ready, whole = tmp_path / "ready", tmp_path / "whole"
    taken = upheld(*IMPORT, "--data", str(ready), str(write(tmp_path, rows)))
    assert taken.returncode == 0, taken.stderr
    assert upheld(*LABEL, "--data", str(ready)).returncode == 0
    nothing = stored(ready)
    shutil.copytree(ready, whole)
    process = begin(whole)
    start = time.perf_counter()
    assert process.stdout
    said = process.stdout.readline()
    seconds = time.perf_counter() - start
    process.communicate()
    everything = stored(whole)
    assert process.returncode == 0
    assert int(said) == len(everything["decided"]) == len(everything["labels"]) >= FEWEST
    assert (len(everything["history"]), nothing) == (
        RECORDS,
        {"decided": [], "labels": [], "history": []},
    )
    chance = random.Random()  # noqa: S311
    outcomes: list[dict[str, list[tuple[object, ...]]]] = []
    while len(outcomes) < KILLS:
        data = tmp_path / "killed"
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(ready, data)
        process = begin(data)
        time.sleep(chance.uniform(0, seconds))
        os.killpg(process.pid, signal.SIGKILL)
        if process.communicate()[0]:
            continue  # it was done before the kill
        verified = upheld("verify", "--data", str(data))
        assert verified.returncode == 0, verified.stdout + verified.stderr
        outcomes.append(stored(data))
        # The act once more completes what is not there, and changes nothing where all is.
        again = begin(data)
        assert again.communicate()[0] == f"{0 if outcomes[-1] == everything else int(said)}\n"
        assert stored(data) == everything
    assert [one for one in outcomes if one not in (nothing, everything)] == []
