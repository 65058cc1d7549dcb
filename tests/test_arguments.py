"""Every public function refuses what it is not made for, with an exception of the package that advises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.lang.fr import French

from diplo_ner import DiploNerError, compare_names, extract, extract_many, frames, load, merge_documents, read_table
from diplo_ner.corpus import Run
from diplo_ner.evaluation import Case, evaluate
from diplo_ner.house_style import house_style
from diplo_ner.names.cluster import cluster
from diplo_ner.proofreading import proofread
from diplo_ner.report import render, repr_html
from diplo_ner.schema import Entity, Extraction

PLAIN = [None, 7, 0, float("nan"), b"x", object(), [None], [7], ["a"], {"a": 1}, [], {}, ""]
"""Of no use to anybody; each function takes some of them, and these are named beside it."""
READ = Extraction(doc_id="a", model="m", entities=(Entity(id="x", type="PERSON", canonical="X"),))
GOLD = {"entities": [], "quotes": []}
NLP = French()


def wrong(*taken: Any) -> list[Any]:
    """What is wrong where some plain values may be taken."""
    return [one for one in PLAIN if not any(type(one) is type(other) and one == other for other in taken)]


def case(**changed: Any) -> list[Case]:
    return [Case("a", GOLD, READ, "")._replace(**changed)]


def merged() -> Any:
    run = Run()
    run.note(READ)
    return run.merge()


CALLS: list[tuple[str, Callable[[Any], object], list[Any]]] = [
    ("extract", lambda one: extract(one, nlp=NLP), wrong("")),
    ("extract meta", lambda one: extract("a", meta=one, nlp=NLP), wrong(None, {}, {"a": 1})),
    ("extract doc_id", lambda one: extract("a", doc_id=one, nlp=NLP), wrong(None, "")),
    ("extract nlp", lambda one: extract("a", nlp=one), wrong(None)),
    ("extract_many", lambda one: list(extract_many(one, nlp=NLP)), wrong([], ["a"])),
    ("extract_many doc_ids", lambda one: list(extract_many(["a"], doc_ids=one, nlp=NLP)), wrong(None, [None], ["a"], {"a": 1})),
    ("extract_many n_process", lambda one: list(extract_many(["a"], n_process=one, nlp=NLP)), wrong(7)),
    ("extract_many on_error", lambda one: list(extract_many(["a"], on_error=one, nlp=NLP)), wrong()),
    ("load", load, wrong(None, "")),
    ("merge_documents", merge_documents, wrong([])),
    ("Run.note", lambda one: Run().note(one), wrong()),
    ("Merged.apply", lambda one: merged().apply(one, 0), wrong()),
    ("Merged.apply number", lambda one: merged().apply(READ, one), wrong(0)),
    ("compare_names", lambda one: compare_names(one, "a"), wrong("")),
    ("compare_names type", lambda one: compare_names("a", "b", type=one), wrong()),
    ("cluster", cluster, wrong([], ["a"], {}, {"a": 1})),
    ("entity", READ.entity, wrong()),
    ("entities_of", READ.entities_of, wrong()),
    ("quotes_by", READ.quotes_by, wrong()),
    ("quotes_by missing_ok", lambda one: READ.quotes_by(one, missing_ok=True), wrong("")),
    ("evaluate", evaluate, wrong([])),
    ("Case.gold", lambda one: evaluate(case(gold=one)), wrong()),
    ("Case.gold entities", lambda one: evaluate(case(gold={"entities": one, "quotes": []})), wrong([], {}, "")),
    ("Case.gold quotes", lambda one: evaluate(case(gold={"entities": [], "quotes": one})), wrong([], {}, "")),
    ("Case.predicted", lambda one: evaluate(case(predicted=one)), wrong({}, {"a": 1})),
    ("Case.text", lambda one: evaluate(case(text=one)), wrong("")),
    ("render", lambda one: render(one, [""], title="t"), wrong()),
    ("render texts", lambda one: render([READ], one, title="t"), wrong(["a"])),
    ("render title", lambda one: render([READ], [""], title=one), wrong("")),
    ("render lang", lambda one: render([READ], [""], title="t", lang=one), wrong()),
    ("repr_html", repr_html, wrong()),
    ("repr_html lang", lambda one: repr_html(READ, lang=one), wrong()),
    ("proofread", lambda one: proofread(one, READ), wrong("")),
    ("proofread extraction", lambda one: proofread("", one), wrong()),
    ("proofread style", lambda one: proofread("", READ, style=one), wrong([])),
    ("proofread own", lambda one: proofread("", READ, own=one), wrong([])),
    ("house_style", house_style, wrong()),
]  # fmt: skip


def refused(call: Callable[[Any], object], one: Any) -> None:
    with pytest.raises(DiploNerError) as raised:
        call(one)
    assert raised.value.message and raised.value.advice


@pytest.mark.parametrize(
    ("call", "one"), [pytest.param(call, one, id=f"{name}-{one!r:.12}") for name, call, ones in CALLS for one in ones]
)
def test_what_it_is_not_made_for_is_refused_with_advice(call: Callable[[Any], object], one: Any) -> None:
    refused(call, one)


def test_frames_refuse_with_advice() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"text": ["Moscou nie."]})
    for one in wrong():
        refused(lambda one: frames.read(one, nlp=NLP), one)
        refused(read_table, one)
    for one in wrong(None):
        for role in ("text", "id", "date", "title", "url", "source", "author"):
            refused(lambda one, role=role: frames.read(frame, nlp=NLP, **{"text": "text", role: one}), one)
    for one in wrong(7):
        refused(lambda one: frames.read(frame, nlp=NLP, n_process=one), one)
    refused(lambda one: frames.read(one, nlp=NLP), frame[["text", "text"]])


def test_stores_refuse_with_advice(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    from diplo_ner.store.documents import get_document
    from diplo_ner.store.dossiers import get_profile
    from diplo_ner.store.names import begins_with, find_entities
    from diplo_ner.store.opening import open_store, open_to_write
    from diplo_ner.store.query import Query, first_day, last_day, terms_of
    from diplo_ner.store.searching import Search

    store = open_to_write(tmp_path / "a.duckdb")
    for one in wrong():
        for call in (open_store, first_day, last_day, lambda one: Search(one, Query()), lambda one: Search(store, one)):
            refused(call, one)
        for ask in (find_entities, begins_with, get_document, get_profile):
            refused(lambda one, ask=ask: ask(one, "a"), one)
    for one in wrong(""):
        refused(open_to_write, one)
        refused(terms_of, one)
        refused(lambda one: Query(text=one), one)
        refused(lambda one: Query(article=one), one)
        for ask in (find_entities, begins_with, get_document, get_profile):
            refused(lambda one, ask=ask: ask(store, one), one)
    for one in wrong([], ["a"]):
        for name in ("speaker", "about", "country", "source", "type"):
            refused(lambda one, name=name: Query(**{name: one}), one)
    refused(lambda one: Query(speaker=one), "Lavrov")
    for one in wrong(None):
        refused(lambda one: Query(since=one), one)
        refused(lambda one: Query(until=one), one)
    for one in wrong(0):
        refused(lambda one: Query(min_confidence=one), one)


def test_frames_of_spark_refuse_with_advice() -> None:
    pytest.importorskip("pyspark")
    from diplo_ner import spark

    class Frame:
        columns = ("id", "text")
        dtypes = (("id", "string"), ("text", "string"))
        mapInPandas = None  # noqa: N815

    for one in wrong():
        for call in (spark.extract, spark.merge_documents, spark.mentions, spark.quotes):
            refused(call, one)
    for call in (spark.merge_documents, spark.mentions, spark.quotes):
        refused(call, Frame())
    for role in ("date_col", "title_col", "url_col", "source_col", "author_col"):
        for one in wrong(None):
            refused(lambda one, role=role: spark.extract(Frame(), **{role: one}), one)
    for one in wrong():
        refused(lambda one: spark.extract(Frame(), id_col=one), one)
        refused(lambda one: spark.extract(Frame(), text_col=one), one)
    for one in wrong(None, ""):
        refused(lambda one: spark.extract(Frame(), model=one), one)
        refused(lambda one: spark.extract(Frame(), names=one), one)
    for one in wrong([]):
        refused(lambda one: spark.extract(Frame(), keep=one), one)


def test_what_is_wrong_is_told_in_few_words() -> None:
    with pytest.raises(DiploNerError, match=r"^title is None; give a string$"):
        render([READ], [""], title=None)  # type: ignore[arg-type]
    with pytest.raises(DiploNerError, match=r"^cases is None; give a list, each a Case$"):
        evaluate(None)  # type: ignore[arg-type]
    with pytest.raises(DiploNerError, match="^text of a is of type str; give the article$".replace("str", "list")):
        evaluate(case(text=["x" * 100]))
    with pytest.raises(DiploNerError, match="the run has not noted these entities in document 5; note every document"):
        merged().apply(Extraction(doc_id="b", model="m", entities=(Entity(id="y", type="PERSON", canonical="Y"),)), 5)
