"""The store behind the pages: a few queries at once, each with a limit of time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, TypeVar, get_args

import anyio

from ..entity_types import NameType
from ..errors import DiploNerError
from ..names.compare import compare_names
from ..store.build import store_counts
from ..store.columns import read_columns
from ..store.dossiers import read_appearances
from ..store.names import keys_of
from ..store.opening import open_store
from ..store.query import Query
from ..store.searching import Search
from .pages import spread_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Answer = TypeVar("Answer")

_AT_ONCE = 4
_WAITING = 40
_THREADS = 1
"""A query is worked on by the thread that asks; several readers use several cores."""
_MEMORY = "256MB"


class TooLongError(DiploNerError):
    """A query was ended because it took too long, or too many wait."""


class Room:
    """A store that is open for reading.

    Args:
        path: Its file.
        seconds: How long a query may take.

    What is counted of all quotes is read at once, and the tables of names, so that no reader waits for them.

    Raises:
        InputError: It cannot be read.
    """

    def __init__(self, path: Path, *, seconds: float = 10.0) -> None:
        self._connection = open_store(path, threads=_THREADS, memory=_MEMORY)
        self._seconds = seconds
        self._limiter = anyio.CapacityLimiter(_AT_ONCE)
        self._waiting = 0
        self.name = path.name.removesuffix(".duckdb")
        self.counts = store_counts(self._connection)
        self.columns = read_columns(self._connection)
        self.appearances = read_appearances(self._connection)
        self.spread = spread_of(Search(self._connection, Query(), self.columns))
        for type_ in get_args(NameType):
            keys_of("Sergueï Lavrov", type_)
            compare_names("Lavrov", "Sergueï Lavrov", type=type_)

    def close(self) -> None:
        """Close the store."""
        self._connection.close()

    async def ask(self, question: Callable[[DuckDBPyConnection], Answer]) -> Answer:
        """What a function makes of the store, in a thread of its own.

        Raises:
            TooLongError: It took too long, or too many others wait.
        """
        if self._waiting >= _WAITING:
            raise TooLongError("too many queries wait", advice="ask again later")
        self._waiting += 1
        try:
            return await anyio.to_thread.run_sync(self._within_limit, question, limiter=self._limiter)
        finally:
            self._waiting -= 1

    def _within_limit(self, question: Callable[[DuckDBPyConnection], Answer]) -> Answer:
        import duckdb

        cursor = self._connection.cursor()
        clock = Timer(self._seconds, cursor.interrupt)
        clock.daemon = True
        clock.start()
        try:
            return question(cursor)
        except duckdb.InterruptException:
            raise TooLongError("the query took too long", advice="ask for less") from None
        finally:
            clock.cancel()
            cursor.close()
