"""Data frames: articles in a frame, an article a row, to frames of mentions, entities and quotes that join."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, NamedTuple

from diplo_ner.arguments import check_is
from diplo_ner.errors import ConfigurationError, InputError, missing_extra
from diplo_ner.io.rows import (
    ENTITY_COLUMNS,
    META_COLUMNS,
    PER_ENTITY_COLUMNS,
    QUOTE_COLUMNS,
    Row,
    entity_rows,
    kept_columns,
    quote_rows,
    rows_per_entity,
)
from diplo_ner.metadata.fields import ROLES, Fields, Found, require_fields
from diplo_ner.metadata.records import meta_of, scalar
from diplo_ner.schema import Extraction, Meta

if TYPE_CHECKING:
    from pandas import DataFrame
    from spacy.language import Language

_TYPES = {"string": "object", "int64": "int64", "float64": "float64", "bool": "bool"}
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Tables(NamedTuple):
    """What is read in the articles of a frame; the columns are those of the command's tables."""

    mentions: DataFrame
    """One row a mention, and behind the columns of the table those of the frame."""
    entities: DataFrame
    """One row an entity of the whole frame, the most often named first."""
    quotes: DataFrame
    """One row a quote, and behind the columns of the table those of the frame."""


class _Article(NamedTuple):
    place: int
    """Its row in the frame, from 0."""
    doc_id: str
    text: str
    meta: Meta | None


def read(
    frame: Any,
    *,
    text: str | None = None,
    id: str | None = None,
    date: str | None = None,
    title: str | None = None,
    url: str | None = None,
    source: str | None = None,
    author: str | None = None,
    nlp: Language | None = None,
    n_process: int = 1,
    merge: bool = True,
) -> Tables:
    """Read the articles of a data frame.

    Columns that are not named are found by their usual names (``texte``, ``publish_date``, ``media_name``).

    Args:
        frame: A frame of pandas, or of a library that hands its columns on as Arrow does (polars, pyarrow, DuckDB).
        text: The column of the articles.
        id: The column that names them; without one that bears such a name, the frame's index.
        date: The column of the date, as the press writes it or as a date.
        title: The column of the headline.
        url: The column of the link.
        source: The column of the outlet.
        author: The column of the author.
        nlp: A pipeline from ``load``; without it the default one.
        n_process: How many processes read at once.
        merge: One entity has one id in the whole frame; else in its article only.

    Returns:
        Mentions, entities and quotes, in the order of the frame. A column of the frame whose name a table has
        already is called ``doc_NAME``. Rows without a text give nothing; a warning tells how many there are, and how
        many dates cannot be read.

    Raises:
        ConfigurationError: When a column is not there, or there are several of one name.
        MissingExtraError: When pandas is not installed.
    """
    fields = Fields(text, id, date, title, url, source, author)
    for role in ROLES:
        check_is(role, getattr(fields, role), (str, NoneType), give="the name of a column")
    pandas = _pandas()
    frame = _as_pandas(frame)
    names = [str(name) for name in frame.columns]
    twice = next((name for name, times in Counter(names).items() if times > 1), None)
    if twice is not None:
        raise ConfigurationError(f"several columns are called {twice!r}", advice="rename all but one")
    try:
        found = require_fields(fields, names)
    except InputError as problem:
        raise ConfigurationError(
            problem.message, advice=problem.advice.replace("--", "").replace("-field", "=")
        ) from None
    frame = frame.set_axis(names, axis=1)
    articles = list(_articles(frame, found))
    results = list(_results(articles, nlp, n_process))
    if merge:
        from diplo_ner.corpus import merge_documents

        results = merge_documents(results)
    others = [n for n in names if n != found.text and not (n in META_COLUMNS and getattr(found, n) == n)]
    read_ones = list(zip(articles, results, strict=True))

    def table(columns: dict[str, str], made: Iterable[tuple[int, Row]]) -> DataFrame:
        places, rows = [], []
        for place, row in made:
            places.append(place)
            rows.append(row)
        beside = frame[others].iloc[places].reset_index(drop=True)
        beside.columns = list(kept_columns(others, columns))
        return pandas.concat([_frame(rows, columns), beside], axis=1)

    return Tables(
        table(ENTITY_COLUMNS, ((a.place, row) for a, r in read_ones for row in entity_rows(r, a.text))),
        _frame(rows_per_entity(results), PER_ENTITY_COLUMNS),
        table(QUOTE_COLUMNS, ((a.place, row) for a, r in read_ones for row in quote_rows(r, a.text))),
    )


def read_table(path: str | Path) -> DataFrame:
    """Read a table that the command wrote (CSV, also for Excel; JSON Lines; Parquet) as it was meant.

    Strings stay strings: Namibia's code is no missing value, and a document called ``0012`` keeps its zeros. An empty
    cell is a missing value.

    Args:
        path: The file.

    Raises:
        ConfigurationError: When it ends in none of ``.csv``, ``.jsonl``, ``.parquet``.
        InputError: When it is not there, or is no such table.
        MissingExtraError: When pandas is not installed, or pyarrow, which reads Parquet.
    """
    if not isinstance(path, str | PathLike):
        raise ConfigurationError(f"the path is {path!r}", advice="give that of a .csv, .jsonl or .parquet")
    file = Path(path)
    readers = {".csv": _read_csv, ".jsonl": _read_lines, ".parquet": _read_parquet}
    ending = file.suffix.lower()
    if ending not in readers:
        raise ConfigurationError(f"no table ends in {ending or 'nothing'}", advice="give .csv, .jsonl or .parquet")
    pandas = _pandas()
    try:
        return readers[ending](pandas, file)
    except (OSError, ValueError) as problem:  # pandas and Arrow derive theirs from these
        why = getattr(problem, "strerror", None) or str(problem).partition("\n")[0]
        raise InputError(f"{file} cannot be read: {why}", advice="give a table that the command wrote") from None


def _read_csv(pandas: Any, file: Path) -> Any:
    with file.open("rb") as stream:
        excel = stream.read(3) == _BYTE_ORDER_MARK
    return pandas.read_csv(
        file,
        sep=";" if excel else ",",
        decimal="," if excel else ".",
        encoding="utf-8-sig",
        keep_default_na=False,
        na_values=[""],
        dtype=_string_columns(),
    )


def _read_lines(pandas: Any, file: Path) -> Any:
    return pandas.read_json(file, lines=True, dtype=_string_columns(), convert_dates=False)


def _read_parquet(pandas: Any, file: Path) -> Any:
    try:
        return pandas.read_parquet(file)
    except ImportError:
        raise missing_extra("pyarrow", "parquet", "Parquet files") from None


def _articles(frame: DataFrame, found: Found) -> Iterator[_Article]:
    """The rows that hold a text; of the others, and of dates that cannot be read, a warning tells the number."""
    wanted = [name for name in found.wanted() if name != found.text]
    told = zip(*(frame[name] for name in wanted), strict=True) if wanted else ((),) * len(frame)
    names = frame[found.id] if found.id else frame.index
    times: Counter[str] = Counter()
    without = undated = 0
    for place, (text, cells, name) in enumerate(zip(frame[found.text or ""], told, names, strict=True)):
        given = scalar(name)
        doc_id = str(place if given is None else given)
        times[doc_id] += 1
        if times[doc_id] > 1:
            doc_id = f"{doc_id}~{times[doc_id]}"
        if not isinstance(text, str) or not text.strip():
            without += 1
            continue
        meta, notes = meta_of(dict(zip(wanted, cells, strict=True)), found)
        undated += bool(notes)
        yield _Article(place, doc_id, text, meta)
    if without:
        warnings.warn(f"{without} of {len(frame)} rows have no text, and give nothing", stacklevel=3)
    if undated:
        warnings.warn(f"{undated} of {len(frame)} dates cannot be read, and are left out", stacklevel=3)


def _results(articles: Sequence[_Article], nlp: Language | None, n_process: int) -> Iterator[Extraction]:
    from diplo_ner.api import extract_many

    failed = 0
    for result in extract_many(
        ((a.text, a.meta) for a in articles),
        doc_ids=(a.doc_id for a in articles),
        nlp=nlp,
        n_process=n_process,
        on_error="keep",
    ):
        failed += result.error is not None
        yield result
    if failed:
        warnings.warn(f"{failed} of {len(articles)} articles cannot be read, and give nothing", stacklevel=3)


def _frame(rows: Sequence[Row], columns: dict[str, str]) -> DataFrame:
    frame = _pandas().DataFrame(list(rows), columns=list(columns))
    return frame.astype({name: kind for name, t in columns.items() if (kind := _TYPES[t]) != "object"})


def _as_pandas(frame: Any) -> DataFrame:
    pandas = _pandas()
    if isinstance(frame, pandas.DataFrame):
        return frame
    if hasattr(frame, "__arrow_c_stream__"):
        try:
            import pyarrow
        except ImportError:
            raise missing_extra("pyarrow", "parquet", "frames of other libraries") from None
        try:
            return pyarrow.table(frame).to_pandas()
        except (TypeError, ValueError):  # a column alone hands itself on as Arrow does, too
            pass
    raise ConfigurationError(
        f"{type(frame).__name__} is no data frame",
        advice="give one of pandas, polars or Arrow; collect a lazy one first",
    )


def _string_columns() -> dict[str, str]:
    tables = (ENTITY_COLUMNS, PER_ENTITY_COLUMNS, QUOTE_COLUMNS)
    return {name: "str" for columns in tables for name, kind in columns.items() if kind == "string"}


def _pandas() -> Any:
    try:
        import pandas
    except ImportError:
        raise missing_extra("pandas", "pandas", "data frames") from None
    return pandas
