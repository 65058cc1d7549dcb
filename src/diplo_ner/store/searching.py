"""Answers of a store: quotes with all that is told of them, and counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from .conditions import conditions_of
from .names import Found
from .query import Query

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Period = Literal["day", "month", "year"]
Facet = Literal["source", "year", "type", "speaker", "country"]

_HIT = """q.quote, d.doc_id, d.doc, d.date, d.source, d.title, d.url, d.author, q.text, q."start", q."end", q.kind,
  q.cue, q.rule, q.confidence, e.id, e.canonical, e.type, e.country,
  e.wikidata, q.speaker_text, q.context"""
_PERIODS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that answers a query."""

    quote: int
    doc_id: str
    doc: int
    date: date | None
    source: str | None
    title: str | None
    url: str | None
    author: str | None
    text: str
    start: int
    end: int
    kind: str
    cue: str | None
    rule: str
    confidence: float
    speaker_id: str | None
    """The id of who says it, where that is an entity."""
    speaker: str | None
    """The name of who says it."""
    speaker_type: str | None
    speaker_country: str | None
    speaker_wikidata: str | None
    by: str | None
    """The words of the article that name who says it; None where nobody is told."""
    context: str | None
    """The sentence around the quote; None where the store has no text."""
    number: int
    """Which of its document's quotes it is, from 1."""
    about: tuple[tuple[str, str], ...] = ()
    """Id and name of each who is named in the quote or its sentence."""
    co_speakers: tuple[tuple[str | None, str], ...] = ()
    """Id and name of those who say it together with the speaker."""

    @property
    def who(self) -> str:
        """Who says it, by name, else in the article's words."""
        return self.speaker or self.by or ""


class Search:
    """A query of a store: how many quotes answer it, which, and how they are spread.

    Args:
        connection: What ``open_store`` gave.
        query: What is asked.

    Attributes:
        meant: For ``speaker`` and ``about``, whom each name was taken for; nobody where the list is empty.
    """

    def __init__(self, connection: DuckDBPyConnection, query: Query) -> None:
        self._connection = connection
        self._made = conditions_of(connection, query)
        self.query = query

    @property
    def meant(self) -> dict[str, dict[str, list[Found]]]:
        """Whom the names were taken for."""
        return self._made.meant

    def count(self) -> int:
        """How many quotes answer."""
        found = self._connection.execute(
            f"SELECT count(*) FROM {self._made.tables} WHERE {self._made.sql}", self._made.values
        ).fetchone()
        return int(found[0]) if found else 0

    def hits(self, *, limit: int | None = None, offset: int = 0, oldest_first: bool = False) -> list[Hit]:
        """The quotes that answer, the latest first; those without a date last.

        Args:
            limit: How many at most; None for all.
            offset: How many to pass over.
            oldest_first: The earliest first.
        """
        return list(self.each(limit=limit, offset=offset, oldest_first=oldest_first))

    def each(
        self, *, limit: int | None = None, offset: int = 0, oldest_first: bool = False, at_once: int = 2000
    ) -> Iterator[Hit]:
        """The same, lazily."""
        order = "ASC" if oldest_first else "DESC"
        places = self._connection.execute(
            f"SELECT q.quote FROM quotes q JOIN documents d USING (doc) WHERE {self._made.sql} "
            f'ORDER BY d.date {order} NULLS LAST, q.doc, q."start" LIMIT {_limit(limit)} OFFSET {int(offset)}',
            self._made.values,
        ).fetchall()
        numbers = [row[0] for row in places]
        for first in range(0, len(numbers), at_once):
            yield from self._told(numbers[first : first + at_once])

    def per(self, period: Period) -> list[tuple[str, int]]:
        """How many quotes answer in each day, month or year, in order; those without a date are left out.

        Raises:
            ValueError: There is no such period.
        """
        if period not in get_args(Period):
            raise ValueError(f"the period is {period!r}: give day, month or year")
        return self._connection.execute(
            f"SELECT strftime(d.date, '{_PERIODS[period]}') AS told, count(*) "
            "FROM quotes q JOIN documents d USING (doc) "
            f"WHERE d.date IS NOT NULL AND {self._made.sql} GROUP BY told ORDER BY told",
            self._made.values,
        ).fetchall()

    def facets(self, *, most: int = 12) -> dict[Facet, list[tuple[str, str, int]]]:
        """How the answers are spread: for each facet the values with most quotes, as (value, name, quotes)."""
        rows = self._connection.execute(
            f"""WITH m AS MATERIALIZED (
                  SELECT q.speaker, d.source, d.date FROM quotes q JOIN documents d USING (doc) WHERE {self._made.sql}),
                s AS MATERIALIZED (
                  SELECT e.id, e.canonical, e.type, e.country, count(*) AS n
                  FROM m JOIN entities e ON e.entity = m.speaker GROUP BY ALL)
                SELECT facet, value, name, n FROM (
                  SELECT 'source' AS facet, source AS value, source AS name, count(*) AS n FROM m GROUP BY source
                  UNION ALL SELECT 'year', strftime(date, '%Y'), strftime(date, '%Y'), count(*) FROM m GROUP BY ALL
                  UNION ALL SELECT 'type', type, type, sum(n) FROM s GROUP BY type
                  UNION ALL SELECT 'country', country, country, sum(n) FROM s GROUP BY country
                  UNION ALL SELECT 'speaker', id, canonical, n FROM s)
                WHERE value IS NOT NULL
                QUALIFY row_number() OVER (PARTITION BY facet ORDER BY n DESC, value) <= {int(most)}
                ORDER BY facet, n DESC, value""",
            self._made.values,
        ).fetchall()
        found: dict[Facet, list[tuple[str, str, int]]] = {facet: [] for facet in get_args(Facet)}
        for facet, value, name, number in rows:
            found[facet].append((value, name, int(number)))
        return found

    def _told(self, numbers: list[int]) -> list[Hit]:
        return hits_of(self._connection, numbers)


def hits_of(connection: DuckDBPyConnection, numbers: list[int]) -> list[Hit]:
    """The quotes of these numbers, in their order."""
    if not numbers:
        return []
    asked = "(SELECT unnest(?::INTEGER[]))"
    rows = connection.execute(
        f"SELECT {_HIT} FROM quotes q JOIN documents d USING (doc) LEFT JOIN entities e ON e.entity = q.speaker "
        f"WHERE q.quote IN {asked}",
        [numbers],
    ).fetchall()
    about: dict[int, list[tuple[str, str]]] = {}
    for quote, ident, name in _triples(
        connection,
        "SELECT b.quote, e.id, e.canonical FROM about b JOIN entities e USING (entity) "
        f"WHERE b.quote IN {asked} ORDER BY b.quote, b.inside DESC, b.appearance",
        numbers,
    ):
        about.setdefault(quote, []).append((ident, name))
    together: dict[int, list[tuple[str | None, str]]] = {}
    for quote, ident, name in _triples(
        connection,
        "SELECT c.quote, e.id, coalesce(e.canonical, c.speaker_text) FROM co_speakers c "
        f"LEFT JOIN entities e ON e.entity = c.speaker WHERE c.quote IN {asked} ORDER BY c.quote, c.place",
        numbers,
    ):
        together.setdefault(quote, []).append((ident, name))
    first = dict(
        connection.execute(
            f"SELECT doc, min(quote) FROM quotes WHERE doc IN {asked} GROUP BY doc", [sorted({row[2] for row in rows})]
        ).fetchall()
    )
    told: dict[int, Hit] = {}
    for number, *row in rows:
        named = tuple(dict.fromkeys(about.get(number, ())))
        facts = [number, *row, number - first[row[1]] + 1]
        told[number] = replace(Hit(*facts), about=named, co_speakers=tuple(together.get(number, ())))
    return [told[number] for number in numbers if number in told]


def _triples(connection: DuckDBPyConnection, sql: str, numbers: list[int]) -> list[tuple[int, str, str]]:
    return connection.execute(sql, [numbers]).fetchall()


def _limit(limit: int | None) -> str:
    return "ALL" if limit is None else str(int(limit))
