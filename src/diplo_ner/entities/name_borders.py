"""Borders inside a run of capitals: where an agency, a house or a sentence ends and another name begins."""

from __future__ import annotations

import re

from diplo_ner.names.given import is_given_name

from .article import Article
from .common import is_function_word
from .known_names import is_flagged, lexicon
from .titles import title_before
from .word_sets import word_set

_SHORTEST_LAST = 3
"""Letters of the last word of a sentence, and one less; a shorter one may be an abbreviation: "St.Gallen"."""
_TWO_WORDS = 2
"""Words in small letters in front of capitals at the least, so that these begin a name of their own."""
_LETTER = re.compile(r"[A-ZÀ-Þ]$")


def behind_agency(article: Article, i: int) -> bool:
    """Whether a name begins behind the acronym of an agency: "a déclaré à l'AFP Hariz Syafiq", "© AFP Samedi"."""
    before = article.words[i - 1]
    if not before.text.isupper() or article.is_capital(i - 2) or not article.words[i].text.istitle():
        return False
    agency = any(e.ref in word_set("agency") for e in lexicon().alone.get(before.fold, ()))
    return agency and not lexicon().longer(before.fold, article.fold(i))


def behind_house(article: Article, first: int, i: int) -> bool:
    """Whether a name begins behind an outlet, a platform or a place: "à Mediapart Jean Petit", "sur Facebook Awa"."""
    word = article.fold(first)
    if i - first == 1 and article.fold(first - 1) in word_set("on platform") and article.words[i].text.istitle():
        return is_flagged(word, "platform") and not lexicon().longer(word, article.fold(i))
    if i - first == 1 and headed_town(article, first):
        return is_flagged(word, "capital")
    if i - first != 1 or not is_given_name(article.fold(i)) or not article.is_capital(i + 1):
        return False
    joined = "-" in word and any(e.type == "PLACE" for e in lexicon().alone.get(word, ()))
    return joined or (not is_given_name(word) and is_flagged(word, "media"))


def behind_side(article: Article, i: int) -> bool:
    """Whether a name begins behind the side that somebody is on: "le député pro-Pékin Holden Chow"."""
    side, _, name = article.fold(i - 1).partition("-")
    return side in word_set("for or against") and bool(name) and article.is_capital(i) and not is_given_name(name)


def headed_town(article: Article, i: int) -> bool:
    """Whether "de" and the head of a town stand before a name: "la maire de Washington"."""
    return article.fold(i - 1) in word_set("plain of") and _heads_town(article, i - 2)


def _heads_town(article: Article, k: int) -> bool:
    """Whether the head of a town stands a word or two before: "l'ancien maire conservateur de Téhéran"."""
    return not {article.fold(k), article.fold(k - 1)}.isdisjoint(word_set("head of a town"))


def ends_sentence(article: Article, i: int) -> bool:
    """Whether a full stop stands behind the platform X and not behind an initial: "écrit sur X. Interrogé …"."""
    platform = article.fold(i - 1) in word_set("platform of a letter")
    return article.words[i].text == "." and platform and article.fold(i - 2) in word_set("on platform")


def glued_sentence(article: Article, i: int) -> bool:
    """Whether a full stop ends a sentence although no space follows: "à l'AFP.Ce rappel"."""
    if article.words[i].text != "." or not article.glued(i + 1) or not article.glued(i):
        return False
    before, after = article.words[i - 1].text, article.words[i + 1].text
    if len(before) == 1 or not after[0].isupper() or title_before(article, i + 1) or title_before(article, i):
        return False
    return is_function_word(article.fold(i + 1)) or len(before) > _SHORTEST_LAST or before.isupper()


def lost_stop(article: Article, i: int) -> bool:
    """Whether a sentence begins inside a run of capitals behind a known name: "la montée du FN Autre symptôme".

    A page that lost a full stop or a heading's end shows it by the article or adjective that no name goes on with.
    """
    if not article.words[i].text.istitle() or article.fold(i) not in word_set("opens a sentence"):
        return False
    known = article.is_acronym(i - 1) or any(e.strong for e in lexicon().alone.get(article.fold(i - 1), ()))
    if not known or article.loud(i) or lexicon().longer(article.fold(i - 1), article.fold(i)):
        return False
    after = lexicon().alone.get(article.fold(i + 1), ())
    return not article.is_capital(i + 1) or any(e.strong and e.type == "COUNTRY" for e in after)


def shouts(article: Article, first: int, i: int) -> bool:
    """Whether a name all in capitals begins at word ``i`` behind one that is not: "Sergey Lavrov SAUL LOEB"."""
    words = article.words
    return (
        i - first >= _TWO_WORDS
        and i + 1 < len(words)
        and _loud(words[i].text)
        and _loud(words[i + 1].text)
        and not any(_loud(w.text) for w in words[first:i])
    )


def ends_in_letter(article: Article, first: int, last: int) -> bool:
    """Whether a family name is told by its letter, so that the full stop behind it belongs to the name: "Amir S."."""
    told = last - first > 1 and bool(_LETTER.match(article.words[last - 1].text))
    return told and article.fold(last) == "." and article.glued(last)


def _loud(word: str) -> bool:
    return len(word) >= _SHORTEST_LAST and word.isupper()
