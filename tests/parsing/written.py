"""Documents of a few lines, written for one test each, as the reader hands them over."""

from __future__ import annotations

from upheld.core.document import Document
from upheld.core.facts import DocumentFacts
from upheld.parsing.parser import parse_document
from upheld.reading.read import read_bytes

ADDENDUM = """United Nations
A/HRC/30/901/Add.1
General Assembly
Distr.: General
1 September 2015
Original: English

Human Rights Council
Thirtieth session
Agenda item 6
Universal Periodic Review

Report of the Working Group on the Universal Periodic Review*
Sarovia
Addendum
Views on conclusions and/or recommendations, voluntary commitments and replies presented by the \
State under review

"""

OBSERVATIONS = """United Nations
CAT/C/XSP/CO/3
Convention against Torture
Distr.: General
2 December 2022
Original: English

Committee against Torture

Concluding observations on the third periodic report of Sarovia*

"""

VISIT = """United Nations
A/HRC/52/930/Add.2
General Assembly
Distr.: General
3 January 2023
Original: English

Human Rights Council
Fifty-second session
Agenda item 3

Visit to Sarovia

Report of the Special Rapporteur on the right to education

"""


def written(text: str, name: str = "written.txt") -> Document:
    """``text`` as a document."""
    return read_bytes(name, text.encode())


def facts(text: str, name: str = "written.txt") -> DocumentFacts:
    """What the parsers find in ``text``."""
    return parse_document(written(text, name))


def said(found: DocumentFacts) -> list[str]:
    """The findings in words."""
    return [finding.message for finding in found.findings]
