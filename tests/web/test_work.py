"""My work, the form, the queues and the entry's page, from the first word to publication."""

from __future__ import annotations

import gzip
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests import factories
from tests import workspace_rows as rows
from upheld.core.roles import Role
from upheld.store.models import Assignment, Entry, Record, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Assignment:
    factories.report(3)
    return rows.assignment(Record.objects.get(number="140.1"))


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


FIELDS = {
    "row_version": "0",
    "done": "A bill was drafted.",
    "result": "",
    "status": "planned",
    "as_of": "2026-03-01",
    "language": "en",
}


def test_from_the_first_word_to_publication(asked):
    focal = browser(rows.officer(Role.FOCAL_POINT, asked.body))
    page = focal.get("/work/").content.decode()
    assert "Ratify the Optional Protocol" in page
    form = f"/work/{asked.pk}/"
    assert "Report on" in focal.get(form).content.decode()
    assert focal.post(form, FIELDS | {"do": "save"}).url == form
    entry = Entry.objects.get()
    assert "Saved at" in focal.get(form).content.decode()
    sent = focal.post(form, FIELDS | {"do": "submit", "row_version": "1"})
    address = f"/entries/{entry.pk}/"
    assert sent.url == address
    validator = browser(rows.officer(Role.VALIDATOR, asked.body))
    assert "A bill was drafted." in validator.get("/work/").content.decode()
    back = {"step": "send_back", "row_version": "2", "reason": "Name the date of the bill."}
    assert validator.post(f"{address}step", back).url.partition("?")[0] == address
    assert "Name the date of the bill." in focal.get("/work/").content.decode()
    more = {"do": "submit", "row_version": "3", "done": "A bill was drafted on 3 May."}
    assert focal.post(form, FIELDS | more).url == address
    compared = validator.get("/work/validate/").content.decode()
    assert re.search(r"<ins>.*?on 3 May\.</ins>", compared, re.S)
    validator.post("/work/validate/take", {"entry": f"{entry.pk}@5"})
    coordinator = browser(rows.officer(Role.COORDINATOR))
    coordinator.post("/work/accept/take", {"entry": f"{entry.pk}@6"})
    coordinator.post("/work/publish/take", {"entry": f"{entry.pk}@7"})
    entry.refresh_from_db()
    assert (entry.state, entry.done) == ("published", "A bill was drafted on 3 May.")
    reader = browser(factories.person(Role.READER))
    page = reader.get(address).content.decode()
    assert "A bill was drafted on 3 May." in page
    assert "Name the date of the bill." not in page


def words(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_draft_saved_while_typing_answers_with_its_line(asked):
    focal = browser(rows.officer(Role.FOCAL_POINT, asked.body, name="Mai"))
    form = f"/work/{asked.pk}/"
    line = focal.post(form, FIELDS | {"do": "typing"}, headers={"HX-Request": "true"})
    html = line.content.decode()
    assert re.search(r"Saved at \d\d:\d\d UTC by Mai", html)
    assert re.search(r'name="row_version" value="1"', html)
    assert "<h1" not in html
    again = focal.post(form, FIELDS | {"do": "typing", "row_version": "1", "as_of": "no day"})
    assert "Not saved" in again.content.decode()
    assert Entry.objects.get().row_version == 1


def test_a_day_ahead_is_refused_at_its_field(asked):
    focal = browser(rows.officer(Role.FOCAL_POINT, asked.body))
    sent = focal.post(f"/work/{asked.pk}/", FIELDS | {"do": "save", "as_of": "31/12/2199"})
    page = sent.content.decode()
    assert (sent.status_code, Entry.objects.count()) == (422, 0)
    assert re.findall(r'<li><a href="#id_(\w+)"', page) == ["as_of"]
    assert "A bill was drafted." in page


def test_who_types_second_keeps_their_words_and_sees_both(asked):
    first = browser(rows.officer(Role.FOCAL_POINT, asked.body, "mai", name="Mai"))
    second = browser(rows.officer(Role.FOCAL_POINT, asked.body, "nam"))
    form = f"/work/{asked.pk}/"
    first.post(form, FIELDS | {"do": "save", "done": "Words of Mai."})
    typing = second.post(form, FIELDS | {"do": "typing", "done": "Words of Nam."})
    assert "Mai changed this entry" in typing.content.decode()
    assert re.search(r'name="row_version" value="0"', typing.content.decode())
    typed = {"do": "save", "done": "Words of Nam.", "status": "regressed"}
    both = second.post(form, FIELDS | typed)
    html = both.content.decode()
    assert re.search(r"What stands now</h3><p[^>]*>planned</p>", html)
    assert re.search(r"What you entered</h3><p[^>]*>regressed</p>", html)
    assert both.status_code == 409
    assert "Words of Mai." in html
    assert "Words of Nam." in html
    assert re.search(r'name="row_version" value="1"', html)
    assert Entry.objects.get().done == "Words of Mai."


def test_what_is_missing_stands_at_its_field_and_the_draft_is_kept(asked):
    focal = browser(rows.officer(Role.FOCAL_POINT, asked.body))
    given = FIELDS | {"do": "submit", "status": "in_progress", "done": ""}
    answer = focal.post(f"/work/{asked.pk}/", given)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(r'id="id_done_error">Say what was done', html)
    assert "Add at least one piece of evidence" in html
    assert re.search(r'name="row_version" value="1"', html)
    assert Entry.objects.get().state == "draft"


def test_sending_back_without_a_reason_says_why_not(asked):
    entry = rows.entry(asked, state="submitted")
    validator = browser(rows.officer(Role.VALIDATOR, asked.body))
    sent = {"step": "send_back", "row_version": "1", "reason": " "}
    answer = validator.post(f"/entries/{entry.pk}/step", sent)
    assert answer.status_code == 422
    assert "Say why, so that the body knows what to mend." in answer.content.decode()


def test_a_step_on_what_changed_meanwhile_shows_the_entry_as_it_is(asked):
    entry = rows.entry(asked, state="submitted", row_version=4)
    validator = browser(rows.officer(Role.VALIDATOR, asked.body))
    answer = validator.post(f"/entries/{entry.pk}/step", {"step": "validate", "row_version": "3"})
    assert answer.status_code == 409
    assert "changed this entry while you were looking at it" in answer.content.decode()


def test_who_may_not_take_a_step_is_told_why(asked):
    entry = rows.entry(asked, state="submitted")
    rows.officer(Role.VALIDATOR, asked.body, entry.written_by.username)
    assert "You had a hand in the words of this entry" in words(
        browser(entry.written_by), f"/entries/{entry.pk}/"
    )


@pytest.mark.parametrize(
    ("role", "code", "draft", "submitted"),
    [
        (Role.FOCAL_POINT, "MOJ", 200, 200),
        (Role.VALIDATOR, "MOJ", 200, 200),
        (Role.COORDINATOR, None, 404, 200),
        (Role.FOCAL_POINT, "MOH", 404, 404),
        (Role.VALIDATOR, "MOH", 404, 404),
        (Role.COORDINATOR, "MOH", 404, 404),
        (Role.CONTRIBUTOR, "LEAGUE", 404, 404),
        (Role.READER, None, 404, 404),
        (Role.ADMINISTRATOR, None, 404, 404),
    ],
)
def test_who_reads_what_is_not_published(asked, role, code, draft, submitted):
    writing = rows.entry(asked, done="canary-draft")
    sent = rows.entry(
        rows.assignment(Record.objects.get(number="140.2")), done="canary-sent", state="submitted"
    )
    client = browser(rows.officer(role, rows.body(code) if code else None, "who"))
    assert client.get(f"/entries/{writing.pk}/").status_code == draft
    assert client.get(f"/entries/{sent.pk}/").status_code == submitted
    for address in ("/", "/work/", "/recommendations/A-HRC-90-7-140.1/"):
        assert "canary-draft" not in words(client, address) or draft == 200


def test_a_published_entry_hides_how_it_came_about_from_those_outside(asked):
    entry = rows.entry(asked, state="submitted", done="canary-before")
    validator = browser(rows.officer(Role.VALIDATOR, asked.body))
    reason = {"step": "send_back", "row_version": "1", "reason": "canary-reason"}
    validator.post(f"/entries/{entry.pk}/step", reason)
    Entry.objects.filter(pk=entry.pk).update(
        state="published", done="Published words.", published_at=rows.NOW
    )
    inside = words(validator, f"/entries/{entry.pk}/")
    outside = words(browser(factories.person(Role.READER)), f"/entries/{entry.pk}/")
    assert "canary-reason" in inside
    assert "Published words." in outside
    assert "canary" not in outside


def test_the_record_says_what_was_done_and_each_flag_its_rule(asked):
    rows.entry(asked, state="published", done="Published words.", status="implemented")
    page = words(browser(factories.person(Role.READER)), "/recommendations/A-HRC-90-7-140.1/")
    assert "Published words." in page
    assert "The State says, by its lead body:" in page
    assert "The status needs evidence, and none stands under the entry that you may see." in page


def test_pages_of_the_work_are_small(asked):
    long = "Một dự luật đã được soạn thảo và lấy ý kiến các bên liên quan. " * 150
    more = factories.report(24, symbol="A/HRC/91/3", items=factories.demands(24, paragraph=141))
    for record in more.records.all():
        rows.entry(
            rows.assignment(record), state="submitted", done=long, result=long, status="planned"
        )
    back = rows.entry(asked, done=long, result=long, sent_back="Say when.")
    pages = {
        rows.officer(Role.FOCAL_POINT, asked.body): [
            "/work/?show=all",
            f"/work/{asked.pk}/",
            f"/entries/{back.pk}/",
            "/work/reminders/",
        ],
        rows.officer(Role.VALIDATOR, asked.body): ["/work/validate/"],
        rows.officer(Role.COORDINATOR): ["/work/accept/", "/handover/"],
    }
    heavy = {
        address: size
        for person, addresses in pages.items()
        for address in addresses
        if (size := bytes_on_the_wire(browser(person), address)) > 60_000
    }
    assert heavy == {}


def bytes_on_the_wire(client: Client, address: str) -> int:
    """The page with all its style sheets and scripts, as a browser asks for them the first time."""

    def sent(asked: str) -> bytes:
        answer = client.get(asked, headers={"Accept-Encoding": "gzip"})
        assert answer["Content-Encoding"] == "gzip"
        return answer.getvalue()

    page = sent(address)
    html = gzip.decompress(page).decode()
    assets = re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"', html)
    assert len(assets) > 5
    return len(page) + sum(len(sent(asset)) for asset in assets)


def test_what_is_compressed_already_is_sent_as_it_is(asked):
    client = browser(factories.person(Role.READER))
    picture = client.get(
        "/documents/A-HRC-90-7/versions/1/pages/1.png", headers={"Accept-Encoding": "gzip"}
    )
    assert picture["Content-Type"] == "image/png"
    assert "Content-Encoding" not in picture


def test_a_handover_in_the_browser_leads_to_what_went(asked):
    mai = rows.officer(Role.FOCAL_POINT, asked.body, "mai", name="Mai")
    nam = rows.officer(Role.FOCAL_POINT, rows.body("MOH"), "nam", name="Nam")
    entry = rows.entry(asked, mai)
    coordinator = browser(rows.officer(Role.COORDINATOR))
    office = mai.role_bindings.get().pk
    assert "140.1" in words(coordinator, f"/handover/?office={office}")
    sent = {"office": str(office), "successor": "nam", "reason": "She retires."}
    answer = coordinator.post("/handover/", sent)
    assert re.fullmatch(r"/handover/\d+/", answer.url)
    assert "From Mai to Nam" in words(coordinator, answer.url)
    entry.refresh_from_db()
    assert entry.written_by == nam
    assert browser(factories.person(Role.READER)).get(answer.url).status_code == 404


def test_the_first_page_tells_what_waits(asked):
    asked.due = date(2026, 1, 1)
    asked.save()
    rows.entry(rows.assignment(Record.objects.get(number="140.2")), state="submitted")
    focal = rows.officer(Role.FOCAL_POINT, asked.body)
    assert "was due on 1 January 2026" in words(browser(focal), "/")
    assert "1 entry waits to be validated." in words(
        browser(rows.officer(Role.VALIDATOR, asked.body)), "/"
    )


def test_a_reminder_is_put_off_from_the_form_and_woken_again(asked):
    focal = browser(rows.officer(Role.FOCAL_POINT, asked.body))
    until = (timezone.localdate() + timedelta(days=5)).isoformat()
    put_off = {"until": until, "reason": "The gazette."}
    assert focal.post(f"/work/{asked.pk}/snooze", put_off).url == f"/work/{asked.pk}/"
    assert "The gazette." in words(focal, "/work/reminders/")
    focal.post(f"/work/{asked.pk}/snooze", {"wake": "1"})
    assert "The gazette." not in words(focal, "/work/reminders/")
    focal.post("/work/reminders/", {"rhythm": "weekly"})
    assert re.search(r'value="weekly" checked', words(focal, "/work/reminders/"))


def test_a_step_is_undone_from_the_page_that_follows_it(asked):
    entry = rows.entry(asked, state="validated")
    coordinator = browser(rows.officer(Role.COORDINATOR))
    sent = {"step": "send_back", "row_version": "1", "reason": "Which article?"}
    answer = coordinator.post(f"/entries/{entry.pk}/step", sent)
    change = re.fullmatch(r"/work/\?undo=(.+)", answer.url)[1]
    assert f'value="{change}"' in words(coordinator, answer.url)
    coordinator.post("/work/undo", {"change": change})
    entry.refresh_from_db()
    assert entry.state == "validated"


def test_offices_of_closed_accounts_are_told_on_the_first_page(asked):
    gone = rows.officer(Role.FOCAL_POINT, asked.body)
    User.objects.filter(pk=gone.pk).update(is_active=False)
    assert "1 office is held by a closed account." in words(
        browser(rows.officer(Role.COORDINATOR)), "/"
    )
    assert "closed account" not in words(browser(factories.person(Role.READER)), "/")


def test_sending_back_without_a_reason_is_said_at_its_field(asked):
    entry = rows.entry(asked, state="submitted")
    validator = browser(rows.officer(Role.VALIDATOR, asked.body))
    sent = validator.post(
        f"/entries/{entry.pk}/step", {"step": "send_back", "row_version": "1", "reason": "  "}
    )
    page = sent.content.decode()
    assert sent.status_code == 422
    assert re.findall(r'id="reason_error">([^<]*)', page) == [
        "Say why, so that the body knows what to mend. Write one sentence at least."
    ]
    assert re.findall(r'<li><a href="#(\w+)"', page) == ["reason"]
    assert "A bill was drafted and discussed" in page


def test_a_reason_that_is_too_long_stays_to_be_shortened(asked):
    entry = rows.entry(asked, state="submitted")
    validator = browser(rows.officer(Role.VALIDATOR, asked.body))
    reason = "Name the date. " * 800
    sent = validator.post(
        f"/entries/{entry.pk}/step", {"step": "send_back", "row_version": "1", "reason": reason}
    )
    page = sent.content.decode()
    assert sent.status_code == 422
    assert page.count("Name the date.") == 800
    assert "A field holds 10000 letters at most." in re.sub(r"\s+", " ", page)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"until": "1/2/2000", "reason": "On leave."}, "put off by 90 days at most"),
        ({"until": "soon", "reason": "On leave."}, "This is no day."),
        ({"until": "", "reason": "On leave."}, "This is no day."),
    ],
)
def test_a_reminder_that_cannot_be_put_off_keeps_what_was_typed(asked, typed, said):
    focal = browser(rows.officer(Role.FOCAL_POINT, asked.body))
    sent = focal.post(f"/work/{asked.pk}/snooze", typed)
    page = sent.content.decode()
    assert sent.status_code == 422
    assert said in page
    assert re.findall(r'id="(?:until|snooze-reason)".*?value="([^"]*)"', page) == [
        typed["until"],
        "On leave.",
    ]


def test_a_handover_to_nobody_is_said_at_its_field(asked):
    mai = rows.officer(Role.FOCAL_POINT, asked.body, "mai", name="Mai")
    rows.officer(Role.FOCAL_POINT, rows.body("MOH"), "nam", name="Nam")
    office = mai.role_bindings.get()
    sent = {"office": str(office.pk), "successor": "", "reason": "She retires."}
    refused = browser(rows.officer(Role.COORDINATOR)).post("/handover/", sent)
    shown = refused.content.decode()
    assert (refused.status_code, office.user) == (422, mai)
    assert 'id="successor_error">No successor was chosen.' in shown
    assert 'value="She retires."' in shown
    assert "Hand over the work of Mai" in shown


def test_a_step_with_nothing_chosen_leaves_the_queue_on_the_page(asked):
    entry = rows.entry(asked, state="submitted")
    refused = browser(rows.officer(Role.VALIDATOR, asked.body)).post("/work/validate/take", {})
    shown = refused.content.decode()
    assert (refused.status_code, Entry.objects.get().state) == (422, "submitted")
    assert '<a href="#waiting" hx-boost="false">No entry was chosen.' in shown
    assert f'value="{entry.pk}@{entry.row_version}"' in shown
