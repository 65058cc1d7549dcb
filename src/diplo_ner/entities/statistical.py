"""Repairs of what a statistical model tags: where a French name begins and ends, and what can be no name at all.

A model's span is cut at line breaks, marks and lower-case neighbours, its articles and titles come off, and what is
left keeps the model's label only as a first guess (PER, LOC, ORG, MISC).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .article import Article
from .common import is_function_word, is_people, merely_opens, names_nobody
from .titles import title_at

PARTICLES = frozenset(
    "de du des d' von van der den ter ten zu zur af av bin ben ibn al el ag ould y e da do dos das di del della la le les ed ad et".split()
)
_LINKS = frozenset("de du des d' l' la le les of the and et for und der die das del y on in for & 's".split())
_BREAKS = frozenset('«»“”"„‹›:;,!?…()[]{}|*•©—–/\\<>=')
_ROMAN = re.compile(r"(?:[ivxl]+)(?:e|er|eme|ieme)?$")
_PREFIX = re.compile(r"(?i)(?:anti|pro|ex|post|non|pré|pre|inter|néo|neo|mi|sud|nord)-(?=[A-ZÀ-Þ])")


class Piece(NamedTuple):
    """Words ``first`` to ``last`` (past the end) that a model gave a label, and where the name in them starts."""

    first: int
    last: int
    start: int
    end: int
    label: str


def repaired(article: Article, spans: Iterable[tuple[int, int, str]]) -> Iterator[Piece]:
    """The names in a model's spans (start, end, label), one by one; none is empty or holds a line break."""
    for start, end, label in spans:
        first, last = article.covering(start, end)
        if first < last:
            for a, b in _parts(article, first, last):
                piece = _trimmed(article, a, b, label)
                if piece is not None:
                    yield piece


def _parts(article: Article, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut at line breaks and at marks that no name holds."""
    begin = first
    for i in range(first, last):
        mark = article.words[i].text in _BREAKS
        if mark or (i > begin and article.new_line(i)):
            if begin < i:
                yield begin, i
            begin = i + 1 if mark else i
    if begin < last:
        yield begin, last


def _trimmed(article: Article, first: int, last: int, label: str) -> Piece | None:
    words = article.words
    while first < last:
        size = title_at(article, first, last)
        fold = words[first].fold
        if size and first + size < last and (label != "ORG" or not words[first].text[0].isupper()):
            first += size
        elif (fold in _LINKS or is_function_word(fold)) and not (label == "PER" and words[first].text[0].isupper() and first + 1 < last and len(fold) > 3 and not article.opens(first)):
            first += 1
        elif not words[first].text[0].isupper() and not _lower_name(article, first, last):
            first += 1
        else:
            break
    while last > first:
        word = words[last - 1]
        if word.text[0].isupper() or (word.text[0].isdigit() and last - first > 1 and label in ("ORG", "MISC")):
            break
        if word.text == "." and last - first > 1 and len(words[last - 2].text) == 1 and label == "PER" and False:
            break
        last -= 1
    while first + 1 < last and label == "PER" and title_at(article, last - 1, last):
        last -= 1
    if first >= last:
        return None
    first = _without_opener(article, first, last)
    start, end = words[first].start, words[last - 1].end
    prefix = _PREFIX.match(words[first].text)
    if prefix:
        start += prefix.end()
    folds = tuple(w.fold for w in words[first:last])
    if names_nobody(folds) or _ROMAN.fullmatch(folds[0]) and last - first == 1 and words[first].text[1:].isupper() is False and len(folds[0]) > 1 and article.words[first].text[:2].isupper():
        return None
    if last - first == 1 and (is_people(article, first) or merely_opens(article, first) and label != "PER"):
        return None
    return Piece(first, last, start, end, label)


def _lower_name(article: Article, i: int, last: int) -> bool:
    """A lower-case word that a name may begin with: "al-Assad", "van Dyck", "iPhone", "eBay"."""
    word = article.words[i]
    if word.fold in ("van", "von", "al", "el", "ben", "bin", "ibn") and i + 1 < last:
        return True
    return any(c.isupper() for c in word.text) and not _PREFIX.match(word.text) is None or any(c.isupper() for c in word.text[1:])


def _without_opener(article: Article, first: int, last: int) -> int:
    """Take off a common word that only opens the sentence: "Suivaient CBS", "Abandonnez Chequers"."""
    if last - first >= 2 and merely_opens(article, first) and _verb_like(article.fold(first)):
        return first + 1
    return first


def _verb_like(fold: str) -> bool:
    return bool(re.search(r"(?:aient|ez|ons|ant|erent|ront|irent)$", fold)) and len(fold) > 4
