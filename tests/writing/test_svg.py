"""Charts are drawings that a person read once: any change shows as a difference to ``golden``."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from upheld.writing.svg import Heading, lines_of
from upheld.writing.svg_bars import PairedBar, paired_bars
from upheld.writing.svg_differences import Difference, difference_bars
from upheld.writing.svg_slope import Slope, apart, slope_chart

GOLDEN = Path(__file__).parents[1] / "golden" / "charts"
HEADING = Heading("position-bars", "Positions & more", "Shares.", ("cycle 1", "cycle <2>"))
ARABIC = Heading("بيان", "مواقف", "نسب", ("الأولى", "الثانية"), "ar", is_mirrored=True)
BARS = [
    PairedBar("supported", (60.0, 93.0), ("98 (60 %)", "105 (93 %)"), (0, 7.0)),
    PairedBar("noted", (27.5, 0.0), ("44 (27 %)", "0 (0 %)")),
    PairedBar(
        "Ratification of & accession to international instruments",
        (1.0, 2.0),
        ("1 (1 %)", "2 (2 %)"),
    ),
]
SLOPES = [
    Slope("supported", (60.0, 93.0), ("60 %", "93 %")),
    Slope("noted", (27.0, 2.0), ("27 %", "2 %")),
    Slope("pending", (2.0, 3.0), ("2 %", "3 %")),
]
DIFFERENCES = [
    Difference("Freedom of religion", -14.0, "−14"),
    Difference("Trafficking", 7.0, "+7"),
]
CHARTS = {
    "bars": paired_bars(HEADING, BARS),
    "bars-ar": paired_bars(ARABIC, BARS),
    "bars-empty": paired_bars(HEADING, []),
    "slope": slope_chart(HEADING, SLOPES),
    "slope-ar": slope_chart(ARABIC, SLOPES),
    "differences": difference_bars(HEADING, DIFFERENCES),
    "differences-ar": difference_bars(ARABIC, DIFFERENCES),
}


@pytest.mark.parametrize("name", CHARTS)
def test_the_drawing_is_the_one_that_was_read(name: str) -> None:
    assert f"{CHARTS[name]}\n" == (GOLDEN / f"{name}.svg").read_text("utf-8")


@pytest.mark.parametrize("name", CHARTS)
def test_it_is_sound_and_has_nothing_inline(name: str) -> None:
    drawing = etree.fromstring(CHARTS[name])
    title, summary, *marks = list(drawing)
    assert drawing.get("aria-labelledby") == f"{title.get('id')} {summary.get('id')}"
    assert drawing.get("role") == "img"
    assert {"style", "fill", "stroke"}.isdisjoint(name for mark in marks for name in mark.attrib)


def test_a_mirrored_bar_ends_where_the_other_one_begins() -> None:
    def edges(drawing: str) -> list[tuple[float, float]]:
        found = []
        for mark in etree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}rect"):
            left = float(mark.attrib["x"].rstrip("%"))
            found.append((left, left + float(mark.attrib["width"].rstrip("%"))))
        return found

    plain, mirrored = edges(CHARTS["bars"]), edges(CHARTS["bars-ar"])
    assert [(round(100 - end, 2), round(100 - start, 2)) for start, end in mirrored] == [
        (round(start, 2), round(end, 2)) for start, end in plain
    ]


def test_nothing_reaches_beyond_the_edges() -> None:
    huge = [PairedBar("all", (100.0, 100.0), ("1 000 000 (100 %)", "1"), (50.0, 0.0))]
    rects = etree.fromstring(paired_bars(HEADING, huge)).iter("{http://www.w3.org/2000/svg}rect")
    ends = [
        float(rect.attrib["x"].rstrip("%")) + float(rect.attrib["width"].rstrip("%"))
        for rect in rects
    ]
    assert max(ends) == 62


def test_labels_that_would_lie_on_one_another_move_apart() -> None:
    assert apart([5.0, 1.0, 1.0], 2.0) == [5.0, 1.0, 3.0]
    assert apart([], 2.0) == []


def test_a_long_label_stands_on_several_lines() -> None:
    assert lines_of("Ratification of & accession to international instruments") == [
        "Ratification of & accession to",
        "international instruments",
    ]
    assert lines_of("") == [""]
