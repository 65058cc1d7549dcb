from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from diplo_ner.io.document import Document, Failure, Note
from diplo_ner.io.readers import ReadOptions, read_documents
from diplo_ner.metadata.fields import Fields


def read(path: Path, encoding: str | None = None, **fields: object) -> list[Document | Failure]:
    made = ReadOptions(encoding, Fields(**fields))  # type: ignore[arg-type]
    return [o for o in read_documents([str(path)], made) if not isinstance(o, Note)]


def texts(path: Path, **options: object) -> list[str]:
    outcome = read(path, **options)
    assert all(isinstance(o, Document) for o in outcome), outcome
    return [o.text for o in outcome if isinstance(o, Document)]


def put(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_jsonl(tmp_path: Path) -> None:
    file = put(tmp_path / "a.jsonl", '{"text": "L\'été\\r\\nà Paris", "id": 7}\n\n{"id": "b", "text": "Fin."}')
    documents = read(file, id="id")
    assert [(d.doc_id, d.text) for d in documents if isinstance(d, Document)] == [
        ("7", "L'été\r\nà Paris"),
        ("b", "Fin."),
    ]
    assert [d.source for d in documents] == [f"{file}, line 1", f"{file}, line 3"]
    assert [d.doc_id for d in read(file)] == ["7", "b"]
    unnamed = put(tmp_path / "b.jsonl", '{"text": "Un."}\n\n{"text": "Deux.", "id": ""}')
    assert [d.doc_id for d in read(unnamed)] == ["b#1", "b#3"]


def test_jsonl_lines_end_at_line_feeds_only(tmp_path: Path) -> None:
    file = put(tmp_path / "a.jsonl", json.dumps({"text": "a\u2028b\x85c"}, ensure_ascii=False) + "\r\n")
    assert texts(file) == ["a\u2028b\x85c"]


def test_jsonl_with_a_byte_order_mark(tmp_path: Path) -> None:
    assert texts(put(tmp_path / "a.jsonl", '{"text": "Moscou"}\n', "utf-8-sig")) == ["Moscou"]


def test_each_bad_line_of_jsonl_is_told_and_the_others_come_out(tmp_path: Path) -> None:
    lines = [
        b'{"text": "Moscou nie."}',
        b'{"text": ',
        b"[1, 2]",
        b'{"prose": "x"}',
        b'{"text": null}',
        b'{"text": ""}',
        b'{"text": "\xe9"}',
        b"[" * 100_000,
        b'{"text": "Paris aussi."}',
    ]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    outcome = read(tmp_path / "a.jsonl")
    assert [o.text for o in outcome if isinstance(o, Document)] == ["Moscou nie.", "Paris aussi."]
    told = [(o.source.rpartition("line ")[2], o.reason) for o in outcome if isinstance(o, Failure)]
    assert [number for number, _ in told] == list("2345678")
    assert told[1][1] == "not a JSON object"
    assert told[2][1] == "no field is known to hold the text"
    assert told[3][1] == "'text' holds no text"
    assert told[4][1] == "the text is empty"
    assert "UTF-8" in told[5][1]
    assert "not JSON" in told[6][1]
    missing = next(o for o in outcome if isinstance(o, Failure) and o.reason == told[2][1])
    assert "--text-field" in missing.advice
    assert "prose" in missing.advice


def test_half_characters_are_replaced_one_for_one_and_told(tmp_path: Path) -> None:
    (document,) = read(put(tmp_path / "a.jsonl", '{"text": "a\\ud83db"}\n'))
    assert isinstance(document, Document)
    assert document.text == "a\ufffdb"
    assert "surrogates" in document.notes[0]


def test_half_characters_in_the_names_of_fields_can_be_told(tmp_path: Path) -> None:
    (missing,) = read(put(tmp_path / "a.jsonl", '{"tex\\ud800t": 1}\n'))
    assert isinstance(missing, Failure)
    assert "tex\ufffdt" in str(missing)


def test_a_row_without_a_name_is_told(tmp_path: Path) -> None:
    file = put(tmp_path / "a.jsonl", '{"text": "Un.", "id": null}\n{"text": "Deux.", "id": [1]}\n')
    assert [o.reason for o in read(file, id="id") if isinstance(o, Failure)] == ["no name in 'id'"] * 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = ["id,text", '1,"L\'été, à « Genève » :\r\nligne deux"', '2,"Il a dit ""non"" déjà"', "", '3,"été"']
    content = "\r\n".join(row.replace(",", delimiter, 1) for row in rows)
    documents = read(put(tmp_path / "a.csv", content, encoding), id="id")
    assert [(d.doc_id, d.text) for d in documents if isinstance(d, Document)] == [
        ("1", "L'été, à « Genève » :\r\nligne deux"),
        ("2", 'Il a dit "non" déjà'),
        ("3", "été"),
    ]


def test_csv_tells_an_encoding_that_it_had_to_guess_once(tmp_path: Path) -> None:
    content = "text\n" + "L'été à Genève a été frais\n" * 3
    first, *others = read(put(tmp_path / "a.csv", content, "cp1252"))
    assert isinstance(first, Document)
    assert "cp1252" in first.notes[0]
    assert all(isinstance(o, Document) and not o.notes for o in others)


def test_csv_whose_accents_come_late(tmp_path: Path) -> None:
    content = "text\n" + "plain words\n" * 150_000 + "L'été à Genève a été frais\n"
    file = put(tmp_path / "a.csv", content, "cp1252")
    assert texts(file)[-1] == "L'été à Genève a été frais"


def test_csv_in_a_said_encoding(tmp_path: Path) -> None:
    assert texts(put(tmp_path / "a.csv", "text\nœuvre\n", "iso8859_15"), encoding="iso8859-15") == ["œuvre"]
    file = put(tmp_path / "b.csv", "text\nUn.\n" + "x\n" * 20000 + "é\n", "cp1252")
    *documents, last = read(file, encoding="utf-8")
    assert isinstance(documents[0], Document)
    assert isinstance(last, Failure)
    assert "--encoding" in last.advice


def test_csv_without_the_column_names_those_it_has(tmp_path: Path) -> None:
    (failure,) = read(put(tmp_path / "a.csv", "titre,prose\nx,y\n"))
    assert isinstance(failure, Failure)
    assert failure.reason == "no column is known to hold the text"
    assert "titre, prose" in failure.advice
    assert texts(tmp_path / "a.csv", text="prose") == ["y"]
    (failure,) = read(tmp_path / "a.csv", text="prose", id="url")
    assert isinstance(failure, Failure)
    assert "--id-field" in failure.advice


def test_csv_with_a_quotation_mark_that_stays_open(tmp_path: Path) -> None:
    good, bad = read(put(tmp_path / "a.csv", 'text\nUn.\n"Deux\nTrois\n'))
    assert isinstance(good, Document)
    assert isinstance(bad, Failure)
    assert "never closed" in bad.reason
    assert bad.source.endswith("row 3")


def test_csv_cells_of_any_length_without_changing_the_process(tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    long = "Moscou nie. " * 50_000
    assert texts(put(tmp_path / "a.csv", f"text\n{long}\n")) == [long]
    assert csv.field_size_limit() == limit


def test_a_short_row_is_told(tmp_path: Path) -> None:
    good, bad = read(put(tmp_path / "a.csv", "id,text\n1,Un.\n2\n"))
    assert isinstance(good, Document)
    assert isinstance(bad, Failure)
    assert bad.source.endswith("row 3")


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_empty_tables_are_told(tmp_path: Path, content: str) -> None:
    for name in ("a.csv", "a.jsonl"):
        (failure,) = read(put(tmp_path / name, content))
        assert isinstance(failure, Failure)


def test_a_binary_file_that_is_called_csv(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"PK\x03\x04" + bytes(100))
    (tmp_path / "a.jsonl").write_bytes(bytes(range(256)) * 10)
    assert all(isinstance(o, Failure) for o in [*read(tmp_path / "a.csv"), *read(tmp_path / "a.jsonl")])


def test_parquet(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    table = arrow.table({"url": ["u1", "u2", "u3"], "prose": ["L'été\r\n", None, "Fin."], "other": [1, 2, 3]})
    parquet.write_table(table, tmp_path / "a.parquet")
    outcome = read(tmp_path / "a.parquet", text="prose", id="url")
    assert [(o.doc_id, o.text) for o in outcome if isinstance(o, Document)] == [
        ("u1", "L'été\r\n"),
        ("u3", "Fin."),
    ]
    assert [o.source.rpartition(", ")[2] for o in outcome if isinstance(o, Failure)] == ["row 2"]
    (failure,) = read(tmp_path / "a.parquet")
    assert isinstance(failure, Failure)
    assert "url, prose, other" in failure.advice


def test_parts_of_parquet_in_folders_that_tell_columns(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    for folder, names in (
        ("media_name=Le%20Fil/date=2022-03-01", ["a"]),
        ("media_name=__HIVE_DEFAULT_PARTITION__", ["b"]),
        ("c", []),
    ):
        (tmp_path / folder).mkdir(parents=True)
        table = arrow.table({"id": arrow.array(names, arrow.string()), "text": arrow.array(names, arrow.string())})
        parquet.write_table(table, tmp_path / folder / "part-0.parquet")
    documents = [found for found in read(tmp_path) if isinstance(found, Document)]
    assert [(d.doc_id, (d.meta.source, d.meta.date) if d.meta else None) for d in documents] == [
        ("a", ("Le Fil", "2022-03-01")),
        ("b", None),
    ]
    (failure,) = read(tmp_path / "c" / "part-0.parquet")
    assert isinstance(failure, Failure) and failure.reason == "the table is empty"


def test_what_is_no_parquet(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "a.parquet").write_bytes(b"not at all")
    (failure,) = read(tmp_path / "a.parquet")
    assert isinstance(failure, Failure)
    assert "Parquet" in failure.reason


@pytest.mark.parametrize(("name", "library"), [("a.parquet", "pyarrow"), ("a.html", "trafilatura")])
def test_a_missing_library_is_told_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, library, None)
    put(tmp_path / name, "x")
    put(tmp_path / "b.txt", "Moscou nie.")
    failure, document = read(tmp_path)
    assert isinstance(failure, Failure)
    assert library in failure.reason
    assert f"diplo_ner[{name[2:]}]" in failure.advice
    assert isinstance(document, Document)
