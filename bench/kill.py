"""Kills ``upheld ingest`` at random moments and asks whether the data folder is whole.

    .venv/bin/python bench/kill.py [--kills 50] [--seed 0] [--import] [FILE...]

Without files it takes two reports, an addendum and a thematic list of the specimen State; with
``--import`` it kills ``upheld import`` of an export of 4,000 annotations in batches of 500, and of
its search index. Each time ``upheld verify`` must pass. At the end a run that nobody kills must
complete, and the folder must then say what a folder says in which nothing was ever killed. Prints
one line per kill and ends with 1 if anything was lost.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from upheld.specimen.documents import demo_documents

UPHELD = (sys.executable, "-m", "upheld.cli")
INGEST = ("ingest",)
IMPORT = ("import", "--batch", "500")


def upheld(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run([*UPHELD, *arguments], capture_output=True, text=True, check=False)


def records(folder: Path) -> list[dict[str, object]]:
    """Every record of the folder, as ``upheld list records --json`` prints it."""
    answer = upheld("list", "records", "--json", "--data", str(folder))
    if answer.returncode:
        raise RuntimeError(answer.stderr)
    return list(json.loads(answer.stdout))


def kill_after(
    seconds: float, folder: Path, files: Sequence[Path], verb: Sequence[str] = INGEST
) -> bool:
    """Begin to take ``files`` in and end the process by SIGKILL; False if it was done before."""
    process = subprocess.Popen(
        [*UPHELD, *verb, "--data", str(folder), *map(str, files)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        # The whole session: the reading process goes down with it, as in a power cut.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def killed_runs(
    kills: int,
    folder: Path,
    files: Sequence[Path],
    seconds: float,
    chance: random.Random,
    verb: Sequence[str] = INGEST,
) -> Iterator[tuple[float, subprocess.CompletedProcess[str]]]:
    """For each kill that met the process: when it came, and what ``verify`` says then.

    A run that was done before its kill has completed the folder; the next one begins another, so
    that no kill is spent on a run with nothing to do.
    """
    begun = met = 0
    while met < kills:
        data = folder / str(begun)
        when = chance.uniform(0, seconds)
        if kill_after(when, data, files, verb):
            met += 1
            yield when, upheld("verify", "--data", str(data))
        else:
            begun += 1


def specimen(folder: Path) -> list[Path]:
    """Papers of two reviews of the specimen State, as files."""
    files = []
    for paper in demo_documents():
        if paper.name.startswith(("A_HRC_25_964", "A_HRC_40_996", "UPR17_")):
            files.append(folder / paper.name)
            files[-1].write_bytes(paper.content)
    return files


def export(folder: Path) -> list[Path]:
    """An export of the Universal Human Rights Index, as a file."""
    file = folder / "export-uhri.json"
    writer = Path(__file__).with_name("uhri_import.py")
    command = [sys.executable, str(writer), "--records", "4000", "--write", str(file)]
    subprocess.run(command, check=True)
    return [file]


def main() -> int:
    """The figure: kills, verified folders, and whether the last run completed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--import", dest="verb", action="store_const", const=IMPORT, default=INGEST)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="upheld-kill-") as temporary:
        asked.files = asked.files or (
            specimen(Path(temporary)) if asked.verb is INGEST else export(Path(temporary))
        )
        whole, folder = Path(temporary, "whole"), Path(temporary, "killed")
        start = time.perf_counter()
        upheld(*asked.verb, "--data", str(whole), *map(str, asked.files))
        seconds = time.perf_counter() - start
        expected = records(whole)
        print(f"a run that nobody kills: {seconds:.1f} s, {len(expected)} records")
        chance, failures = random.Random(asked.seed), 0  # noqa: S311
        runs = killed_runs(asked.kills, folder, asked.files, seconds, chance, asked.verb)
        for n, (when, verified) in enumerate(runs, start=1):
            failures += verified.returncode != 0
            print(f"{n:3} killed after {when:5.2f} s: {verified.stdout.strip()[:60]}")
        for begun in sorted(folder.iterdir()):
            upheld(*asked.verb, "--data", str(begun), *map(str, asked.files))
            complete = records(begun) == expected
            failures += not complete
            print(f"{begun.name}: {'complete' if complete else 'DIFFERS'} after another run")
    print(f"{asked.kills} kills, {failures} failures")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main())
