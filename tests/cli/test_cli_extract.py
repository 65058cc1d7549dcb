from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Invoke
from diplo_ner.schema import Extraction


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_file_each(invoke: Invoke, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    result = invoke("extract", articles, "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert names(out) == ["a.json", "b.json", "c.json"]
    for name in "abc":
        assert Extraction.model_validate_json((out / f"{name}.json").read_bytes()).doc_id == name


def test_nothing_is_overwritten_without_force(invoke: Invoke, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "b.json").write_text("mine")
    result = invoke("extract", articles, "-o", out)
    assert result.exit_code == 3
    assert "b.json exists; say --force to overwrite it" in result.stderr
    assert names(out) == ["b.json"]
    assert (out / "b.json").read_text() == "mine"
    assert invoke("extract", articles, "-o", out, "--force").exit_code == 0
    assert json.loads((out / "b.json").read_text())["doc_id"] == "b"


def test_a_row_whose_file_exists_costs_that_row_only(invoke: Invoke, tmp_path: Path) -> None:
    table = tmp_path / "in.jsonl"
    table.write_text('{"text": "Moscou.", "id": "x"}\n{"text": "OTAN.", "id": "y"}\n')
    out = tmp_path / "out"
    out.mkdir()
    (out / "x.json").write_text("mine")
    result = invoke("extract", table, "--id-field", "id", "-o", out)
    assert result.exit_code == 1
    assert names(out) == ["failures.csv", "x.json", "y.json"]
    assert (out / "x.json").read_text() == "mine"
    assert "x.json exists" in result.stderr


def test_no_name_leads_out_of_the_folder(invoke: Invoke, tmp_path: Path) -> None:
    ids = ["../x", "/etc/x", "a/../../x", "nul\x00", "x" * 300, "", ".", "..", "C:\\x", "x", "X"]
    lines = [json.dumps({"text": "Moscou nie.", "id": id_}) for id_ in ids]
    table = tmp_path / "in" / "t.jsonl"
    table.parent.mkdir()
    table.write_text("\n".join(lines))
    out = tmp_path / "out"
    before = set(tmp_path.rglob("*"))
    result = invoke("extract", table, "--id-field", "id", "-o", out)
    assert result.exit_code == 1  # the row without a name
    new = set(tmp_path.rglob("*")) - before - {out}
    assert all(path.parent == out and path.is_file() for path in new)
    written = {json.loads(path.read_text())["doc_id"] for path in new if path.suffix == ".json"}
    assert written == set(ids) - {""}


def test_two_files_of_one_name(invoke: Invoke, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(f"Moscou nie, {folder}.")
    out = tmp_path / "out"
    result = invoke("extract", tmp_path / "one" / "x.txt", tmp_path / "two" / "x.txt", "-o", out)
    assert result.exit_code == 0
    assert len(names(out)) == 2
    ids = {json.loads(p.read_text())["doc_id"] for p in out.iterdir()}
    assert ids == {str(tmp_path / "one" / "x.txt"), str(tmp_path / "two" / "x.txt")}


def test_failures_lie_beside_the_results(invoke: Invoke, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (articles / "d.txt").write_bytes(b"")
    assert invoke("extract", articles, "-o", out).exit_code == 1
    assert "d.txt,,the file is empty," in (out / "failures.csv").read_text()
    (articles / "d.txt").write_text("Moscou.")
    assert invoke("extract", articles, "-o", out, "--force").exit_code == 0
    assert names(out) == ["a.json", "b.json", "c.json", "d.json"]


def test_a_foreign_list_of_failures_is_left_alone(invoke: Invoke, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "failures.csv").write_text("mine\n")
    assert invoke("extract", articles, "-o", out).exit_code == 0
    assert (out / "failures.csv").read_text() == "mine\n"
    (articles / "d.txt").write_bytes(b"")
    (articles / "e.txt").write_bytes(b"OTAN.")
    for name in "abc":
        (out / f"{name}.json").unlink()
    assert invoke("extract", articles, "-o", out).exit_code == 3
    assert (out / "failures.csv").read_text() == "mine\n"


def test_texts_are_written_as_offsets_count_them(invoke: Invoke, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert invoke("extract", articles, "-o", out, "--texts").exit_code == 0
    assert names(out) == ["a.json", "a.txt", "b.json", "b.txt", "c.json", "c.txt"]
    for name in "abc":
        text = (out / f"{name}.txt").read_bytes().decode("utf-8")
        result = Extraction.model_validate_json((out / f"{name}.json").read_bytes())
        assert all(text[m.start : m.end] == m.text for e in result.entities for m in e.mentions)
    assert "\r\n" in (out / "b.txt").read_bytes().decode()
    assert invoke("extract", articles, "--texts").exit_code == 2


def test_json_lines_to_stdout(invoke: Invoke, articles: Path) -> None:
    for more in ((), ("--format", "jsonl")):
        result = invoke("extract", articles, *more)
        found = [Extraction.model_validate_json(line) for line in result.stdout_bytes.splitlines()]
        assert [e.doc_id for e in found] == ["a", "b", "c"]
    assert invoke("extract", articles, "--format", "json").exit_code == 2
    assert invoke("extract", articles, "--format", "xml").exit_code == 2


@pytest.mark.parametrize(("format", "name"), [("jsonl", "x.jsonl"), ("conll", "x.conll"), ("docbin", "x.spacy")])
def test_one_file_for_all(invoke: Invoke, articles: Path, tmp_path: Path, format: str, name: str) -> None:
    assert invoke("extract", articles, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / name).stat().st_size > 100
    folder = tmp_path / "folder"
    folder.mkdir()
    assert invoke("extract", articles, "--format", format, "-o", folder).exit_code == 0
    assert [p.stem for p in folder.iterdir()] == ["extractions"]
    assert invoke("extract", articles, "-o", tmp_path / name).exit_code == 3


def test_parquet(invoke: Invoke, articles: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    from pyarrow import parquet

    assert invoke("extract", articles, "-o", tmp_path / "x.parquet").exit_code == 0
    assert parquet.read_table(tmp_path / "x.parquet")["doc_id"].to_pylist() == ["a", "b", "c"]


def test_a_file_in_place_of_the_folder(invoke: Invoke, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    result = invoke("extract", articles, "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert "is a file" in result.stderr


def test_results_inside_the_folder_that_is_read_are_no_input(invoke: Invoke, articles: Path) -> None:
    (articles / "d.txt").write_bytes(b"")
    out = articles / "out"
    for more in ((), ("--force",)):
        assert invoke("extract", articles, "-o", out, "--texts", *more).exit_code == 1
        assert names(out) == ["a.json", "a.txt", "b.json", "b.txt", "c.json", "c.txt", "failures.csv"]


def test_results_beside_their_texts(invoke: Invoke, articles: Path) -> None:
    assert invoke("extract", articles, "-o", articles).exit_code == 0
    assert names(articles) == ["a.json", "a.txt", "b.json", "b.txt", "c.json", "c.txt"]


def test_one_document_in_one_json_file(invoke: Invoke, articles: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    assert invoke("extract", articles / "a.txt", "-o", file).exit_code == 0
    assert Extraction.model_validate_json(file.read_bytes()).doc_id == "a"
    refused = invoke("extract", articles, "-o", tmp_path / "all.json")
    assert refused.exit_code == 2
    assert ".jsonl" in refused.stderr
    assert not (tmp_path / "all.json").exists()


@pytest.mark.parametrize("ending", ["csv", "html", "xlsx"])
def test_an_ending_of_another_format(invoke: Invoke, articles: Path, tmp_path: Path, ending: str) -> None:
    assert invoke("extract", articles, "-o", tmp_path / f"x.{ending}").exit_code == 2
    assert not (tmp_path / f"x.{ending}").exists()
