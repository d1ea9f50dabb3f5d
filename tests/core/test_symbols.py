"""Symbols: taken apart, put together, related and found in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.symbols import Modifier, Symbol, SymbolKind, find_symbols


def parsed(printed: str) -> Symbol:
    symbol = Symbol.parse(printed)
    assert symbol is not None
    return symbol


@pytest.mark.parametrize(
    ("printed", "body", "kind", "session", "state", "number"),
    [
        ("A/HRC/26/6", "HRC", SymbolKind.REPORT, "26", "", "6"),
        ("A/HRC/28/L.7", "HRC", SymbolKind.DRAFT, "28", "", "L.7"),
        ("A/HRC/S-31/1", "HRC", SymbolKind.REPORT, "S-31", "", "1"),
        ("A/HRC/RES/S-31/1", "HRC", SymbolKind.RESOLUTION, "S-31", "", "1"),
        ("A/HRC/DEC/59/112", "HRC", SymbolKind.DECISION, "59", "", "112"),
        ("A/HRC/PRST/27/2", "HRC", SymbolKind.PRESIDENTIAL_STATEMENT, "27", "", "2"),
        ("A/HRC/34/NGO/61", "HRC", SymbolKind.NGO_STATEMENT, "34", "", "NGO/61"),
        ("A/HRC/34/G/2", "HRC", SymbolKind.GOVERNMENT_STATEMENT, "34", "", "G/2"),
        ("A/HRC/34/NI/3", "HRC", SymbolKind.NHRI_STATEMENT, "34", "", "NI/3"),
        ("A/HRC/45/CRP.8", "HRC", SymbolKind.CONFERENCE_ROOM_PAPER, "45", "", "CRP.8"),
        ("A/HRC/WG.6/18/VNM/1", "UPR", SymbolKind.NATIONAL_REPORT, "18", "VNM", "1"),
        ("A/HRC/WG.6/18/VNM/2", "UPR", SymbolKind.COMPILATION, "18", "VNM", "2"),
        ("A/HRC/WG.6/20/FIJ/3", "UPR", SymbolKind.STAKEHOLDER_SUMMARY, "20", "FJI", "3"),
        ("A/HRC/WG.6/7L.14", "UPR", SymbolKind.DRAFT_REPORT, "7", "", "L.14"),
        ("CCPR/C/VNM/CO/3", "CCPR", SymbolKind.CONCLUDING_OBSERVATIONS, "", "VNM", "CO/3"),
        ("CCPR/CO/75/VNM", "CCPR", SymbolKind.CONCLUDING_OBSERVATIONS, "75", "VNM", "CO"),
        ("E/C.12/VNM/CO/2-4", "CESCR", SymbolKind.CONCLUDING_OBSERVATIONS, "", "VNM", "CO/2-4"),
        ("CRC/C/OPAC/VNM/CO/1", "CRC", SymbolKind.CONCLUDING_OBSERVATIONS, "", "VNM", "CO/1"),
        ("CAT/C/VNM/1", "CAT", SymbolKind.STATE_REPORT, "", "VNM", "1"),
        ("CEDAW/C/VNM/Q/9", "CEDAW", SymbolKind.LIST_OF_ISSUES, "", "VNM", "Q/9"),
        ("CMW/C/VNM/QPR/1", "CMW", SymbolKind.LIST_OF_ISSUES_PRIOR, "", "VNM", "QPR/1"),
        ("CERD/C/VNM/FCO/15", "CERD", SymbolKind.FOLLOW_UP, "", "VNM", "FCO/15"),
        ("CAT/OP/SVN/1", "SPT", SymbolKind.STATE_REPORT, "", "SVN", "1"),
        ("CCPR/C/SR.2014", "CCPR", SymbolKind.SUMMARY_RECORD, "", "", "SR.2014"),
        ("HRI/CORE/VNM/2017", "HRI", SymbolKind.CORE_DOCUMENT, "", "VNM", "2017"),
        ("A/57/40", "GA", SymbolKind.REPORT, "57", "", "40"),
        ("A/RES/60/251", "GA", SymbolKind.RESOLUTION, "60", "", "251"),
        ("S/2019/45", "SC", SymbolKind.OTHER, "", "", ""),
        ("E/CN.4/2006/12", "ECOSOC", SymbolKind.OTHER, "", "", ""),
    ],
)
def test_each_series(
    printed: str, body: str, kind: SymbolKind, session: str, state: str, number: str
) -> None:
    symbol = parsed(printed)
    assert (symbol.body, symbol.kind, symbol.session, symbol.state, symbol.number) == (
        body,
        kind,
        session,
        state,
        number,
    )


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("A/HRC/26/6/ add.1", "A/HRC/26/6/Add.1"),
        ("A/HRC/26/6/Add. 1", "A/HRC/26/6/Add.1"),
        ("A/HRC/\n26/6", "A/HRC/26/6"),
        (" A/HRC/28/L.7/REV.1.", "A/HRC/28/L.7/Rev.1"),
        ("A/HRC/WG.6/7L.14", "A/HRC/WG.6/7/L.14"),
        ("A/HRC/38/3–E/CN.6/2018/9", "A/HRC/38/3"),
        ("A/HRC/20/24/Add.1 and Corr.1", "A/HRC/20/24/Add.1"),
    ],
)
def test_the_normal_form(printed: str, normal: str) -> None:
    assert parsed(printed).text == normal


@pytest.mark.parametrize(
    "printed",
    ["", "GE.25-02819", "E/F/S", "A/HRC", "HRC/26/6", "and/or", "25/02/2014", "A/HRC/FIJ"],
)
def test_what_is_no_symbol(printed: str) -> None:
    assert Symbol.parse(printed) is None


def test_modifiers_chain() -> None:
    symbol = parsed("A/HRC/40/77/Add.2/Corr.1")
    assert symbol.modifiers == (Modifier("Add", 2), Modifier("Corr", 1))
    assert str(symbol.base) == "A/HRC/40/77"
    assert str(symbol.parent) == "A/HRC/40/77/Add.2"
    assert symbol.base.parent is None


def test_documents_relate_by_their_last_modifier() -> None:
    report, addendum = parsed("A/HRC/26/6"), parsed("A/HRC/26/6/Add.1")
    assert addendum.is_addendum_of(report)
    assert not report.is_addendum_of(addendum)
    assert not parsed("A/HRC/26/60/Add.1").is_addendum_of(report)
    assert parsed("A/HRC/26/6/Corr.1").is_corrigendum_of(report)
    assert parsed("A/HRC/26/6/Add.1/Corr.1").is_corrigendum_of(addendum)


def test_a_revision_supersedes_what_came_before() -> None:
    draft, first, second = map(parsed, ("A/HRC/28/L.7", "A/HRC/28/L.7/Rev.1", "A/HRC/28/L.7/Rev.2"))
    assert first.supersedes(draft)
    assert second.supersedes(draft)
    assert second.supersedes(first)
    assert not first.supersedes(second)
    assert not draft.supersedes(first)
    assert not first.supersedes(first)


def test_symbols_in_running_text() -> None:
    text = (
        "See A/HRC/\n28/15, A/HRC/28/15/ Add. 1; and (A/HRC/WG.6/\n7/L.14). A/HRC/26/6/\n"
        "The report (E/F/S) and CEDAW/C/VNM/\nCO/7-8."
    )
    assert [(text[s:e], str(symbol)) for s, e, symbol in find_symbols(text)] == [
        ("A/HRC/\n28/15", "A/HRC/28/15"),
        ("A/HRC/28/15/ Add. 1", "A/HRC/28/15/Add.1"),
        ("A/HRC/WG.6/\n7/L.14", "A/HRC/WG.6/7/L.14"),
        ("A/HRC/26/6", "A/HRC/26/6"),
        ("CEDAW/C/VNM/\nCO/7-8", "CEDAW/C/VNM/CO/7-8"),
    ]


NUMBERS = st.integers(1, 500).map(str)
CODES = st.sampled_from(["VNM", "SVN", "FRA", "XSP"])
COMMITTEES = st.sampled_from(["CCPR", "CAT", "CERD", "CEDAW", "CRC", "CRPD", "CED", "CMW"])
BASES = st.one_of(
    st.builds("A/HRC/{}/{}".format, NUMBERS, NUMBERS),
    st.builds("A/HRC/{}/L.{}".format, NUMBERS, NUMBERS),
    st.builds("A/HRC/S-{}/{}".format, NUMBERS, NUMBERS),
    st.builds("A/HRC/WG.6/{}/{}/{}".format, NUMBERS, CODES, st.integers(1, 3)),
    st.builds("{}/C/{}/CO/{}".format, COMMITTEES, CODES, NUMBERS),
    st.builds("E/C.12/{}/CO/{}-{}".format, CODES, NUMBERS, NUMBERS),
)
CHAINS = st.lists(
    st.builds("/{}.{}".format, st.sampled_from(["Add", "Corr", "Rev"]), NUMBERS), max_size=3
).map("".join)


@given(BASES, CHAINS)
def test_a_symbol_printed_and_read_again_is_the_same(base: str, chain: str) -> None:
    symbol = parsed(base + chain)
    assert symbol.text == base + chain
    assert symbol.base.text == base
    assert Symbol.parse(str(symbol)) == symbol


@given(BASES, CHAINS)
def test_blanks_and_small_letters_do_not_matter(base: str, chain: str) -> None:
    assert parsed(base + chain.lower().replace("/", "/ ")) == parsed(base + chain)


@given(st.text(alphabet="AEHRCVNM/.0123456789LSadd \n-", max_size=60))
def test_found_symbols_are_parsed_from_their_own_span(text: str) -> None:
    for start, end, symbol in find_symbols(text):
        assert Symbol.parse(text[start:end]) == symbol
        assert Symbol.parse(symbol.text) == symbol
