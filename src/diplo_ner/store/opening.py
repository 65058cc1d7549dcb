"""Making and opening a store; what cannot be opened is told in a sentence."""

from __future__ import annotations

import os
from functools import lru_cache
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from ..arguments import check_is
from ..errors import ArgumentError, InputError, OutputError, missing_extra

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TABLES = ("store", "documents", "quotes", "appearances")
"""Tables that make a file a store."""
FORMAT = "3"
"""The format of the tables; it rises when a program that reads them must be changed."""

ROWS_AT_ONCE = 2000
"""Rows up to which DuckDB fetches those of given numbers by the index; beyond, it reads whole columns."""

_NO_NETWORK = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
_READING = {"enable_external_access": False, "dynamic_or_filter_threshold": ROWS_AT_ONCE}
_WRITING: dict[str, str | int] = {"memory_limit": "512MB", "threads": min(4, os.cpu_count() or 1)}
"""However large a store becomes; what does not fit goes to a folder beside the file as long as that is needed.

Each thread needs some 125 MB to work with.
"""
_ANEW = "build it anew with --force"


def open_store(path: str | Path, *, threads: int | None = None, memory: str | None = None) -> DuckDBPyConnection:
    """Open a store to read it.

    Args:
        path: The file.
        threads: How many threads a query may use; by default all cores.
        memory: How much memory DuckDB may use, as ``256MB``; by default four fifths of the machine's.

    Returns:
        A connection that can neither write nor reach other files. Cursors of it may be used in other threads.

    Raises:
        InputError: There is no such file, it is no store, an older or newer one, not finished, or being written.
        MissingExtraError: DuckDB is not installed.
    """
    path = _path(path)
    if not path.is_file():
        raise InputError(f"there is no store {path}", advice="make it with diplo-ner build PATHS -o FILE.duckdb")
    told = {"threads": threads, "memory_limit": memory}
    config = {name: value for name, value in told.items() if value is not None}
    connection = _connected(path, read_only=True, config={**_NO_NETWORK, **_READING, **config})
    _checked(connection, path)
    if setting(connection, "state") != "ready":
        connection.close()
        raise InputError(f"{path} is not finished", advice="go on with the diplo-ner build that made it")
    return connection


def _path(given: str | Path) -> Path:
    check_is("path", given, (str, PathLike), give="that of a store, FILE.duckdb")
    return Path(given)


def open_to_write(path: str | Path, *, force: bool = False) -> DuckDBPyConnection:
    """Open a store to add to it; make it where it does not exist, or where ``force`` is said.

    Raises:
        InputError: It is no store, or one of another format.
        OutputError: It is in use, or cannot be written.
        MissingExtraError: DuckDB is not installed.
    """
    path = _path(path)
    if path.is_dir():
        raise OutputError(f"{path} is a folder", advice="name a file")
    if not path.absolute().parent.is_dir():
        raise OutputError(f"there is no folder {path.absolute().parent}", advice="make it first")
    if force:
        remove_store(path)
    there = path.exists()
    connection = _connected(path, read_only=False, config={**_NO_NETWORK, **_WRITING})
    if there:
        _checked(connection, path)
        return connection
    connection.execute("BEGIN")
    for statement in _statements():
        connection.execute(statement)
    put_setting(connection, "format", FORMAT)
    put_setting(connection, "state", "building")
    connection.execute("COMMIT")
    return connection


def check_connection(given: object) -> None:
    """Refuse what is no connection to a store.

    Raises:
        ArgumentError: With what to give instead.
    """
    if not hasattr(given, "execute"):
        raise ArgumentError(f"connection is of type {type(given).__name__}", advice="give what open_store gave")


def remove_store(path: Path) -> None:
    """Take a store away, with its log.

    Raises:
        InputError: The file is no store; it is left as it is.
        OutputError: It is in use.
    """
    if path.exists():
        connection = _connected(path, read_only=False, config=dict(_NO_NETWORK))
        if not _is_store(connection):
            connection.close()
            raise InputError(f"{path} is no store of diplo_ner", advice="name another file")
        connection.close()
    path.unlink(missing_ok=True)
    path.with_name(path.name + ".wal").unlink(missing_ok=True)


def setting(connection: DuckDBPyConnection, name: str) -> str | None:
    """What the store says of itself under a name."""
    found = connection.execute("SELECT value FROM store WHERE name = ?", [name]).fetchone()
    return found[0] if found else None


def put_setting(connection: DuckDBPyConnection, name: str, value: str) -> None:
    """Let the store say something of itself."""
    connection.execute("DELETE FROM store WHERE name = ?", [name])
    connection.execute("INSERT INTO store VALUES (?, ?)", [name, value])


def count(connection: DuckDBPyConnection, sql: str, *values: object) -> int:
    """The number that a query gives."""
    found = connection.execute(sql, list(values)).fetchone()
    return int(found[0]) if found and found[0] is not None else 0


def _connected(
    path: Path, *, read_only: bool, config: dict[str, str | bool | int | float | list[str]]
) -> DuckDBPyConnection:
    try:
        import duckdb
    except ImportError:
        raise missing_extra("duckdb", "store", "stores") from None
    try:
        return duckdb.connect(str(path), read_only=read_only, config=config)
    except duckdb.Error as problem:
        words = str(problem)
        if "different configuration" in words:
            raise InputError(f"{path} is open here in another way", advice="close it first") from None
        if "lock" in words:
            if read_only:
                raise InputError(f"{path} is being written", advice="try again when diplo-ner build is done") from None
            raise OutputError(f"{path} is in use", advice="end the diplo-ner serve or build that has it open") from None
        if "ermission denied" in words or "Read-only" in words:
            raise OutputError(f"{path} may not be opened", advice="check who may read and write it") from None
        raise InputError(f"{path} is no store, or broken", advice=_ANEW) from None


def _is_store(connection: DuckDBPyConnection) -> bool:
    return count(connection, f"SELECT count(*) FROM duckdb_tables() WHERE table_name IN {_TABLES}") == len(_TABLES)


def _checked(connection: DuckDBPyConnection, path: Path) -> None:
    if not _is_store(connection):
        connection.close()
        raise InputError(f"{path} is no store of diplo_ner", advice="name another file")
    made = setting(connection, "format")
    if made != FORMAT:
        connection.close()
        age = "an older" if (made or "").isdigit() and int(made or 0) < int(FORMAT) else "a newer"
        advice = _ANEW if age == "an older" else "install a newer diplo_ner"
        raise InputError(f"{path} was made by {age} diplo_ner", advice=advice)


@lru_cache(maxsize=1)
def _statements() -> tuple[str, ...]:
    source = files("diplo_ner.store").joinpath("data", "schema.sql").read_text("utf-8")
    lines = "\n".join(line for line in source.splitlines() if not line.startswith("--"))
    return tuple(statement.strip() for statement in lines.split(";") if statement.strip())
