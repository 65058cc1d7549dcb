"""Acronyms that a text explains: "Union européenne (UE)", "CEDEAO (Communauté économique…)", "l'ARN, l'agence …".

After A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text"
(PSB 2003): candidates are the words next to the parentheses, and the nearest run of words wins in which the letters of
the short form stand in order, the first one at the beginning of the first word. French long forms are full of small
words and French acronyms take several letters of a word ("Cédéao", "Medef"), so only beginnings of words count, small
words may be passed over, and the long form does not cross a comma.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..text.fold import fold
from ..text.words import Word
from .countries import demonyms
from .org_heads import heads, word_classes
from .organisations import org_names
from .word_sets import word_sets

_LONGEST_NAME_LIKE = 8
"""Letters of an acronym that is written as a name ("Unesco"), at the most."""
_BODIED = 3
"""Words of a long form whose first one may tell a body, at the least."""
Definition = tuple[int, int, int, int]

_SHORTEST = 2
_BREAKS = frozenset(',;:.!?()[]«»“”"…')
_CLOSING = frozenset('»”"')
_SHORT = re.compile(r"[^\W\d_][\w.&'’\-]{1,11}")
_LETTERS = re.compile(r"[a-z0-9]")
_MOST_WORDS = 16
_APPOSED = range(3, 8)
"""Letters of an acronym whose long form stands in apposition."""


@lru_cache(maxsize=16)
def closed_set(name: str) -> frozenset[str]:
    """The folded words of a set of ``data/word_sets.csv``."""
    return word_sets("diplo_ner.lexicon", folded=True)[name]


def find_acronyms(text: str, words: Sequence[Word]) -> list[Definition]:
    """Find acronyms next to the long form in parentheses, or in parentheses behind it.

    Args:
        text: the text.
        words: its words, as ``text.words.words`` gives them.

    Returns:
        (start and end of the long form, start and end of the short form), offsets in Unicode code points, in
        the order of the parentheses. The long form is without leading article.

    >>> from diplo_ner.text.words import words
    >>> text = "Le Fonds monétaire international (FMI) et l'OMC (Organisation mondiale du commerce)"
    >>> [text[c:d] + " = " + text[a:b] for a, b, c, d in find_acronyms(text, words(text))]
    ['FMI = Fonds monétaire international', 'OMC = Organisation mondiale du commerce']
    """
    found: list[Definition] = []
    for i, word in enumerate(words):
        if word.text == "," and 0 < i < len(words) - _SHORTEST:
            told = _long_apposed(words, i)
            if told is not None:
                found.append(told)
        if word.text != "(":
            continue
        close = _closing(words, i)
        if close is None:
            continue
        told = _short_inside(text, words, i, close) or _long_inside(text, words, i, close)
        if told is not None:
            found.append(told)
    return found


def _closing(words: Sequence[Word], i: int) -> int | None:
    for j in range(i + 1, min(i + 2 + _MOST_WORDS, len(words))):
        if words[j].text == ")":
            return j if j > i + 1 else None
        if words[j].text == "(":
            return None
    return None


def is_short(surface: str) -> bool:
    """Whether a word may be an acronym: a capital, and letters or digits enough."""
    return _SHORT.fullmatch(surface) is not None and surface[0].isupper() and len(_letters(surface)) > 1


def _letters(surface: str) -> str:
    return "".join(_LETTERS.findall(fold(surface)))


def _short_inside(text: str, words: Sequence[Word], i: int, close: int) -> Definition | None:
    """``Long form (SHORT)``, the long form between marks or not; behind the acronym a comma and more may follow."""
    if close > i + 2 and words[i + 2].text not in ",;:/":
        return None
    short = words[i + 1]
    if not is_short(short.text):
        return None
    last = i - (i > 1 and words[i - 1].text in _CLOSING)
    first = last
    while first > 0 and last - first < _MOST_WORDS and words[first - 1].text not in _BREAKS:
        if "\n" in text[words[first - 1].end : words[first].start]:
            break
        first -= 1
    start = _best_start(words, first, last, short.text)
    if start is None or not _is_name(words, start, last, short):
        return None
    return words[start].start, words[last - 1].end, short.start, short.end


def _long_inside(text: str, words: Sequence[Word], i: int, close: int) -> Definition | None:
    """``SHORT (long form)``."""
    before = i - 2 if i > 1 and words[i - 1].text.islower() and words[i - 1].fold in demonyms() else i - 1
    if i == 0 or not is_short(words[before].text) or words[before].text.islower():
        return None
    short = words[before]
    if sum(c.isupper() for c in short.text) <= 1 and len(short.text) > _LONGEST_NAME_LIKE:
        return None
    start = i + 1
    if words[start].fold in closed_set("article"):
        start += 1
    end = start
    while end < close and words[end].text not in _BREAKS:
        end += 1
    if end - start <= 1 or not _is_name(words, start, end, short):
        return None
    lettered = short.text.isupper() or short.fold[:2] == words[start].fold[:2]
    bodied = lettered and end == close and end - start >= _BODIED and words[start].text[0].isupper()
    if not (bodied and words[start].fold in heads()) and not fits(words, start, end, short.text):
        return None
    return words[start].start, words[end - 1].end, short.start, short.end


def _long_apposed(words: Sequence[Word], i: int) -> Definition | None:
    """``SHORT, the long form,`` where a head noun opens it and all its big words make the letters."""
    short = words[i - 1]
    if len(short.text) not in _APPOSED or not short.text.isupper() or not short.text.isalpha():
        return None
    start = i + 1 + (words[i + 1].fold in closed_set("article"))
    if start >= len(words) or words[start].fold not in heads() or words[start].fold[0] != short.fold[0]:
        return None
    best = None
    for end in range(start + 2, min(start + _MOST_WORDS, len(words)) + 1):
        if words[end - 1].text in _BREAKS or words[end - 1].start - words[end - 2].end > 1:
            break
        if words[end - 1].fold not in closed_set("small") and spells(words, start, end, short.text):
            best = words[start].start, words[end - 1].end, short.start, short.end
    return best


def _best_start(words: Sequence[Word], first: int, last: int, short: str) -> int | None:
    """The nearest word from which the letters fit; those of all the big words win over some of them."""
    loose: int | None = None
    for start in range(last - 1, first - 1, -1):
        small = words[start].fold in closed_set("small") or words[start].fold in closed_set("article")
        if small and not (words[start].text.istitle() and spells(words, start, last, short)):
            continue
        if last - start == 1 and "-" not in words[start].text:
            continue
        if spells(words, start, last, short):
            return start
        if loose is None and fits(words, start, last, short):
            loose = start
    return loose


def _parts(words: Sequence[Word], start: int, end: int) -> list[str]:
    """Folded words of a long form, those with hyphens in pieces."""
    return [part for word in words[start:end] for part in _pieces(word.fold) if part]


def _pieces(folded: str) -> list[str]:
    return re.split(r"[^a-z0-9]+", folded)


def spells(words: Sequence[Word], start: int, end: int, short: str) -> bool:
    """Whether the letters are the beginnings of all big words, with or without those of the small ones."""
    parts = _parts(words, start, end)
    for letters in _readings(short):
        if letters == _big(words, start, end) or letters == "".join(part[0] for part in parts):
            return True
    return False


def _big(words: Sequence[Word], start: int, end: int) -> str:
    """The first letters of the words of a long form that are not small."""
    return "".join(part[0] for part in _parts(words, start, end) if part not in closed_set("small"))


def _readings(short: str) -> list[str]:
    """The letters of an acronym, and those of its first part if it is a compound ("FC-G5S")."""
    whole = _letters(short)
    head = _letters(re.split(r"[-/]", short)[0])
    return [whole, head] if head != whole and len(head) > 1 else [whole]


def fits(words: Sequence[Word], start: int, end: int, short: str) -> bool:
    """Whether the letters, in runs, are beginnings of words in order, of the first one too, and few words have none."""
    parts = _parts(words, start, end)
    big = [part for part in parts if part not in closed_set("small")]
    return any(_consumes(parts, letters) and 2 * len(letters) >= len(big) for letters in _readings(short))


def _consumes(parts: Sequence[str], letters: str) -> bool:
    """Whether beginnings of the words, in order, spell the letters; of big words only few may be passed over."""
    if not parts or not letters or parts[0][0] != letters[0]:
        return False
    reached = {0}
    skipped = {0: 0}
    for index, part in enumerate(parts):
        following: dict[int, int] = {}
        for at in reached:
            cost = skipped[at] + (part not in closed_set("small"))
            if index and following.get(at, 99) > cost:
                following[at] = cost
            k = 0
            while at + k < len(letters) and k < len(part) and letters[at + k] == part[k]:
                k += 1
                if following.get(at + k, 99) > skipped[at]:
                    following[at + k] = skipped[at]
        reached, skipped = set(following), following
    return skipped.get(len(letters), 99) <= 1 + len(parts) // 6


def _is_one(short: Word) -> bool:
    """Whether letters are one body's, not those of all bodies of a kind: "ONG", "CHU"."""
    return short.text.isupper() and short.fold not in closed_set("kind of body")


def _is_name(words: Sequence[Word], start: int, end: int, short: Word) -> bool:
    """Whether a long form is a name of a body.

    It has a capital, or its first word is the head of one, or its short form is in the tables: "parti socialiste (PS)".
    What a thing is called by names no body: "Politique agricole commune (PAC)", "le système Licence-Master (LM)".
    """
    if words[start].fold in word_classes().things or (start and words[start - 1].fold in word_classes().things):
        return False
    head = (
        words[start].fold in heads()
        and start > 0
        and words[start - 1].fold in closed_set("definite")
        and _is_one(short)
    )
    return head or short.fold in org_names() or any(word.text[0].isupper() for word in words[start:end])
