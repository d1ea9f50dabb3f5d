"""The quality sheet of a document: what it declares, what was found, what a person has checked.

"The document says that it has 254 recommendations; 254 were found. Numbers 140.1 to 140.254 are
complete. 120 of 254 are checked. 2 findings are open."
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext, ngettext

from upheld.core.items import ItemKind
from upheld.core.positions import Position
from upheld.core.review import CHECKED, IN_FORCE, FindingState
from upheld.services.permissions import Actor, visible_to
from upheld.store.models import Document, DocumentFinding, Record

_NUMBER = re.compile(r"(?:(?P<paragraph>.*)\.)?(?P<ordinal>\d+)")
UNKNOWN_STATE = "state.unrecognised"


@dataclass(frozen=True, slots=True)
class Total:
    """One total: ``what`` is "received", "supported" …; ``declared`` is None where none is said."""

    what: str
    declared: int | None
    found: int

    @property
    def agrees(self) -> bool:
        return self.declared is None or self.declared == self.found


@dataclass(frozen=True, slots=True)
class NumberRun:
    """The numbers under one paragraph: 140.1 to 140.254, and those missing between them."""

    first: str
    last: str
    count: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QualitySheet:
    """The state of one document at this moment; ``sentences`` says the same in words.

    ``records`` counts records in force, ``checked`` those confirmed or corrected by a person,
    ``numbers`` the printed numbers of recommendations, ``open_findings`` by severity.
    """

    document: Document
    records: int
    checked: int
    numbers: int
    totals: tuple[Total, ...]
    runs: tuple[NumberRun, ...]
    open_findings: Mapping[str, int]
    settled_findings: int
    unknown_states: int

    @property
    def reconciles(self) -> bool:
        """Whether all totals agree, no number is missing and no finding is open."""
        return (
            all(total.agrees for total in self.totals)
            and not any(run.missing for run in self.runs)
            and not self.open_findings
        )


def quality_sheet(actor: Actor, *, document: Document) -> QualitySheet:
    """The sheet of ``document``; four queries. Who: everyone who may read it."""
    records = list(
        visible_to(actor, Record.objects.filter(document=document))
        .filter(review_state__in=IN_FORCE)
        .values_list("kind", "number", "review_state", "current_position__value")
    )
    positions = {
        number: position or ""
        for kind, number, _state, position in records
        if kind != ItemKind.PLEDGE
    }
    findings = visible_to(actor, DocumentFinding.objects.filter(document=document))
    open_rows = findings.filter(state=FindingState.OPEN).order_by().values_list("severity", "code")
    counted = {(s, c): n for s, c, n in open_rows.annotate(n=Count("pk"))}
    by_severity: dict[str, int] = defaultdict(int)
    for (severity, _code), count in counted.items():
        by_severity[severity] += count
    settled = findings.filter(state__in=(FindingState.RESOLVED, FindingState.DISMISSED)).count()
    return QualitySheet(
        document=document,
        records=len(records),
        checked=sum(state in CHECKED for _kind, _number, state, _position in records),
        numbers=len(positions),
        totals=tuple(_totals(document.declared, positions)),
        runs=tuple(number_runs(positions)),
        open_findings=dict(by_severity),
        settled_findings=settled,
        unknown_states=sum(n for (_s, code), n in counted.items() if code == UNKNOWN_STATE),
    )


def number_runs(numbers: Iterable[str]) -> list[NumberRun]:
    """The runs of printed numbers by paragraph, in order of the first of each.

    >>> number_runs(["140.1", "140.3"])
    [NumberRun(first='140.1', last='140.3', count=2, missing=('140.2',))]
    """
    ordinals: dict[str, set[int]] = defaultdict(set)
    for number in numbers:
        if match := _NUMBER.fullmatch(number):
            ordinals[match["paragraph"] or ""].add(int(match["ordinal"]))
    runs = []
    for paragraph, found in ordinals.items():
        first, last = min(found), max(found)
        name = f"{paragraph}.{{}}".format if paragraph else "{}".format
        missing = tuple(name(n) for n in range(first, last + 1) if n not in found)
        runs.append(NumberRun(name(first), name(last), len(found), missing))
    return runs


def sentences(sheet: QualitySheet) -> list[str]:
    """The sheet in plain words, in the reader's language."""
    said = [_total_sentence(total) for total in sheet.totals]
    said += [_run_sentence(run) for run in sheet.runs if run.count > 1]
    said.append(
        gettext("%(checked)s of %(records)s records are checked by a person.")
        % {"checked": sheet.checked, "records": sheet.records}
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
    open_count = sum(sheet.open_findings.values())
    if open_count:
        said.append(
            ngettext("%(count)s finding is open.", "%(count)s findings are open.", open_count)
            % {"count": open_count}
        )
    else:
        said.append(gettext("No finding is open."))
    return said


def _totals(declared: Mapping[str, int], positions: Mapping[str, str]) -> Iterable[Total]:
    """What was found, beside what the document says about itself, where it says so."""
    yield Total("received", declared.get("received"), len(positions))
    for position in Position:
        found = sum(value == position for value in positions.values())
        if found or position in declared:
            yield Total(position.value, declared.get(position), found)


def _total_sentence(total: Total) -> str:
    if total.what == "received":
        templates = (
            gettext("%(found)s numbered items were found."),
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
    missing = ", ".join(run.missing[:20])
    return template % {"first": run.first, "last": run.last, "missing": missing}
