"""The demands to one State: what became of them, and quick judging with undo."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import Demand, add_record, person
from tests.services.two_cycles import two_cycles
from tests.web.conftest import signed_in
from upheld.core.judgements import Verdict
from upheld.core.roles import Role
from upheld.services.judge import judge
from upheld.store.models import Document, Judgement, StateUnderReview
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


def test_a_turn_that_no_demand_took_says_what_to_do(reader: Client) -> None:
    judge(person(), **CAT, verdict=Verdict.SAME)
    shown = section(page(reader, f"{ADDRESS}?turn=dropped"), "judged")
    assert "<table" not in shown
    assert "Of these demands none is “not asked for again”." in shown
    assert '<a href="#proposed">Judge the proposed pairs</a>' in shown
    shown = section(page(reader, f"{ADDRESS}?turn=softened"), "judged")
    assert "Of these demands none is “softened”." in shown
    assert "See all of them" in shown
    shown = section(page(reader, f"{ADDRESS}?turn=perhaps"), "judged")
    assert "Consider ratifying OP-CAT" in shown


def test_a_record_that_people_looked_for_in_vain_is_not_asked_for_again(reader: Client) -> None:
    judge(person(), **CAT, verdict=Verdict.DIFFERENT)
    html = page(reader)
    shown = section(html, "judged")
    assert "1 record of the earlier part was held against the later one by a person" in shown
    assert "Consider ratifying OP-CAT" in shown
    assert "not asked for again" in shown
    assert "held against 1 record" in shown
    assert reader.get(ADDRESS).context["counts"][0]["looked_at"] == 1
    assert "Protect the forests" not in shown


def test_a_demand_that_may_yet_be_found_again_says_so(reader: Client) -> None:
    pair = {"record": "A-HRC-80-5-99.1", "other": "A-HRC-80-5-99.2"}
    judge(person(), **pair, verdict=Verdict.SAME)
    shown = section(page(reader), "judged")
    assert re.search(r'not asked for again</span><br><a [^>]*href="#proposed">', shown)
    judge(person(), **CAT, verdict=Verdict.DIFFERENT)
    shown = section(page(reader), "judged")
    assert "not asked for again" in shown
    assert 'href="#proposed"' not in shown


def test_who_recommends_stands_in_both_lists(reader: Client) -> None:
    judge(person(), **CAT, verdict=Verdict.SAME)
    html = page(reader)
    assert '99.1</bdi></a> <span class="by">(Spain, France)</span>' in section(html, "judged")
    assert '140.2</bdi></a>, 2026 <span class="by">(Kenya, Ukraine)</span>' in html
    with CaptureQueriesContext(connection) as asked:
        reader.get(ADDRESS)
    assert sum('FROM "store_recommendingstate"' in one["sql"] for one in asked) <= 2


def test_how_many_of_the_waiting_pairs_are_listed(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier, later = Document.objects.order_by("date")
    add_record(earlier, Demand("99.4", "Abolish the death penalty", ("CHL",)), order=4)
    few = "Abolish the death penalty for drug offences"
    add_record(later, Demand("140.5", few, ("PRT",)), order=5)
    shown = section(page(reader), "proposed")
    assert "3 pairs wait for a judgement." in shown
    pairs = {pair.percent for one in reader.get(ADDRESS).context["proposals"]
             for pair, _unsure in one.twins}  # fmt: skip
    monkeypatch.setattr(demands, "LEAST", (min(pairs) + 1, 50))
    shown = section(page(reader, f"{ADDRESS}?least={min(pairs) + 1}"), "proposed")
    said = "2 of the 3 pairs that wait for a judgement are listed here, those from"
    assert f"{said} {min(pairs) + 1} % on." in shown


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
