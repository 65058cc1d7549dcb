"""How many documents files hold, where that can be known without reading the articles."""

from __future__ import annotations

from collections.abc import Sequence

from .readers import ReadOptions, opened
from .sources import TABLES, Source


def count_documents(sources: Sequence[Source], options: ReadOptions) -> int | None:
    """The number of documents and failed rows that reading will give; None where it is not known beforehand."""
    found = 0
    for source in sources:
        number = _count(source, options)
        if number is None:
            return None
        found += number
    return found


def _count(source: Source, options: ReadOptions) -> int | None:
    form = options.format or source.format
    if source.path is None:
        return None
    if form not in TABLES:
        return 1
    try:
        with opened(source) as stream:
            if form == "jsonl":
                return sum(1 for line in stream if line.strip())
            if form == "csv":
                from . import csv_tables

                return csv_tables.count_rows(stream, options.encoding)
            if form == "parquet":
                from . import parquet

                return parquet.count_rows(stream)
    except Exception:  # reading the file will tell what is wrong with it
        return None
    return None
