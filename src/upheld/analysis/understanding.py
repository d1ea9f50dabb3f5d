"""From a parsed question to what is looked for: names recognised, Vietnamese put into English.

"bạo lực gia đình chu kỳ 3" asks for records of cycle 3 that speak of domestic violence, in the
words in which English texts do, or that have the Vietnamese words themselves. Operators, quoted
phrases, fields and exclusions of the question keep their force.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from upheld.analysis import glossary, stories
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
from upheld.analysis.similar_line import similar_line
from upheld.analysis.spelling import put_right
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
_HAD_ONCE = frozenset({"state", "position", "cycle", "kind", "number", "year"})
# "nguoi", "quyen", "nhan": no English word begins or goes on like these.
_OF_NO_ENGLISH = re.compile(r"^(?:ngh?|nh)[aeiouy]|uye|uong|uoi|uoc|ieu")
_SENTENCE = 6  # words of which nine in ten are Vietnamese syllables by no chance


def understand(question: Question) -> Question:
    """The question with names, cycles and positions recognised and Vietnamese translated."""
    if question.root is None:
        return question
    words = [word for typed in _typed(question.root) for word in typed.split()]
    language = "vi" if _is_vietnamese(words) else ""
    ignored = list(question.ignored)
    root = _node(question.root, language, ignored)
    return replace(question, root=root, language=language, ignored=tuple(dict.fromkeys(ignored)))


def _is_vietnamese(words: Sequence[str]) -> bool:
    """Whether a question is Vietnamese: by its letters, without marks by words that are known."""
    # Names of States are of no language: "a rap xe ut phu nu" is as Vietnamese as "phu nu".
    said = [piece for piece in recognise(words) if isinstance(piece, str)]
    words = [word for each in said for word in glossary.syllables(each)]
    if glossary.is_vietnamese(words):
        return True
    if any(_OF_NO_ENGLISH.search(fold(word)) and glossary.is_syllable(word) for word in words):
        return True
    syllables = sum(glossary.is_syllable(word) or stories.is_word(word) for word in words)
    if len(words) >= _SENTENCE and syllables * 10 >= len(words) * 9:
        return True
    return bool(syllables * 5 >= len(words) * 4 and stories.stories_in(words))


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
            words = glossary.syllables(printed)
            meanings = _meanings(words, glossary.translate(words))
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
                understood.extend(_english(piece, alone))
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
        return _either_value(understood)
    # Nothing but words like "the" or "khuyến nghị": then they are what is asked for.
    return [node for node in nodes if isinstance(node, Word)]


def _either_value(nodes: list[Node]) -> list[Node]:
    """Two values of what a record has but one of suffice in turn: "Cuba Malaysia torture"."""
    found: dict[str, list[Field]] = {}
    for node in nodes:
        if isinstance(node, Field) and node.name in _HAD_ONCE:
            found.setdefault(node.name, []).append(node)
    kept: list[Node] = []
    for node in nodes:
        several = found.get(node.name, []) if isinstance(node, Field) else []
        if len({field.value for field in several}) < 2:
            kept.append(node)
        elif node is several[0]:
            kept.append(AnyOf(tuple(several)))
    return kept


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
    pieces = glossary.translate(words)
    told = _told(words, pieces, english=False)
    near = None
    unknown: list[str] = []
    if not told and glossary.has_marks(words) and _hardly_known(pieces):
        near = _nearest(words)
    if near:
        wanted = [_meaning(" ".join(words), [near])]
    else:
        wanted = _meanings(words, pieces, told, unknown)
    if all(meaning.aid for meaning in wanted):
        # Nothing but aids ("ban hành và thực hiện"): then they are what is asked for.
        wanted = [replace(meaning, aid=False) for meaning in wanted]
    english = _joined(list(wanted), loose=True)
    # Texts in Vietnamese have the words themselves.
    said = [word for piece in pieces for word in _said(piece, words)]
    if english or len(said) < 2:  # else it is they that are looked for
        ignored += unknown
    if len(said) < 2:
        return [english] if english else []
    itself = AllOf(tuple(map(Word, said)))
    return [AnyOf((english, itself))] if english else [itself]


def _nearest(words: Sequence[str]) -> glossary.Entry | None:
    from upheld.analysis.nearest_line import nearest_line  # noqa: PLC0415  # slow import

    return nearest_line(" ".join(words))


def _hardly_known(pieces: Sequence[glossary.Piece]) -> bool:
    """Whether the glossary knows fewer words that say something than it does not know."""
    known = sum(len(piece.places) for piece in pieces if _says_something(piece))
    unknown = sum(len(piece.places) for piece in pieces if not piece.entries)
    return known < unknown


def _says_something(piece: glossary.Piece) -> bool:
    return any(entry.english and entry.category not in glossary.AIDS for entry in piece.entries)


def _said(piece: glossary.Piece, words: Sequence[str]) -> Sequence[str]:
    """The words of a piece, none when it says nothing about the matter."""
    return words[piece.start : piece.end] if _asks(piece) else ()


def _english(typed: list[str], alone: bool) -> list[Node]:
    meant = [put_right(word) for word in typed]
    pieces = [
        piece
        for piece in glossary.translate(meant, english=True)
        if alone or piece.entries or fold(meant[piece.start]) not in _PASSED_OVER
    ]
    told = _told(meant, pieces, english=True)
    known = _well_known(pieces, meant)
    found: list[Node] = [_story(story, typed, aid=known) for story in told]
    for piece in pieces:
        words = typed[piece.start : piece.end]
        if not known and _is_told(piece, told):
            continue
        if piece.entries:
            aid = bool(told) and not known
            found.append(_meaning(" ".join(words), piece.entries, itself=True, aid=aid))
        else:
            found.append(_word(words[0], meant[piece.start], aid=bool(told)))
    return found


def _word(typed: str, meant: str, *, aid: bool) -> Node:
    """The word as typed, or as it was meant where it was misspelt."""
    if typed == meant and not aid:
        return Word(typed)
    return Meaning(typed, tuple(dict.fromkeys((Word(typed), Word(meant)))), aid)


def _meanings(
    words: Sequence[str],
    pieces: Sequence[glossary.Piece],
    told: Sequence[stories.Told] = (),
    ignored: list[str] | None = None,
) -> list[Meaning]:
    known = _well_known(pieces)
    meanings = [_story(story, words, aid=known) for story in told]
    for piece in pieces:
        printed = " ".join(words[piece.start : piece.end])
        said = [entry for entry in piece.entries if entry.english]
        if not known and _is_told(piece, told):
            continue
        if said:
            meanings.append(_meaning(printed, said, aid=bool(told) and not known))
        elif not piece.entries and not glossary.is_syllable(printed):
            # A name, an abbreviation, an English word amid Vietnamese ones.
            meanings.append(Meaning(printed, (Word(printed),)))
        elif not piece.entries and ignored is not None:
            ignored.append(printed)
    return meanings


# Where the glossary knows the words of a question, they are asked for, and a story only puts
# records first. Where it does not, the story is what is asked for, and the words put first.


def _well_known(pieces: Sequence[glossary.Piece], english: Sequence[str] = ()) -> bool:
    """Whether at most one word is unknown, or an ``english`` question is in the texts' words."""
    unknown = sum(not piece.entries for piece in pieces)
    return unknown <= 1 or (bool(english) and not _strange(pieces, english))


def _strange(pieces: Sequence[glossary.Piece], english: Sequence[str]) -> int:
    """How many words are neither everyday English of the glossary nor words of the texts."""
    unknown = [english[piece.start] for piece in pieces if not piece.entries]
    return sum(not glossary.is_of_texts(word) for word in unknown)


def _told(
    words: Sequence[str], pieces: Sequence[glossary.Piece], *, english: bool
) -> list[stories.Told]:
    """The stories in the words, but for those that one line of the glossary knows better."""
    lines = [piece.places for piece in pieces if _says_something(piece)]
    told = [
        story
        for story in stories.stories_in(words, english=english)
        if not any(story.places.issubset(line) for line in lines)
    ]
    if told or _well_known(pieces) or (english and _strange(pieces, words) <= 1):
        return told
    asked = {at for piece in pieces if _asks(piece) for at in piece.places}
    like = similar_line(
        [word if at in asked else "" for at, word in enumerate(words)], english=english
    )
    return [stories.Told(like.places, frozenset(), (like.entry,))] if like else []


def _asks(piece: glossary.Piece) -> bool:
    return not piece.entries or any(entry.english for entry in piece.entries)


def _story(told: stories.Told, words: Sequence[str], *, aid: bool) -> Meaning:
    return _meaning(" ".join(words[at] for at in sorted(told.places)), told.means, aid=aid)


def _is_told(piece: glossary.Piece, told: Sequence[stories.Told]) -> bool:
    """Whether the piece is a part of a story, and asks for nothing beside it."""
    return any(story.places.issuperset(piece.places) for story in told)


def _meaning(
    printed: str,
    entries: Sequence[glossary.Entry],
    *,
    itself: bool = False,
    aid: bool = False,
) -> Meaning:
    ways = dict.fromkeys(way for entry in entries for way in entry.english)
    alternatives = [_expression(way) for way in ways]
    if itself:
        alternatives.insert(0, _expression(printed))
    aid = aid or all(entry.category in glossary.AIDS for entry in entries)
    return Meaning(printed, tuple(dict.fromkeys(alternatives)), aid)


def _expression(written: str) -> Node:
    """ "prison overcrowding" is a phrase; "violence + schools" both, wherever they stand."""
    parts = [part.strip() for part in written.split("+")]
    nodes: list[Node] = [
        Phrase(part) if len(search_tokens(part)) > 1 else Word(part) for part in parts
    ]
    return nodes[0] if len(nodes) == 1 else AllOf(tuple(nodes))
