from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from conftest import Invoke

ENTITY_HEADER = (
    "doc,entity,type,canonical,country,mention,kind,start,end,sentence,wikidata,known,date,title,url,source,author"
)
QUOTE_HEADER = (
    "doc,quote,start,end,kind,speaker,speaker_type,speaker_country,by,cue,rule,confidence,"
    "speaker_id,speaker_wikidata,co_speakers,context,about,date,title,url,source,author"
)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_entities_go_to_stdout_and_notes_to_stderr(invoke: Invoke, articles: Path) -> None:
    result = invoke("entities", articles)
    assert result.exit_code == 0
    assert result.stdout_bytes.split(b"\r\n")[0].decode() == ENTITY_HEADER
    found = rows(result.stdout_bytes)
    assert [(r["doc"], r["mention"]) for r in found] == [
        ("a", "Antony Blinken"),
        ("a", "Moscou"),
        ("a", "Blinken"),
        ("b", "Lavrov"),
        ("b", "OTAN"),
        ("b", "Moscou"),
        ("c", "Moscou"),
        ("c", "Lavrov"),
    ]
    assert found[5]["sentence"] == "Moscou se tait."
    assert "c.txt: read as cp1252" in result.stderr
    assert "cp1252" not in result.stdout


def test_offsets_count_into_the_text_with_its_line_ends(invoke: Invoke, articles: Path) -> None:
    (row,) = [r for r in rows(invoke("entities", articles / "b.txt").stdout_bytes) if r["mention"] == "Moscou"]
    text = (articles / "b.txt").read_bytes().decode()
    assert text[int(row["start"]) : int(row["end"])] == "Moscou"


def test_a_row_an_entity(invoke: Invoke, articles: Path) -> None:
    result = invoke("entities", articles, "--per", "entity", "-q")
    assert result.stderr == ""
    first, *_ = rows(result.stdout_bytes)
    assert first == {
        "entity": "RU",
        "type": "COUNTRY",
        "canonical": "Russie",
        "country": "RU",
        "mentions": "3",
        "documents": "3",
        "quotes": "0",
        "variants": "Moscou",
        "wikidata": "",
        "known": "false",
    }


def test_quotes(invoke: Invoke, articles: Path) -> None:
    result = invoke("quotes", articles)
    assert result.stdout_bytes.split(b"\r\n")[0].decode() == QUOTE_HEADER
    (row,) = rows(result.stdout_bytes)
    assert (row["quote"], row["speaker"], row["speaker_type"], row["speaker_country"]) == (
        "Non",
        "Antony Blinken",
        "PERSON",
        "US",
    )
    assert (row["by"], row["cue"], row["rule"]) == ("Antony Blinken", "a déclaré", "incise")


def test_excel(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "=cmd.txt").write_text("« =1+1 », a déclaré Antony Blinken.", encoding="utf-8")
    data = invoke("quotes", tmp_path, "--excel").stdout_bytes
    assert data.startswith(b"\xef\xbb\xbfdoc;quote;")
    assert b"\r\n'=cmd;'=1+1;" in data


def test_json_lines_and_parquet(invoke: Invoke, articles: Path, tmp_path: Path) -> None:
    lines = invoke("quotes", articles, "--format", "jsonl").stdout_bytes.splitlines()
    assert json.loads(lines[0])["speaker"] == "Antony Blinken"
    pytest.importorskip("pyarrow")
    from pyarrow import parquet

    assert invoke("entities", articles, "-o", tmp_path / "e.parquet").exit_code == 0
    assert parquet.read_table(tmp_path / "e.parquet").column_names == ENTITY_HEADER.split(",")


def test_one_document_by_one(invoke: Invoke, articles: Path) -> None:
    assert invoke("entities", articles, "--no-merge").stdout_bytes == invoke("entities", articles).stdout_bytes
    refused = invoke("entities", articles, "--no-merge", "--per", "entity")
    assert refused.exit_code == 2
    assert "--no-merge" in refused.stderr


def test_standard_input(invoke: Invoke) -> None:
    result = invoke("entities", "-", stdin=b"Moscou nie.")
    assert [(r["doc"], r["mention"]) for r in rows(result.stdout_bytes)] == [("stdin", "Moscou")]
    empty = invoke("entities", "-", stdin=b"")
    assert (empty.exit_code, empty.stdout_bytes.decode()) == (1, ENTITY_HEADER + "\r\n")
    assert empty.stderr == "error: standard input: the file is empty\n"


def test_columns_of_a_table_are_chosen(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("url;prose\nu1;Moscou nie.\nu2;OTAN.\n", encoding="utf-8")
    result = invoke("entities", tmp_path / "a.csv", "--text-field", "prose", "--id-field", "url")
    assert [r["doc"] for r in rows(result.stdout_bytes)] == ["u1", "u2"]
    wrong = invoke("entities", tmp_path / "a.csv")
    assert wrong.exit_code == 1
    assert "say which with --text-field; there are: url, prose" in wrong.stderr


ARCHIVE = """id,publish_date,media_name,title,url,page,type,texte
7,12/02/2024,Le Courrier,Un titre,https://example.org/7,3,A,"« Non », a déclaré Blinken. Moscou se tait."
8,hier,,,,4,B,OTAN.
"""


def test_what_is_told_of_articles_goes_along(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(ARCHIVE, encoding="utf-8")
    result = invoke("quotes", tmp_path / "a.csv")
    assert result.stderr == f"note: {tmp_path}/a.csv, row 3: 'hier' is no date; kept as publish_date\n"
    (row,) = rows(result.stdout_bytes)
    assert [row[name] for name in ("doc", "date", "title", "url", "source", "author")] == (
        ["7", "2024-02-12", "Un titre", "https://example.org/7", "Le Courrier", ""]
    )
    told = json.loads(invoke("extract", tmp_path / "a.csv", "--keep", "page", "-q").stdout.splitlines()[0])
    assert told["meta"]["date"] == "2024-02-12"
    assert told["meta"]["extra"] == {"page": "3"}


def test_other_columns_are_kept_under_their_names(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(ARCHIVE, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"texte": "Moscou nie.", "desk": "Monde", "page": 5}\n', encoding="utf-8")
    named = invoke("entities", tmp_path / "a.csv", "--keep", "page,type", "--no-merge", "-q")
    assert [(r["doc"], r["page"], r["type"], r["doc_type"]) for r in rows(named.stdout_bytes)] == [
        ("7", "3", "PERSON", "A"),
        ("7", "3", "COUNTRY", "A"),
        ("8", "4", "ORGANISATION", "B"),
    ]
    every = rows(invoke("entities", tmp_path / "a.csv", tmp_path / "b.jsonl", "--keep", "all", "-q").stdout_bytes)
    assert list(every[0])[-4:] == ["page", "doc_type", "publish_date", "desk"]
    assert [(r["publish_date"], r["desk"]) for r in every[2:]] == [("hier", ""), ("", "Monde")]
    streamed = invoke("entities", tmp_path / "a.csv", "--keep", "all", "--no-merge")
    assert (streamed.exit_code, "--keep all needs the whole run" in streamed.stderr) == (2, True)
    assert invoke("entities", tmp_path / "a.csv", "--keep", "rubrique").exit_code == 1


def test_a_note_of_one_kind_is_told_five_times_at_most(invoke: Invoke, tmp_path: Path) -> None:
    lines = "".join(f"OTAN {n}.,jour {n}\n" for n in range(12))
    (tmp_path / "a.csv").write_text(f"text,date\n{lines}", encoding="utf-8")
    told = invoke("entities", tmp_path / "a.csv").stderr.splitlines()
    assert len(told) == 6
    assert told[-1] == "note: 7 more of this kind: is no date; kept as date"


def test_output_to_a_file(invoke: Invoke, articles: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    result = invoke("entities", articles, "-o", file)
    assert (result.exit_code, result.stdout) == (0, "")
    assert file.read_bytes() == invoke("entities", articles).stdout_bytes
    assert sorted(p.name for p in tmp_path.iterdir()) == ["articles", "out.csv"]

    again = invoke("entities", articles / "a.txt", "-o", file)
    assert again.exit_code == 3
    assert again.stderr == f"error: {file} exists; say --force to overwrite it\n"
    assert invoke("entities", articles / "a.txt", "-o", file, "--force").exit_code == 0
    assert len(rows(file.read_bytes())) == 3


def test_the_output_in_a_folder_that_is_read_is_no_input(invoke: Invoke, articles: Path) -> None:
    file = articles / "out.csv"
    assert invoke("entities", articles, "-o", file).exit_code == 0
    again = invoke("entities", articles, "-o", file, "--force")
    assert again.exit_code == 2
    assert "input and output" in again.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--format", "xml"], "csv, jsonl, parquet"),
        (["--excel", "--format", "jsonl"], "--format csv"),
        (["--encoding", "klingon"], "no encoding 'klingon'"),
        (["--names", "nowhere.csv"], "check --names"),
        (["--input-format", "pdf"], "jsonl, csv, parquet"),
        (["--resume"], "-o"),
        (["--model", "absent"], "install it"),
        (["-n", "0"], "--n-process"),
        (["--per", "sentence"], "--per"),
        (["--text-field", ""], "--text-field"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_a_wrong_option_fails_at_once_and_says_what_to_do(
    invoke: Invoke, articles: Path, words: list[str], told: str
) -> None:
    result = invoke("entities", articles, *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout_bytes == b""


def test_no_paths_is_a_wrong_use(invoke: Invoke) -> None:
    assert invoke("entities").exit_code == 2


def test_an_output_that_cannot_be_is_told_before_anything_is_read(
    invoke: Invoke, articles: Path, tmp_path: Path
) -> None:
    for output, why in ((tmp_path / "no" / "out.csv", "there is no folder"), (articles, "is a folder")):
        result = invoke("entities", articles, "-o", output)
        assert result.exit_code == 3
        assert why in result.stderr
        assert "cp1252" not in result.stderr


def test_an_ending_that_is_no_table(invoke: Invoke, articles: Path, tmp_path: Path) -> None:
    refused = invoke("quotes", articles, "-o", tmp_path / "x.xlsx")
    assert refused.exit_code == 2
    assert "--format" in refused.stderr
    assert invoke("quotes", articles, "-o", tmp_path / "x.xlsx", "--format", "csv").exit_code == 0
