"""Ages: how old an article says its people are, and how old a noun makes somebody ("la quinquagénaire")."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ...schema import Entity
from ...tables import cell_list, rows
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..verbs.tokens import NAME, QUOTE, Token, is_person, token_at
from ..vocabulary.cues import PACKAGE
from ..vocabulary.word_sets import word_set

_REACH = 12
"""Words behind a name among which its age may stand."""
_MOST_DIGITS = 3
_FRONTED = 8
"""Words behind a fronted age among which its name may stand."""


class Span(NamedTuple):
    """The first and the last year of an age."""

    first: int
    last: int

    def holds(self, age: int) -> bool:
        """Whether an age lies in the span."""
        return self.first <= age <= self.last


@lru_cache(maxsize=1)
def _spans() -> dict[str, Span]:
    return {
        noun: Span(int(row["first"]), int(row["last"]))
        for row in rows(PACKAGE, "ages.csv")
        for noun in cell_list(row["nouns"])
    }


def told_ages(sentence: Sentence) -> tuple[tuple[Entity, int], ...]:
    """The ages that a sentence tells of persons: "[X], 52 ans", "[X], âgé de 52 ans", "À 52 ans, [X]"."""
    return sentence.once("ages", _told_ages)


def _told_ages(sentence: Sentence) -> tuple[tuple[Entity, int], ...]:
    tokens = sentence.tokens
    found: list[tuple[Entity, int]] = []
    years = word_set("year")
    for i in (k - 1 for k, token in enumerate(tokens[2:], 2) if token.low in years):
        age = age_at(tokens, i)
        if age is None:
            continue
        person = _behind(tokens, i) if i == 1 and tokens[0].low in word_set("at") else _before(tokens, i)
        if person is not None:
            found.append((person, age))
    return tuple(found)


def age_at(tokens: list[Token], i: int) -> int | None:
    """The age that a number in front of "ans" tells; None for any other word, and for a number no one lives to."""
    text = token_at(tokens, i).text
    told = len(text) <= _MOST_DIGITS and text.isdecimal() and token_at(tokens, i + 1).low in word_set("year")
    return int(text) if told else None


def _before(tokens: list[Token], i: int) -> Entity | None:
    """The person whose age stands behind a comma or bracket, or behind "âgé de"."""
    before = tokens[i - 1].low
    aged = before in word_set("of") and token_at(tokens, i - 2).low in word_set("aged")
    if before not in (",", "(") and not aged:
        return None
    for j in range(i - 1, max(-1, i - _REACH), -1):
        token = tokens[j]
        if is_person(token):
            return token.entity
        if token.classes & QUOTE or token.low in (":", ";") or token.tag.auxiliary:
            return None
    return None


def _behind(tokens: list[Token], i: int) -> Entity | None:
    """The person who follows a fronted age: "À 52 ans, [X] …", "À 31 ans, la skieuse [X] …"."""
    if token_at(tokens, i + 2).low != ",":
        return None
    for token in tokens[i + 3 : i + 3 + _FRONTED]:
        if token.classes & NAME:
            return token.entity if is_person(token) else None
        if token.classes & QUOTE or token.low == "," or token.tag.auxiliary:
            return None
    return None


def span_of(phrase: Nominal) -> Span | None:
    """The age that a noun phrase tells: "la quinquagénaire", "le jeune homme", "ce berger de 47 ans"."""
    tokens = phrase.tokens
    for i in range(phrase.head + 1, min(phrase.head + 4, len(tokens) - 1)):
        age = age_at(tokens, i)
        if age is not None:
            return Span(age, age)
    adjectives = (t.low for t in tokens[phrase.first : phrase.head])
    spelt = [*(f"{adjective} {phrase.low}" for adjective in adjectives), phrase.low]
    return next((_spans()[noun] for noun in spelt if noun in _spans()), None)
