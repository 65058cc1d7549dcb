"""Reading the articles of a DataFrame: the model runs on the workers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from os import PathLike
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, NamedTuple

from ..arguments import check_all, check_is
from ..errors import ConfigurationError
from ..io.rows import flat_meta
from ..metadata.fields import ALL, ROLES, Fields, Found, find_fields
from ..metadata.records import meta_of
from ..schema import Extraction, Meta
from ..workers import Failure, map_texts
from .schema import COLUMNS, SCHEMA, check_frame, functions_of_spark, quoted

if TYPE_CHECKING:
    from pandas import DataFrame as PandasFrame
    from pyspark.sql import DataFrame
    from spacy.language import Language

_READ = {"doc_id", "model", "entities", "quotes"}
_RESULTS_AT_ONCE = 64
_COLUMN = "the name of a column"
_NO_ID = "the row has no id"
_NO_TEXT = "the row has no text"


class _Article(NamedTuple):
    doc_id: str
    text: str
    meta: Meta | None


def extract(
    df: DataFrame,
    *,
    model: str | Path | None = None,
    names: str | Path | None = None,
    id_col: str = "id",
    text_col: str = "text",
    date_col: str | None = None,
    title_col: str | None = None,
    url_col: str | None = None,
    source_col: str | None = None,
    author_col: str | None = None,
    keep: Sequence[str] = (),
) -> DataFrame:
    """Read every article of a DataFrame.

    Columns of date, title, link, outlet and author that are not named are found by their usual names.

    Args:
        df: One article a row.
        model: As in ``diplo_ner.load``; looked for on each worker and loaded there once a process.
        names: A file of names of one's own, as in ``diplo_ner.load``; a path that every worker can read.
        id_col: The column of the article's name; a name should be there once, numbers become strings.
        text_col: The column of the article, of strings.
        date_col: The column of its date, as the press writes it or as a date; one that cannot be read stands in
            ``meta.extra`` as it is.
        title_col: The column of its headline.
        url_col: The column of its link.
        source_col: The column of its outlet.
        author_col: The column of its author.
        keep: Other columns to keep, in ``meta.extra``.

    Returns:
        One row an input row, of ``SCHEMA``: ``doc_id``, ``text``, ``model``, ``meta``, ``entities`` by first mention
        and ``quotes`` by start. Offsets are Unicode code points, as Spark's own ``substring`` counts them (from
        1). Where a row has no id or no text, or reading it failed, ``error`` says why and the lists are
        empty; the job goes on.

    Raises:
        ConfigurationError: When a column is not there or holds no strings.
        ArgumentError: When an argument is something else, ``df`` no DataFrame of Spark for one.
        MissingExtraError: When pyspark, pandas or pyarrow is not installed.
    """
    functions = functions_of_spark()
    check_frame("df", df, ())
    check_is("model", model, (str, PathLike, NoneType), give="the name of a pipeline or its folder")
    check_is("names", names, (str, PathLike, NoneType), give="the path of a file of names")
    check_all("keep", keep, str, give="names of columns")
    types = dict(df.dtypes)
    fields = Fields(text_col, id_col, date_col, title_col, url_col, source_col, author_col, tuple(keep))
    for role in ROLES:
        check_is(f"{role}_col", getattr(fields, role), str if role in ("id", "text") else (str, NoneType), give=_COLUMN)
    for column in (*fields.told(), *fields.keep):
        if column not in types and column != ALL:
            raise ConfigurationError(f"there is no column {column!r}", advice=f"give one of {', '.join(types)}")
    if types[text_col] != "string":
        raise ConfigurationError(f"the column {text_col!r} is of type {types[text_col]}", advice="give one of strings")
    found = find_fields(fields, tuple(df.columns))
    beside = [functions.col(quoted(name)).alias(name) for name in found.wanted() if name not in (id_col, text_col)]
    rows = df.select(
        functions.col(quoted(id_col)).cast("string").alias("doc_id"),
        functions.col(quoted(text_col)).alias("text"),
        (functions.to_json(functions.struct(*beside)) if beside else functions.lit(None).cast("string")).alias("told"),
    )
    return rows.mapInPandas(
        partial(
            read_frames,
            model=None if model is None else str(model),
            names=None if names is None else str(names),
            found=found,
        ),
        SCHEMA,
    )


def read_frames(
    frames: Iterable[PandasFrame], *, model: str | None, names: str | None, found: Found | None = None
) -> Iterator[PandasFrame]:
    """Read the articles of pandas frames; this is what runs on a worker.

    Args:
        frames: Frames whose first column is the article's name, whose second is its text, and whose third is what
            is told of it, as JSON, or null.
        model: As in ``diplo_ner.load``.
        names: As in ``diplo_ner.load``.
        found: Which of the fields told is which.

    Yields:
        Frames of ``SCHEMA``, a row each row, in order.
    """
    import pandas

    make = partial(_reader, model, names)
    for frame in frames:
        for start in range(0, len(frame), _RESULTS_AT_ONCE):
            part = frame.iloc[start : start + _RESULTS_AT_ONCE]
            rows = zip(part.iloc[:, 0], part.iloc[:, 1], (_meta(told, found) for told in part.iloc[:, 2]), strict=True)
            yield pandas.DataFrame(list(_rows(rows, make)), columns=list(COLUMNS), dtype=object)


@lru_cache(maxsize=4)
def _pipeline(model: str | None, names: str | None) -> Language:
    """The pipeline of this process: loaded on first use and kept, so that none ever travels."""
    from ..pipeline import load

    return load(model, names=names)


def _reader(model: str | None, names: str | None) -> Callable[[list[_Article]], Iterator[Extraction]]:
    from ..api import extract_many

    nlp = _pipeline(model, names)
    return lambda items: extract_many(
        [(i.text, i.meta) for i in items], doc_ids=[i.doc_id for i in items], nlp=nlp, on_error="keep"
    )


def _meta(told: object, found: Found | None) -> Meta | None:
    if found is None or not isinstance(told, str):
        return None
    return meta_of(json.loads(told), found).meta


def _rows(
    rows: Iterable[tuple[Any, Any, Meta | None]],
    make: Callable[[], Callable[[list[_Article]], Iterator[Extraction]]],
) -> Iterator[dict[str, Any]]:
    """A result each row: of those that hold a text, what was read; of the others, what they lack."""
    told = [(i if isinstance(i, str) else None, t if isinstance(t, str) else None, meta) for i, t, meta in rows]
    read = iter(map_texts([_Article(i, t, meta) for i, t, meta in told if i is not None and t is not None], make))
    for doc_id, text, meta in told:
        if doc_id is None or text is None:
            yield _nothing(doc_id, text, meta, _NO_ID if doc_id is None else _NO_TEXT)
            continue
        result = next(read)
        if isinstance(result, Failure):
            yield _nothing(doc_id, text, meta, f"{result.kind}: {result.message}")
        elif result.error is not None:
            yield _nothing(doc_id, text, meta, str(result.error))
        else:
            plain = result.model_dump(mode="json", include=_READ)
            yield {**plain, "text": text, "meta": flat_meta(result.meta), "error": None}


def _nothing(doc_id: str | None, text: str | None, meta: Meta | None, error: str) -> dict[str, Any]:
    told = {"doc_id": doc_id, "text": text, "model": None, "meta": flat_meta(meta)}
    return {**told, "entities": [], "quotes": [], "error": error}
