"""What the table says of a name of an organisation: one body for sure, or several it may be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ..lexicon.countries import country_names, demonyms
from ..lexicon.org_announcers import announcers
from ..lexicon.organisations import by_id, org_names, weak_org_names
from ..text.fold import fold
from .normalize import normalize
from .organisation_words import (
    LONGEST_COUNTRY,
    content_words,
    unbracketed,
    without_article,
    word_kinds,
)
from .skeleton import skeletons
from .word_sets import word_set

_ARABIC_ARTICLE = re.compile(r"^(?:al|el|ash|ach|as|an)[- ](?=.{4})")
_UMLAUT = re.compile(r"(?<![aeioq])([aou])e(?=[^aeiou ]{2})")
_LONGEST_NOUN = 5
_MOVEMENTS = frozenset({"movement", "party", "ngo"})
_SHORTEST_SOUND = 6


class Meaning(NamedTuple):
    """The organisation that a name means for sure, by id, and those it may mean."""

    ident: str | None
    others: frozenset[str]


@lru_cache(maxsize=65536)
def forms_of(name: str) -> tuple[str, ...]:
    """Spellings under which a name is looked up in the table."""
    plain = " ".join(fold(unbracketed(name)).split()).strip(" .,;:«»\"“”'")
    found = dict.fromkeys(
        (plain, without_article(plain), plain.replace(".", ""), without_article(plain).replace("-", " "))
    )
    found.setdefault(normalize(unbracketed(name)))
    for form in list(found):
        found.setdefault(_ARABIC_ARTICLE.sub("", form))
        found.setdefault(_UMLAUT.sub(r"\1", form))
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


def _announced(form: str) -> str | None:
    """The body of the table that a noun of its kind announces: "quotidien le monde", "parti renaissance"."""
    words = form.split(" ")
    for announcer in announcers().get(words[0], ()):
        length = 1 + len(announcer.rest)
        if length > _LONGEST_NOUN or tuple(words[1:length]) != announcer.rest or len(words) == length:
            continue
        rest = " ".join(words[length:])
        meaning = _table_meaning(tuple(dict.fromkeys((rest, without_article(rest)))))
        idents = meaning.others | ({meaning.ident} if meaning.ident else set())
        kinds = _MOVEMENTS if words[0] in word_set("movement-noun") else frozenset({announcer.kind})
        fitting = {ident for ident in idents if (body := by_id(ident)) and body.kind in kinds}
        if len(fitting) == 1:
            return fitting.pop()
    return None


@lru_cache(maxsize=16384)
def organisation_meaning(name: str) -> Meaning:
    """What the table says of a name, told state and all; a state's body it has not gets an id of its own.

    >>> organisation_meaning("Organisation du traité de l'Atlantique nord").ident
    'otan'
    """
    forms = forms_of(name)
    found = _table_meaning(forms)
    if found.ident or found.others:
        return found
    for form in forms:
        ident = _announced(form)
        if ident:
            return Meaning(ident, frozenset())
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
