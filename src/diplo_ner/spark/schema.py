"""The shape of results in a DataFrame, and what Spark needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..errors import ArgumentError, missing_extra

_SPAN = "start: bigint, end: bigint, text: string"
_SPEAKER = f"struct<entity: string, {_SPAN}>"
SCHEMA = (
    "doc_id string, text string, model string, "
    "meta struct<date: string, title: string, url: string, source: string, author: string, extra: string>, "
    "entities array<struct<id: string, type: string, canonical: string, country: string, "
    "wikidata: string, known: boolean, "
    f"mentions: array<struct<{_SPAN}, kind: string>>>>, "
    f"quotes array<struct<{_SPAN}, kind: string, cue: string, speaker: {_SPEAKER}, co_speakers: array<{_SPEAKER}>, "
    "confidence: double, rule: string>>, "
    "error string"
)
"""What ``extract`` and ``merge_documents`` give: a text and its ``Extraction`` a row, or why there is none."""

COLUMNS = ("doc_id", "text", "model", "meta", "entities", "quotes", "error")
"""The columns of ``SCHEMA``."""


def check_frame(name: str, given: Any, columns: Iterable[str]) -> None:
    """Refuse what is no DataFrame of Spark, or one without some columns.

    Raises:
        ArgumentError: With what to give instead.
    """
    if not hasattr(given, "mapInPandas"):
        raise ArgumentError(f"{name} is of type {type(given).__name__}", advice="give a DataFrame of Spark")
    missing = [column for column in columns if column not in given.columns]
    if missing:
        raise ArgumentError(f"{name} has no column {missing[0]!r}", advice="give what extract or merge_documents gave")


def quoted(column: str) -> str:
    """A column's name so that dots in it are letters."""
    return f"`{column.replace('`', '``')}`"


def functions_of_spark() -> Any:
    """The functions on columns.

    Raises:
        MissingExtraError: When pyspark, pandas or pyarrow is not installed.
    """
    try:
        import pandas  # noqa: F401
        import pyarrow  # noqa: F401
        from pyspark.sql import functions
    except ImportError as error:
        raise missing_extra(error.name or "pyspark", "spark", "DataFrames of Spark") from None
    return functions
