"""The list of recommendations, its filters, its pages and its files; and one recommendation."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from django.db import transaction
from django.test import Client

from tests import factories
from upheld.core.facts import DocumentKind
from upheld.services import history, review
from upheld.store.models import Document, Judgement, Record


def numbers(html: str) -> list[str]:
    return re.findall(r'href="/recommendations/A-HRC-90-7-([^"]+)/"', html)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["140.1", "140.2", "140.3", "140.4", "140.5", "140.6"]),
        ("position=noted", ["140.1", "140.4"]),
        ("position=none", []),
        ("q=moratorium+executions", ["140.4"]),
        ("kind=pledge", []),
        ("kind=recommendation&by=VNM", ["140.3"]),
        ("by=VNM", ["140.3"]),
        ("state=XSP&review=confirmed", ["140.2"]),
        ("state=VNM", []),
        ("symbol=a/hrc/90/7&q=ratify", ["140.1"]),
        ("document=A-HRC-90-7&q=trafficking", ["140.6"]),
    ],
)
def test_filters(report: Document, reader: Client, query: str, found: list[str]) -> None:
    review.confirm(factories.person(), public_id="A-HRC-90-7-140.2", row_version=1)
    assert numbers(reader.get(f"/recommendations/?{query}").content.decode()) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("quyền trẻ em", ["140.2", "140.5"]),  # 140.5 speaks of children in English
        ("quyen tre em", ["140.2", "140.5"]),
        ('="quyen tre em"', ["140.2"]),
        ("TRE quyen", ["140.2"]),
        ("QUYỀN", ["140.2"]),
    ],
)
def test_words_are_found_with_or_without_their_marks(
    report: Document, reader: Client, words: str, found: list[str]
) -> None:
    review.correct(
        factories.person(),
        public_id="A-HRC-90-7-140.2",
        row_version=1,
        text="Bảo đảm quyền trẻ em ở vùng nông thôn",
    )
    html = reader.get("/recommendations/", {"q": words}).content.decode()
    assert sorted(numbers(html)) == found


def test_noted_recommendations_stand_beside_supported_ones(
    report: Document, reader: Client
) -> None:
    html = reader.get("/recommendations/").content.decode()
    assert html.count("</span>noted</span>") == 2
    assert html.count("</span>supported</span>") == 4


def test_every_record_is_on_exactly_one_page(reader: Client) -> None:
    factories.report(70)
    factories.report(60, symbol="A/HRC/91/3")
    Document.objects.filter(slug="A-HRC-91-3").update(date=None)
    seen, address, pages = [], "/recommendations/", []
    while address:
        html = reader.get(address).content.decode()
        page = re.findall(r'href="/recommendations/(A-HRC[^"]+)/"', html)
        pages.append(page)
        seen += page
        following = re.search(r'rel="next" href="([^"]+)"', html)
        address = following.group(1) if following else ""
    assert [len(page) for page in pages] == [50, 50, 30]
    assert len(set(seen)) == 130
    assert seen[0] == "A-HRC-90-7-140.1"
    assert seen[-1] == "A-HRC-91-3-140.60"
    # And back again, page by page.
    for page in reversed(pages[:-1]):
        before = re.search(r'rel="prev" href="([^"]+)"', html).group(1)
        html = reader.get(before).content.decode()
        assert re.findall(r'href="/recommendations/(A-HRC[^"]+)/"', html) == page
    assert 'rel="prev"' not in html


def test_the_list_is_taken_away_under_its_filter(report: Document, reader: Client) -> None:
    answer = reader.get("/recommendations/export?format=csv&position=noted")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer["Content-Disposition"] == 'attachment; filename="upheld-records.csv"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert len(rows) == 2
    assert "http://testserver/recommendations/A-HRC-90-7-140.1/" in answer.content.decode()


def test_the_list_as_json_has_all(report: Document, reader: Client) -> None:
    taken = json.loads(reader.get("/recommendations/export?format=json").content)
    assert "A-HRC-90-7-140.6" in json.dumps(taken)


def test_another_format_is_refused_with_the_ones_there_are(
    report: Document, reader: Client
) -> None:
    answer = reader.get("/recommendations/export?format=exe")
    assert answer.status_code == 422
    assert "csv, xlsx, json" in answer.content.decode()


def test_who_may_not_read_takes_nothing_away(report: Document) -> None:
    assert Client().get("/recommendations/export?format=csv").status_code == 403


def test_one_recommendation_tells_its_history(report: Document, reader: Client) -> None:
    review.correct(
        factories.person(),
        public_id="A-HRC-90-7-140.2",
        row_version=1,
        text="Strengthen the ombudsperson",
        note="read again",
    )
    html = reader.get("/recommendations/A-HRC-90-7-140.2/").content.decode()
    assert "Trần Thị Hương: corrected" in html
    assert "<q>read again</q>" in html
    assert "Strengthen the ombudsperson</ins>" in html
    assert Record.objects.get(public_id="A-HRC-90-7-140.2").printed.split()[1] in html


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_history_names_a_document_and_not_its_address(
    report: Document, coordinator: Client, language: str
) -> None:
    who = factories.person()
    plain = {"kind": DocumentKind.UPR_ADDENDUM, "relates_to": report, "body": "", "language": "en"}
    Document.objects.create(slug="sarovia-views", **plain)
    record = report.records.get(number="140.2")
    with transaction.atomic():
        history.lock()
        said = {"position": [None, "noted"]}
        history.record(
            who,
            [
                history.Entry("record.position", record, said, "sarovia-views 12"),
                history.Entry("record.label", record, {}, "sarovia-views"),
                history.Entry("record.position", record, said, "A/HRC/90/7 140"),
                history.Entry("record.correct", record, {}, "sarovia-views is right"),
            ],
        )
    for address in (f"/recommendations/{record.public_id}/", "/history/"):
        page = coordinator.get(address, headers={"Accept-Language": language}).content.decode()
        assert len(re.findall(r"\(A/HRC/90/7\)( 12)?<", page)) == 2, address
        assert "A/HRC/90/7 140" in page
        assert page.count("sarovia-views") == 1


def test_a_record_that_lost_its_page_still_opens(report: Document, reader: Client) -> None:
    Record.objects.filter(number="140.2").update(start=0, end=0, page=99)
    assert reader.get("/recommendations/A-HRC-90-7-140.2/").status_code == 200


def test_words_that_go_on_overleaf_are_shown_without_what_stands_between(
    coordinator: Client,
) -> None:
    factories.report(symbol="A/HRC/91/7", items=[
        factories.Demand(f"140.{n}", "Guarantee that " + "each of the many courts " * 9, ("FRA",))
        for n in range(1, 25)
    ])  # fmt: skip
    broken = Record.objects.filter(printed__contains="\f").first()
    assert broken is not None and "A/HRC/91/7" in broken.printed
    for address in (
        f"/recommendations/{broken.public_id}/",
        f"/documents/A-HRC-91-7/review/{broken.public_id}/edit/",
    ):
        html = coordinator.get(address).content.decode()
        shown = re.search(r"As printed</(?:dt|h3)>\s*<[^>]*>([^<]*)", html)
        assert shown
        assert re.sub(r"\s+", " ", shown[1]) == (
            f"{broken.number} Guarantee that {'each of the many courts ' * 9}(France);"
        )


def test_the_selection_is_taken_away(report: Document, reader: Client) -> None:
    sent = {"which": "ticked", "record": ["A-HRC-90-7-140.2", "A-HRC-90-7-140.5"], "format": "json"}
    rows = json.loads(reader.post("/recommendations/export", sent).content)["rows"]
    assert [row["number"] for row in rows] == ["140.2", "140.5"]
    assert rows[0]["asked"] == "Selected by hand."


def test_all_results_of_a_question_are_taken_away(report: Document, reader: Client) -> None:
    sent = {"which": "all", "asked": "q=women+OR+executions", "format": "json"}
    rows = json.loads(reader.post("/recommendations/export", sent).content)["rows"]
    assert sorted(row["number"] for row in rows) == ["140.3", "140.4"]
    same = reader.get("/recommendations/export?format=json&q=women+OR+executions").content
    assert json.loads(same)["rows"] == rows


def test_nothing_ticked_leads_back_to_the_list_and_says_so(
    report: Document, reader: Client
) -> None:
    sent = {"which": "ticked", "back": "q=women&at=0", "format": "csv"}
    answer = reader.post("/recommendations/export", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert '<a href="#bulk">Select at least 1 record.</a>' in page
    assert '<p class="error" id="bulk-error">Select at least 1 record.</p>' in page
    assert numbers(page) == ["140.3"]


def test_two_records_are_judged_from_the_list(report: Document, coordinator: Client) -> None:
    sent = {"which": "ticked", "record": ["A-HRC-90-7-140.2", "A-HRC-90-7-140.5"]}
    answer = coordinator.post("/recommendations/judge-selected", sent)
    assert answer["Location"] == "/recommendations/A-HRC-90-7-140.2/#same-demand"
    judged = Judgement.objects.values_list("verdict", "one__number", "other__number")
    assert list(judged) == [("same", "140.2", "140.5")]


def test_one_or_three_records_are_not_judged(report: Document, coordinator: Client) -> None:
    for ticked in (["A-HRC-90-7-140.2"], [f"A-HRC-90-7-140.{n}" for n in (1, 2, 3)]):
        sent = {"which": "ticked", "record": ticked}
        answer = coordinator.post("/recommendations/judge-selected", sent)
        assert answer.status_code == 422
        assert answer.content.decode().count(" checked>") == len(ticked) + 1  # the ticks stay
    assert not Judgement.objects.exists()


def test_who_may_not_judge_is_not_offered_it(report: Document, reader: Client) -> None:
    assert "judge-selected" not in reader.get("/recommendations/").content.decode()
    sent = {"which": "ticked", "record": ["A-HRC-90-7-140.2", "A-HRC-90-7-140.5"]}
    assert reader.post("/recommendations/judge-selected", sent).status_code == 403


@pytest.mark.parametrize(
    ("language", "issuing", "national"),
    [
        ("en", "UN body that issued it", "National body"),
        ("vi", "Cơ quan Liên hợp quốc ban hành", "Cơ quan trong nước"),
    ],
)
def test_a_un_body_and_a_national_body_have_names_of_their_own(
    report: Document, coordinator: Client, language: str, issuing: str, national: str
) -> None:
    """One name for both would make a ministry of the committee that recommends."""
    coordinator.cookies["upheld_language"] = language
    facets = coordinator.get("/recommendations/").content.decode()
    assert re.findall(rf"<summary>({issuing}|{national}|Body|Cơ quan)</summary>", facets) == [
        issuing
    ]
    report_page = coordinator.get("/documents/A-HRC-90-7/").content.decode()
    assert re.findall(rf"<dt>({issuing}|{national}|Body|Cơ quan)</dt>", report_page) == [issuing]
    listed = coordinator.get("/assignments/").content.decode()
    assert re.findall(r"<label for=\"body\">(.*?)</label>", listed) == [national]
