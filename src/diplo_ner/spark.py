"""The same over a cluster: articles in a Spark DataFrame, results in DataFrames of a declared schema.

The functions bear the names they have on one machine, and give what they give there::

    from diplo_ner import spark as diplo

    read = diplo.extract(session.read.parquet("articles"), id_col="id", text_col="text")
    read.write.parquet("read")                                   # the model runs here, once over each article
    run = diplo.merge_documents(session.read.parquet("read"))    # one id an entity in all of them
    diplo.mentions(run).write.parquet("mentions")
    diplo.quotes(run).write.parquet("quotes")

Needs the extra ``spark``, and the package with its model on every worker.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from diplo_ner.corpus import Run
from diplo_ner.errors import ConfigurationError, missing_extra
from diplo_ner.io.rows import ENTITY_COLUMNS, QUOTE_COLUMNS, Row, entity_rows, flat_meta, quote_rows
from diplo_ner.metadata.fields import ALL, Fields, Found, find_fields
from diplo_ner.metadata.records import meta_of
from diplo_ner.schema import Entity, Extraction, Mention, Meta
from diplo_ner.workers import Failure, map_texts

if TYPE_CHECKING:
    from pandas import DataFrame as PandasFrame
    from pyspark.sql import Column, DataFrame
    from spacy.language import Language

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

_READ = {"doc_id", "model", "entities", "quotes"}
_COLUMNS = ["doc_id", "text", "model", "meta", "entities", "quotes", "error"]
_ENTITY = ("id", "type", "canonical", "country", "wikidata")
_NEW = ("new_id", "new_canonical", "new_country", "new_wikidata")
_RESULTS_AT_ONCE = 64
_TYPES = {"string": "string", "int64": "bigint", "float64": "double", "bool": "boolean"}
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
        MissingExtraError: When pyspark, pandas or pyarrow is not installed.
    """
    functions = _functions()
    types = dict(df.dtypes)
    fields = Fields(text_col, id_col, date_col, title_col, url_col, source_col, author_col, tuple(keep))
    for column in (*fields.told(), *fields.keep):
        if column not in types and column != ALL:
            raise ConfigurationError(f"there is no column {column!r}", advice=f"give one of {', '.join(types)}")
    if types[text_col] != "string":
        raise ConfigurationError(f"the column {text_col!r} is of type {types[text_col]}", advice="give one of strings")
    found = find_fields(fields, tuple(df.columns))
    beside = [functions.col(_quoted(name)).alias(name) for name in found.wanted() if name not in (id_col, text_col)]
    rows = df.select(
        functions.col(_quoted(id_col)).cast("string").alias("doc_id"),
        functions.col(_quoted(text_col)).alias("text"),
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


def merge_documents(extracted: DataFrame) -> DataFrame:
    """Give one entity one id in all documents.

    Two passes: the distinct names are gathered and merged once on the driver, by ``diplo_ner.corpus.Run``,
    and what comes of each is joined back. The result is that of ``diplo_ner.merge_documents`` on the same
    documents in the order of their ids, however the rows are spread. Each pass reads ``extracted``: write or
    persist it before, or the model runs twice. The driver holds each distinct name of the run, and each
    family name that stands alone once a document.

    Args:
        extracted: What ``extract`` gave.

    Returns:
        The same rows, in no order, with the run's ids and canonical names. Two documents of one id make the
        job fail.
    """
    functions = _functions()
    col = functions.col
    named = extracted.select("doc_id", functions.posexplode("entities").alias("place", "e"))
    named = named.select("doc_id", "place", "e.*", _alone(functions).alias("alone"))
    forms = (
        named.groupBy(*_ENTITY, "alone")
        .agg(functions.min(functions.struct("doc_id", "place")).alias("first"), functions.max("known").alias("known"))
        .orderBy("first")
        .drop("first")
    )
    new_names = extracted.sparkSession.createDataFrame(
        _merged(tuple(row) for row in forms.toLocalIterator()),
        ", ".join(f"{name} string" for name in (*_ENTITY, "alone", *_NEW)) + ", new_known boolean",
    )
    keys = (*_ENTITY, "alone")
    there = new_names.select(*(col(k).alias(f"old_{k}") for k in keys), *_NEW, "new_known")
    renamed = named.join(there, [col(k).eqNullSafe(col(f"old_{k}")) for k in keys])
    return _rewritten(extracted, renamed, functions)


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
    functions = _functions()
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
            yield pandas.DataFrame(list(_rows(rows, make)), columns=_COLUMNS, dtype=object)


@lru_cache(maxsize=4)
def _pipeline(model: str | None, names: str | None) -> Language:
    """The pipeline of this process: loaded on first use and kept, so that none ever travels."""
    from diplo_ner.pipeline import load

    return load(model, names=names)


def _reader(model: str | None, names: str | None) -> Callable[[list[_Article]], Iterator[Extraction]]:
    from diplo_ner.api import extract_many

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


def _alone(functions: Any) -> Column:
    """The document of a person told by one name: such a name never crosses from one document to another."""
    alone: Column = functions.when(
        (functions.col("e.type") == "PERSON") & ~functions.col("e.canonical").contains(" "),
        functions.col("doc_id"),
    )
    return alone


def _merged(forms: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Each distinct form, in the order in which the run meets them, with its id and name in the run."""
    run = Run()
    held: list[tuple[Extraction, tuple[Any, ...]]] = []
    for ident, kind, canonical, country, item, alone, known in forms:
        mention = Mention(start=0, end=len(canonical), text=canonical)
        entity = Entity(
            id=ident, type=kind, canonical=canonical, country=country, wikidata=item, known=known, mentions=(mention,)
        )
        extraction = Extraction(doc_id=alone, model="", entities=(entity,))
        run.note(extraction)
        held.append((extraction, (ident, kind, canonical, country, item, alone)))
    merged = run.merge()
    found = []
    for number, (extraction, form) in enumerate(held):
        new = merged.apply(extraction, number).entities[0]
        found.append((*form, new.id, new.canonical, new.country, new.wikidata, new.known))
    return found


def _rewritten(extracted: DataFrame, renamed: DataFrame, functions: Any) -> DataFrame:
    """Documents with their entities' new names: those that became one are one, and speakers follow."""
    col = functions.col
    one = (
        renamed.repartition("doc_id")
        .groupBy("doc_id", col("new_id").alias("id"))
        .agg(
            functions.min(functions.struct("place", "type", *_NEW[1:], "new_known")).alias("first"),
            functions.sort_array(functions.flatten(functions.collect_list("mentions"))).alias("mentions"),
            functions.collect_list(functions.struct(col("id").alias("key"), col("new_id").alias("value"))).alias("ids"),
            functions.collect_list("place").alias("places"),
        )
    )
    entity = functions.struct(
        col("first.place").alias("place"), "id", col("first.type").alias("type"),
        col("first.new_canonical").alias("canonical"), col("first.new_country").alias("country"),
        col("first.new_wikidata").alias("wikidata"), col("first.new_known").alias("known"), "mentions",
    )  # fmt: skip
    together = one.groupBy("doc_id").agg(
        functions.sort_array(functions.collect_list(entity)).alias("placed"),
        functions.flatten(functions.collect_list("ids")).alias("ids"),
        functions.flatten(functions.collect_list("places")).alias("places"),
    )
    twice = functions.size("places") != functions.size(functions.array_distinct("places"))
    message = functions.concat(functions.lit("more than one document has the id "), col("doc_id"))
    documents = together.select(
        "doc_id",
        "placed",
        functions.when(twice, functions.raise_error(message)).otherwise(functions.map_from_entries("ids")).alias("ids"),
    )
    plain = functions.transform("placed", lambda e: e.dropFields("place"))

    def told(speaker: Column) -> Column:
        named = speaker.withField("entity", col("ids")[speaker["entity"]])
        chosen: Column = functions.when(speaker["entity"].isNull(), speaker).otherwise(named)
        return chosen

    speakers = functions.transform(
        "quotes",
        lambda q: q.withField("speaker", told(q["speaker"])).withField(
            "co_speakers", functions.transform(q["co_speakers"], told)
        ),
    )
    return extracted.join(documents, "doc_id", "left").select(
        "doc_id",
        "text",
        "model",
        "meta",
        functions.coalesce(plain, functions.array()).alias("entities"),
        functions.when(col("ids").isNull(), col("quotes")).otherwise(speakers).alias("quotes"),
        "error",
    )


def _quoted(column: str) -> str:
    """A column's name so that dots in it are letters."""
    return f"`{column.replace('`', '``')}`"


def _functions() -> Any:
    try:
        import pandas  # noqa: F401
        import pyarrow  # noqa: F401
        from pyspark.sql import functions
    except ImportError as error:
        raise missing_extra(error.name or "pyspark", "spark", "DataFrames of Spark") from None
    return functions
