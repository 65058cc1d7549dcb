"""Whose a family name is among the known persons, by its letters and by its sounds.

The table ``data/families.csv`` holds what ``split_name`` and ``skeletons`` make of the names in ``persons.csv``: to
work it out in each process would take longer than to read the article that asks. ``derived`` is how it is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ..lexicon.persons import persons
from ..tables import rows
from .given import squash
from .parts import split_name
from .skeleton import skeletons

FILE = "families.csv"


class Families(NamedTuple):
    """The ids of known persons by what they are called."""

    bearers: Mapping[str, tuple[str, ...]]
    """By the letters of a family name."""
    by_sound: Mapping[str, tuple[str, ...]]
    """By each sound of a family name."""
    alone_by_sound: Mapping[str, tuple[str, ...]]
    """By each sound of a name that means the person by itself."""


class Row(NamedTuple):
    """A family name as a row of the table tells it; sounds and ids in the order of the alphabet."""

    letters: str
    sounds: tuple[str, ...]
    bearers: tuple[str, ...]
    alone: tuple[str, ...]
    """Whom the name means by itself."""


@lru_cache(maxsize=1)
def families() -> Families:
    """The table.

    >>> families().bearers["scholz"]
    ('olaf-scholz',)
    """
    bearers: dict[str, tuple[str, ...]] = {}
    by_sound: dict[str, tuple[str, ...]] = {}
    alone_by_sound: dict[str, tuple[str, ...]] = {}
    for row in rows("diplo_ner.names", FILE):
        ids, alone = _cells(row["bearers"]), _cells(row["alone"])
        _add(bearers, row["letters"], ids)
        for sound in _cells(row["sounds"]):
            _add(by_sound, sound, ids)
            _add(alone_by_sound, sound, alone)
    return Families(bearers, by_sound, alone_by_sound)


def _add(table: dict[str, tuple[str, ...]], key: str, ids: tuple[str, ...]) -> None:
    if ids:
        table[key] = tuple(dict.fromkeys((*table[key], *ids))) if key in table else ids


def derived() -> Iterator[Row]:
    """The rows that the table has to hold, in the order of the alphabet, worked out from the persons' names."""
    bearers: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    alone: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for person in persons():
        for name in (person.canonical, *person.aliases):
            parts = split_name(name)
            if parts.family and parts.shape == "full":
                sounds = tuple(sorted(skeletons("".join(parts.family))))
                bearers.setdefault((parts.family_key, sounds), set()).add(person.id)
        for name in person.alone:
            letters = split_name(name).family_key or squash(name)
            alone.setdefault((letters, tuple(sorted(skeletons(letters)))), set()).add(person.id)
    for key in sorted({*bearers, *alone}):
        yield Row(*key, *(tuple(sorted(found.get(key, ()))) for found in (bearers, alone)))


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
