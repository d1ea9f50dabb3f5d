"""A list that others publish, written by the project: annotations on Sarovia as a JSON file."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any

TEXTS = ("ratify the Convention", "end corporal punishment", "fund the institution", "train judges")


def key(n: int) -> str:
    """The id of the n-th annotation."""
    return str(uuid.UUID(int=n + 1, version=4))


def annotation(n: int, **values: Any) -> dict[str, Any]:
    """The n-th annotation: every second one a recommendation of the Universal Periodic Review."""
    common = {
        "AnnotationId": key(n),
        "DocumentId": None,
        "PublicationDate": "2016-11-23T00:00:00",
        "AnnotationType": "- Recommendations",
        "Countries": ["- Sarovia"],
        "Regions": ["- Specimen"],
        "Themes": ["- Right to education"],
        "AffectedPersons": ["- Children"],
        "Sdgs": ["- 4 - QUALITY EDUCATION"],
    }
    if n % 2:
        said: dict[str, Any] = {
            "Symbol": "CEDAW/C/XSP/CO/8",
            "Body": "- CEDAW",
            "Text": f"<p>{n}.The State party should {TEXTS[n % 4]} by de- cree {n}.</p>",
        }
    else:
        said = {
            "Symbol": "A/HRC/90/7",
            "Body": "- UPR",
            "Text": f"140.{n} Please {TEXTS[n % 4]} in full, as case {n} shows",
            "UprSession": "39 Session",
            "UprPosition": "Supported",
            "UprRecommendingStates": ["Chile", "France"],
        }
    return common | said | values


def write(folder: Path, rows: list[dict[str, Any]], name: str = "export-uhri.json") -> Path:
    """The annotations as a file."""
    path = folder / name
    path.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
    return path
