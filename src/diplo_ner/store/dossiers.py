"""All that a store tells of one entity: its names, who is beside it, where and when it speaks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from ..arguments import check_is
from .columns import Columns, Ints, Mask, flags, numbers
from .hits import entities_of
from .opening import check_connection

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST = 40
_BESIDE = 24


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity as the whole store knows it."""

    entity: int
    id: str
    type: str
    canonical: str
    country: str | None
    wikidata: str | None
    known: bool
    documents: int
    mentions: int
    quotes: int
    quotes_about: int


@dataclass(frozen=True, slots=True)
class Beside:
    """Who is named in the same documents; ``quotes`` says how many quotes of it stand there."""

    entity: int
    id: str
    type: str
    canonical: str
    documents: int
    quotes: int


def get_profile(connection: DuckDBPyConnection, ident: str) -> Profile | None:
    """The entity of an id; None where there is none."""
    check_connection(connection)
    check_is("ident", ident, str, give="an entity's id")
    row = connection.execute(
        "SELECT entity, id, type, canonical, country, wikidata, known, documents, mentions, quotes, quotes_about "
        "FROM entities WHERE id = ?",
        [ident],
    ).fetchone()
    return None if row is None else Profile(*row)


def names_of_entity(connection: DuckDBPyConnection, entity: int) -> list[tuple[str, int]]:
    """The names under which it was met, the most frequent first."""
    return connection.execute(
        "SELECT name, mentions FROM names WHERE entity = ? ORDER BY mentions DESC, name LIMIT ?", [entity, _MOST]
    ).fetchall()


def role_words(connection: DuckDBPyConnection, entity: int) -> list[tuple[str, int]]:
    """What articles tell an it to be, beside its name or in its place, most often first: "chef de la diplomatie"."""
    return connection.execute(
        "SELECT words, times FROM role_words WHERE entity = ? ORDER BY times DESC, words", [entity]
    ).fetchall()


@dataclass(frozen=True, slots=True, eq=False)
class Appearances:
    """Which entity is named in which document, each pair once, in the order of entities."""

    entity: Ints
    doc: Ints

    def documents(self, entity: int) -> Ints:
        """The documents that name an entity, in order."""
        first, last = np.searchsorted(self.entity, (entity, entity + 1))
        return self.doc[first:last]


def read_appearances(connection: DuckDBPyConnection) -> Appearances:
    """Read them from a store."""
    entity, doc = numbers(connection, "SELECT DISTINCT entity, doc FROM appearances ORDER BY entity, doc")
    return Appearances(entity, doc)


def beside(connection: DuckDBPyConnection, columns: Columns, appearances: Appearances, entity: int) -> list[Beside]:
    """Who is named in the documents of an entity, those in most of them first."""
    here = flags(appearances.documents(entity), appearances.doc, columns.doc)
    times = np.bincount(appearances.entity[here[appearances.doc]])
    times[entity : entity + 1] = 0
    places, others = columns.together
    said = np.concatenate((columns.speaker[here[columns.doc]], others[here[columns.doc[places]]]))
    quotes = np.bincount(said, minlength=len(times))
    near = [int(one) for one in np.argsort(-times, kind="stable")[:_BESIDE] if times[one]]
    told = entities_of(connection, near)
    return [
        Beside(one, told[one].id, told[one].type, told[one].canonical, int(times[one]), int(quotes[one]))
        for one in near
    ]


def ties(appearances: Appearances, entity: int, others: list[int]) -> list[tuple[int, int, int]]:
    """In how many of its documents each two of others are both named: (one, other, documents)."""
    here = flags(appearances.documents(entity), appearances.doc)
    named: dict[int, Mask] = {}
    for other in sorted(others):
        named[other] = np.zeros_like(here)
        named[other][appearances.documents(other)] = True
        named[other] &= here
    counted = ((a, b, int(np.count_nonzero(named[a] & named[b]))) for a, b in combinations(named, 2))
    return [tie for tie in counted if tie[-1]]
