"""One plain spelling for a name: no case, no accents, one alphabet, no titles in front."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ..tables import rows
from ..text.fold import fold
from .word_sets import word_set

_GREEK, _LATIN_MORE, _EAST = 0x370, 0x1E00, 0x2E80
"""Where Greek and the alphabets behind it begin, Latin with more signs, the scripts of East Asia."""
_BRACKETED = re.compile(r"(?<!\s)\s*[(\[][^()\[\]]*[)\]]")
_NICKNAME = re.compile(r"(?<=\s)(?:[\"“”«»]\s*[^\"“”«»]*?\s*[\"“”«»]|'[^']*'|‘[^’]*’)(?=\s)")
_POSSESSIVE = re.compile(r"['’]s$")
_SPACES = re.compile(r"[\s_]+")
_STRAY = re.compile(r"[^a-z0-9' .&/-]+")
_HYPHENS = re.compile(r"(?<!\s)\s*-+\s*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_VOWELLESS = re.compile(r"[\u0590-\u07ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NORDIC = str.maketrans({"þ": "th", "ð": "d", "ħ": "h", "ŋ": "ng", "ə": "a"})
_LATIN_END = chr(0x250)
_MOST_TITLES = 8
_MISTER_AND_NAME = 2
"""Words of a name with "M" before it that is no initial among others."""
_FULL_NAME = 2
"""Words of a given and a family name."""
_QUALIFIED = frozenset({"office", "rank", "noble", "clergy"})
_ELIDED_OF = re.compile(r"[dl]['’]", re.IGNORECASE)


class Stripped(NamedTuple):
    """A name without its titles, and what the titles told."""

    name: str
    gender: str | None
    titles: tuple[str, ...]


class Honorific(NamedTuple):
    """A title: its gender where it tells one, its kind, whether one given name after it is enough."""

    gender: str | None
    kind: str
    names_alone: bool


@lru_cache(maxsize=1)
def honorifics() -> Mapping[str, Honorific]:
    """Titles that stand in front of names, by folded word."""
    return {
        fold(row["word"]): Honorific(row["gender"] or None, row["kind"], row["keep_alone"] == "x")
        for row in rows("diplo_ner.names", "honorifics.csv")
    }


@lru_cache(maxsize=1)
def _longest_title() -> int:
    return max(word.count(" ") for word in honorifics()) + 1


def romanize(name: str) -> str:
    """Write a name in Latin letters; names in Latin letters come back as they are.

    Chinese and Korean syllables are set apart by spaces, so that the family name is the first word. Arabic
    and Hebrew letters give consonants only (see ``is_vowelless``). Transliteration by ``anyascii``.

    >>> romanize("Путин"), romanize("习近平"), romanize("Orbán")
    ('Putin', 'Xi Jin Ping', 'Orbán')
    """
    if not name or max(name) < _LATIN_END:
        return name
    if not any(ord(char) >= _GREEK and char.isalpha() for char in name):
        return name
    from anyascii import anyascii

    parts: list[str] = []
    for char in name:
        if _HAN.match(char) or _HANGUL.match(char):
            parts.append(f" {anyascii(char)} ")
        elif char in "·•・":
            parts.append(" ")
        elif _GREEK <= ord(char) < _LATIN_MORE or ord(char) >= _EAST:
            parts.append(anyascii(char))
        else:
            parts.append(char)
    return _SPACES.sub(" ", "".join(parts)).strip()


def is_vowelless(name: str) -> bool:
    """Whether a name is written in Arabic or Hebrew letters, that leave the short vowels out."""
    return _VOWELLESS.search(name) is not None


@lru_cache(maxsize=65536)
def normalize(name: str) -> str:
    """Fold a name to plain letters: one case, no accents, Latin letters, plain marks, single spaces.

    Normalising is idempotent. Words, their order and their hyphens stay.

    >>> normalize("L’Élysée"), normalize("Лавров"), normalize("Jean - Yves  LE DRIAN")
    ("l'elysee", 'lavrov', 'jean-yves le drian')
    """
    if name.isalpha() and name.isascii():
        return name.lower()
    plain = fold(romanize(name))
    if not plain.isascii():
        plain = fold(romanize(plain.translate(_NORDIC)))
    plain = _STRAY.sub(" ", plain)
    return _HYPHENS.sub("-", _SPACES.sub(" ", plain)).strip(" -'./&")


@lru_cache(maxsize=1)
def _title_starts() -> frozenset[str]:
    """First words of titles, and articles in front of them."""
    return frozenset(word.split(" ", 1)[0] for word in honorifics()) | {"le", "la", "les"}


def _is_bare(name: str) -> bool:
    """Whether a name surely has no title, brackets or stray marks: quick, and true of most."""
    first, space, _ = name.partition(" ")
    if not space:
        return name.isalpha()
    letters = name.replace(" ", "").replace("-", "")
    if not letters.isalpha() or "  " in name or name[0] == " " or name[-1] in " -":
        return False
    return fold(first) not in _title_starts()


@lru_cache(maxsize=65536)
def strip_honorifics(name: str) -> Stripped:
    """Take titles off the front of a name, brackets and nicknames out of it, and tell the titles' gender.

    The name keeps its own spelling; what is nothing but titles comes back whole.

    >>> strip_honorifics("M. Lavrov")
    Stripped(name='Lavrov', gender='m', titles=('m',))
    >>> strip_honorifics("le président Emmanuel Macron").name
    'Emmanuel Macron'
    """
    if _is_bare(name):
        return Stripped(name, None, ())
    rest = _SPACES.sub(" ", _NICKNAME.sub("", _BRACKETED.sub("", name))).strip(' ,;:.-«»"“”') or name.strip()
    rest = _POSSESSIVE.sub("", rest)
    gender: str | None = None
    titles: list[str] = []
    table = honorifics()
    while len(titles) < _MOST_TITLES:
        split = rest.split(" ")
        article = len(split) > 1 and fold(split[0]) in word_set("definite")
        words = [fold(word).rstrip(".,") for word in split]
        if article:
            words[0] = ""
        elif words[0].startswith("l'"):
            words[0] = words[0][2:]
        first = 1 if article else 0
        if len(words) > first + 2 and words[first] in word_set("past-or-future"):
            first += 1
        elif words[first].startswith("ex-") and words[first] not in table:
            words[first] = words[first].removeprefix("ex-")
        for length in range(min(_longest_title(), len(words) - first - 1), 0, -1):
            title = " ".join(words[first : first + length])
            found = table.get(title)
            if found is None or not _is_title(split, first, length, title):
                continue
            gender = gender or found.gender
            titles.append(title)
            rest = " ".join(_unqualified(split[first + length :], found.kind))
            break
        else:
            break
    return Stripped(rest, gender, tuple(titles))


def _unqualified(words: list[str], kind: str) -> list[str]:
    """What is left of the words behind a title without its adjectives and complements ("russe de la Défense").

    A complement is "de" with one capitalised word or none and the small words after it. Where nothing would be left,
    as in "général de Gaulle", the words come back as they are.
    """
    if kind not in _QUALIFIED or not words or not words[0][:1].islower():
        return words
    i = 0
    while i < len(words):
        if _ELIDED_OF.match(words[i]):
            i += 1
        elif fold(words[i]) in word_set("of-office"):
            i += 1
            if i < len(words) and fold(words[i]) in word_set("after-of-office"):
                i += 1
            i += 1
        elif words[i][:1].islower() and fold(words[i]) not in _name_particles():
            i += 1
        else:
            break
    return words[i:] or words


@lru_cache(maxsize=1)
def _name_particles() -> frozenset[str]:
    return frozenset(row["particle"] for row in rows("diplo_ner.names", "particles.csv"))


def _is_title(split: list[str], first: int, length: int, title: str) -> bool:
    """Short titles that may be names count only in the spelling of titles ("M."; "Don" is a name)."""
    word = split[first]
    if title in word_set("short-title"):
        return (
            word.endswith(".")
            or title in word_set("plain-short-title")
            or (title in word_set("mister") and len(split) == _MISTER_AND_NAME)
        )
    if title in word_set("title-or-name"):
        return word[:1].islower() and first + length < len(split)
    if title in word_set("title-of-a-full-name"):
        return word[:1].islower() or len(split) - first - length >= _FULL_NAME
    return True
