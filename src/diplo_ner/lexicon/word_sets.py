"""Closed sets of French words under a name, as each package keeps them in its ``data/word_sets.csv``, and patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from types import MappingProxyType

from ..tables import cell_list, rows
from ..text.fold import fold

_NAMED = re.compile(r"(?<!P)<([a-z]+(?:[- ][a-z]+)*)>")


@lru_cache(maxsize=8)
def word_sets(package: str, *, folded: bool = False) -> Mapping[str, frozenset[str]]:
    """The sets of a package by name, with their accents as they are written, or folded.

    Raises:
        ValueError: two rows have one name.

    >>> sorted(word_sets("diplo_ner.quotes")["he-or-she"])
    ['elle', 'il']
    """
    found: dict[str, frozenset[str]] = {}
    for row in rows(package, "word_sets.csv"):
        if row["name"] in found:
            raise ValueError(f"{package}, word_sets.csv: two rows are called {row['name']!r}; give one another name")
        words = cell_list(row["words"])
        found[row["name"]] = frozenset(map(fold, words) if folded else words)
    return MappingProxyType(found)


def pattern_of(template: str, words_of: Callable[[str], Collection[str]]) -> re.Pattern[str]:
    r"""A regular expression in which ``<name>`` stands for a word of the set of that name, with either apostrophe.

    Args:
        template: The expression.
        words_of: The words of a set, as they are written.

    >>> bool(pattern_of(r"(?<!\w)<near> ", {"near": ["d'après", "selon"]}.__getitem__).search("d’après le ministre"))
    True
    """
    return re.compile(_NAMED.sub(lambda name: _any_of(words_of(name[1])), template))


def _any_of(words: Collection[str]) -> str:
    """Words as alternatives, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in ordered)})".replace("'", "['’]")
