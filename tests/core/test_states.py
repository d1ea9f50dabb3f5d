"""States as documents print them, and what must never be taken for one."""

from __future__ import annotations

from collections import Counter
from timeit import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.states import STATES, RegionalGroup, State, StateKind, find_state, state
from upheld.core.states_table import Alias, read_aliases


def found(printed: str) -> str | None:
    party = find_state(printed)
    return party.iso3 if party else None


def test_the_table_is_complete() -> None:
    assert Counter(party.kind for party in STATES) == {
        StateKind.MEMBER: 193,
        StateKind.OBSERVER: 2,
        StateKind.NON_MEMBER: 2,
        StateKind.ENTITY: 2,
        StateKind.SPECIMEN: 2,
    }
    members = [party for party in STATES if party.kind is StateKind.MEMBER]
    assert Counter(party.group for party in members) == {
        RegionalGroup.AFRICAN: 54,
        RegionalGroup.ASIA_PACIFIC: 54,
        RegionalGroup.EASTERN_EUROPEAN: 23,
        RegionalGroup.LATIN_AMERICAN_CARIBBEAN: 33,
        RegionalGroup.WESTERN_EUROPEAN_OTHER: 29,
    }


@pytest.mark.parametrize("column", ["iso3", "iso2", "name"])
def test_no_two_states_share_a_code_or_name(column: str) -> None:
    values = [getattr(party, column) for party in STATES]
    assert sorted(set(values)) == sorted(values)


@pytest.mark.parametrize("party", STATES, ids=lambda party: party.iso3)
def test_every_name_in_every_language_finds_its_state(party: State) -> None:
    names = [*party.names.values(), *party.formal_names.values()]
    assert [name for name in names if not name or find_state(name) is not party] == []


@pytest.mark.parametrize("alias", read_aliases(), ids=lambda alias: f"{alias.iso3}-{alias.form}")
def test_every_other_form_finds_its_state(alias: Alias) -> None:
    assert found(alias.form) == alias.iso3


def test_a_state_knows_its_names() -> None:
    viet_nam = state("VNM")
    assert (viet_nam.name, viet_nam.formal_name) == (
        "Viet Nam",
        "Socialist Republic of Viet Nam",
    )
    assert (viet_nam.name_in("vi"), viet_nam.name_in("ru")) == ("Việt Nam", "Вьетнам")
    assert viet_nam.name_in("de") == "Viet Nam"
    assert (viet_nam.m49, viet_nam.group) == ("704", RegionalGroup.ASIA_PACIFIC)


def test_codes_that_only_symbols_use() -> None:
    assert state("FIJ") is state("FJI")
    with pytest.raises(KeyError):
        state("XXX")


def test_kosovo_carries_its_footnote() -> None:
    assert "resolution 1244 (1999)" in state("XKX").footnote
    assert [party.iso3 for party in STATES if party.footnote] == ["XKX"]


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("the Netherlands", "NLD"),
        ("and the Philippines", "PHL"),
        ("Spain1", "ESP"),
        ("Viet Nam3", "VNM"),
        ("Kosovo*", "XKX"),
        ("Uganda)", "UGA"),
        ("VIET NAM", "VNM"),
        ("Iran (Islamic\nRepublic of)", "IRN"),
        ("Iran, Islamic Republic of", "IRN"),
        ("Islamic Republic of Iran", "IRN"),
        ("Venezuela (the Bolivarian Republic of)", "VEN"),
        ("Republic of Austria", "AUT"),
        ("Government of Chad", "TCD"),
        ("Korea (Republic of)", "KOR"),
        ("Congo", "COG"),
        ("Democratic Republic of Congo", "COD"),
        ("Republic of Sarovia", "XSP"),
        ("刚果（金）", "COD"),
        ("Иран (Исламская Республика)", "IRN"),
    ],
)
def test_printed_forms(printed: str, code: str) -> None:
    assert found(printed) == code


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Phillippines", "PHL"),
        ("Lichtenstein", "LIE"),
        ("Kazakstan", "KAZ"),
        ("Untied States of America", "USA"),
        ("Bosnia and Herzogovina", "BIH"),
        ("Isreal", "ISR"),
        ("Swizerland", "CHE"),
        ("United Kingdom of Great Britain and Nothern Ireland", "GBR"),
        ("Republic of Koera", "KOR"),
    ],
)
def test_misspellings_with_one_nearest_state(printed: str, code: str) -> None:
    assert found(printed) == code


@pytest.mark.parametrize(
    "printed",
    [
        *("Slovania", "Austrlia", "Nigerian", "Romani", "Child", "Dominican", "Republic of China"),
        *("us", "it", "women", "CEDAW", "Convention against Torture", "", "*", "1.", "A" * 500),
    ],
)
def test_what_is_no_state_or_could_be_two(printed: str) -> None:
    assert found(printed) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Niger", "Nigeria"),
        ("Austria", "Australia"),
        ("Iran", "Iraq"),
        ("Mali", "Malawi"),
        ("Malta", "Mali"),
        ("Slovakia", "Slovenia"),
        ("Dominica", "Dominican Republic"),
        ("Gambia", "Zambia"),
        ("Guinea", "Guinea-Bissau"),
        ("Guinea", "Equatorial Guinea"),
        ("Republic of Korea", "Democratic People's Republic of Korea"),
        ("Sudan", "South Sudan"),
    ],
)
def test_states_with_like_names_stay_apart(one: str, other: str) -> None:
    assert found(one) is not None
    assert found(other) is not None
    assert found(one) != found(other)


@given(st.sampled_from(STATES), st.data())
def test_one_slip_never_leads_to_another_state(party: State, data: st.DataObject) -> None:
    name = party.name
    at = data.draw(st.integers(0, len(name) - 1))
    slipped = name[:at] + name[at + 1 :]
    others = {other.name for other in STATES if other is not party}
    if slipped not in others:  # "Dominican" minus a letter is a State's own name
        assert find_state(slipped) in (party, None)


@given(st.text(max_size=200))
def test_any_text_gives_a_state_or_none(text: str) -> None:
    party = find_state(text)
    assert party is None or party in STATES


def test_a_name_seen_before_is_found_at_once() -> None:
    find_state("Iran (Islamic Republic of)")
    assert timeit(lambda: find_state("Iran (Islamic Republic of)"), number=10_000) < 0.5
