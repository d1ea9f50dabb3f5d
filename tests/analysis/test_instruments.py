"""Instruments in recommendations, told exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.instruments import find_instruments, instrument_codes
from upheld.core.treaties import INSTRUMENTS, Instrument, instrument

NAMED = {
    "Ratify the Convention against Torture": ["CAT"],
    "Ratify the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or "
    "Punishment and its Optional Protocol": ["CAT", "OP-CAT"],
    "Ratify the Optional Protocol to the Convention against Torture": ["OP-CAT"],
    "Ratify OP-CAT": ["OP-CAT"],
    "Accede to OPCAT and CAT-OP": ["OP-CAT", "OP-CAT"],
    "Sign and ratify OP-CRC-AC and OP-CRC-SC": ["OP-CRC-AC", "OP-CRC-SC"],
    "Ratify OPAC, OPSC and OPIC": ["OP-CRC-AC", "OP-CRC-SC", "OP-CRC-IC"],
    "Ratify the first Optional Protocol to ICCPR": ["ICCPR-OP1"],
    "Ratify the Second Optional Protocol to the International Covenant on Civil and Political "
    "Rights, aiming at the abolition of the death penalty": ["ICCPR-OP2"],
    "Ratify the Optional Protocol to ICCPR aiming at the abolition of the death penalty": [
        "ICCPR-OP2"
    ],
    "Ratify the Optional Protocol to the International Covenant on Civil and Political Rights": [
        "ICCPR-OP1"
    ],
    "Ratify ICCPR and its two Optional Protocols": ["ICCPR", "ICCPR-OP1", "ICCPR-OP2"],
    "Ratify ICCPR-OP1 and ICCPR-OP 2": ["ICCPR-OP1", "ICCPR-OP2"],
    "Ratify the first and second Optional Protocols to ICCPR": ["ICCPR-OP1", "ICCPR-OP2"],
    "Ratify the second Optional Protocol": ["ICCPR-OP2"],
    "Ratify the third Optional Protocol to the Convention on the Rights of the Child on a "
    "communications procedure": ["OP-CRC-IC"],
    "Ratify the Optional Protocol to the Convention on the Rights of the Child on the "
    "involvement of children in armed conflict": ["OP-CRC-AC"],
    "Ratify the Optional Protocol on the sale of children, child prostitution and child "
    "pornography": ["OP-CRC-SC"],
    "Ratify the Optional Protocols to the Convention on the Rights of the Child": [
        "OP-CRC-AC",
        "OP-CRC-SC",
    ],
    "Ratify CRC and all three Optional Protocols thereto": [
        "CRC",
        "OP-CRC-AC",
        "OP-CRC-IC",
        "OP-CRC-SC",
    ],
    "Ratify an Optional Protocol to the Convention on the Rights of the Child": ["OP-CRC"],
    "Ratify the Convention on the Rights of Persons with Disabilities and its Optional Protocol": [
        "CRPD",
        "OP-CRPD",
    ],
    "Ratify the CEDAW Optional Protocol": ["CEDAW", "OP-CEDAW"],
    "Ratify the Optional Protocols to CEDAW and to the ICESCR": ["OP-CEDAW", "OP-ICESCR"],
    "Ratify the Optional Protocol to ICESCR and the Optional Protocol to CEDAW": [
        "OP-ICESCR",
        "OP-CEDAW",
    ],
    "Accede to the two Covenants": ["ICCPR", "ICESCR"],
    "Accede to both International Covenants": ["ICCPR", "ICESCR"],
    "Ratify the International Covenants on Civil and Political Rights and on Economic, Social "
    "and Cultural Rights": ["ICCPR", "ICESCR"],
    "Ratify the International Covenant on Economic, Social and Cultural Rights": ["ICESCR"],
    "Ratify the Conventions on the Rights of the Child and on the Elimination of All Forms of "
    "Discrimination against Women": ["CRC", "CEDAW"],
    "Ratify the International Convention on the Protection of the Rights of All Migrant Workers "
    "and Members of Their Families": ["ICRMW"],
    "Ratify the International Convention for the Protection of All Persons from Enforced "
    "Disappearance": ["ICPPED"],
    "Ratify CED and CPED": ["ICPPED", "ICPPED"],
    "Ratify the ICRMW, that is ICMW": ["ICRMW", "ICRMW"],
    "Ratify the Convention on the Prevention and Punishment of the Crime of Genocide": ["GENOCIDE"],
    "Accede to the Rome Statute of the International Criminal Court": ["ROME-STATUTE"],
    "Accede to the 1951 Convention relating to the Status of Refugees and its 1967 Protocol": [
        "REFUGEE-1951",
        "REFUGEE-1967",
    ],
    "Accede to the 1954 and 1961 Conventions on statelessness": [
        "STATELESS-1954",
        "STATELESS-1961",
    ],
    "Ratify the Convention on the Reduction of Statelessness": ["STATELESS-1961"],
    "Ratify the Palermo Protocol": ["PALERMO-TIP"],
    "Ratify the Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women "
    "and Children": ["PALERMO-TIP"],
    "Ratify ILO Convention No. 169": ["ILO-C169"],
    "Ratify ILO Conventions Nos. 87 and 98": ["ILO-C87", "ILO-C98"],
    "Ratify Convention No. 189 of the ILO": ["ILO-C189"],
    "Ratify the Additional Protocols I and II to the Geneva Conventions": ["GC-AP1", "GC-AP2"],
    "Ratify the Protocol to the African Charter on Human and Peoples' Rights on the Rights of "
    "Women in Africa": ["MAPUTO"],
    "Ratify Protocol No. 12 to the European Convention on Human Rights": ["ECHR-P12"],
    "Ratify the Inter-American Convention to Prevent and Punish Torture": ["IACPPT"],
    "Ratify the Istanbul Convention": ["ISTANBUL"],
    "Sign the Treaty on the Prohibition of Nuclear Weapons": ["TPNW"],
    "Implement the Paris Agreement": ["PARIS-AGREEMENT"],
    "Establish a national institution in line with the Paris Principles": ["PARIS-PRINCIPLES"],
    "Ratify the UNESCO Convention against Discrimination in Education": ["UNESCO-EDUCATION"],
    "Apply the United Nations Declaration on the Rights of Indigenous Peoples": ["UNDRIP"],
}

NO_INSTRUMENT = [
    "Implement the recommendations of the Committee against Torture",
    "Submit the overdue report to the CEDAW Committee",
    "Cooperate with the Committee on the Rights of the Child (CRC Committee)",
    "Follow up on the concluding observations of CERD",
    "Adopt a protocol for the identification of victims",
    "Hold a national convention on the constitution",
]


@pytest.mark.parametrize("text", NAMED)
def test_each_instrument_is_told_exactly(text: str) -> None:
    assert [mention.code for mention in find_instruments(text)] == NAMED[text]


@pytest.mark.parametrize("text", NO_INSTRUMENT)
def test_a_body_is_no_instrument(text: str) -> None:
    assert find_instruments(text) == []


def test_a_span_is_the_printed_name() -> None:
    text = "Promptly ratify the Optional Protocol to CAT; sign ICCPR."
    assert [text[m.start : m.end] for m in find_instruments(text)] == [
        "Optional Protocol to CAT",
        "ICCPR",
    ]


def test_codes_come_once() -> None:
    assert instrument_codes("Ratify CAT, yes, ratify the Convention against Torture") == ("CAT",)


@given(st.text("ratifyOPCATcrcI-12 .,;()toheonv’s", max_size=60) | st.text(max_size=40))
def test_any_text_gives_codes_of_the_table_and_spans_of_the_text(text: str) -> None:
    for start, end, code in find_instruments(text):
        assert 0 <= start < end <= len(text)
        assert instrument(code).code == code


@pytest.mark.parametrize("found", INSTRUMENTS, ids=lambda found: found.code)
def test_each_abbreviation_finds_its_instrument(found: Instrument) -> None:
    missed = {
        short: instrument_codes(f"Ratify {short} without delay")
        for short in found.abbreviations
        if instrument_codes(f"Ratify {short} without delay") != (found.code,)
    }
    assert missed == {}
