"""Labels of all versions, and what they are called today."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.labels import Taxonomy
from upheld.core.taxonomies import (
    ENTRIES,
    GOALS,
    GOALS_AND_TARGETS,
    find,
    is_known,
    labels_of,
    newest,
    renamed,
)


@pytest.mark.parametrize(
    ("taxonomy", "printed", "today"),
    [
        (
            "theme",
            "A12 Acceptance of international norms",
            "Ratification of & accession to international instruments",
        ),
        ("theme", "Impunity & transparency", "Rule of law & impunity"),
        ("theme", "RIGHT TO EDUCATION", "Right to education"),
        ("theme", "Equality and non-discrimination", "Equality & non-discrimination"),
        ("persons", "girls", "Women & girls"),
        ("issue", "NHRI", "National Human Rights Institution"),
        ("theme", "A name of tomorrow", "A name of tomorrow"),
    ],
)
def test_the_name_of_today(taxonomy, printed, today):
    assert newest(taxonomy, printed) == today


@pytest.mark.parametrize(
    ("taxonomy", "printed", "known"),
    [
        ("theme", "Right to health", True),
        ("theme", "Justice", False),
        ("issue", "Justice", True),
        ("theme", "A12 Words that are new", True),
        ("theme", "Z99 Words that are new", False),
        ("sdg", "16.3", True),
        ("sdg", "4.C", True),
        ("sdg", "18", False),
    ],
)
def test_what_is_known(taxonomy, printed, known):
    assert is_known(taxonomy, printed) is known


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("A12", ("Ratification of & accession to international instruments",)),
        ("a12 acceptance", ("Ratification of & accession to international instruments",)),
        ("E51", ("Right to education - General",)),
        ("ratification of", ()),
        ("zebra", ()),
        ("", ()),
    ],
)
def test_labels_are_known_by_what_they_were_called(words, names):
    assert renamed(Taxonomy.THEME, words) == names


def test_there_are_17_goals_with_169_targets():
    assert (len(GOALS), len(GOALS_AND_TARGETS)) == (17, 17 + 169)
    assert " ".join(labels_of(Taxonomy.SDG)[:9]) == "1 1.1 1.2 1.3 1.4 1.5 1.a 1.b 2"


def test_every_newer_name_is_a_name():
    assert [
        entry for entry in ENTRIES if entry.newer and not find(entry.taxonomy, entry.newer)
    ] == []


@pytest.mark.parametrize("taxonomy", [Taxonomy.THEME, Taxonomy.PERSONS, Taxonomy.ISSUE])
def test_names_of_today_stand_for_themselves(taxonomy):
    names = labels_of(taxonomy)
    assert [name for name in names if newest(taxonomy, name) != name] == []
    assert len(names) > 20


@given(st.sampled_from(list(Taxonomy)), st.text())
def test_the_name_of_today_is_of_today(taxonomy, printed):
    once = newest(taxonomy, printed)
    assert newest(taxonomy, once) == once
