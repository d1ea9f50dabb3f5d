"""Where an entry stands and what can be done with it, in words and signs; parts and timing."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from upheld.core.entries import EntryState, Step
from upheld.core.planning import Part
from upheld.core.reminders import Rhythm
from upheld.core.reporting_clock import Timing
from upheld.services.step_names import STATE_NAMES
from upheld.web.words import Sign

ENTRY_STATES: dict[str, Sign] = {
    EntryState.DRAFT: Sign("", "✎", STATE_NAMES[EntryState.DRAFT]),
    EntryState.SUBMITTED: Sign("", "→", STATE_NAMES[EntryState.SUBMITTED]),
    EntryState.VALIDATED: Sign("", "✓", STATE_NAMES[EntryState.VALIDATED]),
    EntryState.ACCEPTED: Sign("", "✓✓", STATE_NAMES[EntryState.ACCEPTED]),
    EntryState.PUBLISHED: Sign("good", "●", STATE_NAMES[EntryState.PUBLISHED]),
    EntryState.WITHDRAWN: Sign("", "–", STATE_NAMES[EntryState.WITHDRAWN]),
}

SENT_BACK = Sign("warn", "↩", _("sent back"))
"""In the place of "draft" while a person has to answer a reason."""

SILENT = Sign("warn", "…", _("silent"))
"""Nothing was sent in for a long time (``upheld.core.reporting_clock.SILENT_AFTER``)."""

PARTS: dict[str, Promise] = {Part.LEAD: _("leads"), Part.SUPPORT: _("supports")}

BUTTONS: dict[str, Promise] = {
    Step.SUBMIT: _("Submit"),
    Step.RECALL: _("Recall the entry"),
    Step.VALIDATE: _("Validate"),
    Step.ACCEPT: _("Accept the entry"),
    Step.PUBLISH: _("Publish"),
    Step.SEND_BACK: _("Send back"),
    Step.WITHDRAW: _("Withdraw this draft"),
}

ON_CHOSEN: dict[str, Promise] = {
    Step.VALIDATE: _("Validate the chosen entries"),
    Step.ACCEPT: _("Accept the chosen entries"),
    Step.PUBLISH: _("Publish the chosen entries"),
}

TAKEN: dict[str, Promise] = {
    Step.SUBMIT: _("The entry is submitted."),
    Step.RECALL: _("The entry is a draft again."),
    Step.VALIDATE: _("The entry is validated."),
    Step.ACCEPT: _("The entry is accepted."),
    Step.PUBLISH: _("The entry is published."),
    Step.SEND_BACK: _("The entry is sent back."),
    Step.WITHDRAW: _("The draft is withdrawn."),
}

FIELDS: dict[str, Promise] = {
    "done": _("What was done"),
    "result": _("Result"),
    "status": _("Status"),
    "as_of": _("As of"),
    "language": _("Language of the words"),
    "action": _("Action of the plan"),
}

ACTS: dict[str, Promise] = {
    "entry.begin": _("began the draft"),
    "entry.write": _("wrote in the draft"),
    "entry.submit": _("submitted it"),
    "entry.recall": _("recalled it"),
    "entry.validate": _("validated it"),
    "entry.accept": _("accepted it"),
    "entry.publish": _("published it"),
    "entry.send_back": _("sent it back"),
    "entry.withdraw": _("withdrew it"),
    "entry.undo": _("took the last step back"),
    "entry.hand_over": _("handed it over"),
}

QUEUE_NAMES: dict[Step, Promise] = {
    Step.VALIDATE: _("To validate"),
    Step.ACCEPT: _("To accept"),
    Step.PUBLISH: _("To publish"),
}

SHOWS: dict[str, Promise] = {
    "open": _("to be answered"),
    "late": _("late"),
    "sent_back": _("sent back"),
    "draft": _("drafts"),
    "on_its_way": _("on their way"),
    "all": _("all"),
}

RHYTHMS: dict[str, Promise] = {
    Rhythm.DAILY: _("once a day"),
    Rhythm.WEEKLY: _("once a week"),
    Rhythm.NEVER: _("never; I look at the pages"),
}

TIMINGS: dict[str, Sign] = {
    Timing.LATE: Sign("bad", "!", _("late")),
    Timing.DUE_SOON: Sign("warn", "◷", _("due soon")),
    Timing.AHEAD: Sign("", "◷", _("ahead")),
    Timing.NO_DATE: Sign("", "–", _("no date")),
    Timing.ANSWERED: Sign("good", "✓", _("answered")),
}
