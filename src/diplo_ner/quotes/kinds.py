"""Full or fragment: whether quoted words are a clause of their own or lean on the sentence around them.

A clause has its own subject and verb, or an imperative, even behind "que", "si" or "parce que". No parse: the words
are walked once; a relative or a conjunction inside takes the next finite verb for itself, and the first finite verb
left over is the one of the main clause.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from ..text.words import words
from .finite import Verb, verb
from .wordclass import (
    ADVERB,
    COORDINATOR,
    DETERMINER,
    NEGATION,
    NUMBER,
    OBJECT,
    OF,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    Tag,
    tag,
)

Kind = Literal["full", "fragment"]

_EDIT = re.compile(r"\[(?:\s*(?:\.\.\.|…)\s*)?\]|\(\s*(?:\.\.\.|…)\s*\)")
_SENTENCE = re.compile(r"(?<=[.!?…])[\s»”\"’)]+(?=[«“\"‘(\[]?\s*[A-ZÀ-Þ0-9])|[\r\n]+|\s;\s")
_CLITICS = frozenset("ne n' me m' te t' se s' le la l' les lui leur y en nous vous".split())
_SUBJECTS = {
    "je": "1s",
    "j'": "1s",
    "tu": "2s",
    "il": "3s",
    "elle": "3s",
    "on": "3s",
    "nous": "1p",
    "vous": "2p",
    "ils": "3p",
    "elles": "3p",
    "c'": "3s",
    "ce": "3s",
    "ça": "3s",
    "cela": "3s",
    "ceci": "3s",
}
_NEUTER = frozenset({"c'", "ça", "cela", "ceci"})
_OPENING = frozenset("que qu' si s'il quand lorsque lorsqu' parce puisque puisqu' comme car mais et or donc alors bien afin pour tandis".split())
# Adjectives and nouns that are forms of a verb as well, and hardly ever that.
_HOMOGRAPHS = frozenset(
    "calme ferme double triple trouble modèle note place part forme force base ligne fin zone sort dit fait vit été"
.split())
_NOUN_AHEAD = frozenset("un une des du de d' au aux mon son sa ses notre nos votre vos leurs ce cet cette ces".split())
_COPULAS = frozenset("reste restent demeure demeurent semble semblent paraît paraissent devient deviennent".split())
_STRONG = frozenset("ne n' se s'".split())


class _Word(NamedTuple):
    low: str
    tag: Tag
    verb: Verb | None
    capital: bool


@lru_cache(maxsize=4096)
def kind(text: str, before: str = "", after: str = "") -> Kind:
    """Tell whether quoted words are a clause of their own.

    Args:
        text: the quoted words, without the marks.
        before: what stands before the opening mark, in the same sentence.
        after: what stands behind the closing mark.

    Returns:
        ``full`` for a clause with its own subject and verb or an imperative, else ``fragment``.

    >>> kind("Nous attendons une réponse"), kind("une réponse claire"), kind("attendons une réponse")
    ('full', 'fragment', 'full')
    """
    plain = _EDIT.sub(" ", text).replace("[", "").replace("]", "")
    for sentence in _SENTENCE.split(plain):
        row = _row(sentence)
        if row and _is_clause(row, sentence.rstrip()[-1:]):
            return "full"
    return "fragment"


def _row(sentence: str) -> list[_Word]:
    row: list[_Word] = []
    for word in words(sentence):
        told = tag(word.text)
        # "A Moscou": a capital without its accent
        plain = word.text == "A" or not word.text[0].isalpha()
        row.append(_Word(told.low, tag("à") if word.text == "A" else told, None if plain else verb(word.text), word.text[0].isupper()))
    return row


def _is_clause(row: list[_Word], last: str) -> bool:
    """Whether a row of words holds a main clause, or opens with a conjunction and its clause."""
    place = 0
    while place < len(row) and (row[place].tag.classes & PUNCTUATION or _opens(row, place)):
        place += 1
    if place < len(row) and row[place].low == "qui" and last != "?":
        return False
    return _is_imperative(row, place) or _main_verb(row, place, last)


def _opens(row: list[_Word], place: int) -> bool:
    """Whether a word before the clause only leads on to it: "mais", "parce que", "avant que", "évidemment que"."""
    word = row[place]
    if word.low in _OPENING or _is_if(row, place):
        return True
    behind = row[place + 1].low if place + 1 < len(row) else ""
    return behind in ("que", "qu'") and bool(word.tag.classes & (PREPOSITION | ADVERB))


def _is_if(row: list[_Word], place: int) -> bool:
    """Whether a word is "s'" for "si"."""
    return row[place].low == "s'" and place + 1 < len(row) and row[place + 1].low in ("il", "ils")


def _is_imperative(row: list[_Word], place: int) -> bool:
    while place < len(row) and (row[place].low in _CLITICS and row[place].low in ("ne", "n'")):
        place += 1
    if place >= len(row):
        return False
    first = row[place]
    if not first.verb or not first.verb.finite:
        return False
    if first.verb.subject in ("moi", "toi", "nous", "vous", "le", "la", "les", "lui", "leur", "y", "en"):
        return True
    return bool(first.verb.persons & {"1p", "2p"}) and not first.low.startswith(("av", "êt"))


def _finite(row: list[_Word], place: int, last: str) -> bool:
    """Whether a word is a finite verb where it stands."""
    word = row[place]
    before = row[place - 1] if place else None
    if not word.verb:
        return _must_be_verb(row, place)
    if not word.verb.finite:
        return False
    clitic = before is not None and before.low in _CLITICS
    if before is not None and (before.low in _STRONG or before.low in ("qui", "je", "j'", "tu", "il", "ils", "on", "c'")):
        return True
    if word.low in _HOMOGRAPHS and before is not None and before.tag.classes & (DETERMINER | PREPOSITION | OF | NUMBER):
        return False
    if word.tag.auxiliary:
        return not (word.low in ("est", "as", "avions") and before is not None and before.low in (*_NOUN_AHEAD, "l'", "les"))
    if word.verb.persons == {"2s"} or (word.capital and not word.verb.subject and not word.verb.persons & {"1p", "2p"}):
        return False
    after = row[place + 1] if place + 1 < len(row) else None
    if after is not None and after.tag.classes & NEGATION and after.low in ("pas", "jamais", "rien", "guère", "plus", "que"):
        return True
    if before is not None and before.low in ("nous", "vous") and word.verb.persons & {"1p", "2p"}:
        return True
    if before is not None and (before.tag.auxiliary or (before.verb and before.verb.infinitive)):
        return False
    if word.verb.sure:
        return before is None or before.low not in _NOUN_AHEAD or (place > 1 and row[place - 2].low == "quelqu'")
    if clitic and before is not None and not before.tag.classes & DETERMINER:
        return True
    if before is not None and before.tag.classes & (DETERMINER | PREPOSITION | OF | NUMBER | COORDINATOR):
        return False
    return _looks_like_verb(word, before, after, last)


def _must_be_verb(row: list[_Word], place: int) -> bool:
    """Whether a word no table knows stands where only a verb can: behind "je", "il", "on" and their clitics."""
    word = row[place]
    if word.tag.classes or not word.low.endswith(("e", "es", "ent", "t", "s", "d", "a", "ai")):
        return False
    back = place - 1
    while back >= 0 and row[back].low in _CLITICS and row[back].low not in ("nous", "vous"):
        back -= 1
    return back >= 0 and row[back].low in ("je", "j'", "tu", "il", "ils", "on")


def _looks_like_verb(word: _Word, before: _Word | None, after: _Word | None, last: str) -> bool:
    """Whether a word that may be a noun or participle as well has a verb's neighbours."""
    if word.low in _HOMOGRAPHS:
        return before is not None and after is not None and bool(after.tag.classes & (DETERMINER | THAT)) and after.low not in ("des", "du")
    if before is None:
        return after is not None and bool(after.tag.classes & (DETERMINER | PREPOSITION | THAT))
    if word.low in _COPULAS:
        return True
    if after is None or after.low in (".", "!", "?"):
        return last in ".!?" and not before.tag.classes & PUNCTUATION
    if after.tag.classes & (PUNCTUATION | COORDINATOR):
        return False
    if after.low in ("de", "d'", "du"):
        return False
    return bool(after.tag.classes & (DETERMINER | THAT | ADVERB | PREPOSITION | OBJECT)) or bool(after.verb and after.verb.infinitive)


def _main_verb(row: list[_Word], start: int, last: str) -> bool:
    """Whether a finite verb with a subject of its own is left when relatives and conjunctions have taken theirs."""
    taken = consumed = 0
    subject = False
    named = False
    for place in range(start, len(row)):
        word = row[place]
        classes = word.tag.classes
        if _finite(row, place, last):
            if not taken and consumed and _coordinated(row, place):
                continue
            if taken:
                taken -= 1
                consumed += 1
                if word.verb and word.verb.subject:
                    return True
                continue
            if word.verb and word.verb.subject:
                return True
            if subject or named:
                return True
            # the subject stands outside the marks
            return False
        if place > start and (classes & RELATIVE or classes & THAT or (classes & SUBORDINATOR and word.low != "alors") or _is_if(row, place)):
            taken += 1
        elif word.low in _SUBJECTS and (word.low in _NEUTER or classes & SUBJECT or word.low in ("nous", "vous", "ce")):
            subject = subject or _leads(row, place)
            named = named or (place + 1 < len(row) and row[place + 1].low == ",")
        elif not classes & (PUNCTUATION | COORDINATOR | ADVERB | NEGATION | PREPOSITION | OF | OBJECT) or classes & DETERMINER:
            named = True
        elif place > start and classes & PUNCTUATION and word.low in ";:—–":
            return _main_verb(row, place + 1, last)
    return False


def _coordinated(row: list[_Word], place: int) -> bool:
    """Whether nothing but clitics stands between a coordinator and a verb."""
    while place > 0 and (row[place - 1].low in _CLITICS):
        place -= 1
    return place > 0 and bool(row[place - 1].tag.classes & COORDINATOR) and row[place - 1].low in ("et", "ou", "ni", "mais")


def _leads(row: list[_Word], place: int) -> bool:
    """Whether a finite verb follows a subject pronoun, clitics and negation apart."""
    here = place + 1
    while here < len(row) and here < place + 5 and (row[here].low in _CLITICS or row[here].tag.classes & (ADVERB | NEGATION)):
        here += 1
    return here < len(row) and row[here].verb is not None and row[here].verb.finite
