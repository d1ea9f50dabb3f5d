"""Assessments by others on the page: written, given evidence, published, answered, withdrawn."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.small_pdf import print_pdf
from tests.workspace_rows import NOW, a_record, assessment, body, entry, officer
from upheld.core.entries import EntryState
from upheld.core.roles import Role
from upheld.store.models import Assessment, Evidence, Reply, User

pytestmark = pytest.mark.django_db

CANARY = "canary-91c2"
TYPED = {
    "status": "not_started",
    "reasons": "No bill was published.",
    "criteria": "",
    "method": "Read the gazette.",
    "as_of": "2026-11-21",
    "language": "en",
}


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def member(db: None) -> Client:
    return browser(officer(Role.CONTRIBUTOR, body("LEAGUE")))


@pytest.fixture
def reader(db: None) -> Client:
    return browser(officer(Role.READER))


def words(html: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.decode()))


def test_an_organisation_gives_an_assessment(member, reader):
    record = a_record()
    address = f"/recommendations/{record.public_id}/"
    sent = member.post(f"{address}assess/", TYPED | {"assessor": body("LEAGUE").pk})
    row = Assessment.objects.get()
    assert sent.headers["Location"] == f"/assessments/{row.pk}/"
    assert "No bill was published." not in words(reader.get(address).content)
    assert reader.get(f"/assessments/{row.pk}/").status_code == 404
    member.post(f"/assessments/{row.pk}/publish", {"row_version": row.row_version})
    assert "No bill was published." in words(reader.get(address).content)
    assert reader.get(f"/assessments/{row.pk}/").status_code == 200


def test_what_is_missing_is_said_at_its_field(member):
    sent = member.post(f"/recommendations/{a_record().public_id}/assess/", {"as_of": "soon"})
    assert sent.status_code == 422
    assert re.findall(r'<li><a href="#id_(\w+)"', sent.content.decode()) == [
        "assessor", "reasons", "as_of", "language",
    ]  # fmt: skip


def test_an_assessment_without_a_status_is_not_kept(member):
    sent = member.post(
        f"/recommendations/{a_record().public_id}/assess/",
        TYPED | {"assessor": body("LEAGUE").pk, "status": ""},
    )
    assert (sent.status_code, Assessment.objects.count()) == (422, 0)
    assert "Choose a status or a grade." in words(sent.content)


def test_a_day_ahead_is_refused_at_its_field_with_what_was_typed_kept(member):
    address = f"/recommendations/{a_record().public_id}/assess/"
    typed = TYPED | {"assessor": body("LEAGUE").pk, "as_of": "31/12/2199"}
    sent = member.post(address, typed)
    page = sent.content.decode()
    assert (sent.status_code, Assessment.objects.count()) == (422, 0)
    assert re.findall(r'<li><a href="#id_(\w+)"[^>]*>([^<]*)', page) == [
        ("as_of", "As of: This day lies in the future. Give today or a day before it.")
    ]
    assert "No bill was published." in page


def test_a_day_is_typed_as_it_is_written_here(member):
    address = f"/recommendations/{a_record().public_id}/assess/"
    member.post(address, TYPED | {"assessor": body("LEAGUE").pk, "as_of": "21.11.2026"})
    assert Assessment.objects.get().as_of == date(2026, 11, 21)


def test_the_day_of_a_piece_of_evidence_does_not_lie_ahead(member):
    address = f"/assessments/{assessment().pk}/evidence/?kind=link"
    sent = member.post(address, described(url="https://example.org/decree", day="31-12-2199"))
    assert sent.status_code == 422
    assert re.findall(r'<li><a href="#id_(\w+)"', sent.content.decode()) == ["day"]
    member.post(address, described(url="https://example.org/decree", day="2-3-2026"))
    assert Evidence.objects.get().day == date(2026, 3, 2)


def test_withdrawing_without_a_reason_is_said_at_its_field(member):
    row = assessment(published_at=NOW)
    sent = member.post(f"/assessments/{row.pk}/withdraw", {"row_version": 1, "reason": " "})
    page = sent.content.decode()
    assert sent.status_code == 422
    assert re.findall(r'id="reason_error">([^<]*)', page) == [
        "Say why the assessment is withdrawn. Readers of the published assessment will see the "
        "reason."
    ]
    assert re.findall(r'<li><a href="#(\w+)"', page) == ["reason"]
    assert "No bill was published." in page


def test_a_draft_that_was_begun_is_taken_up(member):
    address = f"/recommendations/{a_record().public_id}/assess/"
    typed = TYPED | {"assessor": body("LEAGUE").pk}
    first, second = (member.post(address, typed) for _click in range(2))
    draft = Assessment.objects.get()
    assert first.headers["Location"] == second.headers["Location"] == f"/assessments/{draft.pk}/"
    assert member.get(address).headers["Location"] == f"/assessments/{draft.pk}/edit/"
    other = member.post(address, typed | {"reasons": "Other words."})
    assert (other.status_code, Assessment.objects.get().reasons) == (422, TYPED["reasons"])
    assert "Other words." in words(other.content)


def test_who_may_not_assess_is_told_who_may(reader):
    refused = reader.get(f"/recommendations/{a_record().public_id}/assess/")
    assert refused.status_code == 403
    assert "You may not give an assessment." in words(refused.content)


def test_the_coordinator_may_enter_a_grade_and_no_view_of_an_organisation():
    coordinator = browser(officer(Role.COORDINATOR))
    body("LEAGUE")
    committee = body("CCPR")
    page = coordinator.get(f"/recommendations/{a_record().public_id}/assess/").content.decode()
    assert re.findall(r'<option value="(\d+)"', page) == [str(committee.pk)]


def test_a_change_over_the_change_of_a_colleague_is_refused(member):
    row = assessment()
    assert member.get(f"/assessments/{row.pk}/edit/").status_code == 200
    given = TYPED | {"assessor": row.assessor_id, "row_version": 1}
    assert member.post(f"/assessments/{row.pk}/edit/", given).status_code == 302
    again = member.post(f"/assessments/{row.pk}/edit/", given | {"reasons": "Other words."})
    assert (again.status_code, Assessment.objects.get().reasons) == (422, TYPED["reasons"])
    assert "Somebody else changed this assessment" in words(again.content)


def described(**more: object) -> dict[str, object]:
    values = {"title": "Decree", "type": "law", "language": "en", "confidentiality": "public"}
    return values | more


def test_evidence_of_each_kind_stands_under_its_assessment(member):
    address = f"/assessments/{assessment().pk}/evidence/"
    file = SimpleUploadedFile("decree.pdf", print_pdf(["1. A decree."], header=""))
    assert member.get(address).status_code == 200
    assert member.post(f"{address}?kind=file", described(file=file)).status_code == 302
    link = described(url="https://example.org/decree")
    assert member.post(f"{address}?kind=link", link).status_code == 302
    quoted = described(quotation="Nobody is held.", source="Gazette", place="Article 3")
    assert member.post(f"{address}?kind=quotation", quoted).status_code == 302
    assert list(Evidence.objects.order_by("pk").values_list("kind", flat=True)) == [
        "file",
        "link",
        "quotation",
    ]
    assert member.get(f"{address}?kind=rumour").status_code == 404


def test_a_file_that_is_no_evidence_is_refused_at_the_form(member):
    address = f"/assessments/{assessment().pk}/evidence/?kind=file"
    file = SimpleUploadedFile("decree.pdf", b"MZ" + bytes(range(256)))
    refused = member.post(address, described(file=file))
    assert (refused.status_code, Evidence.objects.count()) == (422, 0)


def test_a_file_is_only_ever_a_download(member):
    address = f"/assessments/{assessment().pk}/evidence/?kind=file"
    member.post(address, described(file=SimpleUploadedFile("a.txt", b"<b>words</b>")))
    sent = member.get(f"/evidence/{Evidence.objects.get().pk}/file")
    assert b"".join(sent.streaming_content) == b"<b>words</b>"
    assert (
        sent.headers["Content-Disposition"],
        sent.headers["Content-Type"],
        sent.headers["X-Content-Type-Options"],
        "no-store" in sent.headers["Cache-Control"],
    ) == ('attachment; filename="a.txt"', "application/octet-stream", "nosniff", True)


def test_evidence_is_corrected_removed_and_put_back(member):
    row = assessment()
    member.post(
        f"/assessments/{row.pk}/evidence/?kind=link", described(url="https://example.org/decree")
    )
    key = Evidence.objects.get().pk
    assert member.get(f"/evidence/{key}/edit/").status_code == 200
    corrected = described(title="A decree", row_version=1)
    assert member.post(f"/evidence/{key}/edit/", corrected).status_code == 302
    late = member.post(f"/evidence/{key}/edit/", corrected)
    assert "Somebody else changed this evidence" in words(late.content)
    member.post(f"/evidence/{key}/remove", {"row_version": 2})
    assert "Put it back" in words(member.get(f"/assessments/{row.pk}/").content)
    member.post(f"/evidence/{key}/restore", {"row_version": 3})
    held = Evidence.objects.get()
    assert (held.title, held.removed_at) == ("A decree", None)


def test_personal_data_are_masked_passage_by_passage(member):
    row = assessment()
    quoted = described(
        quotation="Bà Nguyễn Thị Lan of the red house", source="Gazette", place="p. 1"
    )
    member.post(f"/assessments/{row.pk}/evidence/?kind=quotation", quoted)
    key = Evidence.objects.get().pk
    assert "Nguyễn Thị Lan name of a person" in words(member.get(f"/evidence/{key}/mask/").content)
    nothing = member.post(f"/evidence/{key}/mask/", {"row_version": 1})
    assert nothing.status_code == 422
    member.post(
        f"/evidence/{key}/mask/",
        {"row_version": 1, "passage": ["3-17"], "words": "red house", "original": "destroy"},
    )
    shown = words(member.get(f"/assessments/{row.pk}/").content)
    assert "Bà ▇▇▇ of the ▇▇▇" in shown
    assert not Evidence.objects.filter(quotation__contains="Lan").exists()


def test_private_evidence_is_nowhere_for_others(member, reader):
    row = assessment()
    hidden = described(
        title=CANARY,
        source=CANARY,
        confidentiality="private",
        file=SimpleUploadedFile(f"{CANARY}.txt", CANARY.encode()),
    )
    member.post(f"/assessments/{row.pk}/evidence/?kind=file", hidden)
    member.post(f"/assessments/{row.pk}/publish", {"row_version": 1})
    key = Evidence.objects.get().pk
    assert CANARY in member.get(f"/assessments/{row.pk}/").content.decode()
    for watcher in (reader, browser(officer(Role.COORDINATOR)), Client()):
        for address in (
            f"/assessments/{row.pk}/",
            f"/recommendations/{row.record.public_id}/",
            f"/recommendations/?q={CANARY}x",
            "/recommendations/export",
            "/",
        ):
            assert CANARY not in watcher.get(address).content.decode().replace(f"{CANARY}x", "")
        assert watcher.get(f"/evidence/{key}/file").status_code == 404
        assert watcher.get(f"/evidence/{key}/edit/").status_code == 404
    counted = words(reader.get(f"/recommendations/{row.record.public_id}/").content)
    assert "0 pieces of evidence" in counted


def test_the_state_replies_and_the_assessor_withdraws(member):
    row = assessment(published_at=NOW)
    coordinator = browser(officer(Role.COORDINATOR))
    assert coordinator.get(f"/assessments/{row.pk}/reply/").status_code == 200
    sent = {"body": "", "text": "A bill exists.", "language": "en"}
    coordinator.post(f"/assessments/{row.pk}/reply/", sent)
    reply = Reply.objects.get()
    for language, name in (("en", "The State"), ("vi", "Nhà nước")):
        shown = member.get(f"/assessments/{row.pk}/", headers={"Accept-Language": language})
        assert name in words(shown.content)
    assert member.post(f"/replies/{reply.pk}/withdraw").status_code == 403
    assert coordinator.post(f"/replies/{reply.pk}/withdraw").status_code == 302
    without = member.post(f"/assessments/{row.pk}/withdraw", {"row_version": 1, "reason": ""})
    assert without.status_code == 422
    member.post(f"/assessments/{row.pk}/withdraw", {"row_version": 1, "reason": "New facts."})
    assert Assessment.objects.get().withdrawn_at is not None


@pytest.mark.parametrize(
    ("language", "day", "statuses"),
    [("en", "March 2026", ("not started", "in progress")),
     ("vi", "3/2026", ("chưa bắt đầu", "đang thực hiện"))],
)  # fmt: skip
def test_who_replies_sees_what_is_answered(language, day, statuses):
    view = assessment(published_at=NOW)
    reported = entry(state=EntryState.PUBLISHED)
    coordinator = browser(officer(Role.COORDINATOR))
    in_language = {"Accept-Language": language}
    told = {
        f"/assessments/{view.pk}/reply/": (view.assessor, statuses[0], view.reasons),
        f"/entries/{reported.pk}/reply/": (reported.body, statuses[1], reported.done),
    }
    for address, (author, status, said) in told.items():
        for answer in (
            coordinator.get(address, headers=in_language),
            coordinator.post(address, {"text": " "}, headers=in_language),
        ):
            above = words(answer.content.partition(b"<textarea")[0])
            missing = [one for one in (author.names[language], status, day, said)
                       if one.lower() not in above.lower()]  # fmt: skip
            assert (address, missing) == (address, [])


def test_empty_replies_are_refused(member):
    row = assessment(published_at=NOW)
    sent = member.post(
        f"/assessments/{row.pk}/reply/", {"body": row.assessor_id, "text": " ", "language": "en"}
    )
    assert (sent.status_code, Reply.objects.count()) == (422, 0)


def test_who_may_not_write_is_told_before_the_form(member):
    row = assessment(published_at=NOW)
    link = described(url="https://example.org/decree", confidentiality="public")
    draft = assessment()
    assert member.post(f"/assessments/{draft.pk}/evidence/?kind=link", link).status_code == 302
    Evidence.objects.update(assessment=row)
    officials = browser(officer(Role.FOCAL_POINT, body("MOH")))
    key = Evidence.objects.get().pk
    pages = [f"/assessments/{row.pk}/edit/", f"/assessments/{row.pk}/evidence/",
             f"/evidence/{key}/edit/", f"/evidence/{key}/mask/"]  # fmt: skip
    assert [officials.get(page).status_code for page in pages] == [403] * 4
    assert [member.get(page).status_code for page in pages] == [200] * 4


def test_an_assessor_replies_to_the_state_in_their_own_name_only(member):
    reported = entry(state=EntryState.PUBLISHED)
    sent = {"body": "", "text": "We see it otherwise.", "language": "en"}
    refused = member.post(f"/entries/{reported.pk}/reply/", sent)
    assert (refused.status_code, Reply.objects.count()) == (422, 0)
    league = str(body("LEAGUE").pk)
    assert member.post(f"/entries/{reported.pk}/reply/", sent | {"body": league}).status_code == 302
    assert Reply.objects.get().body_id == int(league)


def test_what_is_wrong_with_a_file_is_said_in_the_readers_language(member):
    address = f"/assessments/{assessment().pk}/evidence/?kind=file"
    file = SimpleUploadedFile("figures.xlsx", b"PK\x03\x04cut off")
    refused = member.post(address, described(file=file), headers={"Accept-Language": "vi"})
    assert (refused.status_code, "cannot be read" in words(refused.content)) == (422, False)
