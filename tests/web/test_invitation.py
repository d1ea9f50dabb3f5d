"""From the invitation to the first page: the administrator's way and the invited person's."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.web.conftest import signed_in
from upheld.core.roles import Action, Role
from upheld.services.permissions import allowed
from upheld.store.models import Body, Event, Invitation, User

pytestmark = pytest.mark.django_db

LONG = "five quiet rivers"


@pytest.fixture
def ministry() -> Body:
    names = {"en": "Ministry of Justice", "vi": "Bộ Tư pháp"}
    return Body.objects.create(code="XSP-MOJ", state="XSP", kind="ministry", names=names)


def link_in(html: str) -> str:
    found = re.search(r"<code>http://testserver(/[^<]+)</code>", html)
    assert found
    return found[1]


def invited(administrator: Client, **values: str) -> str:
    given = {"role": "focal_point", "body": "XSP-MOJ", "name": "An", "email": ""} | values
    return link_in(administrator.post("/users/invite/", given).content.decode())


def test_from_the_invitation_to_a_role_for_a_body(ministry: Body, mailoutbox: list) -> None:
    administrator, guest = signed_in(Role.ADMINISTRATOR), Client()
    link = invited(administrator, email="an@example.gov")
    assert link in mailoutbox[0].body
    page = guest.get(link).content.decode()
    assert "focal point · <bdi>Ministry of Justice</bdi>" in page
    assert 'value="an"' in page
    chosen = {"username": "an", "name": "Nguyễn Văn An", "password": LONG, "again": LONG}
    assert guest.post(link, chosen).url == "/"
    user = User.objects.get(username="an")
    assert guest.session["_auth_user_id"] == str(user.pk)
    assert allowed(user, Action.REPORT, ministry)
    guest.post("/sign-out")
    back = guest.post("/sign-in/", {"username": "an", "password": LONG})
    assert (back.status_code, guest.session["_auth_user_id"]) == (302, str(user.pk))
    assert "Ministry of Justice" in guest.get("/settings/permissions/").content.decode()


def test_looking_at_an_invitation_does_not_use_it(ministry: Body) -> None:
    link = invited(signed_in(Role.ADMINISTRATOR))
    assert [Client().get(link).status_code for _look in range(2)] == [200, 200]
    assert Invitation.objects.get().accepted_at is None


def test_what_is_wrong_stands_at_its_field(ministry: Body) -> None:
    link = invited(signed_in(Role.ADMINISTRATOR))
    given = {"username": "An!", "name": "An", "password": "short", "again": "shorter"}
    answer = Client().post(link, given)
    html = answer.content.decode()
    assert answer.status_code == 422
    wrong = re.findall(r'<p class="error" id="(\w+)_error">', html)
    assert wrong == ["id_username", "id_password", "id_again"]


def test_a_new_link_ends_the_old_one_and_taking_back_ends_both(ministry: Body) -> None:
    administrator = signed_in(Role.ADMINISTRATOR)
    first = invited(administrator)
    number = Invitation.objects.get().pk
    page = administrator.post(f"/users/invitations/{number}/renew").content.decode()
    second = link_in(page)
    assert [Client().get(link).status_code for link in (first, second)] == [403, 200]
    administrator.post(f"/users/invitations/{number}/revoke")
    assert [Client().get(link).status_code for link in (first, second)] == [403, 403]


def test_the_page_of_an_invitation_shows_no_link_later(ministry: Body) -> None:
    administrator = signed_in(Role.ADMINISTRATOR)
    link = invited(administrator)
    number = Invitation.objects.get().pk
    assert link not in administrator.get(f"/users/invitations/{number}/").content.decode()
    assert link.split("/")[2] not in str(list(Event.objects.values()))
