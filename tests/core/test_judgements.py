"""What follows from judgements: same and same make same, same and different make different."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from upheld.core.judgements import Judged, Judgements, Verdict

KEYS = range(8)
pairs = st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda p: p[0] != p[1])
judged = st.builds(
    lambda pair, verdict: Judged(*pair, verdict), pairs, st.sampled_from(list(Verdict))
)
SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def agreeing(said: list[Judged[int]]) -> list[Judged[int]]:
    """Those judgements that may be made one after the other, as the service lets them be made."""
    kept: list[Judged[int]] = []
    for pair in said:
        if not Judgements(kept).would_contradict(pair):
            kept.append(pair)
    return kept


@given(st.lists(judged, max_size=20))
def test_same_is_an_equivalence(said: list[Judged[int]]) -> None:
    known = Judgements(said)
    for a in KEYS:
        assert known.verdict(a, a) is SAME
        for b in KEYS:
            assert known.verdict(a, b) is known.verdict(b, a)
            for c in KEYS:
                if known.verdict(a, b) is SAME and known.verdict(b, c) is SAME:
                    assert known.verdict(a, c) is SAME


@given(st.lists(judged, max_size=20))
def test_same_and_different_make_different(said: list[Judged[int]]) -> None:
    known = Judgements(agreeing(said))
    assert known.contradictions == []
    for a, b in combinations(KEYS, 2):
        for c in KEYS:
            if known.verdict(a, b) is SAME and known.verdict(b, c) is DIFFERENT:
                assert known.verdict(a, c) is DIFFERENT


@given(st.lists(judged, max_size=20))
def test_two_differences_say_nothing(said: list[Judged[int]]) -> None:
    kept = agreeing(said)
    known = Judgements(kept)
    for a, b in combinations(KEYS, 2):
        if known.verdict(a, b) is DIFFERENT:
            first, second = known.cluster(a), known.cluster(b)
            assert any(
                pair.verdict is DIFFERENT
                and {pair.one in first, pair.one in second} == {True, False}
                and {pair.other in first, pair.other in second} == {True, False}
                for pair in kept
            )


@given(st.lists(judged, max_size=20), st.randoms())
def test_the_order_of_judgements_says_nothing(said: list[Judged[int]], chance: object) -> None:
    shuffled = list(said)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = Judgements(said), Judgements(shuffled)
    for a, b in combinations(KEYS, 2):
        assert one.verdict(a, b) is other.verdict(a, b)
    assert set(one.clusters()) == set(other.clusters())


@given(st.lists(judged, max_size=20))
def test_clusters_are_the_records_that_are_the_same(said: list[Judged[int]]) -> None:
    known = Judgements(said)
    for key in KEYS:
        assert known.cluster(key) == {k for k in KEYS if known.verdict(key, k) is SAME}
    assert set(known.clusters()) == {known.cluster(k) for k in KEYS if len(known.cluster(k)) > 1}


def test_unsure_joins_and_parts_nothing() -> None:
    known = Judgements([Judged(1, 2, UNSURE)])
    assert known.verdict(1, 2) is None
    assert list(known.clusters()) == []


def test_what_says_the_opposite_is_told() -> None:
    known = Judgements([Judged(1, 2, SAME), Judged(2, 3, SAME), Judged(3, 4, DIFFERENT)])
    assert known.would_contradict(Judged(1, 3, DIFFERENT))
    assert known.would_contradict(Judged(1, 4, SAME))
    assert not known.would_contradict(Judged(1, 4, UNSURE))
    assert Judgements([Judged(1, 2, SAME), Judged(2, 1, DIFFERENT)]).contradictions == [(2, 1)]
