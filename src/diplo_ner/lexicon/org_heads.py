"""Head nouns of the names of organisations and the words that may stand in such names, read from data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from ..tables import cell_list, rows
from ..text.fold import fold
from ..text.words import words

FOLLOWERS = frozenset(
    {"adjective", "noun", "office", "place", "name", "parent", "purpose", "topic", "to", "party", "where", "organ"}
    | {"seated", "nation", "members", "bare", "directorate"}
)
GENDERS = ("m", "f", "mp", "fp", "en")


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun, folded, and what may follow it with and without a capital (see ``org_heads.csv``)."""

    words: tuple[str, ...]
    gender: str
    capital: frozenset[str]
    lower: frozenset[str]
    adjectives: frozenset[str]


class WordClasses(NamedTuple):
    """Folded words by what they do in a name; ``endings`` are those of adjectives, longest first."""

    offices: Mapping[str, tuple[tuple[str, ...], ...]]
    directorates: Mapping[str, tuple[tuple[str, ...], ...]]
    adjectives: frozenset[str]
    endings: tuple[str, ...]
    never: frozenset[str]
    plain: frozenset[str]
    english: frozenset[str]
    events: frozenset[str]
    giving: frozenset[str]
    things: frozenset[str]
    constituencies: frozenset[str]


@lru_cache(maxsize=1)
def heads() -> Mapping[str, tuple[Head, ...]]:
    """French heads by their first word, those of more words first.

    >>> [" ".join(head.words) for head in heads()["parquet"]]
    ['parquet general', 'parquet federal', 'parquet']
    """
    return _by_first(head for head in _all_heads() if head.gender != "en")


@lru_cache(maxsize=1)
def english_heads() -> frozenset[str]:
    """Folded English heads ("university"); those that are French words too are among the keys of `heads`."""
    return frozenset(head.words[0] for head in _all_heads() if head.gender == "en")


@lru_cache(maxsize=1)
def _all_heads() -> tuple[Head, ...]:
    return tuple(
        Head(
            tuple(word.fold for word in words(row["head"])),
            row["gender"],
            frozenset(cell_list(row["capital"])),
            frozenset(cell_list(row["lower"])),
            frozenset(map(fold, cell_list(row["adjectives"]))),
        )
        for row in rows(__package__, "org_heads.csv")
    )


def _by_first(found: Iterable[Head]) -> Mapping[str, tuple[Head, ...]]:
    lists: dict[str, list[Head]] = {}
    for head in found:
        lists.setdefault(head.words[0], []).append(head)
    return MappingProxyType({w: tuple(sorted(hs, key=lambda h: -len(h.words))) for w, hs in lists.items()})


@lru_cache(maxsize=1)
def word_classes() -> WordClasses:
    """The words that stand in names of organisations.

    >>> "interieur" in word_classes().offices, "federal" in word_classes().adjectives
    (True, True)
    """
    sets: dict[str, list[str]] = {}
    for row in rows(__package__, "org_words.csv"):
        sets.setdefault(row["role"], []).extend(map(fold, cell_list(row["words"])))
    return WordClasses(
        _phrases(sets["office"]),
        _phrases(sets["directorate"]),
        frozenset(sets["adjective"]),
        tuple(sorted(sets["ending"], key=len, reverse=True)),
        frozenset(sets["never"]),
        frozenset(sets["plain"]),
        frozenset(sets["english"]),
        frozenset(sets["event"]),
        frozenset(sets["giving"]),
        frozenset(sets["thing"]),
        frozenset(sets["constituency"]),
    )


def _phrases(listed: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word: what follows it, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in listed:
        parts = tuple(word.fold for word in words(phrase))
        found.setdefault(parts[0], []).append(parts[1:])
    return MappingProxyType({w: tuple(sorted(rest, key=len, reverse=True)) for w, rest in found.items()})
