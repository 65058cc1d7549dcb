"""An article as the grammar reads it: its words, passages and names, and the tokens they make."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from ...schema import Entity
from ...text.words import Word
from ..marks.passages import Passage
from ..verbs.tokens import NAME, NO_WORD, QUOTE, Token, is_address, joins_number, without_asides, without_marks
from ..vocabulary.word_classes import SUBORDINATOR, tag
from ..vocabulary.word_sets import word_set

_BREAK = re.compile(r"[\r\n\u2028\u2029]+")
_DASHED = re.compile(
    r"(?<=[.!?…»”\")\]])[ \t\u00a0\u202f]{0,4}"
    r"(?P<head>[-–—] [A-ZÀ-Þ«“\"][^\r\n.!?…–—]{1,70}? [-–—])"
    r"(?=[ \t\u00a0\u202f]{0,4}[A-ZÀ-Þ«“\"])"
)
"""A crosshead that lost its line: "… encourageants.- Marché noir -Selon M. …"."""


class Source:
    """An article with its words, passages and names, and where each of them begins.

    Args:
        text: the article.
        words: its words, from ``text.words``.
        found: all its passages.
        names: mentions by start: (start, end, entity), apart from one another.
        crossheads: the passages that are crossheads, by number, and where each begins and ends: it is a line of its
            own, whether it has one or lost it.
    """

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        found: Sequence[Passage],
        names: Sequence[tuple[int, int, Entity]],
        crossheads: Mapping[int, tuple[int, int]] | None = None,
    ) -> None:
        self.text = text
        self.words = words
        self.found = found
        self.names = names
        self.name_starts = [n[0] for n in names]
        self.starts = [w.start for w in words]
        self.crossheads = crossheads or {}
        breaks = {m.end() for m in _BREAK.finditer(text)}.union(*self.crossheads.values())
        breaks.update(place for m in _DASHED.finditer(text) for place in m.span("head"))
        self.lines = frozenset(bisect_left(self.starts, place) for place in breaks)
        """The words that open a line."""

    def place(self, piece: int) -> tuple[int, int]:
        """The span of a piece: a word's number, or the complement of a passage's."""
        if piece < 0:
            passage = self.found[~piece]
            return passage.outer_start, passage.outer_end
        word = self.words[piece]
        return word.start, word.end

    def tokens(self, pieces: list[int]) -> list[Token]:
        """Tokens of some pieces, the words of a name joined into one."""
        found: list[Token] = []
        words = self.words
        first = self.place(pieces[0])[0]
        at = bisect_left(self.name_starts, first)
        if at and self.names[at - 1][1] > first:
            at -= 1
        behind = iter(self.names[at:])
        name = next(behind, None)
        covered = -1
        for piece in pieces:
            if piece < 0:
                start, end = self.place(piece)
                found.append(Token(start, end, self.text[start:end], NO_WORD, QUOTE, None, ~piece))
                while name is not None and name[0] < end:
                    name = next(behind, None)
                continue
            word = words[piece]
            if word.start < covered:
                continue
            while name is not None and name[1] <= word.start:
                name = next(behind, None)
            if name is not None and word.start <= name[0] < word.end:
                start, covered, entity = name
                name = next(behind, None)
                found.append(Token(start, covered, self.text[start:covered], NO_WORD, NAME, entity, -1))
                continue
            tagged = tag(word.text)
            token = Token(word.start, word.end, word.text, tagged, tagged.classes, None, -1)
            if word.text == "." and found and is_address(found[-1], word.start):
                token.low, token.classes = "", 0
            if found and found[-1].low == "s'" and token.low in word_set("third-subject"):
                found[-1].classes = SUBORDINATOR
            if not joins_number(found, token):
                found.append(token)
        return without_marks(without_asides(found))
