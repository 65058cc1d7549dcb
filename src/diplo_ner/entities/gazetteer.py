"""Names the lexicon knows, found in the words of an article in one pass.

Phrases are kept by their first two words, longest first, so the search costs two look-ups a word (a flat trie: Aho
and Corasick's automaton without its failure links, which names do not need).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from diplo_ner.entity_types import EntityType
from diplo_ner.lexicon.spellings import fold_all
from diplo_ner.names.given import is_given_name
from diplo_ner.text.words import words as split

from .article import Article, opens_arabic
from .word_sets import word_set

_MOST_JOINED = 3
"""Words that a name may join by hyphens, at the most."""
_ACRONYM = 3
"""Letters of an acronym that, written as a name, may be a given one or a word that opens a sentence."""


class Entry(NamedTuple):
    """One name of one thing in the lexicon.

    Attributes:
        type: What it names.
        ref: Its id in the lexicon (an ISO code for a country).
        strong: Whether the name means this thing wherever it stands.
        lower: Whether it is a name in lower case too.
        acronym: Whether it is an acronym (all capitals in the lexicon).
        flags: What else its table says of it ("capital", "seat", "english", "generic", "media").
        keep: How many words of it a mention covers, 0 for all: "Cour suprême américaine" covers two.
        capital: Whether its first word always wears a capital.
    """

    type: EntityType
    ref: str
    strong: bool = True
    lower: bool = False
    acronym: bool = False
    flags: frozenset[str] = frozenset()
    keep: int = 0
    capital: bool = False


class Match(NamedTuple):
    """An entry found at words ``first`` to ``last`` (past the end)."""

    first: int
    last: int
    entries: tuple[Entry, ...]


_Key = tuple[str, ...]


class Phrases:
    """Names by their words: those of one word (``alone``), and longer ones by their first (``begun``) or first two.

    Args:
        entries: What each name (a tuple of folded words) names.
    """

    def __init__(self, entries: Mapping[_Key, tuple[Entry, ...]]) -> None:
        self.entries = entries
        self.alone = {key[0]: found for key, found in entries.items() if len(key) == 1}
        self.begun: dict[str, list[_Key]] = {}
        self._by_second: dict[str, dict[str, list[_Key]]] = {}
        for key in entries:
            if len(key) > 1:
                self.begun.setdefault(key[0], []).append(key)

    def longer(self, first: str, second: str) -> Sequence[_Key]:
        """The names of several words that begin with these two, the longest first."""
        known = self._by_second.get(first)
        if known is None:
            keys = self.begun.get(first)
            if keys is None:
                return ()
            known = {}
            for key in sorted(keys, key=len, reverse=True):
                known.setdefault(key[1], []).append(key)
            self._by_second[first] = known
        return known.get(second, ())


def index(names: Iterable[tuple[str, Entry]]) -> dict[_Key, tuple[Entry, ...]]:
    """Entries by the words of their names; a hyphen and a space are the same thing in a name.

    Equal entries are one object, and names of one entry share one tuple: a third of what the collector has to visit.
    """
    listed = list(names)
    found: dict[_Key, tuple[Entry, ...]] = {}
    alone: dict[Entry, tuple[Entry, ...]] = {}
    for (name, entry), folded in zip(listed, fold_all(name for name, _ in listed), strict=True):
        single = alone.setdefault(entry, (entry,))
        for key in _keys(name, folded):
            held = found.get(key)
            if held is None:
                found[key] = single
            elif entry not in held:
                found[key] = held + single
    return found


def _keys(name: str, folded: str) -> Iterable[_Key]:
    if _PLAIN.fullmatch(folded):
        parts = tuple(folded.split(" "))
        keys = [parts]
        if 1 < len(parts) <= _MOST_JOINED and all(p[:1].isupper() for p in name.split(" ")):
            keys.append(("-".join(parts),))
        k = next((k for k, part in enumerate(parts[1:-1], 1) if part in word_set("hyphened article")), 0)
        if k:
            keys.append((*parts[:k], f"{parts[k]}-{parts[k + 1]}", *parts[k + 2 :]))
        return keys
    spellings = dict.fromkeys((name, name.replace("-", " "), _hyphened(name)))
    return [key for spelling in spellings if (key := tuple(w.fold for w in split(spelling)))]


def _hyphened(name: str) -> str:
    parts = name.split(" ")
    return "-".join(parts) if 1 < len(parts) <= _MOST_JOINED and all(p[:1].isupper() for p in parts) else name


_PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*")


def find(article: Article, phrases: Phrases) -> list[Match]:
    """All phrases in an article, at each word the longest whose capitals allow it."""
    found = []
    alone = phrases.alone
    folds = [*article.folds, ""]
    for i in range(len(folds) - 1):
        fold_ = folds[i]
        options = phrases.longer(fold_, folds[i + 1]) if fold_ in phrases.begun else ()
        match = _longest(article, folds, i, options, phrases.entries) if options else None
        if match is None and fold_ in alone:
            match = _match(article, i, i + 1, alone[fold_])
        if match is not None:
            found.append(match)
    return found


def _longest(
    article: Article, folds: list[str], i: int, options: Iterable[_Key], entries: Mapping[_Key, tuple[Entry, ...]]
) -> Match | None:
    for key in options:
        last = i + len(key)
        if tuple(folds[i:last]) != key or any(article.new_line(k) for k in range(i + 1, last)):
            continue
        match = _match(article, i, last, entries[key])
        if match is not None:
            return match
    return None


def _match(article: Article, first: int, last: int, entries: tuple[Entry, ...]) -> Match | None:
    kept = tuple(e for e in entries if _written_so(article, first, last, e))
    return Match(first, first + (kept[0].keep or last - first), kept) if kept else None


def _written_so(article: Article, first: int, last: int, entry: Entry) -> bool:
    """Whether the capitals in the text are those of the name."""
    if entry.lower:
        return True
    text = article.words[first].text
    if last - first > 1 and article.words[last - 1].text in word_set("is or east"):
        return False
    if last - first > 1 and article.fold(first) in word_set("name article") and not text[0].isupper():
        return False
    if last - first > 1 and entry.capital and not (text[0].isupper() or opens_arabic(text)):
        return False
    if last - first > 1:
        named = first + (article.fold(first) in word_set("name article"))
        return any(article.words[k].text[0].isupper() for k in range(named, last))
    if not (text[0].isupper() or (entry.capital and opens_arabic(text)) or (entry.acronym and text[-1].isupper())):
        return False
    if entry.acronym and not text.isupper():
        if article.fold(first) in word_set("direction") and article.fold(first - 1) in word_set("any definite"):
            return False
        word = article.fold(first)
        common = is_given_name(word) or word in word_set("common word of three letters")
        short = len(text) == _ACRONYM and not article.opens(first) and not common
        return len(text) > _ACRONYM or short
    return True
