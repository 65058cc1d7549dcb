"""Spark's local mode with two workers gives what one machine gives."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import sys
import warnings
from functools import cache, partial
from pathlib import Path

import pytest

from diplo_ner import extract_many, load, merge_documents
from diplo_ner import spark as diplo
from diplo_ner.errors import ConfigurationError
from diplo_ner.io.rows import ENTITY_COLUMNS, QUOTE_COLUMNS, entity_rows, quote_rows
from diplo_ner.pipeline import model_name
from diplo_ner.schema import Extraction
from diplo_ner.spark.reading import read_frames

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
]

FIXTURES = Path(__file__).parents[1] / "fixtures"
MODEL = "fr_core_news_sm"

java = pytest.mark.skipif(
    shutil.which("java") is None and "JAVA_HOME" not in os.environ, reason="Spark needs a Java runtime"
)


@cache
def texts() -> dict[str, str]:
    """Articles by id, in the order of the ids; what is alike in several of them, and what is odd."""
    files = [*FIXTURES.glob("articles/*.txt"), *sorted(FIXTURES.glob("styles/*.txt"))[::4]]
    found = {path.stem: path.read_bytes().decode("utf-8") for path in files}
    found |= {
        "z-alone-1": "M. Durand a dit non. Sergueï Lavrov n’a rien dit.",
        "z-alone-2": "M. Durand a dit oui. « Rien », a soufflé Serguei Lavrov.",
        "z-empty": "",
        "z-emoji": '🇫🇷 « Oui 👍🏽 », a dit Emmanuel Macron à l’Élysée.\r\n\r\nDurand\u00a0: "non".',
        "z-marks": "«" * 50 + "\x00\u202e" + "»" * 49,
    }
    return dict(sorted(found.items()))


@cache
def here() -> tuple[Extraction, ...]:
    """What one machine reads in them."""
    return tuple(extract_many(texts().values(), doc_ids=texts(), nlp=load(MODEL)))


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    pytest.importorskip("pandas", reason="pandas is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    folder = tmp_path_factory.mktemp("spark")
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYSPARK_DRIVER_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("PYTHONPATH", os.pathsep.join(p for p in sys.path if p))
        builder = sql.SparkSession.builder.master("local[2]").appName("diplo_ner")
        for key, value in {
            "spark.ui.enabled": "false",
            "spark.sql.shuffle.partitions": "3",
            "spark.sql.warehouse.dir": str(folder / "warehouse"),
            "spark.local.dir": str(folder / "local"),
            "spark.ui.showConsoleProgress": "false",
            "spark.driver.memory": "1g",
        }.items():
            builder = builder.config(key, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


@pytest.fixture(scope="module")
def read(session, tmp_path_factory):
    """The articles read by Spark, in another order, with rows that hold none, by way of Parquet."""
    folder = tmp_path_factory.mktemp("lake")
    rows = [*reversed(texts().items()), ("no-text", None), (None, "Moscou nie."), (None, None)]
    articles = session.createDataFrame(rows, "id string, text string").repartition(4)
    articles.write.parquet(str(folder / "articles"))
    diplo.extract(session.read.parquet(str(folder / "articles")), model=MODEL).write.parquet(str(folder / "read"))
    return session.read.parquet(str(folder / "read"))


@pytest.fixture(scope="module")
def run(read):
    return diplo.merge_documents(read).persist()


def documents(frame) -> list[dict]:
    """Documents that were read, by id, in the form of their JSON."""
    rows = (row.asDict(recursive=True) for row in frame.where("error is null").collect())
    found = sorted(rows, key=lambda row: row["doc_id"])
    assert [row.pop("error") for row in found] == [None] * len(found)
    assert {row["doc_id"]: row.pop("text") for row in found} == texts()
    return found


def as_json(extractions) -> list[dict]:
    return [json.loads(e.model_dump_json()) for e in extractions]


@java
def test_two_workers_read_what_one_machine_reads(read):
    assert documents(read) == as_json(here())
    assert sum(len(e.quotes) for e in here()) > 50


@java
def test_two_workers_merge_what_one_machine_merges(run):
    merged = merge_documents(here())
    assert documents(run) == as_json(merged)
    ids = {e.doc_id: {x.canonical: x.id for x in e.entities} for e in merged}
    assert ids["z-alone-1"]["Durand"] != ids["z-alone-2"]["Durand"]
    assert ids["z-alone-1"]["Sergueï Lavrov"] == ids["z-alone-2"]["Sergueï Lavrov"]


@java
def test_rows_that_hold_no_article_are_told_and_the_job_goes_on(run):
    rows = sorted((r.doc_id or "", r.error, r.entities, r.quotes) for r in run.where("error is not null").collect())
    assert rows == [("", "the row has no id", [], [])] * 2 + [("no-text", "the row has no text", [], [])]


@java
def test_mentions_and_quotes_come_one_a_row(run):
    merged = {e.doc_id: e for e in merge_documents(here())}
    for found, rows_of, columns in (
        (diplo.mentions(run), entity_rows, ENTITY_COLUMNS),
        (diplo.quotes(run), quote_rows, QUOTE_COLUMNS),
    ):
        assert found.columns == list(columns)
        rows = sorted((r.asDict() for r in found.collect()), key=lambda row: (row["doc"], row["start"]))
        assert rows == [row for doc_id, text in texts().items() for row in rows_of(merged[doc_id], text)]
    told = diplo.quotes(run).where("speaker_id = 'serguei-lavrov'").collect()
    assert {r.speaker for r in told} == {"Sergueï Lavrov"}


@java
def test_what_is_told_of_an_article_goes_along(session):
    rows = session.createDataFrame(
        [("a", "« Non », a dit M. Lavrov.", "12/02/2024", "Le Courrier", 3), ("b", "Moscou nie.", "hier", None, 4)],
        "id string, text string, publish_date string, media_name string, page int",
    )
    read = diplo.merge_documents(diplo.extract(rows, model=MODEL, keep=["page"]).persist())
    told = {r.doc_id: (r.meta.date, r.meta.source, json.loads(r.meta.extra)) for r in read.collect()}
    assert told == {
        "a": ("2024-02-12", "Le Courrier", {"page": 3}),
        "b": (None, None, {"page": 4, "publish_date": "hier"}),
    }
    assert [(r.date, r.source, r.speaker_id) for r in diplo.quotes(read).collect()] == [
        ("2024-02-12", "Le Courrier", "serguei-lavrov")
    ]
    with pytest.raises(ConfigurationError, match="no column 'journal'"):
        diplo.extract(rows, source_col="journal")


@java
def test_offsets_are_those_of_sparks_own_substring(session, run):
    rows = session.createDataFrame(list(texts().items()), "doc_id string, article string")
    found = diplo.mentions(run).withColumnRenamed("doc", "doc_id")
    cut = found.join(rows, "doc_id").selectExpr("mention", "substring(article, start + 1, end - start) as cut")
    assert cut.where("mention != cut").count() == 0 < cut.count()


@java
def test_documents_of_one_id_make_the_job_fail(session):
    rows = session.createDataFrame([("a", "Moscou nie."), ("a", "Paul Durand le dit.")], "id string, text string")
    twice = diplo.merge_documents(diplo.extract(rows, model=MODEL).persist())
    with pytest.raises(Exception, match="more than one document has the id a"):
        twice.collect()


@java
def test_a_number_will_do_for_an_id_and_a_dot_in_a_column(session):
    rows = session.createDataFrame([(7, "L'OTAN nie.")], "`the.id` bigint, `the.text` string")
    read = diplo.extract(rows, model=MODEL, id_col="the.id", text_col="the.text").collect()
    assert [(r.doc_id, r.entities[0].canonical) for r in read] == [("7", "OTAN")]


@java
def test_wrong_columns_are_refused_before_anything_runs(session):
    rows = session.createDataFrame([(7, "x")], "id bigint, text string")
    with pytest.raises(ConfigurationError, match="no column 'doc'; give one of id, text"):
        diplo.extract(rows, id_col="doc")
    with pytest.raises(ConfigurationError, match="'id' is of type bigint"):
        diplo.extract(rows, text_col="id")


def test_a_worker_loads_the_model_once_and_none_travels(monkeypatch):
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    loaded = []
    nlp = load(MODEL)
    monkeypatch.setattr("diplo_ner.pipeline.load", lambda model, names=None: loaded.append(model) or nlp)
    work = partial(read_frames, model="one-of-this-test", names=None)
    assert len(pickle.dumps(work)) < 500
    frame = pandas.DataFrame({"id": [str(n) for n in range(150)], "text": ["Moscou nie."] * 150, "told": None})
    found = pandas.concat([*work([frame]), *work([frame])])
    assert loaded == ["one-of-this-test"]
    assert list(found["doc_id"]) == [*frame["id"], *frame["id"]]


def test_a_text_that_fails_is_told_in_its_row(monkeypatch):
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")

    def failing(text, *_, **__):
        if text == "bad":
            raise ValueError("of this text")
        return (), (), ()

    nlp = load(MODEL)
    monkeypatch.setattr("diplo_ner.reading.read", failing)
    monkeypatch.setattr("diplo_ner.pipeline.load", lambda model, names=None: nlp)
    frame = pandas.DataFrame({"id": list("abcd"), "text": ["good", "bad", None, "good"], "told": None})
    (found,) = read_frames([frame], model="another-of-this-test", names=None)
    assert list(found["error"]) == [None, "ValueError: of this text", "the row has no text", None]
    assert list(found["doc_id"]) == list("abcd")
    assert list(found["model"]) == [model_name(nlp), None, None, model_name(nlp)]
