"""Which rows a person may see of each table, as a condition that the database applies.

Every list, count, search and export passes through ``visible_to`` of ``upheld.services.
permissions``; what is not named here follows the permission to read what the mechanisms said.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Model, Q

from upheld.core.entries import EntryState
from upheld.core.evidence import Confidentiality
from upheld.core.roles import RULES, Action
from upheld.services.held_roles import EVERY_BODY, Actor, bodies_for, own_bodies, roles_of
from upheld.store.models import (
    Assessment,
    AuthenticatorApp,
    Digest,
    Entry,
    Evidence,
    FailedSignIn,
    Invitation,
    InvitedRole,
    IssuedSheet,
    OpenSession,
    OutsideIdentity,
    Passkey,
    RecoveryCode,
    ReminderChoice,
    Reply,
    ReturnedSheet,
    RoleBinding,
    SavedView,
    SignInLink,
    Snooze,
    User,
)

NONE = Q(pk__in=())
ALL = ~NONE  # an empty Q() would vanish from "this or that" instead of holding for every row


def condition(actor: Actor, model: type[Model]) -> Q:
    """What must hold of a row of ``model`` for ``actor`` to see it."""
    rule = _RULES.get(model)
    if rule is not None:
        return rule(actor)
    return ALL if bodies_for(actor, Action.READ) != frozenset() else NONE


def _reads_published(actor: Actor) -> bool:
    return not roles_of(actor).isdisjoint(RULES[Action.READ_PUBLISHED])


def _of(actor: Actor, action: Action, field: str) -> Q:
    """Rows whose ``field`` is one of the bodies about which ``actor`` may do ``action``."""
    bodies = bodies_for(actor, action)
    return ALL if bodies is EVERY_BODY else Q(**{f"{field}__in": bodies})


def entries(actor: Actor, prefix: str = "") -> Q:
    """Published entries; those under way in one's bodies; drafts only where they are written."""
    state, body = f"{prefix}state", f"{prefix}body"
    under_way = {EntryState.SUBMITTED, EntryState.VALIDATED, EntryState.ACCEPTED}
    drafts = {EntryState.DRAFT, EntryState.WITHDRAWN}
    seen = Q(**{f"{state}__in": under_way}) & _of(actor, Action.READ_ENTRIES, body)
    writes = _of(actor, Action.REPORT, body) | _of(actor, Action.VALIDATE, body)
    seen |= Q(**{f"{state}__in": drafts}) & writes
    if _reads_published(actor):
        seen |= Q(**{state: EntryState.PUBLISHED})
    return seen


def assessments(actor: Actor, prefix: str = "") -> Q:
    """Published assessments; one's own before that. The State's officers see no draft of others."""
    seen = _of(actor, Action.ASSESS, f"{prefix}assessor")
    if bodies_for(actor, Action.GRADE) is EVERY_BODY:
        seen |= Q(**{f"{prefix}assessor__kind": "un_body"})
    if _reads_published(actor):
        seen |= Q(**{f"{prefix}published_at__isnull": False})
    return seen


def evidence(actor: Actor) -> Q:
    """Public evidence with what it stands under; official in one's bodies; private in one's own.

    What an assessor holds back stays with the assessor: no officer of the State sees it, however
    far their role reaches.
    """
    of_entry, of_assessment = Q(entry__isnull=False), Q(assessment__isnull=False)
    shown = of_entry & entries(actor, "entry__") | of_assessment & assessments(
        actor, "assessment__"
    )
    assessor = of_assessment & _of(actor, Action.ASSESS, "body")
    official = of_entry & _of(actor, Action.READ_ENTRIES, "body") | assessor
    writes = _of(actor, Action.ADD_EVIDENCE, "body") | _of(actor, Action.VALIDATE, "body")
    private = Q(body__in=own_bodies(actor)) & (of_entry & writes | assessor)
    return (
        Q(confidentiality=Confidentiality.PUBLIC) & shown
        | Q(confidentiality=Confidentiality.OFFICIAL) & official & shown
        | Q(confidentiality=Confidentiality.PRIVATE) & private
    )


def replies(actor: Actor) -> Q:
    """Replies to what one may see."""
    to_entries = Q(entry__isnull=False) & entries(actor, "entry__")
    return to_entries | (Q(assessment__isnull=False) & assessments(actor, "assessment__"))


def users(actor: Actor) -> Q:
    """Accounts, for who manages them: those with a role in one's bodies, and oneself."""
    bodies = bodies_for(actor, Action.MANAGE_USERS)
    if bodies is EVERY_BODY:
        return ALL
    held = RoleBinding.objects.filter(body__in=bodies).values("user")
    return Q(pk__in=held) | Q(pk=actor.pk)


def invitations(actor: Actor) -> Q:
    """Invitations, for who manages all the roles that they give."""
    bodies = bodies_for(actor, Action.MANAGE_USERS)
    if bodies is EVERY_BODY:
        return ALL
    beyond = InvitedRole.objects.exclude(body__isnull=False, body__in=bodies)
    named = InvitedRole.objects.filter(body__in=bodies)
    return Q(pk__in=named.values("invitation")) & ~Q(pk__in=beyond.values("invitation"))


def own(actor: Actor) -> Q:
    """What belongs to one person alone: their sessions, passkeys and reminders."""
    return Q(user=actor.pk) if isinstance(actor, User) else NONE


def saved_views(actor: Actor) -> Q:
    """One's own views of the records and those that are shared, for who may read records."""
    if not isinstance(actor, User) or bodies_for(actor, Action.READ) == frozenset():
        return NONE
    return Q(owner=actor.pk) | Q(shared=True)


def nobody(actor: Actor) -> Q:
    """What no list ever shows."""
    return NONE


def issued_sheets(actor: Actor) -> Q:
    """Sheets of the bodies for which one reports; they hold words that are nobody's yet."""
    return _of(actor, Action.REPORT, "body")


def returned_sheets(actor: Actor) -> Q:
    """What came back for the bodies for which one reports."""
    return _of(actor, Action.REPORT, "issue__body")


_RULES: dict[type[Model], Callable[[Actor], Q]] = {
    Entry: entries,
    Assessment: assessments,
    Evidence: evidence,
    Reply: replies,
    IssuedSheet: issued_sheets,
    ReturnedSheet: returned_sheets,
    SavedView: saved_views,
    User: users,
    Invitation: invitations,
    Digest: own,
    ReminderChoice: own,
    Snooze: own,
    OpenSession: own,
    Passkey: own,
    OutsideIdentity: own,
    AuthenticatorApp: nobody,
    RecoveryCode: nobody,
    SignInLink: nobody,
    FailedSignIn: nobody,
}
