"""Evidence: added by its own people, known to those who may know, masked before it is public."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from tests.factories import report
from tests.small_pdf import print_pdf
from tests.workspace_rows import NOW, TODAY, assessment, body, entry, officer
from upheld.core.entries import EntryState
from upheld.core.errors import Conflict, InputProblem, Refused
from upheld.core.evidence import Confidentiality, EvidenceType
from upheld.core.roles import Role
from upheld.services import evidence as services
from upheld.services import masking
from upheld.services.permissions import visible_to
from upheld.store import files
from upheld.store.models import Event, Evidence

pytestmark = pytest.mark.django_db(transaction=True)

CANARY = "canary-7f3a"
PDF = print_pdf(["1. A decree."], header="")


def said(confidentiality: Confidentiality = Confidentiality.PUBLIC, **more: object):
    values = {
        "title": "Decree on detention",
        "type": EvidenceType.LAW,
        "confidentiality": confidentiality,
        "language": "en",
        "source": "Official Gazette",
        "quotation": "Nobody is held longer than 48 hours.",
        "place": "Article 3",
        "day": TODAY,
    }
    return services.Description(**values | more)


@pytest.fixture
def focal_point(db):
    return officer(Role.FOCAL_POINT, body("MOJ"))


def test_a_file_is_kept_with_what_was_said_of_it(focal_point):
    row = services.add_file(
        focal_point, under=entry(), description=said(), name="decree.pdf", content=PDF
    )
    assert files.content_of(row.file.sha256) == PDF
    assert (row.kind, row.file_name, row.file.name, row.place) == (
        "file",
        "decree.pdf",
        row.file.sha256,
        "Article 3",
    )


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("picture.pdf", b"\x89PNG\r\n\x1a\n" + bytes(20), "image/png"),
        ("photo", b"\xff\xd8\xff\xe0" + bytes(20), "image/jpeg"),
        ("notes.bin", b"Nobody is held.\n", "text/plain"),
        ("x.txt", PDF, "application/pdf"),
    ],
)
def test_a_file_is_what_its_bytes_say(focal_point, name, content, media_type):
    row = services.add_file(
        focal_point, under=entry(), description=said(), name=name, content=content
    )
    assert row.file.media_type == media_type


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("run.pdf", b"MZ" + bytes(range(256))),
        ("page.pdf", b"<!doctype html><script>alert(1)</script>"),
        ("data.json", b'{"a": 1}'),
        ("empty.pdf", b""),
        ("large.txt", b"a" * (25 * 1024 * 1024 + 1)),
    ],
)
def test_what_is_no_evidence_is_refused_and_nothing_is_stored(focal_point, name, content):
    with pytest.raises(InputProblem):
        services.add_file(
            focal_point, under=entry(), description=said(), name=name, content=content
        )
    assert Evidence.objects.count() == 0


@pytest.mark.parametrize("url", ["javascript:alert(1)", "gazette", "ftp://x.org/a", "https://"])
def test_an_address_must_be_one_of_a_page(focal_point, url):
    with pytest.raises(InputProblem):
        services.add_link(focal_point, under=entry(), description=said(), url=url)


def test_a_quotation_needs_its_source_and_place(focal_point):
    with pytest.raises(InputProblem) as problem:
        services.add_quotation(focal_point, under=entry(), description=said(place=""))
    assert problem.value.next_step == (
        "Name the document and the article or page where the words stand."
    )


@pytest.mark.parametrize("state", [state for state in EntryState if state is not EntryState.DRAFT])
def test_only_a_draft_takes_evidence(state):
    whole = officer(Role.FOCAL_POINT)
    with pytest.raises(InputProblem):
        services.add_quotation(whole, under=entry(state=state), description=said())


def test_nobody_adds_evidence_to_another_body(focal_point):
    with pytest.raises(InputProblem):  # the draft of another body is not there for them
        services.add_quotation(focal_point, under=entry(body("MOH")), description=said())
    with pytest.raises(InputProblem):
        services.add_quotation(focal_point, under=assessment(), description=said())
    coordinator = officer(Role.COORDINATOR)
    with pytest.raises(Refused):  # they may read the published view, not write in it
        services.add_quotation(coordinator, under=assessment(published_at=NOW), description=said())


def test_two_who_change_one_piece_of_evidence(focal_point):
    row = services.add_quotation(focal_point, under=entry(), description=said())
    services.describe(
        focal_point, evidence=row.pk, row_version=1, description=said(title="A decree")
    )
    with pytest.raises(Conflict) as conflict:
        services.describe(focal_point, evidence=row.pk, row_version=1, description=said())
    assert conflict.value.current["title"] == "A decree"


def test_what_was_removed_can_be_put_back(focal_point):
    row = services.add_quotation(focal_point, under=entry(), description=said())
    removed = services.remove(focal_point, evidence=row.pk, row_version=1)
    back = services.restore(focal_point, evidence=row.pk, row_version=removed.row_version)
    assert (removed.removed_at is None, back.removed_at) == (False, None)
    assert list(Event.objects.filter(object_type="evidence").values_list("action", flat=True)) == [
        "evidence.add",
        "evidence.remove",
        "evidence.restore",
    ]


WATCHERS = {
    "public": lambda: AnonymousUser(),
    "reader": lambda: officer(Role.READER),
    "focal point": lambda: officer(Role.FOCAL_POINT, body("MOJ")),
    "validator": lambda: officer(Role.VALIDATOR, body("MOJ")),
    "other focal point": lambda: officer(Role.FOCAL_POINT, body("MOH")),
    "coordinator": lambda: officer(Role.COORDINATOR),
    "administrator": lambda: officer(Role.ADMINISTRATOR),
    "contributor": lambda: officer(Role.CONTRIBUTOR, body("LEAGUE")),
    "other contributor": lambda: officer(Role.CONTRIBUTOR, body("NHRI")),
}
OWN = {"focal point", "validator"}


@pytest.mark.parametrize(
    ("confidentiality", "state", "who"),
    [
        (Confidentiality.PUBLIC, EntryState.DRAFT, OWN),
        (Confidentiality.PUBLIC, EntryState.SUBMITTED, OWN | {"coordinator"}),
        (Confidentiality.PUBLIC, EntryState.PUBLISHED, set(WATCHERS)),
        (Confidentiality.OFFICIAL, EntryState.DRAFT, OWN),
        (Confidentiality.OFFICIAL, EntryState.PUBLISHED, OWN | {"coordinator"}),
        (Confidentiality.PRIVATE, EntryState.DRAFT, OWN),
        (Confidentiality.PRIVATE, EntryState.PUBLISHED, OWN),
    ],
)
def test_who_knows_of_the_evidence_of_an_entry(confidentiality, state, who):
    under = entry()
    services.add_quotation(
        officer(Role.FOCAL_POINT, body("MOJ")), under=under, description=said(confidentiality)
    )
    under.state = state
    under.save()
    knows = {
        name
        for name, watcher in WATCHERS.items()
        if visible_to(watcher(), Evidence.objects.all()).exists()
    }
    assert knows == who


@pytest.mark.parametrize(
    ("confidentiality", "published", "who"),
    [
        (Confidentiality.PUBLIC, False, {"contributor"}),
        (Confidentiality.PUBLIC, True, set(WATCHERS)),
        (Confidentiality.OFFICIAL, True, {"contributor"}),
        (Confidentiality.PRIVATE, True, {"contributor"}),
    ],
)
def test_what_an_assessor_holds_back_no_officer_of_the_state_sees(confidentiality, published, who):
    under = assessment()
    services.add_quotation(
        officer(Role.CONTRIBUTOR, body("LEAGUE")), under=under, description=said(confidentiality)
    )
    under.published_at = NOW if published else None
    under.save()
    knows = {
        name
        for name, watcher in WATCHERS.items()
        if visible_to(watcher(), Evidence.objects.all()).exists()
    }
    assert knows == who


def test_the_history_keeps_no_words_of_what_is_not_public(focal_point):
    hidden = said(Confidentiality.PRIVATE, title=CANARY, quotation=CANARY, source=CANARY)
    row = services.add_file(
        focal_point, under=entry(), description=hidden, name=f"{CANARY}.pdf", content=PDF
    )
    services.describe(
        focal_point,
        evidence=row.pk,
        row_version=1,
        description=said(Confidentiality.OFFICIAL, title=CANARY),
    )
    told = [str(event.difference) + event.reason for event in Event.objects.all()]
    assert [words for words in told if CANARY in words] == []
    assert row.file.name != f"{CANARY}.pdf"


def test_a_file_is_handed_to_those_who_may_know_of_it_and_to_nobody_else(focal_point):
    row = services.add_file(
        focal_point,
        under=entry(),
        description=said(Confidentiality.PRIVATE),
        name="a.pdf",
        content=PDF,
    )
    assert services.file_of(focal_point, row.pk)[0] == row
    with pytest.raises(InputProblem):
        services.file_of(officer(Role.COORDINATOR), row.pk)


def personal(focal_point):
    words = f"Bà Nguyễn Thị Lan ({CANARY}@example.org) was released."
    return services.add_quotation(focal_point, under=entry(), description=said(quotation=words))


@pytest.mark.parametrize("keep_original", [True, False])
def test_a_masked_quotation_takes_the_place_of_the_original(focal_point, keep_original):
    row = personal(focal_point)
    spans = [(one.start, one.end) for one in masking.proposed_masks(row)]
    copy = masking.mask_quotation(
        focal_point,
        evidence=row.pk,
        row_version=1,
        passages=spans,
        keep_original=keep_original,
    )
    row.refresh_from_db()
    assert copy.quotation == "Bà ▇▇▇ (▇▇▇) was released."
    assert (copy.masked, copy.masked_from, row.removed_at is None) == (True, row, False)
    assert (CANARY in row.quotation, row.destroyed_at is None) == (keep_original, keep_original)
    assert row.confidentiality == Confidentiality.PRIVATE
    assert Event.objects.get(action="evidence.mask").difference == {
        "masked": [None, {"name": 1, "email": 1}]
    }


@pytest.mark.parametrize("keep_original", [True, False])
def test_a_masked_file_takes_the_place_of_the_original(focal_point, keep_original):
    content = f"Lan {CANARY}".encode()
    row = services.add_file(
        focal_point, under=entry(), description=said(), name="a.txt", content=content
    )
    masking.replace_by_masked_file(
        focal_point,
        evidence=row.pk,
        row_version=1,
        name="b.txt",
        content="▇▇▇".encode(),
        keep_original=keep_original,
    )
    assert files.path_of(row.file.sha256).exists() == keep_original


def test_bytes_that_something_else_rests_on_are_not_destroyed(focal_point):
    first = services.add_file(
        focal_point, under=entry(), description=said(), name="a.txt", content=b"shared"
    )
    colleague = officer(Role.FOCAL_POINT, body("MOH"))
    services.add_file(
        colleague, under=entry(body("MOH")), description=said(), name="b.txt", content=b"shared"
    )
    masking.replace_by_masked_file(
        focal_point,
        evidence=first.pk,
        row_version=1,
        name="c.txt",
        content=b"masked",
        keep_original=False,
    )
    assert files.content_of(first.file.sha256) == b"shared"


def test_whoever_passes_an_entry_on_is_shown_what_seems_personal(focal_point):
    row = personal(focal_point)
    row.entry.done = "Ông Trần Văn Nam was heard."
    services.add_quotation(
        focal_point,
        under=row.entry,
        description=said(Confidentiality.OFFICIAL, quotation="0912 345 678"),
    )
    assert [(kind.value, words) for kind, words in masking.unmasked(focal_point, row.entry)] == [
        ("name", "Trần Văn Nam"),
        ("name", "Nguyễn Thị Lan"),
        ("email", f"{CANARY}@example.org"),
    ]


def test_masking_the_same_file_again_is_refused(focal_point):
    row = services.add_file(
        focal_point, under=entry(), description=said(), name="a.txt", content=b"Lan"
    )
    with pytest.raises(InputProblem):
        masking.replace_by_masked_file(
            focal_point,
            evidence=row.pk,
            row_version=1,
            name="a.txt",
            content=b"Lan",
            keep_original=True,
        )


def test_a_report_of_the_un_is_no_evidence_of_anybody():
    report(1)
    assert list(visible_to(officer(Role.COORDINATOR), Evidence.objects.all())) == []


def test_the_same_evidence_sent_twice_stands_once(focal_point):
    under = entry()

    def add_each():
        return [
            services.add_file(
                focal_point, under=under, description=said(), name="a.pdf", content=PDF
            ),
            services.add_link(
                focal_point, under=under, description=said(), url="https://gazette.example/1"
            ),
            services.add_quotation(focal_point, under=under, description=said()),
        ]

    first = add_each()
    assert add_each() == first
    services.add_link(focal_point, under=under, description=said(), url="https://gazette.example/2")
    assert Evidence.objects.count() == Event.objects.filter(action="evidence.add").count() == 4
    services.remove(focal_point, evidence=first[2].pk, row_version=1)
    assert services.add_quotation(focal_point, under=under, description=said()) != first[2]
