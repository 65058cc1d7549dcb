"""A sentence of the writer, with its tokens and the passages that stand in it."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any, TypeVar

from ..verbs.tokens import QUOTE, Token
from ..vocabulary.word_classes import PUNCTUATION
from .source import Source

_T = TypeVar("_T")


class Sentence:
    """A sentence of the writer: its tokens, the passages in it by number, the line it stands on.

    ``heading`` tells a line that reads like a headline, ``first`` the first sentence of its line. ``tokens`` are made
    on first use, because most sentences of an article have nothing to do with a quote.
    """

    __slots__ = (
        "_kept",
        "_source",
        "_tokens",
        "end",
        "first",
        "heading",
        "line",
        "number",
        "pieces",
        "quotes",
        "start",
    )

    def __init__(self, source: Source, pieces: list[int], line: int, number: int, first: bool):
        self._source = source
        self.pieces = pieces
        self._tokens: list[Token] | None = None
        self.line = line
        self.number = number
        self.first = first
        self.heading = False
        self.quotes = [~piece for piece in pieces if piece < 0]
        self.start = source.place(pieces[0])[0]
        self.end = source.place(pieces[-1])[1]
        self._kept: dict[str, Any] = {}

    @property
    def tokens(self) -> list[Token]:
        """The tokens in order."""
        if self._tokens is None:
            self._tokens = self._source.tokens(self.pieces)
        return self._tokens

    def adopt(self, same: Sentence) -> None:
        """Keep what was found about the same sentence in another reading of the text."""
        self._tokens, self._kept = same._tokens, {k: same._kept[k] for k in ("syntax",) if k in same._kept}

    def once(self, what: str, read: Callable[[Sentence], _T]) -> _T:
        """What is asked of the sentence, read the first time."""
        if what not in self._kept:
            self._kept[what] = read(self)
        held: _T = self._kept[what]
        return held

    def placed(self, outer: Sentence) -> Sentence:
        """This sentence of a passage's inside, at the place in the article of the sentence around the passage."""
        found = copy(self)
        found.line, found.number, found.first, found.heading = outer.line, outer.number, outer.first, outer.heading
        return found

    def index_of(self, quote: int) -> int:
        """Where a passage stands among the tokens."""
        for i, token in enumerate(self.tokens):
            if token.quote == quote:
                return i
        raise ValueError(f"passage {quote} is not in this sentence")


def stands_alone(sentence: Sentence) -> bool:
    """Whether a sentence holds passages and punctuation only."""
    return sentence.once("alone", lambda one: all(t.classes & (QUOTE | PUNCTUATION) for t in one.tokens))
