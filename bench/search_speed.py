"""How long an import of everything takes, and how fast questions are answered afterwards.

    .venv/bin/python bench/search_speed.py EXPORT.json
    .venv/bin/python bench/search_speed.py --data DIR [--processes 2]

EXPORT.json is a full export of the Universal Human Rights Index (``bench/uhri_import.py --write``
makes one). It is imported into a folder by ``upheld import``; with ``--data`` the folder of an
earlier import is taken as it is, and all is said within two minutes. Prints

* seconds, and the most memory of all processes of the import together;
* the engine: the last 200 of the test questions, each as a visitor asks it, from the words typed
  to the first twenty keys with five facets; beside the whole, understanding and asking the index by
  themselves; in five rounds, the median of each question counts;
* the page: ``upheld serve`` on loopback, twenty people signed in, each on a connection that is
  kept, questions in Vietnamese and English, every third one narrowed to a State. First as people
  do, who read for one to nine seconds before they ask again; then without any pause. Beside them
  what a page takes of the processor;
* seconds until the program answers, and its memory after all that.

On a machine that others use too, the seconds of the processor say more than those of the clock.
Memory counts pages that processes share once and is read where Linux tells it.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, build_opener

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.search import questions

UPHELD = (sys.executable, "-m", "upheld.cli")
FIVE = ("state", "theme", "position", "body", "cycle")
MORE = ["rights", "women", "state:VNM torture", "discriminat*", "women AND NOT children"]
STATES = ("VNM", "FRA", "CHL", "KEN", "NPL")
USERS = 20
ROUNDS = 5
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


def asked() -> list[str]:
    """Two hundred questions, a hundred of them Vietnamese."""
    return ([question["question"] for question in questions()] + MORE)[-200:]


def told(name: str, milliseconds: Sequence[float]) -> str:
    """ "page: p50 12.0 ms, p95 80.1 ms" """
    ordered = sorted(milliseconds)
    at = {share: ordered[min(len(ordered) - 1, len(ordered) * share // 100)] for share in (50, 95)}
    return f"{name}: p50 {at[50]:.2f} ms, p95 {at[95]:.2f} ms"


def processes(first: int) -> Iterator[int]:
    """A process and all that it started."""
    yield first
    for task in Path(f"/proc/{first}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from processes(int(child))


def megabytes(first: int) -> float:
    """The memory of a process and all that it started."""
    total = 0
    for pid in processes(first):
        try:
            said = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        total += int(re.search(r"^Pss:\s+(\d+)", said, re.M)[1])  # type: ignore[index]
    return total / 1024


def seconds_used(first: int) -> float:
    """What a process and all that it started have had of the processor so far."""
    ticks = 0
    for pid in processes(first):
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(told[11]) + int(told[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def imported(export: Path, data: Path) -> None:
    """Import the export and print what it cost."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [*UPHELD, "import", str(export), "--data", str(data)], stdout=subprocess.PIPE, text=True
    )
    most = 0.0
    while process.poll() is None:
        most = max(most, megabytes(process.pid))
        time.sleep(0.5)
    seconds = time.perf_counter() - start
    used = os.times()
    printed = process.stdout.read() if process.stdout else ""
    print("\n".join(printed.splitlines()[:2]))
    print(
        f"import with index: {seconds:.1f} s, {used.children_user + used.children_system:.1f} s "
        f"of processor, {most:.0f} MB at most"
    )


def engine(data: Path) -> None:
    """Put each question five times to the index and print the medians."""
    os.environ |= {"UPHELD_DATA": str(data), "DJANGO_SETTINGS_MODULE": "upheld.settings.embedded"}
    import django  # noqa: PLC0415  # the settings stand in the environment

    django.setup()
    from upheld.analysis.query import Node, parse_question  # noqa: PLC0415
    from upheld.analysis.understanding import understand  # noqa: PLC0415
    from upheld.store.search_index import search_index  # noqa: PLC0415
    from upheld.store.search_index_engine import ask  # noqa: PLC0415
    from upheld.store.search_index_schema import EVERYONE  # noqa: PLC0415

    index = search_index()
    searcher = index.searcher()
    print(f"index: {searcher.num_docs - 1:,} records in {searcher.num_segments} pieces")

    def understood(text: str) -> Node | None:
        return understand(parse_question(text)).root

    def found(root: Node | None) -> None:
        ask(index, root, visible=[EVERYONE], facets=FIVE, limit=20)

    found(understood("quyền trẻ em"))  # reads the glossary
    texts = asked()
    roots = [understood(text) for text in texts]
    # Round after round, so that no question is asked twice in a row.
    rounds = [
        [
            (_timed(lambda text=text: understood(text)), _timed(lambda root=root: found(root)))
            for text, root in zip(texts, roots, strict=True)
        ]
        for _ in range(ROUNDS)
    ]
    understanding, asking = (
        [
            tuple(statistics.median(times[n][part][clock] for times in rounds) for clock in (0, 1))
            for n in range(len(texts))
        ]
        for part in (0, 1)
    )
    for n, name in enumerate(("by the clock", "of the processor")):
        one, other = [each[n] for each in understanding], [each[n] for each in asking]
        print(told(f"engine, {name}", list(map(sum, zip(one, other, strict=True)))))
        print(told("  understanding the question", one))
        print(told("  asking the index", other))


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor."""
    wall, used = time.perf_counter(), time.process_time()
    act()
    return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - used)


@contextmanager
def serving(data: Path, number: int = 1) -> Iterator[tuple[int, str, str]]:
    """A server of so many processes on a free port: the first, its address, a sign-in link."""
    process = subprocess.Popen(
        [*UPHELD, "serve", "--port", "0", "--data", str(data), "--processes", str(number)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    with process:
        said = iter(process.stdout)  # type: ignore[arg-type]
        lines = []
        for line in said:
            lines.append(line.strip())
            if line.startswith("Stop with"):
                break
        address = next(line.split()[-1] for line in lines if line.startswith("Upheld serves on"))
        try:
            yield process.pid, address, next(line for line in lines if "/sign-in/" in line)
        finally:
            process.send_signal(signal.SIGINT)


def session_of(link: str) -> str:
    """The cookies of somebody who signed in by ``link``."""
    jar = CookieJar()
    opener = build_opener(HTTPCookieProcessor(jar))
    page = opener.open(link).read().decode()
    token = TOKEN.search(page)
    opener.open(link, urlencode({"csrfmiddlewaretoken": token[1] if token else ""}).encode())
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


def visit(
    address: str, cookies: str, seed: int, pages: int, pause: bool, times: list[float]
) -> None:
    """One person's questions over one connection."""
    chance = random.Random(seed)  # noqa: S311
    server = http.client.HTTPConnection(urlsplit(address).netloc, timeout=120)
    texts = asked()
    if pause:
        time.sleep(chance.uniform(0, 5))
    for _ in range(pages):
        narrowed = f"&state={chance.choice(STATES)}" if chance.random() < 1 / 3 else ""
        path = f"/recommendations/?q={quote(chance.choice(texts))}{narrowed}"
        start = time.perf_counter()
        server.request("GET", path, headers={"Cookie": cookies, "Accept-Language": "vi"})
        answer = server.getresponse()
        answer.read()
        times.append(1000 * (time.perf_counter() - start))
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        if pause:
            time.sleep(chance.uniform(1, 9))


def load(address: str, cookies: str, pages: int, *, pause: bool) -> list[float]:
    """Milliseconds of every page that ``USERS`` people asked for at once."""
    times: list[float] = []
    people = [
        threading.Thread(target=visit, args=(address, cookies, n, pages, pause, times))
        for n in range(USERS)
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    if len(times) != USERS * pages:
        raise SystemExit(f"{len(times)} pages of {USERS * pages} came")
    return times


def pages(data: Path, number: int) -> None:
    """Serve the folder, ask for pages, and print the times and the memory."""
    start = time.perf_counter()
    with serving(data, number) as (pid, address, link):
        print(f"the program answers after {time.perf_counter() - start:.1f} s")
        cookies = session_of(link)
        load(address, cookies, 2, pause=False)  # each process opens the index and the glossary
        before = seconds_used(pid)
        alone = _alone(address, cookies)
        used = 1000 * (seconds_used(pid) - before) / len(alone)
        print(told(f"one visitor, {len(alone)} pages", alone))
        print(f"  of the processor: {used:.1f} ms a page")
        print(told(f"{USERS} people who read in between", load(address, cookies, 5, pause=True)))
        print(told(f"{USERS} at once without pause", load(address, cookies, 5, pause=False)))
        print(f"memory of the program: {megabytes(pid):.0f} MB")


def _alone(address: str, cookies: str) -> list[float]:
    times: list[float] = []
    visit(address, cookies, 1, 40, False, times)
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("export", type=Path, metavar="EXPORT.json", nargs="?")
    parser.add_argument("--data", type=Path, help="a folder into which it was imported before")
    parser.add_argument("--processes", type=int, default=1, help="how many of them serve")
    given = parser.parse_args()
    if not (given.export or given.data):
        parser.error("name an export, or a folder into which one was imported")
    with tempfile.TemporaryDirectory(prefix="upheld-speed-") as temporary:
        data = given.data or Path(temporary, "data")
        if not given.data:
            imported(given.export, data)
        engine(data)
        pages(data, given.processes)


if __name__ == "__main__":
    main()
