"""How fast documents are read and parsed, beside pdfium's own text extraction on the same files.

    python bench/reading.py [FILE...] [--corpus DIR] [--sample 30] [--rounds 3]

pdfium's extraction is the floor: nothing that reads with pdfium can be faster. Floor, reading, and
reading with parsing take turns on each file; of each the median of the rounds counts, start-up is
left out by a first round that is not counted. Word files have no floor; their figure stands alone.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from upheld.core.errors import InputProblem
from upheld.parsing.parser import parse_document
from upheld.reading.read import read_bytes

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "upr_reports" / "pdf"


def floor(name: str, content: bytes) -> int:
    """pdfium's own text of every page, and nothing else."""
    pdf = pypdfium2.PdfDocument(content)
    pages = len(pdf)
    for index in range(pages):
        page = pdf[index]
        text_page = page.get_textpage()
        text_page.get_text_range()
        text_page.close()
        page.close()
    pdf.close()
    return pages


def read(name: str, content: bytes) -> int:
    """Bytes to Document."""
    return len(read_bytes(name, content).pages)


def read_and_parse(name: str, content: bytes) -> int:
    """Bytes to facts."""
    document = read_bytes(name, content)
    parse_document(document)
    return len(document.pages)


def timed(work: Callable[[str, bytes], int], name: str, content: bytes) -> float:
    started = time.perf_counter()
    work(name, content)
    return time.perf_counter() - started


def chosen(options: argparse.Namespace) -> list[Path]:
    """The files named, or an even sample of the folder."""
    if options.files:
        return list(options.files)
    files = sorted(path for path in options.corpus.iterdir() if path.suffix in (".pdf", ".docx"))
    step = max(len(files) // options.sample, 1)
    return files[::step][: options.sample]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--corpus", type=Path, default=DEFAULT)
    parser.add_argument("--sample", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()

    seconds: defaultdict[str, float] = defaultdict(float)
    pages = files = 0
    for path in chosen(options):
        content = path.read_bytes()
        is_pdf = content.startswith(b"%PDF")
        works = [floor, read, read_and_parse] if is_pdf else [read, read_and_parse]
        try:
            pages += read_and_parse(path.name, content)
        except InputProblem as problem:
            print(f"{path.name}: {problem.message}")
            continue
        files += 1
        rounds = [
            [timed(work, path.name, content) for work in works] for _ in range(options.rounds)
        ]
        for work, times in zip(works, zip(*rounds, strict=True), strict=True):
            seconds[work.__name__] += statistics.median(times)
    if not pages:
        raise SystemExit("no file could be read")

    print(f"{files} files, {pages} pages, medians of {options.rounds} rounds")
    for name, label in (
        ("floor", "pdfium's own extraction"),
        ("read", "read"),
        ("read_and_parse", "read and parse"),
    ):
        if name not in seconds:
            continue
        line = f"{label:26} {1000 * seconds[name] / pages:6.2f} ms/page"
        line += f" {pages / seconds[name]:8.0f} pages/s"
        if "floor" in seconds:
            line += f"   ratio {seconds[name] / seconds['floor']:.2f}"
        print(line)


if __name__ == "__main__":
    main()
