"""Saved views on the pages: kept from the list, opened by their link, deleted and restored."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.web.conftest import signed_in
from tests.workspace_rows import body
from upheld.core.roles import Role
from upheld.services.record_view import RecordView
from upheld.services.saved_views import save_view
from upheld.store.models import Document, SavedView

VIEWS = "/recommendations/views/"


@pytest.fixture
def view(report: Document) -> SavedView:
    wanted = RecordView.from_address("q=women&position=supported")
    return save_view(factories.person(), name="Women, supported", view=wanted)


def test_what_the_list_shows_is_kept_under_a_name(report: Document, reader: Client) -> None:
    sent = {"asked": "q=women&by=vnm&at=50", "name": "Women by Viet Nam", "shared": "1"}
    answer = reader.post(f"{VIEWS}save", sent, follow=True)
    row = SavedView.objects.get()
    assert (row.name, row.address, row.shared) == ("Women by Viet Nam", "q=women&from=VNM", True)
    assert answer.redirect_chain == [
        (f"{VIEWS}{row.key}/", 302),
        ("/recommendations/?q=women&from=VNM", 302),
    ]
    page = answer.content.decode()
    assert "The view “Women by Viet Nam” is kept." in page
    assert f'<a href="{VIEWS}{row.key}/" aria-current="true">Women by Viet Nam</a>' in page


def test_a_name_turns_nothing_round_in_a_message(report: Document, reader: Client) -> None:
    sent = {"asked": "q=women", "name": "Wo\u202emen"}
    page = reader.post(f"{VIEWS}save", sent, follow=True).content.decode()
    assert "The view “Women” is kept." in page
    again = reader.post(f"{VIEWS}save", sent).content.decode()
    assert "You have a view named “Women” already." in again


def test_without_a_name_the_list_says_so(report: Document, reader: Client) -> None:
    answer = reader.post(f"{VIEWS}save", {"asked": "q=women", "name": " "})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert '<a href="#view-name">A view needs a name of at most 100 letters.</a>' in page
    assert '<p class="error" id="view-error">' in page
    assert 'name="q" value="women"' in page


def test_a_rename_that_fails_says_so_at_the_name(view: SavedView, coordinator: Client) -> None:
    sent = {"name": "x" * 101, "row_version": "1"}
    answer = coordinator.post(f"{VIEWS}{view.key}/change", sent)
    assert answer.status_code == 422
    assert f'<p class="error" id="error-{view.pk}">A view needs a name' in answer.content.decode()


def test_a_link_opens_for_its_owner_and_for_nobody_else_unless_shared(
    view: SavedView, coordinator: Client, reader: Client
) -> None:
    link = f"{VIEWS}{view.key}/"
    assert coordinator.get(link)["Location"] == "/recommendations/?q=women&position=supported"
    assert reader.get(link).status_code == 404
    assert signed_in(None).get(link).status_code == 403
    sent = {"name": "Women", "shared": "1", "row_version": "1"}
    coordinator.post(f"{link}change", sent)
    assert reader.get(link).status_code == 302
    listed = reader.get(VIEWS).content.decode()
    assert "Trần Thị Hương" in listed
    assert "Question: “women”. Position: supported." in listed
    assert f"{link}delete" not in listed
    assert reader.post(f"{link}delete").status_code == 403


def test_a_view_is_deleted_and_restored(view: SavedView, coordinator: Client) -> None:
    link = f"{VIEWS}{view.key}/"
    page = coordinator.post(f"{link}delete", follow=True).content.decode()
    assert "The view “Women, supported” was deleted." in page
    assert coordinator.get(link).status_code == 404
    assert (
        "was deleted"
        not in signed_in(Role.READER).get(f"{VIEWS}?deleted={view.key}").content.decode()
    )
    page = coordinator.post(f"{link}restore", follow=True).content.decode()
    assert "The view is there again." in page
    assert coordinator.get(link).status_code == 302


def test_home_lists_views(view: SavedView, coordinator: Client, reader: Client) -> None:
    assert f"{VIEWS}{view.key}/" in coordinator.get("/").content.decode()
    assert f"{VIEWS}{view.key}/" not in reader.get("/").content.decode()


@pytest.mark.parametrize("address", ["save", "{key}/change", "{key}/delete", "{key}/restore"])
def test_nothing_happens_by_a_link_alone(view: SavedView, coordinator: Client, address) -> None:
    answer = coordinator.get(VIEWS + address.format(key=view.key))
    assert answer["Location"] == VIEWS
    assert SavedView.objects.get().deleted_at is None


def test_odd_values_are_no_error(view: SavedView, coordinator: Client) -> None:
    assert coordinator.get(f"{VIEWS}?deleted=nothing").status_code == 200
    sent = {"name": "x", "row_version": "²"}
    assert coordinator.post(f"{VIEWS}{view.key}/change", sent).status_code == 409


def test_what_the_overview_is_narrowed_down_to_is_kept_under_a_name(
    report: Document, reader: Client
) -> None:
    body("MOJ")
    asked = "body=XSP-MOJ&since=2026-01-01&until=never&document=A-HRC-90-7&open=x"
    sent = {"asked": asked, "name": "Justice", "shared": "1"}
    answer = reader.post("/overview/views/save", sent, follow=True)
    row = SavedView.objects.get()
    kept = "document=A-HRC-90-7&body=XSP-MOJ&since=2026-01-01"
    assert (row.address, row.shows, row.shared) == (kept, "overview", True)
    assert answer.redirect_chain == [(f"{VIEWS}{row.key}/", 302), (f"/overview/?{kept}", 302)]
    page = answer.content.decode()
    assert "The view “Justice” is kept." in page
    assert f'<a href="{VIEWS}{row.key}/" aria-current="true">Justice</a>' in page
    assert "Justice" not in reader.get("/recommendations/").content.decode()
    assert "Justice" in signed_in(Role.COORDINATOR).get("/overview/").content.decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Overview. Document: A/HRC/90/7. National body: Ministry of Justice, with all below "
               "it. Due from 1 January 2026."),
        ("vi", "Tổng quan. Văn bản: A/HRC/90/7. Cơ quan trong nước: Bộ Tư pháp, gồm cả các cơ quan "
               "trực thuộc. Đến hạn từ 01/01/2026."),
    ],
)  # fmt: skip
def test_a_kept_overview_is_told_renamed_deleted_and_restored(
    report: Document, reader: Client, language: str, said: str
) -> None:
    body("MOJ")
    asked = "body=XSP-MOJ&since=2026-01-01&document=A-HRC-90-7"
    reader.post("/overview/views/save", {"asked": asked, "name": "Justice"})
    row = SavedView.objects.get()
    assert said in reader.get(VIEWS, headers={"Accept-Language": language}).content.decode()
    reader.post(f"{VIEWS}{row.key}/change", {"name": "Courts", "row_version": "1"})
    assert "Courts" in reader.get("/overview/").content.decode()
    gone = reader.post(f"{VIEWS}{row.key}/delete", follow=True).content.decode()
    assert f'action="{VIEWS}{row.key}/restore"' in gone
    assert "Courts" not in reader.get("/overview/").content.decode()
    reader.post(f"{VIEWS}{row.key}/restore")
    assert "Courts" in reader.get("/overview/").content.decode()
    assert signed_in(Role.COORDINATOR).get(f"{VIEWS}{row.key}/").status_code == 404


def test_an_overview_without_a_name_says_so_where_it_was_kept(
    report: Document, reader: Client
) -> None:
    answer = reader.post("/overview/views/save", {"asked": "since=2026-01-01", "name": " "})
    page = answer.content.decode()
    assert (answer.status_code, SavedView.objects.count()) == (422, 0)
    assert 'id="view-error">A view needs a name of at most 100 letters.' in page
    assert 'name="since" class="short" value="2026-01-01"' in page


def test_more_kept_overviews_ask_the_database_no_more(
    report: Document, reader: Client, django_assert_num_queries: Any
) -> None:
    def keep(code: str) -> None:
        body(code)
        sent = {"asked": f"body=XSP-{code}&document=A-HRC-90-7", "name": code, "shared": "1"}
        assert reader.post("/overview/views/save", sent).status_code == 302

    keep("MOJ")
    reader.get(VIEWS)  # the message of what was kept
    with CaptureQueriesContext(connection) as first:
        reader.get(VIEWS)
    questions = len(first)
    for code in ("MOH", "MOE", "EAST"):
        keep(code)
    reader.get(VIEWS)
    with django_assert_num_queries(questions):
        reader.get(VIEWS)
