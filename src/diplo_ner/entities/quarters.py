"""Parts of towns told by their noun: "le quartier des Lochères", "la cité des Tarterêts"; everywhere in the article."""

from __future__ import annotations

from collections.abc import Iterator

from diplo_ner.names.given import is_given_name

from .article import Article
from .candidate import Candidate, Tier
from .common import is_common_word, is_function_word
from .known_names import lexicon
from .people import run_from
from .word_sets import word_set

QUARTER = "derrière un nom de quartier"
"""The reason given where the noun for a part of a town stands before a name that nothing else is known of."""


def quarters(article: Article) -> Iterator[Candidate]:
    """Names of parts of towns that the lexicon does not know, and the same names elsewhere in the article.

    « Cité » is a word of museums and nicknames too: "la Cité des sciences", "la cité des Papes".
    """
    for noun in article.where(word_set("quarter")):
        i = _name(article, noun)
        if not article.is_capital(i) or article.new_line(i) or article.words[i].text.isupper():
            continue
        last = run_from(article, i)
        estate = article.fold(noun) in word_set("estate")
        if estate and (article.is_capital(noun) or is_common_word(article.fold(i))):
            continue
        if not _may_be_called(article, i, last):
            continue
        yield Candidate(*article.span(i, last), "PLACE", Tier.SHAPE, QUARTER)
        if last - i > 1:
            continue
        for k in article.places[article.fold(i)]:
            article_ahead = article.fold(k - 1) in word_set("any definite")
            if k != i and article_ahead and article.is_capital(k) and not article.is_capital(k + 1):
                yield Candidate(*article.span(k, k + 1), "PLACE", Tier.SHAPE, QUARTER)


def localities(article: Article) -> Iterator[Candidate]:
    """Names in a row behind a noun of several places: "les localités d'El-Maâsra, Ch'nayen et H'djitia"."""
    for noun in article.where(word_set("several places")):
        i = noun + 1 + (article.fold(noun + 1) in word_set("of alone"))
        while article.is_capital(i) and not article.new_line(i) and not article.words[i].text.isupper():
            last = run_from(article, i)
            if not any(e.strong for e in lexicon().alone.get(article.fold(i), ())):
                yield Candidate(*article.span(i, last), "PLACE", Tier.SHAPE, QUARTER)
            if article.fold(last) not in {","} | word_set("joint"):
                break
            i = last + 1 + (article.fold(last + 1) in word_set("of alone"))


def _name(article: Article, noun: int) -> int:
    """The index of what stands behind a noun, an adjective and "de" with its article: "quartier sensible des X"."""
    k = noun + 1
    plain = article.words[min(k, len(article.words) - 1)].text.islower() and not is_function_word(article.fold(k))
    if plain and article.fold(k) not in word_set("of any"):
        k += 1
    if article.fold(k) not in word_set("of any"):
        return -1
    k += 1
    return k + (article.fold(k) in word_set("singular article") and not article.is_capital(k))


def _may_be_called(article: Article, first: int, last: int) -> bool:
    """Whether words are no known name and no person's: "le quartier de Jean Petit" is where he lives."""
    plural = article.fold(first - 1) in word_set("article of a people")
    known = any(e.strong for e in lexicon().alone.get(article.fold(first), ()))
    common = is_common_word(article.fold(first)) and not plural
    return not (known or common or is_given_name(article.fold(first)) or is_function_word(article.fold(last - 1)))
