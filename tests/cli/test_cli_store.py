"""``build`` and ``search``: a store is made, grows, goes on where it stopped, and is asked."""

from __future__ import annotations

import csv
import json
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import fake_engine
import pytest

from conftest import Invoke
from diplo_ner.cli.build import build_store
from diplo_ner.cli.job import Job
from diplo_ner.io.parquet import ParquetTable, result_columns
from diplo_ner.schema import Extraction
from diplo_ner.store.opening import open_store, open_to_write
from diplo_ner.store.ready import hold_ready

pytest.importorskip("duckdb")


def ask(path: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = open_store(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


@pytest.fixture
def store(invoke: Invoke, articles: Path, tmp_path: Path) -> Path:
    path = tmp_path / "press.duckdb"
    assert invoke("build", articles, "-o", path).exit_code == 0
    return path


def test_build_reads_each_article_once(
    invoke: Invoke, articles: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask(store, "SELECT doc_id FROM documents ORDER BY doc_id") == [("a",), ("b",), ("c",)]
    read: list[str] = []
    extract = fake_engine.extract
    monkeypatch.setattr(fake_engine, "extract", lambda text, **more: (read.append(text), extract(text, **more))[1])
    again = invoke("build", articles, "-o", store)
    assert again.exit_code == 0
    assert "0 documents added, 3 known already" in again.stderr
    (articles / "d.txt").write_text("Lavrov revient.", encoding="utf-8")
    shutil.copy(articles / "a.txt", articles / "copy.txt")
    assert invoke("build", articles, "-o", store).exit_code == 0
    assert read == ["Lavrov revient."]
    assert ask(store, "SELECT count(*) FROM documents") == [(4,)]


def test_build_takes_a_corrected_article_for_the_old_one(invoke: Invoke, articles: Path, store: Path) -> None:
    (articles / "a.txt").write_text("« Oui », a déclaré Antony Blinken.", encoding="utf-8")
    assert invoke("build", articles, "-o", store).exit_code == 0
    assert ask(store, "SELECT quote FROM quote_table") == [("Oui",)]
    assert ask(store, "SELECT count(*) FROM documents") == [(3,)]


def test_build_keeps_two_articles_of_one_name_apart(invoke: Invoke, tmp_path: Path, store: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("Lavrov est à Genève.", encoding="utf-8")
    for _ in range(2):
        assert invoke("build", other / "a.txt", "-o", store).exit_code == 0
    assert ask(store, "SELECT doc_id FROM documents ORDER BY doc_id") == [("a",), ("a~2",), ("b",), ("c",)]


def test_table_that_grows_is_read_where_it_grew(
    invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, store = tmp_path / "archive.jsonl", tmp_path / "s.duckdb"
    lines = [json.dumps({"text": f"Lavrov parle, {n}.", "id": f"n{n}"}) for n in range(3)]
    table.write_text("\n".join(lines[:2]), encoding="utf-8")
    assert invoke("build", table, "--id-field", "id", "-o", store).exit_code == 0
    read: list[str] = []
    extract = fake_engine.extract
    monkeypatch.setattr(fake_engine, "extract", lambda text, **more: (read.append(text), extract(text, **more))[1])
    table.write_text("\n".join(lines), encoding="utf-8")
    assert invoke("build", table, "--id-field", "id", "-o", store).exit_code == 0
    assert read == ["Lavrov parle, 2."]


def test_build_tells_what_fails_and_tries_it_again(invoke: Invoke, articles: Path, tmp_path: Path) -> None:
    (articles / "x.txt").write_text("PANNE", encoding="utf-8")
    store, failures = tmp_path / "s.duckdb", tmp_path / "failures.csv"
    done = invoke("build", articles, tmp_path / "absent.txt", "-o", store, "--failures", failures)
    assert done.exit_code == 1
    assert "x.txt" in failures.read_text() and "absent.txt" in failures.read_text()
    assert ask(store, "SELECT count(*) FROM documents") == [(3,)]
    (articles / "x.txt").write_text("Lavrov.", encoding="utf-8")
    assert invoke("build", articles, "-o", store).exit_code == 0
    assert ask(store, "SELECT count(*) FROM documents") == [(4,)]


class _Stop(BaseException):
    pass


@pytest.mark.slow
def test_interrupted_build_goes_on(articles: Path, tmp_path: Path, invoke: Invoke) -> None:
    store = tmp_path / "s.duckdb"
    count = 0

    def extract_many(*given: Any, **more: Any) -> Iterator[Extraction]:
        nonlocal count
        for found in fake_engine.extract_many(*given, **more):
            yield found
            count += 1
            if count == 2:
                raise _Stop

    job = Job(paths=(str(articles),), output=store)
    with pytest.raises(_Stop):
        build_store(job, replace(fake_engine.engine(), extract_many=extract_many))
    refused = invoke("search", store)
    assert refused.exit_code == 1 and "not finished" in refused.stderr
    assert "1 documents added, 2 known already" in invoke("build", articles, "-o", store).stderr
    assert ask(store, "SELECT count(*) FROM documents") == [(3,)]


@pytest.mark.slow
def test_killed_build_goes_on(
    start: Callable[..., subprocess.Popen[bytes]], articles: Path, tmp_path: Path, invoke: Invoke
) -> None:
    for number in range(90):
        (articles / f"n{number:02}.txt").write_text(f"Lavrov parle, {number}.", encoding="utf-8")
    store = tmp_path / "s.duckdb"
    process = start("build", articles, "-o", store, seconds=0.05)
    end = time.monotonic() + 600
    log = tmp_path / "s.duckdb.wal"
    while not (log.exists() and log.stat().st_size > 20_000) and process.poll() is None:
        assert time.monotonic() < end
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    told = invoke("build", articles, "-o", store)
    assert told.exit_code == 0, told.stderr
    assert ask(store, "SELECT count(*), count(DISTINCT hash) FROM documents") == [(93, 93)]
    assert "0 known" not in told.stderr


def test_build_with_another_model_or_names_is_refused(
    invoke: Invoke, articles: Path, store: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.csv"
    names.write_text("name,type\n", encoding="utf-8")
    (articles / "new.txt").write_text("Lavrov.", encoding="utf-8")
    refused = invoke("build", articles, "-o", store, "--names", names)
    assert refused.exit_code == 2 and "another file of names" in refused.stderr
    connection = open_to_write(store)
    connection.execute("UPDATE store SET value = 'other' WHERE name = 'model'")
    connection.close()
    refused = invoke("build", articles, "-o", store)
    assert refused.exit_code == 2 and "read with other" in refused.stderr
    assert invoke("build", articles, "-o", store, "--force").exit_code == 0
    assert ask(store, "SELECT count(*) FROM documents") == [(4,)]


def test_build_wants_a_file_that_is_a_store(invoke: Invoke, articles: Path, tmp_path: Path) -> None:
    assert invoke("build", articles).exit_code == 2
    assert invoke("build", articles, "-o", tmp_path / "s.duckdb", "--no-merge").exit_code == 2
    note = tmp_path / "note.txt"
    note.write_text("no store" * 1000)
    for more in ([], ["--force"]):
        refused = invoke("build", articles, "-o", note, *more)
        assert refused.exit_code != 0 and "no store" in refused.stderr
        assert note.read_text() == "no store" * 1000


@pytest.mark.parametrize("with_text", [True, False])
def test_results_in_parquet_are_taken_in_as_they_are(invoke: Invoke, tmp_path: Path, with_text: bool) -> None:
    text = "« Non », a déclaré Antony Blinken à Moscou."
    folder = tmp_path / "read"
    folder.mkdir()
    columns = {n: t for n, t in result_columns().items() if with_text or n != "text"}
    with (folder / "part-0.parquet").open("wb") as stream:
        table = ParquetTable(stream, {**columns, "error": "string"})
        found = fake_engine.extract(text, doc_id="spark-1").model_dump()
        found["meta"] = {
            "date": "2022-03-01",
            "title": "T",
            "url": None,
            "source": "S",
            "author": None,
            "extra": '{"p": 1}',
        }
        table.write([{**found, "text": text, "error": None}])
        table.write([{**found, "doc_id": "broken", "entities": [], "quotes": [], "error": "died", "text": None}])
        table.close()
    store = tmp_path / "s.duckdb"
    done = invoke("build", folder, "-o", store)
    assert done.exit_code == 1
    assert "died" in done.stderr
    assert ask(store, "SELECT doc, CAST(date AS VARCHAR), source, quote, speaker_id, context FROM quote_table") == [
        ("spark-1", "2022-03-01", "S", "Non", "blinken", text if with_text else None)
    ]
    assert "1 known already" in invoke("build", folder, "-o", store).stderr


def test_search_writes_a_table(invoke: Invoke, store: Path) -> None:
    found = invoke("search", store, "--speaker", "Blinken")
    assert found.exit_code == 0
    assert "« Non »" in found.stdout and "Antony Blinken" in found.stdout
    assert "Blinken: Antony Blinken (blinken)" in found.stderr and "1 quote" in found.stderr
    assert "nobody of that name" in invoke("search", store, "--speaker", "Zorglub").stderr
    assert invoke("search", store, "--speaker", "Zorglub", "-q").stderr == ""


def test_search_names_all_who_say_words_together(invoke: Invoke, store: Path) -> None:
    connection = open_to_write(store)
    connection.execute("INSERT INTO co_speakers SELECT quote, 0, NULL, NULL, 'un conseiller', 0, 1 FROM quotes")
    connection.close()
    assert "Antony Blinken, un conseiller" in invoke("search", store).stdout
    assert invoke("search", store, "--format", "markdown").stdout == "- « Non » — Antony Blinken, un conseiller, a\n"


def test_search_writes_csv_jsonl_and_markdown(invoke: Invoke, store: Path, tmp_path: Path) -> None:
    rows = list(csv.DictReader(StringIO(invoke("search", store, "--format", "csv").stdout)))
    assert [(r["doc"], r["quote"], r["speaker_id"], r["about"]) for r in rows] == [("a", "Non", "blinken", "RU")]
    line = json.loads(invoke("search", store, "--format", "jsonl").stdout)
    assert list(line) == list(rows[0])
    assert invoke("search", store, "--format", "markdown").stdout == "- « Non » — Antony Blinken, a\n"
    output = tmp_path / "found.md"
    assert invoke("search", store, "-o", output).exit_code == 0
    assert output.read_text(encoding="utf-8") == "- « Non » — Antony Blinken, a\n"
    assert invoke("search", store, "-o", output).exit_code == 3


def test_search_counts(invoke: Invoke, store: Path) -> None:
    assert invoke("search", store, "--per", "month").stdout == ""
    connection = open_to_write(store)
    connection.execute("UPDATE documents SET date = DATE '2022-03-04'")
    hold_ready(connection)
    connection.close()
    assert invoke("search", store, "--per", "month", "--format", "csv").stdout.splitlines() == [
        "month,quotes",
        "2022-03,1",
    ]
    assert invoke("search", store, "--per", "year").stdout.startswith("2022        1  █")


@pytest.mark.parametrize(
    "words",
    [
        ["--per", "week"], ["--format", "xlsx"], ["--limit", "0"], ["--since", "hier"], ["--type", "planet"],
        ["--min-confidence", "3"], ["--format", "markdown", "--per", "year"], ["--excel", "--format", "jsonl"],
        ["--since", "2023", "--until", "2022"],
    ],
)  # fmt: skip
def test_search_that_cannot_be_asked_is_told(invoke: Invoke, store: Path, words: list[str]) -> None:
    refused = invoke("search", store, *words)
    assert refused.exit_code == 2
    assert refused.stderr.startswith("error: ")


def test_search_without_a_store_is_told(invoke: Invoke, tmp_path: Path) -> None:
    refused = invoke("search", tmp_path / "absent.duckdb")
    assert refused.exit_code == 1
    assert "make it with diplo-ner build" in refused.stderr


def test_search_shows_no_control_characters(invoke: Invoke, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("« \x1b[31mNon\x07 », a déclaré Lavrov.", encoding="utf-8")
    assert invoke("build", article, "-o", tmp_path / "s.duckdb").exit_code == 0
    shown = invoke("search", tmp_path / "s.duckdb").stdout
    assert "\\x1b[31mNon\\x07" in shown and "\x1b" not in shown
