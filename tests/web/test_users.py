"""The pages of accounts: who is shown, what is offered, what one click can undo."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import person
from tests.web.conftest import signed_in
from tests.workspace_rows import body, officer
from upheld.core.roles import Role
from upheld.services import accounts, invitations
from upheld.services.user_roles import Grant
from upheld.store.models import Invitation, RoleBinding, User

pytestmark = pytest.mark.django_db


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def local() -> Client:
    """The browser of the administrator of the Ministry of Justice."""
    return client_of(officer(Role.ADMINISTRATOR, body("MOJ")))


def test_the_list_is_searched_and_narrowed(local: Client) -> None:
    officer(Role.FOCAL_POINT, body("MOJ"), username="lan", name="Đỗ Thị Lan")
    officer(Role.FOCAL_POINT, body("MOH"), username="minh", name="Trần Minh")
    html = local.get("/users/").content.decode()
    shown = set(re.findall(r'<a href="/users/([\w-]+)/">', html))
    assert shown == {"lan", "administrator-xsp-moj"}
    assert "Trần Minh" not in html
    assert "No account fits" in local.get("/users/?q=nobody+here").content.decode()
    assert "XSP-MOH" not in html


def test_a_long_list_asks_the_database_as_often_as_a_short_one(
    local: Client, django_assert_num_queries: Any
) -> None:
    for number in range(12):
        officer(Role.READER, body("MOJ"), username=f"reader-{number:02}")
        if number == 1:
            with CaptureQueriesContext(connection) as short:
                local.get("/users/")
    with django_assert_num_queries(len(short)):
        local.get("/users/")


def test_a_role_that_was_taken_is_given_back_by_one_click(local: Client) -> None:
    user = officer(Role.FOCAL_POINT, body("MOJ"), username="lan")
    html = local.post(
        "/users/lan/take-role", {"role": "focal_point", "body": "XSP-MOJ"}
    ).content.decode()
    assert not user.role_bindings.exists()
    assert "Give it back" in html
    local.post("/users/lan/give-role", {"role": "focal_point", "body": "XSP-MOJ"})
    assert user.role_bindings.get().body == body("MOJ")


def test_nobody_gives_a_role_for_a_body_that_the_form_does_not_offer(local: Client) -> None:
    officer(Role.READER, body("MOJ"), username="lan")
    for beyond in ("XSP-MOH", "whole", ""):
        answer = local.post("/users/lan/give-role", {"role": "administrator", "body": beyond})
        assert answer.status_code == 422
    body("MOH")
    assert RoleBinding.objects.filter(user__username="lan").count() == 1


def test_whose_doors_lead_elsewhere_is_only_partly_managed(local: Client) -> None:
    user = officer(Role.READER, body("MOJ"), username="lan")
    RoleBinding.objects.create(user=user, role=Role.READER, body=body("MOH"))
    html = local.get("/users/lan/").content.decode()
    assert "Make a sign-in link" not in html
    assert "roles of bodies that you do not administer" in html
    assert "Ministry of Health" not in html
    assert local.post("/users/lan/link").status_code == 403


def test_an_account_is_closed_with_a_reason_and_opened_again() -> None:
    admin = signed_in(Role.ADMINISTRATOR)
    user = officer(Role.READER, username="lan")
    reader = client_of(user)
    admin.post("/users/lan/deactivate", {"reason": "moved on"})
    assert reader.get("/settings/").status_code == 403
    page = admin.get("/users/lan/").content.decode()
    assert "moved on" in page
    assert "Open the account again" in page
    admin.post("/users/lan/reactivate")
    assert client_of(user).get("/settings/").status_code == 200


def test_a_sign_in_link_is_shown_once() -> None:
    admin = signed_in(Role.ADMINISTRATOR)
    officer(Role.READER, username="lan")
    html = admin.post("/users/lan/link").content.decode()
    found = re.search(r"<code>http://testserver(/sign-in/[^<]+)</code>", html)
    assert found
    assert Client().post(found[1]).url == "/"
    assert "/sign-in/" not in admin.get("/users/lan/").content.decode().split("<main")[1]


@pytest.mark.parametrize("act", ["renew", "revoke"])
def test_an_invitation_of_others_cannot_be_touched(local: Client, act: str) -> None:
    grant = Grant(Role.READER, body("MOH"))
    made, secret = invitations.invite(person(Role.ADMINISTRATOR), grants=[grant])
    for stranger in (local, signed_in(Role.COORDINATOR), signed_in(None), Client()):
        answer = stranger.post(f"/users/invitations/{made.pk}/{act}")
        assert answer.status_code in {403, 422}
    assert Invitation.objects.get().revoked_at is None
    assert invitations.invitation_of(secret) == made


def test_a_refusal_says_which_permission_for_which_body_and_who_could() -> None:
    officer(Role.COORDINATOR, username="chief", name="Chief Coordinator")
    html = signed_in(Role.READER).get("/library/add/").content.decode()
    assert "Why can I not do this?" in html
    assert "<dd>add documents</dd>" in html
    assert "Chief Coordinator" in html
    assert "/about/roles/" in html
    public = Client().get("/library/add/").content.decode()
    assert "<dd>coordinator</dd>" in public
    assert "Chief Coordinator" not in public


def test_what_hinders_an_act_is_said_on_the_page_of_the_account() -> None:
    """The account of the commands stays, and so does the last role of the last administrator."""
    operator = accounts.operator()
    admin = client_of(officer(Role.ADMINISTRATOR, username="chi"))
    address = f"/users/{operator.username}/"
    closing = admin.post(f"{address}deactivate", {"reason": "not used"})
    shown = closing.content.decode()
    assert (closing.status_code, User.objects.get(pk=operator.pk).is_active) == (422, True)
    assert '<a href="#reason" hx-boost="false">This is the account that commands' in shown
    assert 'value="not used" aria-describedby="reason-help problem" aria-invalid="true"' in shown
    taking = admin.post(f"{address}take-role", {"role": "administrator", "body": ""})
    assert taking.status_code == 422
    assert '<a href="#roles" hx-boost="false">This is the account' in taking.content.decode()
    assert admin.post(f"{address}take-role", {"role": "king"}).status_code == 422
