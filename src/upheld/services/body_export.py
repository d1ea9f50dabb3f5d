"""The tree of bodies as a table that the import takes back unchanged."""

from __future__ import annotations

import csv
import io
from collections import defaultdict

from upheld.core.body_rows import COLUMNS, NAME
from upheld.core.roles import Action
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store.models import Body, BodySuccession
from upheld.writing.formula import guard_formula


def export_bodies(actor: Actor, *, state: str = "") -> str:
    """The bodies of all times as CSV with a byte order mark, of one State or of all.

    Who: everyone who may read. No side effects.
    """
    who = authorise(actor, Action.EXPORT)
    rows = visible_to(who, Body.objects.select_related("parent"))
    if state:
        rows = rows.filter(state=state)
    bodies = list(rows)
    followed = defaultdict(list)
    for one in BodySuccession.objects.select_related("body").order_by("day", "body__code"):
        followed[one.successor_id].append(one)
    others = sorted({f"{NAME}{code}" for body in bodies for code in body.names} - {*COLUMNS})
    columns = [*COLUMNS[:6], *others, *COLUMNS[6:]]
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.DictWriter(out, columns, lineterminator="\r\n", restval="")
    writer.writeheader()
    for body in bodies:
        writer.writerow({name: guard_formula(text) for name, text in _cells(body, followed)})
    return out.getvalue()


def _cells(body: Body, followed: dict[int, list[BodySuccession]]) -> list[tuple[str, str]]:
    before = followed.get(body.pk, [])
    return [
        ("code", body.code),
        ("state", body.state),
        ("kind", body.kind),
        ("parent", body.parent.code if body.parent else ""),
        *((f"{NAME}{language}", name) for language, name in body.names.items()),
        ("abbreviation", body.abbreviation),
        ("valid_from", body.valid_from.isoformat() if body.valid_from else ""),
        ("valid_to", body.valid_to.isoformat() if body.valid_to else ""),
        ("order", str(body.order)),
        ("follows", " ".join(one.body.code for one in before)),
        ("succession", before[0].kind if before else ""),
        ("source", body.source),
        ("checked", "yes" if body.checked else "no"),
    ]
