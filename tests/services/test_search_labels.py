"""Themes that were printed or accepted are found and counted; what is only proposed is not."""

from __future__ import annotations

import pytest

from tests.factories import person, report
from upheld.services.label_bulk import accept_all, undo_labels
from upheld.services.propose_labels import propose_for
from upheld.services.search import search
from upheld.store.models import Record
from upheld.store.queries.proposals import ProposalFilter

pytestmark = pytest.mark.django_db

THEME = "Discrimination against women"


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
