"""Titles learned from an article: which person it calls "le ministre russe des Affaires étrangères".

A title is learned where the article puts it beside a name ("le ministre … Sergueï Lavrov", "Lavrov, ministre …") and
then stands for the person when it comes back, whole, shortened ("le ministre") or as an equal office ("le chef de la
diplomatie russe"; ``data/roles.csv``).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ...lexicon.countries import capital_of, demonyms
from ...lexicon.organisations import by_id
from ...lexicon.seats import seats
from ...schema import Entity
from ...tables import cell_list, rows
from ...text.fold import fold
from ..grammar.nominals import Nominal
from ..verbs.tokens import NAME
from ..vocabulary.cues import PACKAGE, people_nouns
from ..vocabulary.word_classes import (
    ADPOSITION,
    ADVERB,
    COORDINATOR,
    DETERMINER,
    NEGATION,
    NUMBER,
    OF,
    PUNCTUATION,
    SUBJECT,
    SUBORDINATING,
)
from ..vocabulary.word_sets import word_set

_FUNCTION = DETERMINER | ADPOSITION | NUMBER | COORDINATOR | PUNCTUATION | ADVERB | NEGATION | SUBORDINATING | SUBJECT


SHORTEST_WORD = 3
"""Letters of a word that counts in a title, at the least; one in capitals may be shorter."""


class Title(NamedTuple):
    """What a noun phrase says of a person.

    ``head`` is its noun, folded, ``words`` the other words that count, bare (`bare`); ``countries`` the codes that
    adjectives of nationality, a country's name or a seat of government give; ``offices`` the rows of the table of
    offices that it fits; ``bodies`` the bodies named in it, by id, ``named`` those of the words that name them.
    """

    head: str
    words: frozenset[str]
    countries: frozenset[str]
    offices: frozenset[str]
    former: bool
    bodies: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def _offices() -> tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]:
    found = []
    for row in rows(PACKAGE, "roles.csv"):
        countries = frozenset(cell_list(row["countries"]))
        for phrase in cell_list(row["phrases"]):
            found.append((row["role"], countries, tuple(phrase.split())))
    return tuple(sorted(found, key=lambda x: -len(x[2])))


@lru_cache(maxsize=4096)
def nationality(word: str) -> frozenset[str]:
    """The codes of the states that an adjective may belong to; empty for other words."""
    return frozenset(demonyms().get(fold(word), ()))


@lru_cache(maxsize=4096)
def offices_of(words: tuple[str, ...]) -> frozenset[str]:
    """The offices that a title's words, in order, name: the most precise ones only.

    >>> sorted(offices_of(("chef", "diplomatie")))
    ['foreign-minister']
    """
    best = 0
    found: set[str] = set()
    for role, _, phrase in _offices():
        if len(phrase) < best:
            break
        if (
            phrase[0] == words[0]
            and _in_order(phrase[1:], words[1:])
            and not (len(phrase) == 1 < len(words) and role in word_set("broad-office"))
        ):
            best = len(phrase)
            found.add(role)
    return frozenset(found)


def bare(word: str) -> str:
    """A folded word without the endings of gender and number, so that one form of an adjective stands for all.

    >>> bare("europeennes"), bare("federale"), bare("affaires")
    ('europeen', 'federal', 'affair')
    """
    word = word.removesuffix("s")
    for feminine, masculine in (("enne", "en"), ("elle", "el"), ("trice", "teur"), ("euse", "eur"), ("ive", "if")):
        if word.endswith(feminine):
            return word.removesuffix(feminine) + masculine
    return word.removesuffix("e")


def _in_order(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    at = 0
    for word in words:
        if at < len(wanted) and word == wanted[at]:
            at += 1
    return at == len(wanted)


def seat_country(entity: Entity | None) -> frozenset[str]:
    """The state whose government a seat stands for ("le locataire de la Maison Blanche"); empty for other bodies."""
    body = by_id(entity.id) if entity is not None and entity.type == "ORGANISATION" else None
    seat = body is not None and body.kind == "executive" and any(s.stands_for == body.id for s in seats().values())
    return frozenset((body.country,)) if body is not None and seat and body.country else frozenset()


def _town_country(phrase: Nominal, i: int) -> frozenset[str]:
    """The state of the capital behind "de" in a title ("le préfet de Paris"); empty for other names."""
    token = phrase.tokens[i]
    if token.entity is None or token.entity.type != "PLACE" or not phrase.tokens[i - 1].classes & OF:
        return frozenset()
    code = capital_of(fold(token.text))
    return frozenset((code,)) if code else frozenset()


def titles_of(phrase: Nominal) -> tuple[Title, ...]:
    """All that a noun phrase says somebody is: "le négociateur et ministre", "cardinal-secrétaire d'État" say two.

    The first is the whole phrase (`title_of`), each other begins at a further noun of one person, with what is told of
    the country in the whole.
    """
    whole = title_of(phrase)
    found = [whole]
    tokens = phrase.tokens
    for i in range(phrase.head, phrase.last + 1):
        people = tokens[i].tag.people
        if people is None or people.kind != "person":
            continue
        _, hyphen, second = tokens[i].low.partition("-")
        head = ""
        if i > phrase.head and tokens[i - 1].classes & COORDINATOR:
            head = fold(tokens[i].low)
        elif hyphen and second in people_nouns() and tokens[i].low not in people_nouns():
            head = fold(second)
        if head:
            found.append(_title(phrase, i, head)._replace(countries=whole.countries, former=whole.former))
    return tuple(found)


def title_of(phrase: Nominal) -> Title:
    """What a noun phrase says, the name beside it left out; "l'un des députés" says "député"."""
    single = phrase.low.removesuffix("s")
    one = phrase.partitive and phrase.number == "s" and single in people_nouns()
    return _title(phrase, phrase.first, fold(single if one else phrase.low))


def _title(phrase: Nominal, first: int, head: str) -> Title:
    """What a noun phrase says from a token on, under a noun."""
    order: list[str] = []
    joints: list[int] = []
    countries: set[str] = set()
    bodies: set[str] = set()
    named: set[str] = set()
    former = False
    at = phrase.head if first == phrase.first else first
    for i in range(first, phrase.last + 1):
        token = phrase.tokens[i]
        if i == phrase.name:
            continue
        if i == at and head != fold(token.low):
            order.append(head)
            continue
        if token.classes & NAME:
            entity = token.entity
            if entity is not None and entity.type == "COUNTRY" and entity.country:
                countries.add(entity.country)
                continue
            countries |= seat_country(entity) | _town_country(phrase, i)
            parts = parts_of_name(token.text)
            order.extend(parts)
            if entity is not None and entity.type == "ORGANISATION":
                bodies.add(entity.id)
                named.update(map(bare, parts))
            continue
        if token.classes & _FUNCTION and not token.tag.people:
            if token.classes & COORDINATOR:
                joints.append(len(order))
            continue
        folded = fold(token.text)
        if folded in word_set("former") or folded.startswith("ex-"):
            former = True
            continue
        adjective = token.text[0].islower() or i == phrase.head + 1
        codes = nationality(folded) if i != phrase.head and adjective else frozenset()
        if codes:
            countries |= codes
        else:
            whole = i == phrase.head and folded not in word_set("hyphenated-office")
            order.extend([folded] if whole else folded.replace("-", " ").split())
    if head.startswith("ex-"):
        former = True
        head, order = _without_ex(head, order)
    start = order.index(head.split("-")[0]) if head.split("-")[0] in order else 0
    ranked = tuple(w for w in order[start:] + order[:start] if w not in word_set("rank"))
    if start and (order[start - 1] in word_set("office-rank") or offices_of((order[start - 1], order[start]))):
        ranked = (order[start - 1], *(w for w in ranked if w != order[start - 1]))
    words = frozenset(
        bare(w)
        for w in order
        if w != head and w not in word_set("first-folded") and w not in word_set("rank") and w not in head.split("-")
    )
    offices = offices_of(ranked) if ranked else frozenset()
    for joint in joints:
        if start < joint < len(order) and len(ranked) > 1:
            offices |= offices_of((ranked[0], *order[joint:]))
    return Title(head, words, frozenset(countries), offices, former, frozenset(bodies), frozenset(named))


def parts_of_name(text: str) -> list[str]:
    """The words of a name that count in a title, folded."""
    parts = fold(text).replace("-", " ").replace("'", " ").split()
    return [part for part in parts if len(part) >= SHORTEST_WORD or text.isupper()]


def _without_ex(head: str, order: list[str]) -> tuple[str, list[str]]:
    """A noun and the words of its title without "ex-": "ex-premier ministre" is under "ministre"."""
    bared = head.removeprefix("ex-")
    order = [bared if word == head else word for word in order]
    return (order[0], [bared, *order]) if bared in word_set("office-rank") and order else (bared, order)


def match(title: Title, learned: Title, countries: frozenset[str]) -> int:
    """How well a title that comes back fits one learned; 0 when it does not.

    Args:
        title: the description to resolve.
        learned: a title that the article gave the person.
        countries: what else is known of the person's country.
    """
    if learned.head in word_set("relational"):
        return 0
    if title.bodies and learned.bodies:
        if title.bodies.isdisjoint(learned.bodies):
            return 0
        title = title._replace(words=title.words - title.named)
        learned = learned._replace(words=learned.words - learned.named)
    known = learned.countries or countries
    if title.countries and known and title.countries.isdisjoint(known):
        return 0
    if title.former != learned.former:
        return 2 if title.head == learned.head and title.words <= learned.words else 0
    shared = title.offices & learned.offices
    if title.head == learned.head:
        if _is_above(title) != _is_above(learned):
            return 0
        if title.words <= learned.words:
            return (
                6
                + (2 if title.countries and not title.countries.isdisjoint(learned.countries) else 0)
                + min(2, len(title.words))
            )
        if are_two(title, learned):
            return 0
        if not learned.words:
            return 5
        if shared and _precise(shared, title, learned):
            return 6
        return 2 if title.words.isdisjoint(learned.words) else 5
    if shared and _precise(shared, title, learned):
        return 5 + (1 if title.countries else 0)
    return 0


def _is_above(title: Title) -> bool:
    """Whether a title is that of a prime minister, which shares its noun with those of all ministers."""
    return bool(title.offices & word_set("first-minister"))


def are_two(title: Title, learned: Title) -> bool:
    """Whether two titles name offices that one person hardly holds at a time."""
    soft = word_set("soft-office")
    one, other = title.offices - soft, learned.offices - soft
    return bool(one and other and one.isdisjoint(other))


def _precise(shared: frozenset[str], title: Title, learned: Title) -> bool:
    """Whether two titles with different nouns still name one office: their other words do not tell them apart."""
    generic = {bare(word) for word in word_set("office-word")}
    one, other = title.words - generic, learned.words - generic
    return not one or not other or not one.isdisjoint(other)
