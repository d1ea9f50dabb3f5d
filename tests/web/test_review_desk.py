"""The review desk: confirm, correct, split, merge, settle, undo, and two reviewers at once."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests import factories
from tests.web.conftest import signed_in
from upheld.core.review import FindingState, ReviewState
from upheld.core.roles import Role
from upheld.services import review, undo
from upheld.store.models import Document, DocumentFinding, Record

DESK = "/documents/A-HRC-90-7/review/"
HTMX = {"HX-Request": "true", "HX-Target": "record"}


def item(number: str) -> str:
    return f"{DESK}A-HRC-90-7-{number}/"


def record(number: str) -> Record:
    return Record.objects.get(public_id=f"A-HRC-90-7-{number}")


def rows(html: str) -> list[str]:
    """The keys of the rows of the list, in order."""
    return re.findall(r'<li id="row-([^"]+)"', html)


def counters(html: str) -> list[str]:
    return re.findall(r"<dd>(?:<[^>]*>[^<]*<[^>]*>)*([^<]*)", html.split('id="counters"')[1])[:4]


def test_the_desk_begins_with_the_first_item_that_waits(
    report: Document, coordinator: Client
) -> None:
    coordinator.post(f"{item('140.1')}confirm", {"row_version": 1})
    assert coordinator.get(DESK).url == item("140.2")


def test_page_list_and_record_stand_side_by_side(report: Document, coordinator: Client) -> None:
    html = coordinator.get(item("140.2")).content.decode()
    assert rows(html) == [f"A-HRC-90-7-140.{n}" for n in range(1, 7)]
    assert counters(html) == ["6", "6", "0 of 6", "0"]
    assert "/documents/A-HRC-90-7/versions/1/pages/1.png" in html
    assert html.count('class="span"') == 2  # 140.2 is printed on two lines
    assert "Germany" in html
    assert "enjoy the support of Sarovia" in html


def test_a_finding_stands_at_its_place_in_the_list(report: Document, coordinator: Client) -> None:
    whole = factories.finding(report, "text.encoding", page=1, encoding="UTF-8")
    DocumentFinding.objects.filter(pk=whole.pk).update(start=record("140.3").start - 1)
    html = coordinator.get(item("140.2")).content.decode()
    assert rows(html)[2] == f"finding-{whole.pk}"
    assert counters(html)[3] == "1"


def test_confirm_goes_on_to_the_next(report: Document, coordinator: Client) -> None:
    answer = coordinator.post(f"{item('140.2')}confirm?show=open", {"row_version": 1})
    assert answer.url == f"{item('140.3')}?show=open"
    assert record("140.2").review_state == ReviewState.CONFIRMED
    assert record("140.2").reviewed_by.username == "coordinator"


def test_after_the_last_item_the_search_begins_at_the_top(
    report: Document, coordinator: Client
) -> None:
    answer = coordinator.post(f"{item('140.6')}confirm", {"row_version": 1})
    assert answer.url == item("140.1")


def test_when_nothing_is_left_the_desk_says_so(report: Document, coordinator: Client) -> None:
    answer = coordinator.post(
        f"{DESK}confirm-many", {"which": "clean", "seen_event": 0}, follow=True
    )
    html = answer.content.decode()
    assert "6 records confirmed" in html
    assert "Every record of this document has been checked." in html
    assert counters(html)[2] == "6 of 6"


def test_asked_for_the_record_alone_only_what_changed_is_sent(
    report: Document, coordinator: Client
) -> None:
    answer = coordinator.post(
        f"{item('140.2')}confirm", {"row_version": 1}, headers=HTMX, follow=True
    )
    html = answer.content.decode()
    assert "<html" not in html
    assert 'data-item="A-HRC-90-7-140.3"' in html
    assert rows(html) == ["A-HRC-90-7-140.2"]
    assert re.findall(r'id="([a-z-]+)"[^>]* hx-swap-oob="true"', html) == [
        "source", "counters", "seen-event", "messages",
    ]  # fmt: skip
    assert answer["Vary"].split(", ").count("HX-Target") == 1
    assert "no-store" in answer["Cache-Control"]


def test_filters(report: Document, coordinator: Client) -> None:
    review.confirm(factories.person(), public_id="A-HRC-90-7-140.1", row_version=1)
    factories.finding(report, record=record("140.4"), page=1)
    found = {
        show: rows(coordinator.get(f"{item('140.4')}?show={show}").content.decode())
        for show in ("all", "open", "findings", "confirmed")
    }
    assert [len(found[show]) for show in ("all", "open", "findings")] == [6, 5, 1]
    # The one that is open on the desk stays in sight, whatever the filter.
    assert found["confirmed"] == ["A-HRC-90-7-140.1", "A-HRC-90-7-140.4"]


def test_bulk_confirmation_leaves_items_with_findings(
    report: Document, coordinator: Client
) -> None:
    factories.finding(report, record=record("140.4"), page=1)
    coordinator.post(f"{DESK}confirm-many", {"which": "clean", "seen_event": 0})
    waiting = Record.objects.filter(review_state=ReviewState.PROPOSED)
    assert [row.number for row in waiting] == ["140.4"]


def test_bulk_confirmation_leaves_what_another_changed_meanwhile(
    report: Document, coordinator: Client
) -> None:
    html = coordinator.get(item("140.1")).content.decode()
    seen = re.search(r'name="seen_event"[^>]* value="(\d+)"', html).group(1)
    other = factories.person(Role.COORDINATOR, "second", name="Second Coordinator")
    review.correct(other, public_id="A-HRC-90-7-140.2", row_version=1, text="Another text")
    undo.undo(other, public_id="A-HRC-90-7-140.2")
    answer = coordinator.post(
        f"{DESK}confirm-many", {"which": "clean", "seen_event": seen}, follow=True
    )
    assert "1 record was left alone" in answer.content.decode()
    assert record("140.2").review_state == ReviewState.PROPOSED
    assert record("140.1").review_state == ReviewState.CONFIRMED


def test_the_chosen_are_confirmed_as_they_were_seen(report: Document, coordinator: Client) -> None:
    chosen = ["A-HRC-90-7-140.2@1", "A-HRC-90-7-140.5@1", "A-HRC-90-7-140.6@7"]
    coordinator.post(f"{DESK}confirm-many", {"which": "chosen", "item": chosen})
    confirmed = Record.objects.filter(review_state=ReviewState.CONFIRMED)
    assert [row.number for row in confirmed] == ["140.2", "140.5"]


def test_the_boxes_of_the_list_send_what_was_seen(report: Document, coordinator: Client) -> None:
    boxes = re.findall(
        r'name="item" value="([^"]+)"', coordinator.get(item("140.1")).content.decode()
    )
    assert len(boxes) == 6
    coordinator.post(f"{DESK}confirm-many", {"which": "chosen", "item": boxes[1:3]})
    coordinator.post(f"{DESK}merge-chosen", {"item": boxes[3:5]})
    waiting = Record.objects.filter(review_state=ReviewState.PROPOSED)
    assert [row.number for row in waiting] == ["140.1", "140.6"]


def test_choosing_nothing_is_explained(report: Document, coordinator: Client) -> None:
    answer = coordinator.post(f"{DESK}confirm-many", {"which": "chosen"})
    assert answer.status_code == 422
    assert "Tick the records in the list" in answer.content.decode()


def test_correct(report: Document, coordinator: Client) -> None:
    answer = coordinator.post(
        f"{item('140.2')}edit/",
        {
            "row_version": 1,
            "number": "140.2",
            "text": "Strengthen the independence of the ombudsperson",
            "states": "Đức; Việt Nam",
            "position": "noted",
            "note": "read from the page",
        },
    )
    assert answer.url == item("140.3")
    changed = record("140.2")
    assert changed.text == "Strengthen the independence of the ombudsperson"
    assert [row.iso3 for row in changed.states.all()] == ["DEU", "VNM"]
    assert changed.current_position.value == "noted"
    assert changed.review_state == ReviewState.CORRECTED


def test_a_name_that_is_no_state_is_named_at_the_field(
    report: Document, coordinator: Client
) -> None:
    answer = coordinator.post(
        f"{item('140.2')}edit/",
        {"row_version": 1, "number": "140.2", "text": "x", "states": "Germany; Atlantis"},
    )
    html = answer.content.decode()
    assert answer.status_code == 422
    assert html.count("No State is known by this name: Atlantis.") == 2  # summary and field
    assert 'aria-invalid="true"' in html
    assert record("140.2").row_version == 1


def test_split_where_the_new_line_begins(report: Document, coordinator: Client) -> None:
    text = record("140.4").text
    cut = text.index("with a view")
    typed = f"{text[:cut].rstrip()}\r\n{text[cut:]}"
    answer = coordinator.post(f"{item('140.4')}split/", {"row_version": 1, "text": typed})
    assert answer.status_code == 302
    parts = Record.objects.filter(split_from=record("140.4")).order_by("part")
    assert [part.text for part in parts] == [text[:cut].rstrip(), text[cut:]]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Establish an official moratorium on executions with a view to abolition", "one new line"),
        ("Establish\nan official\nmoratorium on executions with a view to abolition", "one new"),
        ("Establish\nsomething else", "The words were changed"),
    ],
)
def test_a_split_changes_no_word(
    report: Document, coordinator: Client, typed: str, said: str
) -> None:
    answer = coordinator.post(f"{item('140.4')}split/", {"row_version": 1, "text": typed})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_merge_with_the_next(report: Document, coordinator: Client) -> None:
    html = coordinator.get(f"{item('140.4')}merge/").content.decode()
    assert re.findall(r'value="(A-HRC[^"]+@\d+)"', html)[-2:] == [
        "A-HRC-90-7-140.5@1",
        "A-HRC-90-7-140.3@1",
    ]
    answer = coordinator.post(
        f"{item('140.4')}merge/", {"row_version": 1, "other": "A-HRC-90-7-140.5@1"}
    )
    assert answer.url == item("140.4")
    assert record("140.5").merged_into == record("140.4")


def test_merge_the_chosen(report: Document, coordinator: Client) -> None:
    chosen = ["A-HRC-90-7-140.2@1", "A-HRC-90-7-140.3@1"]
    coordinator.post(f"{DESK}merge-chosen", {"item": chosen})
    assert record("140.3").review_state == ReviewState.MERGED


def test_undo_takes_back_the_whole_last_act(report: Document, coordinator: Client) -> None:
    coordinator.post(f"{DESK}confirm-many", {"which": "clean", "seen_event": 0})
    html = coordinator.get(item("140.1")).content.decode()
    assert "6 records confirmed" in html
    change = re.search(r'name="change" value="([^"]+)"', html).group(1)
    answer = coordinator.post(f"{DESK}undo", {"change": change})
    assert answer.url == item("140.1")
    assert Record.objects.filter(review_state=ReviewState.PROPOSED).count() == 6
    assert 'name="change"' not in coordinator.get(item("140.1")).content.decode()


def test_undo_goes_back_act_by_act(report: Document, coordinator: Client) -> None:
    for number in ("140.1", "140.2"):
        coordinator.post(f"{item(number)}confirm", {"row_version": 1})
    said = []
    for _ in range(2):
        html = coordinator.get(item("140.6")).content.decode()
        change, number = (
            re.search(r'name="change" value="([^"]+)"', html).group(1),
            re.search(r"</button>: ([^<]+)<", html).group(1),
        )
        said.append(number)
        coordinator.post(f"{DESK}undo", {"change": change})
    assert said == ["140.2 confirmed", "140.1 confirmed"]


def test_settle_a_finding(report: Document, coordinator: Client) -> None:
    finding = factories.finding(report)
    address = f"{DESK}findings/{finding.pk}/"
    refused = coordinator.post(address, {"to": "dismissed", "seen": "open", "note": ""})
    assert refused.status_code == 422
    assert "Write in a few words why it is none." in refused.content.decode()
    coordinator.post(address, {"to": "dismissed", "seen": "open", "note": "a photograph"})
    finding.refresh_from_db()
    assert (finding.state, finding.note) == (FindingState.DISMISSED, "a photograph")
    coordinator.post(address, {"to": "open", "seen": "dismissed"})
    finding.refresh_from_db()
    assert finding.state == FindingState.OPEN


def test_nonsense_about_a_finding_is_refused(report: Document, coordinator: Client) -> None:
    finding = factories.finding(report)
    answer = coordinator.post(f"{DESK}findings/{finding.pk}/", {"to": "burnt", "seen": "open"})
    assert answer.status_code == 422


def test_two_reviewers_both_see_both_versions(report: Document, coordinator: Client) -> None:
    other = factories.person(Role.COORDINATOR, "second", name="Second Coordinator")
    review.correct(other, public_id="A-HRC-90-7-140.2", row_version=1, text="What the second wrote")
    mine = {
        "row_version": 1,
        "number": "140.2",
        "text": "What the first wrote",
        "states": "Germany",
        "position": "supported",
    }
    answer = coordinator.post(f"{item('140.2')}edit/", mine)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Second Coordinator" in html
    assert "What the second wrote" in html
    assert "What the first wrote" in html
    assert record("140.2").text == "What the second wrote"
    # Knowing both, the first may put theirs over it.
    again = coordinator.post(f"{item('140.2')}edit/", mine | {"row_version": 2})
    assert again.status_code == 302
    assert record("140.2").text == "What the first wrote"


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_confirming_what_another_changed_is_a_conflict(
    report: Document, coordinator: Client, headers: dict[str, str]
) -> None:
    other = factories.person(Role.COORDINATOR, "second")
    review.correct(other, public_id="A-HRC-90-7-140.2", row_version=1, text="Another text")
    answer = coordinator.post(f"{item('140.2')}confirm", {"row_version": 1}, headers=headers)
    assert answer.status_code == 409
    assert "Another text" in answer.content.decode()
    assert answer.get("HX-Retarget") == ("#main" if headers else None)


@pytest.mark.parametrize(
    "address", ["confirm", "edit/", "split/", "merge/", "../confirm-many", "../undo"]
)
def test_a_reader_changes_nothing(report: Document, address: str) -> None:
    reader = signed_in(Role.READER)
    before = list(Record.objects.values())
    form = {"row_version": 1, "item": "A-HRC-90-7-140.2@1", "which": "chosen"}
    form["change"] = "6f1c6f0e-7b1e-4d6e-9a53-0c4a3f0d5d11"
    answer = reader.post(f"/documents/A-HRC-90-7/review/A-HRC-90-7-140.2/{address}".replace(
        "A-HRC-90-7-140.2/../", ""), form)  # fmt: skip
    assert answer.status_code == 403
    assert list(Record.objects.values()) == before


def test_a_split_record_leads_to_its_parts(report: Document, coordinator: Client) -> None:
    text = record("140.4").text
    typed = text.replace(" with a view", "\nwith a view")
    coordinator.post(f"{item('140.4')}split/", {"row_version": 1, "text": typed})
    html = coordinator.get(item("140.4")).content.decode()
    for part in Record.objects.filter(split_from=record("140.4")):
        assert f"/recommendations/{part.public_id}/" in html
    assert coordinator.get(f"{item('140.4')}edit/").status_code == 422


@pytest.mark.parametrize(
    ("act", "place"),
    [
        (f"{DESK}A-HRC-90-7-140.2/confirm", f"{DESK}A-HRC-90-7-140.2/"),
        (f"{DESK}confirm-many", DESK),
        (f"{DESK}merge-chosen", DESK),
        (f"{DESK}undo", DESK),
    ],
)
def test_looking_at_the_address_of_an_act_does_nothing(
    report: Document, coordinator: Client, act: str, place: str
) -> None:
    assert coordinator.get(act).url == place
    assert not Record.objects.exclude(review_state=ReviewState.PROPOSED).exists()
