"""From vectors of words to spans: spaCy's greedy transitions, without a step for each word.

At a word outside any entity the model's state holds that word alone, so what it would do there can be told
for all words of a text at once: stay outside, take the word as an entity, or begin one. Only inside an
entity does what it does next hang on what it did before, and only there is it asked word by word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from .blas import Floats, parameter

Found = tuple[int, int, str]
"""A span in words, start inclusive, end exclusive, and its label."""

OUT = "O"


class _Begun(NamedTuple):
    """The two moves inside an entity of a label, each with its row of the last layer."""

    stay: int
    end: int


class Moves:
    """The upper layers of a model, and what their scores stand for.

    Args:
        lower: spaCy's ``precomputable_affine`` over three words of a state.
        upper: The linear layer that scores the moves.
        names: The moves in the order of the scores: B-LOC, I-LOC, L-LOC, U-LOC, …, O.
    """

    def __init__(self, lower: Model[Any, Any], upper: Model[Any, Any], names: Sequence[str]) -> None:
        weights = parameter(lower, "W")
        features, outputs, pieces, inputs = weights.shape
        self._pieces = pieces
        # Piece after piece rather than output after output, so that the best piece is found by whole rows.
        rows = weights.transpose(0, 2, 1, 3).reshape(features, pieces * outputs, inputs)
        padding = parameter(lower, "pad")[0].transpose(0, 2, 1).reshape(features, -1)
        self._bias: Floats = parameter(lower, "b").T.reshape(-1).copy()
        self._outside_bias: Floats = self._bias + padding[1] + padding[2]
        self._outside_weights: Floats = np.ascontiguousarray(rows[0].T)
        self._inside_weights: Floats = np.ascontiguousarray(np.concatenate(rows, axis=1).T)
        scores, score_bias = parameter(upper, "W"), parameter(upper, "b")
        kept = [i for i, name in enumerate(names) if name == OUT or (name[:2] in ("B-", "U-") and name[2:])]
        self._names = [names[i] for i in kept]
        self._out = self._names.index(OUT)
        self._begins = np.array([name.startswith("B-") for name in self._names])
        self._takes = np.array([name != OUT for name in self._names])
        self._score_weights: Floats = np.ascontiguousarray(scores[kept].T)
        self._score_bias: Floats = score_bias[kept]
        labels = {name[2:] for name in names if name[:2] == "B-"}
        self._begun = {label: _Begun(names.index(f"I-{label}"), names.index(f"L-{label}")) for label in labels}
        self._all_weights: Floats = scores.copy()
        self._all_bias: Floats = score_bias.copy()

    def outside(self, vectors: Floats, spaces: NDArray[np.bool_], last: NDArray[np.bool_]) -> NDArray[np.intp]:
        """What the model does at each word when no entity is open there.

        Args:
            vectors: One a word.
            spaces: Which words are white space: an entity never starts there.
            last: Which words end a text: an entity of several words never starts there.

        Returns:
            A move for each word, to be read by ``spans``.
        """
        hidden = self._best(vectors @ self._outside_weights + self._outside_bias)
        scores = hidden @ self._score_weights
        scores += self._score_bias
        scores[np.ix_(spaces, self._takes)] = -np.inf
        scores[np.ix_(last, self._begins)] = -np.inf
        moves: NDArray[np.intp] = scores.argmax(axis=1)
        return moves

    def spans(self, vectors: Floats, moves: NDArray[np.intp]) -> list[Found]:
        """Read the spans of one text.

        Args:
            vectors: One a word of the text.
            moves: What ``outside`` says of each.

        Returns:
            Spans in order; none overlaps another.
        """
        found: list[Found] = []
        free = 0
        for start in np.flatnonzero(moves != self._out).tolist():
            if start < free:
                continue
            name = self._names[moves[start]]
            label = name[2:]
            free = start + 1 if name.startswith("U-") else self._end(vectors, start, label)
            found.append((start, free, label))
        return found

    def _end(self, vectors: Floats, start: int, label: str) -> int:
        """Where an entity that begins at a word ends."""
        begun = self._begun[label]
        weights, bias = self._all_weights[list(begun)], self._all_bias[list(begun)]
        for here in range(start + 1, len(vectors) - 1):
            seen = np.concatenate((vectors[here], vectors[start], vectors[here - 1]))
            stay, end = weights @ self._best(seen @ self._inside_weights + self._bias) + bias
            # Of two equal scores the move that comes first is taken.
            if end > stay or (end == stay and begun.end < begun.stay):
                return here + 1
        return len(vectors)

    def _best(self, summed: Floats) -> Floats:
        pieces = summed.reshape(*summed.shape[:-1], self._pieces, -1)
        best: Floats = pieces.max(axis=-2)
        return best
