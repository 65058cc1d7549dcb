"""Given names: which spellings are one name, and whose gender they tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ..tables import cell_list, rows
from ..text.fold import fold
from .normalize import normalize

_NOT_LETTER = re.compile(r"[^a-z]")


class GivenName(NamedTuple):
    """A given name with all its spellings; ``name`` is the spelling of the French press."""

    name: str
    gender: str
    kin: frozenset[str]
    initials: frozenset[str]


class GivenReading(NamedTuple):
    """What a spelling can be: the name it spells, and the names it is short for."""

    own: GivenName | None
    short_for: tuple[GivenName, ...]


@lru_cache(maxsize=131072)
def squash(word: str) -> str:
    """Letters only: the key under which spellings are looked up.

    >>> squash("Abdel-Fattah"), squash("O’Neill")
    ('abdelfattah', 'oneill')
    """
    plain = normalize(word)
    return plain if plain.isalpha() else _NOT_LETTER.sub("", plain)


def _key(spelling: str) -> str:
    """What ``squash`` gives, quick for the Latin letters of the data."""
    return _NOT_LETTER.sub("", spelling.lower() if spelling.isascii() else fold(spelling))


_ABD = re.compile(r"abd[aeiou]{1,2}(?:([rlsnztd])(?=\1)|l)(?=[a-z]{3})")


def abd_key(letters: str) -> str:
    """One spelling for the Arabic names made with "servant of", whose article takes many forms.

    >>> abd_key("abderrahmane"), abd_key("abdulrahman"), abd_key("abdoulaye")
    ('abdelrahmane', 'abdelrahman', 'abdelaye')
    """
    return _ABD.sub("abdel", letters, count=1) if letters.startswith("abd") else letters


@lru_cache(maxsize=1)
def given_names() -> Mapping[str, GivenReading]:
    """All readings by squashed spelling, hypocorisms with the names they are short for."""
    own: dict[str, GivenName] = {}
    short: dict[str, list[GivenName]] = {}
    for row in rows("diplo_ner.names", "given_names.csv"):
        kin = frozenset(cell_list(row["kin"])) if row["kin"] else frozenset()
        keys = [_key(row["class"]), *map(_key, cell_list(row["spellings"]) if row["spellings"] else ())]
        entry = GivenName(row["class"], row["gender"], kin, frozenset(key[0] for key in keys))
        for key in keys:
            own.setdefault(key, entry)
            if key.startswith("abd"):
                own.setdefault(abd_key(key), entry)
        if row["short"]:
            for spelling in cell_list(row["short"]):
                short.setdefault(_key(spelling), []).append(entry)
    found = {key: GivenReading(entry, tuple(short.get(key, ()))) for key, entry in own.items()}
    for key, entries in short.items():
        if key not in found:
            found[key] = GivenReading(None, tuple(entries))
    return found


_UNKNOWN = GivenReading(None, ())


def reading(given: str) -> GivenReading:
    """What one given name, already squashed or not, can stand for; nothing known gives an empty reading."""
    table = given_names()
    found = table.get(given)
    if found is None and not (given.isascii() and given.isalpha() and given.islower()):
        found = table.get(squash(given))
    return _UNKNOWN if found is None else found


@lru_cache(maxsize=65536)
def is_given_name(word: str) -> bool:
    """Whether a word is a known given name or hypocorism; a hyphened word is one when its first part is.

    >>> is_given_name("Sergueï"), is_given_name("Jean-Yves"), is_given_name("Lavrov")
    (True, True, False)
    """
    table = given_names()
    if squash(word) in table:
        return True
    first, hyphen, _ = normalize(word).partition("-")
    return bool(hyphen) and squash(first) in table


@lru_cache(maxsize=16384)
def gender_of(given: str) -> str | None:
    """The gender a given name tells: ``"m"``, ``"f"``, or None where it is unknown or common to both.

    Compound names go by their first part ("Jean-Marie", "Marie-Pierre"), hypocorisms by the names they are
    short for.

    >>> gender_of("Angela"), gender_of("Jean-Marie"), gender_of("Dominique"), gender_of("Chris")
    ('f', 'm', None, None)
    """
    found = reading(given)
    if found is _UNKNOWN:
        head = re.split(r"[-\s]", normalize(given), maxsplit=1)[0]
        found = reading(head)
    if found.own is not None:
        return found.own.gender if found.own.gender != "u" else None
    genders = {entry.gender for entry in found.short_for}
    if len(genders) == 1 and "u" not in genders:
        return genders.pop()
    return None
