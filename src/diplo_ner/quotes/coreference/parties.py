"""Party words beside an office: "le candidat démocrate" is one of that party, "l'élu de droite" one of that wing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from ...schema import Entity
from ...tables import cell_list, rows
from ..grammar.nominals import Nominal
from ..verbs.tokens import token_at
from ..vocabulary.cues import PACKAGE
from ..vocabulary.word_classes import CONTRACTED, OF
from .roles import Title, bare


class Party(NamedTuple):
    """A party of one state: the words that name its people, bare (``roles.bare``), and who is known to be of it."""

    name: str
    country: str
    words: frozenset[str]
    persons: frozenset[str]


@lru_cache(maxsize=1)
def _parties() -> tuple[Party, ...]:
    return tuple(
        Party(
            row["party"],
            row["country"],
            frozenset(map(bare, cell_list(row["words"]))),
            frozenset(cell_list(row["persons"])),
        )
        for row in rows(PACKAGE, "parties.csv")
    )


class Wing(NamedTuple):
    """A wing of parliaments: the rows of parties, and the ids of bodies, that sit on it."""

    parties: frozenset[str]
    bodies: frozenset[str]


@lru_cache(maxsize=1)
def _wings() -> dict[str, Wing]:
    return {
        row["word"]: Wing(frozenset(cell_list(row["parties"])), frozenset(cell_list(row["bodies"])))
        for row in rows(PACKAGE, "wings.csv")
    }


def wing_of(phrase: Nominal) -> str:
    """The wing that a noun of people tells behind "de" ("l'élu de droite"); empty where it tells none."""
    tokens = phrase.tokens
    i = phrase.head + 1
    if not token_at(tokens, i).classes & (OF | CONTRACTED):
        return ""
    two = f"{token_at(tokens, i + 1).low} {token_at(tokens, i + 2).low}"
    return next((word for word in (two, token_at(tokens, i + 1).low) if word in _wings()), "")


def sits_on(wing: str, entity: Entity, learned: Iterable[Title]) -> bool | None:
    """Whether somebody is of a party that sits on a wing, by the tables or by what an article has called him.

    None where no party of his is known.
    """
    bodies = {body for title in learned for body in title.bodies}
    parties = {p.name for p in _parties() if entity.id in p.persons}
    told = [name for name, one in _wings().items() if one.bodies & bodies or one.parties & parties]
    return wing in told if told else None


def belongs(entity: Entity, title: Title) -> bool | None:
    """Whether somebody is of the party that a title names.

    Args:
        entity: a person, by the id that the table of persons gives.
        title: what is said of somebody.

    Returns:
        True for a member, False for somebody who is known in another party of the same state, None where the title
        names no party or nothing is known.

    >>> from diplo_ner.schema import Entity
    >>> trump = Entity(id="donald-trump", type="PERSON", canonical="Donald Trump")
    >>> belongs(trump, Title("candidat", frozenset({"democrat"}), frozenset(), frozenset(), False))
    False
    """
    said = {bare(title.head), *title.words}
    named = [p for p in _parties() if not said.isdisjoint(p.words)]
    if any(entity.id in p.persons for p in named):
        return True
    states = {p.country for p in named}
    elsewhere = any(p.country in states and entity.id in p.persons for p in _parties())
    return False if elsewhere else None
