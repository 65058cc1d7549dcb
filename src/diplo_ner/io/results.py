"""Writing whole results: JSON as the schema has it, JSON Lines, Parquet, CoNLL-2003 columns, DocBin."""

from __future__ import annotations

import json
from typing import Any, BinaryIO, Literal, Protocol

from ..safe import encodable
from ..schema import Extraction
from .rows import flat_meta

ResultFormat = Literal["json", "jsonl", "parquet", "docbin", "conll"]

ENDINGS: dict[ResultFormat, str] = {
    "json": ".json",
    "jsonl": ".jsonl",
    "parquet": ".parquet",
    "docbin": ".spacy",
    "conll": ".conll",
}


class ResultWriter(Protocol):
    """What takes results one by one; ``close`` ends the file and leaves the stream open."""

    def write(self, text: str, extraction: Extraction) -> None:
        """Add the result of a text."""

    def close(self) -> None:
        """End the file."""


def to_json(extraction: Extraction, *, indent: int | None = None) -> str:
    """A result in its JSON form; ``Extraction.model_validate_json`` reads it back.

    A lone surrogate, which JSON in UTF-8 cannot hold, is written as U+FFFD.
    """
    try:
        return extraction.model_dump_json(indent=indent)
    except ValueError:
        return encodable(json.dumps(extraction.model_dump(), ensure_ascii=False, indent=indent))


def open_results(stream: BinaryIO, format: ResultFormat) -> ResultWriter:
    """Begin a file of results.

    Args:
        stream: where the bytes go; the caller closes it.
        format: how they are written. ``json`` is one indented object and so for one result only.

    Raises:
        MissingExtraError: the format needs a library that is not installed.
    """
    match format:
        case "json":
            return _Json(stream, indent=2)
        case "jsonl":
            return _Json(stream, indent=None)
        case "parquet":
            return _Parquet(stream)
        case "conll":
            from .conll import ConllWriter

            return ConllWriter(stream)
        case "docbin":
            from .docbin import DocBinWriter

            return DocBinWriter(stream)


class _Json:
    def __init__(self, stream: BinaryIO, *, indent: int | None) -> None:
        self._stream = stream
        self._indent = indent

    def write(self, text: str, extraction: Extraction) -> None:
        self._stream.write(to_json(extraction, indent=self._indent).encode() + b"\n")

    def close(self) -> None:
        self._stream.flush()


class _Parquet:
    """One row a document: its text, and entities and quotes as nested lists in the shape of the JSON."""

    def __init__(self, stream: BinaryIO) -> None:
        from .parquet import ParquetTable, result_columns

        self._table = ParquetTable(stream, result_columns())

    def write(self, text: str, extraction: Extraction) -> None:
        row: dict[str, Any] = {**extraction.model_dump(), "meta": flat_meta(extraction.meta), "text": text}
        self._table.write([row])

    def close(self) -> None:
        self._table.close()
