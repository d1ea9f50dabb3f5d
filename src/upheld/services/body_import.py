"""A whole tree of bodies from a table: what is new, what differs, what cannot be used.

A table is taken whole or not at all: half a tree would hang in the air. The same table again
changes nothing. A table adds and changes; it takes no body away, since records and reports name
them: a body that is gone gets its last day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from django.db import transaction

from upheld.core.body_rows import BodyRow, Placed, at, placed, read_rows
from upheld.core.findings import Finding
from upheld.core.national_bodies import Succession
from upheld.core.roles import Action
from upheld.reading.csv import separator
from upheld.services import history
from upheld.services.body_values import first_values, put
from upheld.services.carry_over import Moved, carry_over
from upheld.services.permissions import Actor, authorise_everywhere
from upheld.store.models import Body, BodySuccession, User
from upheld.store.queries.bodies import live_assignments
from upheld.writing.formula import unguard_formula


@dataclass(slots=True)
class TreeReport:
    """What a table brought, or would bring with ``dry_run``.

    ``new`` are codes, ``changed`` the differing fields by code, ``followed`` pairs of codes whose
    succession is new. With ``findings`` nothing was kept.
    """

    new: list[str] = field(default_factory=list)
    changed: dict[str, Mapping[str, Sequence[Any]]] = field(default_factory=dict)
    unchanged: int = 0
    followed: list[tuple[str, str]] = field(default_factory=list)
    moved: Moved = field(default_factory=Moved)
    findings: list[Finding] = field(default_factory=list)
    dry_run: bool = False

    @property
    def changes_nothing(self) -> bool:
        """Whether every row said what was known already."""
        return not (self.new or self.changed or self.followed or self.findings)


def import_bodies(actor: Actor, *, text: str, dry_run: bool = False) -> TreeReport:
    """Take a tree in from the text of a table (CSV with commas, semicolons or tabs).

    Who: administrator and coordinator of the whole folder. One transaction: bodies, successions,
    the assignments that go over to a successor, history. Rows that cannot be used are findings
    with their line and column, and then nothing is kept.
    """
    who = authorise_everywhere(actor, Action.MANAGE_BODIES)
    rows, findings = read_rows(text, delimiter=separator(text))
    rows = [_as_meant(row) for row in rows]
    report = TreeReport(findings=findings, dry_run=dry_run)
    with transaction.atomic():
        history.lock()
        bodies = {body.code: body for body in Body.objects.select_related("parent")}
        known = {
            code: Placed(body.parent.code if body.parent else "", body.valid_to)
            for code, body in bodies.items()
        }
        if not findings:
            report.findings = [*placed(rows, known), *_with_open_work(rows, bodies)]
        if report.findings:
            return report
        _keep(who, rows, bodies, report)
        if dry_run:
            transaction.set_rollback(True)
    return report


def _as_meant(row: BodyRow) -> BodyRow:
    """Without the guards that an export puts before texts that would run as formulas."""
    return replace(
        row,
        names={language: unguard_formula(name) for language, name in row.names.items()},
        abbreviation=unguard_formula(row.abbreviation),
        source=unguard_formula(row.source),
    )


def _with_open_work(rows: Sequence[BodyRow], bodies: Mapping[str, Body]) -> list[Finding]:
    """Bodies with open work that several follow, which only a person can divide; or nobody."""
    known = set(BodySuccession.objects.values_list("body__code", "successor__code"))
    followed: dict[str, list[BodyRow]] = {}
    for row in rows:
        for code in row.follows:
            followed.setdefault(code, []).append(row)
    found = []
    for code, successors in followed.items():
        new = [row for row in successors if (code, row.code) not in known]
        divided = new and len(successors) > 1 and code in bodies
        if divided and live_assignments([bodies[code]]).exists():
            found.append(at(new[0].line, "body.divide_first", "follows", code))
    for row in rows:
        ends = row.code in bodies and row.valid_to and bodies[row.code].valid_to is None
        if ends and row.code not in followed and live_assignments([bodies[row.code]]).exists():
            place = at(row.line, "body.still_asked", "valid_to", "", body=row.code)
            found.append(place)
    return found


def _keep(who: User, rows: Sequence[BodyRow], bodies: dict[str, Body], report: TreeReport) -> None:
    said: list[history.Entry] = []
    fresh = [Body(code=row.code) for row in rows if row.code not in bodies]
    made = {body.code: body for body in fresh}
    for row in rows:
        if row.code in made:
            put(made[row.code], row, None)
    Body.objects.bulk_create(fresh, batch_size=500)
    bodies |= made
    changed = []
    for row in rows:
        body = bodies[row.code]
        difference = put(body, row, bodies.get(row.parent))
        if row.code in made:
            report.new.append(row.code)
            said.append(history.Entry("body.add", body, first_values(body)))
            changed.append(body)
        elif difference:
            report.changed[row.code] = difference
            body.row_version += 1
            changed.append(body)
            said.append(history.Entry("body.change", body, difference))
        else:
            report.unchanged += 1
    Body.objects.bulk_update(
        changed,
        ["state", "kind", "names", "abbreviation", "parent", "valid_from", "valid_to", "order",
         "source", "checked", "row_version"],
        batch_size=100,
    )  # fmt: skip
    _follow(rows, bodies, report, said)
    if said:
        history.record(who, said)


def _follow(
    rows: Sequence[BodyRow],
    bodies: Mapping[str, Body],
    report: TreeReport,
    said: list[history.Entry],
) -> None:
    """Keep what followed what; open work goes over where there is one successor."""
    known = set(BodySuccession.objects.values_list("body", "successor"))
    for row in rows:
        for code in row.follows:
            old, new = bodies[code], bodies[row.code]
            if (old.pk, new.pk) in known:
                continue
            follow(old, new, row.succession or Succession.MERGED, row.source, said)
            report.followed.append((code, row.code))
            report.moved.add(carry_over(old, new, said))


def follow(old: Body, new: Body, kind: Succession, source: str, said: list[history.Entry]) -> None:
    """Keep that ``new`` follows ``old`` from the day after its last day.

    The caller holds the transaction and records ``said``.
    """
    if old.valid_to is None:
        raise RuntimeError("a body is followed after its last day")
    made = BodySuccession.objects.create(
        body=old,
        successor=new,
        kind=kind.value,
        day=old.valid_to + timedelta(days=1),
        source=source,
    )
    difference: history.Difference = {
        "successor": [None, new.code],
        "succession": [None, kind.value],
        "day": [None, made.day.isoformat()],
    }
    said.append(history.Entry("body.follow", old, difference))
