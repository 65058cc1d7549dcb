"""Closed sets of folded words that the comparison of names asks for (``data/word_sets.csv``), and their patterns."""

from __future__ import annotations

import re
from functools import lru_cache

from ..lexicon.word_sets import pattern_of, word_sets


@lru_cache(maxsize=64)
def word_set(name: str) -> frozenset[str]:
    """The folded words of a set.

    Raises:
        KeyError: there is no set of this name.

    >>> sorted(word_set("definite"))
    ["l'", 'la', 'le', 'les']
    """
    return word_sets("diplo_ner.names", folded=True)[name]


@lru_cache(maxsize=16)
def pattern(template: str) -> re.Pattern[str]:
    """A regular expression in which ``<name>`` stands for a word of the set of that name.

    >>> pattern("^<definite> ?").sub("", "les alpes")
    'alpes'
    """
    return pattern_of(template, word_set)
