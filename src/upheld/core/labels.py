"""Labels: the themes, groups of persons and goals by which the UN sorts recommendations."""

from __future__ import annotations

from enum import IntEnum, StrEnum

LONGEST_LABEL = 300
"""Letters of a label that are kept; the longest that OHCHR prints has about 120."""


class Taxonomy(StrEnum):
    """Which list a label comes from.

    Three of OHCHR's; UPR Info's issues and its action categories ("1" to "5"); instruments
    ("OP-CAT") and bodies ("CEDAW", "NHRI") that a text names, by their codes.
    """

    THEME = "theme"
    PERSONS = "persons"
    SDG = "sdg"
    ISSUE = "issue"
    ACTION = "action"
    INSTRUMENT = "instrument"
    BODY = "body"


PUBLISHED = (Taxonomy.THEME, Taxonomy.PERSONS, Taxonomy.SDG, Taxonomy.ISSUE)
"""The lists whose labels publishers give; the others are the program's, and a person's."""


class LabelSource(StrEnum):
    """Who gave a label. What a machine proposes is none until a person accepts it.

    A *document* gives labels by printing them: OHCHR's thematic list, UPR Info's table.
    """

    DOCUMENT = "document"
    PERSON = "person"


class Decision(IntEnum):
    """What a person said to a proposed label. Nobody has decided about one that is *waiting*."""

    WAITING = 0
    ACCEPTED = 1
    REJECTED = 2


class ReadAs(IntEnum):
    """How a text was read for its proposals: in *English*; Vietnamese through the *glossary*, whose
    English terms the classifier reads; or not at all, in other languages.
    """

    ENGLISH = 0
    GLOSSARY = 1
    NOT_AT_ALL = 2
