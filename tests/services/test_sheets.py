"""A body's sheet: downloaded, filled in by a program for sheets, sent back, decided row by row."""

from __future__ import annotations

from io import BytesIO

import pytest
import python_calamine
import xlsxwriter
from django.utils.translation import override

from tests.factories import report
from tests.workspace_rows import assignment, body, officer
from upheld.core.body_sheet import FIRST_ROW, SheetColumn
from upheld.core.entries import Step
from upheld.core.errors import Conflict, InputProblem, Refused
from upheld.core.fold import fold
from upheld.core.implementation import Implementation
from upheld.core.roles import Role
from upheld.services import returned_sheets as services
from upheld.services.entries import Words, write
from upheld.services.entry_steps import take_step
from upheld.services.permissions import visible_to
from upheld.services.returned_sheets import How
from upheld.services.sheets import day_of, make_sheet, status_of
from upheld.services.status_names import STATUS_NAMES
from upheld.store.models import Entry, Event, Evidence, IssuedSheet, ReturnedSheet

pytestmark = pytest.mark.django_db(transaction=True)

COLUMNS = list(SheetColumn)
Cells = list[list[object]]


def cells_of(content: bytes) -> Cells:
    workbook = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
    return workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)


def saved(rows: Cells) -> bytes:
    """The same cells as another program would save them: no formats, no protection."""
    written = BytesIO()
    with xlsxwriter.Workbook(written) as workbook:
        sheet = workbook.add_worksheet()
        for place, row in enumerate(rows):
            for at, value in enumerate(row):
                sheet.write(place, at, str(value) if value != "" else "")
    return written.getvalue()


def filled(content: bytes, **answers: dict[str, str]) -> Cells:
    """The sheet with answers by printed number ("n140_1")."""
    rows = cells_of(content)
    for row in rows[FIRST_ROW - 1 :]:
        number = "n" + str(row[COLUMNS.index(SheetColumn.NUMBER)]).replace(".", "_")
        for column, value in answers.get(number, {}).items():
            row[COLUMNS.index(SheetColumn(column))] = value
    return rows


@pytest.fixture
def focal_point(db):
    for record in report(3).records.all():
        assignment(record, body("MOJ"))
    return officer(Role.FOCAL_POINT, body("MOJ"))


@pytest.fixture
def sheet(focal_point) -> bytes:
    return make_sheet(focal_point, body=body("MOJ"), language="en").content


ANSWER = {"done": "A bill was sent.", "result": "None yet.", "status": "planned"}


def give_back(focal_point, rows: Cells, name: str = "moj.xlsx") -> ReturnedSheet:
    return services.take_back(focal_point, name=name, content=saved(rows))


def test_the_sheet_holds_all_that_is_asked_of_the_body(sheet):
    rows = cells_of(sheet)
    assert rows[0][0] == "Ministry of Justice: what was done on recommendations"
    assert [row[COLUMNS.index(SheetColumn.NUMBER)] for row in rows[FIRST_ROW - 1 :]] == [
        "140.1",
        "140.2",
        "140.3",
    ]


def test_the_sheet_speaks_the_language_of_its_body(focal_point):
    made = make_sheet(focal_point, body=body("MOJ"), language="vi")
    assert cells_of(made.content)[0][0] == "Bộ Tư pháp: kết quả thực hiện khuyến nghị"


def test_what_was_filled_in_is_shown_before_anything_is_stored(focal_point, sheet):
    back = give_back(focal_point, filled(sheet, n140_1=ANSWER))
    found = services.differences(focal_point, back)
    assert [(one.how, one.returned["done"]) for one in found] == [(How.NEW, "A bill was sent.")]
    assert Entry.objects.count() == 0


def test_the_chosen_rows_become_drafts(focal_point, sheet):
    link = ANSWER | {"evidence": "https://gazette.example/14", "as_of": "21/11/2026"}
    back = give_back(focal_point, filled(sheet, n140_1=link, n140_2=ANSWER))
    found = services.differences(focal_point, back)
    stored = services.store(
        focal_point, returned=back.pk, seen={found[0].assignment.pk: found[0].row_version}
    )
    assert [(e.state, e.status, e.as_of.isoformat()) for e in stored] == [
        ("draft", "planned", "2026-11-21")
    ]
    assert Evidence.objects.get().url == "https://gazette.example/14"
    assert Entry.objects.count() == 1
    back.refresh_from_db()
    assert (back.rows, back.stored_at is None) == ({}, False)
    with pytest.raises(InputProblem):
        services.store(focal_point, returned=back.pk, seen={})


def test_a_sheet_that_comes_back_twice_adds_its_address_once(focal_point, sheet):
    link = ANSWER | {"evidence": "https://gazette.example/14"}
    for _time in range(2):
        back = give_back(focal_point, filled(sheet, n140_1=link))
        found = services.differences(focal_point, back)
        seen = {found[0].assignment.pk: found[0].row_version}
        services.store(focal_point, returned=back.pk, seen=seen)
    assert [one.url for one in Evidence.objects.all()] == ["https://gazette.example/14"]


def test_a_sheet_that_was_only_opened_changes_nothing(focal_point, sheet):
    assert give_back(focal_point, cells_of(sheet)).rows == {}


def test_rows_may_be_sorted_left_out_and_columns_moved(focal_point, sheet):
    rows = filled(sheet, n140_3=ANSWER)
    head, work = rows[: FIRST_ROW - 1], rows[FIRST_ROW - 1 :]
    moved = [row[5:] + row[:5] if at >= 3 else row for at, row in enumerate(head)]
    moved += [row[5:] + row[:5] for row in (work[2], work[0])]
    back = give_back(focal_point, moved)
    assert [row["done"] for row in back.rows.values()] == ["A bill was sent."]


def test_somebody_wrote_here_meanwhile(focal_point, sheet):
    asked = body("MOJ").assignments.order_by("pk")[0]
    colleague = officer(Role.FOCAL_POINT, body("MOJ"), "colleague")
    words = Words("Otherwise.", "", "not_started", day_of("2026-11-20"), "en")
    write(colleague, assignment=asked.pk, row_version=0, words=words)
    back = give_back(focal_point, filled(sheet, n140_1=ANSWER))
    found = services.differences(focal_point, back)[0]
    assert (found.how, found.stands["done"]) == (How.CONFLICT, "Otherwise.")
    with pytest.raises(Conflict):  # storing what was not seen
        services.store(focal_point, returned=back.pk, seen={asked.pk: 0})
    assert Entry.objects.get().done == "Otherwise."
    services.store(focal_point, returned=back.pk, seen={asked.pk: found.row_version})
    assert Entry.objects.get().done == "A bill was sent."


def test_two_sheets_for_one_entry_are_a_conflict_and_no_loss(focal_point, sheet):
    first = give_back(focal_point, filled(sheet, n140_1=ANSWER), "first.xlsx")
    other = ANSWER | {"done": "Two bills were sent."}
    second = give_back(focal_point, filled(sheet, n140_1=other), "second.xlsx")
    for back, name in ((first, "second.xlsx"), (second, "first.xlsx")):
        found = services.differences(focal_point, back)[0]
        assert (found.how, found.others) == (How.CONFLICT, (name,))
    one = services.differences(focal_point, first)[0]
    services.store(focal_point, returned=first.pk, seen={one.assignment.pk: one.row_version})
    with pytest.raises(Conflict):
        services.store(focal_point, returned=second.pk, seen={one.assignment.pk: one.row_version})
    left = services.differences(focal_point, second)[0]
    assert (left.how, left.stands["done"], left.returned["done"]) == (
        How.CONFLICT,
        "A bill was sent.",
        "Two bills were sent.",
    )


def test_an_entry_on_its_way_is_not_changed_by_a_sheet(focal_point, sheet):
    back = give_back(focal_point, filled(sheet, n140_1=ANSWER))
    asked = services.differences(focal_point, back)[0].assignment
    words = Words("Done.", "Seen.", "planned", day_of("2026-11-20"), "en")
    draft = write(focal_point, assignment=asked.pk, row_version=0, words=words)
    take_step(focal_point, entry=draft.pk, step=Step.SUBMIT, row_version=draft.row_version)
    assert services.differences(focal_point, back)[0].how is How.LOCKED


def test_a_dropped_sheet_leaves_everything(focal_point, sheet):
    back = give_back(focal_point, filled(sheet, n140_1=ANSWER))
    services.drop(focal_point, returned=back.pk)
    assert (Entry.objects.count(), ReturnedSheet.objects.get().rows) == (0, {})
    assert list(
        Event.objects.filter(object_type="returned sheet").values_list("action", flat=True)
    ) == [
        "sheet.return",
        "sheet.drop",
    ]


@pytest.mark.parametrize(
    "printed", ["dang thuc hien", "Đang thực hiện", "DANG  THUC HIEN", "In progress", "in_progress"]
)
def test_a_status_may_be_typed_without_marks(printed):
    assert status_of(printed) == Implementation.IN_PROGRESS


def test_every_status_can_be_typed_without_marks():
    with override("vi"):
        names = {status: str(name) for status, name in STATUS_NAMES.items()}
    assert {status: status_of(fold(name)) for status, name in names.items()} == {
        status: status for status in names
    }
    assert status_of("thuc hien nua") is None


def cell(rows: Cells, row: int, column: SheetColumn, value: object) -> Cells:
    rows[row - 1][COLUMNS.index(column)] = value
    return rows


@pytest.mark.parametrize(
    ("damage", "codes"),
    [
        (lambda rows: cell(rows, 6, SheetColumn.STATUS, "finished"), {"sheet.status_unread": "K6"}),
        (lambda rows: cell(rows, 7, SheetColumn.AS_OF, "soon"), {"sheet.day_unread": "L7"}),
        (
            lambda rows: cell(rows, 7, SheetColumn.AS_OF, "31.12.2199"),
            {"sheet.day_ahead": "L7"},
        ),
        (lambda rows: cell(rows, 7, SheetColumn.EVIDENCE, "a file"), {"sheet.link_unread": "M7"}),
        (lambda rows: cell(rows, 8, SheetColumn.KEY, "999999"), {"sheet.key_unknown": "A8"}),
        (lambda rows: cell(rows, 8, SheetColumn.NUMBER, "140.9"), {"sheet.number_changed": "C8"}),
        (
            lambda rows: cell(cell(rows, 8, SheetColumn.KEY, ""), 8, SheetColumn.DONE, "x"),
            {"sheet.key_missing": "A8"},
        ),
        (lambda rows: cell(rows, 8, SheetColumn.KEY, rows[5][0]), {"sheet.key_twice": "A8"}),
        (lambda rows: rows[:3] + rows[4:], {"sheet.head_missing": None}),
        (lambda rows: cell(rows, 4, SheetColumn.STATUS, "x"), {"sheet.column_missing": None}),
        (lambda rows: cell(rows, 2, SheetColumn.KEY, "mine"), {"sheet.foreign": "A2"}),
    ],
)
def test_a_damaged_or_foreign_sheet_is_refused_with_the_cell_named(
    focal_point, sheet, damage, codes
):
    with pytest.raises(InputProblem) as problem:
        give_back(focal_point, damage(cells_of(sheet)))
    found = {f.code: f.arguments.get("cell") for f in problem.value.findings}
    assert found == codes
    assert ReturnedSheet.objects.count() == 0


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 broken", b"%PDF-1.4 no sheet", b"a,b\n1,2\n"]
)
def test_what_is_no_workbook_is_refused(focal_point, content):
    with pytest.raises(InputProblem):
        services.take_back(focal_point, name="moj.xlsx", content=content)


def test_a_sheet_belongs_to_its_body(sheet):
    stranger = officer(Role.FOCAL_POINT, body("MOH"))
    assert list(visible_to(stranger, IssuedSheet.objects.all())) == []
    with pytest.raises(InputProblem):
        give_back(stranger, filled(sheet, n140_1=ANSWER))
    with pytest.raises(Refused):
        make_sheet(stranger, body=body("MOJ"), language="en")


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("planned", "planned"),
        ("Đã có kế hoạch", "planned"),
        (" in  progress ", "in_progress"),
        ("x", None),
    ],
)
def test_a_status_is_known_in_both_languages(printed, status):
    assert status_of(printed) == status


@pytest.mark.parametrize("printed", ["2026-11-21", "21/11/2026", "21.11.2026", "2026-11-21 00:00"])
def test_a_day_is_known_as_people_write_it(printed):
    assert day_of(printed).isoformat() == "2026-11-21"
