"""Parquet files, by pyarrow: texts in, results out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO
from urllib.parse import unquote

from ..errors import InputError, missing_extra
from ..metadata.fields import Fields, require_fields
from ..safe import encodable
from .document import Document, Failure
from .records import document_of
from .rows import META_COLUMNS
from .sources import Source

_BATCH = 256
_NO_VALUE = "__HIVE_DEFAULT_PARTITION__"


def read_parquet(source: Source, stream: BinaryIO, fields: Fields) -> Iterator[Document | Failure]:
    """Yield a document for each row of a Parquet file; only the columns that are needed are read.

    A part without rows is nothing to tell where it lies in a folder: Spark writes such ones.

    Raises:
        MissingExtraError: pyarrow is not installed.
        InputError: the file has no such column, or is no Parquet file.
    """
    arrow, parquet = _libraries()
    try:
        table = parquet.ParquetFile(stream)
    except arrow.ArrowException as problem:
        raise InputError(f"not a Parquet file: {problem}") from None
    held = table.schema_arrow.names
    told = partition_of(source.path)
    found = require_fields(fields, [*held, *(name for name in told if name not in held)])
    if not table.metadata.num_rows:
        if not source.named:
            return
        raise InputError("the table is empty")
    number = 0
    for batch in table.iter_batches(_BATCH, columns=[name for name in found.wanted() if name in held]):
        for record in batch.to_pylist():
            number += 1
            record = {**told, **record}
            shown = f"{source.shown}, row {number}"
            yield document_of(record, f"{source.doc_id}#{number}", shown, fields, found=found)


def partition_of(path: Path | None) -> dict[str, str | None]:
    """Columns that the folders above a file tell, as Spark writes them: ``source=Le%20Monde/part-0.parquet``.

    >>> partition_of(Path("read/source=Le%20Monde/year=2022/part-0.parquet"))
    {'source': 'Le Monde', 'year': '2022'}
    """
    told: dict[str, str | None] = {}
    for folder in reversed(path.parent.parts if path is not None else ()):
        name, equals, value = folder.partition("=")
        if not (name and equals):
            break
        told[unquote(name)] = None if value == _NO_VALUE else unquote(value)
    return dict(reversed(told.items()))


def count_rows(stream: BinaryIO) -> int:
    """How many rows a Parquet file has."""
    _, parquet = _libraries()
    return int(parquet.ParquetFile(stream).metadata.num_rows)


class ParquetTable:
    """A Parquet file that is written a batch of rows at a time.

    Args:
        target: an open binary file.
        columns: the columns in order, each with a pyarrow type or the name of one (``string``, ``int64``).

    Raises:
        MissingExtraError: pyarrow is not installed.
    """

    def __init__(self, target: BinaryIO, columns: Mapping[str, Any]) -> None:
        self._arrow, parquet = _libraries()
        typed = self._arrow.type_for_alias
        self._schema = self._arrow.schema(
            [(name, typed(kind) if isinstance(kind, str) else kind) for name, kind in columns.items()]
        )
        self._writer = parquet.ParquetWriter(target, self._schema, compression="zstd")
        self._strings = {name for name, kind in columns.items() if kind == "string"}
        self._rows: list[Mapping[str, object]] = []

    def write(self, rows: Iterable[Mapping[str, object]]) -> None:
        """Add rows."""
        self._rows.extend(rows)
        if len(self._rows) >= _BATCH:
            self._flush()

    def close(self) -> None:
        """Write what is left, and the footer."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            clean = [self._typed(_clean(row)) for row in self._rows]
            self._writer.write_table(self._arrow.Table.from_pylist(clean, schema=self._schema))
            self._rows = []

    def _typed(self, row: dict[str, Any]) -> dict[str, Any]:
        """The row with words where a column of strings is given a number."""
        return {
            name: str(value) if name in self._strings and value is not None and not isinstance(value, str) else value
            for name, value in row.items()
        }


def result_columns() -> dict[str, Any]:
    """The columns of a table of results: the shape of the JSON, and the text that its offsets index."""
    arrow, _ = _libraries()
    string, offset = arrow.string(), arrow.int64()
    span = [("start", offset), ("end", offset), ("text", string)]
    mention = arrow.struct([*span, ("kind", string)])
    entity = arrow.struct(
        [
            *((name, string) for name in ("id", "type", "canonical", "country", "wikidata")),
            ("known", arrow.bool_()),
            ("mentions", arrow.list_(mention)),
        ]
    )
    speaker = arrow.struct([("entity", string), *span])
    quote = arrow.struct(
        [
            *span,
            ("kind", string),
            ("cue", string),
            ("speaker", speaker),
            ("co_speakers", arrow.list_(speaker)),
            ("confidence", arrow.float64()),
            ("rule", string),
        ]
    )
    return {
        "doc_id": string,
        "text": string,
        "model": string,
        "meta": arrow.struct([(name, string) for name in (*META_COLUMNS, "extra")]),
        "entities": arrow.list_(entity),
        "quotes": arrow.list_(quote),
    }


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, Mapping):
        return {key: _clean(part) for key, part in value.items()}
    if isinstance(value, Sequence):
        return [_clean(part) for part in value]
    return value


def _libraries() -> tuple[ModuleType, ModuleType]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise missing_extra("pyarrow", "parquet", "Parquet files") from None
    return pyarrow, parquet
