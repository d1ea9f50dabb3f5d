"""From texts to probabilities: sums of weights, then what the other labels say, then calibrated.

First a straight sum of weights for each label, and beside it a hidden layer: units that see words
together ("armed" with "group", "group" with "minority") and speak when above zero. A slope and an
offset make the sum a probability. The second step sees the probabilities of all labels together
("Other" is likely where nothing else is) and was fitted on texts of States that the first had not
seen, which also calibrates it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from upheld.analysis.features import (
    NEAR,
    first_grams,
    instrument_marks,
    letter_grams,
    near_grams,
    stems_of,
    verb_marks,
    word_grams,
    words_of,
)
from upheld.analysis.label_rules import spoken_labels
from upheld.analysis.model_file import OF_ACTIONS, OF_HIDDEN, OF_ISSUES, Model
from upheld.analysis.sparse import Batch, Block, Floats, scores, weigh, weigh_found
from upheld.analysis.word_pairs import WordPairs

MOST_WORDS = 100_000
BATCH = 256  # so few that the weights of a batch's marks stay near the processor


def marks_of(name: str, text: str, words: list[str]) -> Iterable[str]:
    """The marks of one block for a text and its words, with repetitions."""
    if name == "words":
        return word_grams(words)
    if name == "letters":
        return (gram for word in words for gram in letter_grams(word))
    if name == "instruments":
        return instrument_marks(text)
    if name == "keys":
        return spoken_labels(words)
    if name == "near":
        return near_grams(words)
    return first_grams(words) if name == "first" else verb_marks(text, words)


def probabilities(model: Model, texts: Sequence[str]) -> tuple[Floats, Floats]:
    """Probability of each issue (texts, labels) and of each action category (texts, 5)."""
    issues = np.empty((len(texts), len(model.labels)), np.float32)
    actions = np.empty((len(texts), 5), np.float32)
    for start in range(0, len(texts), BATCH):
        part = texts[start : start + BATCH]
        issue_sums, action_sums = sums(model, part)
        issues[start : start + len(part)] = issue_probabilities(model, issue_sums)
        actions[start : start + len(part)] = action_probabilities(model, action_sums)
    return issues, actions


class LettersOfWords:
    """Positions of the letter groups of a word, worked out once for each word that comes.

    Beyond ``MOST_WORDS``, most of them names and misprints, it begins anew.
    """

    def __init__(self, block: Block) -> None:
        self._index = block.index
        self._known: dict[str, list[int]] = {}

    def of(self, words: list[str]) -> list[int]:
        """The positions for all words of a text."""
        known = self._known
        if len(known) > MOST_WORDS:
            known.clear()
        found: list[int] = []
        for word in words:
            if (positions := known.get(word)) is None:
                at = (self._index.get(gram) for gram in letter_grams(word))
                positions = known[word] = [position for position in at if position is not None]
            found += positions
        return found


class _Places(NamedTuple):
    """What finds the marks of many texts at once; the same as ``marks_of`` finds of each."""

    letters: LettersOfWords
    words: WordPairs
    near: WordPairs


@lru_cache(maxsize=2)
def _places(model: Model) -> _Places:
    return _Places(
        LettersOfWords(model.blocks["letters"]),
        WordPairs(model.blocks["words"].index, (1,), either=False),
        WordPairs(model.blocks["near"].index, NEAR, either=True),
    )


def _weighed(model: Model, name: str, texts: Sequence[str], words: list[list[str]]) -> Batch:
    """The marks of one block in all texts."""
    block, places = model.blocks[name], _places(model)
    if name == "letters":
        return weigh(block, [places.letters.of(own) for own in words])
    if name == "words":
        return weigh_found(block, len(texts), *places.words.of(words))
    if name == "near":
        stems = [[found for _, found in stems_of(own)] for own in words]
        return weigh_found(block, len(texts), *places.near.of(stems))
    place = block.index.get
    return weigh(
        block,
        [
            [at for at in map(place, marks_of(name, text, own)) if at is not None]
            for text, own in zip(texts, words, strict=True)
        ],
    )


def sums(model: Model, texts: Sequence[str]) -> tuple[Floats, Floats]:
    """The sums of weights for the issues and for the action categories."""
    words = [words_of(text) for text in texts]
    issues = np.tile(model.issue_bias, (len(texts), 1))
    actions = np.tile(model.action_bias, (len(texts), 1))
    hidden = np.tile(model.hidden_bias, (len(texts), 1))
    for name in model.blocks:
        batch = _weighed(model, name, texts, words)
        if name in OF_ISSUES:
            issues += scores(batch, model.issue_weights[name])
        if name in OF_HIDDEN:
            hidden += scores(batch, model.hidden_weights[name])
        if name in OF_ACTIONS:
            actions += scores(batch, model.action_weights[name])
    issues += np.maximum(hidden, 0) @ model.hidden_out
    return issues, actions


def speaking_units(model: Model, text: str, words: list[str]) -> NDArray[np.bool_]:
    """Which units of the hidden layer are above zero for a text: shape (units,)."""
    hidden = model.hidden_bias
    for name in OF_HIDDEN:
        index = model.blocks[name].index
        row = [index[mark] for mark in marks_of(name, text, words) if mark in index]
        hidden = hidden + scores(weigh(model.blocks[name], [row]), model.hidden_weights[name])[0]
    speaking: NDArray[np.bool_] = hidden > 0
    return speaking


def issue_probabilities(model: Model, issue_sums: Floats) -> Floats:
    """Sums to probabilities, each label in view of all."""
    return second_step(issue_sums, model.margin, model.second)


def second_step(issue_sums: Floats, margin: Floats, second: Floats) -> Floats:
    """The same with the two steps' own weights; see ``second_inputs`` for their order."""
    margins = (issue_sums * margin[:, 0] + margin[:, 1]).astype(np.float32)
    own = 0.5 * margins * second[:, -3] + 0.5 * np.maximum(margins, 0) * second[:, -2]
    logits = second_inputs(margins) @ second[:, :-3].T + second[:, -1] + own
    return _sigmoid(logits.astype(np.float32))


def second_inputs(margins: Floats) -> Floats:
    """What the second step sees of all labels: their probabilities, the two best, and the sum."""
    first = _sigmoid(margins)
    best = -np.sort(-first, axis=1)[:, :2]
    return np.hstack([first, best, first.sum(axis=1, keepdims=True) / 2])


def action_probabilities(model: Model, action_sums: Floats) -> Floats:
    """Sums to probabilities that add up to one."""
    logits = action_sums @ model.action_second[:, :-1].T + model.action_second[:, -1]
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    out: Floats = powers / powers.sum(axis=1, keepdims=True)
    return out


def _sigmoid(values: Floats) -> Floats:
    out: Floats = np.divide(1, 1 + np.exp(-np.clip(values, -30, 30)), dtype=np.float32)
    return out
