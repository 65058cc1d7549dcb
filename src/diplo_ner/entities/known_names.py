"""The names that the tables of the lexicon know, each with what it names, as one look-up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from diplo_ner.lexicon.countries import demonyms
from diplo_ner.lexicon.org_heads import heads
from diplo_ner.lexicon.own_names import OwnName
from diplo_ner.text.fold import fold
from diplo_ner.text.words import words as split

from .gazetteer import Entry, Phrases, index
from .word_sets import word_set

_COMMON_KINDS = frozenset(("army", "executive", "movement", "service"))
"""Kinds of bodies whose name in lower case is as well a common noun: "le gouvernement d'union nationale"."""
_FULL = 3
"""Words that a body's name has to have so that its full form is told by them."""


@lru_cache(maxsize=1)
def lexicon() -> Phrases:
    """The look-up over all tables of the lexicon."""
    return Phrases(index(_all_names()))


def is_flagged(word: str, flag: str) -> bool:
    """Whether a folded word alone is the name of something that its table says this of ("media", "capital")."""
    return any(flag in e.flags for e in lexicon().alone.get(word, ()))


def names_one_person(word: str) -> bool:
    """Whether a folded family name alone means one person in any article."""
    return any(e.type == "PERSON" and e.strong for e in lexicon().alone.get(word, ()))


@lru_cache(maxsize=4)
def lexicon_with(own: tuple[OwnName, ...]) -> Phrases:
    """The lexicon with names of the user's own, which go before its own."""
    if not own:
        return lexicon()
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
    sources: tuple[Callable[[], Iterable[tuple[str, Entry]]], ...] = (_countries, _places, _organisations, _persons)
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
            yield (name, Entry("PLACE", c.code, strong=name not in c.weak_capitals, flags=_flags("capital")))
            if name.startswith("Le ") and (bare := _without_article(name)) is not None:
                yield bare, Entry("PLACE", c.code, strong=False, flags=_flags("capital", "bare"))


def _places() -> Iterable[tuple[str, Entry]]:
    from diplo_ner.lexicon.places import places

    for p in places():
        for name in (p.name, *p.aliases):
            yield name, Entry("PLACE", p.name, strong=not p.weak, lower=name.islower(), flags=_flags(p.kind))
            if name.startswith("Le ") and (bare := _without_article(name)) is not None:
                yield bare, Entry("PLACE", p.name, strong=False, flags=_flags(p.kind, "bare"))


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
            yield bare, Entry("ORGANISATION", o.id, False, flags=_flags(o.kind, "bare"))


def _without_article(name: str) -> str | None:
    """What is left of an outlet's name of one word without its article, as "au Soir" has it, or None."""
    if name.count(" ") + name.count("'") != 1:
        return None
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
