"""Answers of a store: which quotes answer a query, and how they are spread."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, get_args

from .adding import arrow
from .conditions import conditions_of
from .hits import Hit, hits_of
from .names import Found
from .opening import ROWS_AT_ONCE
from .query import Query

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Period = Literal["day", "month", "year"]
Facet = Literal["source", "year", "type", "speaker", "country"]

_PERIODS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


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
        return int(self._answers.num_rows)

    def hits(self, *, limit: int | None = None, offset: int = 0, oldest_first: bool = False) -> list[Hit]:
        """The quotes that answer, the latest first; those without a date last.

        Args:
            limit: How many at most; None for all.
            offset: How many to pass over.
            oldest_first: The earliest first.
        """
        return list(self.each(limit=limit, offset=offset, oldest_first=oldest_first))

    def each(self, *, limit: int | None = None, offset: int = 0, oldest_first: bool = False) -> Iterator[Hit]:
        """The same, lazily."""
        order = "ASC" if oldest_first else "DESC"
        most = "ALL" if limit is None else str(int(limit))
        rows = self._ask(
            f"SELECT quote FROM answers ORDER BY date {order} NULLS LAST, quote LIMIT {most} OFFSET {int(offset)}"
        )
        numbers = [row[0] for row in rows]
        for first in range(0, len(numbers), ROWS_AT_ONCE):
            yield from hits_of(self._connection, numbers[first : first + ROWS_AT_ONCE])

    def per(self, period: Period) -> list[tuple[str, int]]:
        """How many quotes answer in each day, month or year, in order; those without a date are left out.

        Raises:
            ValueError: There is no such period.
        """
        if period not in get_args(Period):
            raise ValueError(f"the period is {period!r}: give day, month or year")
        return self._ask(
            f"""SELECT strftime(date, '{_PERIODS[period]}') AS told, sum(n)::BIGINT
                FROM (SELECT date, count(*) AS n FROM answers WHERE date IS NOT NULL GROUP BY date)
                GROUP BY told ORDER BY told"""
        )

    def facets(self, *, most: int = 12) -> dict[Facet, list[tuple[str, str, int]]]:
        """How the answers are spread: for each facet the values with most quotes, as (value, name, quotes).

        A quote that several say counts once for each of them, and once for each of their types and countries.
        """
        rows = self._ask(
            f"""WITH s AS MATERIALIZED (
                  SELECT e.id, e.canonical, e.type, e.country, m.n
                  FROM (SELECT speaker, count(*) AS n FROM answers GROUP BY speaker) m
                  JOIN entities e ON e.entity = m.speaker),
                t AS MATERIALIZED (
                  SELECT a.quote, e.id, e.canonical, e.type, e.country, f.type AS first_type, f.country AS first_country
                  FROM answers a JOIN co_speakers c USING (quote) JOIN entities e ON e.entity = c.speaker
                  LEFT JOIN entities f ON f.entity = a.speaker WHERE c.speaker IS DISTINCT FROM a.speaker),
                k AS (
                  SELECT 'type' AS facet, type AS value, type AS name, n FROM s
                  UNION ALL SELECT 'type', type, type, count(DISTINCT quote) FROM t
                    WHERE type IS DISTINCT FROM first_type GROUP BY type
                  UNION ALL SELECT 'country', country, country, n FROM s
                  UNION ALL SELECT 'country', country, country, count(DISTINCT quote) FROM t
                    WHERE country IS DISTINCT FROM first_country GROUP BY country
                  UNION ALL SELECT 'speaker', id, canonical, n FROM s
                  UNION ALL SELECT 'speaker', id, canonical, count(DISTINCT quote) FROM t GROUP BY id, canonical),
                d AS MATERIALIZED (
                  SELECT source, printf('%04d', year) AS year, n
                  FROM (SELECT d.source, year(d.date) AS year, count(*) AS n
                        FROM answers JOIN documents d USING (doc) GROUP BY ALL))
                SELECT facet, value, name, n FROM (
                  SELECT 'source' AS facet, source AS value, source AS name, sum(n) AS n FROM d GROUP BY source
                  UNION ALL SELECT 'year', year, year, sum(n) FROM d GROUP BY year
                  UNION ALL SELECT facet, value, name, sum(n) FROM k GROUP BY ALL)
                WHERE value IS NOT NULL
                QUALIFY row_number() OVER (PARTITION BY facet ORDER BY n DESC, value) <= {int(most)}
                ORDER BY facet, n DESC, value"""
        )
        found: dict[Facet, list[tuple[str, str, int]]] = {facet: [] for facet in get_args(Facet)}
        for facet, value, name, number in rows:
            found[facet].append((value, name, int(number)))
        return found

    def sources(self, *, most: int = 12) -> list[tuple[str, int]]:
        """The outlets with most of the answers, with how many."""
        return self._ask(
            "SELECT d.source, count(*) AS n FROM answers JOIN documents d USING (doc) "
            "WHERE d.source IS NOT NULL GROUP BY d.source "
            f"ORDER BY n DESC, d.source LIMIT {int(most)}"
        )

    @cached_property
    def _answers(self) -> Any:
        """Number, document, speaker and day of each quote that answers, as a table of Arrow."""
        arrow()
        return self._connection.execute(
            "SELECT q.quote, q.doc, q.speaker, d.date FROM quotes q JOIN documents d USING (doc) "
            f"WHERE {self._made.sql}",
            self._made.values,
        ).to_arrow_table()

    def _ask(self, sql: str) -> list[Any]:
        """What a query gives that has the answers as its table ``answers``."""
        self._connection.register("answers", self._answers)
        try:
            return self._connection.execute(sql).fetchall()
        finally:
            self._connection.unregister("answers")
