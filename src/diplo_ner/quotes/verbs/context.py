"""Around a form that may be a verb: clitics, a participle behind an auxiliary, an article that makes a noun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..vocabulary.word_classes import (
    ADPOSITION,
    ADVERB,
    DEFINITE,
    DETERMINER,
    NEGATION,
    NUMBER,
    OBJECT,
    PUNCTUATION,
    SUBJECT,
    SUBORDINATING,
    TIME,
)
from ..vocabulary.word_sets import word_set
from .adverbials import set_adverbial
from .tokens import NAME, QUOTE, Token

_GAP = 10


class Clitics(NamedTuple):
    """Where the clitics before a verb begin; whether one is reflexive, one an object, one a negation."""

    first: int
    reflexive: bool
    object_clitic: bool
    negated: bool


def clitics_before(tokens: Sequence[Token], i: int) -> Clitics:
    """The clitics before a verb."""
    reflexive = negated = has_object = False
    while i > 0 and tokens[i - 1].low in word_set("clitic"):
        low = tokens[i - 1].low
        if low in word_set("we-or-you") and not (i > 1 and tokens[i - 2].low in word_set("we-or-you")):
            break
        if low in word_set("en") and i > 1 and tokens[i - 2].classes & PUNCTUATION and tokens[i].low.endswith("ant"):
            break
        if is_tonic(tokens, i - 1):
            break
        i -= 1
        reflexive |= low in word_set("reflexive")
        negated |= low in word_set("ne")
        has_object |= low in word_set("definite-article")
    return Clitics(i, reflexive, has_object, negated)


def is_tonic(tokens: Sequence[Token], i: int) -> bool:
    """Whether "Lui" opens a sentence: no clitic does, it is the subject set against another ("Lui parle d'un vol")."""
    return i == 0 and tokens[0].low in word_set("stressed-masculine") and tokens[0].text[0].isupper()


def _first_of_all(tokens: list[Token], j: int) -> int:
    """How many tokens say that the subject is the first to do it ("a [le premier] soutenu"); 0 when none do."""
    ranked = tokens[j].classes & DEFINITE and j + 2 < len(tokens) and tokens[j + 1].low in word_set("first-to-do")
    return 2 if ranked and any(r.mood == "past_participle" for r in tokens[j + 2].tag.readings) else 0


def _goes_on_adverb(tokens: list[Token], j: int) -> bool:
    """Whether a word is an adverb that has other uses ("même"), or joins two adverbs ("vite et bien")."""
    classes = tokens[j].classes
    if classes & DETERMINER and classes & ADVERB:
        return True
    behind = tokens[j + 1].classes if j + 1 < len(tokens) else 0
    return tokens[j].low in word_set("and") and bool(tokens[j - 1].classes & behind & ADVERB)


def participle_after(tokens: list[Token], i: int, auxiliary: str) -> int:
    """The participle that an auxiliary goes with, adverbs and insertions skipped; -1 when there is none."""
    after_preposition = False
    passed = i + 1
    for j in range(i + 1, min(i + _GAP, len(tokens))):
        if j < passed:
            continue
        token = tokens[j]
        size = 0 if after_preposition or token.classes & NAME else set_adverbial(tokens, j) or _first_of_all(tokens, j)
        if size:
            passed = j + size
            continue
        classes = token.classes
        if _goes_on_adverb(tokens, j):
            continue
        participle = [r for r in token.tag.readings if r.mood == "past_participle"]
        if participle and not after_preposition:
            near = all(
                tokens[k].classes & (ADVERB | NEGATION | PUNCTUATION) or tokens[k].tag.pronoun for k in range(passed, j)
            )
            passive = any(tokens[k].low in word_set("been") for k in range(passed, j))
            if auxiliary in word_set("have") and not (near or passive) and participle[0].number == "p":
                return -1
            return j
        if (
            token.low in word_set("stressed-third")
            and j + 1 < len(tokens)
            and any(r.mood == "past_participle" for r in tokens[j + 1].tag.readings)
        ):
            continue
        if (
            classes & QUOTE
            and j + 1 < len(tokens)
            and any(r.mood == "past_participle" for r in tokens[j + 1].tag.readings)
        ):
            continue
        if classes & (QUOTE | SUBJECT | SUBORDINATING):
            return -1
        if token.low in word_set("clause-border"):
            return -1
        if classes & ADPOSITION:
            after_preposition = token.low not in word_set("adverb-or-preposition")
            continue
        if classes & DETERMINER:
            following = tokens[j + 1 : j + 4]
            if not after_preposition and not any(t.classes & TIME for t in following):
                return -1
            continue
        other = not classes & (ADVERB | NEGATION | TIME | NUMBER | PUNCTUATION | OBJECT)
        if other and not after_preposition and (j != i + 1 or auxiliary in word_set("be")):
            return -1
        after_preposition = False
    return -1


def opens_segment(tokens: list[Token], first: int) -> bool:
    """Whether a verb with its clitics opens a segment (", les qualifiant de …")."""
    return first > 0 and tokens[first - 1].low == ","
