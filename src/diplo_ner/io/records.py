"""Tables of texts: one JSON object a line, or CSV with a header; read a record at a time."""

from __future__ import annotations

import codecs
import csv
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import TextIOWrapper
from itertools import chain
from typing import BinaryIO

from ..errors import InputError
from .document import Document, Failure, encodable
from .encodings import Decoding, decode, refuse_binary
from .sources import Source

_CHUNK = 1 << 20


def read_jsonl(source: Source, stream: BinaryIO, text_field: str, id_field: str | None) -> Iterator[Document | Failure]:
    """Yield a document for each line of a JSON Lines file, a failure for each that holds none."""
    empty = True
    refuse_binary(stream.read(_CHUNK))
    stream.seek(0)
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        empty = False
        shown = f"{source.shown}, line {number}"
        try:
            record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except UnicodeDecodeError:
            yield Failure(shown, "not in UTF-8, as JSON Lines must be")
        except (ValueError, RecursionError) as problem:
            yield Failure(shown, f"not JSON: {getattr(problem, 'msg', 'too deep')}")
        else:
            if isinstance(record, dict):
                yield document_of(record, source, number, shown, text_field, id_field, "utf-8")
            else:
                yield Failure(shown, "not a JSON object")
    if empty:
        raise InputError("the file is empty")


def read_csv(
    source: Source, stream: BinaryIO, text_field: str, id_field: str | None, encoding: str | None
) -> Iterator[Document | Failure]:
    """Yield a document for each row of a CSV file; commas, semicolons and tabs part its cells.

    Raises:
        InputError: the file has no such column, or is no text.
    """
    how = Decoding("utf-8-sig" if encoding == "utf-8" else encoding) if encoding else _detect(stream)
    stream.seek(0)
    with TextIOWrapper(stream, how.encoding, how.errors, newline="") as lines:
        for found in _csv_documents(source, lines, text_field, id_field, how.encoding):
            if how.note and isinstance(found, Document):
                found = replace(found, notes=(how.note, *found.notes))
                how = how._replace(note="")
            yield found


def _csv_documents(
    source: Source, lines: Iterator[str], text_field: str, id_field: str | None, encoding: str
) -> Iterator[Document | Failure]:
    first = next(lines, "")
    if not first.strip():
        raise InputError("the file has no header" if first else "the file is empty")
    rows = _rows(chain([first], lines), _delimiter(first, text_field))
    header, _ = next(rows)
    for field in (text_field, id_field):
        if field is not None and field not in header:
            raise InputError(f"no column {field!r}", advice=_choose(field, text_field, header))
    empty = True
    for number, (row, whole) in enumerate(rows, 2):
        empty = empty and not row
        shown = f"{source.shown}, row {number}"
        if row and not whole:
            yield Failure(shown, "a quotation mark is opened in it and never closed")
        elif row:
            record = dict(zip(header, row, strict=False))
            yield document_of(record, source, number, shown, text_field, id_field, encoding)
    if empty:
        raise InputError("the table is empty")


def document_of(
    record: Mapping[str, object],
    source: Source,
    number: int,
    shown: str,
    text_field: str,
    id_field: str | None,
    encoding: str | None = None,
) -> Document | Failure:
    """The document that a record holds, or why it holds none."""
    text = record.get(text_field)
    if not isinstance(text, str):
        if text_field in record:
            return Failure(shown, f"{text_field!r} holds no text")
        return Failure(shown, f"no field {text_field!r}", _choose(text_field, text_field, list(record)))
    name = record.get(id_field) if id_field else None
    if id_field and (name is None or name == "" or isinstance(name, (dict, list))):
        return Failure(shown, f"no name in {id_field!r}")
    doc_id = f"{source.doc_id}#{number}" if name is None else str(name)
    clean = encodable(text)
    notes = () if clean == text else ("half characters (lone surrogates) read as U+FFFD",)
    return Document(doc_id, clean, shown, encoding, notes=notes)


def _choose(field: str, text_field: str, there: list[str]) -> str:
    option = "--text-field" if field == text_field else "--id-field"
    shown = ", ".join(there[:12]) + (", …" if len(there) > 12 else "")
    return f"say which with {option}; there are: {shown}"


def _detect(stream: BinaryIO) -> Decoding:
    """How to read a file, in bounded memory: UTF-8 if all of it is, else judged where it is not."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    head = before = b""
    while chunk := stream.read(_CHUNK):
        if not head:
            head = chunk
            refuse_binary(head)
            if head.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                return decode(head[: len(head) // 4 * 4])[1]
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError:
            sample = head if head is chunk else before[-_CHUNK // 2 :] + chunk
            return decode(sample)[1]
        before = chunk
    if decoder.getstate()[0]:
        return Decoding("utf-8", "replace", "UTF-8 cut off at its end")
    return Decoding("utf-8")


def _delimiter(line: str, text_field: str) -> str:
    """The delimiter under which the header has the text's column, else the one that gives most columns."""
    ways = {delimiter: next(csv.reader([line], delimiter=delimiter), []) for delimiter in ",;\t|"}
    return max(ways, key=lambda delimiter: (text_field in ways[delimiter], len(ways[delimiter])))


class _Lines(Iterator[str]):
    """Lines of a file, and whether they have come to their end."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.lines = lines
        self.ended = False

    def __next__(self) -> str:
        try:
            return next(self.lines)
        except StopIteration:
            self.ended = True
            raise


def _rows(lines: Iterator[str], delimiter: str) -> Iterator[tuple[list[str], bool]]:
    """Rows of a CSV file, and whether each is whole; the last is not if its quotation stays open.

    The csv module knows one limit for the length of a cell, for the whole process: it is lifted while a row
    is read, and put back.
    """
    told = _Lines(lines)
    reader = csv.reader(told, delimiter=delimiter)
    while True:
        limit = csv.field_size_limit(sys.maxsize)
        try:
            row = next(reader)
        except StopIteration:
            return
        finally:
            csv.field_size_limit(limit)
        yield row, not told.ended
