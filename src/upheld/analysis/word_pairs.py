"""Where the words and pairs of words of many texts stand in a vocabulary, found all at once.

A vocabulary has 40,000 marks such as "prison" and "prison reform". Writing out every pair of a text
to look it up costs more than all the rest of reading it: here words become numbers, pairs become
products of numbers, and those of a whole batch are looked for in one sorted row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, repeat

import numpy as np

from upheld.analysis.sparse import Ints


class WordPairs:
    """The marks of a vocabulary that are words or pairs of words.

    ``gaps`` says how many places apart the two may stand; ``either`` that they stand in the order
    of the alphabet, whichever comes first in a text, and that no word makes a pair with itself.
    """

    def __init__(self, index: Mapping[str, int], gaps: Sequence[int], *, either: bool) -> None:
        self._gaps, self._either = gaps, either
        words = sorted({word for mark in index for word in mark.split(" ")})
        self._number = {word: number for number, word in enumerate(words)}
        self._alone = np.array([index.get(word, -1) for word in words], np.int64)
        pairs = sorted(
            (self._number[one] * len(words) + self._number[other], at)
            for mark, at in index.items()
            for one, parted, other in [mark.partition(" ")]
            if parted
        )
        # No pair of words has the number -1: with it there is always something to look in.
        self._pairs = np.array([-1, *(pair for pair, _ in pairs)], np.int64)
        self._places = np.array([-1, *(at for _, at in pairs)], np.int64)

    def of(self, texts: Sequence[Sequence[str]]) -> tuple[Ints, Ints]:
        """Text and position of every mark found in the words of ``texts``, with repetitions."""
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        total = int(lengths.sum())
        words = chain.from_iterable(texts)
        numbers = np.fromiter(map(self._number.get, words, repeat(-1)), np.int64, total)
        text = np.repeat(np.arange(len(texts), dtype=np.int64), lengths)
        known = numbers >= 0
        alone = np.where(known, self._alone[numbers], -1)
        found = [(text[alone >= 0], alone[alone >= 0])]
        for gap in self._gaps:
            one, other = numbers[:-gap], numbers[gap:]
            both = (text[:-gap] == text[gap:]) & known[:-gap] & known[gap:]
            if self._either:
                both &= one != other
                one, other = np.minimum(one, other), np.maximum(one, other)
            pairs = one[both] * len(self._number) + other[both]
            near = np.minimum(np.searchsorted(self._pairs, pairs), len(self._pairs) - 1)
            there = self._pairs[near] == pairs
            found.append((text[:-gap][both][there], self._places[near[there]]))
        rows, places = zip(*found, strict=True)
        return np.concatenate(rows), np.concatenate(places)
