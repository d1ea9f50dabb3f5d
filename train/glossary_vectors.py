"""Makes the vectors of the glossary's Vietnamese expressions.

    .venv/bin/python -m train.glossary_vectors

Needs the extra ``semantic``; takes some minutes. Writes
src/upheld/analysis/models/glossary_vectors.npz, of which ``analysis/nearest_line.py`` finds the
line nearest to a question. To be run again when many lines have been added.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from upheld.analysis.model_file import pack, packed_words
from upheld.analysis.nearest_line import centred, encoder, wanted_expressions

TARGET = Path(__file__).resolve().parents[1] / "src/upheld/analysis/models/glossary_vectors.npz"


def main() -> None:
    """Encode every expression and write the file."""
    encode = encoder()
    if encode is None:
        raise SystemExit("pip install 'upheld[semantic]'")
    expressions = sorted(wanted_expressions())
    vectors = np.array([encode(expression) for expression in expressions], np.float32)
    mean = vectors.mean(axis=0)
    moved = centred(vectors, mean)
    whole = np.rint(moved * (127 / np.abs(moved).max())).astype(np.int8)
    arrays = {"expressions": packed_words(expressions), "vectors": whole, "mean": mean}
    content = pack(arrays)
    TARGET.write_bytes(content)
    print(f"{TARGET.name}: {len(expressions)} expressions, {len(content):,} bytes")


if __name__ == "__main__":
    main()
