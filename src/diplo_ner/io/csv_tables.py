"""Articles in CSV: a header, an article a row; read a row at a time, in bounded memory."""

from __future__ import annotations

import codecs
import csv
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import TextIOWrapper
from itertools import chain
from typing import BinaryIO

from ..errors import InputError
from ..metadata.fields import Fields, plain_name, require_fields, usual_names
from .document import Document, Failure
from .encodings import Decoding, decode, refuse_binary
from .records import document_of
from .sources import Source

_CHUNK = 1 << 20


def read_csv(source: Source, stream: BinaryIO, fields: Fields, encoding: str | None) -> Iterator[Document | Failure]:
    """Yield a document for each row of a CSV file; commas, semicolons, tabs and bars part its cells.

    Raises:
        InputError: the file has no such column, or is no text.
    """
    how = Decoding("utf-8-sig" if encoding == "utf-8" else encoding) if encoding else _detect(stream)
    stream.seek(0)
    with TextIOWrapper(stream, how.encoding, how.errors, newline="") as lines:
        for found in _documents(source, lines, fields, how.encoding):
            if how.note and isinstance(found, Document):
                found = replace(found, notes=(how.note, *found.notes))
                how = how._replace(note="")
            yield found


def count_rows(stream: BinaryIO, encoding: str | None) -> int:
    """How many rows with cells a CSV file has behind its header."""
    how = Decoding(encoding) if encoding else _detect(stream)
    stream.seek(0)
    with TextIOWrapper(stream, how.encoding, "replace", newline="") as lines:
        first = next(lines, "")
        return max(0, sum(1 for row, _ in _rows(chain([first], lines), delimiter_of(first, Fields())) if row) - 1)


def delimiter_of(line: str, fields: Fields) -> str:
    """The delimiter under which a header has most of the columns that are looked for, else most columns."""
    wanted = {plain_name(name) for name in fields.told()} or set(usual_names("text"))
    ways = {sign: next(csv.reader([line], delimiter=sign), []) for sign in ",;\t|"}
    return max(ways, key=lambda sign: (len(wanted & {plain_name(n) for n in ways[sign]}), len(ways[sign])))


def _documents(source: Source, lines: Iterator[str], fields: Fields, encoding: str) -> Iterator[Document | Failure]:
    first = next(lines, "")
    if not first.strip():
        raise InputError("the file has no header" if first else "the file is empty")
    rows = _rows(chain([first], lines), delimiter_of(first, fields))
    header, _ = next(rows)
    found = require_fields(fields, header)
    empty = True
    for number, (row, whole) in enumerate(rows, 2):
        empty = empty and not row
        shown = f"{source.shown}, row {number}"
        if row and not whole:
            yield Failure(shown, "a quotation mark is opened in it and never closed")
        elif row:
            record = dict(zip(header, row, strict=False))
            yield document_of(record, f"{source.doc_id}#{number}", shown, fields, encoding, found=found)
    if empty:
        raise InputError("the table is empty")


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
