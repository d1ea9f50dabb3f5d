"""Thousands of damaged files through the reading process: nothing but facts and findings comes out.

    python -m bench.fuzz                     15,000 files, 10,000 of them PDF, DOCX, XLSX and CSV
    python -m bench.fuzz --count 500 --seed 7 --keep DIR

Sound files (PDF, DOCX, XLSX, CSV, HTML, JSON; small ones and the specimen's) are damaged: bits
flipped, bytes cut out, doubled or replaced, files cut short or joined, and, inside packed files,
the XML of one part. Each goes through read and parse. Allowed: facts, or a refusal with findings.
Not allowed: anything else, a fault of the program's own code, or a process that does not read the
next sound file after a crash. The same seed makes the same files.
"""

from __future__ import annotations

import argparse
import io
import logging
import random
import re
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.reading import made_files
from upheld.core.errors import InputProblem
from upheld.reading.limits import MEGABYTE, Limits
from upheld.reading.sandbox import Sandbox

TASK = "upheld.parsing.parser:read_and_parse"
LIMITS = Limits(seconds=20, memory_bytes=768 * MEGABYTE)
BROUGHT_DOWN = frozenset({"file.crashed", "file.timeout", "file.memory"})
# The sound files of each format.
Seeds = Mapping[str, Sequence[bytes]]
SEEDS: Seeds = {
    "pdf": [made_files.pdf(made_files.ITEMS * 12)],
    "docx": [made_files.report_docx()],
    "xlsx": [made_files.xlsx([["Số", "Khuyến nghị"], ["143.27", "Ratify"], [143.28, True]])],
    "csv": [made_files.csv()],
    "html": [b"<html><ol start=3><li>Ratify<li>Accede</ol><table><tr><td rowspan=2>1<td>x</table>"],
    "json": [b'{"count": 1, "data": [{"number": "143.27", "states": ["FRA", {"code": "ESP"}]}]}'],
}
_EXTREMES = (b"\x00", b"\xff", b"\xff\xff\xff\xff", b"\x80\x00\x00\x00", b"\x7f\xff\xff\xff", b"-1")
_XML_EXTREMES = (b"-1", b"0", b"4294967296", b"99999999999999999999", b"", b"x", b"\xff\xfe")


@dataclass
class Outcome:
    """What came of a run: outcomes by format, faults of the program by their last line."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: dict[str, bytes] = field(default_factory=dict)
    unexplained: list[str] = field(default_factory=list)
    brought_down: dict[str, bytes] = field(default_factory=dict)
    replaced: int = 0
    seconds: float = 0.0

    @property
    def clean(self) -> bool:
        return not self.faults and not self.unexplained


def with_specimen() -> Seeds:
    """The small files, and beside them the specimen's papers, which the parsers know."""
    from upheld.specimen.documents import documents  # noqa: PLC0415  # slow: lays out its papers

    seeds = {kind: list(contents) for kind, contents in SEEDS.items()}
    for paper in documents():
        seeds[paper.name.rpartition(".")[2]].append(paper.content)
    return seeds


def mutations(count: int, seed: int, seeds: Seeds = SEEDS) -> Iterator[tuple[str, bytes]]:
    """``count`` damaged files, format by format in turn; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  # chance for tests, not for secrets
    names = list(seeds)
    for number in range(count):
        name = names[number % len(names)]
        content = chance.choice(seeds[name])
        packed = name in ("docx", "xlsx")
        if packed and chance.random() < 0.75:
            yield name, mutated_part(content, chance)
        else:
            yield name, mutated(content, chance)


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The bytes with one to four injuries."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        content = chance.choice(_INJURIES)(content, chance)
    return content


def mutated_part(content: bytes, chance: random.Random) -> bytes:
    """A packed file whose archive is sound and one of whose parts is not."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    part = chance.choice(list(parts))
    injure = chance.choice((mutated, _number_changed, _element_doubled, _element_lost))
    parts[part] = injure(parts[part], chance)
    if chance.random() < 0.1:
        del parts[chance.choice(list(parts))]
    return made_files.packed(parts)


def _flipped(content: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(chance.choice((1, 3, 30))):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def _cut_short(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _cut_out(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + content[end:]


def _doubled(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:end] + content[start:end] * chance.choice((1, 2, 50)) + content[end:]


def _overwritten(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    extreme = chance.choice(_EXTREMES)
    return content[:start] + extreme + content[start + len(extreme) :]


def _joined(content: bytes, chance: random.Random) -> bytes:
    other = chance.choice([content for contents in SEEDS.values() for content in contents])
    return content[: chance.randrange(len(content) + 1)] + other[chance.randrange(len(other)) :]


def _number_changed(content: bytes, chance: random.Random) -> bytes:
    return _match_replaced(rb"\d+", content, chance, lambda _: chance.choice(_XML_EXTREMES))


def _element_doubled(content: bytes, chance: random.Random) -> bytes:
    times = chance.choice((2, 3, 300))
    return _match_replaced(rb"<[^<>]+>[^<>]*", content, chance, lambda found: found * times)


def _element_lost(content: bytes, chance: random.Random) -> bytes:
    return _match_replaced(rb"<[^<>]+>", content, chance, lambda _: b"")


def _match_replaced(
    pattern: bytes, content: bytes, chance: random.Random, new: Callable[[bytes], bytes]
) -> bytes:
    found = list(re.finditer(pattern, content))
    if not found:
        return content
    match = chance.choice(found)
    return content[: match.start()] + new(match[0]) + content[match.end() :]


def _stretch(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(start + chance.choice((1, 4, 40, 400)), len(content))


_INJURIES = (_flipped, _cut_short, _cut_out, _doubled, _overwritten, _joined)


def run(
    count: int,
    seed: int,
    *,
    seeds: Seeds = SEEDS,
    task: str = TASK,
    progress: Callable[[int], None] | None = None,
) -> Outcome:
    """Send ``count`` files through the reading process and count what comes out."""
    outcome = Outcome()
    faults = _Faults()
    log = logging.getLogger("upheld.reading.sandbox")
    log.addHandler(faults)
    started = time.perf_counter()
    try:
        with Sandbox(LIMITS) as sandbox:
            for number, (kind, content) in enumerate(mutations(count, seed, seeds)):
                result = _send(sandbox, task, f"{number}.{kind}", content, outcome)
                outcome.counts[kind, result] += 1
                for fault in faults.taken():
                    outcome.faults.setdefault(fault, content)
                if result in BROUGHT_DOWN:
                    outcome.brought_down[f"{number}-{result}.{kind}"] = content
                    _send_sound_file(sandbox, task, number, outcome)
                if progress is not None:
                    progress(number + 1)
            outcome.replaced = sandbox.replaced
    finally:
        log.removeHandler(faults)
    outcome.seconds = time.perf_counter() - started
    return outcome


def _send(sandbox: Sandbox, task: str, name: str, content: bytes, outcome: Outcome) -> str:
    try:
        answer = sandbox.call(task, name, content)
    except InputProblem as problem:
        if problem.findings and all(finding.message for finding in problem.findings):
            return problem.findings[0].code
        outcome.unexplained.append(f"{name}: refused without a finding")
        return "unexplained"
    if "document" not in answer and "blocks" not in answer:
        outcome.unexplained.append(f"{name}: an answer without a document")
    return "read"


def _send_sound_file(sandbox: Sandbox, task: str, number: int, outcome: Outcome) -> None:
    result = _send(sandbox, task, "sound.csv", SEEDS["csv"][0], outcome)
    if result != "read":
        outcome.unexplained.append(f"after {number}: a sound file gave {result}")


class _Faults(logging.Handler):
    """Collects the tracebacks of the program's own faults; a dead process leaves none."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if "Traceback" in text:
            lines = text.strip().splitlines()
            place = [line.strip() for line in lines if "upheld" in line and "line" in line][-1:]
            self._found.append(" ".join([*place, lines[-1]]))

    def taken(self) -> list[str]:
        found, self._found = self._found, []
        return found


def main() -> int:
    """Print the counts; exit 1 where anything came out that is neither facts nor findings."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--count", type=int, default=15_000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--task", default=TASK)
    parser.add_argument("--small", action="store_true", help="without the specimen's papers")
    parser.add_argument(
        "--keep", type=Path, help="a folder for files that show a fault or end the process"
    )
    options = parser.parse_args()
    logging.getLogger("upheld").propagate = False

    def progress(done: int) -> None:
        if done % 500 == 0:
            print(f"\r{done:,} of {options.count:,}", end="", file=sys.stderr)

    seeds = SEEDS if options.small else with_specimen()
    outcome = run(options.count, options.seed, seeds=seeds, task=options.task, progress=progress)
    print(file=sys.stderr)
    for (kind, result), times in sorted(outcome.counts.items()):
        print(f"{kind:5} {result:24} {times:6,}")
    print(
        f"{options.count:,} files in {outcome.seconds:.0f} s, seed {options.seed}; "
        f"process replaced {outcome.replaced} times; "
        f"{len(outcome.faults)} faults, {len(outcome.unexplained)} unexplained"
    )
    for number, (fault, content) in enumerate(outcome.faults.items()):
        print(f"fault: {fault}")
        if options.keep is not None:
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / f"fault-{number}.bin").write_bytes(content)
    for name, content in outcome.brought_down.items():
        print(f"brought the process down: {name}")
        if options.keep is not None:
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / name).write_bytes(content)
    for line in outcome.unexplained:
        print(f"unexplained: {line}")
    return 0 if outcome.clean else 1


if __name__ == "__main__":
    sys.exit(main())
