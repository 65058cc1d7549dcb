"""One entity, one id in all documents of a DataFrame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..corpus import Run
from ..schema import Entity, Extraction, Mention
from .schema import COLUMNS, check_frame, functions_of_spark

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

_ENTITY = ("id", "type", "canonical", "country", "wikidata")
_NEW = ("new_id", "new_canonical", "new_country", "new_wikidata")


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
    functions = functions_of_spark()
    check_frame("extracted", extracted, COLUMNS)
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
