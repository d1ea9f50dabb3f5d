"""Exports: every record in force, noted beside supported, each with the way back to its source."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from tests.factories import person
from tests.services.printed import THREE, many, printed
from upheld.core.errors import InputProblem, Refused
from upheld.core.positions import Position
from upheld.core.roles import Role
from upheld.services.export import export_records
from upheld.services.ingest import keep
from upheld.services.record_view import RecordView
from upheld.services.selection import Selection
from upheld.store.models import StoredFile
from upheld.writing.write import FORMATS

pytestmark = pytest.mark.django_db

LINES = [
    (*THREE[0], Position.SUPPORTED),
    (*THREE[1], Position.NOTED),
    (*THREE[2], Position.PENDING),
]


def export(format: str, actor=None, **wanted: str):
    return export_records(
        actor or person(Role.READER),
        selection=Selection(view=RecordView.of(wanted.items())),
        format=format,
        link_to="https://upheld.example/{}".format,
    )


def test_each_row_leads_back_to_the_printed_words():
    keep(person(), printed(LINES))
    rows = json.loads(export("json").content)["rows"]
    start = printed(LINES).document.text.index("140.2")
    assert rows[1] == {
        "id": "A-HRC-90-7-140.2",
        "states_under_review": ["Sarovia"],
        "symbol": "A/HRC/90/7",
        "number": "140.2",
        "part": "",
        "kind": "recommendation",
        "text": "Strengthen the independence of the judiciary",
        "recommending_states": ["Germany"],
        "recommending_codes": ["DEU"],
        "position": "noted",
        "position_words": "as printed",
        "position_source": "A/HRC/90/7",
        "position_paragraph": "12",
        "themes": [],
        "persons": [],
        "sdgs": [],
        "issues": [],
        "review_state": "proposed",
        "page": 1,
        "span_start": start,
        "span_end": start + 57,
        "printed": "140.2 Strengthen the independence of the judiciary (DEU);",
        "file_name": "A_HRC_90_7.txt",
        "file_sha256": StoredFile.objects.get().sha256,
        "link": "https://upheld.example/A-HRC-90-7-140.2",
        "asked": "All records in force.",
        "taken_on": timezone.localdate().isoformat(),
    }


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_written(format):
    keep(person(), printed(LINES))
    made = export(format)
    assert made.name == f"upheld-records.{format}"
    assert len(made.content) > 100


def test_noted_recommendations_stand_beside_supported_ones():
    keep(person(), printed(LINES))
    rows = csv.DictReader(io.StringIO(export("csv").content.decode("utf-8-sig")))
    assert [row["Position"] for row in rows] == ["supported", "noted", "pending"]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({"state": "xsp"}, ["140.1", "140.2", "140.3"]),
        ({"state": "VNM"}, []),
        ({"by": "LAO"}, ["140.3"]),
        ({"symbol": "a/hrc/90/7"}, ["140.1", "140.2", "140.3"]),
        ({"document": "A-HRC-90-7", "position": "noted"}, ["140.2"]),
        ({"position": "none"}, []),
        ({"review": "withdrawn"}, []),
        ({"kind": "pledge"}, []),
        ({"q": "trafficking"}, ["140.3"]),
        ({"q": "judiciary OR trafficking", "position": "pending"}, ["140.3"]),
    ],
)
def test_a_filter_chooses_records(wanted, numbers):
    keep(person(), printed(LINES))
    rows = json.loads(export("json", **wanted).content)["rows"]
    assert [row["number"] for row in rows] == numbers


def test_every_row_says_what_was_asked_for():
    keep(person(), printed(LINES))
    made = json.loads(export("json", q="judiciary", position="noted", state="XSP").content)
    asked = "Question: “judiciary”. State under review: Sarovia. Position: noted."
    assert [row["asked"] for row in made["rows"]] == [asked]
    assert asked in made["source"]


def test_the_number_of_queries_does_not_grow_with_the_records(django_assert_max_num_queries):
    keep(person(), printed(many(320)))
    reader = person(Role.READER)
    with django_assert_max_num_queries(7):
        assert len(json.loads(export("json", reader).content)["rows"]) == 320


def test_an_unknown_format_says_which_there_are():
    with pytest.raises(InputProblem) as refusal:
        export("doc")
    assert refusal.value.next_step == "Choose one of csv, xlsx, json, pdf, docx."


def test_the_public_may_not():
    with pytest.raises(Refused):
        export("csv", AnonymousUser())
