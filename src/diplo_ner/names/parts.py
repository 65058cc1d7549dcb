"""The parts of a personal name: given names, particles, family name, patronymic, suffix."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from .given import abd_key, is_given_name, squash
from .name_words import INITIAL_PAIR, initials, is_capitals, name_words, same_particles, weight
from .normalize import is_vowelless, normalize, romanize, strip_honorifics
from .origins import (
    east_asian_given,
    family_first,
    is_patronymic,
    is_pinyin,
    is_syllable,
    whole_name_words,
)
from .word_sets import word_set

Shape = Literal["full", "alone", "whole", "empty"]
_CAPITALS = re.compile(r"[^\W\d_a-zà-ÿ]{2}")
_NUMERAL = re.compile(r"(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2})(?:er)?|1er|ire|1re")
_MC = re.compile(r"^mc(?=[^aeiou]?[a-z]{3})")
_SHORT_SAINT = re.compile(r"^[Ss][Tt]([Ee]?)\.?-(?=\w)")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A personal name in parts; words of ``given`` are normalised, ``family`` keeps its spelling.

    ``shape`` is "full" (given and family name), "alone" (one name, most often a family name), "whole" (a name
    without a family name, or a given name with a number) or "empty". Heavy particles stand in ``family`` ("Le
    Pen"), light ones in ``particle`` ("von der"). ``suffix`` is "jr", "sr" or a king's number; ``gender`` is
    what a title told.
    """

    given: tuple[str, ...] = ()
    particle: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    suffix: str = ""
    patronymic: str = ""
    gender: str | None = None
    shape: Shape = "empty"
    east_asian: bool = False
    vowelless: bool = False
    family_key: str = field(init=False, repr=False, compare=False)
    """The family name in letters only, particles that belong to it included."""
    letters: str = field(init=False, repr=False, compare=False)
    """Given names and family name in letters only."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "family_key", family_key(self.family))
        object.__setattr__(self, "letters", "".join(map(squash, (*self.given, *self.family))))


@lru_cache(maxsize=65536)
def family_key(family: tuple[str, ...]) -> str:
    """Letters of a family name's words in one piece, equal particles of other spelling made equal."""
    return "".join(same_particles().get(key, _MC.sub("mac", abd_key(key))) for key in map(squash, map(_saint, family)))


def _saint(word: str) -> str:
    """A family word with "Saint" told in full: "St-Clair"."""
    return _SHORT_SAINT.sub(r"Saint\1-", word) if _SHORT_SAINT.match(word) else word


def _split_capitals(words: list[str]) -> tuple[list[str], list[str]] | None:
    """(given, family) where the family name alone is in capitals: "BLINKEN Antony", "Jean-Yves LE DRIAN"."""
    if not _CAPITALS.search(" ".join(words)):
        return None
    marks = [is_capitals(word) and not initials(word) for word in words]
    small = [i for i, mark in enumerate(marks) if not mark and weight(words[i]) is None]
    large = [i for i, mark in enumerate(marks) if mark]
    if not small or not large or any(len(words[i]) < 2 or initials(words[i]) for i in small if small == [i]):
        return None
    if max(large) < min(small):
        cut = min(small)
        return words[cut:], words[:cut]
    if max(small) < min(large):
        if len(large) == 1 and len(words) == 2 and INITIAL_PAIR.fullmatch(words[1]):
            return None
        return words[: max(small) + 1], words[max(small) + 1 :]
    return None


def _split_east_asian(words: list[str]) -> tuple[list[str], list[str]] | None:
    """(given, family) of an East Asian name, family name first or, as some write it, last."""
    plain = [normalize(word) for word in words]
    if east_asian_given(squash(plain[0]), plain[1:]):
        return words[1:], words[:1]
    last = squash(plain[-1])
    if last in family_first() and len(words) == 2 and not is_given_name(plain[0]):
        syllables = plain[0].split("-")
        if (len(syllables) == 2 and all(map(is_syllable, syllables))) or (
            last not in word_set("not-at-the-end") and len(plain[0]) > 4 and is_pinyin(squash(plain[0]))
        ):
            return words[:1], words[1:]
    return None


def _is_family_first(words: list[str]) -> bool:
    """A word that is no given name, followed by given names only: "Orbán Viktor"."""
    if is_given_name(words[0]) or initials(words[0]) or weight(words[0]):
        return False
    rest = [normalize(word) for word in words[1:]]
    if len(rest) == 1 and initials(words[1]):
        return True
    if len(rest) > 1 and is_patronymic(rest[-1]):
        return is_given_name(rest[-2])
    if len(rest) == 1:
        return is_given_name(rest[0])
    return len(rest) == 2 and all(is_given_name(word) for word in rest)


def _split_given_first(words: list[str]) -> tuple[list[str], list[str], str]:
    """(given, family, patronymic) of a name in the European or Arabic order."""
    given = [words[0]]
    patronymic = ""
    i = 1
    while i < len(words) - 1:
        plain = normalize(words[i])
        if initials(words[i]) and plain.strip(".") not in word_set("initial-or-and"):
            given.append(words[i])
        elif is_patronymic(plain) and i == len(words) - 2:
            patronymic = plain
        elif weight(words[i]) or not is_given_name(plain):
            break
        else:
            given.append(words[i])
        i += 1
    return given, words[i:], patronymic


def _family_words(words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(particles, family words) of the words from the first particle on."""
    light = [word for word in words[:-1] if weight(word) == "light"]
    heavy = [word for i, word in enumerate(words) if i == len(words) - 1 or weight(word) != "light"]
    return tuple(normalize(word) for word in light), tuple(heavy)


def _given_words(words: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for word in words:
        letters = initials(word)
        if letters:
            found += letters
        else:
            found.append(normalize(word))
    return tuple(word for word in found if squash(word))


def _generation(plain: str) -> str:
    """What a folded word tells of father and son, "jr" or "sr"; empty where it tells nothing."""
    if plain in word_set("junior"):
        return "jr"
    return "sr" if plain in word_set("senior") else ""


def _suffix(words: list[str]) -> str:
    """Take Jr, Sr or a king's number off the end."""
    if len(words) < 2:
        return ""
    plain = normalize(words[-1])
    generation = _generation(plain)
    if generation and (plain != "pere" or words[-1][0].islower()):
        words.pop()
        return generation
    lone = len(plain) == 1 and len(words) > 2 and not all(is_given_name(word) for word in words[:-1])
    if _NUMERAL.fullmatch(plain) and (words[-1].isupper() or plain.endswith(("er", "re"))) and not lone:
        words.pop()
        return {"ier": "i", "1er": "i", "ire": "i", "1re": "i"}.get(plain, plain)
    return ""


@lru_cache(maxsize=131072)
def split_name(name: str) -> NameParts:
    """Split a personal name into its parts, titles off; the likeliest reading where there are several.

    >>> split_name("LAVROV Sergueï").family, split_name("Kim Jong-un").given
    (('LAVROV',), ('jong-un',))
    >>> parts = split_name("Mme Ursula von der Leyen")
    >>> parts.given, parts.particle, parts.family, parts.gender
    (('ursula',), ('von', 'der'), ('Leyen',), 'f')
    """
    stripped = strip_honorifics(name)
    vowelless = is_vowelless(name)
    text, comma, after = romanize(stripped.name).partition(",")
    after = after.strip()
    swapped = False
    if comma and after and after[0].isupper():
        if _generation(normalize(after)) or not name_words(text):
            text = f"{text} {after}"
        else:
            swapped = True
    words = name_words(text)
    if swapped:
        light, family = _family_words(words)
        given_words = name_words(after)
        suffix = _suffix(given_words)
        return NameParts(
            _given_words(given_words), light, family, suffix, "", stripped.gender, "full", vowelless=vowelless
        )
    suffix = _suffix(words)
    if not words:
        return NameParts(gender=stripped.gender)
    gender = stripped.gender
    if len(words) == 1 or (all(weight(word) for word in words[:-1]) and not _is_chinese(words)):
        if suffix and suffix not in ("jr", "sr") and len(words) == 1:
            return NameParts((normalize(words[0]),), (), (), suffix, "", gender, "whole", vowelless=vowelless)
        if not (len(words) == 2 and normalize(words[0]) in word_set("given-or-particle") and _is_given_here(words)):
            light, family = _family_words(words)
            return NameParts((), light, family, suffix, "", gender, "alone", vowelless=vowelless)
    if all(squash(word) in whole_name_words() for word in words) or _is_number_name(words, suffix):
        return NameParts(_given_words(words), (), (), suffix, "", gender, "whole", vowelless=vowelless)
    split = _split_capitals(words)
    patronymic = ""
    east_asian = False
    if split is None:
        split = _split_east_asian(words)
        east_asian = split is not None
    if split is not None:
        given, family_words = split
        if not east_asian and len(family_words) == 1:
            east_asian = east_asian_given(squash(family_words[0]), [normalize(word) for word in given])
    elif _is_family_first(words):
        given, family_words = words[1:], words[:1]
    else:
        given, family_words, patronymic = _split_given_first(words)
    if not patronymic and len(given) > 1 and is_patronymic(normalize(given[-1])):
        patronymic = normalize(given[-1])
        given = given[:-1]
    light, family = _family_words(family_words)
    told = _given_words(given)
    shape: Shape = "full" if told else "alone"
    return NameParts(told, light, family, suffix, patronymic, gender, shape, east_asian, vowelless)


def _is_given_here(words: list[str]) -> bool:
    """Whether Ben, Al, Ed or Van in front of one word is the given name."""
    return words[0][0].isupper() and words[0] not in ("EL", "AL", "VAN", "BEN", "ED") and not is_given_name(words[1])


def _is_chinese(words: list[str]) -> bool:
    """Whether a capitalised particle is the Chinese family name of the same letters: Li Wei."""
    return words[0] == "Li" and east_asian_given("li", [normalize(word) for word in words[1:]])


def _is_number_name(words: list[str], suffix: str) -> bool:
    """Given names with a king's or a pope's number and no family name: "Jean Paul II"."""
    return bool(suffix) and suffix not in ("jr", "sr") and all(is_given_name(word) for word in words)


@lru_cache(maxsize=65536)
def other_reading(name: str) -> NameParts | None:
    """The second way to read a name of two words, family name first; None where the name has but one reading.

    >>> other_reading("Goodluck Jonathan").family
    ('Goodluck',)
    """
    parts = split_name(name)
    if parts.shape != "full" or parts.east_asian or len(parts.given) != 1 or len(parts.family) != 1 or parts.particle:
        return None
    if len(parts.given[0]) < 2:
        return None
    words = name_words(romanize(strip_honorifics(name).name))
    if _split_capitals(words) or len(words) != 2:
        return None
    first = normalize(words[0]) == parts.given[0]
    given, family = (words[1], words[0]) if first else (words[0], words[1])
    return NameParts(
        (normalize(given),), (), (family,), parts.suffix, "", parts.gender, "full", vowelless=parts.vowelless
    )
