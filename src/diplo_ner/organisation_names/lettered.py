"""Bodies in lower case that are told by the letters in brackets behind them, whatever language these are of.

"l'institut américain de géophysique (USGS)", "le service fédéral de météorologie (Rosgidromet)".
"""

from __future__ import annotations

from ..lexicon.org_heads import Head
from ..lexicon.organisations import readings
from ..names.given import is_given_name
from ..text.fold import fold
from .article_words import ArticleWords
from .complements import Frame, Nested, complement
from .word_sets import word_set

_ALL_KINDS = frozenset({"adjective", "noun", "office", "place", "parent", "purpose", "topic", "to"})
_MOST_MORE = 6
"""Words in small letters between a name and the letters that tell it, at the most."""
_LEAST_LETTERS = 3
_FEWEST_WORDS = 3
_MOST_COMPLEMENTS = 5


def lettered(words: ArticleWords, i: int, head: Head, nested: Nested) -> int:
    """The index past a name that has its letters in brackets behind it, or 0.

    Args:
        words: the words of the text.
        i: the index of the head noun, in lower case.
        head: the head.
        nested: reads a body whose head stands at a word.
    """
    if not words.joined(i) or not words.among(i - 1, "before-lettered"):
        return 0
    end = _past_adjectives(words, i + len(head.words))
    frame = Frame(head, _ALL_KINDS, True, True, 0)
    for _ in range(_MOST_COMPLEMENTS):
        found = complement(words, end, frame, nested) if words.joined(end) else None
        if found is None:
            break
        end = _past_adjectives(words, found.past)
    if end - i < _FEWEST_WORDS or words.fold(end) != "(" or words.fold(end + 2) != ")":
        return 0
    short = words.words[end + 1].text
    if not short[0].isupper() or not short.isalpha() or _is_known(words, end + 1):
        return 0
    if words.capitals(i, end) and not short.isupper():
        return 0
    return 0 if inner_owner(words, i, end, short) or _inner_letters(words, i, end, short) else end


def _inner_letters(words: ArticleWords, i: int, end: int, short: str) -> bool:
    """Whether letters are those of the words from a later one on: "l'organisation du référendum … (RIC)"."""
    big = [words.fold(k)[0] for k in range(i, end) if not words.among(k, "small-word")]
    letters = fold(short)
    return "".join(big[-len(letters) :]) == letters and len(letters) < len(big)


def bracketed(words: ArticleWords, i: int, end: int) -> int:
    """The index past words in small letters that go on a name up to letters in brackets that are its own, or 0.

    The letters stand in any order: "Pôle national de lutte contre la haine en ligne (PLNH)".
    """
    k = end
    while k - end < _MOST_MORE and words.joined(k) and words.words[k].text.islower():
        k += 1
    short = words.fold(k + 1)
    if k == end or words.fold(k) != "(" or words.fold(k + 2) not in (")", ",") or not words.capital(k + 1):
        return 0
    begun = [words.fold(m)[0] for m in range(i, k)]
    own = short[:1] == begun[0] and all(begun.count(letter) >= short.count(letter) for letter in short)
    return k if own and len(short) >= _LEAST_LETTERS and any(b in short for b in begun[end - i :]) else 0


def past_state(words: ArticleWords, end: int) -> int:
    """The index past a state that goes on a name told by its letters: "l'autorité de l'eau de Côte d'Ivoire"."""
    k = end + 1 + (words.fold(end) in word_set("bare-of") and words.article(end + 1))
    state = words.state(k) if words.joined(end) and words.among(end, "of") else None
    return end if state is None else state[0]


def inner_owner(words: ArticleWords, i: int, end: int, short: str) -> bool:
    """Whether letters behind word ``end`` are those of a body inside a name from word i on: "congrès de l'… (CDU)"."""
    owners = {body.id for body in readings(short)}
    inner = (words.part(j, end) for j in range(i + 1, end) if words.body(j) == end) if owners else ()
    return any(owners & {body.id for body in readings(name)} for name in inner)


def _past_adjectives(words: ArticleWords, i: int) -> int:
    while words.adjective(i):
        i += 1
    return i


def _is_known(words: ArticleWords, i: int) -> bool:
    """Whether a state, a place, a person, a party or an outlet stands at a word, not the letters of a body."""
    if words.state(i) or words.place(i) or is_given_name(words.fold(i)):
        return True
    return any(body.kind in ("party", "media") for body in readings(words.words[i].text))
