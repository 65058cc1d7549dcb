"""Where a head noun begins no name of a body: events, offices that it is in charge of, the way that leads somewhere."""

from __future__ import annotations

from ..text.fold import fold
from .article_words import ArticleWords
from .word_sets import word_set

_EVENT_WORDS = (2, 3, 4)


def is_event(words: ArticleWords, i: int) -> bool:
    """Whether an event that has the form of a body's name begins at word i: "université d'été du parti"."""
    return any(fold(words.part(i, i + size)) in words.classes.events for size in _EVENT_WORDS if i + size <= words.n)


def in_title(words: ArticleWords, i: int) -> bool:
    """Whether a noun is what an office is in charge of: "le ministre sénégalais des Forces armées"."""
    k = i - 1
    while words.among(k, "article") or words.among(k, "of"):
        k -= 1
    if k == i - 1:
        return False
    while words.adjective(k):
        k -= 1
    return words.fold(k) in (word_set("chief") if words.among(i, "staff") else word_set("minister"))


def is_way(words: ArticleWords, i: int) -> bool:
    """Whether a direction in lower case is a way or a lead rather than a body: "en direction de".

    The body wears its article: "la direction de la santé".
    """
    if not words.among(i, "way"):
        return False
    return not words.defined(i) or words.among(i - 2, "leading")


def is_head_of(words: ArticleWords, i: int, gender: str) -> bool:
    """Whether letters of a body that is feminine wear the article of the man who heads it: "le DSA de Blida"."""
    return gender == "f" and words.words[i].text.isupper() and words.among(i - 1, "of-him") and words.joined(i)


def is_numbered(words: ArticleWords, i: int) -> bool:
    """Whether a chamber in lower case is one of several of a court: "la 90e chambre du tribunal"."""
    return words.among(i, "assembly") and not words.capital(i) and words.words[i - 1].text[:1].isdigit()


def is_town_hall(words: ArticleWords, i: int) -> bool:
    """Whether a town hall in lower case is a house or a post rather than who runs the town: "candidat à la mairie".

    It acts at the head of a sentence, behind "selon" or "par", and where it has people: "un agent de la mairie".
    """
    if not words.among(i, "town-hall") or words.capital(i):
        return False
    if words.capital(i - 1):
        return False
    if not words.defined(i):
        return True
    if words.among(i - 2, "whose-word"):
        return False
    return not (words.among(i - 2, "plain-of") and words.among(i - 3, "staff-of"))
