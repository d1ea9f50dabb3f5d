"""A question on the page of recommendations: how it was understood, and what it found."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

from tests import factories
from upheld.store.models import Document, Record
from upheld.store.search_index import rebuild


def numbers(page: str) -> list[str]:
    return sorted(set(re.findall(r'href="/recommendations/A-HRC-90-7-([^"]+)/"', page)))


def asked(reader: Client, **address: str | list[str]) -> str:
    answer = reader.get("/recommendations/", address)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ({"q": "discriminate"}, ["140.3"]),
        ({"q": "phụ nữ"}, ["140.3"]),
        ({"q": "phu nu"}, ["140.3"]),
        ({"q": "bỏ tử hình OR moratorium"}, ["140.4"]),
        ({"q": "", "position": "noted"}, ["140.1", "140.4"]),
        ({"q": "", "from": ["VNM", "LAO"]}, ["140.3", "140.5"]),
        ({"q": "women", "position": "noted"}, []),
        ({"q": "*"}, ["140.1", "140.2", "140.3", "140.4", "140.5", "140.6"]),
        ({"q": "!@# AND ((("}, ["140.1", "140.2", "140.3", "140.4", "140.5", "140.6"]),
        ({"q": "x" * 500}, []),
        ({"q": "women", "at": "-9", "sort": "colour"}, ["140.3"]),
        ({"q": "women", "by": "vnm"}, ["140.3"]),
        ({"q": "women", "review": "proposed", "document": "A-HRC-90-7"}, ["140.3"]),
        ({"q": "women", "document": "A-HRC-91-7"}, []),
        ({"q": "women", "review": "split"}, []),
        ({"symbol": "a/hrc/90/7", "state": ["xsp", "VNM"], "q": "women"}, ["140.3"]),
    ],
)
def test_questions(report: Document, reader: Client, address, found: list[str]) -> None:
    assert numbers(asked(reader, **address)) == found


def test_it_says_how_it_understood_and_marks_what_it_found(
    report: Document, reader: Client
) -> None:
    page = asked(reader, q="phụ nữ")
    assert "“phụ nữ” as “women”, “female”." in page
    assert "<mark>women</mark>" in page


def test_a_facet_is_chosen_and_left_by_its_link(report: Document, reader: Client) -> None:
    page = asked(reader, q="women")
    assert 'href="/recommendations/?q=women&position=supported"' in page
    chosen = asked(reader, q="women", position="supported")
    assert 'href="/recommendations/?q=women" aria-current="true"' in chosen
    assert '<input type="hidden" name="position" value="supported">' in chosen


def test_a_reading_is_taken_back_by_its_link(report: Document, reader: Client) -> None:
    page = asked(reader, q="moratorium noted by Sarovia")
    assert numbers(page) == ["140.4"]
    [link] = re.findall(r'href="/recommendations/\?([^"]+)">“noted”', page)
    assert link == "q=moratorium+%3D%22noted%22+by+Sarovia"
    corrected = reader.get(f"/recommendations/?{link}").content.decode()
    assert "With “noted” as typed." in corrected


ODD = ["*", "!@#", "x" * 500, '"left open', "“", "حقوق الطفل", "儿童权利", "NOT", "AND", "NOT NOT",
       "OR", "()", ")(", "((" * 30, "state:", "state:Atlantis", "\x00", "a\u0301", "-", "--women",
       "%00", "'; DROP TABLE store_record; --", "cycle:99", "year:x", "number:[", "=", '="', '=""',
       "😀", "\u202e", "AND OR NOT", "women AND", "NOT women", "&&", "a:b:c"]  # fmt: skip


@pytest.mark.parametrize("question", ODD)
def test_no_question_is_an_error(report: Document, reader: Client, question: str) -> None:
    page = asked(reader, q=question)
    assert page.count("<h1>") == 1
    assert page.count('id="found-title"') == 1


@pytest.mark.parametrize(
    "address",
    [
        "at=99999999",
        "at=%B2",
        "after=nobody",
        "before=nobody",
        "state=%00",
        "year=x",
        "sort=oldest&at=3",
        "review=split&review=merged",
        "theme=" + "x" * 400,
        "position=none",
        "body=UPR&cycle=3",
        "document=%C3%28",
    ],
)
def test_no_address_is_an_error(report: Document, reader: Client, address: str) -> None:
    assert reader.get(f"/recommendations/?{address}").status_code == 200


def test_the_former_address_leads_here_with_its_question(reader: Client) -> None:
    answer = reader.get("/search/?q=tr%E1%BA%BB+em&state=XSP&state=VNM")
    assert answer.status_code == 301
    assert answer["Location"] == "/recommendations/?q=tr%E1%BA%BB+em&state=XSP&state=VNM"
    assert reader.get("/search/")["Location"] == "/recommendations/"


def test_a_question_asks_the_database_little(
    report: Document, reader: Client, django_assert_num_queries
) -> None:
    asked(reader, q="women")  # builds the index
    # Session, person, roles, last entry of the history; records, their States, those under review,
    # saved views.
    with django_assert_num_queries(8):
        asked(reader, q="women", position="supported")


def test_a_list_asks_the_database_little(
    report: Document, reader: Client, django_assert_num_queries
) -> None:
    asked(reader)
    # As above, and the keys of the page's records in their order.
    with django_assert_num_queries(9):
        asked(reader, position="supported")


def test_results_are_sorted(report: Document, reader: Client) -> None:
    factories.report(2, symbol="A/HRC/91/3")
    Document.objects.filter(slug="A-HRC-91-3").update(date="2009-05-08")
    Record.objects.filter(document__slug="A-HRC-91-3").update(day="2009-05-08")
    Record.objects.filter(document__slug="A-HRC-90-7").update(day="2026-03-02")

    def order(sort: str) -> list[str]:
        page = asked(reader, q="ratify OR strengthen", sort=sort)
        return re.findall(r'<h3><a href="/recommendations/A-HRC-([^"]+)/"', page)

    assert order("newest") == ["90-7-140.1", "90-7-140.2", "91-3-140.1", "91-3-140.2"]
    assert order("oldest") == ["91-3-140.1", "91-3-140.2", "90-7-140.1", "90-7-140.2"]


def test_what_is_typed_stays_text(report: Document, reader: Client) -> None:
    page = reader.get("/recommendations/", {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in page


def test_pages_are_turned(reader: Client) -> None:
    factories.report(70)
    first = asked(reader, q="-nothing")
    assert len(numbers(first)) == 20
    [after] = re.findall(r'rel="next" href="([^"]+)"', first)
    assert after == "/recommendations/?q=-nothing&at=20"
    second = asked(reader, q="-nothing", at="60")
    assert len(numbers(second)) == 10
    assert 'rel="next"' not in second
    assert second.count('rel="prev"') == 1


def test_what_is_printed_stays_text(report: Document, reader: Client) -> None:
    odd = "<b>Ratify</b> \"the\" 'Protocol' & women"
    Record.objects.filter(public_id="A-HRC-90-7-140.1").update(
        text=odd, number='1"><i>', review_state="confirmed"
    )
    Document.objects.update(symbol="A/HRC/<u>90/7")
    rebuild()
    page = reader.get("/recommendations/", {"q": "protocol"}).content.decode()
    assert (
        "&lt;b&gt;Ratify&lt;/b&gt; &quot;the&quot; &#x27;<mark>Protocol</mark>&#x27; &amp;" in page
    )
    assert "<bdi>1&quot;&gt;&lt;i&gt;</bdi>" in page
    assert "<bdi>A/HRC/&lt;u&gt;90/7</bdi>" in page
    assert [tag in page for tag in ("<b>", "<i>", "<u>")] == [False] * 3


@pytest.mark.parametrize("symbol", ["A/HRC/90/7", "a/hrc/90/7", "A/HRC/90/7/Add.1"])
def test_a_document_that_a_question_names_is_one_step_away(
    report: Document, reader: Client, symbol: str
) -> None:
    """An addendum has answers and no records: nothing is found, and it is here all the same."""
    addendum = Document.objects.create(
        slug="A-HRC-90-7-Add.1", symbol="A/HRC/90/7/Add.1", kind="upr_addendum"
    )
    wanted = addendum if "Add" in symbol else report
    page = asked(reader, q=f"{symbol} women")
    linked = re.findall(r'<a href="/documents/([^"/]+)/">Open document (.*?) itself</a>', page)
    assert linked == [(wanted.slug, wanted.symbol)]
    assert "Open document" not in asked(reader, q="women")


def test_facets_are_one_step_from_the_head_of_the_list(report: Document, reader: Client) -> None:
    page = asked(reader, q="women")
    assert page.index('href="#facets-title"') < page.index('<ol class="hits">')
    assert page.count('id="facets-title"') == 1


def test_a_published_list_has_no_pages(report: Document, reader: Client) -> None:
    assert "page 1" in asked(reader, q="women")
    Document.objects.filter(pk=report.pk).update(kind="upr_info")
    Record.objects.filter(number="140.3").update(number="")
    page = asked(reader, q="women")
    assert re.findall(r"page \d", page) == []
    assert '<bdi class="small code">A-HRC-90-7-140.3</bdi>' in page
