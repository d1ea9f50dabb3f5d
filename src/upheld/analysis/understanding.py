"""From a parsed question to what is looked for: names recognised, Vietnamese put into English.

"bạo lực gia đình chu kỳ 3" asks for records of cycle 3 that speak of domestic violence, in the
words in which English texts do, or that have the Vietnamese words themselves. Operators, quoted
phrases, fields and exclusions of the question keep their force.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from upheld.analysis import glossary
from upheld.analysis.query import (
    AllOf,
    AnyOf,
    Meaning,
    Node,
    Not,
    Phrase,
    Question,
    Word,
)
from upheld.analysis.query_fields import Field
from upheld.analysis.query_recognition import recognise
from upheld.core.fold import fold
from upheld.core.search_tokens import search_tokens

# Words of a question that say nothing about the matter, when they do not stand alone.
_PASSED_OVER_WORDS = """
a an the of to in on for and or by with from about at as is are was be been do does did has
have had that which what who whom whose how when where why there any some all this these
those it its their they them he she his her we our us you your i my me not can could should
would will must may regarding concerning related relating respect recommendation
recommendations recommended recommend recommends states countries state country show find
list give tell please against between into than also more made get getting being every
against people person persons everyone anybody somebody nobody responsible
off down up out away too very just only even still again because while until after before never
always often want wants wanted call called send sent put go goes going went make makes making let
lets thing things other others own many few most less like near under over
"""
_PASSED_OVER = frozenset(_PASSED_OVER_WORDS.split())
_AIDS = ("actions",)
"""Categories of the glossary that help to sort ("thúc đẩy", promote), and are not demanded."""


def understand(question: Question) -> Question:
    """The question with names, cycles and positions recognised and Vietnamese translated."""
    if question.root is None:
        return question
    words = [word for typed in _typed(question.root) for word in glossary.syllables(typed)]
    language = "vi" if glossary.is_vietnamese(words) else ""
    ignored = list(question.ignored)
    root = _node(question.root, language, ignored)
    return replace(question, root=root, language=language, ignored=tuple(dict.fromkeys(ignored)))


def _typed(node: Node) -> list[str]:
    match node:
        case Word(printed) | Phrase(printed):
            return [printed]
        case Not(inner):
            return _typed(inner)
        case AllOf(nodes) | AnyOf(nodes):
            return [typed for inner in nodes for typed in _typed(inner)]
    return []


def _node(node: Node, language: str, ignored: list[str]) -> Node | None:
    match node:
        case Word():
            return _joined(_run([node], language, ignored), loose=True)
        case Phrase(printed, exact) if language == "vi" and not exact:
            meanings = _meanings(glossary.syllables(printed))
            english = tuple(way for m in meanings for way in m.alternatives)
            return Meaning(printed, (node, *english)) if len(meanings) == 1 else node
        case Not(inner):
            understood = _node(inner, language, ignored)
            return Not(understood) if understood else None
        case AllOf(nodes, loose) if loose:
            return _joined(_run(nodes, language, ignored), loose=True)
        case AllOf(nodes) | AnyOf(nodes):
            kept = [known for inner in nodes if (known := _node(inner, language, ignored))]
            if len(kept) < 2:
                return kept[0] if kept else None
            return replace(node, nodes=tuple(kept))
    return node


def _joined(nodes: list[Node], *, loose: bool) -> Node | None:
    if len(nodes) < 2:
        return nodes[0] if nodes else None
    return AllOf(tuple(nodes), loose)


def _run(nodes: Sequence[Node], language: str, ignored: list[str]) -> list[Node]:
    """Words one after another, with what else stands among them."""
    understood: list[Node] = []
    words: list[str] = []
    alone = len(nodes) == 1

    def take_words() -> None:
        for piece in _stretches(recognise(words)):
            if isinstance(piece, Field):
                understood.append(piece)
            elif language == "vi":
                understood.extend(_vietnamese(piece, ignored))
            else:
                understood.extend(_english(piece, alone, ignored))
        words.clear()

    for node in nodes:
        if isinstance(node, Word):
            words.append(node.printed)
            continue
        take_words()
        known = _node(node, language, ignored)
        if known:
            understood.append(known)
    take_words()
    if understood:
        return understood
    # Nothing but words like "the" or "khuyến nghị": then they are what is asked for.
    return [node for node in nodes if isinstance(node, Word)]


def _stretches(pieces: Sequence[str | Field]) -> list[list[str] | Field]:
    found: list[list[str] | Field] = []
    for piece in pieces:
        if isinstance(piece, Field):
            found.append(piece)
        elif found and isinstance(found[-1], list):
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _vietnamese(typed: list[str], ignored: list[str]) -> list[Node]:
    words = glossary.syllables(" ".join(typed))
    near = _nearest(words) if glossary.has_marks(words) and _hardly_known(words) else None
    wanted = [_meaning(" ".join(words), [near])] if near else _meanings(words, ignored)
    if all(meaning.aid for meaning in wanted):
        # Nothing but aids ("ban hành và thực hiện"): then they are what is asked for.
        wanted = [replace(meaning, aid=False) for meaning in wanted]
    english = _joined(list(wanted), loose=True)
    # Texts in Vietnamese have the words themselves.
    said = [word for piece in glossary.translate(words) for word in _said(piece, words)]
    if len(said) < 2:
        return [english] if english else []
    itself = AllOf(tuple(map(Word, said)))
    return [AnyOf((english, itself))] if english else [itself]


def _nearest(words: Sequence[str]) -> glossary.Entry | None:
    from upheld.analysis.nearest_line import nearest_line  # noqa: PLC0415  # slow import

    return nearest_line(" ".join(words))


def _hardly_known(words: Sequence[str]) -> bool:
    """Whether the glossary knows fewer words that say something than it does not know."""
    known = unknown = 0
    for piece in glossary.translate(words):
        if not piece.entries:
            unknown += piece.end - piece.start
        elif any(entry.english and entry.category not in _AIDS for entry in piece.entries):
            known += piece.end - piece.start
    return known < unknown


def _said(piece: glossary.Piece, words: Sequence[str]) -> Sequence[str]:
    """The words of a piece, none when it says nothing about the matter."""
    silent = piece.entries and not any(entry.english for entry in piece.entries)
    return () if silent else words[piece.start : piece.end]


def _english(typed: list[str], alone: bool, ignored: list[str]) -> list[Node]:
    found: list[Node] = []
    for piece in glossary.translate(typed, english=True):
        words = typed[piece.start : piece.end]
        if piece.entries:
            found.append(_meaning(" ".join(words), piece.entries, itself=True))
        elif alone or fold(words[0]) not in _PASSED_OVER:
            found.append(Word(words[0]))
    return found


def _meanings(words: Sequence[str], ignored: list[str] | None = None) -> list[Meaning]:
    meanings = []
    for piece in glossary.translate(words):
        printed = " ".join(words[piece.start : piece.end])
        said = [entry for entry in piece.entries if entry.english]
        if said:
            meanings.append(_meaning(printed, said))
        elif not piece.entries and not glossary.is_syllable(printed):
            # A name, an abbreviation, an English word amid Vietnamese ones.
            meanings.append(Meaning(printed, (Word(printed),)))
        elif not piece.entries and ignored is not None:
            ignored.append(printed)
    return meanings


def _meaning(printed: str, entries: Sequence[glossary.Entry], *, itself: bool = False) -> Meaning:
    ways = dict.fromkeys(way for entry in entries for way in entry.english)
    alternatives = [_expression(way) for way in ways]
    if itself:
        alternatives.insert(0, _expression(printed))
    aid = all(entry.category in _AIDS for entry in entries)
    return Meaning(printed, tuple(dict.fromkeys(alternatives)), aid)


def _expression(written: str) -> Node:
    """ "prison overcrowding" is a phrase; "violence + schools" both, wherever they stand."""
    parts = [part.strip() for part in written.split("+")]
    nodes: list[Node] = [
        Phrase(part) if len(search_tokens(part)) > 1 else Word(part) for part in parts
    ]
    return nodes[0] if len(nodes) == 1 else AllOf(tuple(nodes))
