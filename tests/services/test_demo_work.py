"""The demo's workspace comes about by the services that people use."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.factories import report
from upheld.services import history
from upheld.services.accounts import operator
from upheld.services.body_import import import_bodies
from upheld.services.body_trees import shipped_tree
from upheld.services.demo_work import set_to_work
from upheld.services.propose_labels import propose_labels
from upheld.store.models import Assessment, Assignment, Entry, Plan, Reply

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_bodies_of_sarovia_are_at_work():
    document = report(12)
    who = operator()
    import_bodies(who, text=shipped_tree("XSP"))
    propose_labels(who)
    set_to_work(who, document=document)
    assert Assignment.objects.filter(state="confirmed", part="lead").count() >= 7
    assert Counter(Entry.objects.values_list("state", flat=True)) == {
        "published": 2,
        "accepted": 1,
        "validated": 1,
        "submitted": 1,
        "draft": 2,
    }
    assert Entry.objects.exclude(sent_back="").count() == 1
    assert (Assessment.objects.get().kind, Reply.objects.count()) == ("civil_society", 1)
    assert Plan.objects.get().actions.count() == 3
    assert history.verify_chain() == []
