"""Saved views: kept by name, seen by their owner or by every member, deleted and restored."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser

from tests.factories import person
from upheld.core.errors import Conflict, InputProblem, Refused
from upheld.core.roles import Role
from upheld.services import history
from upheld.services.record_view import RecordView
from upheld.services.saved_views import (
    MOST,
    change_view,
    delete_view,
    deleted_view,
    restore_view,
    save_view,
    saved_views,
)
from upheld.store.models import Event, SavedView

pytestmark = pytest.mark.django_db
NOTED = RecordView.from_address("q=death+penalty&position=noted&sort=newest")


def keep(name: str = "Death penalty, noted", actor=None, *, shared: bool = False) -> SavedView:
    return save_view(actor or person(), name=name, view=NOTED, shared=shared)


def names(actor) -> list[str]:
    return [row.name for row in saved_views(actor)]


def acts() -> list[tuple[str, object]]:
    rows = Event.objects.filter(object_type="view").order_by("seq")
    return list(rows.values_list("action", "difference"))


def test_a_view_is_kept_with_question_choices_and_order() -> None:
    row = keep("  Death   penalty ")
    assert (row.name, RecordView.from_address(row.address)) == ("Death penalty", NOTED)
    said = {"name": [None, "Death penalty"], "address": [None, row.address]}
    assert acts() == [("view.save", {**said, "shared": [None, False]})]
    assert history.verify_chain() == []


def test_a_private_view_is_seen_by_its_owner_alone_and_a_shared_one_by_members() -> None:
    keep("mine")
    keep("ours", shared=True)
    assert names(person()) == ["mine", "ours"]
    assert names(person(Role.READER)) == ["ours"]
    assert names(person(Role.ADMINISTRATOR)) == ["ours"]
    assert names(person(None)) == []
    assert names(AnonymousUser()) == []


def test_who_may_not_read_keeps_nothing() -> None:
    for nobody in (person(None), AnonymousUser()):
        with pytest.raises(Refused):
            keep(actor=nobody)


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
def test_a_view_needs_a_name(name: str) -> None:
    with pytest.raises(InputProblem, match="A view needs a name of at most 100 letters"):
        keep(name)


def test_a_name_is_given_once_by_each_person() -> None:
    keep("noted")
    with pytest.raises(InputProblem, match="You have a view named “NOTED” already"):
        keep("NOTED")
    keep("noted", person(Role.READER))


def test_there_is_an_end_to_views_and_to_questions() -> None:
    for n in range(MOST):
        keep(f"view {n}")
    with pytest.raises(InputProblem, match=f"You keep {MOST} views already"):
        keep("one more")
    with pytest.raises(InputProblem, match="too long to be kept"):
        save_view(person(Role.READER), name="long", view=RecordView("x" * 5000))


def test_its_owner_renames_and_shares_it() -> None:
    row = keep()
    changed = change_view(person(), key=row.key, row_version=1, name="noted", shared=True)
    assert (changed.name, changed.shared, changed.row_version) == ("noted", True, 2)
    difference = {"name": ["Death penalty, noted", "noted"], "shared": [False, True]}
    assert acts()[1:] == [("view.change", difference)]
    change_view(person(), key=row.key, row_version=2, name="noted", shared=True)
    assert len(acts()) == 2


def test_nobody_else_changes_it() -> None:
    row = keep(shared=True)
    for act in (
        lambda who: change_view(who, key=row.key, row_version=1, name="x", shared=True),
        lambda who: delete_view(who, key=row.key),
    ):
        with pytest.raises(Refused, match="Only Trần Thị Hương may change this view"):
            act(person(Role.READER))
    private = keep("mine")
    with pytest.raises(InputProblem, match="There is no such view"):
        delete_view(person(Role.READER), key=private.key)
    with pytest.raises(InputProblem, match="There is no such view"):
        delete_view(person(), key=uuid4())


def test_a_change_in_another_window_is_not_overwritten() -> None:
    row = keep()
    change_view(person(), key=row.key, row_version=1, name="first", shared=False)
    with pytest.raises(Conflict) as conflict:
        change_view(person(), key=row.key, row_version=1, name="second", shared=False)
    assert conflict.value.current["name"] == "first"


def test_a_deleted_view_is_gone_for_everybody_and_comes_back() -> None:
    row = keep(shared=True)
    delete_view(person(), key=row.key)
    delete_view(person(), key=row.key)
    assert (names(person()), names(person(Role.READER))) == ([], [])
    assert deleted_view(person(), key=row.key) == row
    assert deleted_view(person(Role.READER), key=row.key) is None
    with pytest.raises(InputProblem, match="There is no such view"):
        restore_view(person(Role.READER), key=row.key)
    restore_view(person(), key=row.key)
    assert names(person(Role.READER)) == ["Death penalty, noted"]
    assert [act for act, _ in acts()] == ["view.save", "view.delete", "view.restore"]


def test_a_name_taken_meanwhile_is_not_restored_twice() -> None:
    row = keep()
    delete_view(person(), key=row.key)
    keep()
    with pytest.raises(InputProblem, match="already"):
        restore_view(person(), key=row.key)
