"""Who must act: from the list, on the page of a record, as a list with counters, by proposals."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from tests.workspace_rows import assignment, body
from upheld.core.items import ItemKind
from upheld.core.labels import LabelSource
from upheld.core.planning import AssignmentState, Part
from upheld.store.models import Assignment, Document, Label, Term

ENGLISH = {"Accept-Language": "en"}
FIRST = "A-HRC-90-7-140.1"
ASSIGN = "/recommendations/assign"


def page(client: Client, address: str) -> str:
    answer = client.get(address, headers=ENGLISH)
    assert answer.status_code == 200
    return str(answer.content.decode())


def sent(client: Client, address: str, **values: object) -> str:
    answer = client.post(address, values, headers=ENGLISH, follow=True)
    return str(answer.content.decode())


def test_a_selection_is_assigned_and_undone(report: Document, coordinator: Client) -> None:
    body("MOJ")
    body("MOH")
    asked = sent(coordinator, "/recommendations/assign", which="all", asked="")
    assert "Assign 6 records" in asked
    done = sent(
        coordinator,
        "/recommendations/assign",
        which="all",
        asked="",
        assign="1",
        lead="XSP-MOJ",
        support=["XSP-MOH"],
        due="2027-06-30",
    )
    assert "6 records are assigned." in done
    assert "12 assignments" in done
    assert Assignment.objects.filter(due=date(2027, 6, 30)).count() == 12
    change = done.partition('name="change" value="')[2].partition('"')[0]
    assert "12 assignments are as before." in sent(coordinator, "/assignments/undo", change=change)
    assert Assignment.objects.filter(state=AssignmentState.CONFIRMED).count() == 0


def test_the_message_says_what_asks_for_nothing(report: Document, coordinator: Client) -> None:
    body("MOJ")
    report.records.filter(number="140.2").update(kind=ItemKind.CONCERN)
    asked = {"which": "all", "asked": "", "assign": "1", "lead": "XSP-MOJ"}
    done = sent(coordinator, "/recommendations/assign", **asked)
    assert "6 records are assigned." in done
    assert "1 of those assigned asks for nothing:" in done
    assert "asks for nothing" not in sent(coordinator, "/recommendations/assign", **asked)


def test_one_message_counts_every_selected_record(report: Document, coordinator: Client) -> None:
    body("MOJ")
    led, same, free = (report.records.get(number=f"140.{n}") for n in (1, 2, 3))
    assignment(led, body("MOH"))
    assignment(same, body("MOJ"))
    chosen = [one.public_id for one in (led, same, free)]
    asked = {"record": chosen, "which": "ticked", "assign": "1", "lead": "XSP-MOJ",
             "due": "2027-06-30"}  # fmt: skip
    first, again = (
        re.findall(r'class="message ?(\w*)"[^>]*><span>([^<]*)', sent(coordinator, ASSIGN, **asked))
        for _time in range(2)
    )
    kept = "1 record has another lead body and keeps it."
    one = "1 record is assigned. 1 record was assigned so already."
    assert first == [("warn", f"{one} {kept}")]
    assert again == [("warn", f"Nothing changed. 2 records were assigned so already. {kept}")]
    same_only = sent(coordinator, ASSIGN, **asked | {"record": chosen[1:]})
    assert re.findall(r'class="message ?\w*"[^>]*><span>([^<]*)', same_only) == [
        "Everything was assigned so already; nothing changed."
    ]


def test_what_is_wrong_with_the_form_is_said(report: Document, coordinator: Client) -> None:
    body("MOJ")
    none = sent(coordinator, "/recommendations/assign", record=FIRST, assign="1")
    assert "No body is chosen." in none
    nothing = sent(coordinator, "/recommendations/assign", assign="1")
    assert "Select at least 1 record." in nothing
    day = sent(
        coordinator, "/recommendations/assign", record=FIRST, assign="1", lead="XSP-MOJ", due="soon"
    )
    assert "“soon” is no day." in day


def test_independent_bodies_are_neither_offered_nor_taken(
    report: Document, coordinator: Client
) -> None:
    body("MOJ")
    body("NHRI")
    address = f"/recommendations/{FIRST}/assign/"
    assert "Sarovian Human Rights Commission" not in page(coordinator, address)
    answer = sent(coordinator, address, seen="", lead="XSP-NHRI")
    assert "is independent of the State" in answer


def test_one_record_on_its_page(report: Document, coordinator: Client) -> None:
    body("MOJ")
    body("MOH")
    assert "This record is given to nobody." in page(coordinator, f"/recommendations/{FIRST}/")
    address = f"/recommendations/{FIRST}/assign/"
    assert "Saved." in sent(coordinator, address, seen="", lead="XSP-MOJ", support=["XSP-MOH"])
    shown = page(coordinator, f"/recommendations/{FIRST}/")
    assert "given to this body" in shown
    late = coordinator.post(address, {"seen": "", "lead": "XSP-MOH"}, headers=ENGLISH)
    assert late.status_code == 409


def test_the_list_counts_filters_and_leaves_as_a_table(
    report: Document, coordinator: Client, reader: Client
) -> None:
    first, second, *_rest = report.records.all()
    assignment(first, body("MOJ"), due=date(2020, 1, 1))
    assignment(first, body("MOH"))
    assignment(second, body("MOE"), due=None)
    shown = page(reader, "/assignments/")
    assert "6 records ask something of the State" in shown
    assert "3 assignments" in shown
    assert "overdue" in page(reader, "/assignments/?due=late")
    assert "1 assignment<" in page(reader, "/assignments/?body=XSP-MOH")
    assert "given to nobody · 4 records" in page(reader, "/assignments/?records=nobody")
    assert "No assignment matches." in page(reader, "/assignments/?part=support&due=none")
    table = reader.get("/assignments/export?part=lead", headers=ENGLISH).content.decode("utf-8-sig")
    rows = table.splitlines()
    assert len(rows) == 3
    assert rows[0].startswith("Record,Number,Words,Document,National body,Code,Lead or support,Due")
    assert '"lead body"' in rows[1] or ",lead body," in rows[1]


def test_proposals_are_made_explained_and_decided(report: Document, coordinator: Client) -> None:
    first = report.records.get(number="140.1")
    term = Term.objects.create(taxonomy="theme", value="Death penalty")
    Label.objects.create(record=first, term=term, source=LabelSource.PERSON)
    body("MOJ")
    done = sent(coordinator, "/assignments/propose")
    assert "1 part is proposed." in done
    assert "For 5 records nothing speaks clearly enough" in done
    assert "“Death penalty”: named by the table of competences" in done
    one = Assignment.objects.get(part=Part.LEAD)
    confirmed = sent(coordinator, "/assignments/decide", confirm=str(one.pk), due="2027-01-31")
    assert "1 proposal confirmed." in confirmed
    one.refresh_from_db()
    assert (one.state, one.due) == (AssignmentState.CONFIRMED, date(2027, 1, 31))
    assert "No proposal waits for a decision." in page(coordinator, "/assignments/proposed/")


def test_what_hinders_a_decision_is_said_where_it_was_taken(
    report: Document, coordinator: Client
) -> None:
    for number in ("140.1", "140.2"):
        assignment(report.records.get(number=number), body("MOJ"), state="proposed", score=0.5)
    ticked = str(Assignment.objects.order_by("pk")[0].pk)
    asked = {"confirm": "ticked", "proposal": ticked, "due": "soon"}
    wrong = coordinator.post("/assignments/decide", asked, headers=ENGLISH)
    shown = wrong.content.decode()
    assert (wrong.status_code, 'id="due_error">“soon” is no day.' in shown) == (422, True)
    assert 'value="soon" aria-describedby="due_error"' in shown
    assert f'id="proposal-{ticked}" checked' in shown
    assert shown.count(" checked") == 1
    nothing = coordinator.post("/assignments/decide", {"confirm": "ticked"}, headers=ENGLISH)
    assert (nothing.status_code, "due_error" in nothing.content.decode()) == (422, False)
    assert (
        '<a href="#proposals" hx-boost="false">No proposal is chosen.' in nothing.content.decode()
    )
    assert Assignment.objects.filter(state=AssignmentState.PROPOSED).count() == 2


def test_a_reader_assigns_nothing(report: Document, reader: Client) -> None:
    body("MOJ")
    for address in (
        "/recommendations/assign",
        f"/recommendations/{FIRST}/assign/",
        "/assignments/propose",
        "/assignments/decide",
    ):
        assert reader.post(address, {"record": FIRST, "lead": "XSP-MOJ"}).status_code == 403


@pytest.mark.parametrize("address", ["/bodies/", "/assignments/", "/bodies/XSP-MOJ/"])
def test_more_bodies_ask_no_more(
    report: Document, coordinator: Client, address: str, django_assert_max_num_queries
) -> None:
    for record in report.records.all():
        assignment(record, body("MOJ"))
    for number in range(30):
        body(f"B{number}", parent=body("GOV"))
    with django_assert_max_num_queries(25):
        page(coordinator, address)
