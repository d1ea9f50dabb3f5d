"""The table of competences: labels of the lists, portfolios that ministries' names reveal."""

from __future__ import annotations

from upheld.core.competences import competent_bodies
from upheld.core.taxonomies import ENTRIES

SAROVIA = [
    ("MOJ", "ministry", {"en": "Ministry of Justice", "vi": "Bộ Tư pháp"}),
    ("MPS", "ministry", {"vi": "Bộ Công an"}),
    ("MOA", "ministry", {"en": "Ministry of Agriculture and Culture"}),
    ("UNION", "mass_organisation", {"en": "Union of Education Workers"}),
]


def test_a_ministry_is_known_by_its_name_in_either_language():
    found = competent_bodies(SAROVIA)
    assert found["Death penalty"] == ("MOJ", ("MPS",))
    assert found["Cultural rights"] == ("MOA", ())


def test_a_word_begins_where_a_word_of_the_name_begins():
    names = [("MOA", "ministry", {"en": "Ministry of Agriculture"})]
    assert "Cultural rights" not in competent_bodies(names)


def test_only_bodies_with_the_power_are_competent():
    assert "Right to education" not in competent_bodies(SAROVIA)


def test_a_second_choice_holds_only_without_a_first():
    home = ("MOHA", "ministry", {"en": "Ministry of Home Affairs"})
    labour = ("MOL", "ministry", {"en": "Ministry of Labour"})
    assert competent_bodies([home])["Labour"][0] == "MOHA"
    assert competent_bodies([home, labour])["Labour"][0] == "MOL"


def test_every_label_of_the_table_is_on_a_list():
    everything = [
        ("B", "ministry", {"en": "justice health foreign labour education police finance "
                                 "environment agriculture housing women children statistics "
                                 "religion ethnic culture home affairs defence inspectorate"}),
        ("C", "court", {"en": "supreme court"}),
        ("D", "prosecution", {"en": "public prosecutor"}),
    ]  # fmt: skip
    known = {entry.label for entry in ENTRIES}
    assert sorted(set(competent_bodies(everything)) - known) == []
