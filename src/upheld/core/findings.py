"""Findings: what a person must know about a document before trusting the records made from it.

A finding is never an exception and never silent: "number 143.27 is missing between 143.26 and
143.28 on page 19" stands on the quality sheet until somebody resolves it. The table ``FINDINGS``
names every code with its severity, its sentence and the next step; pages translate the sentence
late, with the arguments kept apart (gettext, named placeholders).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from upheld.core.finding_kinds import FindingKind, Severity, error, note, warning
from upheld.core.sheet_findings import SHEET_FINDINGS

__all__ = ["FINDINGS", "Finding", "FindingKind", "Severity"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding at one place: ``Finding("number.gap", 19, {"missing": "143.27"})``.

    ``page`` is the printed page's number from 1, or None for the whole document; ``start`` and
    ``end`` are the span in ``Document.text`` where there is one, else -1.
    """

    code: str
    page: int | None = None
    arguments: Mapping[str, str | int] = field(default_factory=dict)
    start: int = -1
    end: int = -1

    @property
    def kind(self) -> FindingKind:
        return FINDINGS[self.code]

    @property
    def severity(self) -> Severity:
        return self.kind.severity

    @property
    def message(self) -> str:
        """The sentence in English with its arguments filled in."""
        return self.kind.message % dict(self.arguments)

    @property
    def next_step(self) -> str:
        """What to do about it, in English with its arguments filled in."""
        return self.kind.next_step % dict(self.arguments)

    def to_dict(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "page": self.page,
            "arguments": dict(self.arguments),
            "start": self.start,
            "end": self.end,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Finding:
        return cls(data["code"], data["page"], dict(data["arguments"]), data["start"], data["end"])


_OF_DOCUMENTS: dict[str, FindingKind] = {
    # The file itself (upheld.reading)
    "file.empty": error("The file %(name)s is empty.", "Download or ask for the file again."),
    "file.damaged": error(
        "The file %(name)s is damaged and cannot be read (%(detail)s).",
        "Open it in the program that made it, save it again, and add the new copy.",
    ),
    "file.encrypted": error(
        "The file %(name)s is protected by a password.",
        "Save a copy without the password and add that copy.",
    ),
    "file.unsupported": error(
        "Upheld cannot read %(name)s: its content is %(found)s.",
        "Add the document as PDF, DOCX, XLSX, CSV, JSON, HTML or TXT.",
    ),
    "file.mislabelled": warning(
        "The file is named %(name)s, but its content is %(found)s. It was read by its content.",
        "Check that this is the document you meant; a download may have saved a web page instead.",
    ),
    "file.too_large": error(
        "The file %(name)s has %(size)s; the limit is %(limit)s.",
        "Split the file, or ask the administrator to raise the limit.",
    ),
    "file.bomb": error(
        "The file %(name)s unpacks to more than %(limit)s and was not opened.",
        "Do not open it elsewhere; ask the sender for a plain copy.",
    ),
    "file.too_many_pages": error(
        "The file %(name)s has %(pages)s pages; the limit is %(limit)s.",
        "Split the document into parts.",
    ),
    "file.timeout": error(
        "Reading %(name)s took longer than %(seconds)s seconds and was stopped.",
        "Save the document again as a new PDF or DOCX, or split it.",
    ),
    "file.crashed": error(
        "The program that reads files stopped while reading %(name)s; it was started anew.",
        "The file is probably damaged. Save it again from the program that made it.",
    ),
    "file.no_text": error(
        "The file %(name)s has no text; its pages are pictures.",
        "Add the text version from the UN document system, or install the OCR extra.",
    ),
    "page.no_text": warning(
        "Page %(page)s carries a picture and no text.",
        "Read this page yourself; nothing on it was taken in.",
    ),
    "page.damaged": warning(
        "Page %(page)s cannot be read (%(detail)s).",
        "Read this page in another copy of the document; nothing on it was taken in.",
    ),
    "text.tracked_changes": note(
        "The document has %(count)s tracked changes; they were read as accepted.",
        "Check that the changes are meant to stand.",
    ),
    "text.encoding": note(
        "The text was read as %(encoding)s.",
        "Look at the Vietnamese letters; if they are wrong, save the file as UTF-8.",
    ),
    # Items of a document (upheld.parsing)
    "document.no_items": warning(
        "No numbered item was found in this document.",
        "If it should contain recommendations, check that it is the whole document.",
    ),
    "number.gap": error(
        "Number %(missing)s is missing after %(after)s.",
        "Look at the page; add the item if the document prints it.",
    ),
    "number.repeated": warning(
        "Number %(number)s is printed %(count)s times.",
        "Compare the items; correct the number that is a misprint.",
    ),
    "number.misprinted": note(
        "The document prints %(printed)s where %(expected)s is expected.",
        "Nothing to do if the item is right; correct the number if it is not.",
    ),
    "number.not_taken": warning(
        "The line beginning with %(number)s was read as text of item %(item)s.",
        "Look at the page; split the item there if it is an item of its own.",
    ),
    "paragraph.unread": warning(
        "Paragraph %(paragraph)s was not taken in: it lists nothing and answers nothing.",
        "Read the paragraph; add an item if it makes a recommendation.",
    ),
    "item.no_state": warning(
        "Item %(number)s names no recommending State.",
        "Look at the page and add the State, or confirm that none is printed.",
    ),
    "item.words_after_states": note(
        "Item %(number)s has words after its last State that were left out: “%(words)s”.",
        "Look at the page; edit the item if the words belong to it.",
    ),
    "item.words_left_out": note(
        "Words of item %(number)s stand in none of its recommendations: “%(words)s”.",
        "Look at the page; edit the item if the words belong to it.",
    ),
    "item.comment": note(
        "Number %(number)s comments on recommendations printed elsewhere and is none itself.",
        "Look at the page; add an item if it demands something itself.",
    ),
    "item.no_position": note(
        "No position is stated for the %(count)s items of paragraph %(paragraph)s.",
        "Add the addendum when the State has answered.",
    ),
    "state.unrecognised": warning(
        "“%(name)s” in item %(number)s is not a known name of a State.",
        "Choose the State that is meant.",
    ),
    "reference.not_found": warning(
        "Paragraph %(paragraph)s refers to %(reference)s, and no recommendation was found there.",
        "Read that paragraph and add the recommendation by hand.",
    ),
    "total.received_differs": error(
        "The document declares %(declared)s recommendations; %(found)s were found.",
        "Compare the list with the document; the difference stands until somebody explains it.",
    ),
    "total.supported_differs": error(
        "The document declares %(declared)s supported recommendations; %(found)s were found.",
        "Compare the list with the document; the difference stands until somebody explains it.",
    ),
    "total.noted_differs": error(
        "The document declares %(declared)s noted recommendations; %(found)s were found.",
        "Compare the list with the document; the difference stands until somebody explains it.",
    ),
    "total.pending_differs": error(
        "The document declares %(declared)s recommendations still to be examined; "
        "%(found)s were found.",
        "Compare the list with the document; the difference stands until somebody explains it.",
    ),
    "position.contradicts": error(
        "Item %(number)s is listed as %(first)s and as %(second)s.",
        "Read both lists and choose the position that stands.",
    ),
    "position.missing": warning(
        "Item %(number)s has no position in %(symbol)s.",
        "Read the addendum; the State may have answered in words.",
    ),
    # Keeping and comparing what was read (upheld.services)
    "history.gap": error(
        "Entries %(first)s to %(last)s of the history are missing.",
        "Somebody removed them outside Upheld. Restore the last backup and compare.",
    ),
    "history.changed": error(
        "Entry %(seq)s of the history was changed after it was written.",
        "Somebody changed it outside Upheld. Restore the last backup and compare.",
    ),
    "history.no_seal": error(
        "No event of the history has the seal %(seal)s.",
        "Compare it letter by letter. If it is right, the history was rewritten since then.",
    ),
    "history.differs": error(
        "Record %(record)s holds another %(field)s than its history says.",
        "Somebody changed it outside Upheld. Restore the last backup and compare.",
    ),
    "stored.missing": error(
        "The file %(name)s (%(sha256)s) is no longer in the data folder.",
        "Restore it from the last backup, or add the document again.",
    ),
    "stored.changed": error(
        "The file %(name)s (%(sha256)s) is not what was taken in.",
        "Restore it from the last backup, or add the document again.",
    ),
    "stored.left": error(
        "The bytes of a file that was destroyed are still there (%(sha256)s).",
        "The program was stopped in between. Remove them with upheld verify --repair.",
    ),
    "stored.unread": error(
        "What was read from the file %(name)s (%(sha256)s) cannot be opened.",
        "Restore the folder documents from the last backup.",
    ),
    "stored.record_missing": error(
        "Record %(record)s stands in the history and is no longer kept.",
        "Somebody removed it outside Upheld. Restore the last backup and compare.",
    ),
    "stored.span": error(
        "Record %(record)s does not lead to its printed words on page %(page)s.",
        "Add the document again; if this finding stays, report a fault of the program.",
    ),
    "document.symbol_differs": warning(
        "The document prints the symbol %(printed)s, but %(hint)s was asked for.",
        "Check that this is the document you meant.",
    ),
    "document.partial_correction": note(
        "%(symbol)s corrects %(matched)s of %(total)s records; the others stand as they were.",
        "Read the corrigendum and check the records that it names.",
    ),
    "document.report_missing": warning(
        "This document speaks about %(symbol)s, which has not been taken in.",
        "Add %(symbol)s; the positions and labels of this document are then applied to it.",
    ),
    "record.withdrawn": warning(
        "Number %(number)s stood in an earlier version and is not in this one.",
        "Check the new version; the record %(record)s is kept as withdrawn.",
    ),
    "record.rewritten": warning(
        "Number %(number)s has quite different words in this version.",
        "Check that record %(record)s is still the same recommendation.",
    ),
    "record.conflict": warning(
        "Number %(number)s was corrected by hand, and this version changed it too.",
        "Compare record %(record)s with the new version; the correction by hand was kept.",
    ),
    "record.twice": warning(
        "Number %(number)s is printed more than once.",
        "Check both; the second one is record %(record)s.",
    ),
    "position.unmatched": warning(
        "Number %(number)s has a position here, but the report has no such recommendation.",
        "Compare the number with the report.",
    ),
    "position.ambiguous": warning(
        "Number %(number)s is printed without its paragraph and fits several recommendations.",
        "Find the list it belongs to and enter the position by hand.",
    ),
    "position.differs": warning(
        "Number %(number)s is %(here)s here and %(there)s in %(source)s.",
        "Compare both documents; %(there)s was kept.",
    ),
    "position.unanswered": warning(
        "Number %(number)s of %(symbol)s gets no position from this document.",
        "Look for it in the text of this document and enter the position by hand.",
    ),
    # The file itself, continued (upheld.reading.sniff, docx, xlsx, sandbox)
    "file.save_as_docx": error(
        "The file %(name)s is in a format that Upheld cannot read (%(found)s).",
        "Open it in Word or LibreOffice, save it as DOCX, and add that copy.",
    ),
    "file.picture": error(
        "The file %(name)s is a picture (%(found)s).",
        "Add the text version from the UN document system, or a PDF of it with the OCR extra.",
    ),
    "file.no_words": error(
        "The file %(name)s was opened, but there is not a word in it.",
        "Check that this is the document you meant.",
    ),
    "file.memory": error(
        "Reading %(name)s needed more memory than the limit of %(limit)s and was stopped.",
        "Split the file, or ask the administrator to raise the limit.",
    ),
    "file.too_many_cells": error(
        "A sheet of %(name)s has %(cells)s cells; the limit is %(limit)s.",
        "Delete the rows and columns behind the table, which look empty, and save the file again.",
    ),
    "file.no_page": error(
        "The file %(name)s has no page %(page)s; its last page is %(pages)s.",
        "Look at one of its pages.",
    ),
    "sheet.hidden": note(
        "The sheet %(sheet)s is hidden and was not read.",
        "If it belongs to the table, show it in the spreadsheet program and add the file again.",
    ),
    "row.too_short": warning(
        "Row %(row)s has %(cells)s cells where the table has %(columns)s.",
        "Look at this row; a separator may be missing or a text may not be in quotation marks.",
    ),
    # Positions, lists and tables (upheld.parsing.upr_addendum, thematic_list, national_table ...)
    "position.unread": warning(
        "Number %(number)s has a position that was not understood: “%(words)s”.",
        "Read the words and enter the position by hand.",
    ),
    "position.source_differs": note(
        "The list takes the position on number %(number)s from paragraph %(cited)s of %(symbol)s, "
        "which states it in paragraph %(paragraph)s.",
        "Nothing to do if the position is right; both papers stand as they are.",
    ),
    "position.in_parts": warning(
        "Number %(number)s is answered in parts: “%(words)s”.",
        "Read the answer, split the recommendation, and give each part its position.",
    ),
    "text.reordered": note(
        "The lines of number %(number)s stand out of order in the file and were put in order.",
        "Compare the words with the printed page.",
    ),
    "row.no_text": warning(
        "Row %(row)s was not taken in: it has no words of a recommendation.",
        "Look at this row of the table; add the words or leave it out.",
    ),
    "row.state_unrecognised": warning(
        "“%(name)s” in row %(row)s is not a known name of a State.",
        "Choose the State that is meant.",
    ),
    "row.position_unread": warning(
        "“%(name)s” in row %(row)s is not a known position.",
        "Enter the position by hand, or write it as “supported” or “noted” in the table.",
    ),
    # Records that others publish (upheld.parsing.uhri_fields, upr_info_rows)
    "row.no_id": warning(
        "Row %(row)s was not taken in: it has no id of the publisher.",
        "Ask for a full export; without the id an update of this row could not be recognised.",
    ),
    "row.private": note(
        "Row %(row)s was not taken in: it is about the case of a person.",
        "Nothing to do. Upheld keeps no records of complaints and of letters about persons.",
    ),
    "row.repeated": warning(
        "Row %(row)s was not taken in: its id %(id)s stands on an earlier row.",
        "Compare both rows at the publisher; the first one was taken in.",
    ),
    "import.no_list": error(
        "The file %(name)s is no list that Upheld knows.",
        "Take a single document in with upheld ingest.",
    ),
    "import.differs": error(
        "Record %(record)s holds something else than was imported.",
        "Somebody changed it outside Upheld. Restore the last backup and compare.",
    ),
    "import.rows_differ": error(
        "The records that entry %(seq)s of the history imported are not all there.",
        "Somebody changed them outside Upheld. Restore the last backup and compare.",
    ),
    # A table of a State's bodies (upheld.core.body_rows)
    "body.no_column": error(
        "The table has no column %(column)s.",
        "Write the names of the columns into its first line, as an export of the bodies has them.",
    ),
    "body.empty": error(
        "Line %(line)s, column %(column)s: nothing stands there.",
        "Fill the cell in and import the table again.",
    ),
    "body.no_code": error(
        "Line %(line)s, column %(column)s: “%(value)s” cannot be a code.",
        "Use capital letters, figures and hyphens; a State has three letters, such as VNM.",
    ),
    "body.not_known": error(
        "Line %(line)s, column %(column)s: “%(value)s” is none of %(known)s.",
        "Choose one of these words.",
    ),
    "body.no_day": error(
        "Line %(line)s, column %(column)s: “%(value)s” is no day.",
        "Write day, month and year: 01/07/2025.",
    ),
    "body.no_number": error(
        "Line %(line)s, column %(column)s: “%(value)s” is no number.",
        "Write a whole number: the place among the bodies beside it.",
    ),
    "body.twice": error(
        "Line %(line)s, column %(column)s: %(value)s stands in line %(first)s already.",
        "Give each body a code of its own.",
    ),
    "body.period": error(
        "Line %(line)s, column %(column)s: the last day %(value)s lies before the first.",
        "Correct one of the two days.",
    ),
    "body.nowhere": error(
        "Line %(line)s, column %(column)s: there is no body %(value)s, neither in the table nor "
        "here.",
        "Correct the code, or add a line for that body.",
    ),
    "body.circle": error(
        "Line %(line)s, column %(column)s: %(value)s would stand below itself.",
        "Choose another body above it.",
    ),
    "body.still_exists": error(
        "Line %(line)s, column %(column)s: %(value)s has no last day, so nothing can follow it "
        "yet.",
        "Give that body its last day in the column valid_to.",
    ),
    "body.still_asked": error(
        "Line %(line)s, column %(column)s: %(body)s has open assignments, and nothing follows it.",
        "Say which body follows it, or end its assignments first.",
    ),
    "body.divide_first": error(
        "Line %(line)s, column %(column)s: %(value)s has assignments, and several bodies follow "
        "it.",
        "Split the body on its own page, where you say which assignment goes where; import then.",
    ),
    # The search index (upheld.services.verify)
    "index.differs": error(
        "The search index differs from the database in %(count)s records, among them %(record)s.",
        "Delete the folder index in the data folder; it is built anew with the next question.",
    ),
}

FINDINGS: dict[str, FindingKind] = _OF_DOCUMENTS | SHEET_FINDINGS
"""Every finding there is, by its code."""
