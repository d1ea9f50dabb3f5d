"""Symbols of UN documents: "A/HRC/26/6/Add.1", "A/HRC/WG.6/18/VNM/1", "CCPR/C/VNM/CO/3".

A symbol names one document, and its last parts say how documents relate: ``Add.1`` supplements,
``Corr.1`` corrects, ``Rev.1`` replaces. Exports and old reports print symbols with blanks, broken
lines and lower case ("A/HRC/26/6/ add.1"); ``Symbol.parse`` answers the normal form.
Grammar: ``symbols_grammar``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from upheld.core.symbols_grammar import (
    SymbolKind,
    Understanding,
    normal_form,
    symbol_spans,
    understand,
)

__all__ = ["Modifier", "Symbol", "SymbolInText", "SymbolKind", "find_symbols"]


class Modifier(NamedTuple):
    """One part that relates a document to another: kind "Add", "Corr" or "Rev", and its number."""

    kind: str
    number: int

    def __str__(self) -> str:
        return f"{self.kind}.{self.number}"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol taken apart: A/HRC/WG.6/18/VNM/1/Rev.1.

    ``text`` is the normal form. ``body`` is the code of the issuing body (HRC, UPR, CCPR, CESCR,
    SPT, GA ...), ``session`` its number ("18", special sessions "S-31") or "", ``state`` an ISO
    3166 code or "" (FIJ, which the UN prints beside FJI, gives FJI), ``number`` what identifies
    the document within its series ("1", "L.7", "CO/3"), ``modifiers`` the chain of Add, Corr, Rev.
    """

    text: str
    body: str
    kind: SymbolKind
    session: str = ""
    state: str = ""
    number: str = ""
    modifiers: tuple[Modifier, ...] = ()

    @classmethod
    def parse(cls, printed: str) -> Symbol | None:
        """The symbol that ``printed`` is, or None: "A/HRC/26/6/ add.1" gives A/HRC/26/6/Add.1.

        Of a joint symbol ("A/HRC/38/3–E/CN.6/2018/9") the first one.
        """
        return _parsed(printed)

    def __str__(self) -> str:
        return self.text

    @property
    def base(self) -> Symbol:
        """The document without its Add, Corr and Rev: A/HRC/26/6 for A/HRC/26/6/Add.1."""
        return self._with_modifiers(())

    @property
    def parent(self) -> Symbol | None:
        """The document that the last modifier relates to, or None."""
        return self._with_modifiers(self.modifiers[:-1]) if self.modifiers else None

    def is_addendum_of(self, other: Symbol) -> bool:
        """A/HRC/26/6/Add.1 is an addendum of A/HRC/26/6."""
        return self._relates(other, "Add")

    def is_corrigendum_of(self, other: Symbol) -> bool:
        """A/HRC/26/6/Corr.1 is a corrigendum of A/HRC/26/6."""
        return self._relates(other, "Corr")

    def supersedes(self, other: Symbol) -> bool:
        """A/HRC/28/L.7/Rev.2 supersedes A/HRC/28/L.7 and A/HRC/28/L.7/Rev.1."""
        if not self.modifiers or self.modifiers[-1].kind != "Rev":
            return False
        if self.parent == other:
            return True
        is_revision = bool(other.modifiers) and other.modifiers[-1].kind == "Rev"
        return (
            is_revision
            and other.parent == self.parent
            and other.modifiers[-1].number < self.modifiers[-1].number
        )

    def _relates(self, other: Symbol, kind: str) -> bool:
        return bool(self.modifiers) and self.modifiers[-1].kind == kind and self.parent == other

    def _with_modifiers(self, modifiers: tuple[Modifier, ...]) -> Symbol:
        chain = "".join(f"/{modifier}" for modifier in self.modifiers)
        base = self.text.removesuffix(chain) if chain else self.text
        return replace(self, text="/".join([base, *map(str, modifiers)]), modifiers=modifiers)


@lru_cache(maxsize=32768)  # an import asks three times for each of 100,000 symbols
def _parsed(printed: str) -> Symbol | None:
    parts = normal_form(printed)
    if parts is None:
        return None
    base, chain = parts
    modifiers = tuple(Modifier(kind, number) for kind, number in chain)
    meaning: Understanding = understand(base)
    return Symbol(
        text="/".join([base, *map(str, modifiers)]),
        body=meaning.body,
        kind=meaning.kind,
        session=meaning.session,
        state=meaning.state,
        number=meaning.number,
        modifiers=modifiers,
    )


class SymbolInText(NamedTuple):
    """One mention: ``text[start:end]`` is the printed form of ``symbol``."""

    start: int
    end: int
    symbol: Symbol


def find_symbols(text: str) -> Iterator[SymbolInText]:
    """Every symbol printed in ``text``, in order, also when a line break splits it."""
    for start, end in symbol_spans(text):
        symbol = Symbol.parse(text[start:end])
        if symbol:
            yield SymbolInText(start, end, symbol)
