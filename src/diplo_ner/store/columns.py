"""What is counted of every quote of a store, as columns in memory: a query picks places of them.

Thirty bytes a quote; a million is read in some hundredths of a second. Places are in the order of answers: the latest
quote is at 0, those without a date are last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Ints = NDArray[np.int32]
Mask = NDArray[np.bool_]
Floats = NDArray[Any]

NO_DAY = np.iinfo(np.int32).min
"""The day of a quote without a date."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Quotes by their place; 0 stands for no speaker, no outlet, no type, no country."""

    quote: Ints
    doc: Ints
    speaker: Ints
    outlet: Ints
    day: Ints
    """Days since 1970-01-01, or ``NO_DAY``."""
    confidence: Floats
    place_of: Ints
    """The place of a quote's number; -1 for a number of none."""
    together: tuple[Ints, Ints]
    """Places of quotes with further speakers, and those, each once for a quote, in the order of places."""
    outlets: tuple[str, ...]
    """Names by number."""
    type_of: Ints
    """The number of an entity's type."""
    types: tuple[str, ...]
    country_of: Ints
    countries: tuple[str, ...]

    def places(self, quotes: Ints) -> Ints:
        """The places of quotes by their numbers; numbers of none are passed over."""
        found = self.place_of[quotes[quotes < len(self.place_of)]]
        return found[found >= 0]

    def mask(self, quotes: Ints) -> Mask:
        """True at the places of quotes."""
        held = np.zeros(len(self.quote), dtype=np.bool_)
        held[self.places(quotes)] = True
        return held

    def mask_of_documents(self, docs: Ints) -> Mask:
        """True at the places of the quotes of documents."""
        return flags(docs, self.doc)[self.doc]


def read_columns(connection: DuckDBPyConnection) -> Columns:
    """Read the columns of a store."""
    quote, doc, speaker, outlet, day, confidence = numbers(
        connection,
        "SELECT quote, doc, coalesce(speaker, 0), coalesce(outlet, 0), "
        f"coalesce(date - DATE '1970-01-01', {NO_DAY})::INTEGER, confidence FROM ranked_quotes",
    )
    place_of = np.full(int(quote.max(initial=0)) + 1, -1, dtype=np.int32)
    place_of[quote] = np.arange(len(quote), dtype=np.int32)
    outlets = connection.execute("SELECT source FROM outlets ORDER BY outlet").fetchall()
    type_of, types = _kinds(connection, "type")
    country_of, countries = _kinds(connection, "country")
    return Columns(
        quote=quote, doc=doc, speaker=speaker, outlet=outlet, day=day, confidence=confidence, place_of=place_of,
        together=_together(connection, place_of, speaker), outlets=("", *(row[0] for row in outlets)),
        type_of=type_of, types=types, country_of=country_of, countries=countries,
    )  # fmt: skip


def numbers(connection: DuckDBPyConnection, sql: str, *values: object) -> list[Ints]:
    """The columns of numbers that a query gives."""
    found = connection.execute(sql, list(values)).fetchnumpy()
    return [np.asarray(column) for column in found.values()]


def flags(held: Ints, *numbered: Ints) -> Mask:
    """True at the numbers that are held; as long as the largest of all numbers asks."""
    most = max(int(column.max(initial=0)) for column in (held, *numbered))
    made = np.zeros(most + 1, dtype=np.bool_)
    made[held] = True
    return made


def _together(connection: DuckDBPyConnection, place_of: Ints, speaker: Ints) -> tuple[Ints, Ints]:
    quotes, others = numbers(
        connection, "SELECT DISTINCT quote, speaker FROM co_speakers WHERE speaker IS NOT NULL ORDER BY ALL"
    )
    places = place_of[quotes]
    kept = (places >= 0) & (speaker[places] != others)
    order = np.argsort(places[kept], kind="stable")
    return places[kept][order], others[kept][order]


def _kinds(connection: DuckDBPyConnection, column: str) -> tuple[Ints, tuple[str, ...]]:
    """By an entity's number the number of what it is, and what the numbers mean."""
    sql = f"SELECT DISTINCT {column} FROM entities WHERE {column} IS NOT NULL ORDER BY ALL"
    values = [row[0] for row in connection.execute(sql).fetchall()]
    entities, kinds = numbers(
        connection,
        f"""WITH told AS (SELECT unnest(?::VARCHAR[]) AS {column}, unnest(range(1, ?))::INTEGER AS number)
            SELECT entity, coalesce(number, 0) FROM entities LEFT JOIN told USING ({column})""",
        values,
        len(values) + 1,
    )
    kind_of = np.zeros(int(entities.max(initial=0)) + 1, dtype=np.int32)
    kind_of[entities] = kinds
    return kind_of, ("", *values)
