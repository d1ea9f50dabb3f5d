"""The words of an item as a reader wants them, without what only the page needed.

"Encourages Tunisia to work closely with inter-\\nnational bodies² ;" is "work closely with
inter-national bodies": one line, no footnote mark, no closing punctuation, and no frame that says
who encourages whom, because the States stand beside the words.
"""

from __future__ import annotations

import re

BROKEN_WORD = re.compile(r"(\w)-\n\s*(\w)")
RAISED_MARKS = re.compile(r"[⁰¹²³⁴-⁹]+")
BLANK_BEFORE_PUNCTUATION = re.compile(r" +([,;.:])")
RECOMMENDS = (
    r"(?i:also |further )?(?i:recommend(?:s|ed)?|encourag(?:es|ed)|urg(?:es|ed)|"
    r"call(?:s|ed) (?:up)?on|invit(?:es|ed))"
)
ADDRESSEE = (
    r"(?:the )?(?:authorities of |Government of )?"
    r"(?:[A-Z][\w’'\-]+|State|Government|country|it)(?: (?:[A-Z][\w’'\-]+|and|of|the))*"
)
FRAME = re.compile(
    r"^(?:(?i:regarding|with regards? to) the recommendation (?:to|that)\s+|"
    rf"{RECOMMENDS} (?:that )?(?:{ADDRESSEE}) (?:to|should)\b\s*(?=[a-z]))"
)
# What ties words to the words before them: "; and", "as well as", "/"
CONNECTOR = re.compile(
    r"[\s,;:./–]*"
    r"(?:(?:and|or|but|as well as|while|also|furthermore|in addition|moreover)\b[\s,/]*)*",
    re.I,
)


def clean(text: str) -> str:
    """The words on one line, without closing punctuation, footnote marks and frame."""
    if "-\n" in text:
        text = BROKEN_WORD.sub(r"\1-\2", text)
    if not text.isascii():
        text = RAISED_MARKS.sub("", text)
    text = " ".join(text.split())
    text = BLANK_BEFORE_PUNCTUATION.sub(r"\1", text)
    return FRAME.sub("", text.strip(" ;,.:–-/"))


def untied(text: str) -> str:
    """The clean words without what ties them to the words before: "; and adopt" → "adopt"."""
    return clean(CONNECTOR.sub("", text, count=1))
