from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from diplo_ner.errors import ConfigurationError
from diplo_ner.io.document import Document, Failure
from diplo_ner.io.readers import ReadOptions, read_documents
from diplo_ner.metadata.fields import Fields


def read(*paths: object, stdin: bytes = b"", **options: object) -> list[Document | Failure]:
    made = ReadOptions(**options)  # type: ignore[arg-type]
    return list(read_documents([str(p) for p in paths], made, stdin=io.BytesIO(stdin)))


def one(path: Path, **options: object) -> Document:
    (document,) = read(path, **options)
    assert isinstance(document, Document), document
    return document


def failure(path: Path, **options: object) -> Failure:
    (failed,) = read(path, **options)
    assert isinstance(failed, Failure), failed
    return failed


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("text", ["Un.\r\nDeux.", "Un.\rDeux.", "Un.\nDeux.\n", "é\u00a0« à »\u202f!", "😀 Moscou"])
def test_the_text_is_exactly_that_of_the_file(tmp_path: Path, text: str) -> None:
    document = one(put(tmp_path / "a.txt", text.encode()))
    assert document.text == text
    with Path(document.source).open(encoding=document.encoding, newline="") as again:
        assert again.read() == text
    assert document.notes == ()


def test_a_byte_order_mark_belongs_to_the_encoding(tmp_path: Path) -> None:
    document = one(put(tmp_path / "a.txt", b"\xef\xbb\xbfMoscou nie.\r\n"))
    assert (document.text, document.encoding) == ("Moscou nie.\r\n", "utf-8-sig")
    with Path(document.source).open(encoding=document.encoding, newline="") as again:
        assert again.read() == document.text


def test_latin_1_is_read_and_told(tmp_path: Path) -> None:
    document = one(put(tmp_path / "a.txt", "L'été à Genève a été frais.".encode("latin-1")))
    assert document.text == "L'été à Genève a été frais."
    assert document.encoding == "cp1252"
    assert "cp1252" in document.notes[0]
    assert "--encoding" in document.notes[0]


def test_the_encoding_can_be_said(tmp_path: Path) -> None:
    file = put(tmp_path / "a.txt", "œuvre".encode("iso8859_15"))
    document = one(file, encoding="ISO-8859-15")
    assert (document.text, document.notes) == ("œuvre", ())
    assert "byte 0" in failure(file, encoding="utf-8").reason


def test_an_unknown_encoding_is_refused_before_anything_is_read() -> None:
    with pytest.raises(ConfigurationError):
        ReadOptions(encoding="klingon")
    with pytest.raises(ConfigurationError):
        ReadOptions(fields=Fields(text=""))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"  \r\n\t ", "the text is empty"),
        (b"\xef\xbb\xbf", "the text is empty"),
        (bytes(range(256)), "a binary file, not a text"),
        (b"%PDF-1.4\n...", "a PDF file, not a text"),
    ],
)
def test_what_holds_no_text_is_told(tmp_path: Path, data: bytes, reason: str) -> None:
    assert failure(put(tmp_path / "a.txt", data)).reason == reason


def test_bad_files_take_nothing_from_good_ones(tmp_path: Path) -> None:
    put(tmp_path / "1.txt", b"Moscou nie.")
    put(tmp_path / "2.txt", b"")
    put(tmp_path / "3.txt", b"\x00\x01\x02\x03" * 50)
    (tmp_path / "4.txt").symlink_to("4.txt")
    (tmp_path / "5.txt").symlink_to("gone")
    put(tmp_path / "6.jsonl", b"{broken")
    put(tmp_path / "7.csv", b"a,b\n1,2\n")
    put(tmp_path / "8.txt", b"Paris aussi.")
    outcome = read(tmp_path, tmp_path / "none.txt")
    assert [o.text for o in outcome if isinstance(o, Document)] == ["Moscou nie.", "Paris aussi."]
    assert sorted(Path(o.source.split(",")[0]).name for o in outcome if isinstance(o, Failure)) == [
        "2.txt",
        "3.txt",
        "4.txt",
        "5.txt",
        "6.jsonl",
        "7.csv",
        "none.txt",
    ]
    assert all(str(o) for o in outcome if isinstance(o, Failure))


def test_a_file_that_becomes_a_folder_before_it_is_read(tmp_path: Path) -> None:
    a, b = put(tmp_path / "a.txt", b"Moscou nie."), put(tmp_path / "b.txt", b"Paris aussi.")
    reading = read_documents([str(a), str(b)])
    assert isinstance(next(reading), Document)
    b.unlink()
    b.mkdir()
    (failed,) = reading
    assert isinstance(failed, Failure)
    assert failed.reason == "is a directory"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = put(tmp_path / "a.txt", b"Moscou nie.")
    file.chmod(0)
    assert failure(file).reason == "permission denied"


def test_documents_are_read_one_by_one(tmp_path: Path) -> None:
    for i in range(3):
        put(tmp_path / f"{i}.txt", b"Moscou nie.")
    reading: Iterator[Document | Failure] = read_documents([str(tmp_path)])
    assert isinstance(next(reading), Document)
    (tmp_path / "1.txt").write_text("Autre texte.")
    second = next(reading)
    assert isinstance(second, Document)
    assert second.text == "Autre texte."


def test_standard_input(tmp_path: Path) -> None:
    (document,) = read("-", stdin="L'été".encode())
    assert isinstance(document, Document)
    assert (document.doc_id, document.text, document.source) == ("stdin", "L'été", "standard input")
    (empty,) = read("-", stdin=b"")
    assert isinstance(empty, Failure)
    assert (empty.source, empty.reason) == ("standard input", "the file is empty")


def test_standard_input_in_another_format() -> None:
    rows = read("-", stdin=b'{"text": "Moscou nie."}\n{"text": "Paris aussi."}\n', format="jsonl")
    assert [r.doc_id for r in rows] == ["stdin#1", "stdin#2"]


def test_json_is_not_read_as_text_by_mistake(tmp_path: Path) -> None:
    file = put(tmp_path / "a.json", b'{"text": "Moscou"}')
    assert one(file).text == "Moscou"
    assert one(file, format="text").text == '{"text": "Moscou"}'


def test_a_name_that_comes_again_is_told_apart(tmp_path: Path) -> None:
    lines = b"".join(b'{"text": "Moscou nie.", "id": "%s"}\n' % name for name in (b"x", b"x", b"x~2", b"x"))
    documents = read(put(tmp_path / "a.jsonl", lines), fields=Fields(id="id"))
    names = [d.doc_id for d in documents]
    assert len(set(names)) == 4
    assert names[:2] == ["x", "x~2"]
    assert all(isinstance(d, Document) and d.notes for d in documents[1:])
