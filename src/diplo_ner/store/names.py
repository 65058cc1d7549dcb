"""Entities by their names in any spelling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast, get_args

from ..arguments import check_is
from ..entity_types import ENTITY_TYPES, NameType
from ..names.compare import compare_names
from ..names.compare_countries import country_meaning
from ..names.known import by_full_name, by_short_name
from ..names.organisation_meaning import organisation_meaning
from ..names.skeleton import skeletons
from ..text.fold import fold
from .opening import check_connection
from .stems import word_forms

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_PART = 3
"""Letters of a word of a name that is looked for, at the least."""
_INITIAL = 4
"""Letters of a word whose first letter an acronym has, at the least."""
LONGEST_NAME = 120
_LAST = chr(0x10FFFF)
_MOST_COMPARED = 150
"""Names that are compared with the one asked for, those that are met most often first."""


class Found(NamedTuple):
    """An entity that a name may mean."""

    entity: int
    id: str
    type: str
    canonical: str
    country: str | None
    quotes: int
    mentions: int


def keys_of(name: str, type: str) -> list[str]:
    """Keys that the spellings of a name share, so that few names need to be compared.

    >>> sorted(set(keys_of("Serguei Lavrov", "PERSON")) & set(keys_of("Lavrov", "PERSON")))[-1]
    'wlavrov'
    """
    return sorted(set(_keys(name[:LONGEST_NAME], type)))


def _keys(name: str, type: str) -> Iterator[str]:
    words = [fold(word) for word in word_forms(name)]
    yield from (f"w{word}" for word in words if len(word) > 1)
    yield "n" + "".join(words)
    if type == "PERSON":
        for word in words[-2:]:
            if len(word) >= _PART:
                yield from (f"s{sound}" for sound in skeletons(word))
        person = by_full_name(name) or by_short_name(name)
        if person is not None:
            yield f"p{person.id}"
    elif type == "ORGANISATION":
        meaning = organisation_meaning(name)
        yield from (f"o{ident}" for ident in (meaning.ident, *meaning.others) if ident)
        yield "a" + "".join(word[0] for word in words if len(word) >= _INITIAL)
        yield "a" + "".join(words)
    elif type == "COUNTRY":
        country = country_meaning(name)
        yield from (f"c{code}" for code in (country.code, *country.others) if code)


def find_entities(connection: DuckDBPyConnection, name: str, *, type: str | None = None) -> list[Found]:
    """The entities that a name means, in whatever spelling: those whose name is surely it, else those that may be.

    Args:
        connection: A store.
        name: A name, or an entity's id.
        type: A type of entity, to look among those only.

    Returns:
        Those with most quotes first; nothing where the store has nobody of that name.
    """
    check_connection(connection)
    check_is("name", name, str, give="a name or an id")
    name = " ".join(name.split())[:LONGEST_NAME]
    if not any(map(str.isalnum, name)):
        return []
    exact = _by_id(connection, name, type)
    if exact:
        return exact
    sure: set[int] = set()
    unsure: set[int] = set()
    known: dict[tuple[str, str], str] = {}
    for entity, kind, other in _candidates(connection, name, type):
        verdict = known.get((kind, other))
        if verdict is None:
            verdict = known[kind, other] = _verdict(name, other, kind)
        if verdict == "same":
            sure.add(entity)
        elif verdict == "unsure" and _holds(other, name):
            unsure.add(entity)
    return _told(connection, sorted(sure or unsure))


def begins_with(connection: DuckDBPyConnection, beginning: str, *, limit: int = 8) -> list[Found]:
    """Entities one of whose names has a word that begins so, those with most quotes and mentions first."""
    check_connection(connection)
    check_is("beginning", beginning, str, give="the beginning of a name")
    words = [fold(word) for word in word_forms(beginning[:LONGEST_NAME])]
    if not words:
        return []
    ranges = [bound for word in words for bound in (f"w{word}", f"w{word}{_LAST}")]
    begins = ["key >= ? AND key < ?"] * len(words)
    rows = connection.execute(
        f"""SELECT entity, id, type, canonical, country, quotes, mentions FROM entities WHERE entity IN (
          SELECT entity FROM name_keys WHERE {" OR ".join(begins)} GROUP BY entity, name
          HAVING {" AND ".join(f"bool_or({one})" for one in begins)})
        ORDER BY quotes DESC, mentions DESC, entity LIMIT ?""",
        [*ranges, *ranges, limit],
    ).fetchall()
    return [Found(*row) for row in rows]


def _by_id(connection: DuckDBPyConnection, name: str, type: str | None) -> list[Found]:
    rows = connection.execute(
        "SELECT entity, id, type, canonical, country, quotes, mentions FROM entities "
        "WHERE id = ? AND (? IS NULL OR type = ?)",
        [name, type, type],
    ).fetchall()
    return [Found(*row) for row in rows]


def _candidates(connection: DuckDBPyConnection, name: str, type: str | None) -> list[tuple[int, str, str]]:
    """Entities with their types and names to compare, of each type those that share most keys."""
    kinds = (type,) if type else ENTITY_TYPES
    keys = sorted({key for kind in kinds for key in keys_of(name, kind)})
    alike = " OR ".join("key = ?" for _ in keys)
    return connection.execute(
        f"""SELECT entity, type, name FROM name_keys WHERE ({alike}) AND (? IS NULL OR type = ?)
        GROUP BY entity, type, name
        QUALIFY row_number() OVER (
          PARTITION BY type ORDER BY count(*) DESC, max(mentions) DESC, entity, name) <= {_MOST_COMPARED}
        ORDER BY type, entity, name""",
        [*keys, type, type],
    ).fetchall()


def _holds(longer: str, name: str) -> bool:
    """Whether all words of a name are in another."""
    return {fold(word) for word in word_forms(name)} <= {fold(word) for word in word_forms(longer)}


def _verdict(name: str, other: str, kind: str) -> str:
    if fold(name) == fold(other):
        return "same"
    if kind not in get_args(NameType):
        return "different"
    return compare_names(name, other, type=cast(NameType, kind)).verdict


def _told(connection: DuckDBPyConnection, entities: list[int]) -> list[Found]:
    rows = connection.execute(
        "SELECT entity, id, type, canonical, country, quotes, mentions FROM entities "
        "WHERE entity IN (SELECT unnest(?::INTEGER[])) ORDER BY quotes DESC, mentions DESC, entity",
        [entities],
    ).fetchall()
    return [Found(*row) for row in rows]
