"""Small sets of words that rules look up by name (``data/word_sets.csv``)."""

from __future__ import annotations

from functools import lru_cache

from ...lexicon.tables import cell_list, rows
from ...lexicon.verbs import verbs_with


@lru_cache(maxsize=1)
def _sets() -> dict[str, frozenset[str]]:
    return {row["name"]: frozenset(cell_list(row["words"])) for row in rows("diplo_ner.quotes", "word_sets.csv")}


@lru_cache(maxsize=1024)
def word_set(name: str) -> frozenset[str]:
    """The words of one set; the infinitives of the verbs of one trait, which their own table holds.

    Raises:
        KeyError: there is no set of this name.

    >>> "qui" in word_set("subject-relative")
    True
    """
    sets = _sets()
    return sets[name] if name in sets else verbs_with(name)
