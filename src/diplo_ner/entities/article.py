"""An article under the eyes of the tagger: its text, its words, and questions about their surroundings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property

from diplo_ner.lexicon.acronyms import Definition, find_acronyms
from diplo_ner.lexicon.common_acronyms import spelt_acronyms, thing_acronyms
from diplo_ner.text.words import Word

from .word_sets import pattern, word_set

_OPENERS = frozenset('.!?…:«“”"„‹—–•*·|©►/')
_ARABIC = r"(?:<arabic article>|<arabic kin>)-[A-ZÀ-Þ]"
_LOUD_LINE = re.compile(
    r"(?m)^(?=[^a-zß-öø-ÿœ\r\n '’]*+[ '’])"
    r"[^a-zß-öø-ÿœ\r\n]*[A-ZÀ-Þ]{2}[^a-zß-öø-ÿœ\r\n]*[ '’][^a-zß-öø-ÿœ\r\n]*[A-ZÀ-Þ][^a-zß-öø-ÿœ\r\n]*$"
)
_BULLETS = frozenset("»-›>→")
_DASHES = frozenset("-#>")
_SHORTEST_ACRONYM = 3
_CLOSERS = frozenset('»”"›)')


def opens_arabic(text: str) -> bool:
    """Whether a word is an Arabic article or particle in lower case with the name it is joined to: "al-Qaida"."""
    return pattern(_ARABIC).match(text) is not None


class Article:
    """A text with its words; indices are word indices, offsets are Unicode code points.

    Every question about a word has an answer for an index outside the text too.

    Attributes:
        text: The caller's text.
        words: Its words, as ``diplo_ner.text.words.words`` gives them.
        folds: Their folded spellings.
    """

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = words
        self.folds = [w.fold for w in words]

    @cached_property
    def starts(self) -> list[int]:
        """Offsets at which words start."""
        return [w.start for w in self.words]

    @cached_property
    def capitals(self) -> list[int]:
        """Indices of the words that begin with a capital letter."""
        return [i for i, w in enumerate(self.words) if w.text[0].isupper()]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Indices of the words of each folded spelling."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(self.folds):
            found[word].append(i)
        return dict(found)

    @cached_property
    def acronyms(self) -> list[Definition]:
        """The acronyms that the text explains, with their long forms."""
        return find_acronyms(self.text, self.words)

    @cached_property
    def common_acronyms(self) -> frozenset[str]:
        """The folded acronyms of common nouns, which name nobody."""
        return self.spelt_acronyms | thing_acronyms(self.words) if "(" in self.places else frozenset()

    @cached_property
    def spelt_acronyms(self) -> frozenset[str]:
        """The folded acronyms of common nouns whose words spell them: "gestation pour autrui (GPA)"."""
        return spelt_acronyms(self.words) if "(" in self.places else frozenset()

    @cached_property
    def offices(self) -> list[int]:
        """Indices of the titles behind which a field of government stands: "ministre", "secrétaire"."""
        return self.where(word_set("office"))

    def where(self, folds: Collection[str]) -> list[int]:
        """Indices of the words of some folded spellings, in order."""
        places = self.places
        common = places.keys() & folds if len(folds) < len(places) else filter(folds.__contains__, places)
        return sorted(i for fold in common for i in places[fold])

    def stands(self, key: Sequence[str], i: int) -> bool:
        """Whether the folded words of a phrase stand from word ``i`` on."""
        return i >= 0 and self.folds[i : i + len(key)] == list(key)

    def key(self, first: int, last: int) -> tuple[str, ...]:
        """Folded spellings of the words from ``first`` on and before ``last``, '' outside the text."""
        return tuple(map(self.fold, range(first, last)))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the words from ``first`` on and before ``last``."""
        return self.words[first].start, self.words[last - 1].end

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """Indices (first, past the last) of the words that touch a span of offsets."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.words[first].end <= start:
            first += 1
        return first, bisect_left(self.starts, end)

    def fold(self, i: int) -> str:
        """Folded spelling of a word, or '' outside the text."""
        folds = self.folds
        return folds[i] if 0 <= i < len(folds) else ""

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
        if self.runs_on(i):
            return True
        if self.glued(i) and self.words[i - 1].text == ")" and self.words[i].fold in word_set("function"):
            return True
        if self.words[i - 1].text in _BULLETS and self.new_line(i - 1):
            return True
        if self.words[i - 1].text in _DASHES and not self.glued(i):
            return True
        if self.words[i - 1].fold in word_set("before a name") and self.words[i - 1].text[0].isupper():
            return False
        return self.words[i - 1].text in _CLOSERS and i > 1 and self.words[i - 2].text[-1] in ".!?…"

    def shouted(self, i: int) -> bool:
        """Whether a word of two letters or more is in capitals; False outside the text."""
        return 0 <= i < len(self.words) and len(self.words[i].text) > 1 and self.words[i].text.isupper()

    def is_acronym(self, i: int) -> bool:
        """Whether a word of three letters or more is in capitals in a line that is not all in capitals."""
        return self.shouted(i) and len(self.words[i].text) >= _SHORTEST_ACRONYM and not self.loud(i)

    def loud(self, i: int) -> bool:
        """Whether a word stands in a line of several words that is all in capitals: a headline, a letterhead."""
        if not self._loud_lines or not 0 <= i < len(self.words):
            return False
        k = bisect_right(self._loud_lines, (self.words[i].start, len(self.text))) - 1
        return k >= 0 and self.words[i].start < self._loud_lines[k][1]

    @cached_property
    def _loud_lines(self) -> list[tuple[int, int]]:
        return [m.span() for m in _LOUD_LINE.finditer(self.text)]

    def runs_on(self, i: int) -> bool:
        """Whether a page has lost the space or the line break in front of a word: "la margeEmmanuel"."""
        return self.glued(i) and self.words[i - 1].text[-1].isalnum() and self.words[i].text[0].isalnum()

    def glued(self, i: int) -> bool:
        """Whether a word follows the one before it without a space."""
        return 0 < i < len(self.words) and self.words[i - 1].end == self.words[i].start
