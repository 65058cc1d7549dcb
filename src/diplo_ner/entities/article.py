"""An article under the eyes of the tagger: its text, its words, and questions about their surroundings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from diplo_ner.text.words import Word

_OPENERS = frozenset('.!?…:«“”"„‹—–•*·|©►/')
_BULLETS = frozenset("»-›>→")
_CLOSERS = frozenset('»”"›)')


class Article:
    """A text with its words; indices are word indices, offsets are Unicode code points.

    Every question about a word has an answer for an index outside the text too.

    Attributes:
        text: The caller's text.
        words: Its words, as ``diplo_ner.text.words.words`` gives them.
    """

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = words

    @cached_property
    def starts(self) -> list[int]:
        """Offsets at which words start."""
        return [w.start for w in self.words]

    @cached_property
    def capitals(self) -> list[int]:
        """Indices of the words that begin with a capital letter."""
        return [i for i, w in enumerate(self.words) if w.text[0].isupper()]

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """Indices (first, past the last) of the words that touch a span of offsets."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.words[first].end <= start:
            first += 1
        return first, bisect_left(self.starts, end)

    def fold(self, i: int) -> str:
        """Folded spelling of a word, or '' outside the text."""
        return self.words[i].fold if 0 <= i < len(self.words) else ""

    def is_capital(self, i: int) -> bool:
        """Whether a word begins with a capital letter; False outside the text."""
        return 0 <= i < len(self.words) and self.words[i].text[0].isupper()

    def new_line(self, i: int) -> bool:
        """Whether a line break stands before a word, or the text begins or has ended there."""
        if not 0 < i < len(self.words):
            return True
        end, start = self.words[i - 1].end, self.words[i].start
        return start > end and (self.text.find("\n", end, start) >= 0 or self.text.find("\r", end, start) >= 0)

    def opens(self, i: int) -> bool:
        """Whether a word stands where French writes a capital in any case: after a line break, a full stop, a mark."""
        if not 0 < i < len(self.words) or self.words[i - 1].text[-1] in _OPENERS or self.new_line(i):
            return True
        if self.words[i - 1].text in _BULLETS and self.new_line(i - 1):
            return True
        if self.words[i - 1].fold in ("l'", "d'", "le", "la", "les") and self.words[i - 1].text[0].isupper():
            return False
        return self.words[i - 1].text in _CLOSERS and i >= 2 and self.words[i - 2].text[-1] in ".!?…"

    def loud(self, i: int) -> bool:
        """Whether a word stands in a line that is all in capitals, as headlines and letterheads are."""
        return 0 <= i < len(self.words) and self._loud[i]

    @cached_property
    def _loud(self) -> list[bool]:
        found: list[bool] = []
        first = 0
        for i in range(1, len(self.words) + 1):
            if i < len(self.words) and not self.new_line(i):
                continue
            told = [w.text for w in self.words[first:i] if w.text[0].isalpha()]
            shouted = len(told) > 1 and 10 * sum(t.isupper() for t in told) >= 9 * len(told)
            found += [shouted] * (i - first)
            first = i
        return found

    def glued(self, i: int) -> bool:
        """Whether a word follows the one before it without a space."""
        return 0 < i < len(self.words) and self.words[i - 1].end == self.words[i].start
