"""Firms told by the last word of their name or by the noun of business before it."""

from __future__ import annotations

from diplo_ner.names.given import is_given_name

from .article import Article
from .common import is_commune
from .context import according
from .known_names import is_flagged, lexicon
from .statistical import Piece
from .titles import title_before
from .word_sets import word_set


def of_a_firm(article: Article, p: Piece) -> bool:
    """Whether a noun of business and "de" stand before a name that nothing else is known of: "les salariés de X".

    Who works "à X" or "chez X" works for it, too.
    """
    if _is_described(article, p) or _is_local(article, p):
        return True
    k = p.first - 1
    hired = article.fold(k) in word_set("at a firm") and article.fold(k - 1) in word_set("hired")
    if not (hired or article.fold(k) in word_set("of alone")) or lexicon().alone.get(article.fold(p.first)):
        return False
    if is_given_name(article.fold(p.first)) or is_commune(article.text[p.start : p.end]):
        return False
    headed = article.fold(k - 1) in word_set("general") and article.fold(k - 2) in word_set("director")
    return hired or headed or article.fold(k - 1) in word_set("of a firm")


def _is_described(article: Article, p: Piece) -> bool:
    """Whether an apposition says what body it is: "Marais Vivant, une association de riverains"."""
    described = article.fold(p.last) == "," and article.fold(p.last + 1) in word_set("one of")
    if (
        not described
        or article.fold(p.last + 2) not in word_set("noun of a body")
        or (p.label == "LOC" and not according(article, p.first))
    ):
        return False
    known = lexicon().alone.get(article.fold(p.first)) or is_given_name(article.fold(p.first))
    return not (known or article.new_line(p.last + 1) or title_before(article, p.first))


def _is_local(article: Article, p: Piece) -> bool:
    """Whether letters behind an article are a body's that goes on with its town: "la CCLS de Blida"."""
    town = p.first + 2
    linked = p.last > town and article.fold(p.first + 1) in word_set("of alone")
    if not linked or not article.is_acronym(p.first) or lexicon().alone.get(article.fold(p.first)):
        return False
    definite = article.fold(p.first - 1) in word_set("singular article") and not article.new_line(p.first)
    name = article.words[town].text
    told = p.label == "LOC" or any(e.type == "PLACE" for e in lexicon().alone.get(article.fold(town), ()))
    return definite and told and name.istitle() and name.isalpha() and article.fold(p.last) != ","


def is_firm(article: Article, p: Piece) -> bool:
    """Whether the last word is that of a firm's or a medium's name: "Sinovation Ventures"."""
    return p.last - p.first > 1 and article.is_capital(p.last - 1) and article.fold(p.last - 1) in word_set("company")


def is_part_of_firm(article: Article, p: Piece) -> bool:
    """Whether a span of no class of its own names a firm, or a part of one that the lexicon knows."""
    if p.last - p.first == 1:
        return False
    first = lexicon().alone.get(article.fold(p.first), ())
    known = any(e.strong and e.type == "ORGANISATION" for e in first)
    return known or is_firm(article, p)


def is_product(article: Article, i: int) -> bool:
    """Whether a firm's or a corps' letters are one of its products or men: "une Ferrari", "la BMW", "un CRS"."""
    word, before = article.fold(i), article.fold(i - 1)
    if word in word_set("corps"):
        return before in word_set("of one man") or before.isdigit()
    if before in word_set("one of"):
        return is_flagged(word, "company")
    return word in word_set("maker") and before in word_set("of a car")


def is_made_by(article: Article, i: int) -> bool:
    """Whether a name behind "de" is the maker's of what stands before: "le vaccin d'Oxford"."""
    return article.fold(i - 1) in word_set("of alone") and article.fold(i - 2) in word_set("made")
