"""What a person selected on a list: by name or by the question, never more than they may see."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser

from tests.factories import person
from tests.services.printed import many, printed
from upheld.core.errors import InputProblem
from upheld.core.roles import Role
from upheld.services import reshape
from upheld.services.ingest import keep
from upheld.services.record_view import RecordView
from upheld.services.selection import Selection, select
from upheld.store.models import Record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def documents(settings, tmp_path: Path) -> None:
    settings.UPHELD_DATA = tmp_path
    keep(person(), printed(many(12)))


def ids(selection: Selection, actor=None, **bounds: int) -> list[str]:
    found = select(actor or person(Role.READER), selection, **bounds)
    return [record.public_id for record in found.read(Record.objects.all())]


def shown(address: str, **bounds: int) -> list[str]:
    return ids(Selection(view=RecordView.from_address(address)), **bounds)


def test_named_records_keep_the_order_in_which_they_were_named() -> None:
    first, second = every()[:2]
    assert ids(Selection((second, first, second, "A-HRC-1-1-1"))) == [second, first]


def every() -> list[str]:
    return list(Record.objects.order_by("order").values_list("public_id", flat=True))


@pytest.mark.parametrize(
    "address", ["", "state=XSP", "symbol=a%2Fhrc%2F90%2F7", "q=-nothing", "kind=recommendation"]
)
def test_a_view_selects_all_that_it_shows(address: str) -> None:
    assert shown(address) == every()


def test_the_oldest_come_first_when_asked() -> None:
    assert shown("sort=oldest") == every()


def test_what_is_no_longer_in_force_is_not_selected_by_name() -> None:
    one, other = every()[:2]
    joined = reshape.merge(person(), seen={one: 1, other: 1}).public_id
    assert ids(Selection((one, other, joined))) == [joined]
    assert shown("review=merged") == sorted({one, other} - {joined})


def test_too_few_and_too_many_are_refused_as_a_whole() -> None:
    with pytest.raises(InputProblem, match="Select at least 2 records"):
        ids(Selection(tuple(every()[:1])), fewest=2)
    with pytest.raises(InputProblem, match="to 5 records at once, and 12 are selected"):
        shown("", most=5)
    with pytest.raises(InputProblem, match="to 5 records at once, and 12 are selected"):
        shown("q=-nothing", most=5)
    with pytest.raises(InputProblem, match="Select at least 1 record"):
        ids(Selection())


@pytest.mark.parametrize("address", ["", "q=-nothing"])
def test_who_may_read_nothing_selects_nothing(address: str) -> None:
    nobody = AnonymousUser()
    view = Selection(view=RecordView.from_address(address))
    assert ids(view, nobody, fewest=0) == []
    assert ids(Selection(tuple(every())), nobody, fewest=0) == []


def test_a_long_selection_is_read_in_few_questions(django_assert_max_num_queries) -> None:
    keep(person(), printed(many(700), symbol="A/HRC/91/8"))
    found = select(person(Role.READER), Selection(view=RecordView()))
    with django_assert_max_num_queries(2):
        assert len(list(found.read(Record.objects.all()))) == 712
