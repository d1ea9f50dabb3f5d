"""Numbers at the beginning of a line, before it is known what they number.

"143.27. Ratify …" names a paragraph and an item, "27. Ratify …" and "144. The recommendations …"
are single; "(Spain);143.28. Take" lost the line break before its number. A year ("2012."), a
thousand ("3,000") and a percentage are no marks. ``upr_numbering`` decides what each mark is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# "143.27. Ratify", "143.27 Ratify", "143. 27.", "143-27", "143.1Accelerate"
DOTTED = re.compile(
    r"(?m)^[ \t]*(\d{1,3})[.\-–,] ?(?!000\b)(\d{1,3})(?![\da-z]|\s*per cent)[.:)]*[ \t]*(?=\S|$)"
)
SINGLE = re.compile(r"(?m)^[ \t]*\(?(\d{1,3})(?:[.:)]+(?!\d)|(?=[ \t]+[A-Z]))[ \t]*(?=\S|$)")
# "(Spain);143.28. Take", "(Spain); 28. Take": the line break was lost before the number
INLINE = re.compile(
    r"(?:(?<=[;.)])[ \t]?(\d{1,3})\.(\d{1,3})\.?|(?<=[)\]][;.])[ \t]?(\d{1,3})\.)[ \t]+(?=[A-Z])"
)
LONGEST_BRACKET = 60  # letters of "(see general comment No. 12, paras. 5 and" before a line's end


@dataclass(frozen=True, slots=True)
class Mark:
    """One number: "143.27" has paragraph 143, "27." has none. Its item's words begin at ``words``.

    ``inline`` marks stand behind the end of an item instead of at the beginning of a line.
    """

    start: int
    words: int
    paragraph: int | None
    ordinal: int
    inline: bool = False

    @property
    def printed(self) -> str:
        """The number as the page prints it."""
        return str(self.ordinal) if self.paragraph is None else f"{self.paragraph}.{self.ordinal}"


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """The marks of ``text[start:end]`` in order; "143. 27 States" is a dotted and a single one."""
    dotted = {m.start(): m for m in DOTTED.finditer(text, start, end)}
    inline = {m.start(): m for m in INLINE.finditer(text, start, end)}
    single = {m.start(): m for m in SINGLE.finditer(text, start, end)}
    marks: list[Mark] = []
    for position in sorted(dotted.keys() | single.keys() | inline.keys()):
        if match := dotted.get(position):
            marks.append(Mark(position, match.end(), int(match[1]), int(match[2])))
            if " " not in match[0].strip():
                continue  # "143.27" is no paragraph 143; "143. 27 States" may be
        elif match := inline.get(position):
            paragraph = int(match[1]) if match[1] else None
            ordinal = int(match[2] or match[3])
            marks.append(Mark(position, match.end(), paragraph, ordinal, inline=True))
            continue
        match = single.get(position)
        if match and not _closes_bracket(text, match):
            marks.append(Mark(position, match.end(), None, int(match[1])))
    return marks


def _closes_bracket(text: str, match: re.Match[str]) -> bool:
    """True for "(art." / "6) and": the bracket behind the number was opened on the line before."""
    before = text[max(0, match.start() - LONGEST_BRACKET) : match.start()]
    return ")" in match[0] and "(" not in match[0] and before.rfind("(") > before.rfind(")")
