"""What the tables of the overview, their columns and their rows are called."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upheld.core.implementation import Grade
from upheld.services.overview_tables import (
    ALL,
    DIFFERS,
    NONE,
    NOT_REPORTED,
    OWN,
    REPORTED,
    SILENT,
    OverviewTable,
    Row,
    Subject,
    Unit,
)
from upheld.store.models import Body, Document
from upheld.web.body_words import Said, name_of
from upheld.web.entry_words import ENTRY_STATES, TIMINGS
from upheld.web.flag_words import FLAGS
from upheld.web.side_names import MECHANISMS
from upheld.web.words import POSITIONS
from upheld.web.words import name_of as document_name
from upheld.web.workspace_words import GRADES, STATUSES

SUBJECTS: dict[Subject, Promise] = {
    Subject.FLAGS: _("What contradicts itself"),
    Subject.COVERAGE: _("Assigned and not assigned"),
    Subject.POSITION: _("Supported and noted"),
    Subject.DOCUMENT: _("By mechanism, cycle and document"),
    Subject.THEME: _("By theme"),
    Subject.LED: _("By lead body"),
    Subject.PARTS: _("What bodies were asked"),
    Subject.PROVINCE: _("By province"),
    Subject.ENTRIES: _("Entries by step"),
    Subject.VIEWS: _("The State says, others say"),
}

NOTES: dict[Subject, Promise] = {
    Subject.FLAGS: _("Records. One may stand in several rows; the last row counts it once."),
    Subject.COVERAGE: _("Records, by the State's own status. The rows add up."),
    Subject.POSITION: _("Records, by the State's own status. The rows add up."),
    Subject.DOCUMENT: _(
        "Records, by the State's own status. A row counts all below it; documents add up."
    ),
    Subject.THEME: _(
        "Records, by the State's own status. One may have several themes; the last row counts it "
        "once."
    ),
    Subject.LED: _(
        "Records, by the State's own status. Each has one lead body; a row counts all bodies "
        "below it."
    ),
    Subject.PARTS: _(
        "Parts, leading or supporting, by how they stand to their day. A row counts all bodies "
        "below it. Silent and reported parts stand in one of the other columns too."
    ),
    Subject.PROVINCE: _(
        "Parts of provinces and all bodies below them, by how they stand to their day."
    ),
    Subject.ENTRIES: _(
        "Entries, by the body that wrote them, under the name that it had. A row counts all bodies "
        "below it."
    ),
    Subject.VIEWS: _(
        "Views of others: the newest of each assessor on a record. The row is what the State says. "
        "Nothing is merged or averaged; grades have a scale of their own and are not compared."
    ),
}

FIRST_COLUMNS: dict[Subject, Promise] = {
    Subject.FLAGS: _("Contradiction"),
    Subject.COVERAGE: _("Assignment"),
    Subject.POSITION: _("Position"),
    Subject.DOCUMENT: _("Document"),
    Subject.THEME: _("Theme"),
    Subject.LED: _("Lead body"),
    Subject.PARTS: _("National body"),
    Subject.PROVINCE: _("Province"),
    Subject.ENTRIES: _("National body"),
    Subject.VIEWS: _("The State says"),
}

UNITS: dict[Unit, Promise] = {
    Unit.RECORD: _("Records"),
    Unit.PART: _("Parts"),
    Unit.ENTRY: _("Entries"),
    Unit.VIEW: _("Views"),
}

COVERAGE: dict[str, Promise] = {
    "led": _("with a lead body"),
    "supported": _("with supporting bodies only"),
    "proposed": _("proposed only"),
    "nobody": _("given to nobody"),
}

NO_ROW: dict[Subject, Promise] = {
    Subject.POSITION: _("no position known"),
    Subject.DOCUMENT: _("Other documents"),
    Subject.THEME: _("no theme known"),
    Subject.LED: _("no lead body"),
}

COLUMNS: dict[str, Promise] = {
    ALL: _("all"),
    OWN: _("its own alone"),
    NOT_REPORTED: _("not reported"),
    SILENT: _("silent"),
    REPORTED: _("reported"),
    DIFFERS: _("differs from the State"),
}
COLUMNS |= {key: sign.name for key, sign in (STATUSES | TIMINGS | ENTRY_STATES).items()}
COLUMNS |= {grade.value: GRADES[grade] for grade in Grade}

SEES: dict[str, Promise] = {
    "all": _("Entries on their way count, from the moment they are submitted; drafts never do."),
    "own": _(
        "Entries on their way count for your own bodies; of all others only what was published. "
        "What counts as late or silent is told from these."
    ),
    "published": _(
        "Only published entries count: what is on its way is not shown. What counts as late or "
        "silent is told from what was published."
    ),
}


def row_name(table: OverviewTable, row: Row) -> Said:
    """A row in words: "Ministry of Justice", "cycle 4", "noted"."""
    if row.key == ALL:
        return Said(gettext("Total"), "")
    if isinstance(row.thing, Body):
        return name_of(row.thing)
    if isinstance(row.thing, Document):
        return Said(document_name(row.thing), "")
    if row.key == NONE:
        return Said(str(NO_ROW[table.subject]), "")
    match table.subject:
        case Subject.COVERAGE:
            said = str(COVERAGE[row.key])
        case Subject.POSITION:
            said = str(POSITIONS[row.key].name)
        case Subject.FLAGS:
            said = str(FLAGS[row.key])  # type: ignore[index]
        case Subject.VIEWS:
            said = str(COLUMNS[row.key])
        case Subject.DOCUMENT if row.key.startswith("cycle-"):
            said = gettext("cycle %(number)s") % {"number": row.key.removeprefix("cycle-")}
        case Subject.DOCUMENT:
            said = str(MECHANISMS[row.key])  # type: ignore[index]
        case _:
            return Said(row.key, "en")
    return Said(said, "")


def column_name(column: str) -> str:
    """A column in words: "in progress", "late"."""
    return str(COLUMNS[column])
