"""Small sets of words that rules look up by name (``data/word_sets.csv``), and patterns that are made with them."""

from __future__ import annotations

import re
from functools import lru_cache

from ...lexicon.verbs import verbs_with
from ...lexicon.word_sets import pattern_of, word_sets


@lru_cache(maxsize=1024)
def word_set(name: str) -> frozenset[str]:
    """The words of one set; the infinitives of the verbs of one trait, which their own table holds.

    Raises:
        KeyError: there is no set of this name.

    >>> "qui" in word_set("subject-relative")
    True
    """
    sets = word_sets("diplo_ner.quotes")
    return sets[name] if name in sets else verbs_with(name)


@lru_cache(maxsize=64)
def pattern(template: str) -> re.Pattern[str]:
    r"""A regular expression in which ``<name>`` stands for a word of the set of that name, with either apostrophe.

    >>> bool(pattern(r"(?<!\w)<after-source> ").search("d’après le ministre"))
    True
    """
    return pattern_of(template, word_set)
