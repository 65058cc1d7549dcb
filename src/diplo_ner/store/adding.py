"""Adding documents to a store, a few at a time, so that an interruption costs no more than those."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import missing_extra
from ..safe import encodable
from ..schema import Extraction, Meta
from .opening import count, put_setting
from .rows import Numbers, Row, Rows, add_rows, no_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = 64

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": ("int32", *["string"] * 4, "date", *["string"] * 7),
    "appearances": ("int32", "int32", "int32", *["string"] * 5, "bool"),
    "roles": ("int32", "int32", "string"),
    "mentions": ("int32", "int32", "int32", "int32", "string", "string"),
    "quotes": (
        "int32", "int32", "int32", "int32", "int32", "string", "string", "string", "int32", "int32",
        "string", "int32", "int32", "double", "string", "string",
    ),
    "co_speakers": ("int32", "int32", "int32", "int32", "string", "int32", "int32"),
    "about": ("int32", "int32", "int32", "bool"),
}  # fmt: skip


class _Held(NamedTuple):
    digest: str
    path: str | None
    doc: int


class Adding:
    """Documents on their way into a store.

    Args:
        connection: A store that was opened to write.
    """

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection
        self._numbers = Numbers(
            count(connection, "SELECT max(doc) FROM documents") + 1,
            count(connection, "SELECT max(appearance) FROM appearances") + 1,
            count(connection, "SELECT max(quote) FROM quotes") + 1,
        )
        self._rows = no_rows()
        self._gone: list[int] = []
        held = connection.execute("SELECT doc_id, hash, path, doc FROM documents").fetchall()
        self._docs: dict[str, _Held] = {row[0]: _Held(row[1], row[2], row[3]) for row in held}
        self._done: list[Row] = []
        self.added = 0

    def name_for(self, doc_id: str, digest: str, path: str | None, taken: Container[str] = ()) -> str | None:
        """The name under which a document goes into the store; None where it is there already.

        A text of the same name that is another one goes beside it, as ``NAME~2``; where it stands in the same
        file, it takes its place.

        Args:
            doc_id: Its name.
            digest: What tells its text from others.
            path: The file that it stands in.
            taken: Names that are under way.
        """
        name, times = doc_id, 1
        while (held := self._docs.get(name)) is not None or name in taken:
            if held is not None and held.digest == digest:
                return None
            if held is not None and path is not None and held.path == path and name not in taken:
                return name
            times += 1
            name = f"{doc_id}~{times}"
        return name

    def add(self, extraction: Extraction, text: str | None, *, path: str | None = None, digest: str = "") -> None:
        """Add a document under the name that ``extraction.doc_id`` gives.

        Args:
            extraction: What was read.
            text: The text that offsets index; None where it is not known.
            path: The file that it stands in.
            digest: What tells it from others, as ``digest_of`` gives it.
        """
        doc_id = encodable(extraction.doc_id or "")
        digest = digest or digest_of(text or extraction.model_dump_json())
        held = self._docs.get(doc_id)
        if held is not None:
            self._gone.append(held.doc)
        self._docs[doc_id] = _Held(digest, path, self._numbers.doc)
        head = (doc_id, path, digest, extraction.model, *_meta(extraction), None if text is None else encodable(text))
        add_rows(self._rows, self._numbers, extraction, text, head)
        self.added += 1
        if len(self._rows.documents) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what was added."""
        rows, self._rows = self._rows, no_rows()
        gone, self._gone = self._gone, []
        done, self._done = self._done, []
        if not (rows.documents or done):
            return
        self._connection.execute("BEGIN")
        if rows.documents:
            put_setting(self._connection, "state", "building")
            _write(self._connection, rows)
        if gone:
            _take_out(self._connection, gone)
        insert(self._connection, "files", ("string", "string", "int32"), done)
        self._connection.execute("COMMIT")

    def done_with(self, path: str, digest: str, documents: int) -> None:
        """Note that a file was read to its end, and need not be read again while it is the same."""
        self._done.append((path, digest, documents))

    def is_done(self, digest: str) -> bool:
        """Whether a file with this digest was read to its end."""
        return count(self._connection, "SELECT count(*) FROM files WHERE hash = ?", digest) > 0


def digest_of(text: str) -> str:
    """What tells a text from others."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def arrow() -> Any:
    """The library by which rows travel.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import pyarrow
    except ImportError:
        raise missing_extra("pyarrow", "store", "stores") from None
    return pyarrow


def insert(connection: DuckDBPyConnection, table: str, types: Iterable[str], rows: Iterable[Row]) -> None:
    """Add rows to a table, column by column."""
    pyarrow = arrow()
    columns = list(zip(*rows, strict=True))
    if not columns:
        return
    kinds = [pyarrow.date32() if kind == "date" else pyarrow.type_for_alias(kind) for kind in types]
    arrays = [pyarrow.array(column, kind) for column, kind in zip(columns, kinds, strict=True)]
    made = pyarrow.Table.from_arrays(arrays, names=[f"c{place}" for place in range(len(arrays))])
    connection.register("added_rows", made)
    try:
        connection.execute(f"INSERT INTO {table} SELECT * FROM added_rows")
    finally:
        connection.unregister("added_rows")


def _write(connection: DuckDBPyConnection, rows: Rows) -> None:
    for table, types in _COLUMNS.items():
        insert(connection, table, types, getattr(rows, table))


def _take_out(connection: DuckDBPyConnection, docs: list[int]) -> None:
    """Take documents out; the index of words may still tell their numbers, which then lead to nothing."""
    told = "SELECT unnest(?::INTEGER[])"
    quotes = f"SELECT quote FROM quotes WHERE doc IN ({told})"
    connection.execute(f"DELETE FROM co_speakers WHERE quote IN ({quotes})", [docs])
    connection.execute(f"DELETE FROM about WHERE quote IN ({quotes})", [docs])
    appearances = f"SELECT appearance FROM appearances WHERE doc IN ({told})"
    connection.execute(f"DELETE FROM roles WHERE appearance IN ({appearances})", [docs])
    for table in ("quotes", "mentions", "appearances", "documents"):
        connection.execute(f"DELETE FROM {table} WHERE doc IN ({told})", [docs])


def _meta(extraction: Extraction) -> Row:
    """Day, date as it is told, title, address, outlet, author and what else is kept of a document."""
    meta = extraction.meta or Meta()
    told = (meta.date, meta.title, meta.url, meta.source, meta.author, json.dumps(dict(meta.extra), ensure_ascii=False))
    clean = (None if value is None else encodable(value) for value in told)
    return datetime.fromisoformat(meta.date).date() if meta.date else None, *clean
