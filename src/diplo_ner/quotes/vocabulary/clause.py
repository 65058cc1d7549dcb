"""Clauses: whether a row of words has a finite verb with a subject of its own, told without a parse.

The words are walked once. A relative or a conjunction inside takes the next finite verb for itself; the first
finite verb left over is the one of the main clause, and it needs a subject before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ...lexicon.tables import cell_list, rows
from ...text.words import words
from .cues import PACKAGE
from .verb_forms import Verb, verb
from .word_classes import (
    ADVERB,
    COORDINATOR,
    DETERMINER,
    NEGATION,
    NUMBER,
    OBJECT,
    OF,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    Tag,
    tag,
)
from .word_sets import word_set

_NEUTER = frozenset({"c'", "ça", "cela", "ceci"})
_OWN_SUBJECT = frozenset({"je", "j'", "tu", "il", "ils", "on"})
_STRESSED = frozenset({"moi", "toi", "lui", "eux"})
_ORDERED = frozenset({"moi", "toi", "nous", "vous", "le", "la", "les", "lui", "leur", "y", "en"})
_NOT_THERE = frozenset({"pas", "jamais", "rien", "guère", "plus", "que"})
_NO_NAME = PUNCTUATION | COORDINATOR | ADVERB | NEGATION | PREPOSITION | OF | OBJECT


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    return {row["class"]: frozenset(cell_list(row["words"])) for row in rows(PACKAGE, "clause_words.csv")}


class _Word(NamedTuple):
    """A word, what it may be, and whether it bears a capital."""

    low: str
    classes: int
    verb: Verb | None
    auxiliary: bool
    capital: bool


_EDGE = _Word("", PUNCTUATION, None, False, False)


def _word(text: str) -> _Word:
    # "A Moscou": a capital that has lost its accent
    told: Tag = tag("à" if text == "A" else text)
    found = verb(text) if text[0].isalpha() and text != "A" else None
    return _Word(told.low, told.classes, found, told.auxiliary is not None, text[0].isupper())


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
    row = [_word(w.text) for w in words(sentence)]
    if not row:
        return False
    left = words(before[-40:])
    right = words(after[:40])
    return _Clause(row, _word(left[-1].text) if left else _EDGE, _word(right[0].text) if right else _EDGE).found()


class _Clause:
    """One row of words with its neighbours on both sides."""

    def __init__(self, row: Sequence[_Word], before: _Word, after: _Word) -> None:
        self.row = row
        self.edges = before, after
        self.lists = _lists()
        self.last = row[-1].low if row else ""

    def at(self, place: int) -> _Word:
        """The word at a place, the neighbours outside included."""
        if place < 0:
            return self.edges[0] if place == -1 else _EDGE
        if place >= len(self.row):
            return self.edges[1] if place == len(self.row) else _EDGE
        return self.row[place]

    def found(self) -> bool:
        """Whether there is a main clause, or a conjunction with its clause."""
        place = 0
        while place < len(self.row) and (self.row[place].classes & PUNCTUATION or self._opens(place)):
            place += 1
        if self.at(place).low == "qui" and self.last != "?":
            return False
        return self._is_order(place) or self._has_main_verb(place)

    def _opens(self, place: int) -> bool:
        """Whether a word only leads on to the clause: "mais", "parce que", "avant que", "évidemment que"."""
        word = self.row[place]
        if word.low in self.lists["opening"] or self._is_if(place):
            return True
        return self.at(place + 1).low in word_set("that") and bool(word.classes & (PREPOSITION | ADVERB))

    def _is_if(self, place: int) -> bool:
        """Whether a word is "s'" for "si"."""
        return self.row[place].low == "s'" and self.at(place + 1).low in word_set("after-si")

    def _is_order(self, place: int) -> bool:
        """Whether the words begin with an imperative."""
        while self.at(place).low in word_set("ne"):
            place += 1
        first = self.at(place)
        if place >= len(self.row) or not first.verb or not first.verb.finite:
            return False
        if first.verb.subject in _ORDERED:
            return True
        outside = self.edges[0].low in word_set("we-or-you")
        return not outside and not first.auxiliary and bool(first.verb.persons & {"1p", "2p"})

    def _has_main_verb(self, start: int) -> bool:
        """Whether a finite verb with a subject is left when relatives and conjunctions have taken theirs."""
        waiting = taken = 0
        subject = False
        for place in range(start, len(self.row)):
            word = self.row[place]
            if self._is_finite(place):
                if word.verb and word.verb.subject:
                    return True
                if waiting:
                    waiting, taken = waiting - 1, taken + 1
                elif not (taken and self._is_coordinated(place)):
                    # with no subject before it, it stands outside the marks
                    return subject
            elif place > start and self._subordinates(place):
                waiting += 1
            elif word.low in self.lists["subject"]:
                subject = subject or self._leads(place) or self.at(place + 1).low == ","
            elif self._names(place):
                subject = True
            elif place > start and word.low in (";", ":", "—", "–"):
                waiting = taken = 0
                subject = False
        return False

    def _names(self, place: int) -> bool:
        """Whether a word can belong to a subject: a noun, a determiner, a pronoun set off by a comma."""
        word = self.row[place]
        if word.low in _STRESSED and self.at(place + 1).low == ",":
            return True
        return not word.classes & _NO_NAME or bool(word.classes & DETERMINER)

    def _subordinates(self, place: int) -> bool:
        word = self.row[place]
        conjunction = word.classes & SUBORDINATOR and word.low != "alors"
        return bool(word.classes & (RELATIVE | THAT) or conjunction) or self._is_if(place)

    def _is_coordinated(self, place: int) -> bool:
        """Whether nothing but clitics stands between "et", "ou" and a verb."""
        while self.at(place - 1).low in self.lists["clitic"]:
            place -= 1
        return self.at(place - 1).low in word_set("coordinator")

    def _leads(self, place: int) -> bool:
        """Whether a finite verb follows a subject pronoun, clitics and negation apart."""
        here = place + 1
        while here < place + 5 and (
            self.at(here).low in self.lists["clitic"] or self.at(here).classes & (ADVERB | NEGATION)
        ):
            here += 1
        found = self.at(here).verb
        return here < len(self.row) and ((found is not None and found.finite) or self._must_be_verb(here))

    def _must_be_verb(self, place: int) -> bool:
        """Whether a word no table knows stands where only a verb can: behind "je", "il", "on" and clitics."""
        word = self.row[place]
        unknown = not word.classes and word.low.endswith(("e", "es", "ent", "t", "s", "d", "a", "ai"))
        return unknown and self._follows_subject(place)

    def _follows_subject(self, place: int) -> bool:
        """Whether a subject pronoun stands before a word, clitics apart."""
        back = place - 1
        while self.at(back).low in self.lists["clitic"] and self.at(back).low not in word_set("we-or-you"):
            back -= 1
        return self.at(back).low in _OWN_SUBJECT

    def _is_finite(self, place: int) -> bool:
        """Whether a word is a finite verb where it stands."""
        word, before, after = self.row[place], self.at(place - 1), self.at(place + 1)
        if not word.verb:
            return self._must_be_verb(place)
        if not word.verb.finite:
            return False
        if (
            before.low in self.lists["verb_ahead"]
            or before.low in word_set("subject-of-verb")
            or self._follows_subject(place)
        ):
            return True
        noun_ahead = before.classes & (DETERMINER | PREPOSITION | OF | NUMBER)
        if word.low in self.lists["homograph"] and noun_ahead:
            return False
        if word.auxiliary:
            east = word.low in word_set("auxiliary-noun")
            return not (east and (before.low in self.lists["noun_ahead"] or before.low in word_set("the-before-noun")))
        named = word.capital and not word.verb.subject and not word.verb.persons & {"1p", "2p"}
        if named or word.verb.persons == {"2s"}:
            return False
        if after.low in _NOT_THERE or (before.low in word_set("we-or-you") and word.verb.persons & {"1p", "2p"}):
            return True
        if before.auxiliary or (before.verb and before.verb.infinitive):
            return False
        if word.verb.sure:
            return before.low not in self.lists["noun_ahead"] or self.at(place - 2).low == "quelqu'"
        if before.low in self.lists["clitic"] and not before.classes & DETERMINER:
            return True
        return not (noun_ahead or before.classes & COORDINATOR) and self._looks_like_verb(place)

    def _looks_like_verb(self, place: int) -> bool:
        """Whether a word that may be a noun or a participle as well has a verb's neighbours."""
        word, before, after = self.row[place], self.at(place - 1), self.at(place + 1)
        if word.low in self.lists["homograph"]:
            return bool(after.classes & (DETERMINER | THAT)) and after.low not in word_set("contracted-of")
        if word.low in self.lists["copula"]:
            return True
        if after is _EDGE or after.low in (".", "!", "?"):
            return self.last in (".", "!", "?", "…") and not before.classes & PUNCTUATION
        if after.classes & (PUNCTUATION | COORDINATOR) or after.low in word_set("of-any"):
            return False
        object_ = after.classes & (DETERMINER | THAT | ADVERB | PREPOSITION | OBJECT)
        return bool(object_) or (after.verb is not None and after.verb.infinitive)
