"""Reading documents, one at a time; an input that fails is told and the others still come out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO

from ..errors import ConfigurationError, DiploNerError, InputError
from .document import Document, Failure, encodable
from .encodings import checked_encoding, decode
from .sources import Format, Source, find_sources, why

_BLANK = "the text is empty"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    Raises:
        ConfigurationError: the encoding is unknown, or the text's field is not named.
    """

    encoding: str | None = None
    """The encoding of all files; None: it is detected."""
    text_field: str = "text"
    """The field or column that holds the text in .jsonl, .csv and .parquet."""
    id_field: str | None = None
    """The field or column that names the document; None: the file's name and the number of the line."""
    format: Format | None = None
    """How to read standard input and every file, whatever its ending."""

    def __post_init__(self) -> None:
        if self.encoding is not None:
            object.__setattr__(self, "encoding", checked_encoding(self.encoding))
        if not self.text_field:
            raise ConfigurationError("the field of the text has no name", advice="say --text-field NAME")


def read_documents(
    paths: Iterable[str], options: ReadOptions | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Document | Failure]:
    """Read the documents that paths name, lazily, in a stable order.

    Args:
        paths: files, folders, globs, or ``-`` for standard input.
        options: how to read; by default everything is detected.
        stdin: what to read for ``-``; by default the standard input of the process.

    Yields:
        A Document for each text and a Failure for each input that gave none. A document's name is unique in
        the run: a name that comes again gets ``~2``, ``~3`` and so on.
    """
    yield from read_sources(find_sources(paths), options, stdin=stdin)


def read_sources(
    sources: Iterable[Source | Failure], options: ReadOptions | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Document | Failure]:
    """Read sources that were found before; see ``read_documents``."""
    options = options or ReadOptions()
    times: dict[str, int] = {}
    for source in sources:
        if isinstance(source, Failure):
            yield source
            continue
        for found in _read(source, options, stdin):
            yield _unique(found, times) if isinstance(found, Document) else found


def _read(source: Source, options: ReadOptions, stdin: BinaryIO | None) -> Iterator[Document | Failure]:
    """All of one source. Nothing that a file may hold stops the others: hence the wide net."""
    try:
        with _opened(source, stdin) as stream:
            for found in _reader(source, options, stream):
                if isinstance(found, Document) and (not found.text or found.text.isspace()):
                    yield Failure(found.source, _BLANK, doc_id=found.doc_id)
                else:
                    yield found
    except DiploNerError as problem:
        yield Failure(source.shown, problem.message, problem.advice)
    except Exception as problem:
        reason, advice = why(problem)
        yield Failure(source.shown, reason, advice)


def _opened(source: Source, stdin: BinaryIO | None) -> BinaryIO:
    if source.path is None:
        return BytesIO((stdin or sys.stdin.buffer).read())
    return source.path.open("rb")


def _reader(source: Source, options: ReadOptions, stream: BinaryIO) -> Iterator[Document | Failure]:
    match options.format or source.format:
        case "text":
            return _plain(source, options, stream)
        case "html":
            from .html import read_html

            return read_html(source, stream.read(), options.encoding)
        case "jsonl":
            from .records import read_jsonl

            return read_jsonl(source, stream, options.text_field, options.id_field)
        case "csv":
            from .records import read_csv

            return read_csv(source, stream, options.text_field, options.id_field, options.encoding)
        case "parquet":
            from .parquet import read_parquet

            return read_parquet(source, stream, options.text_field, options.id_field)


def _plain(source: Source, options: ReadOptions, stream: BinaryIO) -> Iterator[Document | Failure]:
    if source.path is not None and source.path.suffix.lower() == ".json" and options.format is None:
        raise InputError(
            "JSON is no text to read", advice="make it .jsonl, one object a line, or say --input-format text"
        )
    data = stream.read()
    if not data:
        raise InputError("the file is empty")
    text, how = decode(data, options.encoding)
    notes = (how.note,) if how.note else ()
    yield Document(source.doc_id, text, source.shown, how.encoding, notes=notes)


def _unique(document: Document, times: dict[str, int]) -> Document:
    name = encodable(document.doc_id)
    fresh = name
    while fresh in times:
        times[name] += 1
        fresh = f"{name}~{times[name]}"
    times[fresh] = 1
    if fresh != name:
        note = f"another document is called {name} too: this one is {fresh}"
        return replace(document, doc_id=fresh, notes=(*document.notes, note))
    return document if name == document.doc_id else replace(document, doc_id=name)
