"""Sending digests: one mail a person, at most once a day, in their language.

The row that says that a digest went out is made before the mail is sent: whoever is killed in
between has sent one mail too few, and the next day's digest says the same again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from upheld.core.errors import InputProblem
from upheld.core.reminders import LONGEST_SNOOZE, Rhythm, may_send
from upheld.core.roles import Action, Role
from upheld.services import history, mail
from upheld.services.digest_words import mail_text, subject
from upheld.services.digests import Item, digest
from upheld.services.permissions import Actor, allowed_everywhere, authorise, refusal, visible_to
from upheld.store.models import Assignment, Digest, Event, ReminderChoice, Snooze, User

REMINDED = (Role.FOCAL_POINT, Role.VALIDATOR, Role.COORDINATOR)
"""The roles whose holders have entries to write or to pass on."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one person is told: subject and text in their language. ``sent`` is false when only
    listed, or when the mail server did not take it."""

    person: User
    subject: str
    text: str
    sent: bool


def remind(actor: Actor, *, dry_run: bool = False, today: date | None = None) -> list[Reminder]:
    """Send every digest that is due today; ``dry_run`` lists them and changes nothing.

    Who: coordinator of the whole folder, and the program itself in their name. One transaction for
    each person; side effect: mails.
    """
    if not allowed_everywhere(actor, Action.REMIND):
        raise refusal(actor, Action.REMIND)
    today = today or timezone.localdate()
    return [
        reminder
        for person in _people()
        if (reminder := _remind(person, today, dry_run=dry_run)) is not None
    ]


def rhythm_of(person: User) -> Rhythm:
    """How often ``person`` wants the digest."""
    choice = ReminderChoice.objects.filter(user=person).first()
    return Rhythm(choice.rhythm) if choice else Rhythm.DAILY


def choose_rhythm(person: User, *, rhythm: Rhythm) -> None:
    """Set how often the digest comes. Who: everybody for themselves; it leaves no history."""
    ReminderChoice.objects.update_or_create(user=person, defaults={"rhythm": rhythm.value})


def snooze(actor: Actor, *, assignment: int, until: date, reason: str) -> Snooze:
    """Put off being reminded of an assignment; the due date and what others are told stay.

    Who: focal point of the body, for themselves. One transaction: snooze, history.
    ``InputProblem`` without a reason, or for a day in the past or far ahead.
    """
    with transaction.atomic():
        history.lock()
        asked = _asked(actor, assignment)
        who = authorise(actor, Action.REPORT, asked.body)
        today, reason = timezone.localdate(), " ".join(reason.replace("\0", " ").split())[:500]
        if not reason:
            raise InputProblem(_("Say why you put it off."))
        if not today <= until <= today + LONGEST_SNOOZE:
            raise InputProblem(
                _("A reminder can be put off by 90 days at most."),
                next_step=_("Choose a day from today on."),
            )
        made, _new = Snooze.objects.update_or_create(
            user=who,
            assignment=asked,
            defaults={"until": until, "reason": reason, "made_at": timezone.now()},
        )
        said: history.Difference = {"until": [None, until.isoformat()]}
        history.record(who, [history.Entry("assignment.snooze", asked, said, reason)])
    return made


def wake(actor: Actor, *, assignment: int) -> None:
    """Be reminded of an assignment again. Who: whoever put it off. One transaction."""
    with transaction.atomic():
        history.lock()
        asked = _asked(actor, assignment)
        who = authorise(actor, Action.REPORT, asked.body)
        gone, _rows = Snooze.objects.filter(user=who, assignment=asked).delete()
        if gone:
            history.record(who, [history.Entry("assignment.wake", asked)])


def _asked(actor: Actor, key: int) -> Assignment:
    rows = visible_to(actor, Assignment.objects.filter(pk=key)).select_related("body")
    found = rows.first()
    if found is None:
        raise InputProblem(_("Nobody was asked for this."))
    return found


def _people() -> Iterator[User]:
    held = User.objects.filter(is_active=True, role_bindings__role__in=REMINDED)
    yield from held.exclude(email="").distinct().order_by("username")


def _remind(person: User, today: date, *, dry_run: bool) -> Reminder | None:
    last = Digest.objects.filter(user=person).order_by("-day").first()
    if not may_send(rhythm_of(person), last=last.day if last else None, today=today):
        return None
    newest = Event.objects.order_by("-seq").values_list("seq", flat=True).first() or 0
    items = digest(person, today=today, after_event=last.newest_event if last else -1)
    if not items:
        return None
    with override(person.language or settings.LANGUAGE_CODE):
        head, text = subject(items), mail_text(items)
    if dry_run:
        return Reminder(person, head, text, sent=False)
    claimed = _claim(person, today, items, newest)
    if claimed is None:
        return None
    sent = mail.send(person.email, subject=head, text=text)
    if not sent:
        claimed.delete()
    return Reminder(person, head, text, sent=sent)


def _claim(person: User, today: date, items: list[Item], newest: int) -> Digest | None:
    """The row that says that today's digest is on its way; None when another process has it."""
    counts = Counter(item.topic.value for item in items)
    made, new = Digest.objects.get_or_create(
        user=person, day=today, defaults={"counts": dict(counts), "newest_event": newest}
    )
    return made if new else None
