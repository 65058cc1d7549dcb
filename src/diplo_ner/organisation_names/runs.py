"""Runs of capitalised words inside the names of bodies, with what closes them: a second patron, a number."""

from __future__ import annotations

from ..names.given import is_given_name
from .article_words import ArticleWords


def run(words: ArticleWords, k: int) -> int:
    """The index past a run of capitalised words and the adjectives of kind behind it."""
    j = k + 1
    while words.joined(j) and words.capital(j) and not words.person(j):
        j += 1
    return words.kinds(j)


def couple(words: ArticleWords, i: int, j: int) -> int:
    """The index past the second of two patrons who share a family name: "Lucie et Raymond Aubrac".

    Args:
        words: the words of the text.
        i: the index of the first given name.
        j: the index past the name that begins there.
    """
    told = j == i + 1 and is_given_name(words.fold(i)) and words.joined(j) and words.among(j, "and")
    return run(words, j + 2) if told and words.person(j + 1) and words.joined(j + 1) else j


def numbered(words: ArticleWords, j: int) -> int:
    """The index past a number: "Paris 8", "Lyon II"."""
    told = words.joined(j) and ((words.among(j, "roman-number") and words.capital(j)) or words.fold(j).isdecimal())
    return j + 1 if told else j


def territory(words: ArticleWords, k: int) -> int:
    """The index past a part of a state that its noun tells, or 0: "la wilaya de Blida", "la province de Namur"."""
    if not words.among(k, "territory") or not words.among(k + 1, "bare-of"):
        return 0
    if not words.capital(k + 2) or not words.joined(k + 2) or words.person(k + 2):
        return 0
    place = words.place(k + 2)
    return place if place is not None else run(words, k + 2)
