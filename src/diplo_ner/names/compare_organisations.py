"""Comparing two names of organisations: by the table, else word by word; look-alikes are two."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ..lexicon.countries import country_names, demonyms
from ..lexicon.organisations import Organisation, by_id, org_names, weak_org_names
from ..text.fold import fold
from .comparison import Comparison, different, same, unsure
from .normalize import normalize
from .organisation_words import (
    ARTICLE,
    BRACKETED,
    LONGEST_COUNTRY,
    acronyms_of,
    content_words,
    unmarked,
    word_kinds,
)
from .skeleton import skeletons

_ARABIC_ARTICLE = re.compile(r"^(?:al|el|ash|ach|as|an)[- ](?=.{4})")
_SHORTEST_ACRONYM = 3
_SHORTEST_SOUND = 6


class Meaning(NamedTuple):
    """The organisation that a name means for sure, by id, and those it may mean."""

    ident: str | None
    others: frozenset[str]


def _forms(name: str) -> tuple[str, ...]:
    """Spellings under which a name is looked up in the table."""
    plain = " ".join(BRACKETED.sub("", fold(name)).split()).strip(" .,;:«»\"“”'")
    found = dict.fromkeys(
        (plain, ARTICLE.sub("", plain), plain.replace(".", ""), ARTICLE.sub("", plain).replace("-", " "))
    )
    latin = normalize(name)
    found.setdefault(latin)
    return tuple(form for form in found if form)


def _table_meaning(forms: tuple[str, ...]) -> Meaning:
    strong, weak = org_names(), weak_org_names()
    for form in forms:
        body = strong.get(form)
        maybe = frozenset(other.id for other in weak.get(form, ()))
        if body is not None and body.generic:
            return Meaning(None, maybe | {body.id})
        if body is not None:
            return Meaning(body.id, maybe - {body.id})
        if maybe:
            return Meaning(None, maybe)
    return Meaning(None, frozenset())


@lru_cache(maxsize=16384)
def _cut_country(form: str) -> tuple[str, frozenset[str]] | None:
    """A name without the adjective or name of a state, and that state: "senat americain" → senat, US."""
    words = form.split(" ")
    adjectives, names = demonyms(), country_names()
    for i, word in enumerate(words):
        if i and word in adjectives:
            return " ".join(words[:i] + words[i + 1 :]), frozenset(adjectives[word])
    for length in range(min(LONGEST_COUNTRY, len(words) - 1), 0, -1):
        tail = " ".join(words[-length:])
        head = words[:-length]
        for cut in ("", "d'", "l'", "de l'"):
            if tail.startswith(cut) and tail.removeprefix(cut) in names:
                while head and head[-1] in (
                    "de",
                    "du",
                    "des",
                    "la",
                    "le",
                    "les",
                    "d'",
                    "l'",
                    "federation",
                    "republique",
                ):
                    head.pop()
                if head:
                    return " ".join(head), frozenset({names[tail.removeprefix(cut)]})
    return None


@lru_cache(maxsize=1)
def _by_words() -> Mapping[tuple[str, ...], str]:
    """Strong names that tell a state, by their words in order of the alphabet, to the id."""
    found: dict[tuple[str, ...], str] = {}
    body_heads = word_kinds().body
    for name, body in org_names().items():
        if body.country and not body.generic and name.split(" ", 1)[0] in body_heads:
            words = tuple(sorted(content_words(name)))
            if words[0].startswith("@"):
                found.setdefault(words, body.id)
    return found


@lru_cache(maxsize=1)
def _movements_by_sound() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, body in org_names().items():
        word = _ARABIC_ARTICLE.sub("", name)
        if body.kind == "movement" and " " not in word and len(word) >= _SHORTEST_SOUND:
            for sound in skeletons(word):
                found.setdefault(sound, set()).add(body.id)
    return {sound: frozenset(idents) for sound, idents in found.items()}


def _by_sound(word: str) -> str | None:
    """The armed movement whose name in one word sounds like this one: Chebab, Shabaab."""
    bare = _ARABIC_ARTICLE.sub("", word)
    if len(bare) < _SHORTEST_SOUND:
        return None
    idents = {ident for sound in skeletons(bare) for ident in _movements_by_sound().get(sound, ())}
    return idents.pop() if len(idents) == 1 else None


@lru_cache(maxsize=16384)
def organisation_meaning(name: str) -> Meaning:
    """What the table says of a name, told state and all; a state's body it has not gets an id of its own.

    >>> organisation_meaning("Organisation du traité de l'Atlantique nord").ident
    'otan'
    """
    forms = _forms(name)
    found = _table_meaning(forms)
    if found.ident or found.others:
        return found
    words = content_words(name)
    ident = _by_words().get(tuple(sorted(words))) if len(words) > 1 else _by_sound(words[0] if words else "")
    if ident:
        return Meaning(ident, frozenset())
    for form in forms:
        cut = _cut_country(form)
        if cut is None:
            continue
        base, codes = cut
        of_base = _table_meaning((base,))
        candidates = [of_base.ident, *sorted(of_base.others)] if of_base.ident else sorted(of_base.others)
        bodies = [body for ident in candidates if ident and (body := by_id(ident))]
        fitting = [body for body in bodies if body.country in codes]
        if len(fitting) == 1:
            return Meaning(fitting[0].id, frozenset())
        if fitting:
            return Meaning(None, frozenset(body.id for body in fitting))
        generic = [body for body in bodies if body.generic]
        if generic and len(codes) == 1:
            return Meaning(f"{generic[0].id}@{next(iter(codes))}", frozenset())
    return Meaning(None, frozenset())


def _acronym(name: str) -> str:
    """The letters of a name that looks like an acronym, else the empty string."""
    bare = ARTICLE.sub("", name.strip()).replace(".", "")
    bare = re.sub(r"^[ldLD]['’]", "", bare)
    letters = fold(bare)
    if " " in bare or not 2 <= len(letters) <= 8 or not bare[:1].isupper():
        return ""
    return letters if sum(char.isupper() for char in bare) >= 2 or len(letters) <= 6 else ""


@lru_cache(maxsize=16384)
def compare_organisations(a: str, b: str) -> Comparison:
    """Compare two names of organisations; symmetric.

    >>> compare_organisations("Conseil européen", "Conseil de l'Europe").verdict
    'different'
    >>> compare_organisations("ministère russe de la Pêche", "ministère de la Pêche de Russie").verdict
    'same'
    """
    first, second = sorted((a, b))
    if set(_forms(first)) & set(_forms(second)):
        return same(1.0, "equal but for case, accents, article")
    one, other = organisation_meaning(first), organisation_meaning(second)
    if one.ident and other.ident:
        if one.ident == other.ident:
            return same(0.98, f"both are {_called(one.ident)}")
        return different(0.0, f"{_called(one.ident)} and {_called(other.ident)} are two bodies")
    words_one, words_other = content_words(first), content_words(second)
    if len(words_one) > 1 and sorted(words_one) == sorted(words_other):
        return same(0.95, "the same words, small words and order aside")
    if unmarked(first) == unmarked(second) != "":
        return same(0.95, "equal but for the legal form")
    initials = _compare_acronym(first, second, one, other)
    if initials is not None:
        return initials
    possible_one = frozenset(one.others | ({one.ident} if one.ident else set()))
    possible_other = frozenset(other.others | ({other.ident} if other.ident else set()))
    shared = possible_one & possible_other
    if len(shared) == 1 and max(len(possible_one), len(possible_other)) == 1 and not _is_generic(shared):
        return same(0.75, f"the only body of that name is {_called(next(iter(shared)))}")
    if shared:
        return unsure(0.5, f"one name may mean {', '.join(sorted(map(_called, shared)))} and others")
    if possible_one and possible_other:
        if _tells_more(words_one, words_other) or _tells_more(words_other, words_one):
            return unsure(0.5, "one name tells a state, the other does not")
        return different(0.05, "names of different bodies")
    return _compare_words(first, second, words_one, words_other)


def _tells_more(more: tuple[str, ...], less: tuple[str, ...]) -> bool:
    """Whether one name is another with a state told."""
    return bool(less) and len(more) > len(less) and sorted(w for w in more if w[0] != "@") == sorted(less)


def _is_generic(idents: frozenset[str]) -> bool:
    return any((body := by_id(ident)) is not None and body.generic for ident in idents)


def _called(ident: str) -> str:
    body: Organisation | None = by_id(ident)
    return body.canonical if body else ident


def _compare_acronym(a: str, b: str, one: Meaning, other: Meaning) -> Comparison | None:
    """An acronym and the words it stands for, or None where neither is one."""
    for short, long, of_short, of_long in ((a, b, one, other), (b, a, other, one)):
        letters = _acronym(short)
        if not letters or letters not in acronyms_of(long):
            continue
        if of_short.ident and not of_long.others:
            return unsure(0.4, f"{short} usually is {_called(of_short.ident)}")
        if of_long.ident and of_short.others and of_long.ident not in of_short.others:
            return unsure(0.4, f"{short} usually is another body")
        if len(letters) < _SHORTEST_ACRONYM and not (of_long.ident and of_long.ident in of_short.others):
            return unsure(0.5, f"{short} are the initials of {long}, but two letters say little")
        return same(0.85, f"{short} are the initials of {long}")
    return None


def _compare_words(a: str, b: str, words_a: tuple[str, ...], words_b: tuple[str, ...]) -> Comparison:
    """Names that the table does not tell apart."""
    if not words_a or not words_b:
        return unsure(0.5, "nothing to compare")
    joined_a, joined_b = "".join(words_a), "".join(words_b)
    if joined_a == joined_b and len(words_a) + len(words_b) > 2:
        return same(0.95, "the same letters")
    if min(len(joined_a), len(joined_b)) >= _SHORTEST_SOUND and len(words_a) == len(words_b) == 1:
        if skeletons(joined_a) & skeletons(joined_b):
            return same(0.8, "one name transcribed")
        return different(0.1, "the words differ")
    few, many = sorted((set(words_a), set(words_b)), key=len)
    if few < many:
        extra = many - few
        if all(word.startswith("@") for word in extra):
            return unsure(0.5, "one name tells a state, the other does not")
        return different(0.2, f"one name has more words: {', '.join(sorted(extra))}")
    return different(0.05, "the words differ")
