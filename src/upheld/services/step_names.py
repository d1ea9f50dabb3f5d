"""States, steps and needs of an entry in words: "sent back", "say what was done"."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from upheld.core.entries import EntryState, Step
from upheld.core.entry_needs import Need

STATE_NAMES: dict[EntryState, Promise] = {
    EntryState.DRAFT: pgettext_lazy("entry", "draft"),
    EntryState.SUBMITTED: pgettext_lazy("entry", "submitted"),
    EntryState.VALIDATED: pgettext_lazy("entry", "validated"),
    EntryState.ACCEPTED: pgettext_lazy("entry", "accepted"),
    EntryState.PUBLISHED: pgettext_lazy("entry", "published"),
    EntryState.WITHDRAWN: pgettext_lazy("entry", "withdrawn"),
}

# Each completes "somebody who may … entries".
STEP_NAMES: dict[Step, Promise] = {
    Step.SUBMIT: pgettext_lazy("step", "submit"),
    Step.RECALL: pgettext_lazy("step", "recall"),
    Step.VALIDATE: pgettext_lazy("step", "validate"),
    Step.ACCEPT: pgettext_lazy("step", "accept"),
    Step.PUBLISH: pgettext_lazy("step", "publish"),
    Step.SEND_BACK: pgettext_lazy("step", "send back"),
    Step.WITHDRAW: pgettext_lazy("step", "withdraw"),
}

NEEDS: dict[Need, Promise] = {
    Need.DONE: _("Say what was done, or why nothing was."),
    Need.RESULT: _("Say what came of it; of a part, which part is still missing."),
    Need.STATUS: _("Choose the status whose criteria are met."),
    Need.EVIDENCE: _("Add at least one piece of evidence; this status may not be claimed without."),
    Need.AS_OF: _("The day for which this holds lies in the future."),
}
