"""Answers of a store: which quotes answer a query, and how they are spread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from ..arguments import check_is
from ..errors import ArgumentError
from .columns import NO_DAY, Columns, Ints, read_columns
from .conditions import find_answers
from .hits import Hit, entities_of, hits_of
from .names import Found
from .opening import ROWS_AT_ONCE, check_connection
from .query import Query

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Period = Literal["day", "month", "year"]
Facet = Literal["source", "year", "type", "speaker", "country"]

_UNITS = {"day": "D", "month": "M", "year": "Y"}


class Search:
    """A query of a store: how many quotes answer it, which, and how they are spread.

    Args:
        connection: What ``open_store`` gave.
        query: What is asked.
        columns: What ``read_columns`` gave, where several are asked of one store.

    Attributes:
        meant: For ``speaker`` and ``about``, whom each name was taken for; nobody where the list is empty.

    Raises:
        ArgumentError: The connection or the query is something else.
    """

    def __init__(self, connection: DuckDBPyConnection, query: Query, columns: Columns | None = None) -> None:
        check_connection(connection)
        check_is("query", query, Query, give="a Query")
        self._connection = connection
        self._columns = columns or read_columns(connection)
        found = find_answers(connection, self._columns, query)
        self._places = found.places
        self.meant: dict[str, dict[str, list[Found]]] = found.meant
        self.query = query

    def count(self) -> int:
        """How many quotes answer."""
        return len(self._places)

    def numbers(self, *, limit: int | None = None, offset: int = 0, oldest_first: bool = False) -> Ints:
        """The numbers of the quotes that answer, the latest first; those without a date last.

        Args:
            limit: How many at most; None for all.
            offset: How many to pass over.
            oldest_first: The earliest first.
        """
        places = self._places
        if oldest_first:
            day = self._columns.day[places]
            places = places[np.argsort(np.where(day == NO_DAY, np.iinfo(np.int32).max, day), kind="stable")]
        chosen = places[offset : None if limit is None else offset + limit]
        return self._columns.quote[chosen]

    def hits(self, *, limit: int | None = None, offset: int = 0, oldest_first: bool = False) -> list[Hit]:
        """The quotes themselves, in the order of ``numbers``."""
        return list(self.each(limit=limit, offset=offset, oldest_first=oldest_first))

    def each(self, *, limit: int | None = None, offset: int = 0, oldest_first: bool = False) -> Iterator[Hit]:
        """The same, lazily."""
        chosen = self.numbers(limit=limit, offset=offset, oldest_first=oldest_first)
        for first in range(0, len(chosen), ROWS_AT_ONCE):
            yield from hits_of(self._connection, chosen[first : first + ROWS_AT_ONCE].tolist())

    def per(self, period: Period) -> list[tuple[str, int]]:
        """How many quotes answer in each day, month or year, in order; those without a date are left out.

        Raises:
            ArgumentError: There is no such period.
        """
        if period not in get_args(Period):
            raise ArgumentError(f"the period is {period!r}", advice="give day, month or year")
        day = self._columns.day[self._places]
        told = day[day != NO_DAY].astype("datetime64[D]").astype(f"datetime64[{_UNITS[period]}]")
        periods, times = np.unique(told, return_counts=True)
        return list(zip(np.datetime_as_string(periods).tolist(), times.tolist(), strict=True))

    def facets(self, *, most: int = 12) -> dict[Facet, list[tuple[str, str, int]]]:
        """How the answers are spread: for each facet the values with most quotes, as (value, name, quotes).

        A quote that several say counts once for each of them, and once for each of their types and countries.
        """
        columns = self._columns
        plain: dict[Facet, list[tuple[str, int]]] = {
            "source": self.sources(most=most),
            "year": _most(self.per("year"), most),
            "type": _most(self._per_kind(columns.type_of, columns.types), most),
            "country": _most(self._per_kind(columns.country_of, columns.countries), most),
        }
        told = {facet: [(value, value, n) for value, n in values] for facet, values in plain.items()}
        told["speaker"] = self._per_speaker(most)
        return {facet: told[facet] for facet in get_args(Facet)}

    def sources(self, *, most: int = 12) -> list[tuple[str, int]]:
        """The outlets with most of the answers, with how many."""
        columns = self._columns
        times = np.bincount(columns.outlet[self._places], minlength=len(columns.outlets))
        return _most(zip(columns.outlets[1:], times[1:].tolist(), strict=True), most)

    def _per_speaker(self, most: int) -> list[tuple[str, str, int]]:
        speaker = self._columns.speaker[self._places]
        times = np.bincount(np.concatenate((speaker, self._together[1])))
        times[:1] = 0
        first = np.argsort(-times, kind="stable")[:most]
        chosen = {int(entity): int(times[entity]) for entity in first if times[entity]}
        named = entities_of(self._connection, chosen)
        return [(named[entity].id, named[entity].canonical, n) for entity, n in chosen.items()]

    def _per_kind(self, kind_of: Ints, kinds: tuple[str, ...]) -> list[tuple[str, int]]:
        """How many quotes are said by one of each kind of entities."""
        speaker = self._columns.speaker
        times = np.bincount(kind_of[speaker[self._places]], minlength=len(kinds))
        places, others = self._together
        more = kind_of[others] != kind_of[speaker[places]]
        told = np.unique(np.stack((places[more], kind_of[others[more]])), axis=1)[1]
        times += np.bincount(told, minlength=len(kinds))
        return list(zip(kinds[1:], times[1:].tolist(), strict=True))

    @cached_property
    def _together(self) -> tuple[Ints, Ints]:
        """The places of the answers that several say, with those who are not told first."""
        places, others = self._columns.together
        answers = np.zeros(len(self._columns.quote), dtype=np.bool_)
        answers[self._places] = True
        held = answers[places]
        return places[held], others[held]


def _most(told: Iterable[tuple[str, int]], most: int) -> list[tuple[str, int]]:
    """Those that are met most often, then in the order of the alphabet."""
    return sorted(((value, n) for value, n in told if n), key=lambda one: (-one[1], one[0]))[:most]
