"""Vectors of words in context: the model's convolutions, block by block.

spaCy's ``MaxoutWindowEncoder.v2`` with a window of one word: each layer looks at a word and its two
neighbours, and between two texts stand as many rows of zeros as there are layers, so that no word sees
another text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from .blas import Floats, parameter

BLOCK = 1_024
"""How many words go through the layers at a time: what they leave fits into a processor's second cache."""

_EPSILON = np.float32(1e-8)


class Layer(NamedTuple):
    """One convolution: a maxout over three words, normed, and what came in added to it."""

    weights: Floats
    """A column for each output of each piece, piece after piece."""
    bias: Floats
    pieces: int
    scale: Floats
    shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        """Go over ``n`` rows; the first and the last have no neighbours, so ``n - 2`` come out."""
        n, width = len(rows) - 2, rows.shape[1]
        seen = np.empty((n, 3, width), np.float32)
        seen[:, 0], seen[:, 1], seen[:, 2] = rows[:-2], rows[1:-1], rows[2:]
        summed = seen.reshape(n, 3 * width) @ self.weights
        summed += self.bias
        by_piece = summed.reshape(n, self.pieces, width)
        best: Floats = by_piece[:, 0].copy()
        for piece in range(1, self.pieces):
            np.maximum(best, by_piece[:, piece], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best)
        spread /= width
        spread += _EPSILON
        np.sqrt(spread, out=spread)
        best /= spread[:, None]
        best *= self.scale
        best += self.shift
        best += rows[1:-1]
        return best


class Context:
    """The convolutions of a model.

    Args:
        encode: The model's second half, spaCy's ``MaxoutWindowEncoder.v2`` with ``window_size`` 1.
    """

    def __init__(self, encode: Model[Any, Any]) -> None:
        nodes = list(encode.walk())
        # The walk goes level by level from left to right: the layers come in the order they are applied.
        maxouts = [n for n in nodes if n.name == "maxout"]
        norms = [n for n in nodes if n.name == "layernorm"]
        self._layers = [_layer(*both) for both in zip(maxouts, norms, strict=True)]

    def blocks(self, table: Floats, words: NDArray[np.intp], lengths: list[int]) -> Iterator[tuple[slice, Floats]]:
        """Go over texts.

        Args:
            table: Vectors of words out of context; row 0 is all zeros.
            words: The row of each word, text after text.
            lengths: How many words each text has.

        Yields:
            Which places of the texts laid out with ``places`` a block covers, and a vector for each.
        """
        reach = len(self._layers)
        laid = np.zeros(len(words) + reach * (len(lengths) + 1), np.intp)
        laid[self.places(lengths) + reach] = words
        for start in range(0, len(laid) - 2 * reach, BLOCK):
            rows = table[laid[start : start + BLOCK + 2 * reach]]
            for layer in self._layers:
                rows = layer(rows)
            yield slice(start, start + len(rows)), rows

    def places(self, lengths: list[int]) -> NDArray[np.intp]:
        """Where each word of the texts lies when a gap is left between two texts."""
        gaps = np.repeat(np.arange(len(lengths)) * len(self._layers), lengths)
        return np.arange(sum(lengths)) + gaps


def _layer(maxout: Model[Any, Any], norm: Model[Any, Any]) -> Layer:
    weights, bias = parameter(maxout, "W"), parameter(maxout, "b")
    outputs, pieces, inputs = weights.shape
    return Layer(
        weights=np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * outputs, inputs).T),
        bias=bias.T.reshape(-1).copy(),
        pieces=pieces,
        scale=parameter(norm, "G").copy(),
        shift=parameter(norm, "b").copy(),
    )
