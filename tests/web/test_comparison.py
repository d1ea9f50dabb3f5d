"""The page of a comparison: figures that lead to their records, charts, files, errors."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from tests.services.two_cycles import label, two_cycles
from tests.web.conftest import signed_in
from upheld.core.labels import Taxonomy
from upheld.core.taxonomies import labels_of
from upheld.web.comparison import share

pytestmark = pytest.mark.django_db

ASKED = "state=XSP&part=upr-3&other_state=XSP&other_part=upr-4"
ADDRESS = f"/compare/?{ASKED}"


@pytest.fixture(autouse=True)
def reports() -> None:
    two_cycles()


def page(client: Client, address: str = ADDRESS, status: int = 200, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == status
    return re.sub(r"\s+", " ", answer.content.decode())


def section(html: str, key: str) -> str:
    found = re.search(rf'<section[^>]*aria-labelledby="{key}".*?</section>', html)
    assert found
    return found.group()


def test_every_figure_leads_to_as_many_records(reader: Client) -> None:
    label("A-HRC-80-5-99.1", "Right to health")
    label("A-HRC-90-7-140.1", "Right to health", proposed=True)
    links = re.findall(r'<a href="(/compare/records/[^"]*)">(?:\+ )?(\d+)', page(reader))
    assert len(links) > 20
    for address, count in links:
        answer = reader.get(unescape(address))
        assert answer.context["total"] == int(count), address


def test_each_table_has_a_chart_with_its_figures(reader: Client) -> None:
    shown = section(page(reader), "position")
    assert shown.count("<svg") == 2
    assert "2 (67 %)" in shown
    assert 'id="position-bars-title"' in shown


def test_noted_stands_beside_supported(reader: Client) -> None:
    rows = re.findall(r'<th scope="row">(.*?)</th>', section(page(reader), "position"))
    assert rows == ["supported", "noted", "Total"]


def test_what_is_proposed_is_marked(reader: Client) -> None:
    label("A-HRC-80-5-99.1", "Right to health")
    label("A-HRC-90-7-140.1", "Right to health", proposed=True)
    shown = section(page(reader), "theme")
    assert 'lang="en">Right to health' in shown
    assert re.search(r'proposed=1">\+ 1<span class="visually-hidden"> proposed', shown)


def test_the_unit_is_named(reader: Client) -> None:
    assert "One unit is one numbered item of a report" in page(reader)


def test_the_files_hold_the_same_figures(reader: Client) -> None:
    answer = reader.get(f"/compare/table?{ASKED}&table=position&format=csv")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert [line.split(",")[:3] for line in lines[1:]] == [
        ["supported", "2", "3"],
        ["noted", "1", "3"],
    ]
    name = answer["Content-Disposition"]
    assert name == 'attachment; filename="upheld-position-XSP-upr-3-XSP-upr-4.csv"'
    answer = reader.get(f"/compare/table?{ASKED}&table=position&format=xlsx")
    assert answer.content[:2] == b"PK"


@pytest.mark.parametrize(
    "address",
    [
        f"/compare/table?{ASKED}&table=position&format=exe",
        f"/compare/table?{ASKED}&table=colours&format=csv",
        "/compare/table?table=position&format=csv",
        f"/compare/records/?{ASKED}&side=3",
        f"/compare/records/?{ASKED}&side=1&table=colours&row=red",
        f"/compare/records/?{ASKED}&side=1&table=position&row=unheard",
        "/compare/records/?state=XSP&side=1",
    ],
)
def test_an_address_of_nothing_is_not_found(reader: Client, address: str) -> None:
    assert reader.get(address).status_code == 404


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("state=XSP&part=upr-3&other_state=XSP&other_part=upr-3", "Both sides are the same."),
        ("state=XSP&other_state=", "This field is required."),
        ("state=XSP&other_state=XXX", "Select a valid choice."),
        ("state=XSP&part=upr-77&other_state=XSP", "Select a valid choice."),
    ],
)
def test_a_wrong_choice_is_said(reader: Client, asked: str, said: str) -> None:
    assert said in page(reader, f"/compare/?{asked}", 422)


def test_without_a_choice_it_suggests_two_cycles(reader: Client) -> None:
    html = page(reader, "/compare/")
    assert unescape(html).count(ADDRESS) == 1
    assert "Sarovia: UPR, cycle 3, beside UPR, cycle 4" in html


def test_a_side_without_records_is_said(reader: Client) -> None:
    html = page(reader, "/compare/?state=XSP&part=upr-3&other_state=XSP&other_part=upr-1")
    assert "Nothing is here of “Sarovia: UPR, cycle 1”" in html


def test_it_speaks_vietnamese(reader: Client) -> None:
    reader.post("/language", {"language": "vi"})
    html = page(reader)
    assert "UPR, chu kỳ 3" in html
    assert "chấp thuận" in section(html, "position")


def test_recommendations_lead_here(reader: Client) -> None:
    assert 'href="/compare/"' in page(reader, "/recommendations/")


def test_who_may_not_read_is_refused() -> None:
    assert signed_in(None).get(ADDRESS).status_code == 403
    assert Client().get(f"/compare/table?{ASKED}&table=position&format=csv").status_code == 403


def test_nothing_to_compare_says_where_to_begin(reader: Client) -> None:
    from upheld.store.models import StateUnderReview  # noqa: PLC0415

    StateUnderReview.objects.all().delete()
    assert "There is nothing to compare yet" in page(reader, "/compare/")


@pytest.mark.parametrize(
    ("count", "of", "said"),
    [(1, 2, "50 %"), (0, 7, "0 %"), (1, 1000, "< 1 %"), (3, 3, "100 %"), (0, 0, "")],
)
def test_shares_in_words(count: int, of: int, said: str) -> None:
    assert share(count, of) == said


def many_themes() -> None:
    for name in labels_of(Taxonomy.THEME)[:25]:
        label("A-HRC-80-5-99.1", name)


def test_the_first_twenty_rows_are_shown_and_the_others_on_demand(reader: Client) -> None:
    many_themes()
    shown = section(page(reader), "theme")
    first, rest = shown.split('<details class="more-rows">')
    assert (first.count('<tr><th scope="row"'), rest.count('<tr><th scope="row"')) == (20, 5)
    assert "Show all: 5 more rows" in rest


def test_longer_tables_are_folded_and_all_can_be_unfolded_for_printing(reader: Client) -> None:
    many_themes()
    label("A-HRC-80-5-99.1", "Women & girls", taxonomy="persons")
    html = page(reader)
    assert "<details open>" in section(html, "theme")
    assert "<details open>" not in section(html, "persons")
    (address,) = re.findall(r'<a href="(\?[^"]*all=1)">', html)
    whole = page(reader, f"/compare/{unescape(address)}")
    folded = re.findall(r"<details(?: class=\"more-rows\")?>", section(whole, "theme"))
    assert folded + re.findall("<details>", section(whole, "persons")) == []
    assert "all=1" not in whole


def test_every_table_is_named_at_the_top_and_its_name_leads_to_it(reader: Client) -> None:
    html = page(reader)
    named = re.findall(r'<a href="#of-([a-z]+)">', html)
    assert named == re.findall(r'id="of-([a-z]+)"', html)
    assert named[:3] == ["kind", "position", "demand"]


def test_a_chart_stands_beside_its_table(reader: Client) -> None:
    shown = section(page(reader), "position")
    beside = re.search(r'<div class="chart-and-table" id="of-position"> <div><figure>', shown)
    assert beside is not None
    assert shown.count("</figure></div> <div><table") == 1


def test_what_is_only_proposed_has_no_share_in_the_chart(reader: Client) -> None:
    label("A-HRC-80-5-99.1", "Right to health", proposed=True)
    label("A-HRC-90-7-140.1", "Right to education", proposed=True)
    drawing = section(page(reader), "theme").split("<table")[0]
    assert ">+ 1<" in drawing
    assert "0 (0 %) + 1" not in drawing
