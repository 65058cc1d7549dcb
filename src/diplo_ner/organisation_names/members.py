"""Those whom a body unites: "association des artisans du cuir", "syndicat des médecins et dentistes"."""

from __future__ import annotations

from ..lexicon.org_heads import Head
from .article_words import ArticleWords
from .word_sets import word_set

_LEAST_LETTERS = 4


def plural(words: ArticleWords, k: int) -> bool:
    """Whether a noun in the plural may stand at a word: "avocats", not "dans" or "pas"."""
    word = words.fold(k)
    ends = word.endswith(("s", "x")) and word not in word_set("no-plural")
    return words.joined(k) and ends and len(word) > _LEAST_LETTERS


def members(words: ArticleWords, i: int, k: int, head: Head, before: int) -> int | None:
    """The index past those whom a body in lower case unites, or past what these are of; None where it tells neither.

    Args:
        words: the words of the text.
        i: the index of "de".
        k: the index of the noun behind it and its article.
        head: the head of the name.
        before: how many complements stand before.
    """
    if words.capital(k) or words.fold(k) in words.classes.plain:
        return None
    if before == 0:
        first = i - 1
        while words.adjective(first):
            first -= 1
        united = words.defined(first + 1 - len(head.words)) and words.among(i, "of-several") and plural(words, k)
        return _others(words, words.kinds(k + 1)) if united else None
    articled = k > i + 1 or words.among(i, "contracted-of")
    return words.kinds(k + 1) if before == 1 and (articled or plural(words, k)) else None


def _others(words: ArticleWords, past: int) -> int:
    """The index past others whom "et" closes: "des médecins, pharmaciens et dentistes"."""
    j = past
    while words.joined(j) and words.among(j, "series-joint") and plural(words, j + 1) and not words.capital(j + 1):
        end = words.kinds(j + 2)
        if words.among(j, "and"):
            return end
        j = end
    return past


def both_genders(words: ArticleWords, i: int, k: int) -> bool:
    """Whether two plurals are one calling in both genders: "travailleurs et travailleuses"."""
    same = words.fold(i)[:_LEAST_LETTERS] == words.fold(k)[:_LEAST_LETTERS]
    return same and plural(words, i) and plural(words, k)


def gathers(words: ArticleWords, k: int, head: Head) -> bool:
    """Whether a noun in the singular tells whose assembly or chamber it is: "du peuple", not "du retrait"."""
    assembly = len(head.words) == 1 and head.words[0] in word_set("assembly")
    return not assembly or words.fold(k) in words.classes.constituencies
