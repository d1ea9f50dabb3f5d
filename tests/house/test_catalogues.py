"""The catalogues: everything the program says is said in Vietnamese too, with the same gaps."""

from __future__ import annotations

import ast
import re
from collections import Counter

import pytest
from babel.messages.catalog import Catalog, Message

from tests.house.sources import modules
from tools.messages import KEYWORDS, LANGUAGES, gather, read_catalogue

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%")
NAMELESS = re.compile(r"%[sdrf]|\{\w*\}")


def forms(message: Message) -> tuple[list[str], list[str]]:
    """The forms of a message in English and in the other language; more than one with plurals."""
    ids = message.id if isinstance(message.id, tuple | list) else [message.id]
    strings = message.string if isinstance(message.string, tuple | list) else [message.string]
    return [str(text) for text in ids], [str(text) for text in strings]


def said() -> list[Message]:
    return [message for message in gather() if message.id]


@pytest.fixture(params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    """The catalogue of each language in turn."""
    return read_catalogue(request.param)


def test_everything_said_is_translated(catalogue: Catalog) -> None:
    waiting = [
        message.id
        for message in said()
        if not (kept := catalogue.get(message.id, message.context)) or not all(forms(kept)[1])
    ]
    assert waiting == [], "run: .venv/bin/python tools/messages.py update"


def test_nothing_is_kept_that_is_no_longer_said(catalogue: Catalog) -> None:
    current = {(message.id, message.context) for message in said()}
    assert [m.id for m in catalogue if m.id and (m.id, m.context) not in current] == []


def test_nothing_is_guessed(catalogue: Catalog) -> None:
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []


def test_the_gaps_are_the_same(catalogue: Catalog) -> None:
    differing = [
        message.id
        for message in catalogue
        if message.id
        for form in filter(None, forms(message)[1])
        # A plural form may leave out the number ("one item"), and must know no other gap.
        if Counter(PLACEHOLDER.findall(form)) != Counter(PLACEHOLDER.findall(forms(message)[0][-1]))
    ]
    assert differing == []


def test_every_gap_has_a_name() -> None:
    assert [m.id for m in said() for form in forms(m)[0] if NAMELESS.search(form)] == []


def test_messages_are_whole_sentences_in_the_source() -> None:
    """``gettext(f"{n} items")`` and ``gettext("a" + b)`` can never be found in a catalogue."""
    pieced = [
        f"{module.path}:{call.lineno}"
        for module in modules()
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and (call.func.id in KEYWORDS or call.func.id == "_")
        and any(isinstance(given, ast.JoinedStr | ast.BinOp | ast.Call) for given in call.args[:2])
    ]
    assert pieced == []
