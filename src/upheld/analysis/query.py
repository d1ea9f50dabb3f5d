"""What a person asked for: words, "phrases", AND OR NOT - ( ), beginnings*, and fields.

"death penalty AND state:VNM -(cycle:1 OR cycle:2)" is parsed into a tree of the nodes below. There
is no wrong question: a quotation mark or bracket left open ends with the text, an operator without
words is left out, and what was left out stands in ``Question.ignored`` so that the reader is told.

Words one after another ask for all of them and may be loosened when nothing has all; AND, brackets
and fields are exact. Fields and their Vietnamese names: ``query_fields``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from upheld.analysis.query_fields import Field, field_named, read_field
from upheld.core.search_tokens import search_tokens

LONGEST = 2_000
"""Letters of a question that are read."""

MOST_WORDS = 64
"""Words of a question that are looked for; the others are told to the reader."""

_DEEPEST = 20  # brackets in brackets


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed; a printed number or symbol may be one too ("143.27")."""

    printed: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand beside each other: "best interests of the child".

    Written ="…" they are ``exact``: nothing is read into them, in Vietnamese neither.
    """

    printed: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that begins so: discriminat*."""

    printed: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means: "quyền trẻ em" in the words of the texts, one of which suffices.

    An ``aid`` ("thúc đẩy", promote) puts records before others and is not demanded.
    """

    printed: str
    alternatives: tuple[Node, ...]
    aid: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be there."""

    node: Node


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of these; ``loose`` when they only stand beside each other in the question."""

    nodes: tuple[Node, ...]
    loose: bool = False


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of these."""

    nodes: tuple[Node, ...]


Node = Word | Phrase | Prefix | Meaning | Field | Not | AllOf | AnyOf


def is_of_fields(node: Node) -> bool:
    """Whether it asks for a field, or for any of several: such are never left out."""
    if isinstance(node, AnyOf):
        return all(isinstance(inner, Field) for inner in node.nodes)
    return isinstance(node, Field)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as parsed: ``root`` is None when it asks for nothing, which finds everything.

    ``ignored`` are the pieces that were left out, as typed. ``language`` is "vi" once the glossary
    has recognised Vietnamese, else "".
    """

    text: str
    root: Node | None
    ignored: tuple[str, ...] = ()
    language: str = ""


class _Token(NamedTuple):
    kind: str  # "(" ")" "and" "or" "not" or "node"
    printed: str
    node: Node | None = None


_QUOTES = '"“”„«»'
# Letters of a name are taken once and for all ("++"): tried again in every way, one word of 800
# letters would keep the whole program busy for minutes.
_PIECE = re.compile(
    rf"(?P<minus>(?<!\S)[-−](?=[\w(\"“„«]))"
    rf"|(?P<bracket>[()])"
    rf"|(?P<field>[^\W\d_]++(?:[ ][^\W\d_]++){{0,2}}:)"
    rf"(?P<value>[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}]?|[^\s()]+)"
    rf"|(?P<exact>=)?[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]?"
    rf"|(?P<word>[^\s(){_QUOTES}]+)"
)
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_])[,;](?=[^\W\d_])")
_OPERATORS = {"AND": "and", "OR": "or", "NOT": "not", "&&": "and", "||": "or", "&": "and",
              "|": "or", "VÀ": "and", "HOẶC": "or", "KHÔNG": "not", "!": "not"}  # fmt: skip


def parse_question(text: str) -> Question:
    """The question as a tree: ``parse_question("woman OR women").root`` is an AnyOf of two Words.

    Never raises; "*", "AND" and "!@#" ask for nothing and are told as ignored.
    """
    ignored: list[str] = []
    if len(text) > LONGEST:
        ignored.append("…" + text[LONGEST : LONGEST + 40])
    tokens = list(_tokens(text[:LONGEST], ignored))
    words = [n for n, token in enumerate(tokens) if token.kind == "node"]
    if len(words) > MOST_WORDS:
        cut = words[MOST_WORDS]
        ignored += [token.printed for token in tokens[cut:] if token.kind == "node"]
        tokens = tokens[:cut]
    return Question(text, _Reader(tokens, ignored).read(), tuple(dict.fromkeys(ignored)))


def _tokens(text: str, ignored: list[str]) -> Iterator[_Token]:
    at = 0
    while found := _PIECE.search(text, at):
        at = found.end()
        printed = found.group().strip()
        if found["minus"]:
            yield _Token("not", printed)
        elif found["bracket"]:
            yield _Token(printed, printed)
        elif found["field"]:
            before, name = _field_at_the_end(found["field"][:-1])
            yield from _words(before, ignored)
            asked = read_field(name, found["value"].strip(_QUOTES))
            if asked:
                yield _Token("node", f"{name}:{found['value']}", asked)
            else:  # no field ("note: children"): a colon like any other
                at = found.start() + len(found["field"])
        elif found["phrase"] is not None:
            if search_tokens(found["phrase"]):
                yield _Token("node", printed, Phrase(found["phrase"].strip(), bool(found["exact"])))
            elif printed:
                ignored.append(printed)
        else:
            yield from _words(found["word"], ignored)


def _field_at_the_end(words: str) -> tuple[str, str]:
    """The longest name of a field that ends ``words``, and what stands before it."""
    pieces = words.split()
    for n in range(len(pieces)):
        if field_named(" ".join(pieces[n:])):
            return " ".join(pieces[:n]), " ".join(pieces[n:])
    return words, ""


def _words(text: str, ignored: list[str]) -> Iterator[_Token]:
    # "torture,detention" are two words, "1,000" is one number.
    for printed in _BETWEEN_WORDS.sub(" ", text).split():
        if printed in _OPERATORS:
            yield _Token(_OPERATORS[printed], printed)
            continue
        tokens = search_tokens(printed)
        beginning = re.fullmatch(r"([^\W_]{2,}(?:['’-][^\W_]+)?)\*+", printed)
        if beginning:
            yield _Token("node", printed, Prefix(beginning[1]))
        elif not tokens:
            ignored.append(printed)
        elif printed.startswith("!") and len(printed) > 1:
            yield _Token("not", "!")
            yield _Token("node", printed[1:], Word(printed.strip("!,;.?…")))
        else:
            bare = printed.strip(",;.?!:…'’‘`*~^=<>[]{}#@&|+")
            yield _Token("node", bare, Word(bare))


@dataclass(slots=True)
class _Reader:
    """Reads tokens into a tree, from the loosest operator (OR) to the tightest (NOT)."""

    tokens: list[_Token]
    ignored: list[str]
    at: int = 0
    depth: int = field(default=0)

    def read(self) -> Node | None:
        parts = []
        while self.at < len(self.tokens):
            part = self._any()
            if part:
                parts.append(part)
            if self._next() == ")":  # closed without being opened
                self.at += 1
        return _all(parts, loose=False) if len(parts) > 1 else (parts[0] if parts else None)

    def _next(self) -> str:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ""

    def _take(self) -> _Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _any(self) -> Node | None:
        nodes = [self._every()]
        while self._next() == "or":
            operator = self._take()
            nodes.append(self._every())
            if nodes[-1] is None or nodes[-2] is None:
                self.ignored.append(operator.printed)
        kept = tuple(node for node in nodes if node)
        return AnyOf(kept) if len(kept) > 1 else (kept[0] if kept else None)

    def _every(self) -> Node | None:
        """Runs of words, joined by AND: "child labour AND education" is two runs."""
        runs: list[list[Node]] = [[]]
        operator = None
        while (kind := self._next()) not in ("", "or", ")"):
            if kind == "and":
                operator = self._take()
                if not runs[-1]:
                    self.ignored.append(operator.printed)
                else:
                    runs.append([])
                continue
            node = self._single()
            if node:
                runs[-1].append(node)
        if operator and len(runs) > 1 and not runs[-1]:
            self.ignored.append(operator.printed)
        kept = [_all(run, loose=True) for run in runs if run]
        return _all(kept, loose=False) if kept else None

    def _single(self) -> Node | None:
        token = self._take()
        if token.kind == "not":
            negated = self._single() if self._next() not in ("", ")", "or", "and") else None
            if negated is None:
                self.ignored.append(token.printed)
                return None
            return negated.node if isinstance(negated, Not) else Not(negated)
        if token.kind == "(":
            return self._bracket()
        return token.node

    def _bracket(self) -> Node | None:
        self.depth += 1
        inner = self._any() if self.depth <= _DEEPEST else None
        self.depth -= 1
        if self._next() == ")":
            self.at += 1
        return inner


def _all(nodes: list[Node], *, loose: bool) -> Node:
    return nodes[0] if len(nodes) == 1 else AllOf(tuple(nodes), loose)
