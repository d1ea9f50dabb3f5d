"""Numbered paragraphs with lettered clauses, as in concluding observations and visit reports.

"10. The State party should … It should:" / "(a) Repeal …;" / "(b) Adopt …". Numbers are followed in
order from 1, so that a wrapped "12." inside a sentence is text. In damaged extractions a number may
stand in the middle of a line, behind the heading or the paragraph before it; a number that is
missing is passed over, and ``missing`` names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from upheld.core.document import Block, Document
from upheld.core.findings import Finding
from upheld.core.flow import Flow
from upheld.parsing.item_words import clean

# How a paragraph begins where its number stands inside a line.
OPENING = (
    r"(?:The|While|In|Recalling|Notwithstanding|Noting|Taking|Pursuant|Drawing|With|Despite|"
    r"Although|As|Further|Reiterating|Reaffirming|Bearing|States?|Given|It|Concerning|On)\b"
)
ANNEX = re.compile(r"^[ \t]*(?:annex(?:es)?|appendix)(?:[ \t]+[IVX\d]+)?[ \t*]*$", re.I | re.M)
# What stands between pages in a text without page furniture: "8", "GE.16-06640(E)", "*"
BETWEEN_PAGES = re.compile(
    r"\s*(?:\d{1,3}|\*+|GE\.\s?\d\d-\d{5}.*|\d{2}-\d{5}.*"
    r"|\*?\s*Adopted by the Committee at its .{5,80})\s*"
)
# The last line of a clause, extracted before the others: "(a) laws;" / "Abolish … customary"
DISPLACED = re.compile(
    r"\s*(?P<last>[a-z][^\n]{0,60}[;.])\s*\n\s*(?P<others>[A-Z].*[^\s.;:,)])\s*", re.S
)
# A heading on the last line of the paragraph before it: "… are violated. VII. Conclusions and …"
GLUED_HEADING = re.compile(
    r"(?<=[.;)”\"’\d])[ \t]+(?=[IVX]{1,5}\.[ \t]+[A-Z][\w ,/’'-]{4,90}\s*\Z)"
)
# What ties a clause to the next one: "Reduce overcrowding; and"
TIED = re.compile(r"[;,]\s*(?:and|or)\s*\Z", re.I)
ENDED = (".", ";", ":", ")", "”", '"', "]", "!", "?")
MOST_LOST = 3  # paragraphs in a row that an extraction may have lost


@dataclass(slots=True)
class Clause:
    """A lettered clause: "(a)" and the stretch of its words in the flow."""

    letter: str
    start: int
    words: int
    end: int = 0


@dataclass(slots=True)
class NumberedParagraph:
    """A paragraph: its number, the stretch from its number to its end, and its clauses.

    ``missing`` are numbers just before it, or letters inside it ("12 (d)"), that were not found.
    """

    number: int
    start: int
    words: int
    end: int = 0
    clauses: list[Clause] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def lead_end(self) -> int:
        """Where the paragraph's own words end and its first clause begins."""
        return self.clauses[0].start if self.clauses else self.end


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between paragraphs: "B. Positive aspects"."""

    text: str
    start: int


def running_text(document: Document, symbol: str) -> Flow:
    """The flow without lines that only part pages, and without type too small to be the text."""
    usual = _usual_size(document)
    return Flow.of(
        document,
        (
            block
            for block in document.running_blocks()
            if not _parts_pages(document.raw(block.span), symbol)
            and not 0 < block.size < 0.8 * usual
        ),
    )


def _parts_pages(line: str, symbol: str) -> bool:
    return BETWEEN_PAGES.fullmatch(line) is not None or bool(symbol and line.strip() == symbol)


def _usual_size(document: Document) -> float:
    letters: dict[float, int] = {}
    for block in document.running_blocks():
        letters[block.size] = letters.get(block.size, 0) + block.span.end - block.span.start
    return max(letters, key=lambda size: letters[size], default=0.0)


def read_paragraphs(flow: Flow) -> tuple[list[NumberedParagraph], list[Heading]]:
    """The paragraphs in order, and the headings that stand between them."""
    annex = ANNEX.search(flow.text)
    stop = annex.start() if annex else len(flow.text)
    paragraphs = list(_followed(flow.text, stop))
    for paragraph, following in pairwise(paragraphs):
        paragraph.end = following.start
    if paragraphs:
        paragraphs[-1].end = stop
    headings = list(_opening_headings(flow, paragraphs))
    for paragraph in paragraphs:
        found = _headings_behind(flow, paragraph)
        headings += found
        paragraph.end = min([paragraph.end, *(heading.start for heading in found)])
        paragraph.clauses = list(_clauses(flow.text, paragraph))
    return paragraphs, headings


def missing_numbers(flow: Flow, paragraph: NumberedParagraph) -> Iterator[Finding]:
    """A finding for each number before a paragraph, or letter inside it, that was not found."""
    span = flow.span(paragraph.start, paragraph.words)
    for missing in paragraph.missing:
        number, _, letter = missing.partition(" ")
        if letter:
            before = chr(ord(letter[1]) - 1)
            after = f"{number} ({before})"
        else:
            after = str(int(number) - 1)
        arguments = {"missing": missing, "after": after}
        yield Finding("number.gap", flow.page(paragraph.start), arguments, *span)


def in_order(words: str) -> str:
    """The words of a clause, with a last line that an extraction displaced back at the end."""
    displaced = DISPLACED.fullmatch(words)
    return f"{displaced['others']}\n{displaced['last']}" if displaced else words


def words_of(printed: str) -> str:
    """The words of a paragraph or clause as a reader wants them: "Reduce …; and" is "Reduce …"."""
    return clean(TIED.sub("", in_order(printed)))


def _followed(text: str, stop: int) -> Iterator[NumberedParagraph]:
    expected, position = 1, 0
    while True:
        found = [
            (match, number)
            for number in range(expected, expected + MOST_LOST + 1)
            if (match := _opening(text, number, position, stop))
        ]
        if not found:
            return
        match, number = min(found, key=lambda pair: (pair[0].start(), pair[1]))
        missing = [str(lost) for lost in range(expected, number)] if expected > 1 else []
        yield NumberedParagraph(number, match.start(), match.end(), missing=missing)
        expected, position = number + 1, match.end()


def _opening(text: str, number: int, position: int, stop: int) -> re.Match[str] | None:
    line = re.compile(rf"^[ \t]*{number}\.(?!\d)[ \t]*(?=[^\W\d_]|[“\"(])", re.M)
    inside = re.compile(
        rf"(?<=[\w.;:)\]”\"’])(?<!No\.)(?<!art\.)[ \t]+{number}\.[ \t]+(?={OPENING})"
    )
    matches = (line.search(text, position, stop), inside.search(text, position, stop))
    return min((match for match in matches if match), key=lambda match: match.start(), default=None)


def _opening_headings(flow: Flow, paragraphs: Sequence[NumberedParagraph]) -> Iterator[Heading]:
    """The heading before the first paragraph, on the line above it."""
    if paragraphs:
        above = flow.text[: paragraphs[0].start].rstrip()
        start = above.rfind("\n") + 1
        yield Heading(above[start:].strip(), start)


def _headings_behind(flow: Flow, paragraph: NumberedParagraph) -> list[Heading]:
    """Headings that follow a paragraph: by their type, else by how their lines read."""
    typed = list(_typed_headings(flow, paragraph))
    if typed:
        return typed
    glued = GLUED_HEADING.search(flow.text[paragraph.words : paragraph.end])
    if glued:
        start = paragraph.words + glued.end()
        return [Heading(flow.text[start : paragraph.end].strip(), start)]
    lines = list(re.finditer(r"[^\n]+", flow.text[paragraph.words : paragraph.end]))
    headings: list[Heading] = []
    for line in reversed(lines[1:]):
        words = line[0].strip()
        if words.endswith(ENDED) or not re.match(r"[A-ZÀ-Ý“(IVX]", words) or len(words) > 160:
            break
        if re.match(r"\([a-z]\)", words):
            break
        headings.insert(0, Heading(words, paragraph.words + line.start()))
    # What stands before a heading is a finished sentence; otherwise the lines are its wrapped end.
    while headings:
        before = flow.text[paragraph.words : headings[0].start].rstrip()
        if before.endswith(ENDED):
            return headings
        headings.pop(0)
    return []


def _typed_headings(flow: Flow, paragraph: NumberedParagraph) -> Iterator[Heading]:
    """Blocks in larger type, or with a heading's level, behind the paragraph's first block."""
    first = flow.block_at(paragraph.words)
    for block, start in zip(flow.blocks, flow.starts, strict=True):
        if paragraph.words < start < paragraph.end and _is_typed(block, first):
            yield Heading(flow.text[start : start + block.span.end - block.span.start], start)


def _is_typed(block: Block, text: Block) -> bool:
    return block.size > text.size > 0 or block.level > text.level


def _clauses(text: str, paragraph: NumberedParagraph) -> Iterator[Clause]:
    expected = ord("a")
    last: Clause | None = None
    pattern = re.compile(
        r"(?:^[ \t]*|(?<=[;:,.)])\s+(?:and\s+|or\s+)?)\((?P<letter>[a-z])\)\s+(?=\S)", re.M
    )
    for match in pattern.finditer(text, paragraph.words, paragraph.end):
        start = match.start("letter") - 1
        at_line = not text[text.rfind("\n", 0, start) + 1 : start].strip()
        letter = ord(match["letter"])
        ahead = letter - expected
        if ahead < 0 or ahead > (2 if at_line else 0) or (last is None and ahead):
            continue
        lost_letters = range(expected, letter)
        paragraph.missing += [f"{paragraph.number} ({chr(lost)})" for lost in lost_letters]
        if last:
            last.end = match.start()
            yield last
        last = Clause(f"({match['letter']})", start, match.end())
        expected = letter + 1
    if last:
        last.end = paragraph.end
        yield last
