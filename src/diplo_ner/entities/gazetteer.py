"""Names the lexicon knows, found in the words of an article in one pass.

Phrases are kept by their first two words, longest first, so the search costs two look-ups a word (a flat trie: Aho
and Corasick's automaton without its failure links, which names do not need).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from diplo_ner.entity_types import EntityType
from diplo_ner.lexicon.countries import demonyms
from diplo_ner.lexicon.org_heads import heads
from diplo_ner.lexicon.own_names import OwnName
from diplo_ner.lexicon.spellings import fold_all
from diplo_ner.names.given import is_given_name
from diplo_ner.text.fold import fold
from diplo_ner.text.words import words as split

from .article import Article
from .word_sets import word_set


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


_FULL = 3
"""Words that a body's name has to have so that its full form is told by them."""
_COMMON_KINDS = frozenset(("army", "executive", "movement", "service"))
"""Kinds of bodies whose name in lower case is as well a common noun: "le gouvernement d'union nationale"."""
_ARABIC = re.compile(r"(?:al|el|an|as|ash|ach)-[A-ZÀ-Þ]")
"""Arabic articles in lower case before a name that wears its capital behind them: "al-Qaida"."""
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
        if 1 < len(parts) <= 3 and all(p[:1].isupper() for p in name.split(" ")):
            return parts, ("-".join(parts),)
        return (parts,)
    spellings = dict.fromkeys((name, name.replace("-", " "), _hyphened(name)))
    return [key for spelling in spellings if (key := tuple(w.fold for w in split(spelling)))]


def _hyphened(name: str) -> str:
    parts = name.split(" ")
    return "-".join(parts) if 1 < len(parts) <= 3 and all(p[:1].isupper() for p in parts) else name


_PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*")


def find(article: Article, phrases: Phrases) -> list[Match]:
    """All phrases in an article, at each word the longest whose capitals allow it."""
    found = []
    alone = phrases.alone
    folds = [w.fold for w in article.words]
    folds.append("")
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
    if last - first > 1 and entry.capital and not (text[0].isupper() or _ARABIC.match(text)):
        return False
    if last - first > 1:
        named = first + (article.fold(first) in word_set("name article"))
        return any(article.words[k].text[0].isupper() for k in range(named, last))
    if not (text[0].isupper() or (entry.capital and _ARABIC.match(text)) or (entry.acronym and text[-1].isupper())):
        return False
    if entry.acronym and not text.isupper():
        short = len(text) == 3 and not article.opens(first) and not is_given_name(article.fold(first))
        return len(text) > 3 or short
    return True


@lru_cache(maxsize=4)
def lexicon(own: tuple[OwnName, ...] = ()) -> Phrases:
    """The look-up over all tables of the lexicon; a name of the user's own goes before theirs."""
    if not own:
        return Phrases(index(_all_names()))
    mine = index(
        (name, Entry(o.type, o.id, lower=name.islower(), acronym=_is_acronym(name), flags=frozenset({"own"})))
        for o in own
        for name in o.names
    )
    return Phrases({**lexicon().entries, **mine})


@lru_cache(maxsize=64)
def _flags(*flags: str) -> frozenset[str]:
    return frozenset(flags)


def _is_acronym(name: str) -> bool:
    return name.isupper() and " " not in name


def _all_names() -> Iterable[tuple[str, Entry]]:
    sources: tuple[Callable[[], Iterable[tuple[str, Entry]]], ...] = (
        _countries,
        _places,
        _organisations,
        _persons,
    )
    for source in sources:
        yield from source()


def _countries() -> Iterable[tuple[str, Entry]]:
    from diplo_ner.lexicon.countries import countries

    for c in countries():
        foreign = frozenset((*c.english, *c.native))
        for name in c.strong_names:
            flags = frozenset({"foreign"}) if name in foreign else frozenset()
            yield name, Entry("COUNTRY", c.code, strong=not flags, acronym=_is_acronym(name), flags=flags)
        for name in c.weak_aliases:
            yield name, Entry("COUNTRY", c.code, strong=False, acronym=_is_acronym(name))
        for name in c.capitals:
            yield (
                name,
                Entry("PLACE", c.code, strong=name not in c.weak_capitals, flags=_flags("capital")),
            )


def _places() -> Iterable[tuple[str, Entry]]:
    from diplo_ner.lexicon.places import places

    for p in places():
        for name in (p.name, *p.aliases):
            yield name, Entry("PLACE", p.name, strong=not p.weak, lower=name.islower(), flags=_flags(p.kind))


def _organisations() -> Iterable[tuple[str, Entry]]:
    from diplo_ner.lexicon.organisations import mention_parts, organisations

    parts = {whole: len(split(part)) for whole, part in mention_parts().items()}
    for o in organisations():
        flags = _flags(o.kind, "generic") if o.generic else _flags(o.kind)
        for name in dict.fromkeys((o.canonical, *o.aliases)):
            if name not in o.weak_aliases:
                keep = parts.get(fold(name), 0)
                common = name.isalpha() and name.islower()
                lower = (
                    common
                    or ((o.lower or o.generic) and " " in name)
                    or (o.kind not in _COMMON_KINDS and _is_full(name))
                )
                yield (
                    name,
                    Entry("ORGANISATION", o.id, True, lower, _is_acronym(name), flags, keep, name[0].isupper()),
                )
        for name in o.weak_aliases:
            yield name, Entry("ORGANISATION", o.id, False, o.lower and " " in name, _is_acronym(name), flags)
        bare = _without_article(o.canonical) if o.kind == "media" else None
        if bare is not None and bare not in (*o.aliases, *o.weak_aliases):
            yield bare, Entry("ORGANISATION", o.id, False, flags=flags | {"bare"})


def _without_article(name: str) -> str | None:
    """What is left of an outlet's name of one word without its article, as "au Soir" has it, or None."""
    first, *rest = split(name)
    one = len(rest) == 1 and first.fold in word_set("title article")
    return rest[0].text if one else None


def _is_full(name: str) -> bool:
    """Whether a body's name is a head noun and enough words in lower case, so that it is one without a capital too."""
    first, *rest = name.split(" ")
    full = len(rest) + 1 >= _FULL and name[1:].islower() and fold(first) in heads()
    return full and fold(rest[-1]) not in demonyms()


def _persons() -> Iterable[tuple[str, Entry]]:
    from diplo_ner.lexicon.persons import persons

    for p in persons():
        for name in (p.canonical, *p.aliases):
            yield name, Entry("PERSON", p.id, strong=" " in name or "-" in name)
        for name in p.alone:
            yield name, Entry("PERSON", p.id)
