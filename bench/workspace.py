"""Two hundred people report on one plan at once; nothing may be lost.

    .venv/bin/python bench/workspace.py [--people 200] [--postgresql URL]

A review of 227 recommendations is given to bodies of the specimen State, and ``upheld serve`` runs
on loopback. Each person is signed in and has one report alone and one together with a colleague;
at most 24 connections are open at once. In stages, so that everybody does the same at one time:

* *alone*: open the form, save, save again with more, submit;
* *together*: both colleagues open the same form, both save. One is kept, the other is shown the
  conflict (409) with both texts, brings them together and saves that.

At the end the last words that were answered as kept stand in each entry, whose version counts every
write; both texts of a pair stand in theirs; what was submitted is in the history, and its chain
verifies. Prints seconds,
milliseconds per request, conflicts and errors; ends with 1 when anything is amiss. With
``--postgresql`` the records are in a new database of that server (``. tools/postgres.sh &&
start_postgres`` begins one and names it in ``UPHELD_TEST_SERVER``).
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.search_speed import serving, told

CONNECTIONS = 24
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
VERSION = re.compile(r'name="row_version" value="(\d+)"')
KEPT, CONFLICT = 302, 409


@dataclass
class Person:
    """A focal point with a session, one assignment alone and one shared with a colleague."""

    name: str
    cookies: str
    alone: int
    shared: int
    token: str = ""
    version: str = "0"


@dataclass
class Ledger:
    """What the server answered: milliseconds, statuses, and the words it said it kept."""

    times: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    kept: list[tuple[int, str]] = field(default_factory=list)


class Visit:
    """Requests over one connection for each thread."""

    def __init__(self, address: str, ledger: Ledger) -> None:
        self.address, self.ledger = urlsplit(address).netloc, ledger
        self.held = threading.local()

    def open(self, person: Person, assignment: int) -> None:
        """Read the form: its token, and the version that is seen."""
        self._read(person, self._ask("GET", person, assignment, None)[1])

    def save(self, person: Person, assignment: int, done: str, do: str = "save") -> int:
        """Send the form; the status. The words of what is kept go into the ledger."""
        form = {
            "csrfmiddlewaretoken": person.token,
            "row_version": person.version,
            "done": done,
            "result": "",
            "status": "planned",
            "as_of": "2026-11-20",
            "language": "en",
            "do": do,
        }
        status, page = self._ask("POST", person, assignment, urlencode(form))
        if status == KEPT:
            self.ledger.kept.append((assignment, done))
        else:
            self._read(person, page)
        return status

    def _read(self, person: Person, page: str) -> None:
        if (token := TOKEN.search(page)) and (version := VERSION.search(page)):
            person.token, person.version = token[1], version[1]

    def _ask(
        self, method: str, person: Person, assignment: int, body: str | None
    ) -> tuple[int, str]:
        if not hasattr(self.held, "server"):
            self.held.server = http.client.HTTPConnection(self.address, timeout=300)
        headers = {"Cookie": person.cookies, "Accept-Language": "en"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        start = time.perf_counter()
        self.held.server.request(method, f"/work/{assignment}/", body=body, headers=headers)
        answer = self.held.server.getresponse()
        page = answer.read().decode()
        self.ledger.times.append(1000 * (time.perf_counter() - start))
        self.ledger.statuses[answer.status] += 1
        return answer.status, page


def prepare(data: Path, count: int) -> list[Person]:
    """The review, the bodies, the people with their sessions, and what each is asked."""
    from upheld.cli.stored_data import open_folder  # noqa: PLC0415  # the environment is set now

    operator = open_folder(data)
    from django.conf import settings  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from tests import workspace_rows as rows  # noqa: PLC0415
    from tests.journeys.large_review import FILE_NAME, large_review  # noqa: PLC0415
    from upheld.core.roles import Role  # noqa: PLC0415
    from upheld.services.body_import import import_bodies  # noqa: PLC0415
    from upheld.services.body_trees import shipped_tree  # noqa: PLC0415
    from upheld.services.ingest import ingest_file  # noqa: PLC0415
    from upheld.store.models import Body, Record  # noqa: PLC0415

    ingest_file(operator, name=FILE_NAME, content=large_review())
    import_bodies(operator, text=shipped_tree("XSP"))
    records = list(Record.objects.order_by("order"))
    bodies = list(Body.objects.filter(kind__in=("ministry", "province")).order_by("order"))
    people = []
    for pair in range(count // 2):
        body = bodies[pair % len(bodies)]
        mine = [records[(3 * pair + n + pair // len(bodies)) % len(records)] for n in range(3)]
        shared, *alone = [rows.assignment(record, body).pk for record in mine]
        for assignment, place in zip(alone, "ab", strict=True):
            person = rows.officer(Role.FOCAL_POINT, body, f"person-{pair}-{place}")
            client = Client()
            client.force_login(person)
            session = client.cookies[settings.SESSION_COOKIE_NAME].value
            cookies = f"{settings.SESSION_COOKIE_NAME}={session}; csrftoken={'x' * 32}"
            people.append(Person(person.username, cookies, assignment, shared))
    return people


def work(people: Sequence[Person], visit: Visit) -> list[Person]:
    """Everybody's stages; answers those who were shown a conflict."""

    def stage(act: Callable[[Person], object], who: Sequence[Person] = people) -> list[object]:
        with ThreadPoolExecutor(CONNECTIONS) as threads:
            return list(threads.map(act, who))

    stage(lambda one: visit.open(one, one.alone))
    stage(lambda one: visit.save(one, one.alone, f"Begun by {one.name}."))
    stage(lambda one: visit.open(one, one.alone))
    stage(lambda one: visit.save(one, one.alone, f"Begun by {one.name}. More."))
    stage(lambda one: visit.open(one, one.alone))
    stage(lambda one: visit.save(one, one.alone, f"Begun by {one.name}. More. Sent.", "submit"))
    stage(lambda one: visit.open(one, one.shared))
    answers = stage(lambda one: visit.save(one, one.shared, f"Words of {one.name}."))
    late = [one for one, status in zip(people, answers, strict=True) if status == CONFLICT]
    both = "Words of {0}a. Words of {0}b."
    stage(lambda one: visit.save(one, one.shared, both.format(one.name[:-1])), late)
    return late


def amiss(people: Sequence[Person], ledger: Ledger) -> list[str]:
    """What was lost, if anything: each write that was kept is looked for."""
    from upheld.services.accounts import operator  # noqa: PLC0415
    from upheld.services.verify import verify  # noqa: PLC0415
    from upheld.store.models import Entry, Event  # noqa: PLC0415

    standing = {entry.assignment_id: entry for entry in Entry.objects.all()}
    events = Event.objects.filter(action__startswith="entry.")
    told = {str(pair[1]) for event in events for pair in event.difference.values()}
    found = [f"lost: {words}" for one, words in dict(ledger.kept).items()
             if standing[one].done != words]  # fmt: skip
    for one, writes in Counter(one for one, _words in ledger.kept).items():
        # Each write that is kept raises the version by one, and so does the step that submits.
        entry = standing[one]
        steps = int(entry.state == "submitted")
        if entry.row_version != writes + steps:
            found.append(f"{writes} writes, version {entry.row_version}: {entry.done}")
        if steps and entry.done not in told:
            found.append(f"submitted, but not in the history: {entry.done}")
    for person in people:
        if standing[person.alone].state != "submitted":
            found.append(f"not submitted: {person.name}")
        if f"Words of {person.name}." not in standing[person.shared].done:
            found.append(f"not in the shared entry: {person.name}")
    return found + [str(finding) for finding in verify(operator())]


def new_database(url: str) -> str:
    """The address of a new, empty database on the server at ``url``."""
    import psycopg  # noqa: PLC0415  # only with PostgreSQL

    name = f"workspace_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    return urlsplit(url)._replace(path=f"/{name}").geturl()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--people", type=int, default=200, help="an even number")
    parser.add_argument("--postgresql", metavar="URL", help="a server for a new database")
    given = parser.parse_args()
    if given.postgresql:
        os.environ["UPHELD_DATABASE_URL"] = new_database(given.postgresql)
    with tempfile.TemporaryDirectory(prefix="upheld-workspace-") as folder:
        data = Path(folder, "data")
        people, ledger = prepare(data, given.people), Ledger()
        with serving(data) as (_pid, address, _link):
            start = time.perf_counter()
            late = work(people, Visit(address, ledger))
            seconds = time.perf_counter() - start
        wrong = amiss(people, ledger)
    statuses = ledger.statuses
    errors = sum(n for status, n in statuses.items() if status not in {200, KEPT, CONFLICT})
    print(f"{len(people)} people, {len(ledger.times)} requests in {seconds:.1f} s")
    print(told("request", ledger.times))
    print(f"kept {len(ledger.kept)}, conflicts shown {len(late)}, errors {errors}")
    print("\n".join(wrong) if wrong else "nothing lost; the history verifies")
    return int(bool(wrong or errors or len(late) != len(people) // 2))


if __name__ == "__main__":
    sys.exit(main())
