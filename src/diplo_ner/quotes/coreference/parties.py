"""Party words beside an office: "le candidat démocrate" is one of that party, and nobody of another."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ...schema import Entity
from ...tables import cell_list, rows
from ..vocabulary.cues import PACKAGE
from .roles import Title, bare


class Party(NamedTuple):
    """A party of one state: the words that name its people, bare (``roles.bare``), and who is known to belong to it."""

    country: str
    words: frozenset[str]
    persons: frozenset[str]


@lru_cache(maxsize=1)
def _parties() -> tuple[Party, ...]:
    return tuple(
        Party(row["country"], frozenset(map(bare, cell_list(row["words"]))), frozenset(cell_list(row["persons"])))
        for row in rows(PACKAGE, "parties.csv")
    )


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
