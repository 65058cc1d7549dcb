"""Pieces that a model tags and that name nobody where they stand: what is counted, nicknames, initials, half a body."""

from __future__ import annotations

import re

from .article import Article
from .common import is_common_word
from .context import bynamed, in_place, noun_before
from .firms import is_product
from .known_names import is_flagged, lexicon
from .statistical import Piece
from .titles import title_before
from .word_sets import word_set

_GRADE = re.compile(r"[A-Z][A-Za-z]{0,3}\d{1,2}[+-]?")
_BESIDE_NO_TOWN = frozenset('"«“‹/@')
"""Signs that a quotation, a hashed pair of letters or an account begins with, but no town of running text."""
_FIRM_AND_TOWN = 3
_COUPLE = 2
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?[ \u00a0-]?){1,4}")


def names_nobody_here(article: Article, p: Piece) -> bool:
    """Whether a piece names nobody by what stands around it or by its own form."""
    return (
        _is_counted(article, p)
        or _is_byname(article, p)
        or _is_nameless(article, p)
        or _goes_on_with_an_aim(article, p)
        or _is_firm_in_town(article, p)
        or _is_state_and_word(article, p)
        or _is_of_a_thing(article, p)
    )


def is_nowhere(article: Article, p: Piece) -> bool:
    """Whether one word that a model alone takes for a place never stands where towns do: « Wat », "le Gelox", "P/APC".

    A town has no article, a region's follows a preposition ("dans le Karst"), and neither is told in marks; letters in
    brackets spell what was told before them.
    """
    name = article.fold(p.first)
    if p.last - p.first > 1 or lexicon().alone.get(name):
        return False
    return all(_stands_nowhere(article, i) for i in article.where((name,)) if article.is_capital(i))


def _stands_nowhere(article: Article, i: int) -> bool:
    before = article.fold(i - 1)
    articled = before in word_set("masculine determiner") and not in_place(article, i - 1)
    closed = before == "(" and article.fold(i + 1) == ")"
    return articled or closed or before in _BESIDE_NO_TOWN


def _is_byname(article: Article, p: Piece) -> bool:
    """Whether a piece is part of a nickname of common words in marks: "dit « le Boucher des Balkans »"."""
    k = p.first - 1
    return article.fold(k) in word_set("definite") and not article.is_capital(k) and bynamed(article, k)


def _is_counted(article: Article, p: Piece) -> bool:
    """Whether a piece is a unit behind a number, a grade or one of many: "200 DA", "la note Baa3", "une Ferrari"."""
    before = article.fold(p.first - 1)
    alone = p.last - p.first == 1
    if p.label == "LOC" and alone and _GRADE.fullmatch(article.words[p.first].text):
        return noun_before(article, p.first) is None
    if before.isdigit():
        return alone and article.words[p.first].text.isupper()
    firm = is_flagged(article.fold(p.first), "company")
    if is_product(article, p.first) or (article.fold(p.first) in word_set("road") and article.fold(p.last).isdigit()):
        return True
    return before in word_set("one of") and (firm or (alone and p.label == "ORG"))


def _is_nameless(article: Article, p: Piece) -> bool:
    """Whether a person is told by initials alone, as in signatures and reports of courts: "E. Y.", "S.B., 44 ans"."""
    told = p.label == "PER" and _INITIALS.fullmatch(article.text[p.start : p.end]) is not None
    return told and "." in article.text[p.start : p.end + 1] and title_before(article, p.first) is None


def _goes_on_with_an_aim(article: Article, p: Piece) -> bool:
    """Whether a piece is a known body by its letters and what somebody does for it: "ONU pour les Grands Lacs"."""
    aim = p.last - p.first > 1 and article.fold(p.first + 1) in word_set("aim of an office")
    known = lexicon().alone.get(article.fold(p.first), ()) if aim and article.is_acronym(p.first) else ()
    return any(e.type == "ORGANISATION" and e.strong for e in known)


def _is_firm_in_town(article: Article, p: Piece) -> bool:
    """Whether a piece is a known firm whose works lie in a town: "l'usine Stellantis de Poissy"."""
    linked = p.last - p.first >= _FIRM_AND_TOWN and article.fold(p.first + 1) in word_set("of any")
    return linked and article.fold(p.first - 1) in word_set("works") and is_flagged(article.fold(p.first), "company")


def _is_state_and_word(article: Article, p: Piece) -> bool:
    """Whether a piece is a state and the everyday word that a lost stop leaves behind it: "Mali Faites glisser"."""
    state = any(e.type == "COUNTRY" and e.strong for e in lexicon().alone.get(article.fold(p.first), ()))
    return p.last - p.first == _COUPLE and state and is_common_word(article.fold(p.last - 1))


def _is_of_a_thing(article: Article, p: Piece) -> bool:
    """Whether a piece is what a disease or a law of nature is called after: "la maladie de Whipple"."""
    linked = article.fold(p.first - 1) in word_set("of alone")
    return linked and article.fold(p.first - 2) in word_set("thing called after somebody")
