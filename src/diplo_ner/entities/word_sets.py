"""Closed sets of French words, from ``data/word_sets.csv``."""

from __future__ import annotations

from functools import lru_cache

from diplo_ner.lexicon.word_sets import word_sets


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
    return word_sets("diplo_ner.entities", folded=True)[name]
