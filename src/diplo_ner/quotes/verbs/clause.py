"""Clauses: whether a row of words has a finite verb with a subject of its own, told without a parse.

The words are walked once. A relative or a conjunction inside takes the next finite verb for itself; the first
finite verb left over is the one of the main clause, and it needs a subject before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...text.words import spellings
from ..vocabulary.word_classes import (
    ADVERB,
    COORDINATOR,
    DETERMINER,
    NEGATION,
    OBJECT,
    OF,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATOR,
    THAT,
)
from ..vocabulary.word_sets import word_set
from .finite import clause_words, is_finite, must_be_verb, verb_at
from .tokens import EDGE, Token, plain_tokens, token_at

_NO_NAME = PUNCTUATION | COORDINATOR | ADVERB | NEGATION | PREPOSITION | OF | OBJECT
_NEIGHBOUR = 40
"""Characters on either side that are read for the one word that counts."""
_MOST_CLITICS = 4
"""Clitics, negations and adverbs between a subject pronoun and its verb."""


def is_clause(sentence: str, before: str = "", after: str = "") -> bool:
    """Whether a sentence is a clause with its own subject and verb, or an imperative.

    Args:
        sentence: the words.
        before: the text before them; only its last word counts.
        after: the text behind them; only its first word counts.

    Returns:
        True for a clause, also behind "que", "si" or "parce que"; false for a phrase and for a verb whose
        subject stands outside.

    >>> is_clause("Le Conseil se réunira"), is_clause("des pays qui se réunissent"), is_clause("se réunira")
    (True, False, False)
    """
    row = _tokens(sentence)
    if not row:
        return False
    left = _tokens(before[-_NEIGHBOUR:])[-1:] or [EDGE]
    right = _tokens(after[:_NEIGHBOUR])[:1]
    return _Clause([*left, *row, *right], 1, 1 + len(row)).found()


def _tokens(text: str) -> list[Token]:
    return plain_tokens(spellings(text, 0, len(text)))


class _Clause:
    """The words from ``start`` to ``end``, among others that stand outside."""

    def __init__(self, tokens: Sequence[Token], start: int, end: int) -> None:
        self.tokens = tokens
        self.start = start
        self.end = end
        self.last = tokens[end - 1].low

    def at(self, i: int) -> Token:
        return token_at(self.tokens, i)

    def found(self) -> bool:
        """Whether there is a main clause, or a conjunction with its clause."""
        i = self.start
        while i < self.end and (self.at(i).classes & PUNCTUATION or self._opens(i)):
            i += 1
        if self.at(i).low in word_set("subject-relative-pronoun") and self.last != "?":
            return False
        return self._is_order(i) or self._has_main_verb(i)

    def _opens(self, i: int) -> bool:
        """Whether a word only leads on to the clause: "mais", "parce que", "avant que", "évidemment que"."""
        word = self.at(i)
        if word.low in clause_words()["opening"] or self._is_if(i):
            return True
        return self.at(i + 1).low in word_set("that") and bool(word.classes & (PREPOSITION | ADVERB))

    def _is_if(self, i: int) -> bool:
        """Whether a word is "s'" for "si"."""
        return self.at(i).low in word_set("si-or-reflexive") and self.at(i + 1).low in word_set("after-si")

    def _is_order(self, i: int) -> bool:
        """Whether the words begin with an imperative."""
        while self.at(i).low in word_set("ne"):
            i += 1
        form = verb_at(self.tokens, i) if i < self.end else None
        if form is None or not form.finite:
            return False
        if form.subject in word_set("behind-imperative"):
            return True
        outside = self.at(self.start - 1).low in word_set("we-or-you")
        return not outside and self.at(i).tag.auxiliary is None and bool(form.persons & {"1p", "2p"})

    def _has_main_verb(self, start: int) -> bool:
        """Whether a finite verb with a subject is left when relatives and conjunctions have taken theirs."""
        waiting = taken = 0
        subject = False
        for i in range(start, self.end):
            word = self.at(i)
            if is_finite(self.tokens, i, self.end):
                form = verb_at(self.tokens, i)
                if form is not None and form.subject:
                    return True
                if waiting:
                    waiting, taken = waiting - 1, taken + 1
                elif not (taken and self._is_coordinated(i)):
                    # with no subject before it, it stands outside the marks
                    return subject
            elif i > start and self._subordinates(i):
                waiting += 1
            elif word.low in clause_words()["subject"]:
                subject = subject or self._leads(i) or self.at(i + 1).low == ","
            elif self._names(i):
                subject = True
            elif i > start and word.low in (";", ":", "—", "–"):
                waiting = taken = 0
                subject = False
        return False

    def _names(self, i: int) -> bool:
        """Whether a word can belong to a subject: a noun, a determiner, a pronoun set off by a comma."""
        word = self.at(i)
        if word.low in word_set("set-off-pronoun") and self.at(i + 1).low == ",":
            return True
        return not word.classes & _NO_NAME or bool(word.classes & DETERMINER)

    def _subordinates(self, i: int) -> bool:
        word = self.at(i)
        conjunction = word.classes & SUBORDINATOR and word.low not in word_set("no-conjunction")
        return bool(word.classes & (RELATIVE | THAT) or conjunction) or self._is_if(i)

    def _is_coordinated(self, i: int) -> bool:
        """Whether nothing but clitics stands between "et", "ou" and a verb."""
        while self.at(i - 1).low in clause_words()["clitic"]:
            i -= 1
        return self.at(i - 1).low in word_set("coordinator")

    def _leads(self, i: int) -> bool:
        """Whether a finite verb follows a subject pronoun, clitics and negation apart."""
        here = i + 1
        while here <= i + _MOST_CLITICS and (
            self.at(here).low in clause_words()["clitic"] or self.at(here).classes & (ADVERB | NEGATION)
        ):
            here += 1
        form = verb_at(self.tokens, here)
        return here < self.end and ((form is not None and form.finite) or must_be_verb(self.tokens, here))
