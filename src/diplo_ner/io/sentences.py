"""The sentence around a mention or a quote."""

from __future__ import annotations

from bisect import bisect_right

from ..text.segments import sentences


class Sentences:
    """The sentences of a text, found by offset."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = sentences(text)
        self._starts = [start for start, _ in self._spans]

    def around(self, start: int, end: int) -> str:
        """The sentence that holds a span; where a span goes over its end, up to the end of the span's last.

        >>> Sentences("Il part. Moscou se tait.").around(9, 15)
        'Moscou se tait.'
        """
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, max(start, end - 1)) - 1
        if first < 0 or start >= self._spans[last][1]:
            return self._text[start:end]
        return self._text[self._spans[first][0] : max(end, self._spans[last][1])]
