"""Tables that circulate beside the documents: UPR Info's list, and a ministry's own table.

The first has one row for each recommending State; the second carries a title above its head row,
as tables made by hand do, and dates as the ministry writes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from upheld.core.facts import DocumentKind, FirstPage
from upheld.core.positions import Position
from upheld.core.states import state as known_state
from upheld.specimen import upr_sarovia
from upheld.specimen.content_lines import content_table
from upheld.specimen.mark import MARK
from upheld.specimen.printed_states import bracket_name
from upheld.specimen.recommendations import Recommendation, recommendations
from upheld.specimen.truth import Expected, Truth
from upheld.specimen.upr_report import Report
from upheld.writing.csv import write_csv
from upheld.writing.package import settle_package
from upheld.writing.table import Column, Table

_UPR_INFO_HEAD = [
    "To",
    "To-Rgrp",
    "To-Org",
    "Text",
    "From",
    "From-Rgrp",
    "From-Org",
    "Response",
    "Action",
    "Issue",
    "Session",
    "Note",
]
_REGIONS = {
    "african": "Africa",
    "asia_pacific": "Asia",
    "eastern_european": "EEG",
    "latin_american_caribbean": "GRULAC",
    "western_european_other": "WEOG",
}
# The specimen's themes under UPR Info's names.
_ISSUES = {
    "treaty": "International instruments",
    "reporting": "Treaty bodies",
    "procedures": "Special procedures",
    "nmirf": "UPR process",
    "nhri": "National Human Rights Institution",
    "plan": "General",
    "training": "Human rights education and training",
    "equality": "CP rights - general",
    "racial": "Racial discrimination",
    "religion": "Freedom of religion and belief",
    "expression": "Freedom of opinion and expression",
    "participation": "Civil society",
    "justice": "Justice",
    "detention": "Detention",
    "torture": "Torture and other CID treatment",
    "trafficking": "Trafficking",
    "women": "Women's rights",
    "violence_women": "Women's rights",
    "children": "Rights of the Child",
    "juvenile": "Justice,Rights of the Child",
    "registration": "Rights of the Child",
    "disability": "Disabilities",
    "health": "Right to health",
    "education": "Right to education",
    "housing": "Right to housing",
    "water": "Right to water and sanitation",
    "work": "Labour",
    "poverty": "Poverty",
    "minorities": "Minorities",
    "migrants": "Migrants",
    "business": "Business and human rights",
    "data": "Other",
}
_ACTIONS = {"share": 1, "continue": 2, "consider": 3, "strengthen": 4, "encourage": 4, "ensure": 4}
_BODIES = {
    "Bộ Giao thông": "Ministry of Transport",
    "Bộ Giáo dục": "Ministry of Education",
    "Bộ Lao động": "Ministry of Labour and Social Protection",
    "Bộ Ngoại giao": "Ministry of Foreign Affairs",
    "Bộ Nông nghiệp": "Ministry of Agriculture",
    "Bộ Nội vụ": "Ministry of the Interior",
    "Bộ Tài chính": "Ministry of Finance",
    "Bộ Tư pháp": "Ministry of Justice",
    "Bộ Y tế": "Ministry of Health",
    "Các tỉnh": "Provinces",
    "Cơ quan Thống kê": "Statistical Office",
    "Quốc hội": "Parliament",
    "Tòa án tối cao": "Supreme Court",
    "": "",
}
_MINISTRY_COLUMNS = (
    ("STT", "No.", 6),
    ("Số khuyến nghị", "Recommendation no.", 14),
    ("Nội dung khuyến nghị", "Recommendation", 60),
    ("Nước khuyến nghị", "Recommending State", 24),
    ("Lập trường", "Position", 14),
    ("Cơ quan chủ trì", "Lead body", 20),
    ("Cơ quan phối hợp", "Supporting bodies", 20),
    ("Thời hạn", "Deadline", 14),
    ("Ghi chú", "Remarks", 44),
)


def upr_info() -> tuple[bytes, Truth]:
    """UPR Info's CSV for Sarovia's first two reviews, one row for each recommending State."""
    rows: list[Sequence[str | int]] = []
    items: list[Expected] = []
    for report in (upr_sarovia.first_cycle(), upr_sarovia.second_cycle()):
        for listed in report.lists:
            for item in listed.items:
                for text, code in _single(item):
                    rows.append(_upr_info_row(item, text, code, report))
                    issues = tuple(_ISSUES[item.theme].split(","))
                    items.append(Expected("", text, (code,), item.answer, themes=issues))
    columns = tuple(Column(name, name) for name in _UPR_INFO_HEAD)
    content = write_csv(Table("", columns, rows, ""))
    return content, Truth(DocumentKind.UPR_INFO, FirstPage(language="en"), tuple(items))


def _single(item: Recommendation) -> list[tuple[str, str]]:
    return [(part.text, code) for part in item.parts for code in part.states]


def _upr_info_row(item: Recommendation, text: str, code: str, report: Report) -> list[str | int]:
    words = text.removeprefix("To ").lower().split()
    return [
        bracket_name(report.states[0], report.printing.year),
        "",
        "",
        f"{text}.",
        bracket_name(code, report.printing.year),
        _REGIONS.get(known_state(code).group.value, ""),
        "",
        "Accepted" if item.answer is Position.SUPPORTED else "Noted",
        _ACTIONS.get(words[0], 5),
        _ISSUES[item.theme],
        report.meeting.session,
        MARK,
    ]


def ministry_english() -> tuple[bytes, Truth]:
    """The table in English, as CSV."""
    rows, items = [], []
    for place, (index, _, _, lead, support, deadline) in enumerate(_ministry(), start=1):
        item = recommendations("cycle_4")[index - 1]
        part = item.parts[0]
        states = ", ".join(bracket_name(code, 2024) for code in part.states)
        position = "Supported" if item.answer is Position.SUPPORTED else "Noted"
        number = f"140.{index}"
        bodies = (_BODIES[lead], _BODIES[support])
        rows.append((place, number, part.text, states, position, *bodies, _iso(deadline), MARK))
        items.append(Expected(number, part.text, part.states, item.answer))
    columns = tuple(Column(label, label, width) for _, label, width in _MINISTRY_COLUMNS)
    content = write_csv(Table("", columns, rows, ""))
    truth = Truth(DocumentKind.NATIONAL_TABLE, FirstPage(language="en"), tuple(items))
    return content, truth


def _iso(deadline: str) -> str:
    """ "2026-12-31" of "31/12/2026"; "Yearly" of what is due each year."""
    if deadline == "Hằng năm":
        return "Yearly"
    return "-".join(reversed(deadline.split("/")))


def ministry_vietnamese() -> tuple[bytes, Truth]:
    """The table in Vietnamese, as a workbook with a title above the head row."""
    import xlsxwriter  # noqa: PLC0415  # slow import

    written = BytesIO()
    items = []
    with xlsxwriter.Workbook(written, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": MARK, "created": date(2000, 1, 1)})
        sheet = workbook.add_worksheet("Phân công")
        sheet.set_header(f"&C{MARK}")
        bold = workbook.add_format({"bold": True})
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        sheet.write_string(0, 0, "VĂN PHÒNG ĐIỀU PHỐI NHÂN QUYỀN SAROVIA", bold)
        sheet.write_string(1, 0, "Bảng phân công thực hiện các khuyến nghị UPR chu kỳ IV", bold)
        for column, (label, _, width) in enumerate(_MINISTRY_COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(3, column, label, bold)
        for place, (index, text, names, lead, support, deadline) in enumerate(_ministry(), start=1):
            item = recommendations("cycle_4")[index - 1]
            position = "Chấp thuận" if item.answer is Position.SUPPORTED else "Ghi nhận"
            number = f"140.{index}"
            cells = (number, text, names, position, lead, support, deadline, MARK)
            sheet.write_number(3 + place, 0, place)
            for column, cell in enumerate(cells, start=1):
                sheet.write_string(3 + place, column, cell, wrapped)
            items.append(Expected(number, text, item.parts[0].states, item.answer))
    truth = Truth(DocumentKind.NATIONAL_TABLE, FirstPage(language="vi"), tuple(items))
    return settle_package(written.getvalue(), compress=False), truth


def _ministry() -> list[tuple[int, str, str, str, str, str]]:
    return [
        (int(index), text, names, lead, support, deadline)
        for index, text, names, lead, support, deadline in content_table("ministry_vi")
    ]
