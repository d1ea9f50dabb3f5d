"""What goes wrong says what to do; a bug says its number, in the log and on the page."""

from __future__ import annotations

import logging
import re

import pytest
from django.test import Client
from django.urls import path

from tests import factories
from upheld.core.errors import Conflict, InputProblem, Refused, Unavailable
from upheld.core.findings import Finding
from upheld.web import urls as real

pytestmark = pytest.mark.django_db

ERRORS = {
    "refused": Refused("No.", next_step="Ask the coordinator."),
    "conflict": Conflict("Changed.", next_step="Look again."),
    "input": InputProblem("Bad.", findings=[Finding("file.empty", arguments={"name": "a.pdf"})]),
    "unavailable": Unavailable("Absent.", next_step="Install it."),
    "bug": ZeroDivisionError("a secret of the program"),
}


def fail(request: object, name: str) -> None:
    raise ERRORS[name]


urlpatterns = [path("fail/<str:name>", fail), *real.urlpatterns]
handler500 = real.handler500


@pytest.fixture
def client(settings: object) -> Client:
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("name", "status", "said"),
    [
        ("refused", 403, ["You may not do this", "Ask the coordinator.", 'href="/sign-in/?next=']),
        ("conflict", 409, ["Someone else changed this first", "Look again."]),
        ("input", 422, ["This cannot be used as it is", "The file a.pdf is empty."]),
        ("unavailable", 503, ["This does not work at the moment", "Install it."]),
    ],
)
def test_each_way_of_saying_no_has_its_page(
    client: Client, name: str, status: int, said: list[str]
) -> None:
    answer = client.get(f"/fail/{name}")
    html = answer.content.decode()
    assert answer.status_code == status
    assert [words for words in said if words not in html] == []


def test_a_bug_has_a_number_in_the_log_and_on_the_page(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "upheld.web"):
        answer = client.get("/fail/bug")
    html = answer.content.decode()
    assert answer.status_code == 500
    number = re.search(r'<bdi class="code">([0-9a-f]{8})</bdi>', html).group(1)
    assert f"error {number} at /fail/bug" in caplog.text
    assert "a secret of the program" not in html


def test_a_refusal_takes_the_place_of_the_whole_page_when_a_piece_was_asked_for(
    client: Client,
) -> None:
    answer = client.get("/fail/conflict", headers={"HX-Request": "true"})
    assert (answer["HX-Retarget"], answer["HX-Reselect"]) == ("#main", "#main")


def test_health() -> None:
    answer = Client().get("/health")
    assert answer.json()["status"] == "ok"


def test_a_host_that_is_not_ours_is_refused_and_no_fault_of_the_program(
    settings: object,
) -> None:
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    answer = Client(raise_request_exception=False).get("/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "This request cannot be understood" in answer.content.decode()


@pytest.mark.parametrize("address", ["/documents/%00/", "/recommendations/%00/", "/demands/%00/"])
def test_an_address_with_a_null_character_leads_nowhere(address: str) -> None:
    client = Client()
    client.force_login(factories.person())
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("before", "back"),
    [
        ("http://testserver/library/?q=1", ['href="/library/?q=1"']),
        ("http://testserver/fail/input", []),
        ("https://elsewhere.example/library/", []),
        ("", []),
    ],
)
def test_a_page_that_refuses_leads_back_to_the_page_before(
    client: Client, before: str, back: list[str]
) -> None:
    html = client.get("/fail/input", headers={"referer": before}).content.decode()
    found = re.findall(r'<a class="button" (href="[^"]+")>Go back</a>', html)
    assert found == back
