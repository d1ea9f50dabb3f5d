"""Words that only a few may read are found nowhere by anybody else.

Seeded words ("canaries") stand in private evidence, in a draft, and in an assessment that its
author has not published. Everybody who may not read them asks every address that there is, with
every number that exists: pages, files, exports, sheets, plan documents, tables, histories. Those
who may read them find all of them on the same way, so that the test sees where it looks.
"""

from __future__ import annotations

import io
import logging
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, get_resolver

from tests import factories
from tests import workspace_rows as rows
from upheld.core.entries import Step
from upheld.core.evidence import Confidentiality, EvidenceType
from upheld.core.implementation import Implementation
from upheld.core.roles import Role
from upheld.services import assessments, entry_steps, evidence
from upheld.services.entries import Words, write
from upheld.services.permissions import visible_to
from upheld.services.record_list import record_list
from upheld.services.record_view import RecordView
from upheld.services.reminders import remind
from upheld.store.models import (
    Assessment,
    Assignment,
    Entry,
    Event,
    Evidence,
    PlannedAction,
    Record,
    SavedView,
    User,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

PRIVATE = frozenset(
    f"kanari{where}"
    for where in ("titel", "datei", "inhalt", "wort", "quelle", "stelle", "adresse")
)
"""In private evidence of a published entry: a file, a quotation and a link."""
DRAFT = frozenset({"zeisigtat", "zeisigergebnis"})
"""In an entry that nobody has submitted."""
VIEW = frozenset({"finkgrund", "finkmass", "finkweg", "finkbeleg"})
"""In an assessment that its author has not published, and in its evidence."""
SEEDED = PRIVATE | DRAFT | VIEW

NUMBERED: tuple[type[Model], ...] = (Assessment, Assignment, Entry, Evidence, PlannedAction)
PAGE, FILES = "?page=1", ("csv", "xlsx", "docx", "json")
TABLES = ("coverage", "parts", "entries", "views", "flags")
ASKED = {
    "assignments_export": [f"?format={name}" for name in FILES],
    "overview_rows": [f"?table={name}" for name in TABLES],
    "overview_table": [f"?table={t}&format={f}" for t, f in product(TABLES, ("csv", "xlsx"))],
    "plan_document": [f"?format={name}&language=vi" for name in FILES],
    "record_history": [f"?format={name}" for name in FILES],
    "evidence_file": ["", "?inline=1"],
    "comparison_table": ["?state=XSP&part=all&other_state=XSP&other_part=upr&format=csv"],
    "compared_records": ["?state=XSP&part=all&other_state=XSP&other_part=upr&side=1"],
}
"""What is asked of an address beside its bare form."""

Held = tuple[Role, str]
SEES: dict[Held, frozenset[str]] = {
    (Role.FOCAL_POINT, "MOJ"): PRIVATE | DRAFT,
    (Role.VALIDATOR, "MOJ"): PRIVATE | DRAFT,
    (Role.CONTRIBUTOR, "LEAGUE"): VIEW,
    (Role.FOCAL_POINT, ""): DRAFT,
}
"""Who may read which canaries; everybody else may read none of them."""
STRANGERS: list[Held | None] = [
    None,
    (Role.READER, ""),
    (Role.COORDINATOR, ""),
    (Role.COORDINATOR, "MOJ"),
    (Role.ADMINISTRATOR, ""),
    (Role.FOCAL_POINT, "MOH"),
    (Role.VALIDATOR, "MOH"),
    (Role.CONTRIBUTOR, "NHRI"),
]


@pytest.fixture
def seeded() -> None:
    """A published entry with private evidence, a draft, and a view that is not published."""
    factories.report(3)
    first, second, _third = Record.objects.order_by("order")
    author, checker = (
        rows.officer(role, rows.body("MOJ")) for role in (Role.FOCAL_POINT, Role.VALIDATOR)
    )
    boss = rows.officer(Role.COORDINATOR)
    entry = write(
        author,
        assignment=rows.assignment(first, rows.body("MOJ")).pk,
        row_version=0,
        words=Words("A bill was sent.", "", "planned", date(2026, 3, 1), "en"),
    )
    said = evidence.Description(
        title="kanarititel",
        type=EvidenceType.REPORT,
        confidentiality=Confidentiality.PRIVATE,
        language="en",
        source="kanariquelle",
        quotation="kanariwort",
        place="kanaristelle",
    )
    evidence.add_file(
        author, under=entry, description=said, name="kanaridatei.txt", content=b"kanariinhalt\n"
    )
    evidence.add_quotation(author, under=entry, description=said)
    evidence.add_link(author, under=entry, description=said, url="https://kanariadresse.example/")
    for who, step in (
        (author, Step.SUBMIT),
        (checker, Step.VALIDATE),
        (boss, Step.ACCEPT),
        (boss, Step.PUBLISH),
    ):
        entry.refresh_from_db()
        entry_steps.take_step(who, entry=entry.pk, step=step, row_version=entry.row_version)
    write(
        author,
        assignment=rows.assignment(second, rows.body("MOJ")).pk,
        row_version=0,
        words=Words("zeisigtat", "zeisigergebnis", "planned", date(2026, 3, 1), "en"),
    )
    league = rows.officer(Role.CONTRIBUTOR, rows.body("LEAGUE"))
    view = assessments.View(
        reasons="finkgrund",
        as_of=date(2026, 3, 1),
        language="en",
        status=Implementation.NOT_STARTED,
        criteria="finkmass",
        method="finkweg",
    )
    held = assessments.draft(league, record=first, assessor=rows.body("LEAGUE"), view=view)
    shown = evidence.Description("finkbeleg", EvidenceType.REPORT, Confidentiality.PUBLIC, "en")
    evidence.add_link(league, under=held, description=shown, url="https://finkbeleg.example/")
    rows.action()
    rows.assignment(first, rows.body("MOH"))


@pytest.mark.usefixtures("seeded")
@pytest.mark.parametrize("held", STRANGERS, ids=str)
def test_nobody_else_finds_them_anywhere(
    held: Held | None, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        visitor = signed_in(held)
        assert found_by(visitor) == {}
        assert asked_for(visitor) == {}
        assert exported(visitor) == set()
    assert canaries_in(caplog.text) == set()


@pytest.mark.usefixtures("seeded")
@pytest.mark.parametrize("held", SEES, ids=str)
def test_those_who_may_read_them_find_all_and_no_others(held: Held) -> None:
    found = found_by(signed_in(held))
    assert {canary for canaries in found.values() for canary in canaries} == SEES[held]


@pytest.mark.usefixtures("seeded")
def test_lists_counts_and_the_index_know_nothing_of_them() -> None:
    for held in STRANGERS[1:]:
        person = person_with(held)
        counts = [visible_to(person, model.objects.all()).count() for model in (Evidence, Entry)]
        may_know = visible_to(person, Assessment.objects.all()).count()
        assert (held, *counts, may_know) == (held, 0, 1, 0)
        assert [
            record_list(person, RecordView(question=canary)).total for canary in sorted(SEEDED)
        ] == [0] * len(SEEDED)
    index = Path(settings.UPHELD_DATA) / "index"
    kept = b"".join(file.read_bytes() for file in index.rglob("*") if file.is_file())
    assert kept
    assert canaries_in(kept.decode("latin-1")) == set()


@pytest.mark.usefixtures("seeded")
def test_mails_name_none_of_them() -> None:
    people = [person_with(held) for held in (*STRANGERS[1:], *SEES)]
    for person in people:
        assert person
        User.objects.filter(pk=person.pk).update(email=f"{person.username}@xsp.example")
    Assignment.objects.update(due=date(2026, 1, 1))
    remind(rows.officer(Role.COORDINATOR), today=date(2026, 3, 20))
    assert mail.outbox
    written = "\n".join(str(message.message()) for message in mail.outbox)
    assert canaries_in(written) == set()


@pytest.mark.usefixtures("seeded")
def test_the_history_holds_no_word_of_private_evidence() -> None:
    told = "\n".join(str(vars(event)) for event in Event.objects.all())
    assert canaries_in(told) & PRIVATE == set()


def signed_in(held: Held | None) -> Client:
    client = Client()
    if person := person_with(held):
        client.force_login(person)
    return client


def person_with(held: Held | None) -> User | None:
    if held is None:
        return None
    role, code = held
    return rows.officer(role, rows.body(code) if code else None)


def found_by(visitor: Client) -> dict[str, set[str]]:
    """The canaries in what each address answers, where there are any."""
    found = {}
    for address in addresses():
        answer = visitor.get(address)
        content = b"".join(answer) if answer.streaming else answer.content
        said = f"{dict(answer.headers)} {text_of(content)}"
        if canaries := canaries_in(said):
            found[address] = canaries
    return found


def asked_for(visitor: Client) -> dict[str, str]:
    """Pages that answer to a canary otherwise than to a word that stands nowhere."""
    differing = {}
    for address in ("/recommendations/", "/bodies/", "/library/laws/", "/history/", "/users/"):
        for canary in sorted(SEEDED):
            nothing = "x" * len(canary)
            asked, other = (
                visitor.get(address, {"q": word}).content.decode().replace(word, "")
                for word in (canary, nothing)
            )
            if without_tokens(asked) != without_tokens(other):
                differing[address] = canary
    return differing


def exported(visitor: Client) -> set[str]:
    """The canaries in files of all records, in each format."""
    found = set()
    for format in ("csv", "xlsx", "json"):
        answer = visitor.post("/recommendations/export", {"which": "all", "format": format})
        content = b"".join(answer) if answer.streaming else answer.content
        found |= canaries_in(text_of(content))
    return found


def addresses() -> Iterator[str]:
    """Every address that can be asked, with every number, name and key that exists."""
    numbers = {pk for model in NUMBERED for pk in model.objects.values_list("pk", flat=True)}
    records = list(Record.objects.order_by("order").values_list("public_id", flat=True)[:2])
    values: dict[str, list[object]] = {
        "number": sorted(numbers),
        "page": [1],
        "public_id": list(records),
        "slug": ["A-HRC-90-7"],
        "username": list(User.objects.values_list("username", flat=True)[:3]),
        "key": list(SavedView.objects.values_list("pk", flat=True)),
        "step": ["validate", "accept", "publish"],
        "iso3": ["XSP"],
        "secret": ["nothing"],
        "sha256": ["0" * 64],
    }
    for pattern in get_resolver().url_patterns:
        assert isinstance(pattern, URLPattern)
        if pattern.name in {"page_image", "document_file"}:
            continue  # what the mechanisms printed
        route = str(pattern.pattern)
        names = list(pattern.pattern.converters) or re.findall(r"\(\?P<(\w+)>", route)
        plan = pattern.name and pattern.name.startswith("plan")
        here = values | {"code": ["xsp-4"] if plan else ["XSP-MOJ", "XSP-LEAGUE"]}
        for chosen in product(*(here[name] for name in names)):
            path = filled(route, names, chosen)
            for asked in ("", *ASKED.get(pattern.name or "", ())):
                yield f"/{path}{asked}"


def filled(route: str, names: list[str], chosen: tuple[object, ...]) -> str:
    """ "entries/<int:number>/" or "^table/(?P<sha256>[0-9a-f]{64})/$" with its gaps filled."""
    path = route.removeprefix("^").removesuffix("$")
    for name, value in zip(names, chosen, strict=True):
        path = re.sub(rf"<(\w+:)?{name}>|\(\?P<{name}>[^)]*\)", lambda _m, v=value: str(v), path)
    return path


def canaries_in(text: str) -> set[str]:
    folded = text.casefold()
    return {canary for canary in SEEDED if canary in folded}


def text_of(content: bytes) -> str:
    """The bytes as text; of a workbook or a Word file all that is packed in it."""
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "\n".join(packed.read(name).decode("latin-1") for name in packed.namelist())
    return content.decode("utf-8", "replace")


def without_tokens(page: str) -> str:
    """The page without the tokens of its forms, which differ at each call."""
    return re.sub(r"\b\w{64}\b", "", page)
