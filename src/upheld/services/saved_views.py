"""Views of the records and of the overview that people keep, for themselves or for every member.

"Death penalty, noted, cycle 3" leads to the same question, choices and order whenever it is opened;
its link can be sent. Only its owner changes it.
"""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import Conflict, InputProblem, Refused
from upheld.core.roles import Action
from upheld.services import history
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.services.record_view import RecordView
from upheld.store.models import SavedView, Shows, User

MOST = 100
"""Views that one person keeps."""

LONGEST_NAME = 100
LONGEST_ADDRESS = 4_000


def saved_views(actor: Actor, shows: Shows | None = None) -> QuerySet[SavedView]:
    """The views that ``actor`` may open: their own, and those that others share; of all kinds."""
    rows = visible_to(actor, SavedView.objects.filter(deleted_at=None))
    if shows:
        rows = rows.filter(shows=shows)
    return rows.select_related("owner")


def deleted_view(actor: Actor, *, key: UUID) -> SavedView | None:
    """A view of ``actor`` that was deleted and can be restored."""
    rows = visible_to(actor, SavedView.objects.exclude(deleted_at=None))
    return rows.filter(key=key, owner=actor.pk).first()


def save_view(actor: Actor, *, name: str, view: RecordView, shared: bool = False) -> SavedView:
    """Keep ``view`` under a name. Who: every member, for themselves.

    One transaction: the view, its entry in the history. ``InputProblem`` without a name, with the
    name of another view of theirs, or when there are too many.
    """
    who = authorise(actor, Action.READ)
    return _keep(who, Shows.RECORDS, name, view.address(), shared)


def save_overview(actor: Actor, *, name: str, address: str, shared: bool = False) -> SavedView:
    """Keep an overview narrowed down to ``address`` ("cycle=3&body=VNM-MOJ") under a name.

    Who: every member, for themselves. Otherwise as ``save_view``.
    """
    who = authorise(actor, Action.READ)
    return _keep(who, Shows.OVERVIEW, name, address, shared)


def _keep(who: User, shows: Shows, name: str, address: str, shared: bool) -> SavedView:
    with transaction.atomic():
        history.lock()
        name = _free_name(who, name)
        if len(address) > LONGEST_ADDRESS:
            raise InputProblem(
                _("The question is too long to be kept."), next_step=_("Ask a shorter one.")
            )
        if SavedView.objects.filter(owner=who, deleted_at=None).count() >= MOST:
            raise InputProblem(
                _("You keep %(count)s views already.") % {"count": MOST},
                next_step=_("Delete one that you no longer need."),
            )
        row = SavedView.objects.create(
            owner=who,
            name=name,
            shows=shows.value,
            address=address,
            shared=shared,
            created_at=timezone.now(),
        )
        said: history.Difference = {
            "name": [None, name],
            "address": [None, address],
            "shared": [None, shared],
        }
        history.record(who, [history.Entry("view.save", row, said)])
    return row


def change_view(actor: Actor, *, key: UUID, row_version: int, name: str, shared: bool) -> SavedView:
    """Give a view another name, share it or keep it to oneself.

    Who: its owner. One transaction: the view, its entry in the history; without a change neither.
    ``Conflict`` when it was changed in another window meanwhile.
    """
    who = authorise(actor, Action.READ)
    with transaction.atomic():
        history.lock()
        row = _own(who, key)
        if row.row_version != row_version or row.deleted_at:
            raise Conflict(
                _("This view was changed while you were looking at it."),
                current={"name": row.name, "shared": row.shared, "row_version": row.row_version},
                next_step=_("Nothing was overwritten. Look at it as it stands now."),
            )
        name = _free_name(who, name, besides=row)
        said = {
            field: [before, after]
            for field, before, after in (
                ("name", row.name, name),
                ("shared", row.shared, shared),
            )
            if before != after
        }
        if said:
            row.name, row.shared = name, shared
            row.row_version += 1
            row.save(update_fields=["name", "shared", "row_version"])
            history.record(who, [history.Entry("view.change", row, said)])
    return row


def delete_view(actor: Actor, *, key: UUID) -> SavedView:
    """Delete a view; its link leads nowhere until it is restored. Who: its owner.

    One transaction: the view, its entry in the history. Deleting it again changes nothing.
    """
    return _set_deleted(actor, key, deleted=True)


def restore_view(actor: Actor, *, key: UUID) -> SavedView:
    """Take a deletion back. Who: its owner. One transaction, as for deleting."""
    return _set_deleted(actor, key, deleted=False)


def _set_deleted(actor: Actor, key: UUID, *, deleted: bool) -> SavedView:
    who = authorise(actor, Action.READ)
    with transaction.atomic():
        history.lock()
        row = _own(who, key)
        if (row.deleted_at is not None) == deleted:
            return row
        if not deleted:
            _free_name(who, row.name, besides=row)
        row.deleted_at = timezone.now() if deleted else None
        row.row_version += 1
        row.save(update_fields=["deleted_at", "row_version"])
        act = "view.delete" if deleted else "view.restore"
        history.record(who, [history.Entry(act, row, {"deleted": [not deleted, deleted]})])
    return row


def _own(who: User, key: UUID) -> SavedView:
    row = visible_to(who, SavedView.objects.select_related("owner")).filter(key=key).first()
    if row is None or (row.deleted_at and row.owner_id != who.pk):
        raise InputProblem(
            _("There is no such view."), next_step=_("Go back to your views; it may be deleted.")
        )
    if row.owner_id != who.pk:
        raise Refused(
            _("Only %(name)s may change this view.") % {"name": row.owner.get_full_name()},
            next_step=_("Open it and save it under a name of your own."),
        )
    return row


def _free_name(who: User, name: str, besides: SavedView | None = None) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise InputProblem(
            _("A view needs a name of at most %(count)s letters.") % {"count": LONGEST_NAME},
            next_step=_("Write what it shows, such as “Death penalty, noted”."),
        )
    others = SavedView.objects.filter(owner=who, deleted_at=None, name__iexact=name)
    if (others.exclude(pk=besides.pk) if besides else others).exists():
        raise InputProblem(
            _("You have a view named “%(name)s” already.") % {"name": name},
            next_step=_("Choose another name, or delete that one."),
        )
    return name
