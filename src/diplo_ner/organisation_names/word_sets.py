"""Closed sets of folded words that the grammar of bodies' names asks for (``data/word_sets.csv``)."""

from __future__ import annotations

from functools import lru_cache

from ..lexicon.word_sets import word_sets


@lru_cache(maxsize=256)
def word_set(name: str) -> frozenset[str]:
    """The folded words of a set.

    Raises:
        KeyError: there is no set of this name.

    >>> sorted(word_set("bare-of"))
    ["d'", 'de']
    """
    return word_sets("diplo_ner.organisation_names", folded=True)[name]
