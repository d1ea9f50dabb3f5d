"""The packages of others: locked as declared, installed as locked, and free to pass on.

A dependency under the GPL or AGPL would bind whoever installs Upheld; none may come in, also not
as a dependency of a dependency. Weak copyleft is let in by name, each with its reason.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import (
    Distribution,
    PackageNotFoundError,
    distribution,
    packages_distributions,
)

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.sources import ROOT, modules

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]
DEV = PROJECT["dependency-groups"]["dev"]
EXTRAS = [line for lines in PROJECT["project"]["optional-dependencies"].values() for line in lines]
LOCKED = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))? \\$", re.M
)

FREE = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "HPND", "ISC", "MIT",
    "MIT-0", "MIT-CMU", "PSF-2.0", "Python-2.0", "Unlicense", "ZPL-2.1", "Zlib",
}  # fmt: skip
# What packages wrote before there was a list of names for licences.
OLD_NAMES = {
    "Apache": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Apache-2.0 license": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "Zope Public License": "ZPL-2.1",
}
# Called by another package and never by its own name in the product.
NAMED_BY_OTHERS = {
    "argon2-cffi",  # Django, when it keeps a password
    "numpy",  # rapidfuzz, when it compares many texts with many
    "pillow",  # pypdfium2, when it makes the picture of a page
}
EXCEPTIONS = {
    "axe-playwright-python": "MPL-2.0 script inside; used by the tests, never shipped",
    "hypothesis": "MPL-2.0; used by the tests, never shipped",
    "pathspec": "MPL-2.0; used when a wheel is built, unchanged, never shipped",
    "psycopg": "LGPL-3.0; an extra, used unchanged through its public interface",
    "pypdfium2": "BSD-3-Clause and Apache-2.0, and the free licences of PDFium inside it",
    "psycopg-binary": "LGPL-3.0; an extra, used unchanged through its public interface",
}


def closure(lines: list[str]) -> dict[str, Distribution]:
    """The packages that ``lines`` bring in on this system, by canonical name."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(line) for line in lines]
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue  # an extra that is not installed here
        extras = wanted.extras or {""}
        waiting += (
            [
                needed
                for line in package.requires or ()
                if not (needed := Requirement(line)).marker
                or any(needed.marker.evaluate({"extra": extra}) for extra in extras)
            ]
            if name not in found or wanted.extras
            else []
        )
        found[name] = package
    return found


def licences(package: Distribution) -> set[str]:
    """The licences a package states, in the names of the SPDX list where it has them."""
    about = package.metadata
    stated = about.get("License-Expression")
    if stated:
        return set(re.split(r"\s+(?:AND|OR|WITH)\s+|[()]", stated)) - {""}
    classified = {
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or ()
        if line.startswith("License ::") and not line.endswith(("Approved", "approved"))
    }
    first_line = (about.get("License") or "").strip().split("\n")[0]
    return {OLD_NAMES.get(name, name) for name in classified or {first_line}}


def locked(file: str) -> dict[tuple[str, str], str]:
    """The versions in a lock, by name and by the condition under which they count."""
    text = (ROOT / file).read_text("utf-8")
    return {
        (canonicalize_name(found["name"]), found["marker"] or ""): found["version"]
        for found in LOCKED.finditer(text)
    }


def unmet(lines: list[str], file: str) -> Iterator[str]:
    """The declared packages that a lock leaves out or locks at a version they do not allow."""
    lock = locked(file)
    for line in lines:
        wanted = Requirement(line)
        versions = [v for (name, _), v in lock.items() if name == canonicalize_name(wanted.name)]
        if not versions or not all(map(wanted.specifier.contains, versions)):
            yield line


def test_the_locks_hold_what_is_declared() -> None:
    assert [*unmet(RUN, "requirements.txt"), *unmet(RUN + DEV, "requirements-dev.txt")] == []


def test_both_locks_agree() -> None:
    run, dev = locked("requirements.txt"), locked("requirements-dev.txt")
    assert {key: dev.get(key) for key in run} == run


def test_what_is_installed_is_what_is_locked() -> None:
    lock: dict[str, set[str]] = {}
    for (name, _), version in locked("requirements-dev.txt").items():
        lock.setdefault(name, set()).add(version)
    differing = {
        name: package.version
        for name, package in closure(RUN + DEV).items()
        if package.version not in lock.get(name, set())
    }
    assert differing == {}


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_is_names_versions_and_hashes_alone(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    other = [
        line
        for line in text.splitlines()
        if not re.fullmatch(r"\S+==\S+(?: ; .+)? \\|    --hash=sha256:[0-9a-f]{64}(?: \\)?", line)
    ]
    assert other == []
    assert len(re.findall(r"==\S+(?: ; .+)? \\\n    --hash", text)) == len(locked(file))


def test_every_licence_lets_upheld_be_passed_on() -> None:
    binding = {
        name: sorted(stated)
        for name, package in closure(RUN + DEV + EXTRAS).items()
        if name not in EXCEPTIONS and (not (stated := licences(package)) or stated - FREE)
    }
    assert binding == {}


def test_every_exception_is_still_needed() -> None:
    packages = closure(RUN + DEV + EXTRAS)
    assert sorted(set(EXCEPTIONS) - set(packages)) == []


def test_no_package_is_declared_in_vain() -> None:
    source = "\n".join(module.text for module in modules())
    source += "\n".join(path.read_text("utf-8") for path in (ROOT / "tools").glob("*.py"))
    importable: dict[str, set[str]] = {}
    for module, packages in packages_distributions().items():
        for package in packages:
            importable.setdefault(canonicalize_name(package), set()).add(module)
    idle = [
        line
        for line in PROJECT["project"]["dependencies"]
        if (name := canonicalize_name(Requirement(line).name)) not in NAMED_BY_OTHERS
        and not any(re.search(rf"\b{module}\b", source) for module in importable[name])
    ]
    assert idle == []
