"""Proposed labels as the pages show them: with score, the words that spoke, and the text marked.

The words are read from the text anew, by the classifier that proposed the label; where another
edition did, or the text has changed, a page says so instead of giving other reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from upheld.core.labels import ReadAs
from upheld.services.propose_labels import seal
from upheld.store.models import LabelledText, ProposedLabel, Record
from upheld.web.label_words import label_language, label_words
from upheld.web.words import TAXONOMIES


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """One proposed label: its term, its list and name with its language, its score, its words.

    A score is at most .99: nothing is certain. ``is_named`` is an instrument or a body whose name
    stands in the text; there is no score then.
    """

    term: int
    taxonomy: str
    name: str
    language: str
    score: float
    is_named: bool
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, and whether it spoke for a label."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class ShownText:
    """A record with its proposals; ``seal`` tells later whether its words are still these."""

    record: Record
    seal: int
    pieces: tuple[Piece, ...]
    proposals: tuple[ShownProposal, ...]
    through_glossary: bool
    has_reasons: bool


def shown_texts(texts: Sequence[tuple[Record, Sequence[ProposedLabel]]]) -> list[ShownText]:
    """The records with their proposals; texts are read again for their reasons."""
    from upheld.analysis.propose import edition, propose  # noqa: PLC0415  # slow import

    read = LabelledText.objects.select_related("edition").in_bulk(
        [record.pk for record, _proposals in texts]
    )
    fresh = [
        record.pk in read
        and read[record.pk].seal == seal(words_of(record))
        and read[record.pk].edition.name == edition()
        for record, _proposals in texts
    ]
    asked = [
        (words_of(record), record.document.language)
        for (record, _proposals), is_fresh in zip(texts, fresh, strict=True)
        if is_fresh
    ]
    readings = iter(propose(asked, why=True))
    found = []
    for (record, proposals), is_fresh in zip(texts, fresh, strict=True):
        why = (
            {(one.taxonomy.value, one.label): one.why for one in next(readings).proposals}
            if is_fresh
            else {}
        )
        shown = tuple(_shown(row, why) for row in proposals)
        text = words_of(record)
        pieces = tuple(marked(text, {word for one in shown for word in one.why}))
        glossary = record.pk in read and read[record.pk].read_as == ReadAs.GLOSSARY
        found.append(ShownText(record, seal(text), pieces, shown, glossary, is_fresh))
    return found


def words_of(record: Record) -> str:
    """The words that a person reads and the classifier read."""
    return record.text or record.printed


def marked(text: str, words: Iterable[str]) -> list[Piece]:
    """``text`` cut where ``words`` stand in it, at the beginning of a word."""
    parts = [
        r"\W+".join(map(re.escape, re.findall(r"\w+", word)))
        for word in sorted(words, key=len, reverse=True)
    ]
    if not any(parts):
        return [Piece(text, marked=False)]
    pattern = re.compile(rf"\b(?:{'|'.join(filter(None, parts))})", re.IGNORECASE)
    pieces, at = [], 0
    for match in pattern.finditer(text):
        if match.start() > at:
            pieces.append(Piece(text[at : match.start()], marked=False))
        pieces.append(Piece(match[0], marked=True))
        at = match.end()
    if at < len(text):
        pieces.append(Piece(text[at:], marked=False))
    return pieces


def _shown(row: ProposedLabel, why: dict[tuple[str, str], tuple[str, ...]]) -> ShownProposal:
    taxonomy, value = row.term.taxonomy, row.term.value
    return ShownProposal(
        row.term_id,
        str(TAXONOMIES[taxonomy]),
        label_words(taxonomy, value),
        label_language(taxonomy),
        min(row.score, 990) / 1000,
        row.score == 1000 and taxonomy in ("instrument", "body"),
        why.get((taxonomy, value), ()),
    )
