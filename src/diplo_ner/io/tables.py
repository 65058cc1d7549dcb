"""Writing rows: CSV (also for French Excel), JSON Lines or Parquet, all with the same columns."""

from __future__ import annotations

import csv
import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import BinaryIO, Literal, Protocol

from ..safe import encodable
from .rows import Row, Value

TableFormat = Literal["csv", "jsonl", "parquet"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class TableWriter(Protocol):
    """What takes rows; ``close`` ends the table and leaves the stream open."""

    def write(self, rows: Iterable[Row]) -> None:
        """Add rows, each with all columns of the table."""

    def close(self) -> None:
        """End the table."""


def open_table(
    stream: BinaryIO, columns: Mapping[str, str], format: TableFormat, *, excel: bool = False
) -> TableWriter:
    """Begin a table.

    Args:
        stream: where the bytes go; the caller closes it.
        columns: names of the columns in order, each with its type (``string``, ``int64``, ``float64``).
        format: csv is RFC 4180 in UTF-8; jsonl one object a line; parquet needs the extra ``[parquet]``.
        excel: for csv only, as French Excel opens it: byte order mark, semicolons, decimal commas, and an
            apostrophe before any cell that would start a formula.

    Raises:
        MissingExtraError: pyarrow is not installed and the format is parquet.
    """
    match format:
        case "csv":
            return _Csv(stream, columns, excel=excel)
        case "jsonl":
            return _JsonLines(stream)
        case "parquet":
            from .parquet import ParquetTable

            return ParquetTable(stream, columns)


def harmless(cell: str) -> str:
    """The cell, with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> harmless("=HYPERLINK(A1)"), harmless("Moscou")
    ("'=HYPERLINK(A1)", 'Moscou')
    """
    return "'" + cell if cell.startswith(_FORMULA) else cell


class _Csv:
    def __init__(self, stream: BinaryIO, columns: Mapping[str, str], *, excel: bool) -> None:
        self._stream = stream
        self._text = StringIO(newline="")
        self._writer = csv.writer(self._text, delimiter=";" if excel else ",", lineterminator="\r\n")
        self._columns = list(columns)
        self._excel = excel
        if excel:
            stream.write(BOM_UTF8)
        self._writer.writerow(self._columns)
        self._flush()

    def write(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._writer.writerow([self._cell(row[name]) for name in self._columns])
            self._flush()

    def close(self) -> None:
        self._stream.flush()

    def _flush(self) -> None:
        self._stream.write(self._text.getvalue().encode())
        self._text.seek(0)
        self._text.truncate()

    def _cell(self, value: Value) -> Value:
        match value:
            case str():
                return harmless(encodable(value)) if self._excel else encodable(value)
            case bool():
                return "true" if value else "false"
            case float() if self._excel:
                return str(value).replace(".", ",")
            case _:
                return value


class _JsonLines:
    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._stream.write(encodable(json.dumps(row, ensure_ascii=False)).encode() + b"\n")

    def close(self) -> None:
        self._stream.flush()
