"""Who reads which lines of the history; what is hidden leaves no line, count or gap."""

from __future__ import annotations

import ast
import io
from pathlib import Path

import docx
import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

import upheld.services
from tests import factories
from tests import workspace_rows as rows
from upheld.core.entries import EntryState
from upheld.core.errors import Refused
from upheld.core.evidence import Confidentiality
from upheld.core.roles import Role
from upheld.services import history
from upheld.services.history import Cited
from upheld.services.history_reading import (
    OPEN,
    HistoryFilter,
    history_of_person,
    history_of_record,
    history_page,
    visible_events,
)
from upheld.store.models import Event, User
from upheld.web.history_acts import ACTS, KINDS

pytestmark = pytest.mark.django_db

EVERYTHING = HistoryFilter()
CANARY = "kanarienvogel"


def tell(who: User, act: str, target: Cited, reason: str = "", **said: list) -> Event:
    with transaction.atomic():
        return history.record(who, [history.Entry(act, target, said, reason)])[0]


def acts(events) -> list[tuple[str, str]]:
    return [(event.action, event.object_id) for event in events]


@pytest.fixture
def justice() -> User:
    return rows.officer(Role.FOCAL_POINT, rows.body("MOJ"))


@pytest.fixture
def coordinator() -> User:
    return rows.officer(Role.COORDINATOR)


def test_private_evidence_leaves_no_line_number_or_gap(justice: User, coordinator: User) -> None:
    record = rows.a_record()
    entry = rows.entry(rows.body("MOJ"), justice, state=EntryState.SUBMITTED)
    hidden = rows.evidence(entry, confidentiality=Confidentiality.PRIVATE, title=CANARY)
    shown = rows.evidence(entry, confidentiality=Confidentiality.OFFICIAL)
    tell(justice, "record.confirm", record)
    before = history_page(coordinator, EVERYTHING)
    tell(justice, "evidence.add", hidden, title=[None, CANARY])
    assert history_page(coordinator, EVERYTHING) == before
    tell(justice, "evidence.add", shown)
    own = acts(visible_events(User.objects.get(pk=justice.pk)))
    assert ("evidence.add", str(hidden.pk)) in own
    others = acts(history_page(coordinator, EVERYTHING).events)
    assert others == [
        ("evidence.add", str(shown.pk)),
        ("record.confirm", record.public_id),
    ]
    client = Client()
    client.force_login(coordinator)
    page = client.get("/history/").content.decode()
    assert CANARY not in page
    made = client.get(reverse("record_history", args=[record.public_id]))
    assert CANARY not in text_of(made.content)
    assert text_of(made.content).count("evidence added") == 1


def test_of_another_bodys_entry_only_the_publication_is_told(justice: User) -> None:
    health = rows.body("MOH")
    writer = rows.officer(Role.FOCAL_POINT, health)
    entry = rows.entry(health, writer, state=EntryState.PUBLISHED)
    for act in ("entry.write", "entry.send_back", "entry.publish"):
        tell(writer, act, entry, CANARY)
    outside, inside = (list(visible_events(who)) for who in (justice, writer))
    assert [event.action for event in outside] == ["entry.publish"]
    assert [event.action for event in inside] == ["entry.write", "entry.send_back", "entry.publish"]
    draft = rows.entry(rows.assignment(to=rows.body("MOE")), writer)
    tell(writer, "entry.begin", draft)
    assert len(visible_events(justice)) == 1


def test_the_states_officers_read_of_assessments_what_was_published(coordinator: User) -> None:
    league = rows.body("LEAGUE")
    view = rows.assessment(league, published_at=rows.NOW)
    member = rows.officer(Role.CONTRIBUTOR, league)
    draft = rows.assessment(rows.body("NHRI"))
    for act in ("assessment.draft", "assessment.change", "assessment.publish"):
        tell(member, act, view)
    tell(member, "assessment.draft", draft)
    assert acts(visible_events(coordinator)) == [("assessment.publish", str(view.pk))]
    assert len(visible_events(member)) == 3


def test_what_is_one_persons_own(justice: User, coordinator: User) -> None:
    asked = rows.assignment()
    tell(justice, "assignment.snooze", asked, "leave")
    assert acts(visible_events(justice)) == [("assignment.snooze", str(asked.pk))]
    assert acts(visible_events(coordinator)) == []


def test_the_history_of_a_person(justice: User, coordinator: User) -> None:
    record = rows.a_record()
    tell(justice, "record.confirm", record)
    tell(coordinator, "record.confirm", record)
    tell(justice, "user.sign_in", justice)
    assert acts(history_of_person(justice, justice).events) == [
        ("user.sign_in", justice.username),
        ("record.confirm", record.public_id),
    ]
    assert acts(history_of_person(coordinator, justice).events) == [
        ("record.confirm", record.public_id)
    ]
    with pytest.raises(Refused):
        history_of_person(justice, coordinator)


def test_pages_follow_each_other_without_loss_or_repetition(coordinator: User) -> None:
    record = rows.a_record()
    with transaction.atomic():
        history.record(
            coordinator,
            [history.Entry("record.confirm", record, {"n": [n, n + 1]}) for n in range(120)],
        )
    found, before = [], ""
    while True:
        page = history_page(coordinator, EVERYTHING, before=before)
        found += [event.seq for event in page.events]
        assert str(page.events[-1].seq) not in page.older.split(".")
        if not page.older:
            break
        before = page.older
    assert found == list(range(120, 0, -1))


def test_filters(justice: User, coordinator: User) -> None:
    record = rows.a_record()
    tell(justice, "record.confirm", record)
    tell(coordinator, "record.correct", record)
    by = history_page(coordinator, HistoryFilter(person=justice.username))
    assert acts(by.events) == [("record.confirm", record.public_id)]
    act = history_page(coordinator, HistoryFilter(act="record.correct", kind="record"))
    assert acts(act.events) == [("record.correct", record.public_id)]
    assert history_page(coordinator, HistoryFilter(kind="body")).events == []
    day = Event.objects.latest("seq").time.date()
    assert len(history_page(coordinator, HistoryFilter(day=day)).events) == 2


@pytest.mark.parametrize("role", [Role.READER, Role.FOCAL_POINT])
def test_the_whole_history_is_for_who_answers_for_the_folder(role: Role) -> None:
    with pytest.raises(Refused):
        history_page(rows.officer(role), EVERYTHING)


def test_nobody_without_a_role_reads_any() -> None:
    tell(factories.person(), "record.confirm", rows.a_record())
    assert list(visible_events(factories.person(None, "nobody"))) == []


def test_a_record_as_a_document(coordinator: User, justice: User) -> None:
    asked = rows.assignment()
    record = asked.record
    entry = rows.entry(asked, justice, state=EntryState.PUBLISHED, result="The bill is law.")
    told = [
        tell(coordinator, "record.confirm", record),
        tell(coordinator, "assignment.make", asked),
        tell(coordinator, "entry.publish", entry),
    ]
    assert list(history_of_record(coordinator, record)) == told
    client = Client()
    client.force_login(coordinator)
    address = reverse("record_history", args=[record.public_id])
    for language, word in (("en", "published it"), ("vi", "Đại diện")):
        answer = client.get(address, {"format": "docx", "language": language})
        text = text_of(answer.content)
        assert (word in text) == (language == "en")
        assert "The bill is law." in text
        assert all(event.hash in text.replace(" ", "") for event in told)
    assert client.get(address, {"format": "pdf"}).content.startswith(b"%PDF")
    assert client.get(address, {"format": "exe"}).status_code == 404


def text_of(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in document.paragraphs), *cells])


def recorded() -> set[str]:
    """The codes of acts in the sources of the services, found as what they are: "entry.submit"."""
    kinds = {kind.replace("returned sheet", "sheet") for kind in KINDS}
    found = set()
    for path in Path(upheld.services.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                kind, _dot, act = node.value.partition(".")
                if kind in kinds and act.isidentifier():
                    found.add(node.value)
    return found


def test_every_act_has_words() -> None:
    from upheld.core.findings import FINDINGS  # noqa: PLC0415  # findings have codes of their own

    assert recorded() - FINDINGS.keys() - ACTS.keys() == set()
    assert {"entry.publish", "evidence.add", "plan.close", "user.hand_over"} <= recorded()


def test_every_kind_of_thing_has_words_and_a_rule() -> None:
    from upheld.services import history_reading  # noqa: PLC0415  # its table is private

    models = Path(upheld.services.__path__[0]).parent / "store" / "models"
    kinds = set()
    for path in models.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name == "cited_as":
                (returned,) = (one for one in ast.walk(node) if isinstance(one, ast.Return))
                assert isinstance(returned.value, ast.Tuple)
                kinds.add(ast.literal_eval(returned.value.elts[0]))
    assert kinds - KINDS.keys() == set()
    assert kinds == {*OPEN, *history_reading._RULES}
