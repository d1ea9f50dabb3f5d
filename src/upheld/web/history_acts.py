"""Every act that the history tells of, and every kind of thing, in the reader's words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from upheld.store.models import Event
from upheld.web.account_words import ACCOUNT_ACTS
from upheld.web.body_history import ACTS as BODY_ACTS
from upheld.web.body_history import told_of_body
from upheld.web.entry_words import ACTS as ENTRY_ACTS
from upheld.web.history_words import ACTS as RECORD_ACTS
from upheld.web.history_words import Told, told

_MORE: dict[str, Promise] = {
    "document.ingest": _("document taken in"),
    "reading.add": _("file added"),
    "reading.import": _("import begun"),
    "finding.settle": _("finding settled"),
    "record.return": _("in force again"),
    "record.assessed": _("assessed by others"),
    "law.add": _("law added"),
    "law.end": _("last day of the law set"),
    "body.undo": _("a change was undone"),
    "assignment.snooze": _("put off"),
    "assignment.wake": _("no longer put off"),
    "assessment.draft": _("assessment begun"),
    "assessment.change": _("assessment changed"),
    "assessment.publish": _("assessment published"),
    "assessment.withdraw": _("assessment withdrawn"),
    "reply.write": _("replied"),
    "reply.withdraw": _("reply withdrawn"),
    "evidence.add": _("evidence added"),
    "evidence.describe": _("evidence described anew"),
    "evidence.remove": _("evidence removed"),
    "evidence.restore": _("evidence restored"),
    "evidence.mask": _("personal data masked"),
    "evidence.keep_apart": _("original kept apart"),
    "evidence.destroy": _("original destroyed"),
    "plan.add": _("plan begun"),
    "plan.change": _("plan changed"),
    "plan.close": _("plan closed"),
    "plan.open": _("plan opened again"),
    "action.add": _("action added to the plan"),
    "action.change": _("action changed"),
    "action.withdraw": _("action withdrawn"),
    "action.restore": _("action restored"),
    "action.undo": _("a change was undone"),
    "action.answer": _("linked with records"),
    "action.unanswer": _("no longer linked with a record"),
    "action.move": _("handed on to another body"),
    "action.milestone": _("milestone changed"),
    "indicator.add": _("indicator added"),
    "indicator.change": _("indicator changed"),
    "indicator.measure": _("value measured"),
    "sheet.return": _("sheet sent back"),
    "sheet.store": _("rows of the sheet taken over"),
    "sheet.drop": _("sheet set aside"),
    "entry.move": _("handed on to another body"),
    "invitation.make": _("invited"),
    "invitation.renew": _("invitation renewed"),
    "invitation.revoke": _("invitation withdrawn"),
    "user.hand_over": _("work handed over"),
    "view.save": _("view saved"),
    "view.change": _("view changed"),
    "view.delete": _("view deleted"),
    "view.restore": _("view restored"),
}

ACTS: dict[str, Promise] = RECORD_ACTS | ACCOUNT_ACTS | BODY_ACTS | ENTRY_ACTS | _MORE
"""The words of each act by its code."""

KINDS: dict[str, Promise] = {
    "record": _("Record"),
    "document": _("Document"),
    "reading": _("Reading"),
    "finding": _("Finding"),
    "import": _("Import"),
    "label": _("Label"),
    "law": _("Law"),
    "body": _("National body"),
    "assignment": _("Assignment"),
    "entry": _("Entry"),
    "assessment": _("Assessment"),
    "evidence": _("Evidence"),
    "reply": _("Reply"),
    "plan": _("Plan"),
    "action": _("Action"),
    "indicator": _("Indicator"),
    "sheet": _("Sheet"),
    "returned sheet": _("Returned sheet"),
    "user": _("Account"),
    "invitation": _("Invitation"),
    "view": _("Saved view"),
}
"""What an act is done to."""


def told_of(event: Event) -> Told:
    """An event in words, whatever it is about."""
    said = told_of_body(event) if event.object_type in {"body", "assignment"} else told(event)
    act = str(ACTS.get(event.action, event.action))
    return Told(said.time, said.who, act, said.reason, said.by_hand, said.changes)
