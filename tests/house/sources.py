"""The repository as the house tests see it: its files as git knows them, its modules as trees."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "upheld"


@dataclass(frozen=True)
class Module:
    """A module of the product: its path from the root, its layer ("core"), and its syntax tree."""

    path: str
    layer: str
    text: str
    tree: ast.Module


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the product in the order of its path."""
    return tuple(
        Module(
            path.relative_to(ROOT).as_posix(),
            path.relative_to(PACKAGE).parts[0],
            text := path.read_text("utf-8"),
            ast.parse(text, str(path)),
        )
        for path in sorted(PACKAGE.rglob("*.py"))
    )


@cache
def repository_files() -> tuple[Path, ...]:
    """Every file of the repository that git keeps or would keep."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return tuple(
        path for name in sorted(set(listed.split("\0"))) if name and (path := ROOT / name).is_file()
    )


@cache
def text_files() -> tuple[tuple[str, str], ...]:
    """The path and the words of every file of the repository that is text."""
    found = []
    for path in repository_files():
        content = path.read_bytes()
        if b"\0" not in content:
            found.append((path.relative_to(ROOT).as_posix(), content.decode("utf-8")))
    return tuple(found)
