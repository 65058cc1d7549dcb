"""Words that come again: which passages of an article say the same, and which take up another one's words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from ...text.words import Word
from ..marks.passages import Passage
from ..vocabulary.word_classes import tag

_STEM = 5
_WEIGHTY = 4
_MOST = 24


class Echoes:
    """The passages of an article by the words in them.

    Args:
        text: the article.
        found: all its passages.
        words: its words.
    """

    def __init__(self, text: str, found: Sequence[Passage], words: Sequence[Word]) -> None:
        self._text = text
        self._words = words
        self._times = Counter(self._said(passage) for passage in found)
        self._holders: dict[str, list[tuple[int, int]]] = {}
        for passage in found:
            for stem in dict.fromkeys(self._stems(passage)):
                holders = self._holders.setdefault(stem, [])
                # words that are everywhere take up nothing
                if len(holders) < _MOST:
                    holders.append((passage.start, passage.end))

    def times(self, passage: Passage) -> int:
        """How many passages hold the same words."""
        return self._times[self._said(passage)]

    def is_echoed(self, passage: Passage) -> bool:
        """Whether all its words of weight stand between the marks of one other passage, too."""
        stems = set(self._stems(passage))
        if not stems:
            return False
        shared = set.intersection(*(set(self._holders.get(stem, ())) for stem in stems))
        return any(end <= passage.start or passage.end <= start for start, end in shared)

    def _said(self, passage: Passage) -> str:
        return self._text[passage.start : passage.end].lower()

    def _stems(self, passage: Passage) -> Iterator[str]:
        for word in self._words[bisect_left(self._words, (passage.start,)) : bisect_left(self._words, (passage.end,))]:
            if len(word.text) >= _WEIGHTY and word.text[0].isalnum() and not tag(word.text).classes:
                yield word.fold[:_STEM]
