"""Closed sets of French words under a name, as each package keeps them in its ``data/word_sets.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from ..tables import cell_list, rows
from ..text.fold import fold


@lru_cache(maxsize=8)
def word_sets(package: str, *, folded: bool = False) -> Mapping[str, frozenset[str]]:
    """The sets of a package by name, with their accents as they are written, or folded.

    >>> sorted(word_sets("diplo_ner.quotes")["he-or-she"])
    ['elle', 'il']
    """
    found = {row["name"]: cell_list(row["words"]) for row in rows(package, "word_sets.csv")}
    return MappingProxyType({name: frozenset(map(fold, words) if folded else words) for name, words in found.items()})
