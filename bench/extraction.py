"""Recommendations out of real UPR reports against lists made by hand, by year.

Reads every PDF of a folder as ``upheld parse --jsonl`` does, hands the result to the scorer that
lies beside the documents, and prints its figures beside the targets. Without the documents it says
where they are expected and ends.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared"
TARGETS = {
    "all years": 0.978,
    "2008": 0.91,
    "2009": 0.93,
    "2010": 0.978,
    "2011": 0.978,
    "2012": 0.993,
    "2013": 0.993,
    "2014": 0.993,
}
OTHER_TARGETS = (
    ("recommending States, pair F1", "pair_f1", 0.975),
    ("printed numbers", "number_acc", 0.997),
    ("stated position", "position_acc", 0.99),
)
LOW = 0.90


def main() -> int:
    """Parse, score, print; 0 when the figures could be measured."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--corpus", type=Path, default=SHARED / "corpus" / "upr_reports")
    arguments.add_argument(
        "--scorer", type=Path, default=SHARED / "score" / "extraction" / "score.py"
    )
    arguments.add_argument("--keep", type=Path, help="folder for the parsed lines")
    arguments.add_argument("--publish", type=Path, help="write the figures for the page in here")
    chosen = arguments.parse_args()
    pdfs = sorted((chosen.corpus / "pdf").glob("*.pdf"))
    if not pdfs or not chosen.scorer.exists():
        print(f"no documents in {chosen.corpus} or no scorer at {chosen.scorer}")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        parsed = chosen.keep or Path(folder)
        parsed.mkdir(parents=True, exist_ok=True)
        _parse(pdfs, parsed)
        figures = _score(chosen.scorer, parsed, chosen.corpus / "gold")
    _print_figures(figures)
    if chosen.publish:
        _publish(figures, chosen.publish)
    return 0


def _parse(pdfs: list[Path], folder: Path) -> None:
    command = [sys.executable, "-m", "upheld.cli", "parse", "--jsonl", str(folder)]
    subprocess.run([*command, *map(str, pdfs)], check=False)


def _score(scorer: Path, parsed: Path, gold: Path) -> dict[str, Any]:
    command = [sys.executable, str(scorer), str(parsed), "--gold", str(gold)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _print_figures(figures: dict[str, Any]) -> None:
    totals = figures["totals"]
    print(f"{totals['docs']} reports, {totals['gold']} recommendations in the lists")
    print(f"{'':32}{'F1':>8}{'target':>8}")
    years = {"all years": totals, **figures["by_year"]}
    for name, measured in years.items():
        print(f"{name:32}{measured['f1']:8.4f}{TARGETS.get(name, 0.993):8.3f}")
    together = [year for name, year in figures["by_year"].items() if name in ("2010", "2011")]
    print(f"{'2010 and 2011 together':32}{_f1(together):8.4f}{0.978:8.3f}")
    for name, key, target in OTHER_TARGETS:
        print(f"{name:32}{totals[key]:8.4f}{target:8.3f}")
    facts = ", ".join(f"{name} {share:.4f}" for name, share in totals["meta_acc"].items())
    print(f"first-page facts of the reports: {facts}")
    low = sorted((d["f1"], d["name"]) for d in figures["documents"] if d["f1"] < LOW)
    share = len(low) / totals["docs"]
    print(f"{len(low)} reports under {LOW:.2f} ({share:.1%}, target under 4 %):")
    for f1, name in low:
        print(f"  {f1:.4f}  {name}")


def _publish(figures: dict[str, Any], file: Path) -> None:
    """The figures as the page "How accurate is the reading?" shows them, oldest year first."""
    rows = [
        {
            **({"year": int(year)} if year else {}),
            "documents": measured["docs"],
            "items": measured["gold"],
            "text": f"{measured['f1']:.3f}",
            "states": f"{measured['pair_f1']:.3f}",
            "number": f"{measured['number_acc']:.3f}",
            "position": f"{measured['position_acc']:.3f}",
        }
        for year, measured in [*figures["by_year"].items(), ("", figures["totals"])]
    ]
    today = datetime.now(UTC).date().isoformat()
    file.write_text(json.dumps({"date": today, "rows": rows}, indent=2) + "\n", "utf-8")


def _f1(years: list[dict[str, Any]]) -> float:
    matched = sum(year["match"] for year in years)
    listed = sum(year["pred"] + year["gold"] for year in years)
    return 2 * matched / listed if listed else 0.0


if __name__ == "__main__":
    sys.exit(main())
