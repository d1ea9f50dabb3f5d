"""A specimen paper as PDF, set by Typst in the layout of its period.

Only the fonts that Typst brings along are used and no clock is read, so that the same release of
Typst gives the same bytes on every machine.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Any

from upheld.specimen.mark import MARK
from upheld.specimen.paper import (
    Block,
    Bullet,
    Clause,
    Contents,
    Grid,
    Heading,
    Numbered,
    Paper,
    Paragraph,
    Text,
)
from upheld.writing.typesetting import typeset


def paper_to_pdf(paper: Paper) -> bytes:
    """The paper's pages, each with the mark at its foot."""
    return typeset(_source(), {"paper": json.dumps(_plain(paper), ensure_ascii=False)})


@cache
def _source() -> str:
    return files("upheld.specimen.layout").joinpath("un.typ").read_text(encoding="utf-8")


def _plain(paper: Paper) -> dict[str, Any]:
    masthead = asdict(paper.masthead)
    masthead["issued"] = ""
    masthead["date"] = paper.masthead.printed_date
    return {
        "layout": paper.layout.value,
        "mark": MARK,
        "masthead": masthead,
        "running_title": paper.running_title,
        "landscape": paper.landscape,
        "blocks": [_block(block) for block in paper.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(text, level, paragraphs):
            hang = text[:1].isupper() and "." in text.split(" ")[0]
            return {
                "kind": "heading",
                "text": text,
                "level": level,
                "paragraphs": paragraphs,
                "hang": hang,
            }
        case Paragraph(text, number, bold):
            return {"kind": "paragraph", "runs": runs(text), "number": number, "bold": bold}
        case Numbered(number, text):
            return {"kind": "numbered", "number": number, "runs": runs(text)}
        case Clause(letter, text, bold):
            return {"kind": "clause", "letter": letter, "runs": runs(text), "bold": bold}
        case Bullet(text):
            return {"kind": "bullet", "text": text}
        case Grid(header, rows, widths):
            return {"kind": "grid", "header": header, "rows": rows, "widths": widths}
        case Contents():
            return {"kind": "contents"}
        case _:
            return {"kind": "page"}


def runs(text: Text) -> list[str | dict[str, str]]:
    """Words and footnotes in their order, as the layout takes them."""
    if isinstance(text, str):
        return [text]
    return [run if isinstance(run, str) else {"note": run.text} for run in text]
