"""Signing in by password and second factor, sessions, and what a stranger can do with them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pyotp
import pytest
import time_machine
from django.test import Client

from tests.factories import person
from tests.workspace_rows import officer
from upheld.core.roles import Role
from upheld.services import authenticator_app, recovery_codes, sign_in
from upheld.store.models import Event, OpenSession, User

pytestmark = pytest.mark.django_db

LONG = "five quiet rivers"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def rosa() -> User:
    user = person(Role.READER)
    user.set_password(LONG)
    user.save()
    return user


@pytest.fixture
def guarded(rosa: User) -> str:
    """The secret of the app that Rosa has confirmed a minute ago."""
    with time_machine.travel(datetime.now(UTC) - timedelta(minutes=1), tick=False):
        secret = authenticator_app.begin(rosa)
        authenticator_app.confirm(rosa, code=pyotp.TOTP(secret).at(datetime.now(UTC)))
    return secret


def come_in(client: Client, password: str = LONG, query: str = "") -> Any:
    return client.post(f"/sign-in/{query}", {"username": "reader", "password": password})


def is_in(client: Client) -> bool:
    return client.get("/settings/").status_code == 200


def test_a_wrong_password_is_told_at_the_form_and_nothing_else(rosa: User) -> None:
    client = Client()
    answer = come_in(client, "wrong")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "This name and password do not belong together." in html
    assert 'value="reader"' in html
    assert "wrong" not in html.split("<main")[1].replace("field wrong", "")
    assert not is_in(client)


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("/recommendations/", "/recommendations/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("/\\elsewhere.example/", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_it_leads_on_but_never_elsewhere(rosa: User, wanted: str, reached: str) -> None:
    assert come_in(Client(), query=f"?next={wanted}").url == reached
    signed_in = Client()
    signed_in.force_login(rosa)
    assert signed_in.get(f"/sign-in/?next={wanted}").url == reached


def test_a_session_planted_before_is_worth_nothing(rosa: User, guarded: str) -> None:
    client = Client()
    client.get("/sign-in/passkey/")
    planted = client.session.session_key
    come_in(client)
    between = client.session.session_key
    client.post("/sign-in/code/", {"code": pyotp.TOTP(guarded).now()})
    keys = {planted, between, client.session.session_key}
    assert (len(keys), is_in(client)) == (3, True)
    for old in (planted, between):
        thief = Client()
        thief.cookies["sessionid"] = old
        assert not is_in(thief)


def test_with_a_second_factor_a_password_alone_opens_nothing(rosa: User, guarded: str) -> None:
    client = Client()
    assert come_in(client, query="?next=/recommendations/").url == "/sign-in/code/"
    assert not is_in(client)
    assert client.post("/sign-in/code/", {"code": "000000"}).status_code == 422
    assert not is_in(client)
    answer = client.post("/sign-in/code/", {"code": pyotp.TOTP(guarded).now()})
    assert (answer.url, is_in(client)) == ("/recommendations/", True)


def test_a_link_asks_for_the_second_factor_too(rosa: User, guarded: str) -> None:
    client, code = Client(), recovery_codes.make_codes(rosa)[0]
    secret = sign_in.make_link(person(Role.ADMINISTRATOR), user=rosa)
    assert client.post(f"/sign-in/{secret}/").url == "/sign-in/code/"
    client.post("/sign-in/code/", {"code": code})
    assert is_in(client)
    how = Event.objects.filter(action="user.sign_in").values_list("difference", flat=True)
    assert list(how) == [{"by": [None, "link"]}]


def test_the_second_step_ends_after_ten_minutes_and_with_the_password(
    rosa: User, guarded: str
) -> None:
    late, changed = Client(), Client()
    come_in(late)
    come_in(changed)
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=11)):
        assert late.get("/sign-in/code/").url == "/sign-in/"
    rosa.set_password("six quiet rivers")
    rosa.save()
    code = {"code": pyotp.TOTP(guarded).now()}
    assert changed.post("/sign-in/code/", code).url == "/sign-in/"


def test_the_cookies_are_for_the_server_alone_and_on_https_for_it_alone(
    rosa: User, settings: Any
) -> None:
    cookies = come_in(Client()).cookies
    assert all(cookies[name]["httponly"] for name in ("sessionid", "upheld_device"))
    settings.SESSION_COOKIE_SECURE = True
    secure = come_in(Client()).cookies
    assert all(secure[name]["secure"] for name in ("sessionid", "upheld_device"))


def test_who_is_slowed_down_is_told_how_long_and_the_known_browser_is_not(rosa: User) -> None:
    known, stranger = Client(), Client(REMOTE_ADDR="198.51.100.9")
    come_in(known)
    known.post("/sign-out")
    for _time in range(5):
        come_in(stranger, "wrong")
    answer = come_in(stranger)
    assert answer.status_code == 403
    assert "There were too many tries. Wait 1 minute." in answer.content.decode()
    assert come_in(known).status_code == 302


def test_sessions_are_listed_and_ended(rosa: User) -> None:
    here, there, third = Client(headers={"User-Agent": FIREFOX}), Client(), Client()
    for client in (here, there, third):
        come_in(client)
    html = here.get("/settings/sessions/").content.decode()
    assert "Firefox, Linux · this one" in html
    number = OpenSession.objects.get(session_key=there.session.session_key).pk
    here.post(f"/settings/sessions/{number}/end")
    assert [is_in(client) for client in (here, there, third)] == [True, False, True]
    here.post("/settings/sessions/end-others")
    assert [is_in(client) for client in (here, third)] == [True, False]
    assert OpenSession.objects.count() == 1
    here.post("/sign-out")
    assert OpenSession.objects.count() == 0


def test_nobody_ends_the_session_of_another(rosa: User) -> None:
    client, other = Client(), Client()
    come_in(client)
    other.force_login(person(Role.COORDINATOR))
    assert other.post(f"/settings/sessions/{OpenSession.objects.get().pk}/end").status_code == 422
    assert is_in(client)


def test_a_new_password_ends_all_other_sessions_and_forgets_known_browsers(rosa: User) -> None:
    here, there = Client(), Client()
    come_in(here)
    come_in(there)
    new = "six quiet rivers"
    form = {"current": LONG, "password": new, "again": new}
    assert here.post("/settings/password/", form).url == "/settings/"
    assert [is_in(client) for client in (here, there)] == [True, False]
    assert come_in(there).status_code == 422
    assert come_in(there, new).status_code == 302


def test_a_wrong_current_password_stands_at_its_field(rosa: User) -> None:
    client = Client()
    client.force_login(rosa)
    new = "six quiet rivers"
    answer = client.post("/settings/password/", {"current": "x", "password": new, "again": new})
    assert answer.status_code == 422
    assert 'id="id_current_error"' in answer.content.decode()


def test_an_app_is_added_with_its_codes_and_removed(rosa: User) -> None:
    client = Client()
    client.force_login(rosa)
    html = client.get("/settings/second-factor/app/").content.decode()
    secret = authenticator_app.begin(rosa)
    assert "<svg" in html
    assert all(secret[at : at + 4] in html for at in range(0, 32, 4))
    wrong = client.post("/settings/second-factor/app/", {"code": "000000"})
    assert wrong.status_code == 422
    shown = client.post("/settings/second-factor/app/", {"code": pyotp.TOTP(secret).now()})
    codes = shown.content.decode().count("<li><code>")
    assert (codes, recovery_codes.codes_left(rosa)) == (10, 10)
    client.post("/settings/second-factor/remove-app")
    assert not authenticator_app.has_app(rosa)


def test_whose_role_needs_a_second_factor_sets_it_up_first(rosa: User, settings: Any) -> None:
    settings.UPHELD_SECOND_FACTOR = frozenset({"administrator"})
    chief = Client()
    chief.force_login(officer(Role.ADMINISTRATOR, username="chief"))
    assert chief.get("/users/").url == "/settings/second-factor/"
    assert (
        "Your role needs a second factor" in chief.get("/settings/second-factor/").content.decode()
    )
    assert chief.get("/settings/second-factor/app/").status_code == 200
    reader = Client()
    reader.force_login(rosa)
    assert is_in(reader)
    secret = authenticator_app.begin(User.objects.get(username="chief"))
    chief.post("/settings/second-factor/app/", {"code": pyotp.TOTP(secret).now()})
    assert chief.get("/users/").status_code == 200


def test_a_session_in_use_is_seen_once_an_hour(rosa: User) -> None:
    client = Client()
    come_in(client)
    begun = OpenSession.objects.get().seen_at
    for minutes, later in ((30, False), (90, True)):
        with time_machine.travel(begun + timedelta(minutes=minutes)):
            client.get("/settings/")
        assert (OpenSession.objects.get().seen_at > begun) is later


def test_the_address_of_a_house_counts_as_one() -> None:
    for number in range(5):
        Client(REMOTE_ADDR=f"2001:db8:0:1::{number}").post(
            "/sign-in/", {"username": "x", "password": "y"}
        )
    answer = Client(REMOTE_ADDR="2001:db8:0:1::ffff").post(
        "/sign-in/", {"username": "x", "password": "y"}
    )
    elsewhere = Client(REMOTE_ADDR="2001:db8:0:2::1").post(
        "/sign-in/", {"username": "x", "password": "y"}
    )
    assert (answer.status_code, elsewhere.status_code) == (403, 422)


CHANGES = [
    ("get", "/settings/password/", {}),
    ("get", "/settings/second-factor/", {}),
    ("get", "/settings/second-factor/app/", {}),
    ("post", "/settings/second-factor/app/", {"code": "000000"}),
    ("post", "/settings/second-factor/remove-app", {}),
    ("post", "/settings/second-factor/codes", {}),
    ("post", "/settings/second-factor/passkeys", {"answer": "{}"}),
    ("post", "/settings/second-factor/passkeys/1/remove", {}),
    ("post", "/settings/password/", {"current": LONG, "password": "x" * 20, "again": "x" * 20}),
]


@pytest.mark.parametrize(("way", "address", "sent"), CHANGES)
def test_how_one_signs_in_is_changed_only_shortly_after_signing_in(
    rosa: User, guarded: str, way: str, address: str, sent: dict[str, str]
) -> None:
    client = Client()
    client.force_login(rosa)
    recovery_codes.make_codes(rosa)
    before = (Event.objects.count(), User.objects.get(pk=rosa.pk).password)
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=16), tick=False):
        answer = getattr(client, way)(address, sent)
    assert answer.url.partition("?")[0] == "/sign-in/again/"
    assert (Event.objects.count(), User.objects.get(pk=rosa.pk).password) == before
    assert authenticator_app.has_app(rosa)


def test_who_has_no_second_factor_gives_the_password_again(rosa: User) -> None:
    client = Client()
    come_in(client)
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=16), tick=False):
        asked = client.get("/settings/second-factor/app/").url
        assert asked == "/sign-in/again/?next=%2Fsettings%2Fsecond-factor%2Fapp%2F"
        assert 'type="password"' in client.get(asked).content.decode()
        wrong = client.post(asked, {"password": "wrong"})
        assert (wrong.status_code, client.get("/settings/password/").status_code) == (422, 302)
        assert client.post(asked, {"password": LONG}).url == "/settings/second-factor/app/"
        assert client.get("/settings/second-factor/app/").status_code == 200


def test_who_has_one_gives_a_code_and_the_password_is_not_enough(rosa: User, guarded: str) -> None:
    client = Client()
    client.force_login(rosa)
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=16), tick=False):
        asked = client.get("/settings/password/").url
        assert 'type="password"' not in client.get(asked).content.decode()
        assert client.post(asked, {"password": LONG}).status_code == 422
        code = pyotp.TOTP(guarded).at(datetime.now(UTC))
        assert client.post(asked, {"code": code}).url == "/settings/password/"
        assert client.get("/settings/password/").status_code == 200


def test_tries_to_show_who_one_is_are_counted(rosa: User) -> None:
    client = Client()
    client.force_login(rosa)
    answers = [client.post("/sign-in/again/", {"password": "wrong"}) for _try in range(6)]
    assert [answer.status_code for answer in answers] == [422] * 5 + [403]
    assert client.post("/sign-in/again/", {"password": LONG}).status_code == 403


def test_who_has_neither_signs_in_anew() -> None:
    lan = person(Role.READER, "lan")
    client = Client()
    client.force_login(lan)
    page = client.get("/sign-in/again/?next=//elsewhere.example/").content.decode()
    assert "You have no password and no second factor yet." in page
    assert client.post("/sign-in/again/", {"password": "!"}).status_code == 422


def test_nobody_is_sent_elsewhere_after_showing_who_they_are(rosa: User) -> None:
    client = Client()
    client.force_login(rosa)
    address = "/sign-in/again/?next=https://elsewhere.example/"
    assert client.post(address, {"password": LONG}).url == "/"
