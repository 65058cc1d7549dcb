"""Clubs called by their town: "l'attaquant de Brighton", "les supporters de Newcastle", "la défaite face à Lens".

Only in copy on sport, and there for each mention of the town that no preposition of place stands before. A state that
plays stays a state.
"""

from __future__ import annotations

from collections.abc import Iterator

from diplo_ner.lexicon.places import place_names
from diplo_ner.names.given import is_given_name

from .article import Article
from .candidate import Candidate, Tier
from .common import is_function_word
from .compounds import alone
from .context import in_place
from .known_names import lexicon
from .word_sets import word_set

_WIDE = frozenset(("continent", "region", "sea"))
_LEAST_WORDS = 4
"""Different words of sport that make an article one on sport."""


def clubs(article: Article) -> Iterator[Candidate]:
    """The towns that are clubs in an article on sport."""
    if sum(word in article.places for word in word_set("sport")) < _LEAST_WORDS:
        return
    named = {article.fold(i) for i in article.capitals if _plays(article, i)}
    for i in article.capitals if named else ():
        word = article.words[i]
        part_of_longer = article.is_capital(i - 1) or article.is_capital(i + 1)
        if word.fold not in named or part_of_longer:
            continue
        if article.fold(i - 1) in word_set("to"):
            yield Candidate(word.start, word.end, "PLACE", Tier.SHAPE, "la ville d'un club")
        elif not in_place(article, i):
            yield Candidate(word.start, word.end, "ORGANISATION", Tier.SHAPE, "un club appelé par sa ville")


def _plays(article: Article, i: int) -> bool:
    """Whether a word stands behind those who play for a club or behind what one does to an opponent."""
    known = alone(lexicon(), article.fold(i))
    if is_function_word(article.fold(i)) or (known is not None and known.type == "COUNTRY"):
        return False
    place = place_names().get(article.fold(i))
    if _is_somebody(article, article.fold(i)) or (place is not None and place.kind in _WIDE):
        return False
    before = article.fold(i - 1)
    if before in word_set("of any") and not article.is_capital(i - 1):
        return article.fold(i - 2) in word_set("player")
    opposed = before in word_set("opponent") or (before in word_set("to") and article.fold(i - 2) in word_set("facing"))
    return opposed and place is not None


def _is_somebody(article: Article, word: str) -> bool:
    """Whether the article has the word behind a given name, so that "l'équipe de Morel" is a person's."""
    return any(article.is_capital(k - 1) and is_given_name(article.fold(k - 1)) for k in article.where((word,)))
