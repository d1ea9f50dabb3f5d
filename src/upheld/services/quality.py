"""The quality sheet in plain words: "254 items were found. Numbers 140.1 to 140.254 are
complete. 120 of 254 records are checked by a person. 2 findings are open."
"""

from __future__ import annotations

from django.utils.translation import gettext, ngettext

from upheld.core.positions import Position
from upheld.store.queries.quality import Agreement, NumberRun, Quality

# A long list of missing numbers helps nobody in a sentence; the findings name each of them.
MOST_NAMED = 20


def sentences(sheet: Quality) -> list[str]:
    """The sheet in plain words, in the reader's language."""
    said = [_total_sentence(total) for total in sheet.totals]
    said += [_run_sentence(run) for run in sheet.runs if run.count > 1]
    said.append(
        gettext("%(checked)s of %(records)s records are checked by a person.")
        % {"checked": sheet.confirmed, "records": sheet.records}
    )
    if sheet.unknown_states:
        said.append(
            ngettext(
                "%(count)s name of a State was not recognised.",
                "%(count)s names of States were not recognised.",
                sheet.unknown_states,
            )
            % {"count": sheet.unknown_states}
        )
    open_count = len(sheet.open_findings)
    if open_count:
        said.append(
            ngettext("%(count)s finding is open.", "%(count)s findings are open.", open_count)
            % {"count": open_count}
        )
    else:
        said.append(gettext("No finding is open."))
    return said


def _total_sentence(total: Agreement) -> str:
    if total.what == "recommendations":
        templates = (
            gettext("%(found)s items were found."),
            gettext("The document says it has %(declared)s; %(found)s were found."),
        )
    elif total.what == Position.SUPPORTED:
        templates = (
            gettext("%(found)s are supported."),
            gettext("The document says that %(declared)s are supported; %(found)s were found."),
        )
    elif total.what == Position.NOTED:
        templates = (
            gettext("%(found)s are noted."),
            gettext("The document says that %(declared)s are noted; %(found)s were found."),
        )
    else:
        templates = (
            gettext("%(found)s wait for an answer."),
            gettext("The document says that %(declared)s are pending; %(found)s were found."),
        )
    template = templates[0] if total.declared is None else templates[1]
    return template % {"declared": total.declared, "found": total.found}


def _run_sentence(run: NumberRun) -> str:
    if not run.missing:
        template = gettext("Numbers %(first)s to %(last)s are complete.")
        return template % {"first": run.first, "last": run.last}
    template = gettext("Between %(first)s and %(last)s these numbers are missing: %(missing)s.")
    missing = ", ".join(run.missing[:MOST_NAMED])
    return template % {"first": run.first, "last": run.last, "missing": missing}
