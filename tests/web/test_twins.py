"""The same demand elsewhere: candidates with their reasons, judgements, the page of one demand."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests import factories
from tests.factories import Demand
from tests.web.conftest import signed_in
from upheld.core.judgements import Verdict
from upheld.core.roles import Role
from upheld.services.judge import judge
from upheld.store.models import (
    Document,
    Judgement,
    RecommendingState,
    Record,
    StateUnderReview,
)

pytestmark = pytest.mark.django_db

EARLIER, LATER = "A-HRC-80-5-99.1", "A-HRC-90-7-140.1"
ADDRESS = f"/recommendations/{LATER}/"


@pytest.fixture(autouse=True)
def two_reviews() -> None:
    factories.report(
        items=[
            Demand("140.1", "Accede to the Optional Protocol to the Convention against Torture",
                   ("FRA",)),
            Demand("140.2", "Combat trafficking in persons", ("KEN",)),
        ],
    )  # fmt: skip
    factories.report(
        symbol="A/HRC/80/5",
        items=[
            Demand("99.1", "Consider ratifying OP-CAT", ("ESP",)),
            Demand("99.2", "Ratify CRPD", ("CHL",)),
        ],
    )
    Document.objects.filter(slug="A-HRC-80-5").update(date="2021-06-01", cycle=3)
    factories.report(symbol="A/HRC/99/9", items=[Demand("1.1", "Protect the forests", ("LAO",))])
    Document.objects.filter(slug="A-HRC-99-9").update(date="2030-06-01", cycle=5)


def section(client: Client, address: str = ADDRESS, **headers: str) -> str:
    html = client.get(address, headers=headers).content.decode()
    found = re.search(r'<section[^>]*id="same-demand".*?</section>', html, re.S)
    assert found
    return re.sub(r"\s+", " ", found.group())


def post(client: Client, act: str, **values: object) -> int:
    return client.post(f"{ADDRESS}{act}", values).status_code


def test_a_candidate_comes_with_its_source_and_its_reasons(reader: Client) -> None:
    shown = section(reader)
    assert "Consider ratifying OP-CAT" in shown
    assert "A/HRC/80/5" in shown
    assert "Both name the same instrument: Optional Protocol to CAT." in shown
    assert "one asks, the other asks to consider" in shown
    assert "Ratify CRPD" not in shown
    assert "trafficking" not in shown


def test_in_vietnamese(reader: Client) -> None:
    shown = section(reader, **{"Accept-Language": "vi"})
    assert (
        "Cả hai nêu cùng một văn kiện: Nghị định thư không bắt buộc của Công ước chống tra tấn."
        in shown
    )


def test_who_may_judge_has_buttons(reader: Client, coordinator: Client) -> None:
    assert "<button" not in section(reader)
    assert section(coordinator).count('name="verdict"') == 3


def test_a_judgement_is_made_shown_and_withdrawn(coordinator: Client) -> None:
    assert post(coordinator, "judge", other=EARLIER, verdict="same") == 302
    made = Judgement.objects.get()
    assert (made.verdict, made.author) == (Verdict.SAME, factories.person())
    assert made.score is not None and made.score > 0.9
    shown = section(coordinator)
    assert "1 other record was judged to ask for the same." in shown
    assert 'name="verdict"' not in shown
    assert post(coordinator, "withdraw-judgement", judgement=made.pk) == 302
    shown = section(coordinator)
    assert "withdrawn by Trần Thị Hương" in shown
    assert 'name="verdict"' in shown


def test_a_different_one_is_not_proposed_again(coordinator: Client) -> None:
    post(coordinator, "judge", other=EARLIER, verdict="different")
    assert "Consider ratifying OP-CAT" not in section(coordinator)
    assert "Consider ratifying OP-CAT" not in section(coordinator, f"{ADDRESS}")


def test_the_history_of_both_tells_it(coordinator: Client) -> None:
    post(coordinator, "judge", other=EARLIER, verdict="same")
    for address in (ADDRESS, f"/recommendations/{EARLIER}/"):
        html = coordinator.get(address).content.decode()
        assert "held against another record" in html


@pytest.mark.parametrize("act", ["judge", "withdraw-judgement"])
def test_a_reader_may_not(reader: Client, act: str) -> None:
    judgement = judge(factories.person(), record=LATER, other=EARLIER, verdict=Verdict.SAME)
    assert post(reader, act, other=EARLIER, verdict="different", judgement=judgement.pk) == 403
    assert Judgement.objects.get().withdrawn_at is None


def test_what_the_form_does_not_offer(coordinator: Client) -> None:
    assert post(coordinator, "judge", other=EARLIER, verdict="perhaps") == 404
    assert post(coordinator, "judge", other="A-HRC-1-1-1", verdict="same") == 404
    assert post(coordinator, "judge", other=LATER, verdict="same") == 422
    assert post(coordinator, "withdraw-judgement", judgement="x") == 422
    assert coordinator.get(f"{ADDRESS}judge").status_code == 302
    assert coordinator.get(f"{ADDRESS}withdraw-judgement").status_code == 302


def test_what_contradicts_others_is_a_conflict(coordinator: Client) -> None:
    third = "A-HRC-90-7-140.2"
    judge(factories.person(), record=LATER, other=EARLIER, verdict=Verdict.SAME)
    judge(factories.person(), record=EARLIER, other=third, verdict=Verdict.DIFFERENT)
    assert post(coordinator, "judge", other=third, verdict="same") == 409


def test_the_page_of_one_demand_says_what_became_of_it(reader: Client) -> None:
    judge(factories.person(), record=LATER, other=EARLIER, verdict=Verdict.SAME)
    html = reader.get(f"{ADDRESS}same/").content.decode()
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.S)[1:]
    assert [re.findall(r"</span>([^<]+)</span>", row) for row in rows] == [
        ["first among the documents here", "noted"],
        ["repeated", "strengthened", "noted"],
        ["not asked for again"],
    ]
    assert [re.findall(r"A/HRC/\d+/\d+", row)[0] for row in rows] == [
        "A/HRC/80/5", "A/HRC/90/7", "A/HRC/99/9",
    ]  # fmt: skip


def test_a_demand_of_one_record_says_where_to_look(reader: Client) -> None:
    html = reader.get(f"{ADDRESS}same/").content.decode()
    assert "No other record was judged to ask for the same. Nobody has looked for one yet." in html
    assert "1 record that the program proposes waits for a judgement" in html
    assert f'href="{ADDRESS}#same-demand">Judge them</a>' in html
    assert "not asked for again" not in html


def test_a_demand_that_a_person_looked_for_in_vain_is_not_asked_for_again(reader: Client) -> None:
    judge(factories.person(), record=EARLIER, other=LATER, verdict=Verdict.DIFFERENT)
    html = reader.get(f"/recommendations/{EARLIER}/same/").content.decode()
    assert "A person held it against 1 other record, which asks for something else." in html
    assert "not asked for again" in html
    html = reader.get("/recommendations/A-HRC-80-5-99.2/same/").content.decode()
    assert "Nobody has looked for one yet. The program proposes none" in re.sub(r"\s+", " ", html)
    assert "not asked for again" not in html


def test_records_under_one_number_are_told_apart(coordinator: Client) -> None:
    judge(factories.person(), record=LATER, other=EARLIER, verdict=Verdict.SAME)
    Record.objects.filter(public_id=EARLIER).update(part="2")
    for iso3 in ("FRA", "KEN", "CHL", "LAO"):
        RecommendingState.objects.create(
            record=Record.objects.get(public_id=EARLIER), iso3=iso3, order=9
        )
    html = coordinator.get(f"{ADDRESS}same/").content.decode()
    assert "<bdi>99.1, part 2</bdi>" in html
    assert "(Spain, France, Kenya, Chile, Lao People&#x27;s Democratic Republic)" in html
    shown = section(coordinator)
    assert "<bdi>99.1, part 2</bdi>" in shown
    assert "(Spain, France and 3 others)" in shown
    shown = section(coordinator, **{"Accept-Language": "vi"})
    assert "<bdi>99.1, phần 2</bdi>" in shown
    assert "(Tây Ban Nha, Pháp và 3 quốc gia khác)" in shown
    html = coordinator.get(f"/recommendations/{EARLIER}/").content.decode()
    assert re.search(r"<h1>Recommendation <bdi>99.1</bdi> <span[^>]*>part 2</span></h1>", html)


def test_the_likeliest_stand_open_and_the_others_folded(reader: Client) -> None:
    factories.report(
        symbol="A/HRC/98/1",
        items=[
            Demand(f"{n}.1", f"Accede to the Optional Protocol to CAT {more}", ("FRA",))
            for n, more in enumerate(("", "soon", "promptly", "without delay"), start=1)
        ],
    )
    Document.objects.filter(slug="A-HRC-98-1").update(date="2020-01-01", cycle=2)
    shown = section(reader)
    folded = re.search(r'<details class="less-likely">(.*?)</ol></details>', shown)
    assert folded
    assert shown.count("<blockquote") == 5
    assert folded[1].count("<blockquote") == 2
    assert "2 more, " in folded[1]


def test_the_weightiest_reason_stands_before_the_fold(reader: Client) -> None:
    shown = section(reader)
    summary = re.search(r'<details class="reasons small"><summary>(.*?)</summary>(.*?)</details>',
                        shown)  # fmt: skip
    assert summary
    assert summary[1].count('class="state ') == 1
    assert f"and {summary[2].count('<li>')} more reason" in summary[1]


def test_nobody_without_a_role_sees_it() -> None:
    assert signed_in(None).get(f"{ADDRESS}same/").status_code == 403
    assert Client().get(f"{ADDRESS}same/").status_code == 403
    assert signed_in(Role.READER).get("/recommendations/A-HRC-1-1-1/same/").status_code == 404


def test_in_other_states(reader: Client) -> None:
    StateUnderReview.objects.filter(document__slug="A-HRC-80-5").update(iso3="LAO")
    assert "Consider ratifying OP-CAT" not in section(reader)
    html = reader.get(f"{ADDRESS}elsewhere/").content.decode()
    assert "Consider ratifying OP-CAT" in html
    assert "Lao People&#x27;s Democratic Republic" in html
    assert "Ratify CRPD" not in html


def test_no_other_state_asks_for_it(reader: Client) -> None:
    html = reader.get(f"{ADDRESS}elsewhere/").content.decode()
    assert "Among the records of other States the program finds none" in html
