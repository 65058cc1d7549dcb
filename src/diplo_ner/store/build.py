"""Making a store ready: what is done once all documents are in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..errors import ConfigurationError
from .indexing import index_words
from .merging import merge_entities
from .opening import count, put_setting, setting
from .ready import hold_ready

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Tell = Callable[[str, int, int], None]
"""Is told how far a long work is: what is done, how many rows of it are, and how many there are; 0 for not known."""

_READ_WITH = ("model", "names", "diplo_ner")


def check_made_with(connection: DuckDBPyConnection, made_with: dict[str, str]) -> list[str]:
    """Compare what a store was read with and what reads now; a new store takes it over.

    Args:
        connection: A store opened to write.
        made_with: ``model``, ``names`` (a digest of the file of own names, or nothing) and ``diplo_ner``.

    Returns:
        What the user should know: that another version made the store.

    Raises:
        ConfigurationError: Another model or other names read it, so that its documents would not be alike.
    """
    notes: list[str] = []
    for name in _READ_WITH:
        held, now = setting(connection, name), made_with.get(name, "")
        if held is None or held == now:
            put_setting(connection, name, now)
        elif name == "model":
            raise ConfigurationError(
                f"the store was read with {held}, and {now} would read what is added",
                advice="say --model with the first one, or --force to build it anew",
            )
        elif name == "names":
            raise ConfigurationError(
                "the store was read with another file of names", advice="say that one, or --force to build it anew"
            )
        else:
            notes.append(f"the store was begun by diplo_ner {held}; what is added is read by {now}")
    return notes


def finish_store(connection: DuckDBPyConnection, tell: Tell = lambda work, done, total: None) -> None:
    """Merge entities over the whole, hold ready what is asked often, index words, and say that the store is ready.

    Where nothing was added since it was ready, nothing is done.

    Args:
        connection: A store opened to write.
        tell: Is told how far it is.
    """
    if setting(connection, "state") == "ready":
        return
    tell("merging entities", 0, 0)
    connection.execute("BEGIN")
    merge_entities(connection)
    hold_ready(connection)
    connection.execute("COMMIT")
    index_words(connection, lambda done, total: tell("indexing words", done, total))
    put_setting(connection, "state", "ready")
    connection.execute("CHECKPOINT")


def store_counts(connection: DuckDBPyConnection) -> dict[str, int]:
    """How many documents, entities and quotes a store holds."""
    return {table: count(connection, f"SELECT count(*) FROM {table}") for table in ("documents", "entities", "quotes")}
