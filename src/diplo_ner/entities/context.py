"""What stands around a name and tells a person from a place: titles, appositions, verbs of saying, prepositions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, cast

from diplo_ner.entity_types import EntityType
from diplo_ner.lexicon.countries import country_names, demonyms
from diplo_ner.lexicon.org_heads import word_classes
from diplo_ner.lexicon.places import place_names
from diplo_ner.lexicon.verbs import forms_with
from diplo_ner.names.families import families
from diplo_ner.names.given import is_given_name, squash
from diplo_ner.names.match_family import common_families
from diplo_ner.tables import rows
from diplo_ner.text.fold import fold

from .article import Article
from .common import is_common_word
from .titles import title_before, titles
from .word_sets import word_set, written

APPOSED = "en apposition à un titre"
"""The reason given where a title follows a name."""

_SHORT_WORD = 4
_BORDERS = frozenset(("", ",", "»", "”", '"'))
_AGE = re.compile(r"\d{1,3}$")


@lru_cache(maxsize=1)
def _saying() -> frozenset[str]:
    """Forms of avoir and of verbs of saying, folded, that stand right before or behind their subject."""
    return word_set("saying") | {fold(form) for form in forms_with("naming")}


@lru_cache(maxsize=1)
def _role_words() -> frozenset[str]:
    offices = [t.words for held in titles().values() for t in held if not t.address]
    return frozenset(word for words in offices for word in (words[0], words[-1])) | word_set("described")


def is_role_word(word: str) -> bool:
    """Whether a folded word begins or ends a title of office or a description of a person."""
    return word in _role_words()


def names_person(article: Article, first: int, last: int) -> str | None:
    """Why the words around a name say it is a person's, or None when they do not.

    Args:
        article: The article.
        first: Index of the name's first word.
        last: Index past its last word.
    """
    if title_before(article, first) is not None:
        return "derrière un titre"
    if article.fold(first - 1) in word_set("kin"):
        return "derrière un nom de parenté"
    if bynamed(article, first):
        return "surnom"
    after = article.fold(last)
    single = last - first == 1
    no_name = single and (article.words[first].text.isupper() or is_common_word(article.fold(first)))
    no_name = no_name or (not single and is_common_word(article.fold(first)) and not is_given_name(article.fold(first)))
    no_name = no_name or any(article.fold(k) in word_set("no person's preposition") for k in range(first, last))
    if after == ":" and article.new_line(first) and not no_name:
        return "celui qui parle, en tête de ligne"
    before = article.fold(first - 1)
    if before in word_set("by") and article.new_line(first - 1):
        return "signature"
    if after == "," and not article.new_line(last):
        k = last + 1
        if article.fold(k) in word_set("apposition"):
            k += 1
        if article.fold(k) in word_set("former"):
            k += 1
        if is_role_word(article.fold(k)) or is_aged(article, k):
            return APPOSED
    if before == "," and _role_opens(article, first - 2):
        return "apposition d'un titre"
    if according(article, first) or says_behind(article, first - 1):
        return "sujet d'un verbe de parole"
    return None


def is_aged(article: Article, k: int) -> bool:
    """Whether an age begins at a word: "37 ans"."""
    return bool(_AGE.match(article.fold(k))) and article.fold(k + 1) in word_set("age")


def says_behind(article: Article, k: int) -> bool:
    """Whether a verb of saying whose subject stands behind it ends at word ``k``, a day or an adverb passed over.

    "», a prévenu jeudi X", but not "ont lancé X": the verb stands behind a mark or a comma, its auxiliary between.
    """
    if article.fold(k) in word_set("day") | word_set("adverb"):
        k -= 1
    if article.fold(k) not in _saying() or _is_preposition(article, k):
        return False
    if article.fold(k - 1) in word_set("auxiliary ahead"):
        k -= 1
        if article.fold(k - 1) in word_set("object ahead"):
            return True
    return article.fold(k - 1) in _BORDERS | word_set("ahead of a saying")


def _is_preposition(article: Article, i: int) -> bool:
    """Whether a word is "à", which without its accent would be a form of avoir."""
    return 0 <= i < len(article.words) and article.words[i].text.lower() in written("to with its accent")


def according(article: Article, first: int) -> bool:
    """Whether "selon" or "d'après" stands before a name."""
    before = article.fold(first - 1)
    behind_of = before in word_set("after-of") and article.fold(first - 2) in word_set("elided of")
    return behind_of or before in word_set("source")


def body_speaks(article: Article, first: int) -> bool:
    """Whether a name with its article speaks, as no place does: "selon la Coldiretti", "précise la Coldiretti"."""
    if article.fold(first - 1) not in word_set("definite"):
        return False
    return according(article, first - 1) or says_behind(article, first - 2)


def bynamed(article: Article, first: int) -> bool:
    """Whether a name is told as somebody's other name: "dit « Hemedti »", "alias Carlos"."""
    k = first - 1
    if article.fold(k) in _MARKS:
        k -= 1
    if article.fold(k) not in word_set("byname"):
        return False
    owner = k - 2 if article.fold(k - 1) == "," else k - 1
    return article.is_capital(owner)


_MARKS = frozenset('«"“„‹')


def _role_opens(article: Article, i: int) -> bool:
    """Whether the noun phrase that ends at word ``i`` begins with an article and a role word."""
    for k in range(i, max(i - 9, -1), -1):
        word = article.fold(k)
        if word in (",", ".", ":", ";", "«", "»") or article.new_line(k + 1):
            return False
        role = article.fold(k + 1)
        if word in word_set("singular determiner") and (is_role_word(role) or role in word_set("someone's role")):
            return True
    return False


def says(word: str) -> bool:
    """Whether a folded word is a form of avoir or of a verb of saying."""
    return word in _saying()


def acts(article: Article, last: int) -> bool:
    """Whether a verb with a human subject follows."""
    word = article.fold(last)
    if _is_preposition(article, last):
        return False
    return word in word_set("human") or (word in _saying() and not article.is_capital(last))


def names_place(article: Article, first: int, last: int) -> bool:
    """Whether the words around a name say it is a place: "dans X", "à X, dans le Donbass", "X, en Ukraine"."""
    before, after = article.fold(first - 1), article.fold(last)
    if before in word_set("inside") or (
        before in word_set("plain of") and article.fold(first - 2) in word_set("distance")
    ):
        return True
    if before in word_set("to") and (after == "," or article.new_line(last)):
        dated = article.opens(first - 1) or article.fold(first - 2) == ","
        inside = article.fold(last + 1) in word_set("in") and any(article.is_capital(k) for k in (last + 2, last + 3))
        if dated or inside:
            return True
    if after in (",", "(") and article.fold(last + 1).isdigit() and article.fold(last + 2) in word_set("kilometre"):
        return True
    if after == "(" and article.fold(last + 2) == ")" and article.is_capital(last + 1):
        return _is_region(article.fold(last + 1))
    return after == "," and article.fold(last + 1) in word_set("lying in") and article.is_capital(last + 2)


def _is_region(word: str) -> bool:
    """Whether a folded word names a state or a region, as in brackets behind a town: "Condé (Calvados)"."""
    place = place_names().get(word)
    return word in country_names() or (place is not None and place.kind == "region")


def is_people_ahead(article: Article, first: int) -> bool:
    """Whether the article of several stands before a name that is no known family's: "chez les Jivaros Achuar"."""
    if article.fold(first - 1) not in word_set("article of a people") or is_given_name(article.fold(first)):
        return False
    letters = squash(article.fold(first))
    return letters not in families().bearers and letters not in common_families()


def in_place(article: Article, first: int) -> bool:
    """Whether a preposition of place stands before a name."""
    return article.fold(first - 1) in word_set("place")


@lru_cache(maxsize=1)
def _nouns() -> dict[str, tuple[EntityType | Literal["NONE"], bool]]:
    """Type that a folded noun gives to the name behind it, and whether it needs no "de" for that."""
    return {
        fold(row["word"]): (cast(EntityType, row["type"]), row["in"] == "1" or row["type"] == "ORGANISATION")
        for row in rows("diplo_ner.entities", "surroundings.csv")
    }


def noun_before(article: Article, first: int) -> EntityType | Literal["NONE"] | None:
    """What the noun before a name says it names, or None.

    "La mosquée X" and "la ville de X" are places, "le groupe X" and "le quotidien français X" organisations,
    "l'ouragan X", "la loi « X »" and "le fichier nommé X" nothing that counts.
    """
    k, linked = first - 1, False
    if article.fold(k) in _MARKS:
        k -= 1
    if article.fold(k) in word_set("named so"):
        k -= 1
    word = article.fold(k)
    while k > max(first - 4, 0) and word in word_set("noun link"):
        linked = linked or word in word_set("of")
        k -= 1
        word = article.fold(k)
    on_place = word in word_set("ambiguous place") and article.fold(k - 1) in word_set("on")
    found = None if on_place else _nouns().get(word)
    if found is None and _is_adjective(article, k):
        found = _nouns().get(article.fold(k - 1))
    if found is None:
        return None
    kind, bare = found
    if kind == "PLACE":
        village = word in word_set("bare village") and not is_given_name(article.fold(first))
        return kind if linked or bare or village else None
    if kind == "NONE":
        return None if linked else kind
    return None if linked else kind


def _is_adjective(article: Article, i: int) -> bool:
    """Whether a lower-case word may be the adjective of the noun before it: "missile balistique", "ONG locale"."""
    word = article.fold(i)
    return word in demonyms() or (not article.is_capital(i) and _may_qualify(word))


@lru_cache(maxsize=65536)
def _may_qualify(word: str) -> bool:
    """Whether a folded word is an adjective by list or by its ending."""
    classes = word_classes()
    if word in classes.never or word in classes.plain:
        return False
    return word in classes.adjectives or (
        len(word) > _SHORT_WORD and word.endswith((*classes.endings, "ant", "ante", "ants"))
    )


def is_common_head(article: Article, i: int) -> bool:
    """Whether a lower-case word is a common noun in front of an organisation's name: "le mouvement Amal"."""
    kind = _nouns().get(article.fold(i))
    return kind is not None and kind[0] == "ORGANISATION" and not article.is_capital(i) and article.is_capital(i + 1)
