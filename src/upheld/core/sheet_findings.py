"""Findings about a body's sheet that came back: "Cell K12 holds "done", which is no status"."""

from __future__ import annotations

from upheld.core.finding_kinds import FindingKind, error

SHEET_FINDINGS: dict[str, FindingKind] = {
    "sheet.foreign": error(
        "This is no sheet of Upheld: cell %(cell)s does not say which one it is.",
        "Send back the sheet that was downloaded here, as a workbook (XLSX).",
    ),
    "sheet.head_missing": error(
        "The hidden row %(row)s with the keys of the columns is missing.",
        "Download the sheet anew and copy your answers into it.",
    ),
    "sheet.column_missing": error(
        "The column “%(name)s” is missing in row %(row)s.",
        "Download the sheet anew and copy your answers into it.",
    ),
    "sheet.key_missing": error(
        "Cell %(cell)s is empty: it says which recommendation the row answers.",
        "Copy the answer into the row of its recommendation.",
    ),
    "sheet.key_twice": error(
        "Cell %(cell)s repeats the key %(key)s of row %(row)s.",
        "Leave one row for each recommendation.",
    ),
    "sheet.key_unknown": error(
        "Cell %(cell)s holds the key %(key)s, which this sheet did not have.",
        "Rows cannot be added; what is not on the sheet is reported under “My work”.",
    ),
    "sheet.number_changed": error(
        "Cell %(cell)s says %(found)s where the sheet had %(number)s.",
        "Rows and keys were mixed up. Undo the sorting of single columns and send it again.",
    ),
    "sheet.status_unread": error(
        "Cell %(cell)s holds “%(found)s”, which is none of the statuses.",
        "Choose a status from the list of the cell.",
    ),
    "sheet.day_unread": error(
        "Cell %(cell)s holds “%(found)s”, which is no day.",
        "Write day, month and year: 21/11/2026.",
    ),
    "sheet.day_ahead": error(
        "Cell %(cell)s holds “%(found)s”, a day that lies in the future.",
        "Give the day for which the report holds: the day of writing or one before it.",
    ),
    "sheet.link_unread": error(
        "Cell %(cell)s holds “%(found)s”, which is not the address of a page.",
        "Copy the whole address; it begins with https://. Attach files under “My work”.",
    ),
    "sheet.too_long": error(
        "The sheet has more than %(limit)s rows.",
        "Send back the sheet that was downloaded here.",
    ),
}
