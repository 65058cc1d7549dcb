"""The head of a noun phrase among its words, its gender, and where a prepositional phrase ends."""

from __future__ import annotations

from ..verbs.groups import Group
from ..verbs.tokens import NAME, Token, honorific, skip
from ..vocabulary.cues import PeopleNoun
from ..vocabulary.word_classes import (
    ADPOSITION,
    ADVERB,
    COORDINATOR,
    DETERMINER,
    NUMBER,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    TIME,
)
from ..vocabulary.word_sets import word_set
from .nominals import STOPS


def content(tokens: list[Token], j: int, end: int, groups_at: dict[int, Group]) -> tuple[int, int]:
    """The head among the content words from ``j`` on, and where they end."""
    start = j
    while j < end:
        token = tokens[j]
        classes = token.classes
        if j > start and _is_graded(tokens, j, end, groups_at):
            j += 2
            continue
        if classes & (STOPS | NAME | ADPOSITION | COORDINATOR):
            break
        if classes & (NUMBER | DETERMINER) and j > start and tokens[j - 1].low in word_set("number-noun"):
            j += 1
            continue
        if classes & (DETERMINER | PRONOUN) and j > start:
            break
        if j in groups_at and j > start and _ends_noun(tokens, j, end, groups_at):
            break
        if classes & ADVERB and j > start:
            break
        if classes & TIME and j > start:
            break
        j += 1
    if j == start:
        return -1, j
    if tokens[start].tag.speech and tokens[start].tag.people is None:
        return start, j
    return _head(tokens, start, j), j


def _is_graded(tokens: list[Token], j: int, end: int, groups_at: dict[int, Group]) -> bool:
    """Whether a degree and its adjective follow a noun: "des élus [plus modérés] jugent"."""
    if tokens[j].low not in word_set("comparison") or j + 1 >= end:
        return False
    if j + 1 in groups_at and groups_at[j + 1].mood != "past":
        return False
    return not tokens[j + 1].classes and tokens[j + 1].low.isalpha() and tokens[j + 1].text.islower()


def _head(tokens: list[Token], start: int, j: int) -> int:
    """The noun among content words: of people first, then of words, else the first that is no adjective in front."""
    for k in range(start, min(j, start + 4)):
        fore = k == start and k + 1 < j and tokens[k].low in word_set("fore-adjective")
        if fore and tokens[k].low in word_set("ordinal") and tokens[k + 1].tag.people is None:
            continue
        noun = tokens[k + 1].tag.people if fore else None
        # In "le général français" the adjective is the noun: that of a people would have a capital.
        if tokens[k].tag.people is not None and (noun is None or noun.kind == "people"):
            return k
    for k in range(start, min(j, start + 3)):
        if tokens[k].tag.speech:
            return k
    return start + 1 if tokens[start].low in word_set("fore-adjective") and start + 1 < j else start


def _ends_noun(tokens: list[Token], j: int, end: int, groups_at: dict[int, Group]) -> bool:
    """Whether a verb behind a noun is one, and no part of its phrase."""
    if groups_at[j].mood == "past":
        return j + 1 < end and bool(tokens[j + 1].classes & (PREPOSITION | TIME))
    bare = groups_at[j].mood == "participle" and (j + 1 >= end or tokens[j + 1].classes & PUNCTUATION)
    return not bare and not _noun_after_all(tokens, j, groups_at)


def _noun_after_all(tokens: list[Token], j: int, groups_at: dict[int, Group]) -> bool:
    """A form that may be a verb, where a noun of people follows the article."""
    if tokens[j].tag.people is None:
        return False
    return groups_at[j].mood != "participle" or tokens[j - 1].low in word_set("fore-adjective")


def gender_of_phrase(tokens: list[Token], i: int, head: int, people: PeopleNoun | None) -> str:
    """m, f or empty: the gender that the noun or its article tells."""
    if people is not None and people.gender in "mf":
        return people.gender
    for token in tokens[i:head]:
        if token.low in word_set("feminine-singular") or token.low in word_set("feminine-fore-adjective"):
            return "f"
        if token.low in word_set("masculine-singular") or token.low in word_set("masculine-fore-adjective"):
            return "m"
    return ""


def skip_prepositional(tokens: list[Token], i: int, end: int, groups_at: dict[int, Group]) -> int:
    """Where a prepositional phrase ends: before the next article, pronoun or name that it does not govern."""
    j = i
    while j < end and tokens[j].classes & ADPOSITION:
        j = skip(tokens, j, ADPOSITION, end)
        j += honorific(tokens, j) if j < end else 0
        while j < end and tokens[j].classes & (DETERMINER | NUMBER):
            if tokens[j].classes & DETERMINER and tokens[j - 1].classes & NUMBER:
                break
            j += 1
        j += honorific(tokens, j) if j < end else 0
        if j < end and tokens[j].classes & NAME:
            j += 1
        titled = False
        while j < end:
            classes = tokens[j].classes
            if classes & NAME and (titled or tokens[j - 1].low in word_set("account")):
                j += 1
                titled = False
                continue
            if classes & (STOPS | NAME | DETERMINER | COORDINATOR | ADPOSITION) or j in groups_at:
                break
            people = tokens[j].tag.people
            several = people is not None and people.kind == "people" and tokens[j].low.endswith("s")
            titled = titled or (people is not None and not several and tokens[j].low not in word_set("press"))
            j += 1
        if j + 1 < end and tokens[j].low in word_set("and") and tokens[j + 1].classes & ADPOSITION:
            j += 1
    return max(j, i + 1)
