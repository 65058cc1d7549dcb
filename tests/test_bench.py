"""The benchmark runs and writes what it should; how fast anything is, is no matter of a test."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench import ablation, apart, figures, rows  # noqa: E402
from bench.__main__ import main  # noqa: E402
from bench.machine import machine  # noqa: E402
from bench.table import table  # noqa: E402
from bench.tasks import TASKS, distinct_names, read  # noqa: E402

from diplo_ner.quotes.choice import order  # noqa: E402


@pytest.fixture
def corpus(tmp_path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number, text in enumerate(
        ["« Nous verrons », a déclaré Sergueï Lavrov.\n", "Antony Blinken est à Genève, selon l’AFP.\n"]
    ):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.slow
def test_bench_measures_all_rows_and_writes_them(corpus, tmp_path, capsys, monkeypatch):
    # In this process rather than in one for each, which would load a model a dozen times.
    monkeypatch.setattr(rows, "task", lambda name, **settings: TASKS[name](**settings))
    output = tmp_path / "bench.json"
    small = [
        "--pairs",
        "1",
        "--characters",
        "0",
        "--long",
        "500",
        "--names",
        "40",
        "--model",
        "fr_core_news_sm",
    ]
    assert main([str(corpus), "-o", str(output), *small]) == 0
    report = json.loads(output.read_text(encoding="utf-8"))
    assert len(report["rows"]) == len(rows.ROWS)
    for row in report["rows"]:
        assert row["sign"] in (">=", "<=")
        assert row["goal"] > 0
        assert row["pairs"]
        assert all(figure > 0 for pair in row["pairs"] for figure in pair.values())
        assert row["met"] == (row["value"] >= row["goal"] if row["sign"] == ">=" else row["value"] <= row["goal"])
    assert report["rows"][0]["more"]["tokens"] == 22
    assert {"processor", "cores", "memory", "system", "python", "versions"} <= set(report["machine"])
    assert report["settings"]["corpus"] == "corpus"
    assert str(tmp_path) not in output.read_text(encoding="utf-8")
    printed = capsys.readouterr().out.splitlines()
    assert [line.count("|") for line in printed[: len(rows.ROWS) + 2]] == [7] * (len(rows.ROWS) + 2)


def test_bench_tasks_run_in_a_process_of_their_own():
    told = apart.task("names", count=40)
    assert 0 < told["entities"] <= 40
    assert told["cpu"] > 0
    with pytest.raises(RuntimeError, match="KeyError: 'nothing'"):
        apart.task("nothing")


def test_bench_row_is_the_median_of_its_pairs():
    row = rows.Row("a", "a", ">=", 2.0)
    for value in (1.0, 5.0, 3.0):
        row.add(value)
    assert (row.value, row.met) == (3.0, True)
    assert not rows.Row("a", "a", "<=", 2.0, pairs=row.pairs).met


def test_bench_ends_with_one_when_a_goal_is_missed(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(rows.ROWS, "import", lambda _: rows.Row("a", "b", "<=", 1.0, pairs=[{"value": 2.0}]))
    arguments = ["--only", "import", "-o", str(tmp_path / "bench.json")]
    assert main(arguments) == 0
    assert main([*arguments, "--strict"]) == 1
    assert "| b | ≤ 1 | 2.00 | 2.00 | 2.00 | missed |" in capsys.readouterr().out


def test_bench_repeats_texts_up_to_a_length(corpus):
    assert len(read(str(corpus), 0)) == 2
    texts = read(str(corpus), 200)
    assert sum(map(len, texts)) >= 200 > sum(map(len, texts[:-1]))


def test_bench_names_are_distinct():
    names = list(distinct_names(5_000))
    assert len(set(names)) == 5_000
    assert list(distinct_names(5_000)) == names


def test_bench_tells_the_machine():
    here = machine()
    assert here["cores"] >= 1
    assert here["versions"]["spacy"].startswith("3.8")
    assert "spacy 3.8" in table({"rows": [], "machine": here, "settings": {}})


@pytest.fixture
def gold(tmp_path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    text = "« Nous verrons », a déclaré Sergueï Lavrov. « Rien ne presse. »\n"
    lavrov = {"start": 28, "end": 42, "text": "Sergueï Lavrov"}
    assert text[28:42] == lavrov["text"]
    second = text.index("Rien")
    quotes = [
        {"start": 2, "end": 14, "speaker": "lavrov", "by": lavrov},
        {"start": second, "end": second + len("Rien ne presse."), "speaker": "lavrov", "by": lavrov},
    ]
    person = {"id": "lavrov", "type": "PERSON", "canonical": ["Sergueï Lavrov"], "country": None, "mentions": [lavrov]}
    (folder / "agence-1.txt").write_text(text, encoding="utf-8")
    (folder / "agence-1.json").write_text(json.dumps({"entities": [person], "quotes": quotes}), encoding="utf-8")
    return folder


def test_figures_of_all_sets_stand_in_a_table_and_replace_the_one_of_a_page(gold, tmp_path, capsys):
    page = tmp_path / "page.md"
    page.write_text(f"# Figures\n\n{figures.HEAD}\n|---|\n| old | 1 |\n\nBehind it.\n", encoding="utf-8")
    assert figures.main([str(gold), "-o", str(page)]) == 0
    row = "| gold | 1 | 2 | 100.0 | 100.0 | 100.0 | 100.0 | 100.0 | 100.0 |"
    assert row in capsys.readouterr().out
    assert page.read_text("utf-8").splitlines()[2:] == [figures.HEAD, "|---|" + "--:|" * 8, row, "", "Behind it."]
    with pytest.raises(ValueError, match="has no table"):
        figures.replaced("nothing", figures.HEAD, row)


def test_ablation_tells_what_each_kind_of_evidence_pays(gold, capsys):
    assert ablation.main([str(gold)]) == 0
    told = {line.split(" | ")[0].strip("| "): line for line in capsys.readouterr().out.splitlines()}
    assert set(order()) <= set(told)
    assert told["incise-after"] == "| incise-after | 1, 0 | +100.00 |"
    assert told["goes-on"] == "| goes-on | 1, 0 | +50.00 |"
    assert told["named-author"] == "| named-author | 0, 0 | +0.00 |"
    assert "incise-after" in order()
