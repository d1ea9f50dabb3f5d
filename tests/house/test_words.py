"""What the repository may not say: places on somebody's machine, hosts of packages, loose ends."""

from __future__ import annotations

import re

from tests.house.sources import text_files

# Put together from pieces, so that this file does not say them either.
MACHINE_PATHS = re.compile(
    r"(?<![\w.:/-])/(?:"
    # Two folders deep: "My work" has addresses that begin in the same way.
    + "|".join(["wo" + "rk/(?:ma" + "in|sha" + "red)", "ro" + "ot", "ho" + "me/\\w+", "Us" + "ers"])
    + r")/\w"
)
PACKAGE_HOSTS = re.compile(
    "|".join(["py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.", "deb" + r"\.debian"])
)
LOOSE_ENDS = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME"]) + r")\b")


def places(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path}:{number} {line.strip()[:80]}"
        for path, text in text_files()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_path_of_a_machine() -> None:
    assert places(MACHINE_PATHS) == []


def test_no_host_of_packages() -> None:
    assert places(PACKAGE_HOSTS) == []


def test_no_loose_ends() -> None:
    assert places(LOOSE_ENDS) == []


def test_every_text_ends_with_a_line() -> None:
    assert [path for path, text in text_files() if text and not text.endswith("\n")] == []
