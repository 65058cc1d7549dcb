"""Complements of a noun, and the name in apposition behind it ("le porte-parole du ministère Ned Price")."""

from __future__ import annotations

from ...entity_types import types_that
from ...lexicon.organisations import by_id
from ...schema import Entity
from ..verbs.groups import Group
from ..verbs.tokens import NAME, QUOTE, Token, honorific, is_person, skip
from ..vocabulary.cues import is_outlet
from ..vocabulary.word_classes import (
    ADPOSITION,
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

_LONGEST_FIELD = 5
"""Words in which the field of an expert is told, "en" included, and the one behind."""
_MOST_LOOSE = 2
"""Prepositions other than "de" that one noun of office takes."""


def extend(found: Nominal, j: int, end: int, groups_at: dict[int, Group], inverted: bool) -> None:
    """Take in complements and a name in apposition behind the head."""
    tokens = found.tokens
    j = _behind_rank(found, j, end)
    loose = 0
    person_at = -1
    while j < end:
        token = tokens[j]
        classes = token.classes
        if classes & NAME:
            person_at = _take_name(found, j, person_at)
            found.last = max(found.last, j)
            j += 1
            if found.names_person:
                return
            continue
        if classes & QUOTE and found.entity is None and j + 1 < end and not inverted:
            j += 1
            continue
        size = honorific(tokens, j) if not classes & PUNCTUATION else 0
        takes = loose < _MOST_LOOSE and tokens[found.head].low in noun_complements()["office"]
        related = token.low in word_set("with-preposition") and tokens[j - 1].low in word_set("with-relation")
        related = related or _in_field(found, j, end)
        if related or (_is_loose(token) and takes):
            other = token.low not in word_set("office-preposition") or _is_audience(tokens, j + 1, end)
            if inverted and not related and other:
                break
            k = j + 1
            loose += 1
        else:
            k = _behind_link(found, j, end, groups_at)
        if k < 0:
            break
        k = skip(tokens, k, DETERMINER | NUMBER, end)
        if k < end and tokens[k].classes & NAME:
            if found.owner < 0:
                found.owner = k
            found.last = k
            j = _adjectives(tokens, k + 1, end, groups_at, found)
            continue
        size = honorific(tokens, k) if k < end else 0
        if size and k + size < end and tokens[k + size].classes & NAME:
            found.owner = k + size
            found.last = k + size
            j = k + size + 1
            continue
        if k < end and circumstance(tokens, k):
            if tokens[k - 1].classes & NUMBER and tokens[k].low in word_set("year"):
                found.last = k
                j = k + 1
                continue
            break
        head, after = content(tokens, k, end, groups_at)
        if head < 0:
            break
        told = tokens[head].tag.people
        bearer = tokens[head - 1].low not in word_set("prize") and tokens[j - 1].low not in word_set("rights")
        if told is not None and told.kind == "person" and bearer:
            person_at = head if tokens[k - 1].low not in word_set("and") else -1
        found.last = after - 1
        j = after


def _take_name(found: Nominal, j: int, person_at: int) -> int:
    """Take in a name, as an owner or in apposition; returns the person that a later name may belong to."""
    tokens = found.tokens
    named = tokens[j - 1].low in noun_complements()["named"]
    inner = is_person(tokens[j]) and (person_at >= 0 or (named and (j - 1 == found.head or " " not in tokens[j].text)))
    if inner or (found.people is None and found.last > found.head and found.owner < 0 and found.has_complement):
        found.owner = j
        return -1
    _apposed(found, j)
    return person_at


def _behind_rank(found: Nominal, j: int, end: int) -> int:
    """The place behind "en chef", "par intérim", "à la retraite", which say how an office is held."""
    tokens = found.tokens
    if j + 1 >= end or not tokens[j].classes & PREPOSITION:
        return j
    k = j + 2 if tokens[j + 1].classes & DEFINITE else j + 1
    if k >= end or tokens[k].low not in noun_complements()["rank"]:
        return j
    found.last = k
    return k + 1


def _is_loose(token: Token) -> bool:
    """Whether a preposition may hang on a noun of office ("ministre auprès de", "délégué à")."""
    return bool(token.classes & PREPOSITION) and token.low in noun_complements()["preposition"]


def _in_field(found: Nominal, j: int, end: int) -> bool:
    """Whether "en" and a field stand between a noun of a person and the name ("le juriste en droit islamique [X]")."""
    tokens = found.tokens
    person = found.people_kind == "person" and found.number == "s"
    if tokens[j].low not in word_set("en") or not person:
        return False
    k = j + 1
    while k < min(end, j + _LONGEST_FIELD) and not tokens[k].classes and tokens[k].text[0].islower():
        k += 1
    return k > j + 1 and k < end and is_person(tokens[k])


def _behind_link(found: Nominal, j: int, end: int, groups_at: dict[int, Group]) -> int:
    """The place behind "de", or behind "et" that joins a second complement or office; -1 where nothing links."""
    tokens, token = found.tokens, found.tokens[j]
    if token.classes & (OF | CONTRACTED) and token.low not in word_set("contracted-to"):
        return j + 1
    if token.low not in word_set("and") or j + 1 >= end:
        return -1
    following = tokens[j + 1]
    if following.classes & (OF | CONTRACTED) and j + 2 < end:
        return j + 2
    offices = found.number == "s" and _both_offices(found, following)
    bare = found.last > found.head and not following.classes & (DETERMINER | NAME | PUNCTUATION)
    beside = j + 1 not in groups_at and token.start - tokens[found.last].end <= 1
    return j + 1 if offices or (bare and beside) else -1


def _both_offices(found: Nominal, other: Token) -> bool:
    """Whether a noun behind "et" is a second office of one person ("le négociateur et ministre [X]")."""
    nouns = (found.people, other.tag.people)
    return other.text[0].islower() and all(noun is not None and noun.kind == "person" for noun in nouns)


def _adjectives(tokens: list[Token], j: int, end: int, groups_at: dict[int, Group], found: Nominal) -> int:
    """Adjectives behind a name ("du département d'État américain")."""
    while j < end and not tokens[j].classes & (
        STOPS | NAME | ADPOSITION | COORDINATOR | DETERMINER | ADVERB | TIME | NUMBER
    ):
        if j in groups_at and groups_at[j].mood != "past":
            break
        found.last = j
        j += 1
    return j


def _apposed(found: Nominal, j: int) -> None:
    """Take the name at ``j`` for the one that the noun phrase means, if noun and name go together."""
    entity = found.tokens[j].entity
    if entity is None or found.entity is not None:
        return
    if found.low in word_set("account") and entity.type == "ORGANISATION" and not _is_its_body(found, entity):
        return
    kind = "body" if found.low in word_set("firm-or-person") else found.people_kind
    if entity.type == "ORGANISATION" and not kind and found.determiner & INDEFINITE:
        found.owner = j
    elif (entity.type == "PERSON" and kind in ("", "person")) or (
        entity.type in types_that("body") and kind != "person" and kind != "people"
    ):
        found.entity, found.name = entity, j
    elif kind == "person" and entity.type == "ORGANISATION" and found.owner < 0:
        found.owner = j


def _is_its_body(found: Nominal, entity: Entity) -> bool:
    """Whether a definite noun of a body is said of the one named, and not of one on its platform ("le groupe [X]")."""
    known = by_id(entity.id)
    platform = known is not None and known.kind == "platform"
    return bool(found.determiner & DEFINITE) and found.people_kind == "body" and not platform


def _is_audience(tokens: list[Token], k: int, end: int) -> bool:
    """Whether what follows a preposition is the one spoken to ("à la presse", "à l'AFP")."""
    k = skip(tokens, k, DETERMINER, end)
    if k >= end:
        return True
    if tokens[k].classes & NAME:
        return is_outlet(tokens[k].text)
    return tokens[k].low in noun_complements()["audience"] or not tokens[k].text[0].isupper()
