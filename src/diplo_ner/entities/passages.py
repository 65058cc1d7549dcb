"""Passages of an article whose capitals name nobody: treaties, offices, hashtags; and wars known by a state's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from diplo_ner.names.given import is_given_name
from diplo_ner.tables import cell_list, rows
from diplo_ner.text.fold import fold
from diplo_ner.text.words import words as split

from .article import Article
from .candidate import Candidate
from .common import not_names
from .known_names import is_flagged, lexicon
from .people import run_from
from .word_sets import pattern, word_set

_HANDLE = re.compile(r"(?<![\w.])@(?![A-Z]{3})\w+")
_HASHTAG = re.compile(r"#\w+")
_CODE = r"(?m)^[ \t]*(?:<field of codes>[ \t]{1,3}\S.*|(?:[A-Z]{2,3})(?=[ \t]{2,}\S|[ \t]*$))"
_CODES = r"(?m)^[ \t]*<field of an article>(?:[ \t]{2,}\S|[ \t]*$)"
_PRODUCT = re.compile(r"(?:[A-Z]{1,4}-?\d{1,4}(?:[A-Z]{0,3}|[a-z]{1,3})|\d{1,3}[A-Z]{0,3}|7\d7-\d{1,3})")
_VERSION = re.compile(r"[A-Z]{2,4}|\d{1,3}")
"""What stands behind the code of an aeroplane or a car: "MAX", "8"."""
_LEAST_CODES = 3
_MARKS = frozenset('«"“„')
_MOST_AIMS = 4
_NICKNAME = r"(?:\b<nicknamed>|[»”\"] <or>)\s+[«“\"]\s*<definite>[\s\u00a0]?\w[^»”\"\n]{1,60}[»”\"]"
_Span = tuple[int, int]
_Phrases = dict[str, list[tuple[str, ...]]]


@lru_cache(maxsize=1)
def _table() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows("diplo_ner.entities", "passages.csv"):
        found.setdefault(row["kind"], []).extend(cell_list(row["words"]))
    return found


@lru_cache(maxsize=4)
def _phrases(*kinds: str) -> _Phrases:
    """Folded words of the phrases of some kinds by their first word, the longest first."""
    return _by_first(dict.fromkeys(tuple(w.fold for w in split(p)) for kind in kinds for p in _table()[kind]))


def _by_first(keys: Iterable[tuple[str, ...]]) -> _Phrases:
    found: _Phrases = {}
    for key in keys:
        found.setdefault(key[0], []).append(key)
    for held in found.values():
        held.sort(key=len, reverse=True)
    return found


@lru_cache(maxsize=1)
def _long_not_names() -> _Phrases:
    """The phrases of several words in ``not_names.csv`` that no table knows as a name, as ``_phrases`` gives them."""
    return _by_first(sorted(key for key in not_names() if len(key) > 1 and key not in lexicon().entries))


@lru_cache(maxsize=4)
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(map(fold, _table()[kind]))


class Passages(NamedTuple):
    """Spans whose capitals name nobody, and spans of the names of wars."""

    nobody: list[_Span]
    wars: list[_Span]

    def keep(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates that do not lie in a passage whose capitals name nobody; the name of a war is a place."""
        kept = [c for c in candidates if not _within(c, self.nobody)] if self.nobody else list(candidates)
        return [_as_war(c) if c.type == "COUNTRY" and _within(c, self.wars) else c for c in kept] if self.wars else kept

    def cut(self, spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
        """A model's spans without the passage that they begin in: "[Noël de Colmar]" behind « marché de »."""
        for start, end, label in spans:
            yield max((b for a, b in self.nobody if a <= start < b < end), default=start), end, label


def passages(article: Article) -> Passages:
    """Find the passages of an article."""
    nobody = [
        *_found(article, _phrases("office", "treaty", "programme", "term", "character", "product")),
        *_found(article, _long_not_names()),
        *_treaties(article),
        *_vessels(article),
        *_products(article),
        *_named(article),
        *_nobles(article),
        *_hashtags(article),
        *_codes(article),
        *_nicknames(article),
    ]
    nobody.extend(_letters(article, nobody))
    return Passages(nobody, [*_found(article, _phrases("war")), *_wars(article)])


def _as_war(c: Candidate) -> Candidate:
    return replace(c, type="PLACE", ref=None, reason="le nom d'une guerre")


def _within(c: Candidate, spans: Sequence[_Span]) -> bool:
    return any(a <= c.start and c.end <= b for a, b in spans)


def _found(article: Article, phrases: _Phrases) -> Iterator[_Span]:
    """Where a phrase stands, on one line."""
    for i in article.where(phrases):
        for key in phrases[article.words[i].fold]:
            last = i + len(key)
            if article.stands(key, i) and not any(article.new_line(k) for k in range(i + 1, last)):
                yield article.span(i, last)
                break


def _treaties(article: Article) -> Iterator[_Span]:
    """Treaties told by their noun and a name behind "de": "le traité de Lisbonne", "l'accord de paix d'Alger".

    Some nouns make one wherever they stand, some with a capital ("la Déclaration de Carthage"), some with what the
    treaty is about ("accord de paix").
    """
    for i in article.where(_nouns("noun") | _nouns("capital noun") | _nouns("noun with an aim") | _nouns("owned noun")):
        word, k = article.words[i], i + 1
        if word.fold in _nouns("owned noun") and (owner := _owner(article, k)):
            yield article.span(i, run_from(article, owner))
            continue
        aim = _aim(article, k)
        if word.fold not in _nouns("noun"):
            if not aim and not (word.fold in _nouns("capital noun") and article.is_capital(i)):
                continue
            k += aim
        elif aim and article.fold(k + aim) in word_set("of"):
            k += aim
        if article.fold(k) in word_set("called"):
            k += 1
        if article.fold(k) in word_set("of") and article.is_capital(k + 1):
            last = k + 2
            while article.is_capital(last) and not article.new_line(last) and article.words[last].text.isalpha():
                last += 1
            yield article.span(i, last)


def _owner(article: Article, k: int) -> int:
    """The index of the body whose text it is behind "de l'" or "des": "le pacte de l'ONU"; 0 where none is."""
    if article.fold(k) not in word_set("of any"):
        return 0
    k += 1
    if article.fold(k) in word_set("feminine article"):
        k += 1
    return k if article.is_capital(k) and not article.new_line(k) else 0


def _aim(article: Article, k: int) -> int:
    """How many words tell what a treaty is about: "de paix", "de paix et de réconciliation"."""
    size = 0
    while size < _MOST_AIMS and article.fold(k + size) in word_set("of alone"):
        if article.fold(k + size + 1) not in _nouns("aim"):
            break
        size += 2
        if article.fold(k + size) in word_set("and"):
            size += 1
    return size


def _wars(article: Article) -> Iterator[_Span]:
    """Wars and battles told by a place: "la guerre de Syrie", "la bataille du Chemin des Dames"."""
    for i in article.where(word_set("war")):
        if article.fold(i + 1) in word_set("of") and article.is_capital(i + 2) and not article.new_line(i + 2):
            yield article.span(i, run_from(article, i + 2))


def _vessels(article: Article) -> Iterator[_Span]:
    """Ships with the name of a person or a place: "le porte-avions Charles de Gaulle", "le navire « Rhin »"."""
    for i in article.where(word_set("vessel")):
        if article.new_line(i + 1):
            continue
        k = i + 1 if article.words[min(i + 1, len(article.words) - 1)].text not in _MARKS else i + 2
        if article.is_capital(k) and not article.words[k].text.isupper():
            yield article.span(i, run_from(article, k))


def _products(article: Article) -> Iterator[_Span]:
    """Things that a firm makes, told by a code: "un Airbus A350", "le Boeing 737 MAX 8"."""
    for i in article.capitals:
        coded = not article.new_line(i + 1) and _PRODUCT.fullmatch(article.words[i + 1].text)
        if coded and is_flagged(article.fold(i), "company"):
            last = i + 2
            while not article.new_line(last) and _VERSION.fullmatch(article.words[last].text):
                last += 1
            yield article.span(i, last)


def _letters(article: Article, nobody: Sequence[_Span]) -> Iterator[_Span]:
    """The letters of what names nobody, wherever they stand: "le Grand débat national (GDN)"."""
    told = (article.text[c:d] for a, b, c, d in article.acronyms if (a, b) in nobody)
    letters = {fold(short) for short in told if short.isupper()}
    for i in article.where(letters):
        yield article.span(i, i + 1)


def _nobles(article: Article) -> Iterator[_Span]:
    """Titles of nobility with a land that is known: "le comte de Paris", "la duchesse de Cambridge"."""
    for i in article.where(word_set("noble")):
        k = i + 2
        longer = article.is_capital(k + 1) and not article.new_line(k + 1)
        if article.fold(i + 1) not in word_set("of any") or not article.is_capital(k) or longer:
            continue
        land = lexicon().alone.get(article.fold(k), ())
        if any(e.type in ("COUNTRY", "PLACE") for e in land) and not article.new_line(k):
            yield article.span(i, k + 1)


def _named(article: Article) -> Iterator[_Span]:
    """Operations and prizes by their names: "l'opération Serval", "les opérations Serval (2013) et Barkhane"."""
    for i in article.where(_nouns("named noun")):
        k = i + 1
        while article.is_capital(k) and not article.new_line(k):
            yield article.span(k, k + 1)
            k += 1
            if article.fold(k) == "(" and article.fold(k + 2) == ")":
                k += 3
            if article.fold(k) not in word_set("and"):
                break
            k += 1


def _hashtags(article: Article) -> Iterator[_Span]:
    """Handles, and hashtags but for letters of a body and the family name of whom the article names in full."""
    yield from (m.span() for m in _HANDLE.finditer(article.text))
    for m in _HASHTAG.finditer(article.text):
        tag = m.group()[1:]
        body = tag.isupper() and tag.isalpha() and len(tag) > 1
        family = tag.istitle() and any(is_given_name(article.fold(i - 1)) for i in article.where({fold(tag)}))
        if not (body or family):
            yield m.span()


def _codes(article: Article) -> Iterator[_Span]:
    """Codes of the fields of an archive's export, and the fields that hold nothing but codes."""
    if len(pattern(_CODES).findall(article.text)) >= _LEAST_CODES:
        yield from (m.span() for m in pattern(_CODE).finditer(article.text))


def _nicknames(article: Article) -> Iterator[_Span]:
    """Nicknames that are a description, in marks: "dit « le Boucher des Balkans »"."""
    return (m.span() for m in pattern(_NICKNAME).finditer(article.text))
