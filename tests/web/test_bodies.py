"""The tree of bodies: loaded, looked at on a day, searched, changed, merged, split."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests import factories
from tests.web.conftest import signed_in
from tests.workspace_rows import assignment, body, entry, officer
from upheld.core.entries import EntryState
from upheld.core.planning import AssignmentState
from upheld.core.roles import Role
from upheld.services.body_import import import_bodies
from upheld.services.body_trees import shipped_tree
from upheld.store.models import Assignment, Body, Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def viet_nam() -> None:
    import_bodies(factories.person(), text=shipped_tree("VNM"))


def text_of(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers={"Accept-Language": "en", **headers})
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_empty_page_loads_the_tree(coordinator: Client) -> None:
    assert "Load the tree of Viet Nam" in text_of(coordinator, "/bodies/")
    answer = coordinator.post("/bodies/load", {"state": "VNM"}, follow=True)
    assert "125 bodies are new." in answer.content.decode()
    assert "Load the tree of Viet Nam" not in answer.content.decode()


def test_a_reader_loads_nothing(reader: Client) -> None:
    assert reader.post("/bodies/load", {"state": "VNM"}).status_code == 403
    assert "Load the tree" not in text_of(reader, "/bodies/")


def test_the_tree_as_of_a_day(viet_nam: None, reader: Client) -> None:
    today, then = text_of(reader, "/bodies/"), text_of(reader, "/bodies/?on=2025-06-30")
    assert "Kien Giang Province" not in today
    assert "Kien Giang Province" in then
    assert "“next year” is no day" in text_of(reader, "/bodies/?on=next+year")


def test_names_are_found_without_marks(viet_nam: None, reader: Client) -> None:
    page = text_of(reader, "/bodies/?q=kien giang")
    assert "1 body, of every time" in page
    assert "until" in page


def test_the_page_of_a_body_leads_to_what_follows_it(viet_nam: None, reader: Client) -> None:
    page = text_of(reader, "/bodies/VNM-P-KIEN-GIANG/")
    assert "/bodies/VNM-P-AN-GIANG-2025/" in page
    assert "Nobody has compared this body with a published act." in page
    after = text_of(reader, "/bodies/VNM-P-AN-GIANG-2025/")
    assert "/bodies/VNM-P-KIEN-GIANG/" in after
    assert reader.get("/bodies/VNM-NOWHERE/").status_code == 404


def test_the_counts_of_a_body_lead_to_their_rows(coordinator: Client, reader: Client) -> None:
    entry(assignment(to=body("MOJ")), state=EntryState.SUBMITTED)
    page = text_of(coordinator, "/bodies/XSP-MOJ/")
    assert "?body=XSP-MOJ&amp;part=lead&amp;state=confirmed" in page
    assert "?entries=submitted#entries" in page
    rows = text_of(coordinator, "/bodies/XSP-MOJ/?entries=submitted")
    assert f"/entries/{Entry.objects.get().pk}/" in rows
    assert "?entries=submitted" not in text_of(reader, "/bodies/XSP-MOJ/")
    assert "/entries/" not in text_of(reader, "/bodies/XSP-MOJ/?entries=submitted")


def test_a_body_is_added_and_corrected(coordinator: Client) -> None:
    typed = {"state": "xsp", "name_en": "Ministry of Sport", "kind": "ministry", "order": "5"}
    answer = coordinator.post("/bodies/add/", typed, follow=True)
    assert answer.redirect_chain[-1][0] == "/bodies/XSP-MINISTRY-OF-SPORT/"
    changed = {**typed, "name_vi": "Bộ Thể thao", "row_version": "1"}
    coordinator.post("/bodies/XSP-MINISTRY-OF-SPORT/edit/", changed)
    assert Body.objects.get().names == {"en": "Ministry of Sport", "vi": "Bộ Thể thao"}
    late = coordinator.post("/bodies/XSP-MINISTRY-OF-SPORT/edit/", changed)
    assert late.status_code == 409


def test_what_is_wrong_stands_at_the_field(coordinator: Client) -> None:
    answer = coordinator.post("/bodies/add/", {"state": "ZZZ", "kind": "ministry"})
    assert answer.status_code == 422
    assert "No State has this code." in answer.content.decode()
    assert "A body needs a name in one language." in answer.content.decode()


def test_a_merger_is_shown_before_it_happens(coordinator: Client) -> None:
    assignment(to=body("MOH"))
    typed = {"body": ["XSP-MOH"], "existing": body("MOE").code, "day": "2026-07-01"}
    looked = coordinator.post("/bodies/merge/", typed)
    assert "What will happen" in looked.content.decode()
    assert body("MOH").successions.count() == 0
    done = coordinator.post("/bodies/merge/", {**typed, "seen-XSP-MOH": "1", "keep": "1"})
    assert done.status_code == 302
    assert Assignment.objects.get(state=AssignmentState.CONFIRMED).body.code == "XSP-MOE"


def test_a_merger_can_be_undone_on_the_page(coordinator: Client) -> None:
    assignment(to=body("MOH"))
    typed = {"body": ["XSP-MOH"], "name_en": "Ministry of People", "day": "2026-07-01"}
    coordinator.post("/bodies/merge/", {**typed, "seen-XSP-MOH": "1", "keep": "1"})
    page = text_of(coordinator, "/bodies/XSP-MOH/")
    change = page.partition('name="change" value="')[2].partition('"')[0]
    assert (
        coordinator.post("/bodies/undo", {"change": change, "body": "XSP-MOH"}).status_code == 302
    )
    assert [one.code for one in Body.objects.all()] == ["XSP-MOH"]
    assert Assignment.objects.get().body.code == "XSP-MOH"
    assert "Undo my last act" not in text_of(coordinator, "/bodies/XSP-MOH/")


def test_the_people_get_the_same_roles_unless_the_box_is_empty() -> None:
    administrator = signed_in(Role.ADMINISTRATOR)
    officer(Role.FOCAL_POINT, body("MOH"))
    typed = {"body": ["XSP-MOH"], "existing": body("MOE").code, "day": "01/07/2026"}
    assert 'name="same_roles" value="1" checked' in text_of(administrator, "/bodies/merge/")
    looked = administrator.post("/bodies/merge/", {**typed, "same_roles": "1"}).content.decode()
    assert "1 role will be given for the successor" in looked
    without = administrator.post("/bodies/merge/", typed).content.decode()
    assert "1 person holds a role for a body that ends." in without
    assert 'name="same_roles" value="1">' in without
    kept = {"seen-XSP-MOH": "1", "keep": "1", "same_roles": "1"}
    administrator.post("/bodies/merge/", {**typed, **kept})
    assert [one.user.username for one in body("MOE").role_bindings.all()] == ["focal_point-xsp-moh"]


def test_who_gives_no_roles_is_not_asked(coordinator: Client) -> None:
    assert "same_roles" not in text_of(coordinator, "/bodies/merge/")


def test_a_split_asks_which_assignment_goes_where(coordinator: Client) -> None:
    one = assignment(to=body("MOH"))
    body("MOE")
    typed = {
        "row_version": "1",
        "0-existing": "XSP-MOE",
        "1-name_en": "Ministry of Sport",
        "day": "2026-07-01",
    }
    looked = coordinator.post("/bodies/XSP-MOH/split/", typed).content.decode()
    assert f'name="goes-{one.pk}"' in looked
    assert Body.objects.filter(names__en="Ministry of Sport").count() == 0
    coordinator.post("/bodies/XSP-MOH/split/", {**typed, f"goes-{one.pk}": "1", "keep": "1"})
    moved = Assignment.objects.get(state=AssignmentState.CONFIRMED)
    assert moved.body.names == {"en": "Ministry of Sport"}


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_split_asks_which_role_goes_where(coordinator: Client, language: str) -> None:
    mai = officer(Role.FOCAL_POINT, body("MOH"), "mai", name="Mai")
    held = f"role-{mai.role_bindings.get().pk}"
    body("MOE")
    typed = {
        "row_version": "1",
        "0-existing": "XSP-MOE",
        "1-name_en": "Ministry of Sport",
        "1-name_vi": "Bộ Thể thao",
        "day": "2026-07-01",
    }
    address, headers = "/bodies/XSP-MOH/split/", {"Accept-Language": language}
    assert held not in coordinator.post(address, typed, headers=headers).content.decode()
    administrator = signed_in(Role.ADMINISTRATOR)
    looked = administrator.post(address, typed, headers=headers).content.decode()
    choices = looked.partition(f'name="{held}"')[2].partition("</select>")[0]
    places = {"en": ["Ministry of Education", "Ministry of Sport"],
              "vi": ["Bộ Giáo dục", "Bộ Thể thao"]}[language]  # fmt: skip
    assert re.findall(r'<option value="(\d*)"[^>]*>([^<]*)', choices)[1:] == list(
        zip(("0", "1"), places, strict=True)
    )
    assert "selected" not in choices
    again = administrator.post(address, typed | {held: "1"}, headers=headers).content.decode()
    assert f'<option value="1" selected>{places[1]}' in again
    administrator.post(address, typed | {held: "1", "keep": "1"}, headers=headers)
    assert [one.body.name_in(language) for one in mai.role_bindings.order_by("pk")][1:] == [
        places[1]
    ]


def test_a_table_is_looked_at_then_taken_in(coordinator: Client) -> None:
    looked = coordinator.post("/bodies/table/", {"text": shipped_tree("XSP")})
    assert "What would change" in looked.content.decode()
    assert Body.objects.count() == 0
    coordinator.post("/bodies/table/", {"text": shipped_tree("XSP"), "keep": "1"})
    assert Body.objects.count() == len(shipped_tree("XSP").splitlines()) - 1
    wrong = coordinator.post("/bodies/table/", {"text": "code,state,kind,name_en\n!,XSP,x,A\n"})
    assert wrong.status_code == 422
    assert "Line 2, column code" in wrong.content.decode()


def test_the_export_is_a_table(viet_nam: None, reader: Client) -> None:
    answer = reader.get("/bodies/export?state=VNM")
    assert answer["Content-Disposition"] == 'attachment; filename="upheld-bodies-VNM.csv"'
    assert answer.content.decode("utf-8-sig").splitlines()[0].startswith("code,state,kind,parent")


def test_a_coordinator_of_one_ministry_manages_no_other() -> None:
    client = Client()
    client.force_login(officer(Role.COORDINATOR, body("MOJ")))
    assert client.get("/bodies/XSP-MOJ/edit/").status_code == 200
    assert client.get(f"/bodies/{body('MOH').code}/edit/").status_code == 403
    assert client.get("/bodies/add/").status_code == 403
    assert signed_in(Role.READER).get("/bodies/merge/").status_code == 403
