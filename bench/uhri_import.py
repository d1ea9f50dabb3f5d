"""Imports a full export of the Universal Human Rights Index and says what it costs.

    .venv/bin/python bench/uhri_import.py [--records 268000] [--write FILE] [FILE]

Without FILE a file in the shape of OHCHR's export is written: sentences put together at random,
about 700 bytes an annotation, with the quirks of the real one. The import runs in a process of its
own: seconds and records a second with the search index at the end, the most memory that it held,
the same file a second time, and the sizes of database and index.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
import uuid
from pathlib import Path

UPHELD = (sys.executable, "-m", "upheld.cli")
TARGET_SECONDS, TARGET_MEGABYTES = 90, 600

VERBS = ("Ratify", "Adopt", "Ensure", "Continue to strengthen", "Consider", "Establish", "Review")
THINGS = (
    "the Convention on the Rights of Persons with Disabilities",
    "a national plan of action against trafficking in persons",
    "legislation that prohibits corporal punishment in all settings",
    "access of women in rural areas to health services",
    "the independence of the judiciary and of the national institution",
    "measures to prevent torture and to compensate its victims",
    "education for children of minorities in their own language",
)
WAYS = (
    "in line with international standards",
    "with the participation of civil society",
    "and allocate the resources that this needs",
    "within two years, and report on the results",
)
STATES = (
    "Viet Nam", "Chile", "France", "Kenya", "Slovenia", "Norway", "Indonesia", "Morocco", "Peru",
    "Japan", "Ghana", "Georgia", "Nepal", "Mexico", "Egypt", "Thailand", "Senegal", "Austria",
)  # fmt: skip
THEMES = (
    "Right to education", "Discrimination against women", "Conditions of detention",
    "Administration of justice & fair trial", "Right to health", "Death penalty",
    "National Human Rights Institution (NHRI)", "A theme that no list has",
)  # fmt: skip


def write_export(path: Path, records: int, seed: int = 1) -> None:
    """An export of ``records`` annotations; the same seed writes the same file."""
    chance = random.Random(seed)  # noqa: S311
    with path.open("w", encoding="utf-8") as file:
        file.write("[\n")
        for n in range(records):
            file.write(json.dumps(_annotation(chance), ensure_ascii=False))
            file.write(",\n" if n < records - 1 else "\n")
        file.write("]\n")


def _annotation(chance: random.Random) -> dict[str, object]:
    review = chance.random() < 0.5
    sentences = [
        f"{chance.choice(VERBS)} {chance.choice(THINGS)} {chance.choice(WAYS)}, case "
        f"{chance.randrange(10**6)}"
        for _ in range(1 if review else chance.randint(2, 5))
    ]
    text = ". ".join(sentences)
    if not review:
        text = f"{chance.randint(5, 60)}.The Committee recommends that the State party act. {text}"
    if chance.random() < 0.05:
        text = text[:30] + "- " + text[30:]
    if chance.random() < 0.3:
        text = f"<p>{text}</p>"
    state = chance.choice(STATES)
    symbol = f"A/HRC/{chance.randint(8, 62)}/{chance.randint(1, 40)}"
    found: dict[str, object] = {
        "AnnotationId": str(uuid.UUID(int=chance.getrandbits(128), version=4)),
        "Symbol": symbol if review else f"CEDAW/C/{state[:3].upper()}/CO/{chance.randint(1, 90)}",
        "DocumentId": str(uuid.UUID(int=chance.getrandbits(128), version=4)),
        "PublicationDate": f"{chance.randint(2006, 2026)}-{chance.randint(1, 12):02}-17T00:00:00",
        "AnnotationType": "- Recommendations" if chance.random() > 0.01 else None,
        "Text": text,
        "Countries": ["- " + state] if chance.random() > 0.0004 else [],
        "Regions": ["- Asia"],
        "Themes": ["- " + theme for theme in chance.sample(THEMES, chance.randint(1, 3))],
        "AffectedPersons": ["- Children"] if chance.random() < 0.4 else [],
        "Sdgs": ["- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS"],
        "Body": "- UPR" if review else "- CEDAW",
    }
    if review:
        found |= {
            "UprSession": f"{chance.randint(1, 52)} Session",
            "UprPosition": chance.choice(("Supported", "Noted")),
            "UprRecommendingStates": [chance.choice(STATES)],
        }
    return found


def upheld(*arguments: str) -> tuple[float, str, str]:
    """Run one command: its seconds, what it used in words, and what it printed.

    On a machine that others use too, the seconds of the processor say more than those of the clock.
    """
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        actions = [(os.POSIX_SPAWN_DUP2, said.fileno(), 1)]
        pid = os.posix_spawn(UPHELD[0], [*UPHELD, *arguments], os.environ, file_actions=actions)
        _pid, status, used = os.wait4(pid, 0)
        said.seek(0)
        printed = said.read()
    if status:
        raise SystemExit(printed or f"upheld {' '.join(arguments)}: status {status}")
    seconds = time.perf_counter() - start
    processor = used.ru_utime + used.ru_stime
    memory = used.ru_maxrss // 1024
    return seconds, f"{processor:.1f} s of processor, {memory} MB at most", printed


def megabytes(folder: Path) -> float:
    """The size of all files below ``folder``."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def main() -> int:
    """The figures, and 1 if one of them misses its target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=268_000)
    parser.add_argument("--write", type=Path, metavar="FILE", help="only write such a file")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    asked = parser.parse_args()
    if asked.write:
        write_export(asked.write, asked.records)
        return 0
    with tempfile.TemporaryDirectory(prefix="upheld-import-") as temporary:
        file = asked.file or Path(temporary, "export-uhri.json")
        if not asked.file:
            write_export(file, asked.records)
        data = Path(temporary, "data")
        print(f"{file.name}: {file.stat().st_size / 1e6:.0f} MB")
        seconds, used, printed = upheld("import", str(file), "--data", str(data))
        print(printed.rstrip())
        rows = int(printed.split(", ")[1].split()[0].replace(",", ""))
        print(f"first run: {seconds:.1f} s, {rows / seconds:,.0f} records/s, {used}")
        again, used_again, printed = upheld("import", str(file), "--data", str(data))
        print("second run:" + printed.splitlines()[1])
        print(f"second run: {again:.1f} s, {used_again}")
        verified, _used, printed = upheld("verify", "--data", str(data))
        print(f"verify: {verified:.1f} s: {printed.strip()[:60]}")
        print(f"database {megabytes(data) - megabytes(data / 'index'):.0f} MB, ", end="")
        print(f"index {megabytes(data / 'index'):.0f} MB")
        memory = int(used.split(", ")[1].split()[0])
    return int(seconds > TARGET_SECONDS or memory > TARGET_MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
