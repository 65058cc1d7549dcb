"""The sentence around a mention or a quote, and who is named there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..schema import Extraction, Quote
from ..text.sentences import sentences


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
        first, last = self.span(start, end)
        return self._text[first:last]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the words of ``around`` lie."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, max(start, end - 1)) - 1
        if first < 0 or start >= self._spans[last][1]:
            return start, end
        return self._spans[first][0], max(end, self._spans[last][1])


class Surroundings:
    """What lies around the quotes of an article: their sentences, and the entities that are named there."""

    def __init__(self, extraction: Extraction, text: str) -> None:
        self._cut = Sentences(text)
        self._mentions = sorted((m.start, m.end, e.id) for e in extraction.entities for m in e.mentions)
        self._starts = [start for start, _, _ in self._mentions]

    def context(self, quote: Quote) -> str:
        """The sentence around a quote; around one of several sentences, all of them."""
        return self._cut.around(quote.start, quote.end)

    def about(self, quote: Quote) -> list[str]:
        """Ids of the entities named in a quote and in its sentence, in order; who says it, only if named inside."""
        start, end = self._cut.span(quote.start, quote.end)
        speakers = {speaker.entity for speaker in quote.speakers}
        found: dict[str, None] = {}
        for place in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            here, there, ident = self._mentions[place]
            if ident not in speakers or (quote.start <= here and there <= quote.end):
                found[ident] = None
        return list(found)
