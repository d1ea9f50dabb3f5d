"""What one document says, as the JSON lines that ``upheld parse`` writes.

The first line tells about the document ("A/HRC/26/6", Viet Nam, session 18), then one line for
each recommendation, conclusion or concern in the order of the document. Other programs rely on
the names and the order; docs/commands.md describes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from upheld.core.document import Document
from upheld.core.facts import DocumentFacts
from upheld.core.findings import Finding
from upheld.core.items import Item
from upheld.core.states import state


def parsed_lines(
    document: Document, facts: DocumentFacts, seconds: float
) -> Iterator[dict[str, Any]]:
    """The lines of one document; ``seconds`` is what reading and parsing took."""
    yield {
        "_meta": _about(document, facts, seconds),
        "pledges": [_item_line(item) for item in facts.pledges],
        "findings": [_finding_line(f) for f in _all_findings(document, facts)],
    }
    yield from map(_item_line, facts.items)


def _about(document: Document, facts: DocumentFacts, seconds: float) -> dict[str, Any]:
    first = facts.first_page
    names = _names(first.states)
    return {
        "symbol": first.symbol,
        "title": first.title,
        "agenda_item": first.agenda_item,
        "state": names[0] if names else "",
        "states": names,
        "session": first.session,
        "date": first.date.isoformat() if first.date else None,
        "kind": facts.kind.value,
        "language": first.language,
        "pages": len(document.pages),
        "seconds": round(seconds, 3),
    }


def _item_line(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "text": item.text,
        "states": _names(item.states),
        "position": item.position.value if item.position else None,
        "page": item.page,
        "span": list(item.span),
        "themes": list(item.themes),
        "kind": item.kind.value,
        **({"aside": dict(item.aside)} if item.aside else {}),
    }


def _finding_line(finding: Finding) -> dict[str, Any]:
    return {"code": finding.code, "page": finding.page, "message": finding.message}


def _all_findings(document: Document, facts: DocumentFacts) -> list[Finding]:
    found = list(document.findings)
    return found + [finding for finding in facts.findings if finding not in found]


def _names(codes: Iterable[str]) -> list[str]:
    """The UN short names in English: VNM is "Viet Nam"."""
    return [state(code).name for code in codes]
