"""The words that spoke for a label: "prison", "conditions of detention" for Detention.

A label's sum is made of the weights of marks, in the hidden layer of those units that are above
zero for the text. Each mark's share goes back to the words of the text in which it was found: a
pair to both its words, a group of letters to its word, an instrument to the words of its name. The
words with the greatest shares are the reason, as printed in the text.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from upheld.analysis.features import WORD, letter_grams, near_pairs, pair_mark, stems_of
from upheld.analysis.instruments import find_instruments
from upheld.analysis.label_rules import spoken_labels
from upheld.analysis.linear_model import marks_of, speaking_units
from upheld.analysis.model_file import OF_ACTIONS, OF_HIDDEN, OF_ISSUES, Model
from upheld.analysis.sparse import Floats, weigh

MOST = 3


class Reasons(NamedTuple):
    """Printed words by issue (position of its label), and for the action category."""

    issues: dict[int, tuple[str, ...]]
    action: tuple[str, ...]


def reasons_for(model: Model, text: str, labels: list[int], action: int) -> Reasons:
    """The words of ``text`` that spoke most for each of ``labels`` and for the category."""
    spans = [match.span() for match in WORD.finditer(text.lower())]
    words = [text.lower()[start:end] for start, end in spans]
    issue_shares = np.zeros((len(words), len(labels)), np.float32)
    action_shares = np.zeros((len(words), 1), np.float32)
    of_units = model.hidden_out[:, labels] * speaking_units(model, text, words)[:, None]
    for name, block in model.blocks.items():
        carriers = _carriers(name, text, words, spans)
        marks = [mark for mark in marks_of(name, text, words) if mark in block.index]
        batch = weigh(block, [[block.index[mark] for mark in marks]])
        value = dict(zip(batch.mark.tolist(), batch.value.tolist(), strict=True))
        for mark in dict.fromkeys(marks):
            at = block.index[mark]
            carrying = carriers.get(mark, [])
            if not carrying:
                continue
            part = value[at] / len(carrying)
            if name in OF_ISSUES:
                issue_shares[carrying] += part * model.issue_weights[name][at, labels]
            if name in OF_HIDDEN:
                issue_shares[carrying] += part * (model.hidden_weights[name][at] @ of_units)
            if name in OF_ACTIONS:
                action_shares[carrying] += part * model.action_weights[name][at, [action]]
    return Reasons(
        {label: _printed(text, spans, issue_shares[:, n]) for n, label in enumerate(labels)},
        _printed(text, spans, action_shares[:, 0]),
    )


def _carriers(
    name: str, text: str, words: list[str], spans: list[tuple[int, int]]
) -> dict[str, list[int]]:
    """For each mark of a block, the positions of the words in which it was found."""
    found: dict[str, list[int]] = defaultdict(list)
    if name == "words":
        for at, word in enumerate(words):
            found[word].append(at)
        for at, (one, two) in enumerate(pairwise(words)):
            found[f"{one} {two}"] += [at, at + 1]
    elif name == "letters":
        for at, word in enumerate(words):
            for gram in letter_grams(word):
                found[gram].append(at)
    elif name == "instruments":
        for mention in find_instruments(text):
            found[mention.code] += [
                at
                for at, (start, end) in enumerate(spans)
                if start < mention.end and mention.start < end
            ]
    elif name == "keys":
        for at, word in enumerate(words):
            for label in spoken_labels([word]):
                found[label].append(at)
        for at, (one, two) in enumerate(pairwise(words)):
            alone = {*spoken_labels([one]), *spoken_labels([two])}
            for label in set(spoken_labels([one, two])) - alone:
                found[label] += [at, at + 1]
    elif name == "near":
        stems = stems_of(words)
        for at, stem in stems:
            found[stem].append(at)
        for (at, one), (beside, other) in near_pairs(stems):
            found[pair_mark(one, other)] += [at, beside]
    elif name == "first":
        head = ["<s>", *words[:6]]
        for size in (1, 2, 3, 4):
            for at in range(len(head) - size + 1):
                gram = "^" + " ".join(head[at : at + size])
                found[gram] += range(max(0, at - 1), at + size - 1)
    else:
        for mark in marks_of(name, text, words):
            said = set(mark.partition("=")[2].replace("+", " ").replace(">", " ").split(" "))
            found[mark] = [at for at, word in enumerate(words) if word in said]
    return {mark: list(dict.fromkeys(at)) for mark, at in found.items()}


def _printed(text: str, spans: list[tuple[int, int]], shares: Floats) -> tuple[str, ...]:
    """The words with the greatest shares as printed, in the order of the text; no word twice."""
    best = [int(at) for at in np.argsort(-shares, kind="stable") if shares[at] > 0]
    chosen: dict[str, int] = {}
    for at in best:
        start, end = spans[at]
        chosen.setdefault(text[start:end], at)
        if len(chosen) == MOST:
            break
    return tuple(sorted(chosen, key=chosen.__getitem__))
