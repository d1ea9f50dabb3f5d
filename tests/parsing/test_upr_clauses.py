"""One numbered item → its recommendations: words, States, and what fits none."""

from __future__ import annotations

import pytest

from upheld.parsing.upr_clauses import split_clauses

# (item, [(words, States) …])
CLAUSES = [
    # one demand, two brackets side by side
    ("Ratify CED (France) (Lithuania);", [("Ratify CED", ("FRA", "LTU"))]),
    # two demands parted by a semicolon
    ("Establish a moratorium (Uruguay); abolish the death penalty (Burundi) (Spain);",
     [("Establish a moratorium", ("URY",)), ("abolish the death penalty", ("BDI", "ESP"))]),
    # slash between verbs, object behind the last bracket
    ("Sign (Spain)/consider ratifying (Togo) the Covenant on\nwater;",
     [("Sign the Covenant on water", ("ESP",)),
      ("consider ratifying the Covenant on water", ("TGO",))]),
    # the same without a slash
    ("To sign (Spain) or to consider the ratification of (Mexico) the Covenant;",
     [("To sign the Covenant", ("ESP",)),
      ("to consider the ratification of the Covenant", ("MEX",))]),
    # one verb, its bracket before the object
    ("Ratify (Spain) the Covenant;", [("Ratify the Covenant", ("ESP",))]),
    # as many verbs as States, in their order
    ("Ratify/consider ratifying the CRPD (France, Mexico);",
     [("Ratify the CRPD", ("FRA",)), ("consider ratifying the CRPD", ("MEX",))]),
    # as many verbs as States, but not one each
    ("Sign/ratify the CRPD (France, Mexico, Chile);",
     [("Sign/ratify the CRPD", ("FRA", "MEX", "CHL"))]),
    # verbs that share an object of their own bracket
    ("Sign (Togo) and ratify (Benin) the Covenant (Togo, Benin);",
     [("Sign the Covenant", ("TGO",)), ("ratify the Covenant", ("BEN",))]),
    # nouns that share a verb
    ("Ratify CAT (Togo), CED (Benin) and the Rome Statute (Chile);",
     [("Ratify CAT", ("TGO",)), ("Ratify CED", ("BEN",)),
      ("Ratify the Rome Statute", ("CHL",))]),
    # a detail that only one State adds
    ("Adopt a plan for schools (Chile, Togo), including in villages (Togo);",
     [("Adopt a plan for schools", ("CHL",)),
      ("Adopt a plan for schools, including in villages", ("TGO",))]),
    # a detail of another State
    ("Adopt a plan for schools (Chile), including in villages (Togo);",
     [("Adopt a plan for schools", ("CHL",)),
      ("Adopt a plan for schools, including in villages", ("TGO",))]),
    # a second demand by "and"
    ("Adopt a plan (Chile) and establish an institution (Togo);",
     [("Adopt a plan", ("CHL",)), ("establish an institution", ("TGO",))]),
    # a second demand that points back
    ("Ratify the Protocol (Chile) and establish a mechanism in line with it (Chile);",
     [("Ratify the Protocol and establish a mechanism in line with it", ("CHL",))]),
    # two demands of one State
    ("Ban child labour (Ireland), ratify ILO Convention No. 138 (Ireland);",
     [("Ban child labour", ("IRL",)), ("ratify ILO Convention No. 138", ("IRL",))]),
    # a gerund takes the verb before the other gerund
    ("Consider signing (Togo) or ratifying (Chad) CED;",
     [("Consider signing CED", ("TGO",)), ("Consider ratifying CED", ("TCD",))]),
    # when, printed behind the bracket, for another State
    ("Ratify CED (Chile), as soon as possible (Togo);",
     [("Ratify CED", ("CHL",)), ("Ratify CED, as soon as possible", ("TGO",))]),
    # who recommends stands before the words as well
    ("Recommends that Sarovia open schools (Chile);",
     [("Recommends that Sarovia open schools", ("CHL",))]),
    # several recommendations of one State under one bracket
    ("Recommends that schools open; recommends that courts close (Chile);",
     [("Recommends that schools open", ("CHL",)), ("recommends that courts close", ("CHL",))]),
    # a State known and a name that is none share the words
    ("Adopt a plan (Chile, Atlantis);", [("Adopt a plan", ("CHL",))]),
    # no bracket: the words stand without a State
    ("Adopt a plan for schools;", [("Adopt a plan for schools", ())]),
    # bracket never closed
    ("Adopt a plan (Chile;", [("Adopt a plan", ("CHL",))]),
    # a heading of the next items behind the bracket
    ("Adopt a plan (Chile);\nB. Rights of the child\n", [("Adopt a plan", ("CHL",))]),
]  # fmt: skip
# Sessions 1 to 3 collect the demands of a State under one number.
COLLECTED = [
    # parted by semicolons
    ("To pursue its efforts; to better distribute food; and to train judges (Cameroon)",
     ["To pursue its efforts", "to better distribute food", "to train judges"]),
    # parted by letters
    ("To (a) adopt a law, (b) train judges and (c) open courts (Cameroon)",
     ["To adopt a law", "To train judges", "To open courts"]),
    # a part that is no demand goes on
    ("To adopt a plan; for all provinces (Cameroon)", ["To adopt a plan; for all provinces"]),
]  # fmt: skip
# (item, the words that fit no recommendation)
LEFT_OVER = [
    # nothing left
    ("Adopt a plan (Chile);", ""),
    # "and" before the next item
    ("Adopt a plan (Chile); and", ""),
    # a footnote's mark
    ("Adopt a plan (Chile).12", ""),
    ("Adopt a plan (Chile);¹²", ""),
    # words behind the last bracket
    ("Adopt a plan (Chile), with a view to peace;", "with a view to peace"),
    # a demand without a State behind a semicolon
    ("Adopt a plan (Chile); open schools;", "open schools"),
    # the same behind an object that was used
    ("Sign (Spain)/ratify (Togo) CED; open schools;", "open schools"),
    # the State's own comment on a line of its own
    ("Adopt a plan (Chile);\nSarovia is not in a position to accept this;",
     "Sarovia is not in a position to accept this"),
    # a heading with its letter is no word of the item
    ("Adopt a plan (Chile);\nB. Rights of the child\n", ""),
    # one without a letter cannot be told from words
    ("Adopt a plan (Chile);\nRights of the child\n", "Rights of the child"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "expected"), CLAUSES)
def test_an_item_gives_its_recommendations(
    item: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(c.text, c.states) for c in split_clauses(item).clauses] == expected


@pytest.mark.parametrize(("item", "expected"), COLLECTED)
def test_the_demands_collected_under_one_number_of_2008(item: str, expected: list[str]) -> None:
    found = split_clauses(item, collected=True).clauses
    assert [(c.text, c.states) for c in found] == [(words, ("CMR",)) for words in expected]


@pytest.mark.parametrize(("item", "expected"), LEFT_OVER)
def test_words_that_fit_no_recommendation_are_handed_back(item: str, expected: str) -> None:
    read = split_clauses(item)
    assert read.left_over == expected
    assert expected in " ".join(item[read.left_start :].split())


def test_names_that_are_no_state_are_handed_back() -> None:
    (clause,) = split_clauses("Adopt a plan (Chile, Atlantis);").clauses
    assert clause.unrecognised == ("Atlantis",)


def test_a_clause_leads_to_all_of_its_words() -> None:
    item = (
        "Sign (Spain)/ratify (Togo) the Covenant; adopt a plan (Chile), also for villages (Benin);"
    )
    read = split_clauses(item)
    assert [item[clause.start : clause.end] for clause in read.clauses] == [
        "Sign (Spain)/ratify (Togo) the Covenant",
        "ratify (Togo) the Covenant",
        "adopt a plan (Chile)",
        "adopt a plan (Chile), also for villages (Benin)",
    ]
