"""The words of a personal name: initials, particles, names written in several words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ..tables import rows
from ..text.fold import fold
from .given import given_names, squash
from .normalize import normalize
from .word_sets import word_set

_JOINED = 2
"""Names before the tail of one in several words ("Salah al-Din"), its article among them, at the most."""
_MOSTLY = 3
"""Capitals of "McDONNELL", at the least."""
_GLUED_INITIAL = re.compile(r"\b([^\W\d_])\.(?=[^\W\d_]{2})")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]?\.?|[A-ZÀ-Þ](?:-[A-ZÀ-Þ])+\.?|[A-ZÀ-Þ]")
INITIAL_PAIR = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{2}|[A-Z]J|AB|CK|JO")
_ARTICLE = re.compile(r"(al|el|ul|as|ash|ach|at|ath|ad|an|ar|az|es|ech|en|er|ed|ez)-(?=.{2})", re.IGNORECASE)
_LIGHT_ELISION = re.compile(r"([dD])['’ʼ](?=.{2})")


@lru_cache(maxsize=1)
def particles() -> Mapping[str, str]:
    """Particles by folded word, "light" or "heavy"."""
    return {row["particle"]: row["weight"] for row in rows("diplo_ner.names", "particles.csv")}


@lru_cache(maxsize=1)
def same_particles() -> Mapping[str, str]:
    """Spellings of a particle → the particle itself: "bin" is "ben", "mc" is "mac"."""
    return {row["particle"]: row["same_as"] for row in rows("diplo_ner.names", "particles.csv") if row["same_as"]}


@lru_cache(maxsize=65536)
def weight(word: str) -> str | None:
    """Light or heavy for a particle, None for any other word."""
    if len(word.strip(".")) == 1 and not word.islower():
        return None
    table = particles()
    return table.get(fold(word)) or table.get(normalize(word))


def initials(word: str) -> list[str] | None:
    """The letters of a word that is initials only ("J.-Y." → j, y), else None."""
    if _INITIALS.fullmatch(word):
        letters = [letter.lower() for letter in re.findall(r"[^\W\d_]", normalize(word))]
        return letters or None
    return None


def name_words(name: str) -> list[str]:
    """Words of a name, articles and elided particles cut off, names of several words put together.

    >>> name_words("Awa Traoré/Konaté")
    ['Awa', 'Traoré-Konaté']
    """
    found: list[str] = []
    name = name.replace("/", "-")
    for word in (_GLUED_INITIAL.sub(r"\1. ", name) if "." in name else name).split():
        elided = _LIGHT_ELISION.match(word)
        article = _ARTICLE.match(word)
        if elided:
            found += [elided.group(1) + "'", word[elided.end() :]]
        elif article and squash(word) not in given_names():
            found += [article.group(1), word[article.end() :]]
        elif word.isalpha() or any(map(str.isalpha, word)):
            found.append(word)
    if len(found) > 1 and INITIAL_PAIR.fullmatch(found[0]) and not all(word.isupper() for word in found):
        found[:1] = [f"{letter}." for letter in found[0]]
    return _join(found)


def _join(words: list[str]) -> list[str]:
    """Put together what is one name in several words: Abdel Fattah, Salah al-Din, Abou Bakr."""
    joined: list[str] = []
    i = 0
    while i < len(words):
        plain = normalize(words[i])
        rest = len(words) - i - 1
        if plain in word_set("abd") and rest:
            length = 3 if normalize(words[i + 1]) in word_set("arabic-article") and rest > 1 else 2
            joined.append("-".join(words[i : i + length]))
            i += length
        elif plain in word_set("kunya") and i == 0 and rest > 1:
            joined.append("-".join(words[:2]))
            i = 2
        elif plain in word_set("joined-tail") and joined and i and rest and len(joined) <= _JOINED:
            article = joined.pop() if normalize(joined[-1]) in word_set("article-of-a-tail") and len(joined) > 1 else ""
            joined[-1] = "-".join(part for part in (joined[-1], article, words[i]) if part)
            i += 1
        else:
            joined.append(words[i])
            i += 1
    return joined


def is_capitals(word: str) -> bool:
    """Whether a word is written in capitals, McDONNELL included."""
    letters = [char for char in word if char.isalpha()]
    if len(letters) <= 1:
        return False
    upper = sum(char.isupper() for char in letters)
    return upper == len(letters) or (upper >= _MOSTLY and upper == len(letters) - 1 and letters[1].islower())
