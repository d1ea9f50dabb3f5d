"""Labels of no known list wait, and a person says what they stand for."""

from __future__ import annotations

import pytest

from tests.factories import person
from tests.services.published import annotation, write
from upheld.core.errors import InputProblem, Refused
from upheld.core.labels import Taxonomy
from upheld.core.roles import Role
from upheld.services import history
from upheld.services.import_published import import_list
from upheld.services.label_mapping import WaitingLabel, map_label, waiting_labels
from upheld.store.models import Event, Term
from upheld.store.queries.label_meanings import meanings

pytestmark = pytest.mark.django_db

NEW = "Rights of tomorrow"


@pytest.fixture(autouse=True)
def imported(settings, tmp_path):
    settings.UPHELD_DATA = tmp_path
    rows = [annotation(n, Themes=[f"- {NEW}", "- Impunity & transparency"]) for n in range(3)]
    import_list(person(), path=write(tmp_path, rows))


def term(label: str) -> Term:
    return Term.objects.get(value=label)


def test_a_new_name_waits():
    expected = WaitingLabel(term(NEW).pk, Taxonomy.THEME, NEW, 3, "")
    assert waiting_labels(person(Role.READER)) == [expected]


def test_a_mapping_is_kept_with_its_history_and_can_be_taken_back():
    map_label(person(), term=term(NEW).pk, to="Right to health")
    assert waiting_labels(person())[0].mapped_to == "Right to health"
    assert meanings()[term(NEW).pk] == "Right to health"
    map_label(person(), term=term(NEW).pk, to="")
    assert meanings()[term(NEW).pk] == NEW
    told = [event.difference["mapped_to"] for event in Event.objects.filter(action="label.map")]
    assert told == [[None, "Right to health"], ["Right to health", None]]


def test_the_same_mapping_again_changes_nothing():
    map_label(person(), term=term(NEW).pk, to="Right to health")
    head = history.head()
    map_label(person(), term=term(NEW).pk, to="Right to health")
    assert history.head() == head


def test_a_mapped_label_is_no_longer_told_as_unknown(tmp_path):
    map_label(person(), term=term(NEW).pk, to="Right to health")
    rows = [annotation(n, Themes=[f"- {NEW}"]) for n in range(4)]
    report = import_list(person(), path=write(tmp_path, rows, name="b.json"))
    assert dict(report.unknown_labels) == {}


def test_known_names_follow_the_crosswalk():
    assert meanings()[term("Impunity & transparency").pk] == "Rule of law & impunity"


def test_only_names_of_today_can_be_chosen():
    with pytest.raises(InputProblem):
        map_label(person(), term=term(NEW).pk, to="Nonsense")
    with pytest.raises(InputProblem):
        map_label(person(), term=0, to="Right to health")


def test_only_a_coordinator_maps():
    with pytest.raises(Refused):
        map_label(person(Role.READER), term=term(NEW).pk, to="Right to health")
    with pytest.raises(Refused):
        waiting_labels(person(None))
