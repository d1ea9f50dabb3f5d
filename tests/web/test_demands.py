"""The demands to one State: what became of them, and quick judging with undo."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.factories import person
from tests.services.two_cycles import two_cycles
from tests.web.conftest import signed_in
from upheld.core.judgements import Verdict
from upheld.core.roles import Role
from upheld.services.judge import judge
from upheld.store.models import Judgement, StateUnderReview
from upheld.web.views import demands

pytestmark = pytest.mark.django_db

ADDRESS = "/states/XSP/demands/"
CAT = {"record": "A-HRC-80-5-99.1", "other": "A-HRC-90-7-140.1"}


@pytest.fixture(autouse=True)
def reports() -> None:
    two_cycles()


def page(client: Client, address: str = ADDRESS) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def section(html: str, key: str) -> str:
    found = re.search(rf'<section[^>]*aria-labelledby="{key}".*?</section>', html)
    assert found
    return found.group()


def test_the_two_newest_cycles_are_shown(reader: Client) -> None:
    answer = reader.get(ADDRESS)
    choice = answer.context["choice"]
    assert (choice.earlier.part, choice.later.part) == ("upr-3", "upr-4")


def test_a_pair_waits_with_both_texts_and_the_reasons(reader: Client) -> None:
    shown = section(page(reader), "proposed")
    assert "2 pairs wait for a judgement." in shown
    assert "Consider ratifying OP-CAT" in shown
    assert "Accede to the Optional Protocol" in shown
    assert "Both name the same instrument: Optional Protocol to CAT." in shown
    assert "<form" not in shown


def test_one_judges_in_the_list_and_takes_it_back(coordinator: Client) -> None:
    address = f"{ADDRESS}judge?from=upr-3&to=upr-4&least=50"
    answer = coordinator.post(address, CAT | {"verdict": "same"})
    made = Judgement.objects.get()
    back = f"{ADDRESS}?from=upr-3&to=upr-4&least=50"
    assert answer["Location"] == f"{back}&judged={made.pk}#proposed"
    assert (made.verdict, made.score is not None) == ("same", True)

    html = page(coordinator, answer["Location"].split("#")[0])
    assert "1 pair waits for a judgement." in html
    assert "repeated" in section(html, "judged")
    undo = re.search(r'action="([^"]*/undo[^"]*)"', html)
    assert undo
    answer = coordinator.post(undo[1].replace("&amp;", "&"), {"judgement": str(made.pk)})
    assert answer["Location"] == f"{back}#proposed"
    made.refresh_from_db()
    assert made.withdrawn_at is not None
    assert "2 pairs wait for a judgement." in page(coordinator)


def test_unsure_is_left_at_the_end_with_its_mark(coordinator: Client) -> None:
    coordinator.post(f"{ADDRESS}judge", CAT | {"verdict": "unsure"})
    shown = section(page(coordinator), "proposed")
    assert "1 pair waits for a judgement. 1 more was left as unsure." in shown
    assert shown.index("Combat trafficking") < shown.index("Consider ratifying OP-CAT")


@pytest.mark.parametrize("turn", ["repeated", "strengthened"])
def test_demands_by_what_became_of_them(reader: Client, turn: str) -> None:
    judge(person(), **CAT, verdict=Verdict.SAME)
    shown = section(page(reader, f"{ADDRESS}?turn={turn}"), "judged")
    assert "Consider ratifying OP-CAT" in shown
    shown = section(page(reader, f"{ADDRESS}?turn=dropped"), "judged")
    assert "Consider ratifying OP-CAT" not in shown


def test_only_likely_pairs_if_one_asks_so(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = reader.get(f"{ADDRESS}?least=90").context["listed"]
    assert pairs == reader.get(ADDRESS).context["listed"] == 2
    monkeypatch.setattr(demands, "LEAST", (100, 50))
    assert "No pair is as likely as that." in page(reader, f"{ADDRESS}?least=100")
    assert reader.get(f"{ADDRESS}?least=7").context["least"] == 50


def test_the_figures_lead_to_records_and_to_the_comparison(reader: Client) -> None:
    html = page(reader)
    links = re.findall(r'<a href="(/compare/[^"]*)">', html)
    assert len(links) == 5
    for address in links:
        assert reader.get(address.replace("&amp;", "&")).status_code == 200


def test_one_review_alone_says_what_is_missing(reader: Client) -> None:
    StateUnderReview.objects.filter(document__slug="A-HRC-90-7").delete()
    html = page(reader)
    assert "Only records of one part are shown: UPR, cycle 3." in html


def test_a_state_without_documents(reader: Client) -> None:
    assert "No report, list or annotation on this State" in page(reader, "/states/VNM/demands/")
    assert reader.get("/states/XYZ/demands/").status_code == 404


def test_who_may_do_what() -> None:
    reader = signed_in(Role.READER)
    assert reader.post(f"{ADDRESS}judge", CAT | {"verdict": "same"}).status_code == 403
    assert signed_in(None).get(ADDRESS).status_code == 403
    assert Judgement.objects.count() == 0


def test_what_cannot_be_judged(coordinator: Client) -> None:
    assert coordinator.post(f"{ADDRESS}judge", CAT | {"verdict": "maybe"}).status_code == 404
    nothing = {"record": "A-HRC-1-1-1", "other": CAT["other"], "verdict": "same"}
    assert coordinator.post(f"{ADDRESS}judge", nothing).status_code == 404
    assert coordinator.get(f"{ADDRESS}judge").status_code == 302
    assert coordinator.post(f"{ADDRESS}undo", {"judgement": "x"}).status_code == 422
