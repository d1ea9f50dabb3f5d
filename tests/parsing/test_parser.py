"""Which parser reads a document: its own words decide, never its file name."""

from __future__ import annotations

import pytest

from tests.parsing.written import ADDENDUM, OBSERVATIONS, VISIT, facts, said, written
from upheld.core.document import Document
from upheld.core.facts import DocumentFacts, DocumentKind
from upheld.core.findings import Finding
from upheld.parsing.parser import PARSERS, parse_document, read_and_parse

REPORT = """Report of the Working Group on the Universal Periodic Review
Sarovia
II. Conclusions and/or recommendations
20. The recommendations listed below enjoy the support of Sarovia:
20.1 Open schools (Togo);
20.3 Train judges (Mali).
"""

KINDS = [
    (REPORT, DocumentKind.UPR_REPORT),
    (ADDENDUM + "1. Sarovia accepts recommendations 20.1 and 20.3.\n", DocumentKind.UPR_ADDENDUM),
    (OBSERVATIONS + "5. The State party should open schools.\n",
     DocumentKind.CONCLUDING_OBSERVATIONS),
    (VISIT + "80. The Special Rapporteur recommends that the Government:\n(a) Open schools.\n",
     DocumentKind.VISIT_REPORT),
    # a letter about a report is none
    ("Dear Sir,\nthank you for the report on Sarovia.\n", DocumentKind.OTHER),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KINDS)
@pytest.mark.parametrize("name", ["a.txt", "A_HRC_30_901_Add.1_E.txt"])
def test_the_words_tell_the_kind(name: str, text: str, expected: DocumentKind) -> None:
    assert facts(text, name).kind is expected


def test_no_kind_has_two_parsers_and_what_is_no_kind_has_none() -> None:
    kinds = [parser.kind for parser in PARSERS]
    assert sorted(set(kinds)) == sorted(kinds)
    assert DocumentKind.OTHER not in kinds


def test_what_does_not_agree_is_found_for_every_kind() -> None:
    assert said(facts(REPORT)) == ["Number 20.2 is missing after 20.1."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two pages and nothing numbered
        ("Report of the Working Group on the Universal Periodic Review\fSarovia opened schools.",
         [Finding("document.no_items")]),
        # a first page alone promises no items
        ("Report of the Working Group on the Universal Periodic Review\nSarovia\n", []),
    ],
)  # fmt: skip
def test_a_whole_document_without_items_is_a_finding(text: str, expected: list[Finding]) -> None:
    title = (
        "United Nations\nA/HRC/30/901\nGeneral Assembly\nDistr.: General\n1 September 2015\n"
        "Original: English\n\nHuman Rights Council\nThirtieth session\nAgenda item 6\n\n"
    )
    found = facts(title + text)
    assert found.kind is DocumentKind.UPR_REPORT
    assert list(found.findings) == expected


def test_columns_said_to_be_those_of_a_table_are_read_so() -> None:
    document = written("a,b\n1,Ban hành luật về trường học\n", "bang.csv")
    found = parse_document(document, {"b": "text", "a": "number"})
    assert found.kind is DocumentKind.NATIONAL_TABLE
    assert [(i.number, i.text) for i in found.items] == [("1", "Ban hành luật về trường học")]


def test_columns_mean_nothing_to_a_report() -> None:
    assert parse_document(written(REPORT), {"a": "number"}) == facts(REPORT)


def test_the_task_of_the_reading_process_gives_plain_values() -> None:
    result = read_and_parse("report.txt", REPORT.encode())
    document = Document.from_dict(result["document"])
    assert document == written(REPORT, "report.txt")
    assert DocumentFacts.from_dict(result["facts"]) == parse_document(document)
