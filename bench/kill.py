"""Kills ``upheld ingest`` at random moments and asks whether the data folder is whole.

    .venv/bin/python bench/kill.py [--kills 50] [--seed 0] [--import | --index] [FILE...]

Without files it takes two reports, an addendum and a thematic list of the specimen State; with
``--import`` it kills ``upheld import`` of an export of 1,200 annotations in batches of 100, and of
its search index. With ``--index`` it kills a question that finds no index, or one that stands
behind a newer export by every record, in turn. Each time ``upheld verify`` must pass. At the end a
run that nobody kills must complete, the folder must then say what a folder says in which nothing
was ever killed, and one more run must change nothing. Prints one line per kill and ends with 1 if
anything was lost.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
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
IMPORT = ("import", "--batch", "100")
INDEX = ("search", "--json", "women")


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
    that no kill is spent on a run with nothing to do. A folder without a kill is not kept: it
    would only be looked at once more at the end.
    """
    begun = met = here = 0
    while met < kills:
        data = folder / str(begun)
        when = chance.uniform(0, seconds)
        if kill_after(when, data, files, verb):
            met, here = met + 1, here + 1
            yield when, upheld("verify", "--data", str(data))
        else:
            if not here:
                shutil.rmtree(data, ignore_errors=True)
            begun, here = begun + 1, 0


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
    command = [sys.executable, str(writer), "--records", "1200", "--write", str(file)]
    subprocess.run(command, check=True)
    return [file]


def two_exports(folder: Path) -> list[Path]:
    """An export and a later one in which the words of every annotation are others."""
    (first,) = export(folder)
    later = folder / "export-later.json"
    later.write_text(first.read_text("utf-8").replace(", case ", ", as case "), "utf-8")
    return [first, later]


def killed_builds(
    kills: int, data: Path, behind: Path, seconds: float, chance: random.Random
) -> Iterator[tuple[float, subprocess.CompletedProcess[str]]]:
    """For each kill that met a question: when it came, and what ``verify`` says then.

    The question finds no index, or the one in ``behind``.
    """
    met = tried = 0
    while met < kills:
        shutil.rmtree(data / "index", ignore_errors=True)
        if tried % 2:
            shutil.copytree(behind, data / "index")
        tried += 1
        when = chance.uniform(seconds / 4, seconds)  # starting Python and Django writes nothing
        if kill_after(when, data, (), INDEX):
            met += 1
            yield when, upheld("verify", "--data", str(data))


def index_killed(kills: int, folder: Path, files: Sequence[Path], chance: random.Random) -> int:
    """How often a killed build of the index, or the run after it, left something wrong."""
    first, later = files
    data, behind = folder / "killed", folder / "behind"
    upheld(*IMPORT, "--data", str(data), str(first))
    shutil.copytree(data / "index", behind)
    upheld(*IMPORT, "--data", str(data), str(later))
    expected = upheld(*INDEX, "--data", str(data)).stdout
    shutil.rmtree(data / "index")
    start = time.perf_counter()
    upheld(*INDEX, "--data", str(data))
    seconds = time.perf_counter() - start
    print(f"a question that builds the index: {seconds:.1f} s")
    failures = 0
    builds = killed_builds(kills, data, behind, seconds, chance)
    for n, (when, verified) in enumerate(builds, start=1):
        failures += verified.returncode != 0
        completed = upheld(*INDEX, "--data", str(data)).stdout == expected
        failures += not completed
        told = "complete" if completed else "DIFFERS"
        print(f"{n:3} killed after {when:5.2f} s: {verified.stdout.strip()[:60]}; then {told}")
    before = written(data / "index")
    upheld(*INDEX, "--data", str(data))
    failures += written(data / "index") != before
    whole = upheld("verify", "--data", str(data))
    failures += whole.returncode != 0
    print(f"at the end: {whole.stdout.strip()[:60]}")
    return failures


def written(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of each file below ``folder``."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    return {str(p): (p.stat().st_size, p.stat().st_mtime_ns) for p in found}


def main() -> int:
    """The figure: kills, verified folders, and whether the last run completed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    verbs = parser.add_mutually_exclusive_group()
    verbs.add_argument("--import", dest="verb", action="store_const", const=IMPORT, default=INGEST)
    verbs.add_argument("--index", dest="verb", action="store_const", const=INDEX)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)  # noqa: S311
    make = {INGEST: specimen, IMPORT: export, INDEX: two_exports}[asked.verb]
    with tempfile.TemporaryDirectory(prefix="upheld-kill-") as temporary:
        files = asked.files or make(Path(temporary))
        if asked.verb is INDEX:
            failures = index_killed(asked.kills, Path(temporary), files, chance)
        else:
            failures = taking_killed(asked.kills, Path(temporary), files, chance, asked.verb)
    print(f"{asked.kills} kills, {failures} failures")
    return int(failures > 0)


def taking_killed(
    kills: int, temporary: Path, files: Sequence[Path], chance: random.Random, verb: Sequence[str]
) -> int:
    """How often taking in or importing that was killed, or the runs after it, left it wrong."""
    whole, folder = temporary / "whole", temporary / "killed"
    start = time.perf_counter()
    upheld(*verb, "--data", str(whole), *map(str, files))
    seconds = time.perf_counter() - start
    expected, failures = records(whole), 0
    print(f"a run that nobody kills: {seconds:.1f} s, {len(expected)} records")
    runs = killed_runs(kills, folder, files, seconds, chance, verb)
    for n, (when, verified) in enumerate(runs, start=1):
        failures += verified.returncode != 0
        print(f"{n:3} killed after {when:5.2f} s: {verified.stdout.strip()[:60]}")
    for begun in sorted(folder.iterdir()):
        upheld(*verb, "--data", str(begun), *map(str, files))
        complete = records(begun) == expected
        head = upheld("verify", "--data", str(begun)).stdout
        again = upheld(*verb, "--data", str(begun), *map(str, files))
        same = records(begun) == expected and changes_nothing(again.stdout, verb)
        failures += (not complete) + (not same)
        print(
            f"{begun.name}: {'complete' if complete else 'DIFFERS'} after another run; "
            f"{'nothing new' if same else 'CHANGED'} after one more; {head.strip()[:60]}"
        )
    return failures


def changes_nothing(printed: str, verb: Sequence[str]) -> bool:
    """Whether a second import says so; taking documents in again prints what it found."""
    return verb is not IMPORT or "  new 0, changed 0, unchanged" in printed


if __name__ == "__main__":
    sys.exit(main())
