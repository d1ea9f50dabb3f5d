"""What every test shares: laws are tried the same way each time, and absent programs are named.

A test that needs a browser or a PostgreSQL server is marked ``browser`` or ``postgres``. Where the
program is absent the test is skipped with the reason; under CI that is a failure, because there
nobody would notice a test that never runs.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytest_django.plugin import blocking_manager_key

settings.register_profile(
    "upheld",
    deadline=None,  # two cores are shared: a slow minute is no fault of the code
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("ci", settings.get_profile("upheld"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "upheld")


def find_chromium() -> str | None:
    """The browser for the tests: ``UPHELD_CHROMIUM``, or the system's own Chromium or Chrome."""
    return os.environ.get("UPHELD_CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )


ABSENT = {
    "browser": None if find_chromium() else "Chromium is absent: apt-get install chromium",
    "postgres": None
    if os.environ.get("UPHELD_TEST_SERVER")
    else "no PostgreSQL server was started: apt-get install postgresql, then ./test",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--pictures", metavar="FOLDER", help="take the documentation's pictures into this folder"
    )
    parser.addoption(
        "--slow-pages", action="store_true", help="every page comes to the browser in two parts"
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest test first, in whatever order the others come: it ends while they still run."""
    items.sort(key=lambda item: item.get_closest_marker("postgres") is None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark, reason in ABSENT.items():
        if reason and item.get_closest_marker(mark):
            if os.environ.get("CI"):
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Lets a test that commits be cleaned up: the history's triggers would refuse the emptying."""
    mark = item.get_closest_marker("django_db")
    commits = bool(mark and mark.kwargs.get("transaction"))
    commits |= bool({"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ())))
    if not commits:
        return (yield)
    append_only = import_module("upheld.store.append_only")  # needs Django, which is set up by now
    connection = import_module("django.db").connection
    with item.config.stash[blocking_manager_key].unblock():
        append_only.remove(connection)
    result = yield
    with item.config.stash[blocking_manager_key].unblock():
        # After the last test of a run the database itself is gone.
        if "store_event" in connection.introspection.table_names():
            append_only.install(connection)
    return result


@pytest.fixture(autouse=True)
def no_search_index_of_another_test() -> Iterator[None]:
    """Factories write records without history, from which an index would learn of them."""
    yield
    settings = import_module("django.conf").settings
    shutil.rmtree(Path(settings.UPHELD_DATA) / "index", ignore_errors=True)


# What a process remembers of records, so long as their count, keys and versions are the same:
# in the next test another database has the same ones.
REMEMBERED = {
    "upheld.services.demand_matches": "_likely",
    "upheld.services.laws": "_texts",
    "upheld.services.twins": "_ready",
    "upheld.services.world_twins": "_few",
    "upheld.store.twin_file": "_read",
}


@pytest.fixture(autouse=True)
def nothing_remembered_of_another_test() -> Iterator[None]:
    yield
    for name, function in REMEMBERED.items():
        if module := sys.modules.get(name):
            getattr(module, function).cache_clear()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser, for tests marked ``browser``."""
    path = find_chromium()
    assert path, ABSENT["browser"]
    return path
