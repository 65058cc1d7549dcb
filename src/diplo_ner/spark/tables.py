"""Mentions and quotes as DataFrames with the columns of the command's tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ..io.rows import ENTITY_COLUMNS, QUOTE_COLUMNS, Row, entity_rows, quote_rows
from ..schema import Extraction
from .schema import COLUMNS, check_frame, functions_of_spark

if TYPE_CHECKING:
    from pandas import DataFrame as PandasFrame
    from pyspark.sql import DataFrame

_TYPES = {"string": "string", "int64": "bigint", "float64": "double", "bool": "boolean"}


def mentions(extracted: DataFrame) -> DataFrame:
    """The mentions of read documents, one a row, with the columns of the command's table.

    Args:
        extracted: What ``extract`` or ``merge_documents`` gave.

    Returns:
        ``doc``, ``entity`` (its id), ``type``, ``canonical``, ``country``, ``mention``, ``kind``, ``start``, ``end``,
        ``sentence``, ``wikidata``, ``known``, and the document's ``date``, ``title``, ``url``, ``source``, ``author``.
    """
    return _table(extracted, ENTITY_COLUMNS, entity_rows)


def quotes(extracted: DataFrame) -> DataFrame:
    """The quotes of read documents, one a row, with the columns of the command's table.

    Args:
        extracted: What ``extract`` or ``merge_documents`` gave.

    Returns:
        ``doc``, ``quote``, ``start``, ``end``, ``kind``, ``speaker`` (a name) and what else is told of it,
        ``speaker_id`` (an entity's id), ``context``, ``about`` (ids with ``|`` between them), and the document's
        ``date``, ``title``, ``url``, ``source``, ``author``; see the page on formats.
    """
    return _table(extracted, QUOTE_COLUMNS, quote_rows)


def _table(
    extracted: DataFrame, columns: Mapping[str, str], rows_of: Callable[[Extraction, str], Iterable[Row]]
) -> DataFrame:
    functions = functions_of_spark()
    check_frame("extracted", extracted, COLUMNS)
    whole = functions.to_json(
        functions.struct("doc_id", "model", "meta", "entities", "quotes"), {"ignoreNullFields": "false"}
    )
    read = extracted.where("error is null").select("text", whole.alias("result"))
    schema = ", ".join(f"`{name}` {_TYPES[kind]}" for name, kind in columns.items())
    return read.mapInPandas(partial(_table_frames, columns=tuple(columns), rows_of=rows_of), schema)


def _table_frames(
    frames: Iterable[PandasFrame], *, columns: Sequence[str], rows_of: Callable[[Extraction, str], Iterable[Row]]
) -> Iterator[PandasFrame]:
    import pandas

    for frame in frames:
        for text, result in zip(frame["text"], frame["result"], strict=True):
            rows = list(rows_of(Extraction.model_validate_json(result), text))
            if rows:
                yield pandas.DataFrame(rows, columns=list(columns), dtype=object)
