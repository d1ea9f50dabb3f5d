"""Bodies and institutions in recommendations."""

from __future__ import annotations

import pytest

from upheld.analysis.bodies_named import find_bodies
from upheld.analysis.instruments import instrument_codes

NAMED = {
    "Implement the recommendations of the Committee against Torture": ["CAT"],
    "Submit the overdue reports to CEDAW and CRC": ["CEDAW", "CRC"],
    "Ratify CEDAW and CRC": [],
    "Reply to the CERD Committee": ["CERD"],
    "Follow the views of the Human Rights Committee": ["CCPR"],
    "Strengthen the Ombudsman's office": ["NHRI"],
    "Establish a national human rights institution": ["NHRI"],
    "Invite the Special Rapporteur on torture": ["SP"],
    "Cooperate with OHCHR and with special procedures": ["OHCHR", "SP"],
    "Follow up on its universal periodic review": ["UPR"],
    "Receive the Subcommittee on Prevention of Torture": ["SPT"],
}


@pytest.mark.parametrize("text", NAMED)
def test_each_body_is_told(text: str) -> None:
    assert [mention.code for mention in find_bodies(text)] == NAMED[text]


@pytest.mark.parametrize("text", ["Ratify CEDAW", "Report to CEDAW", "Follow the CAT Committee"])
def test_an_abbreviation_is_a_treaty_or_a_body_and_never_both(text: str) -> None:
    bodies = {mention.code for mention in find_bodies(text)}
    assert len(bodies) + len(instrument_codes(text)) == 1
