"""The types of entities and what each may do; a row of ``data/entity_types.csv`` is a type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, cast, get_args

from .tables import cell_list, rows

EntityType = Literal["PERSON", "COUNTRY", "ORGANISATION", "PLACE"]
"""The names of the types, for type checkers: those of the table, in its order."""

ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType)

NameType = Literal["PERSON", "COUNTRY", "ORGANISATION"]
"""Types whose names have a comparison of their own; names of other types are one where they are equal."""

Ability = Literal["speak", "body", "count", "place"]


@dataclass(frozen=True, slots=True)
class TypeFacts:
    """What holds for all entities of a type.

    Attributes:
        name: The type.
        labels: What statistical models call it.
        precedence: Of equal names in the tables that of the lowest wins.
        may: speak, body (act as one body), count (enter the figures over all types), place (be where something lies).
        one: Its name by language, ``fr`` and ``en``.
        several: The same for several.
        light: Its colour on white.
        dark: Its colour on black.
        line: The style of the line beneath its mentions.
    """

    name: EntityType
    labels: tuple[str, ...]
    precedence: int
    may: frozenset[Ability]
    one: Mapping[str, str]
    several: Mapping[str, str]
    light: str
    dark: str
    line: str


@lru_cache(maxsize=1)
def type_facts() -> Mapping[EntityType, TypeFacts]:
    """What holds for each type, in the order of the table.

    >>> type_facts()["COUNTRY"].one["fr"], sorted(type_facts()["PERSON"].may)
    ('pays', ['count', 'speak'])
    """
    found = {fact.name: fact for fact in map(_fact, rows("diplo_ner", "entity_types.csv"))}
    if tuple(found) != ENTITY_TYPES:
        raise RuntimeError(f"entity_types.csv has {', '.join(found)}, EntityType has {', '.join(ENTITY_TYPES)}")
    return MappingProxyType(found)


def _fact(row: Mapping[str, str]) -> TypeFacts:
    return TypeFacts(
        name=cast(EntityType, row["name"]),
        labels=tuple(cell_list(row["labels"])),
        precedence=int(row["precedence"]),
        may=frozenset(cast(list[Ability], row["may"].split("|"))),
        one={"fr": row["one"], "en": row["one_en"]},
        several={"fr": row["several"], "en": row["several_en"]},
        light=row["light"],
        dark=row["dark"],
        line=row["line"],
    )


@lru_cache(maxsize=8)
def types_that(ability: Ability) -> tuple[EntityType, ...]:
    """The types that may do something, in order.

    >>> types_that("speak")
    ('PERSON', 'COUNTRY', 'ORGANISATION')
    """
    return tuple(name for name, fact in type_facts().items() if ability in fact.may)


@lru_cache(maxsize=1)
def types_by_label() -> Mapping[str, EntityType]:
    """A statistical model's label to the type that it mostly means.

    >>> types_by_label()["LOC"]
    'PLACE'
    """
    return MappingProxyType({label: name for name, fact in type_facts().items() for label in fact.labels})
