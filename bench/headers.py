"""How well first pages are read: symbol, title and agenda item of 1,664 first pages as plain text.

    .venv/bin/python bench/headers.py [--corpus DIR] [--misses symbol|title|agenda_item]

Prints one line a figure. The truth is made by hand, in short forms ("26/6" for A/HRC/26/6), and
not always alike: some titles carry the author's line or "Note by the Secretariat", others do not.
A title is exact when it has the same words, whatever their order and punctuation; "one within the
other" counts a title as right when it differs by whole words that only one of the two carries.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from upheld.core.fold import fold_words
from upheld.core.symbols import Symbol
from upheld.parsing.header import read_first_page
from upheld.reading.read import read_bytes

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "document_headers"


def symbol_agrees(found: str, truth: str) -> bool:
    symbol = Symbol.parse(found)
    if symbol is None:
        return False
    short = symbol.text.removeprefix("A/HRC/")
    truth = re.sub(r"\(.*\)|/Annex\.\d+$", "", truth).removeprefix("A/HRC/")
    return short == truth or symbol.text == truth


def title_exact(found: str, truth: str) -> bool:
    """The same words, or the same letters where a hyphen or blank was lost at a line's end."""
    truth = _bare(truth)
    ours, theirs = fold_words(found), fold_words(truth)
    return Counter(ours.split()) == Counter(theirs.split()) or (
        ours.replace(" ", "") == theirs.replace(" ", "")
    )


def title_agrees(found: str, truth: str) -> bool:
    """All words of the shorter title stand in the longer one."""
    ours, theirs = (Counter(fold_words(title).split()) for title in (found, _bare(truth)))
    return bool(found) and (title_exact(found, truth) or ours <= theirs or theirs <= ours)


def agenda_agrees(found: str, truth: list[str]) -> bool:
    return sorted(re.findall(r"\d+", found)) == sorted(re.sub(r"\D", "", item) for item in truth)


def _bare(truth: str) -> str:
    return re.sub(r"^[\w./()\s-]{3,40}?:\s", "", truth)


CHECKS = {
    "symbol": ("symbol", symbol_agrees),
    "title": ("title", title_exact),
    "title, one within the other": ("title", title_agrees),
    "agenda_item": ("agenda_item", agenda_agrees),
}


def pages(corpus: Path) -> Iterator[tuple[str, dict[str, object]]]:
    truths: dict[str, dict[str, object]] = {}
    for field in ("symbol", "title", "agenda_item"):
        for row in json.loads((corpus / f"rightstaging_{field}.json").read_text("utf-8")):
            truths.setdefault(row["text"], {})[field] = row["label"]
    yield from truths.items()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--corpus", type=Path, default=DEFAULT)
    arguments.add_argument("--misses", choices=sorted(CHECKS), default="")
    options = arguments.parse_args()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    started = time.perf_counter()
    for text, truth in pages(options.corpus):
        first_page = read_first_page(read_bytes("page.txt", text.encode()))
        for name, (field, agrees) in CHECKS.items():
            if not truth.get(field):  # no truth for this page
                continue
            found = getattr(first_page, field)
            total[name] += 1
            right[name] += agrees(found, truth[field])
            if name == options.misses and not agrees(found, truth[field]):
                print(f"--- {first_page.symbol}\n  found {found!r}\n  truth {truth[field]!r}")
    for name in CHECKS:
        print(f"{name}: {right[name]}/{total[name]} = {right[name] / total[name]:.4f}")
    print(f"{time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
