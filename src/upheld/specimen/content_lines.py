"""The lines of the specimen's content files, for example ``content/cycle_2.txt``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def content_lines(name: str) -> tuple[str, ...]:
    """The lines of ``content/<name>.txt`` without comments ("# ...") and empty lines."""
    text = files("upheld.specimen.content").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line.rstrip() for line in text.splitlines() if line and not line.startswith("#"))


def content_table(name: str) -> tuple[tuple[str, ...], ...]:
    """The same lines cut at "|": ``("CZE", "the Czech Republic", "2017 = Czechia")``."""
    return tuple(tuple(cell.strip() for cell in line.split("|")) for line in content_lines(name))
