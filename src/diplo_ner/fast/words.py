"""Vectors of words out of context: what the model's first layers say, kept for words met before.

The first half of spaCy's tok2vec (hashed norm, prefix, suffix and shape, the static vector, and the layer
that mixes them) looks at one word at a time, and nine words in ten of an article were in the articles
before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, ORTH, intify_attr
from spacy.tokens import Doc
from spacy.vectors import Vectors
from thinc.api import Model

from .blas import Floats, parameter

KEPT_WORDS = 65_536
"""How many words' vectors are kept before the table starts anew; 25 MB at a width of 96."""

_FIRST_ROWS = 4_096
_MIX = np.uint64(0x9E3779B97F4A7C15)


class Rows(NamedTuple):
    """The words of some texts, as rows of a table that is not changed any more."""

    table: Floats
    """Vectors, one a word; row 0 is all zeros and stands between texts."""
    spaces: NDArray[np.bool_]
    """Which rows of the table are white space."""
    words: NDArray[np.intp]
    """The row of each token, text after text."""
    lengths: list[int]
    """How many tokens each text has."""


class WordTable:
    """Vectors of the words that a model has met.

    Args:
        embed: The model's first half, spaCy's ``MultiHashEmbed.v2`` with or without static vectors.
    """

    def __init__(self, embed: Model[Any, Any]) -> None:
        nodes = list(embed.walk())
        hashes = (n for n in nodes if n.name == "hashembed")
        self._hashes = sorted(hashes, key=lambda n: int(n.attrs["column"]))
        self._static = next((n for n in nodes if n.name == "static_vectors"), None)
        self._mixed = next(n for n in nodes if n.name == "maxout>>layernorm>>dropout")
        (features,) = (n for n in nodes if n.name == "extract_features")
        self._attributes = [ORTH, IS_SPACE, *(intify_attr(name) for name in features.attrs["columns"])]
        (norm,) = (n for n in self._mixed.walk() if n.name == "layernorm")
        self._width = int(parameter(norm, "b").shape[0])
        self._lock = Lock()
        self._vectors: Any = None
        self._forget()

    def rows(self, docs: Sequence[Doc]) -> Rows:
        """Look up the words of some texts, and take in those that are new.

        Args:
            docs: Docs of one vocabulary, one of them at least with a token.
        """
        found = [doc.to_array(self._attributes) for doc in docs]
        features = np.concatenate(found)
        # All that the layers look at is in the key, so that a word with another norm is another word.
        keys = features[:, 0].copy()
        for column in range(2, features.shape[1]):
            keys *= _MIX
            keys ^= features[:, column]
        names = keys.tolist()
        vectors = docs[0].vocab.vectors
        with self._lock:
            if vectors.data is not self._vectors or len(self._index) > KEPT_WORDS:
                self._forget()
                self._vectors = vectors.data
            rows = np.fromiter(map(self._index.get, names, repeat(-1)), np.intp, len(names))
            new = np.flatnonzero(rows < 0)
            if len(new):
                first: dict[int, int] = {}
                for at in new.tolist():
                    first.setdefault(names[at], at)
                self._add(list(first), features[list(first.values())], vectors)
                rows[new] = [self._index[names[at]] for at in new.tolist()]
            return Rows(self._table, self._spaces, rows, [len(f) for f in found])

    def _add(self, keys: list[int], features: NDArray[np.uint64], vectors: Vectors) -> None:
        columns = [node.predict(features[:, 2 + i]) for i, node in enumerate(self._hashes)]
        if self._static is not None:
            at = vectors.find(keys=features[:, 0].copy())
            static: Any = self._static.ops.gemm(vectors.data[at], parameter(self._static, "W"), trans2=True)
            static[at < 0] = 0
            columns.append(static)
        mixed = self._mixed.predict(np.hstack(columns))
        start = len(self._index) + 1
        end = start + len(keys)
        if end > len(self._table):
            room = max(end, 2 * len(self._table))
            table, spaces = self._table, self._spaces
            self._make(room)
            self._table[:start], self._spaces[:start] = table[:start], spaces[:start]
        self._table[start:end] = mixed
        self._spaces[start:end] = features[:, 1] != 0
        self._index.update(zip(keys, range(start, end), strict=True))

    def _forget(self) -> None:
        self._index: dict[int, int] = {}
        self._make(_FIRST_ROWS)

    def _make(self, room: int) -> None:
        self._table: Floats = np.zeros((room, self._width), np.float32)
        self._spaces: NDArray[np.bool_] = np.zeros(room, np.bool_)
