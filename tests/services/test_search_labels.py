"""Themes that were printed or accepted are found and counted; what is only proposed is not."""

from __future__ import annotations

import pytest

from tests.factories import person, report
from tests.services.published import annotation, write
from upheld.core.labels import Taxonomy
from upheld.services.import_published import import_list
from upheld.services.label_bulk import accept_all, undo_labels
from upheld.services.label_mapping import map_label
from upheld.services.propose_labels import propose_for
from upheld.services.record_view import RecordView
from upheld.services.search import search
from upheld.store.models import Label, Record, Term
from upheld.store.queries.proposals import ProposalFilter
from upheld.store.search_check import differing_records

pytestmark = pytest.mark.django_db

THEME = "Discrimination against women"
OLD = "A12 Acceptance of international norms"
SAME = "Acceptance of international norms"
TODAY = "Ratification of & accession to international instruments"


def found() -> tuple[int, int]:
    """How many the theme's facet counts, and how many a question for it finds."""
    counted = dict(search(person(), "").facets["theme"]).get(THEME, 0)
    return counted, search(person(), f'theme:"{THEME}"').total


def test_a_proposed_theme_is_found_once_a_person_has_accepted_it(settings, tmp_path) -> None:
    settings.UPHELD_DATA = tmp_path
    report()
    assert found() == (0, 0)
    propose_for(Record.objects.values_list("pk", flat=True))
    assert found() == (0, 0)
    done = accept_all(person(), above=0.5, within=ProposalFilter(taxonomy="theme"))
    assert found() == (1, 1)
    undo_labels(person(), change=done.change)
    assert found() == (0, 0)


def imported(settings, tmp_path, *themes: list[str]) -> None:
    settings.UPHELD_DATA = tmp_path
    rows = [annotation(n, Themes=[f"- {theme}" for theme in each]) for n, each in enumerate(themes)]
    import_list(person(), path=write(tmp_path, rows))


def test_a_theme_is_counted_by_its_name_of_today_and_stays_as_printed(settings, tmp_path) -> None:
    imported(settings, tmp_path, [OLD], [SAME], [TODAY], [OLD, TODAY])
    assert search(person(), "").facets["theme"] == ((TODAY, 4),)
    printed = Label.objects.filter(term__taxonomy=Taxonomy.THEME)
    assert sorted(printed.values_list("term__value", flat=True)) == sorted(
        [OLD, OLD, SAME, TODAY, TODAY]
    )


@pytest.mark.parametrize("kept", [OLD, SAME, TODAY])
def test_a_theme_is_chosen_and_asked_for_by_any_of_its_names(settings, tmp_path, kept) -> None:
    imported(settings, tmp_path, [OLD], [SAME], [TODAY], ["Right to health"])
    view = RecordView.of([("theme", kept)])
    assert view.chosen == {"theme": (TODAY,)}
    assert search(person(), "", facets={"theme": [kept]}).total == 3
    assert search(person(), f'theme:"{kept}"').total == 3
    assert search(person(), "theme:A12").total == 3


def test_what_a_person_says_a_label_stands_for_is_counted_at_once(settings, tmp_path) -> None:
    imported(settings, tmp_path, ["Rights of tomorrow"], ["Right to health"])
    new = Term.objects.get(value="Rights of tomorrow").pk
    assert dict(search(person(), "").facets["theme"]) == {
        "Rights of tomorrow": 1,
        "Right to health": 1,
    }
    map_label(person(), term=new, to="Right to health")
    assert dict(search(person(), "").facets["theme"]) == {"Right to health": 2}
    assert search(person(), "", facets={"theme": ["Rights of tomorrow"]}).total == 2
    assert differing_records() == []
    map_label(person(), term=new, to="")
    assert len(search(person(), "").facets["theme"]) == 2
