"""Inputs that fail are told, each with its reason; the others come out and the exit status says so."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from conftest import Invoke


def docs(data: bytes) -> list[str]:
    return [line.split(",")[0] for line in data.decode().splitlines()[1:]]


@pytest.fixture
def mixed(articles: Path) -> Path:
    """The three articles among all that a newsroom's folder holds."""
    (articles / "empty.txt").write_bytes(b"")
    (articles / "blank.txt").write_bytes(b" \r\n")
    (articles / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (articles / "report.txt").write_bytes(b"%PDF-1.5\n%\xe2\xe3")
    (articles / "loop").symlink_to(articles)
    (articles / "self.txt").symlink_to("self.txt")
    (articles / "gone.txt").symlink_to("nowhere")
    (articles / "bom.txt").write_bytes(b"\xef\xbb\xbfMoscou nie.")
    (articles / "failing.txt").write_text("Moscou. PANNE.")
    return articles


BAD = ["empty.txt", "blank.txt", "binary.txt", "report.txt", "loop", "self.txt", "gone.txt", "failing.txt"]


@pytest.mark.parametrize("more", [(), ("--no-merge",)])
def test_the_others_come_out(invoke: Invoke, mixed: Path, more: tuple[str, ...]) -> None:
    result = invoke("entities", mixed, mixed / "missing.txt", "nothing-*.txt", *more)
    assert result.exit_code == 1
    assert set(docs(result.stdout_bytes)) == {"a", "b", "c", "bom"}
    errors = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
    assert len(errors) == len(BAD) + 2
    for name in (*BAD, "missing.txt", "nothing-*.txt"):
        assert sum(f"{name}: " in line for line in errors) == 1, name
    assert "Traceback" not in result.stderr


def test_offsets_do_not_count_the_byte_order_mark(invoke: Invoke, mixed: Path) -> None:
    row = invoke("entities", mixed / "bom.txt").stdout.splitlines()[1]
    assert ",0,6," in row


def test_a_fault_of_the_library_costs_one_document(invoke: Invoke, mixed: Path) -> None:
    result = invoke("entities", mixed / "a.txt", mixed / "failing.txt", mixed / "b.txt")
    assert result.exit_code == 1
    assert docs(result.stdout_bytes) == ["a"] * 3 + ["b"] * 3
    assert "failing.txt: RuntimeError: the machine stopped; this is a fault of diplo_ner" in result.stderr


def test_failures_as_a_table(invoke: Invoke, mixed: Path, tmp_path: Path) -> None:
    file = tmp_path / "failures.csv"
    assert invoke("entities", mixed, "--failures", file).exit_code == 1
    with file.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert sorted(Path(row["source"]).name for row in rows) == sorted(BAD)
    (failing,) = [row for row in rows if row["doc"] == "failing"]
    assert failing["reason"] == "RuntimeError: the machine stopped"
    assert invoke("entities", mixed, "--failures", file).exit_code == 3


def test_a_folder_without_texts(invoke: Invoke, tmp_path: Path) -> None:
    result = invoke("quotes", tmp_path)
    assert result.exit_code == 1
    assert "no text in this folder" in result.stderr
    assert result.stdout.startswith("doc,quote,")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(invoke: Invoke, articles: Path) -> None:
    (articles / "a.txt").chmod(0)
    result = invoke("entities", articles)
    assert result.exit_code == 1
    assert "a.txt: permission denied" in result.stderr
    assert set(docs(result.stdout_bytes)) == {"b", "c"}


def test_the_encoding_can_be_said(invoke: Invoke, articles: Path) -> None:
    result = invoke("entities", articles / "c.txt", "--encoding", "cp1252")
    assert (result.exit_code, result.stderr) == (0, "")
    wrong = invoke("entities", articles / "c.txt", "--encoding", "utf-8")
    assert wrong.exit_code == 1
    assert "--encoding" in wrong.stderr


def test_a_name_that_would_drive_the_terminal_is_shown_harmless(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.txt").write_bytes(b"")
    result = invoke("entities", tmp_path)
    assert "a\\x1b[31m.txt" in result.stderr
    assert "\x1b" not in result.stderr
