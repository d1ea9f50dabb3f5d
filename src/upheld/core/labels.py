"""Labels: the themes, groups of persons and goals by which the UN sorts recommendations."""

from __future__ import annotations

from enum import StrEnum

LONGEST_LABEL = 300
"""Letters of a label that are kept; the longest that OHCHR prints has about 120."""


class Taxonomy(StrEnum):
    """Which list a label comes from: three of OHCHR's, and the issues of UPR Info."""

    THEME = "theme"
    PERSONS = "persons"
    SDG = "sdg"
    ISSUE = "issue"


class LabelSource(StrEnum):
    """Who gave a label. What a machine gave is a proposal until a person accepts it.

    A *document* gives labels by printing them: OHCHR's thematic list, UPR Info's table.
    """

    DOCUMENT = "document"
    PERSON = "person"
    MACHINE = "machine"
