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

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diplo_ner.corpus import Run
from diplo_ner.errors import ConfigurationError, missing_extra
from diplo_ner.io.rows import flat_meta
from diplo_ner.schema import Entity, Extraction, Mention
from diplo_ner.workers import Failure, map_texts

if TYPE_CHECKING:
    from pandas import DataFrame as PandasFrame
    from pyspark.sql import Column, DataFrame
    from spacy.language import Language

_SPAN = "start: bigint, end: bigint, text: string"
_SPEAKER = f"struct<entity: string, {_SPAN}>"
SCHEMA = (
    "doc_id string, model string, "
    "meta struct<date: string, title: string, url: string, source: string, author: string, extra: string>, "
    "entities array<struct<id: string, type: string, canonical: string, country: string, "
    "wikidata: string, known: boolean, "
    f"mentions: array<struct<{_SPAN}, kind: string>>>>, "
    f"quotes array<struct<{_SPAN}, kind: string, cue: string, speaker: {_SPEAKER}, co_speakers: array<{_SPEAKER}>, "
    "confidence: double, rule: string>>, "
    "error string"
)
"""What ``extract`` and ``merge_documents`` give: an ``Extraction`` a row, or why there is none."""

_READ = {"doc_id", "model", "entities", "quotes"}
_COLUMNS = ["doc_id", "model", "meta", "entities", "quotes", "error"]
_ENTITY = ("id", "type", "canonical", "country", "wikidata")
_NEW = ("new_id", "new_canonical", "new_country", "new_wikidata")
_RESULTS_AT_ONCE = 64
_NO_ID = "the row has no id"
_NO_TEXT = "the row has no text"


def extract(
    df: DataFrame,
    *,
    model: str | Path | None = None,
    names: str | Path | None = None,
    id_col: str = "id",
    text_col: str = "text",
) -> DataFrame:
    """Read every article of a DataFrame.

    Args:
        df: One article a row.
        model: As in ``diplo_ner.load``; looked for on each worker and loaded there once a process.
        names: A file of names of one's own, as in ``diplo_ner.load``; a path that every worker can read.
        id_col: The column of the article's name; a name should be there once, numbers become strings.
        text_col: The column of the article, of strings.

    Returns:
        One row an input row, of ``SCHEMA``: ``doc_id``, ``model``, ``entities`` by first mention and
        ``quotes`` by start. Offsets are Unicode code points, as Spark's own ``substring`` counts them (from
        1). Where a row has no id or no text, or reading it failed, ``error`` says why and the lists are
        empty; the job goes on.

    Raises:
        ConfigurationError: When a column is not there or holds no strings.
        MissingExtraError: When pyspark, pandas or pyarrow is not installed.
    """
    functions = _functions()
    types = dict(df.dtypes)
    for column in (id_col, text_col):
        if column not in types:
            raise ConfigurationError(f"there is no column {column!r}", advice=f"give one of {', '.join(types)}")
    if types[text_col] != "string":
        raise ConfigurationError(f"the column {text_col!r} is of type {types[text_col]}", advice="give one of strings")
    rows = df.select(
        functions.col(_quoted(id_col)).cast("string").alias("doc_id"),
        functions.col(_quoted(text_col)).alias("text"),
    )
    return rows.mapInPandas(
        partial(
            read_frames,
            model=None if model is None else str(model),
            names=None if names is None else str(names),
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
    """The mentions of read documents, one a row.

    Args:
        extracted: What ``extract`` or ``merge_documents`` gave.

    Returns:
        ``doc_id``, ``entity`` (its id), ``type``, ``canonical``, ``country``, ``start``, ``end``, ``text``,
        ``kind``.
    """
    functions = _functions()
    entity = extracted.select("doc_id", functions.explode("entities").alias("e"))
    one = entity.select("doc_id", "e", functions.explode("e.mentions").alias("m"))
    return one.select(
        "doc_id", functions.col("e.id").alias("entity"), "e.type", "e.canonical", "e.country",
        "m.start", "m.end", "m.text", "m.kind",
    )  # fmt: skip


def quotes(extracted: DataFrame) -> DataFrame:
    """The quotes of read documents, one a row.

    Args:
        extracted: What ``extract`` or ``merge_documents`` gave.

    Returns:
        ``doc_id``, ``start``, ``end``, ``text``, ``kind``, ``cue``, ``speaker`` (an entity's id),
        ``speaker_text``, ``speaker_start``, ``speaker_end``, ``confidence``, ``rule``.
    """
    functions = _functions()
    col = functions.col
    one = extracted.select("doc_id", functions.explode("quotes").alias("q"))
    return one.select(
        "doc_id", "q.start", "q.end", "q.text", "q.kind", "q.cue",
        col("q.speaker.entity").alias("speaker"), col("q.speaker.text").alias("speaker_text"),
        col("q.speaker.start").alias("speaker_start"), col("q.speaker.end").alias("speaker_end"),
        "q.confidence", "q.rule",
    )  # fmt: skip


def read_frames(frames: Iterable[PandasFrame], *, model: str | None, names: str | None) -> Iterator[PandasFrame]:
    """Read the articles of pandas frames; this is what runs on a worker.

    Args:
        frames: Frames whose first column is the article's name and whose second is its text.
        model: As in ``diplo_ner.load``.
        names: As in ``diplo_ner.load``.

    Yields:
        Frames of ``SCHEMA``, a row each row, in order.
    """
    import pandas

    make = partial(_reader, model, names)
    for frame in frames:
        for start in range(0, len(frame), _RESULTS_AT_ONCE):
            part = frame.iloc[start : start + _RESULTS_AT_ONCE]
            rows = zip(part.iloc[:, 0], part.iloc[:, 1], strict=True)
            yield pandas.DataFrame(list(_rows(rows, make)), columns=_COLUMNS, dtype=object)


@lru_cache(maxsize=4)
def _pipeline(model: str | None, names: str | None) -> Language:
    """The pipeline of this process: loaded on first use and kept, so that none ever travels."""
    from diplo_ner.pipeline import load

    return load(model, names=names)


def _reader(model: str | None, names: str | None) -> Callable[[list[tuple[str, str]]], Iterator[Extraction]]:
    from diplo_ner.api import extract_many

    nlp = _pipeline(model, names)
    return lambda items: extract_many(
        [text for _, text in items], doc_ids=[doc_id for doc_id, _ in items], nlp=nlp, on_error="keep"
    )


def _rows(
    rows: Iterable[tuple[Any, Any]],
    make: Callable[[], Callable[[list[tuple[str, str]]], Iterator[Extraction]]],
) -> Iterator[dict[str, Any]]:
    """A result each row: of those that hold a text, what was read; of the others, what they lack."""
    told = [(i if isinstance(i, str) else None, t if isinstance(t, str) else None) for i, t in rows]
    read = iter(map_texts([(i, t) for i, t in told if i is not None and t is not None], make))
    for doc_id, text in told:
        if doc_id is None or text is None:
            yield _nothing(doc_id, _NO_ID if doc_id is None else _NO_TEXT)
            continue
        result = next(read)
        if isinstance(result, Failure):
            yield _nothing(doc_id, f"{result.kind}: {result.message}")
        elif result.error is not None:
            yield _nothing(doc_id, str(result.error))
        else:
            yield {**result.model_dump(mode="json", include=_READ), "meta": flat_meta(result.meta), "error": None}


def _nothing(doc_id: str | None, error: str) -> dict[str, Any]:
    return {"doc_id": doc_id, "model": None, "meta": None, "entities": [], "quotes": [], "error": error}


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
