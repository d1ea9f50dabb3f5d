"""People, documents and records as the tests need them, written straight into the database.

The report is a small one of Sarovia, the fictional State, printed by ``tests.small_pdf`` and read
by the program's own reader, so that pages, lines and spans are real.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from tests.small_pdf import print_pdf
from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.items import ItemKind
from upheld.core.positions import Position
from upheld.core.roles import Role
from upheld.reading.pdf import read_pdf
from upheld.store import files
from upheld.store.models import (
    Document,
    DocumentFinding,
    DocumentVersion,
    PositionEntry,
    Reading,
    RecommendingState,
    Record,
    RoleBinding,
    StateUnderReview,
    StoredFile,
    User,
)

PEOPLE = {
    Role.ADMINISTRATOR: "Ada Administrator",
    Role.COORDINATOR: "Trần Thị Hương",
    Role.READER: "Rosa Reader",
}

DEMANDS = (
    ("Ratify the Optional Protocol to the Convention against Torture", ("FRA", "ESP")),
    ("Strengthen the independence of the national human rights institution", ("DEU",)),
    ("Take further measures to eliminate discrimination against women in rural areas", ("VNM",)),
    ("Establish an official moratorium on executions with a view to abolition", ("CHL", "PRT")),
    ("Continue efforts to guarantee access to education for children of minorities", ("LAO",)),
    ("Adopt a national action plan against trafficking in persons", ("PHL", "KEN", "UKR")),
)
NAMES = {
    "FRA": "France", "ESP": "Spain", "DEU": "Germany", "VNM": "Viet Nam", "CHL": "Chile",
    "PRT": "Portugal", "LAO": "Lao People's Democratic Republic", "PHL": "Philippines",
    "KEN": "Kenya", "UKR": "Ukraine",
}  # fmt: skip


@dataclass(frozen=True)
class Demand:
    """One item as the factory prints it."""

    number: str
    text: str
    states: Sequence[str]


def person(role: Role | None = Role.COORDINATOR, username: str = "", **values: str) -> User:
    """A user with one role; without a role somebody who may do nothing."""
    username = username or (role.value if role else "nobody")
    values.setdefault("name", PEOPLE.get(role, username) if role else username)
    user, made = User.objects.get_or_create(username=username, defaults={"password": "!"} | values)
    if made and role:
        RoleBinding.objects.create(user=user, role=role)
    return user


def demands(count: int, paragraph: int = 140) -> list[Demand]:
    """``count`` items numbered 140.1, 140.2 …"""
    return [Demand(f"{paragraph}.{n + 1}", *DEMANDS[n % len(DEMANDS)]) for n in range(count)]


def report(
    count: int = 6,
    *,
    symbol: str = "A/HRC/90/7",
    items: Sequence[Demand] = (),
    declared: Mapping[str, int] | None = None,
    by: User | None = None,
) -> Document:
    """A report of the Working Group on Sarovia with ``count`` recommendations and its PDF."""
    by = by or person()
    items = items or demands(count)
    content = print_pdf(_paragraphs(symbol, items), header=symbol)
    printed = read_pdf("report.pdf", content)
    facts = DocumentFacts(DocumentKind.UPR_REPORT, FirstPage(symbol=symbol, states=("XSP",)))
    name = files.keep(content)
    files.keep_yield(name, {"document": printed.to_dict(), "facts": facts.to_dict()})
    now = timezone.now()
    file, _made = StoredFile.objects.get_or_create(
        sha256=name,
        defaults={
            "name": "report.pdf",
            "media_type": "application/pdf",
            "format": "pdf",
            "size": len(content),
            "added_at": now,
            "added_by": by,
        },
    )
    document = Document.objects.create(
        slug=symbol.replace("/", "-"),
        symbol=symbol,
        base_symbol=symbol,
        title="Report of the Working Group on the Universal Periodic Review: Sarovia",
        kind=DocumentKind.UPR_REPORT,
        body="Human Rights Council",
        council_session=90,
        session=70,
        agenda_item="6",
        date="2026-03-02",
        language="en",
        declared={"received": len(items)} if declared is None else dict(declared),
    )
    StateUnderReview.objects.create(document=document, iso3="XSP", order=0)
    version = DocumentVersion.objects.create(
        document=document,
        file=file,
        number=1,
        symbol=symbol,
        taken_in_at=now,
        taken_in_by=by,
        counts={"pages": len(printed.pages), "recommendation": len(items)},
        changes={"added": [], "changed": [], "withdrawn": [], "unchanged": 0},
    )
    document.current_version = version
    document.save()
    at = 0
    for order, demand in enumerate(items):
        start = printed.text.index(f"{demand.number} ", at)
        end = at = printed.text.index(");", start) + 2
        _record(document, version, demand, order, printed.text[start:end], start, end,
                printed.page_of(start))  # fmt: skip
    return document


def finding(
    document: Document,
    code: str = "page.no_text",
    *,
    record: Record | None = None,
    page: int = 1,
    **arguments: str | int,
) -> DocumentFinding:
    """An open finding about the document, or about one of its records."""
    row = DocumentFinding(code=code)
    return DocumentFinding.objects.create(
        document=document,
        version=document.current_version,
        record=record,
        code=code,
        severity=row.as_finding().severity,
        page=record.page if record else page,
        start=record.start if record else -1,
        end=record.end if record else -1,
        arguments=arguments or {"page": page},
    )


def add_record(document: Document, demand: Demand, *, order: int) -> Record:
    """One more record of ``document``, on its first page."""
    version = document.current_version
    assert version is not None
    return _record(document, version, demand, order, demand.text, 0, 10, 1)


def _record(
    document: Document,
    version: DocumentVersion,
    demand: Demand,
    order: int,
    printed: str,
    start: int,
    end: int,
    page: int,
) -> Record:
    record = Record.objects.create(
        public_id=f"{document.slug}-{demand.number}",
        document=document,
        version=version,
        kind=ItemKind.RECOMMENDATION,
        number=demand.number,
        order=order,
        text=demand.text,
        printed=printed,
        page=page,
        start=start,
        end=end,
        proposed={"text": demand.text, "number": demand.number, "states": list(demand.states)},
    )
    RecommendingState.objects.bulk_create(
        RecommendingState(record=record, iso3=iso3, order=n) for n, iso3 in enumerate(demand.states)
    )
    record.current_position = PositionEntry.objects.create(
        record=record,
        value=Position.SUPPORTED if order % 3 else Position.NOTED,
        words="enjoy the support of Sarovia" if order % 3 else "have been noted by Sarovia",
        paragraph="140",
        source=document,
        date="2026-03-02",
        entered_at=timezone.now(),
    )
    record.save(update_fields=["current_position"])
    return record


def _paragraphs(symbol: str, items: Sequence[Demand]) -> list[str]:
    yield_of_items = [
        f"{item.number} {item.text} ({', '.join(NAMES[iso3] for iso3 in item.states)});"
        for item in items
    ]
    return [
        "SPECIMEN. Sarovia is no State, and nobody has said what stands here.",
        "Report of the Working Group on the Universal Periodic Review",
        "Sarovia",
        "II. Conclusions and/or recommendations",
        "140. The recommendations formulated during the interactive dialogue and listed below "
        "have been examined by Sarovia and enjoy the support of Sarovia:",
        *yield_of_items,
        "141. All conclusions and/or recommendations contained in the present report reflect the "
        "position of the submitting States.",
    ]


def reading(**values: object) -> Reading:
    """A file on its way."""
    known = {
        "name": "report.pdf",
        "sha256": "0" * 64,
        "size": 1,
        "actor": person(),
        "created_at": timezone.now(),
        "finished_at": timezone.now(),
    }
    return Reading.objects.create(**(known | values))
