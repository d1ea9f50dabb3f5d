"""Who forgot the password asks for a link; the page tells nobody who has an account."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
import time_machine
from django.core import mail
from django.test import Client

from tests.factories import person
from tests.web.test_sign_in_pages import is_in
from upheld.core.roles import Role
from upheld.services import authenticator_app
from upheld.services.mailed_links import wait_until_mailed
from upheld.store.models import User

# The mail is sent from a thread of its own, which sees what is committed.
pytestmark = pytest.mark.django_db(transaction=True)

FORGOTTEN = "/sign-in/forgotten/"


@pytest.fixture
def rosa() -> User:
    user = person(Role.READER)
    user.email = "rosa@moj.example"
    user.save()
    return user


def answer_to(typed: str, language: str) -> tuple[object, ...]:
    client, headers = Client(), {"Accept-Language": language}
    sent = client.post(FORGOTTEN, {"who": typed}, headers=headers)
    page = client.get(sent.headers["Location"], headers=headers)
    wait_until_mailed()
    shown = re.sub(
        r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]*"', "", page.content.decode()
    )
    del sent.headers["Expires"]  # the second in which it was asked for
    return sent.status_code, sorted(sent.headers.items()), sorted(sent.cookies), shown


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_answer_is_the_same_whoever_is_named(rosa: User, language: str) -> None:
    person(Role.COORDINATOR)
    typed = ["reader", "reader", "rosa@moj.example", "nobody", "coordinator", "a@b.example"]
    answers = [answer_to(one, language) for one in typed]
    assert answers == [answers[0]] * len(typed)
    assert [message.to for message in mail.outbox] == [["rosa@moj.example"]]


def test_the_link_of_the_mail_asks_for_the_second_factor(rosa: User) -> None:
    with time_machine.travel(datetime.now(UTC) - timedelta(minutes=1), tick=False):
        app = authenticator_app.begin(rosa)
        authenticator_app.confirm(rosa, code=pyotp.TOTP(app).at(datetime.now(UTC)))
    client = Client()
    client.post(FORGOTTEN, {"who": "reader"})
    wait_until_mailed()
    link = re.search(r"http://testserver(/sign-in/[^/]+/)", str(mail.outbox[0].body))
    assert link
    assert client.get(link[1]).status_code == 200
    assert client.post(link[1]).headers["Location"] == "/sign-in/code/"
    assert not is_in(client)
    client.post("/sign-in/code/", {"code": pyotp.TOTP(app).now()})
    assert is_in(client)
    assert client.post(link[1]).status_code == 403


def test_nobody_named_is_said_at_the_field(rosa: User) -> None:
    refused = Client().post(FORGOTTEN, {"who": " "})
    assert (refused.status_code, 'id="id_who_error"' in refused.content.decode()) == (422, True)


def test_the_way_stands_where_one_signs_in() -> None:
    assert f'href="{FORGOTTEN}"' in Client().get("/sign-in/").content.decode()
