"""Closed sets of French words, from ``data/word_sets.csv``, and patterns that are made with them."""

from __future__ import annotations

import re
from functools import lru_cache

from diplo_ner.lexicon.word_sets import pattern_of, word_sets

_PACKAGE = "diplo_ner.entities"


def without_article(preposition: str) -> str:
    """A folded « de » or « à » without the article or the apostrophe that it wears; another word as it is.

    >>> without_article("aux"), without_article("d'"), without_article("par")
    ('a', 'de', 'par')
    """
    drawn = (("of any", "plain of"), ("to any", "to"))
    return next(
        (word for name, plain in drawn if preposition in word_set(name) for word in word_set(plain)), preposition
    )


@lru_cache(maxsize=1024)
def word_set(name: str) -> frozenset[str]:
    """The folded words of a set; a name that is not in the table raises KeyError."""
    return word_sets(_PACKAGE, folded=True)[name]


def written(name: str) -> frozenset[str]:
    """The words of a set with the capitals and accents that the table gives them."""
    return word_sets(_PACKAGE)[name]


def begins(word: str, name: str) -> bool:
    """Whether a folded word begins with one of a set of stems.

    >>> begins("transitait", "passes (stems)")
    True
    """
    return word.startswith(_stems(name))


@lru_cache(maxsize=64)
def _stems(name: str) -> tuple[str, ...]:
    return tuple(sorted(word_set(name)))


@lru_cache(maxsize=64)
def pattern(template: str) -> re.Pattern[str]:
    """A regular expression in which ``<name>`` stands for a word of the set of that name, as it is written.

    >>> bool(pattern("<any definite>Europe").fullmatch("l’Europe"))
    True
    """
    return pattern_of(template, written)
