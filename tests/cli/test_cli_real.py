"""The command with the library itself, over the five articles."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from conftest import environment
from diplo_ner.schema import Extraction
from diplo_ner.wording import rule_wording, wording

pytestmark = pytest.mark.slow

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"

_NO_NETWORK = """
import socket, sys
def refuse(*_, **__): raise AssertionError("something reached for the network")
socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
from diplo_ner.cli import main
main()
"""


def run(*words: object, status: int = 0) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", _NO_NETWORK, *map(str, words)]
    done = subprocess.run(command, env=environment(), capture_output=True, timeout=600, check=False)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    assert done.returncode == status, done.stderr.decode()
    return done


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("results") / "out"
    done = run("extract", ARTICLES, "-o", out)
    assert (done.stdout, done.stderr) == (b"", b"")
    return out


def test_results_index_the_texts(results: Path) -> None:
    files = sorted(results.iterdir())
    assert [f.name for f in files] == sorted(f"{a.stem}.json" for a in ARTICLES.glob("*.txt"))
    for file in files:
        result = Extraction.model_validate_json(file.read_bytes())
        text = (ARTICLES / f"{file.stem}.txt").read_bytes().decode()
        assert result.doc_id == file.stem
        spans = [m for e in result.entities for m in e.mentions] + list(result.quotes)
        assert spans
        assert all(text[s.start : s.end] == s.text for s in spans)
        told = [q.speaker for q in result.quotes if q.speaker]
        assert all(text[s.start : s.end] == s.text for s in told)
        assert {s.entity for s in told if s.entity} <= {e.id for e in result.entities}


def test_one_entity_has_one_id_in_all_articles(results: Path) -> None:
    entities = [e for f in results.iterdir() for e in Extraction.model_validate_json(f.read_bytes()).entities]
    ids: dict[tuple[str, str], set[str]] = {}
    for entity in entities:
        ids.setdefault((entity.type, entity.canonical), set()).add(entity.id)
    assert ids["PERSON", "Antony Blinken"] == {"antony-blinken"}
    assert ids["COUNTRY", "Russie"] == {"RU"}
    assert all(len(found) == 1 for found in ids.values()), ids


def test_tables_agree_with_the_results(results: Path) -> None:
    found = [Extraction.model_validate_json(f.read_bytes()) for f in sorted(results.iterdir())]
    entities = rows(run("entities", ARTICLES).stdout)
    assert len(entities) == sum(len(e.mentions) for r in found for e in r.entities)
    assert all(row["mention"] in row["sentence"] for row in entities)
    quotes = rows(run("quotes", ARTICLES).stdout)
    assert [(q["doc"], q["quote"]) for q in quotes] == [(r.doc_id, q.text) for r in found for q in r.quotes]


def test_the_same_input_gives_the_same_output(results: Path, tmp_path: Path) -> None:
    run("extract", ARTICLES, "-o", tmp_path / "again")
    for file in results.iterdir():
        assert (tmp_path / "again" / file.name).read_bytes() == file.read_bytes()


def test_figures_of_stored_results_are_those_of_reading_now(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("extract", ARTICLES, "-o", out, "--no-merge")
    now = json.loads(run("evaluate", ARTICLES, "--json").stdout)
    stored = json.loads(run("evaluate", ARTICLES, "-p", out, "--json").stdout)
    assert now == stored
    assert now["entities"]["n"] == 246
    assert now["quote"]["n"] == 48


def test_every_reason_and_rule_of_the_five_articles_has_words() -> None:
    from diplo_ner import extract

    for article in ARTICLES.glob("*.txt"):
        result = extract(article.read_bytes().decode())
        for entity in result.entities:
            for mention in entity.mentions:
                for part in mention.reason.split(" ; "):
                    assert wording("reason", part, "en") != part, part
        for quote in result.quotes:
            assert rule_wording(quote.rule, "en") != quote.rule, quote.rule


def test_explain_in_plain_words() -> None:
    article = next(iter(sorted(ARTICLES.glob("*.txt"))))
    french = run("explain", article).stdout.decode()
    assert "« Anthony Blinken » : nom, " in french
    assert "attribuée à Russie, désigné par « Moscou »" in french
    english = run("explain", article, "--lang", "en").stdout.decode()
    assert "given to Russie, told by « Moscou »" in english


def test_compare_and_info() -> None:
    same, *reasons = run("compare", "Anthony Blinken", "Antony Blinken").stdout.decode().splitlines()
    assert same.startswith("same")
    assert reasons
    assert run("compare", "Autriche", "Australie", "--type", "country").stdout.startswith(b"different")
    told = json.loads(run("info", "--json").stdout)
    assert told["model"].startswith("fr_core_news_")
    assert Path(told["folder"]).is_dir()


def test_report(tmp_path: Path) -> None:
    run("report", ARTICLES, "-o", tmp_path / "r.html", "--title", "Été & crise")
    html = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert html.lstrip().lower().startswith("<!doctype html>")
    assert "Été &amp; crise" in html


def test_the_small_model_and_an_absent_one(tmp_path: Path) -> None:
    pytest.importorskip("fr_core_news_sm")
    article = next(iter(sorted(ARTICLES.glob("*.txt"))))
    line = run("extract", article, "--model", "fr_core_news_sm").stdout
    assert json.loads(line)["model"].startswith("fr_core_news_sm")
    told = run("extract", article, "--model", "fr_core_news_xx", status=2).stderr.decode()
    assert "fr_core_news_xx" in told


def test_own_names(tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("id,type,canonical,aliases,country\nmon-cafe,ORGANISATION,Café du Port,,FR\n", encoding="utf-8")
    text = tmp_path / "a.txt"
    text.write_text("Le Café du Port a fermé, dit Paris.", encoding="utf-8")
    found = rows(run("entities", text, "--names", names, "--no-merge").stdout)
    assert ("mon-cafe", "Café du Port") in [(r["entity"], r["mention"]) for r in found]
    names.write_text("nonsense\n")
    assert b"names.csv" in run("entities", text, "--names", names, status=2).stderr


@contextmanager
def in_two_processes(folder: Path, out: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A run over four hundred articles in two processes that has some of them done."""
    folder.mkdir()
    text = min(ARTICLES.glob("*.txt")).read_bytes()
    for i in range(400):
        (folder / f"{i:03}.txt").write_bytes(text)
    kept = out.with_name(f".{out.name}.diplo-ner-run.jsonl")
    words = [sys.executable, "-m", "diplo_ner.cli", "extract", str(folder), "-o", str(out), "-n", "2"]
    process = subprocess.Popen(
        words, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    end = time.monotonic() + 600
    while not (kept.exists() and kept.read_bytes().count(b"\n") > 2):
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.02)
    try:
        yield process
    finally:
        process.kill()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_in_two_processes_is_interrupted_and_goes_on(tmp_path: Path, number: signal.Signals) -> None:
    folder, out = tmp_path / "in", tmp_path / "out.jsonl"
    with in_two_processes(folder, out) as process:
        os.killpg(process.pid, number)  # as a terminal does: to every process of the run
        _, err = process.communicate(timeout=600)
    assert b"Traceback" not in err, err.decode()
    assert process.returncode in (130, 143)
    assert not out.exists()
    assert (tmp_path / ".out.jsonl.diplo-ner-run.jsonl").exists()
    for file in sorted(folder.iterdir())[40:]:
        file.unlink()
    run("extract", folder, "-o", out, "-n", "2", "--resume")
    assert out.read_bytes().count(b"\n") == 40


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the children of a process are looked up in /proc")
def test_a_worker_that_is_killed_costs_no_article(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out.jsonl"
    with in_two_processes(folder, out) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        os.kill(int(children[-1]), signal.SIGKILL)
        _, err = process.communicate(timeout=600)
    assert b"one of 2 processes died" in err
    assert b"Traceback" not in err, err.decode()
    assert process.returncode == 0
    assert out.read_bytes().count(b"\n") == 400
