"""Learns what words mean in this field, from the words that stand beside them.

    python -m train.word_meaning            writes the file again
    python -m train.word_meaning --check    says whether it would come out the same

From the recommendations of UPR Info's list and the reports of the Working Group; the terms of the
table of terms are words as well. Comes before ``python -m train.same_demand``. Nothing of the texts
goes into the file but which words are used alike: how much more often than by chance two of them
stand near each other (positive pointwise mutual information), brought down to 100 numbers a word.
No label and no written pair is used.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from scipy.sparse import csr_matrix
from sklearn.decomposition import TruncatedSVD

from train.same_demand import CORPUS, ROOT, read_rows
from upheld.analysis.demand_terms import term_table
from upheld.analysis.demand_words import words
from upheld.analysis.instruments import find_instruments
from upheld.analysis.model_file import pack, packed_words
from upheld.analysis.word_meaning import MEANT, mark

REPORTS = ROOT.parent / "shared" / "corpus" / "upr_reports" / "pdf"
TARGET = ROOT / "src" / "upheld" / "analysis" / "models" / "word_meaning.npz"

DIMENSIONS = 100
NEAR = 5
"""Words apart at which two stems still stand near each other; the nearer, the more it counts."""

SEEN_OFTEN = 5
FLATTEN = 0.75
"""Power of a stem's frequency, so that rare neighbours do not tell too much."""

LEAST_SURPRISE = 1.0
"""Pointwise mutual information that is not worth keeping, in nats."""

SHORT, LONG = 40, 800
SEED = 0


def main() -> int:
    """Learn, and write or compare the file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true")
    chosen = arguments.parse_args()
    if not CORPUS.exists() or not REPORTS.exists():
        print(f"no list at {CORPUS} or no reports at {REPORTS}")
        return 2
    texts = [row["Text"] for row in read_rows(CORPUS)]
    texts += [sentence for path in sorted(REPORTS.glob("*.pdf")) for sentence in sentences(path)]
    arrays = learn([marks_of(text) for text in texts])
    content = pack(arrays)
    if chosen.check:
        same = TARGET.read_bytes() == content
        print("the same" if same else "different")
        return 0 if same else 1
    TARGET.write_bytes(content)
    print(
        f"{len(texts):,} texts, {len(arrays['weight']):,} stems and terms, {len(content):,} bytes"
    )
    return 0


def sentences(path: Path) -> Iterator[str]:
    """The sentences of a report; headings and tables fall out by their length."""
    with pypdfium2.PdfDocument(path) as file:
        whole = "\n".join(page.get_textpage().get_text_range() for page in file)
    whole = re.sub(r"\s+", " ", whole.replace("\ufffe", "").replace("\x02", ""))
    for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z0-9])", whole):
        if SHORT < len(sentence) < LONG:
            yield sentence


def marks_of(text: str) -> list[str]:
    """Stems, terms ("theme:torture") and codes of instruments in printed order, without numbers."""
    named = find_instruments(text)
    said = [w for w in words(text) if not any(m.start <= w.start < m.end for m in named)]
    found = [(mention.start, mention.code) for mention in named]
    found += [(word.start, word.stem) for word in said if word.number is None]
    for terms, start, _ in term_table().find(said):
        found += [(said[start].start, mark(kind, name)) for kind, name in terms if kind in MEANT]
    return [one for _, one in sorted(found)]


def learn(texts: list[list[str]]) -> dict[str, Any]:
    """The arrays of the file: stems, their vectors as whole numbers of one byte, their weight."""
    counts = Counter(stem for stems in texts for stem in stems)
    known = sorted(stem for stem, count in counts.items() if count >= SEEN_OFTEN)
    place = {stem: at for at, stem in enumerate(known)}
    near = together(texts, place)
    often = np.asarray(near.sum(axis=1)).ravel()
    flat = often**FLATTEN / (often**FLATTEN).sum()
    pairs = near.tocoo()
    surprise = np.log(pairs.data / (often[pairs.row] * flat[pairs.col])) - LEAST_SURPRISE
    kept = surprise > 0
    table = csr_matrix((surprise[kept], (pairs.row[kept], pairs.col[kept])), shape=near.shape)
    reduced = TruncatedSVD(DIMENSIONS, random_state=SEED, n_iter=7).fit(table)
    vectors = (table @ reduced.components_.T) / np.sqrt(reduced.singular_values_)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    held = np.flatnonzero(np.linalg.norm(vectors, axis=1) > 0.5)  # a few stems have no neighbours
    vectors = vectors[held]
    in_texts = Counter(stem for stems in texts for stem in set(stems))
    rarity = [1 - np.log(in_texts[known[at]]) / np.log(len(texts)) for at in held]
    return {
        "marks": packed_words([known[at] for at in held]),
        "vectors": np.rint(vectors * (127 / np.abs(vectors).max())).astype(np.int8),
        "weight": np.sqrt(np.array(rarity)).astype(np.float32),
    }


def together(texts: list[list[str]], place: dict[str, int]) -> Any:
    """How often every two stems stand near each other: a sparse matrix, the same both ways."""
    rows: list[int] = []
    columns: list[int] = []
    weight: list[float] = []
    for stems in texts:
        places = [place.get(stem, -1) for stem in stems]
        for at, one in enumerate(places):
            for distance, other in enumerate(places[at + 1 : at + 1 + NEAR], start=1):
                if one >= 0 and other >= 0:
                    rows += [one, other]
                    columns += [other, one]
                    weight += [1 / distance, 1 / distance]
    return csr_matrix((weight, (rows, columns)), shape=(len(place), len(place)))


if __name__ == "__main__":
    sys.exit(main())
