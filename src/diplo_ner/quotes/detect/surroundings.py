"""What stands around a passage and what it is made of: the facts that tell a quote from a title or a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ...tables import cell_list, rows
from ...text.sentences import sentence_ends
from ...text.words import Word
from ..marks.passages import Passage
from ..vocabulary.cues import PACKAGE
from ..vocabulary.verb_forms import Verb, verb
from ..vocabulary.word_classes import DETERMINER, OF, PREPOSITION, PUNCTUATION, SUBJECT, THAT, Tag, tag
from ..vocabulary.word_sets import word_set
from .kinds import kind

_LINE_BREAK = re.compile(r"[\r\n]")
_AHEAD = 12
_NEAR = 240
_LONGEST_NAME = 6
"""Words of weight in a name, at the most."""
_PLURAL = ("work", "outlet", "text", "name", "maker")


@lru_cache(maxsize=1)
def word_lists() -> dict[str, frozenset[str]]:
    """The classes of ``not_quotes.csv``, nouns in the plural too."""
    found: dict[str, frozenset[str]] = {}
    for row in rows(PACKAGE, "not_quotes.csv"):
        listed = cell_list(row["words"])
        plural = {word + "s" for word in listed} if row["class"] in _PLURAL else set()
        found[row["class"]] = frozenset(listed) | plural
    return found


class Scene(NamedTuple):
    """A passage with what decides on it.

    ``ahead`` holds the words before it in its sentence, the nearest last, and ``capitals`` which of them
    bear one; ``inner`` the words inside; ``start`` and ``end`` are those of the sentence, as far as one
    looks. ``told`` is whether an incise follows, ``cue`` whether a cue governs it (None: nobody looked), ``length``
    how many words stand inside, punctuation apart.
    """

    text: str
    passage: Passage
    words: Sequence[Word]
    inner: list[Word]
    ahead: list[Tag]
    capitals: list[bool]
    start: int
    end: int
    told: bool
    cue: bool | None
    length: int

    @property
    def said(self) -> str:
        """The words inside."""
        return self.text[self.passage.start : self.passage.end]

    @property
    def colon(self) -> bool:
        """Whether a colon leads on to the passage."""
        return bool(self.ahead) and self.ahead[-1].low == ":"

    @property
    def of(self) -> bool:
        """Whether "de" stands right before the passage."""
        return bool(self.ahead) and bool(self.ahead[-1].classes & OF)

    @property
    def determined(self) -> bool:
        """Whether an article or another determiner stands right before the passage."""
        return bool(self.ahead) and bool(self.ahead[-1].classes & DETERMINER)

    @property
    def is_fragment(self) -> bool:
        """Whether the words inside are less than a clause."""
        return kind(self.said) == "fragment"

    @property
    def is_title(self) -> bool:
        """Whether the words look like a title: a capital or a figure first, no full stop at the end."""
        first, last = self.inner[0].text[0], self.inner[-1].text[-1]
        return (first.isupper() or first.isdigit() or first in "[(") and last not in ".;,:"

    @property
    def is_name(self) -> bool:
        """Whether every word of weight bears a capital."""
        small = word_lists()["small"]
        weighty = [w.text for w in self.inner if w.text[0].isalnum() and w.text.lower() not in small]
        capital = any(w[0].isupper() for w in weighty)
        return capital and len(weighty) <= _LONGEST_NAME and all(not w[0].islower() for w in weighty)

    def behind(self, reach: int) -> str:
        """The text right behind the closing mark."""
        return self.text[self.passage.outer_end : self.passage.outer_end + reach]

    def lead(self) -> Verb | None:
        """The verb the words inside begin with, clitics and negation apart."""
        clitic = False
        for word in self.inner:
            if word.fold in word_set("clitic-opening"):
                clitic = True
                continue
            found = verb(word.text) if word.text[0].isalpha() else None
            return found if found and (found.infinitive or found.sure or clitic or self.inner[2:]) else None
        return None

    def head(self, listed: frozenset[str], reach: int, *, skip: int = 0, over: int = OF | DETERMINER) -> int | None:
        """How many words stand between the nearest listed word and the mark.

        Args:
            listed: the words looked for, single or of two.
            reach: how many words may stand between.
            skip: how many words right before the mark do not count.
            over: the classes of prepositions the search goes past.

        Returns:
            The number of words, or None where a clause's edge or a verb comes first.
        """
        ahead = self.ahead[: len(self.ahead) - skip]
        for back in range(min(reach + 1, len(ahead))):
            word = ahead[-1 - back]
            pair = f"{ahead[-2 - back].low} {word.low}" if back + 2 <= len(ahead) else ""
            if word.low in listed or pair in listed:
                return back
            if word.classes & (THAT | SUBJECT | PUNCTUATION) or (
                word.classes & PREPOSITION and not word.classes & over
            ):
                return None
            found = verb(word.low)
            if found and (found.infinitive or (found.finite and found.sure)):
                return None
        return None


def scene(text: str, passage: Passage, words: Sequence[Word], told: bool, cue: bool | None) -> Scene:
    """Look at a passage: the work is bounded by the sentence around it and the words inside."""
    inner = list(words[bisect_left(words, (passage.start,)) : bisect_left(words, (passage.end,))])
    start, end = _sentence(text, passage)
    ahead: list[Tag] = []
    capitals: list[bool] = []
    here = bisect_left(words, (passage.outer_start,)) - 1
    while here >= 0 and words[here].start >= start and len(ahead) < _AHEAD:
        ahead.append(tag(words[here].text))
        capitals.append(words[here].text[0].isupper())
        here -= 1
    length = sum(w.text[0].isalnum() for w in inner)
    return Scene(text, passage, words, inner, ahead[::-1], capitals[::-1], start, end, told, cue, length)


def _sentence(text: str, passage: Passage) -> tuple[int, int]:
    """Where the sentence around a passage begins and ends, as far as one looks for a cue."""
    start = max(0, passage.outer_start - _NEAR)
    for place in (*_line_starts(text, start, passage.outer_start), *sentence_ends(text, start, passage.outer_start)):
        start = max(start, place)
    far = min(len(text), passage.outer_end + _NEAR)
    line_end = _LINE_BREAK.search(text, passage.outer_end, far)
    far = line_end.start() if line_end else far
    return start, next(sentence_ends(text, passage.outer_end, far), far)


def _line_starts(text: str, start: int, end: int) -> list[int]:
    return [match.end() for match in _LINE_BREAK.finditer(text, start, end)]
