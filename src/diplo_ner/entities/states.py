"""Names of states that mean something else here (the Niger), and other names that mean a state (the North)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from diplo_ner.lexicon.countries import country_names
from diplo_ner.tables import cell_list, rows
from diplo_ner.text.fold import fold
from diplo_ner.text.words import words as split

from .article import Article
from .candidate import Candidate, Tier
from .word_sets import word_set

NO_STATE = "un lieu du même nom que l'État"
"""The reason given where a state's name is a place's."""

_PLACE = "place"
_SENTENCE = frozenset(".!?…")
_LONGEST_STATE = 3
_Key = tuple[str, ...]


class StateReading(NamedTuple):
    """What a name means, and what asks for it; see ``data/states.csv``."""

    name: _Key
    means: str
    article: frozenset[str]
    before: frozenset[_Key]
    part: frozenset[_Key]
    near: frozenset[_Key]
    against: frozenset[_Key]


@lru_cache(maxsize=1)
def _readings() -> dict[str, list[StateReading]]:
    found: dict[str, list[StateReading]] = {}
    for row in rows("diplo_ner.entities", "states.csv"):
        before, near, against = (cell_list(row[c]) for c in ("before", "near", "against"))
        part = frozenset(_key(b[:-1]) for b in before if b.endswith("+"))
        cells = (
            frozenset(_key(b.rstrip("+")) for b in before),
            part,
            *(frozenset(map(_key, n)) for n in (near, against)),
        )
        articles = frozenset(map(fold, cell_list(row["article"])))
        reading = StateReading(_key(row["name"]), row["means"], articles, *cells)
        found.setdefault(reading.name[0], []).append(reading)
    return found


def _key(name: str) -> _Key:
    return tuple(w.fold for w in split(name))


def states(article: Article) -> Iterator[Candidate]:
    """Mentions whose words beside them or whose article say which state, or that it is no state."""
    yield from _fought_over(article)
    names: frozenset[_Key] | None = None
    for i in article.where(_readings()):
        word = article.words[i]
        for r in _readings()[word.fold]:
            last = i + len(r.name)
            if not article.stands(r.name, i) or not _written(article, r, i, last):
                continue
            if r.near:
                names = _names(article, _asked()) if names is None else names
            if not (_before(article, r, i) and _near(article, r, i, names or frozenset())):
                continue
            end = article.words[last - 1].end
            if r.means == _PLACE:
                start = article.words[i - _part(article, r, i)].start
                yield Candidate(start, end, "PLACE", Tier.FACT, NO_STATE)
            else:
                yield Candidate(word.start, end, "COUNTRY", Tier.FACT, "ce que nomme l'article", r.means)
            break


def _fought_over(article: Article) -> Iterator[Candidate]:
    """Where a war was, as its name says: "la guerre d'Espagne"; a state wages one "contre" somebody."""
    for noun in article.where(word_set("named war")):
        i = noun + 2
        if article.fold(i - 1) not in word_set("of a war") or not article.is_capital(i) or article.new_line(i):
            continue
        for last in range(i + _LONGEST_STATE, i, -1):
            if " ".join(article.key(i, last)) in country_names():
                if article.fold(last) not in word_set("waged"):
                    yield Candidate(*article.span(i, last), "PLACE", Tier.FACT, NO_STATE)
                break


@lru_cache(maxsize=1)
def _asked() -> frozenset[_Key]:
    return frozenset(n for held in _readings().values() for r in held for n in r.near | r.against)


def _names(article: Article, asked: frozenset[_Key]) -> frozenset[_Key]:
    """The names that the table asks for and the article has."""
    return frozenset(n for n in asked if any(article.stands(n, i) for i in article.places.get(n[0], ())))


def _written(article: Article, r: StateReading, first: int, last: int) -> bool:
    """Whether the name wears its capital and goes no further: "Corée du Nord", "Amérique latine" are other names."""
    if not article.is_capital(first) and not (
        word_set("hexagon").issuperset(r.name) and article.fold(first - 1) in word_set("elided article")
    ):
        return False
    after = article.fold(last)
    goes_on = article.is_capital(last) and not article.opens(last)
    if goes_on or after in word_set("compass") or after in word_set("second half"):
        return after in word_set("with its article") and r.means == _PLACE
    if (
        len(r.name) == 1
        and r.name[0] in word_set("half")
        and article.is_capital(first - 2)
        and article.fold(first - 1) in word_set("with its article")
    ):
        return False
    return not (" ".join(r.name) in word_set("needs its own name") and after in word_set("of alone"))


def _before(article: Article, r: StateReading, first: int) -> bool:
    if r.article and article.fold(first - 1) not in r.article:
        return False
    return not r.before or any(_ends(article, b, first - 1) for b in r.before)


def _ends(article: Article, key: _Key, last: int) -> bool:
    return article.stands(key, last - len(key))


def _part(article: Article, r: StateReading, first: int) -> int:
    """How many words before the name belong to it: "delta du Niger"."""
    sizes = [len(b) + 1 for b in r.part if _ends(article, b, first - 1)]
    return max(sizes, default=0)


def _near(article: Article, r: StateReading, i: int, names: frozenset[_Key]) -> bool:
    """Whether the sentence, or else the article, names what the reading asks for and nothing against it."""
    if not r.near:
        return True
    first, last = _sentence(article, i)
    for told in (True, False):
        speaks, denies = (
            any(
                n in names
                and (not told or any(first <= k < last and article.stands(n, k) for k in article.places.get(n[0], ())))
                for n in asked
            )
            for asked in (r.near, r.against)
        )
        if speaks != denies:
            return speaks
    return False


def _sentence(article: Article, i: int) -> tuple[int, int]:
    first, last = i, i + 1
    while first > 0 and article.words[first - 1].text not in _SENTENCE and not article.new_line(first):
        first -= 1
    while last < len(article.words) and article.words[last].text not in _SENTENCE and not article.new_line(last):
        last += 1
    return first, last
