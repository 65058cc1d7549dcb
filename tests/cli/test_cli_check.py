"""The command that proof-reads names."""

from __future__ import annotations

import json
from pathlib import Path

import fake_engine
import pytest

from conftest import Invoke


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text("L'OTAN attend.\r\n\r\nMoscou, l'OTAN et Lavrov : « Non ».\n", encoding="utf-8")
    (tmp_path / "style.csv").write_text("preferred,instead_of\nOtan,OTAN\nAccord: 5%,Lavrov\n", encoding="utf-8")
    return file


def test_a_line_each_and_exit_status_1(invoke: Invoke, article: Path) -> None:
    clean = invoke("check", article)
    assert (clean.exit_code, clean.stdout) == (0, "")
    found = invoke("check", article, "--house-style", article.parent / "style.csv")
    assert found.exit_code == 1
    assert found.stdout.splitlines() == [
        f"{article}:1:3 OTAN → Otan (house style)",
        f"{article}:3:11 OTAN → Otan (house style)",
        f"{article}:3:19 Lavrov → Accord: 5% (house style)",
    ]


def test_annotations_of_a_workflow(invoke: Invoke, article: Path) -> None:
    assert "style.csv" not in invoke("check", article.parent, "--house-style", article.parent / "style.csv").stderr
    found = invoke("check", article, "--house-style", article.parent / "style.csv", "--format", "github")
    assert found.stdout.splitlines()[2] == (
        f"::warning file={article},line=3,col=19,endColumn=25,title=house-style::Lavrov → Accord: 5%25 (house style)"
    )


def test_json_lines(invoke: Invoke, article: Path) -> None:
    found = invoke("check", article, "--house-style", article.parent / "style.csv", "--format", "json")
    first = json.loads(found.stdout.splitlines()[0])
    assert first == {
        "file": str(article), "doc": "article", "line": 1, "column": 3, "start": 2, "end": 6, "text": "OTAN",
        "instead": "Otan", "kind": "house-style", "reason": "house style", "entity": "otan",
    }  # fmt: skip


def test_wrong_settings(invoke: Invoke, article: Path) -> None:
    assert invoke("check", article, "--format", "xml").exit_code == 2
    missing = invoke("check", article, "--house-style", article.parent / "none.csv")
    assert (missing.exit_code, "cannot be read" in missing.stderr) == (2, True)
    assert invoke("check", "nowhere.txt").exit_code == 1


def test_no_quotes_are_read(invoke: Invoke, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def not_read(_: object) -> None:
        raise AssertionError("a quote was read")

    monkeypatch.setattr(fake_engine, "_quote", not_read)
    assert invoke("quotes", article, "-q").exit_code != 0
    assert invoke("check", article).exit_code == 0
