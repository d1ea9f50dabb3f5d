"""The running text of a document without its page furniture, each character knowing its place.

"… the rights of" / "A/HRC/26/6" / "12" / "the child (Spain);" runs on as "the rights of\\nthe child
(Spain);". Lines stay separated by one line feed, because a number at the beginning of a line is how
a list begins. ``Flow.span`` leads back from the running text to ``Document.text``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from upheld.core.document import Block, Document, Span


@dataclass(frozen=True, slots=True)
class Flow:
    """``text`` of the running blocks; ``starts[i]`` is where ``blocks[i]`` begins in it."""

    document: Document
    text: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, document: Document, blocks: Iterable[Block] | None = None) -> Flow:
        """The flow of ``blocks`` (by default all running blocks), in the order of the document."""
        chosen = tuple(document.running_blocks() if blocks is None else blocks)
        pieces = [document.text[block.span.start : block.span.end] for block in chosen]
        starts: list[int] = []
        position = 0
        for piece in pieces:
            starts.append(position)
            position += len(piece) + 1
        return cls(document, "\n".join(pieces), chosen, tuple(starts))

    def block_at(self, offset: int) -> Block:
        """The block in which the character at ``offset`` of the flow stands."""
        return self.blocks[max(bisect_right(self.starts, offset) - 1, 0)]

    def place(self, offset: int) -> int:
        """The offset in ``Document.text`` of the character at ``offset`` of the flow."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        block = self.blocks[index]
        return min(block.span.start + offset - self.starts[index], block.span.end)

    def span(self, start: int, end: int) -> Span:
        """The span in ``Document.text`` from the first to the last character of a flow stretch."""
        if end <= start:
            place = self.place(start)
            return Span(place, place)
        return Span(self.place(start), self.place(end - 1) + 1)

    def page(self, offset: int) -> int:
        """The page on which the character at ``offset`` of the flow is printed."""
        return self.block_at(offset).page if self.blocks else 1
