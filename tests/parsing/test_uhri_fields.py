"""The fields of annotations, each quirk of OHCHR's exports in its row."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from upheld.core.items import ItemKind
from upheld.core.positions import Position
from upheld.parsing.published import Left, Published
from upheld.parsing.uhri_fields import published

KEY = "c2ce6f44-7ed4-457b-9e2f-eb89414c343c"


def row(**values: Any) -> dict[str, Any]:
    """An annotation in the names of the full export."""
    return {
        "AnnotationId": KEY,
        "Symbol": "CEDAW/C/XSP/CO/8",
        "PublicationDate": "2016-11-23T00:00:00",
        "AnnotationType": "- Recommendations",
        "Text": "49.The State party should act.",
        "Countries": ["- Viet Nam"],
        "Themes": ["- Right to education", "- Right to education"],
        "AffectedPersons": ["- Children"],
        "Sdgs": ["- 16.3 - Promote the rule of law", "- 4 - QUALITY EDUCATION"],
        "Body": "- CEDAW",
        **values,
    }


def taken(**values: Any) -> Published:
    found = published(row(**values), 7)
    assert isinstance(found, Published)
    return found


def test_a_whole_annotation():
    assert taken() == Published(
        key=UUID(KEY),
        symbol="CEDAW/C/XSP/CO/8",
        body="CEDAW",
        states=("VNM",),
        day=date(2016, 11, 23),
        session=None,
        kind=ItemKind.RECOMMENDATION,
        number="49",
        text="The State party should act.",
        labels=(
            ("theme", "Right to education"),
            ("persons", "Children"),
            ("sdg", "16.3"),
            ("sdg", "4"),
        ),
    )


def test_a_recommendation_of_the_review():
    found = taken(
        Symbol="a/hrc/26/6",
        Body="- UPR",
        UprSession="39 Session",
        UprPosition="- Supported",
        UprRecommendingStates="- France\n- Côte d'Ivoire\n- Atlantis",
    )
    assert (found.session, found.position, found.position_words) == (
        39,
        Position.SUPPORTED,
        "Supported",
    )
    assert (found.recommending, found.unknown) == (("FRA", "CIV"), ("Atlantis",))


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        ({"Body": "- IE  Albinism"}, "body", "IE Albinism"),
        ({"Body": "Committee on the Rights of the Child"}, "body", "CRC"),
        ({"Body": "- Universal Periodic Review"}, "body", "UPR"),
        ({"Body": None}, "body", ""),
        ({"Countries": ["- State of Palestine*"]}, "states", ("PSE",)),
        ({"Countries": []}, "states", ("XSP",)),
        ({"Countries": None, "Symbol": None}, "states", ()),
        ({"Countries": ["- Arab world"]}, "unknown", ("Arab world",)),
        ({"Countries": ["- VN"]}, "unknown", ("VN",)),
        ({"Countries": ["- C&ocirc;te d&#39;Ivoire"]}, "states", ("CIV",)),
        ({"Symbol": None}, "symbol", ""),
        ({"Symbol": "no symbol at all"}, "symbol", "no symbol at all"),
        ({"PublicationDate": None}, "day", None),
        ({"PublicationDate": "46078"}, "day", date(2026, 2, 25)),
        ({"PublicationDate": "46078.75"}, "day", date(2026, 2, 25)),
        ({"PublicationDate": "2026-02-25"}, "day", date(2026, 2, 25)),
        ({"PublicationDate": "2026-02-31"}, "day", None),
        ({"PublicationDate": "spring"}, "day", None),
        ({"AnnotationType": "- Concerns/Observations"}, "kind", ItemKind.CONCERN),
        ({"AnnotationType": None}, "kind", ItemKind.RECOMMENDATION),
        ({"AnnotationType": KEY}, "kind", ItemKind.RECOMMENDATION),
        (
            {"AnnotationType": KEY, "Text": "The Committee is concerned about this."},
            "kind",
            ItemKind.CONCERN,
        ),
        ({"AnnotationType": None, "Body": "- UPR"}, "kind", ItemKind.RECOMMENDATION),
        ({"UprPosition": "Noted"}, "position", Position.NOTED),
        ({"UprPosition": "Something else"}, "position", None),
        ({"Themes": "- One\n- Two"}, "labels", (
            ("theme", "One"), ("theme", "Two"), ("persons", "Children"), ("sdg", "16.3"),
            ("sdg", "4"),
        )),
    ],
)  # fmt: skip
def test_quirks(values, field, expected):
    assert getattr(taken(**values), field) == expected


def test_an_id_that_is_no_uuid_is_an_id_all_the_same():
    assert taken(AnnotationId="17").key == taken(AnnotationId="17").key != taken().key


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"AnnotationId": None}, Left("row.no_id", 7)),
        ({"Text": "<p> </p>"}, Left("row.no_text", 7, KEY)),
        ({"Text": None}, Left("row.no_text", 7, KEY)),
        ({"Symbol": "CCPR/C/115/D/2163/2012"}, Left("row.private", 7, KEY)),
        ({"Symbol": "UA VNM 3/2019"}, Left("row.private", 7, KEY)),
        ({"AnnotationType": "- Views"}, Left("row.private", 7, KEY)),
        ({"AnnotationType": "- Jurisprudence"}, Left("row.private", 7, KEY)),
        ({"AnnotationType": "- Communications"}, Left("row.private", 7, KEY)),
    ],
)
def test_what_is_left(values, expected):
    assert published(row(**values), 7) == expected


def test_records_go_between_processes_whole():
    found = taken(Body="- UPR", UprPosition="Noted", UprRecommendingStates=["Chile", "Nowhere"])
    assert Published.from_dict(found.to_dict()) == found
