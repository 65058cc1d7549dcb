"""Family names in a row behind a title in the plural: "les anciens échevins Maes, Claes et Peeters"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .article import Article
from .candidate import Candidate, Tier, person
from .common import is_common_word, is_function_word, names_nobody
from .people import is_other, run_from
from .titles import titles
from .word_sets import word_set

_MOST_WORDS = 3
_FEWEST = 2
_SHORTEST = 3


@lru_cache(maxsize=1)
def _plural_titles() -> frozenset[str]:
    """Folded plurals of the offices that are one word: "ministres", "échevins"."""
    held = (t for all_ in titles().values() for t in all_ if not t.address and len(t.words) == 1)
    return frozenset(f"{t.words[0]}s" for t in held)


def titled_rows(article: Article) -> Iterator[Candidate]:
    """Two names or more that commas and "et" join behind such a title; none is a body, a place or an everyday word."""
    for noun in article.where(_plural_titles()):
        if article.is_capital(noun):
            continue
        names, k = [], noun + 1
        while _may_name(article, k):
            last = run_from(article, k)
            if last - k > _MOST_WORDS:
                break
            names.append((k, last))
            if article.fold(last) not in {","} | word_set("and") or article.new_line(last):
                break
            k = last + 1
        if len(names) >= _FEWEST:
            for first, last in names:
                yield person(article, first, last, Tier.SHAPE, "dans une suite de noms derrière un titre")


def _may_name(article: Article, k: int) -> bool:
    """Whether a name that nothing else is known of begins at a word."""
    word, text = article.fold(k), article.words[k].text if k < len(article.words) else ""
    if not article.is_capital(k) or article.new_line(k) or len(text) < _SHORTEST or text.isupper():
        return False
    plain = is_common_word(word) or is_function_word(word) or names_nobody(article, k, k + 1)
    return not (plain or is_other(article, k))
