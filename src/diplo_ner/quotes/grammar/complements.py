"""Complements of a noun, and the name in apposition behind it ("le porte-parole du ministère Ned Price")."""

from __future__ import annotations

from ...entity_types import types_that
from ..verbs.groups import Group
from ..verbs.tokens import NAME, QUOTE, Token, honorific, is_person
from ..vocabulary.cues import is_outlet
from ..vocabulary.word_classes import (
    ADVERB,
    CONTRACTED,
    COORDINATOR,
    DEFINITE,
    DETERMINER,
    INDEFINITE,
    NUMBER,
    OF,
    PREPOSITION,
    PUNCTUATION,
    TIME,
)
from ..vocabulary.word_sets import word_set
from .nominals import STOPS, Nominal, circumstance, noun_complements
from .noun_heads import content


def extend(found: Nominal, j: int, end: int, groups_at: dict[int, Group], inverted: bool) -> None:
    """Take in complements and a name in apposition behind the head."""
    tokens = found.tokens
    offices = noun_complements()["office"]
    loose = 0
    person_at = -1
    while j < end:
        token = tokens[j]
        classes = token.classes
        if classes & NAME:
            if not _governed(tokens, j, found.first):
                person = is_person(tokens[j])
                inner = person and (
                    person_at >= 0
                    or (
                        j > found.first + 1
                        and tokens[j - 1].low in noun_complements()["named"]
                        and j - 1 != found.head
                        and not (_is_one_person(found) and " " in tokens[j].text)
                    )
                )
                if person and j - 1 == found.head and tokens[j - 1].low in noun_complements()["named"]:
                    inner = True
                if inner or (found.people is None and found.last > found.head and found.owner < 0 and _has_of(found)):
                    found.owner = j if found.owner < 0 or inner else found.owner
                    person_at = -1
                else:
                    _apposed(found, j)
                found.last = max(found.last, j)
                j += 1
                if found.entity is not None and found.entity.type == "PERSON":
                    return
                continue
            if found.owner < 0:
                found.owner = j
            found.last = j
            j += 1
            j = _adjectives(tokens, j, end, groups_at, found)
            continue
        if classes & QUOTE and found.owner < 0 and found.entity is None and j + 1 < end and not inverted:
            j += 1
            continue
        size = honorific(tokens, j) if not classes & PUNCTUATION else 0
        if size and j + size < end and tokens[j + size].classes & NAME:
            j += size
            continue
        if classes & (OF | CONTRACTED) and token.low not in word_set("contracted-to"):
            k = j + 1
        elif (
            (classes & PREPOSITION)
            and tokens[found.head].low in offices
            and loose < 2
            and token.low in noun_complements()["preposition"]
        ):
            if inverted and (token.low not in word_set("office-preposition") or _is_audience(tokens, j + 1, end)):
                break
            k = j + 1
            loose += 1
        elif token.low == "et" and j + 1 < end and tokens[j + 1].classes & (OF | CONTRACTED) and j + 2 < end:
            k = j + 2
        elif (
            token.low == "et"
            and j + 1 < end
            and (
                (found.number == "s" and _both_offices(found, tokens[j + 1]))
                or (
                    found.last > found.head
                    and not tokens[j + 1].classes & (DETERMINER | NAME | PUNCTUATION)
                    and (j + 1 not in groups_at and token.start - tokens[found.last].end <= 1)
                )
            )
        ):
            k = j + 1
        else:
            break
        while k < end and tokens[k].classes & (DETERMINER | NUMBER) and not tokens[k].classes & NAME:
            k += 1
        if k < end and tokens[k].classes & NAME:
            if found.owner < 0:
                found.owner = k
            found.last = k
            j = _adjectives(tokens, k + 1, end, groups_at, found)
            continue
        size = honorific(tokens, k) if k < end else 0
        if size and k + size < end and tokens[k + size].classes & NAME:
            if found.owner < 0:
                found.owner = k + size
            found.last = k + size
            j = k + size + 1
            continue
        if k < end and circumstance(tokens, k) and not tokens[k].tag.people:
            if tokens[k - 1].classes & NUMBER and tokens[k].low in word_set("year"):
                found.last = k
                j = k + 1
                continue
            break
        head, after = content(tokens, k, end, groups_at)
        if head < 0:
            break
        told = tokens[head].tag.people
        if told is not None and told.kind == "person":
            person_at = head if tokens[k - 1].low != "et" else -1
        found.last = after - 1
        j = after


def _both_offices(found: Nominal, other: Token) -> bool:
    """Whether a noun behind "et" is a second office of one person ("le négociateur et ministre [X]")."""
    nouns = (found.people, other.tag.people)
    return other.text[0].islower() and all(noun is not None and noun.kind == "person" for noun in nouns)


def _is_one_person(found: Nominal) -> bool:
    """Whether the noun is one of a single person ("le porte-parole du gouvernement [Prénom Nom]")."""
    return found.people is not None and found.people.kind == "person" and found.number == "s"


def _has_of(found: Nominal) -> bool:
    """Whether a complement with "de" stands in the phrase read so far."""
    return any(t.classes & (OF | CONTRACTED) for t in found.tokens[found.head + 1 : found.last + 1])


def _adjectives(tokens: list[Token], j: int, end: int, groups_at: dict[int, Group], found: Nominal) -> int:
    """Adjectives behind a name ("du département d'État américain")."""
    while j < end and not tokens[j].classes & (
        STOPS | NAME | OF | CONTRACTED | PREPOSITION | COORDINATOR | DETERMINER | ADVERB | TIME | NUMBER
    ):
        if j in groups_at and groups_at[j].mood != "past":
            break
        people = tokens[j].tag.people
        if not tokens[j].text[0].islower() or (people is not None and people.kind == "person"):
            break
        found.last = j
        j += 1
    return j


def _governed(tokens: list[Token], j: int, first: int) -> bool:
    """Whether the name at ``j`` depends on a preposition right before it (an article or address in between)."""
    k = j - 1
    while k >= first and (
        tokens[k].low in word_set("address")
        or tokens[k].text == "."
        or (tokens[k].classes & DEFINITE and tokens[k].low != "des")
    ):
        k -= 1
    return k >= first and bool(tokens[k].classes & (OF | CONTRACTED | PREPOSITION))


def _apposed(found: Nominal, j: int) -> None:
    """Take the name at ``j`` for the one that the noun phrase means, if noun and name go together."""
    entity = found.tokens[j].entity
    if entity is None or found.entity is not None or found.partitive:
        return
    if found.low in word_set("account") and entity.type == "ORGANISATION":
        return
    kind = found.people.kind if found.people else ""
    if entity.type == "ORGANISATION" and not kind and found.determiner & INDEFINITE:
        found.owner = j if found.owner < 0 else found.owner
    elif (entity.type == "PERSON" and kind in ("", "person")) or (
        entity.type in types_that("body") and kind != "person" and kind != "people"
    ):
        found.entity, found.name = entity, j
    elif kind == "person" and entity.type == "ORGANISATION" and found.owner < 0:
        found.owner = j


def _is_audience(tokens: list[Token], k: int, end: int) -> bool:
    """Whether what follows a preposition is the one spoken to ("à la presse", "à l'AFP")."""
    while k < end and tokens[k].classes & DETERMINER:
        k += 1
    if k >= end:
        return True
    if tokens[k].classes & NAME:
        return is_outlet(tokens[k].text) or is_person(tokens[k])
    return tokens[k].low in noun_complements()["audience"] or not tokens[k].text[0].isupper()
