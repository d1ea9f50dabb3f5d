"""Documents as the reader and the parsers hand them over, made by hand for the tests of services.

    printed_report([("140.1", "Ratify CAT", "FRA ESP")])

Each item is printed on a line of its own, ten to a page, and its span leads to that line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from upheld.core.document import Block, BlockKind, Document, Page, Span
from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.findings import Finding
from upheld.core.items import Item, ItemKind
from upheld.core.positions import Position
from upheld.services.document_keeping import ReadFile

REPORT = "A/HRC/90/7"
ADDENDUM = "A/HRC/90/7/Add.1"

Line = tuple[str, str, str] | tuple[str, str, str, Position | None]
"""Number, text, recommending States, and the position if the document states one."""

ON_A_PAGE = 10


def printed(
    lines: Sequence[Line],
    *,
    kind: DocumentKind = DocumentKind.UPR_REPORT,
    symbol: str = REPORT,
    states: tuple[str, ...] = ("XSP",),
    session: int | None = 51,
    language: str = "en",
    day: date | None = date(2026, 3, 2),
    relates_to: str = "",
    declared: Mapping[str, int] | None = None,
    findings: Sequence[Finding] = (),
    pledges: Sequence[Line] = (),
    name: str = "",
    hint: str = "",
    themes: tuple[str, ...] = (),
) -> ReadFile:
    """A file with these items, already read."""
    text, pages, items = f"SPECIMEN {symbol} {language}\n", [], []
    page_start = 0
    for n, (number, words, named, *rest) in enumerate([*lines, *pledges]):
        if n and n % ON_A_PAGE == 0:
            pages.append(Page(len(pages) + 1, Span(page_start, len(text))))
            page_start = len(text)
        start = len(text)
        text += f"{number} {words} ({', '.join(named.split())});"
        item = Item(
            number=number,
            text=words or None,
            page=len(pages) + 1,
            span=Span(start, len(text)),
            states=tuple(named.split()),
            position=rest[0] if rest else None,
            position_words="as printed" if rest else "",
            position_paragraph="12" if rest else "",
            kind=ItemKind.PLEDGE if n >= len(lines) else ItemKind.RECOMMENDATION,
            themes=themes,
        )
        items.append(item)
        text += "\n"
    pages.append(Page(len(pages) + 1, Span(page_start, len(text))))
    document = Document(
        name=name or f"{symbol.replace('/', '_') or 'table'}.txt",
        format="txt",
        text=text,
        pages=tuple(pages),
        blocks=tuple(Block(BlockKind.TEXT, item.span, item.page) for item in items),
    )
    facts = DocumentFacts(
        kind=kind,
        first_page=FirstPage(
            symbol=symbol,
            title=f"Paper on {', '.join(states)}",
            states=states,
            session=session,
            date=day,
            language=language,
        ),
        items=tuple(items[: len(lines)]),
        pledges=tuple(items[len(lines) :]),
        findings=tuple(findings),
        declared=dict(declared or {}),
        relates_to=relates_to,
    )
    yielded = {"document": document.to_dict(), "facts": facts.to_dict()}
    return ReadFile(document.name, text.encode(), yielded, symbol_hint=hint)


def printed_answer(
    lines: Sequence[Line],
    *,
    kind: DocumentKind = DocumentKind.UPR_ADDENDUM,
    symbol: str = ADDENDUM,
    relates_to: str = REPORT,
    themes: tuple[str, ...] = (),
    findings: Sequence[Finding] = (),
) -> ReadFile:
    """An addendum or a thematic list that gives positions to the numbers of a report."""
    return printed(
        lines,
        kind=kind,
        symbol=symbol,
        relates_to=relates_to,
        session=None,
        day=date(2026, 6, 12),
        themes=themes,
        findings=findings,
    )


def again(read: ReadFile, name: str) -> ReadFile:
    """The same words in another file: the PDF after the Word file."""
    return replace(read, name=name, content=read.content + b"\n")


THREE: tuple[Line, ...] = (
    ("140.1", "Ratify the Convention against Torture", "FRA ESP"),
    ("140.2", "Strengthen the independence of the judiciary", "DEU"),
    ("140.3", "Take measures against trafficking in persons", "VNM LAO"),
)


def many(count: int, paragraph: int = 140) -> list[Line]:
    """``count`` items with words of their own."""
    subjects = ("women", "children", "migrants", "minorities", "prisoners", "older persons")
    verbs = ("Protect", "Promote", "Guarantee", "Strengthen", "Monitor")
    return [
        (
            f"{paragraph}.{n}",
            f"{verbs[n % 5]} the rights of {subjects[n % 6]} under programme {n * 7919}",
            "FRA ESP" if n % 2 else "VNM",
        )
        for n in range(1, count + 1)
    ]
