"""Words that wear a capital and name nobody: openers of sentences, peoples, events, laws, things."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from diplo_ner.tables import rows
from diplo_ner.text.fold import fold
from diplo_ner.text.words import words as split

from .article import Article
from .word_sets import pattern, word_set

_LEAST_VERB = 3
"""Letters of an imperative before its pronoun, at the least."""
_FARTHEST_OFFICE = 9
_MEETING = r"<numbered meeting>-?\d{1,2}$"
_DRAWN_OUT = re.compile(r"([a-z])\1{3}")
_OPENER_ENDING = re.compile(
    r"(?:ment|ant|ants|ante|antes|ees?|es?|er|ir|ez|ons|ions|aient|ait|ent|ont|tion|tions|eurs?|euses?)$"
)
_PEOPLE_ENDING = re.compile(
    r"(?:ais|aises?|ois|oises?|iens|iennes?|eens|eennes?|ains|aines?|ards|istes|ites|ins|ques|ands|ols|ens)$"
)


@lru_cache(maxsize=1)
def _not_names() -> tuple[dict[str, str], ...]:
    return tuple(rows("diplo_ner.entities", "not_names.csv"))


@lru_cache(maxsize=2)
def _ends(kind: str) -> frozenset[str]:
    """Folded words that end ("tail") or open ("opening") the name of a law, a work or an event."""
    return frozenset(fold(row["word"]) for row in _not_names() if row["kind"] == kind)


def is_event(folds: tuple[str, ...]) -> bool:
    """Whether folded words are the name of a law, a work, a case or an event by their first or last word."""
    return (
        folds[0] in _ends("opening")
        or (len(folds) > 1 and folds[-1] in _ends("tail"))
        or not word_set("versus").isdisjoint(folds[1:-1])
    )


@lru_cache(maxsize=1)
def not_names() -> frozenset[tuple[str, ...]]:
    """Folded words of the phrases that wear a capital and name nobody."""
    found = frozenset(
        tuple(w.fold for w in split(row["word"])) for row in _not_names() if row["kind"] not in ("tail", "opening")
    )
    return found | _adjectives()


@lru_cache(maxsize=1)
def portfolios() -> frozenset[tuple[str, ...]]:
    """Folded words of the fields of government that follow "ministre de"."""
    return frozenset(tuple(w.fold for w in split(row["word"])) for row in rows("diplo_ner.entities", "portfolios.csv"))


@lru_cache(maxsize=1)
def _field_openings() -> frozenset[str]:
    return frozenset(words[0] for words in portfolios())


def is_portfolio(article: Article, first: int, last: int) -> bool:
    """Whether words name a minister's field behind his title: "ministre russe des Affaires étrangères"."""
    if article.fold(first) not in _field_openings():
        return False
    known = article.key(first, last) in portfolios()
    if known and last - first == 1 and article.is_capital(first) and _is_charge(article, first):
        return True
    if any(article.key(first, last + more) in portfolios() for more in (1, 2)):
        return True
    if not known:
        known = (article.fold(first),) in portfolios() and not article.is_capital(last - 1)
    return known and _behind_office(article, first)


def portfolio_ahead(article: Article, first: int, last: int) -> int:
    """How many words of a name belong to the title before it: "ministre des Finances Nirmala Sitharaman"."""
    if article.fold(first) not in _field_openings() or not _behind_office(article, first):
        return 0
    for size in range(min(4, last - first - 1), 0, -1):
        if article.key(first, first + size) in portfolios() and article.is_capital(first + size):
            return size
    return 0


def portfolios_ahead(article: Article, first: int, last: int) -> int:
    """How many words at a name's head are fields of the minister before it: "Affaires étrangères de Jordanie".

    With what links them to one another and to the name: "Économie et des Finances".
    """
    if article.fold(first) not in _field_openings() or not _behind_office(article, first):
        return 0
    k = first
    while k < last:
        size = next((n for n in range(4, 0, -1) if article.key(k, k + n) in portfolios()), 0)
        if not size:
            break
        k += size
        while k < last and not article.is_capital(k) and article.fold(k) in word_set("between fields"):
            k += 1
    return k - first


def _behind_office(article: Article, first: int) -> bool:
    """Whether a title that takes a field of government stands a few words before, in the same sentence."""
    offices = article.offices
    near = (article.fold(j) for j in range(first - 3, first - 1))
    if article.fold(first - 1) in word_set("of any") | word_set("feminine article") and any(
        word in word_set("ministry") for word in near
    ):
        return True
    k = bisect_left(offices, first) - 1
    if k < 0 or offices[k] < first - _FARTHEST_OFFICE:
        return False
    return not any(article.words[j].text in ".!?;:" or article.new_line(j + 1) for j in range(offices[k] + 1, first))


def _is_charge(article: Article, first: int) -> bool:
    """Whether "à" with its article stands before a field: "nommée à la Culture", "délégué à l'Intérieur"."""
    k = first - 1
    if article.fold(k) in word_set("feminine article"):
        k -= 1
    return article.fold(k) in word_set("to any") and not article.is_capital(k)


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    return frozenset(word for row in rows("diplo_ner.entities", "common_words.csv") for word in row["words"].split("|"))


def is_common_word(word: str) -> bool:
    """Whether a folded word is a noun, an adjective or a verb of everyday French."""
    return word in _common_words()


def is_function_word(word: str) -> bool:
    """Whether a folded word is an article, pronoun, preposition, adverb, or another word no name begins with."""
    return word in word_set("function")


@lru_cache(maxsize=1)
def _adjectives() -> frozenset[tuple[str, ...]]:
    from diplo_ner.lexicon.countries import demonyms

    return frozenset((word,) for word in demonyms())


def _is_imperative(word: str) -> bool:
    """Whether a folded word is a verb with a pronoun behind it: "croyez-moi", "allez-y"."""
    verb, _, pronoun = word.rpartition("-")
    return len(verb) >= _LEAST_VERB and pronoun in word_set("clitic")


def _is_number(text: str, folded: str) -> bool:
    """Whether a word is a number in words: "Quarante-huit"; "les Vingt-Sept" is the name of a club."""
    return text[1:].islower() and all(part in word_set("numeral") for part in folded.split("-"))


@lru_cache(maxsize=65536)
def _no_name(text: str, folded: str) -> bool:
    """Whether one word, as it is written and folded, can be nobody's name wherever it stands."""
    if (
        _is_imperative(folded)
        or _DRAWN_OUT.search(folded)
        or pattern(_MEETING).match(folded)
        or _is_number(text, folded)
    ):
        return True
    return "-" in folded and (folded.rpartition("-")[2],) in _adjectives()


@lru_cache(maxsize=1)
def _longer_openings() -> frozenset[str]:
    """First words of the phrases of several words that name nobody."""
    return frozenset(words[0] for words in not_names() if len(words) > 1)


def names_nobody(article: Article, first: int, last: int) -> bool:
    """Whether words are a people, a day, an event, a law, or, where a sentence opens, function words only."""
    folds = article.key(first, last)
    if last - first == 1 and _no_name(article.words[first].text, folds[0]):
        return True
    if last - first == 1 and article.is_capital(first) and article.fold(first - 1) in word_set("rank"):
        return False
    if folds in not_names() or is_event(folds):
        return True
    if folds[0] in _longer_openings() and any(article.key(first, last + more) in not_names() for more in (1, 2, 3)):
        return True
    return all(
        not f[:1].isalpha() or (f,) in not_names() or (f in word_set("function") and article.opens(first))
        for f in folds
    )


def merely_opens(article: Article, i: int) -> bool:
    """Whether a lone capitalised word is likely a common word that opens a sentence, by a verb's or adverb's ending."""
    return article.opens(i) and not article.words[i].text.isupper() and bool(_OPENER_ENDING.search(article.fold(i)))


def is_commune(name: str) -> bool:
    """Whether a name has a small word between hyphens, as those of French communes have: "Joinville-le-Pont"."""
    inside = fold(name).split("-")[1:-1]
    return not word_set("inside a commune").isdisjoint(inside)


def is_people(article: Article, i: int) -> bool:
    """Whether a word is the name of a people: a plural or gentile ending after a plural determiner."""
    return bool(_PEOPLE_ENDING.search(article.fold(i))) and article.fold(i - 1) in word_set("plural")
