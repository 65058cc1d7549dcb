"""Notes on documents, of which those of one kind may be as many as the documents: the first few, and how many more."""

from __future__ import annotations

import re
from collections import Counter

from .console import Console

_MOST = 5
"""How many notes of one kind are told; at the end, how many more there were."""
_CHANGING = re.compile(r"'[^']*'|\d+|~\d+|(?<!\S)\S+ too: this one is \S+")


class Notes:
    """What is told of documents while they are read.

    Args:
        console: where it is told.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._told: Counter[str] = Counter()

    def tell(self, source: str, words: str) -> None:
        """Tell a note, unless many of its kind were told."""
        kind = _CHANGING.sub("", words)
        self._told[kind] += 1
        if self._told[kind] <= _MOST:
            self._console.note(f"{source}: {words}")

    def tell_rest(self) -> None:
        """Tell how many more there were of each kind."""
        for kind, number in self._told.items():
            if number > _MOST:
                self._console.note(f"{number - _MOST} more of this kind: {' '.join(kind.split())}")
