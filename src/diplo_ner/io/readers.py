"""Reading documents, one at a time; an input that fails is told and the others still come out."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import BinaryIO, cast

from ..errors import ConfigurationError, DiploNerError, InputError
from ..metadata.fields import Fields
from ..safe import encodable
from .document import Document, Failure, Note
from .encodings import checked_encoding, decode, decoded_twice
from .fragments import MARKUP, has_markup
from .language import is_french
from .sources import Format, Source, find_sources, why

_BLANK = "the text is empty"
_ANYTHING = frozenset({"json", "xml"})
_AS_PAGE = "; save it as .html to have its words alone"
_TWICE = "read as UTF-8 that was encoded twice"
_FOREIGN = "not French, as it seems: what is read there is not to be relied on"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    Raises:
        ConfigurationError: the encoding is unknown, or the text's field is not named.
    """

    encoding: str | None = None
    """The encoding of all files; None: it is detected."""
    fields: Fields = field(default_factory=Fields)
    """The fields or columns that hold text, name, date, title and outlet in tables; by default by usual names."""
    format: Format | None = None
    """How to read standard input and every file, whatever its ending."""

    def __post_init__(self) -> None:
        if self.encoding is not None:
            object.__setattr__(self, "encoding", checked_encoding(self.encoding))
        if "" in self.fields.told():
            raise ConfigurationError("a field has no name", advice="say --text-field NAME, --id-field NAME and so on")


def read_documents(
    paths: Iterable[str], options: ReadOptions | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Document | Failure | Note]:
    """Read the documents that paths name, lazily, in a stable order.

    Args:
        paths: files, folders, globs, or ``-`` for standard input.
        options: how to read; by default everything is detected.
        stdin: what to read for ``-``; by default the standard input of the process.

    Yields:
        A Document for each text, a Failure for each input that gave none, and a Note for what is passed over. A
        document's name is unique in the run: a name that comes again gets ``~2``, ``~3`` and so on.
    """
    yield from read_sources(find_sources(paths), options, stdin=stdin)


def read_sources(
    sources: Iterable[Source | Failure | Note], options: ReadOptions | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Document | Failure | Note]:
    """Read sources that were found before; see ``read_documents``."""
    options = options or ReadOptions()
    times: dict[str, int] = {}
    for source in sources:
        if not isinstance(source, Source):
            yield source
            continue
        for found in _read(source, options, stdin):
            yield _unique(found, times) if isinstance(found, Document) else found


def _read(source: Source, options: ReadOptions, stdin: BinaryIO | None) -> Iterator[Document | Failure | Note]:
    """All of one source. Nothing that a file may hold stops the others: hence the wide net."""
    try:
        with opened(source, stdin) as stream:
            for found in _reader(source, options, stream):
                if isinstance(found, Document) and (not found.text or found.text.isspace()):
                    yield Failure(found.source, _BLANK, doc_id=found.doc_id)
                elif isinstance(found, Document) and not is_french(found.text):
                    yield replace(found, notes=(*found.notes, _FOREIGN))
                else:
                    yield found
    except InputError as problem:
        yield _nothing(source, problem)
    except DiploNerError as problem:
        yield Failure(source.shown, problem.message, problem.advice)
    except Exception as problem:
        reason, advice = why(problem)
        yield Failure(source.shown, reason, advice)


def _nothing(source: Source, problem: InputError) -> Failure | Note:
    """A file that holds no article: a failure, unless it lies in a folder and may be anything."""
    if not source.named and source.format in _ANYTHING:
        return Note(source.shown, f"passed over: {problem.message}")
    return Failure(source.shown, problem.message, problem.advice)


def opened(source: Source, stdin: BinaryIO | None = None) -> BinaryIO:
    """The bytes of a source, unpacked."""
    if source.path is None:
        return BytesIO((stdin or sys.stdin.buffer).read())
    if source.compressed:
        return cast(BinaryIO, gzip.open(source.path, "rb"))
    return source.path.open("rb")


def _reader(source: Source, options: ReadOptions, stream: BinaryIO) -> Iterator[Document | Failure | Note]:
    form = options.format or source.format
    if form == "text":
        return _plain(source, options, stream)
    if form == "json" and not source.named and options.format is None:
        from .records import is_result

        data = stream.read()
        return iter(()) if is_result(data) else _read_as(form, source, options, BytesIO(data))
    return _read_as(form, source, options, stream)


def _read_as(form: Format, source: Source, options: ReadOptions, stream: BinaryIO) -> Iterator[Document | Failure]:
    """The documents of a source in a format other than plain text; each reader is imported where it is used."""
    fields, encoding = options.fields, options.encoding
    match form:
        case "csv":
            from .csv_tables import read_csv

            return read_csv(source, stream, fields, encoding)
        case "jsonl":
            from .records import read_jsonl

            return read_jsonl(source, stream, fields)
        case "parquet":
            from .parquet import read_parquet

            return read_parquet(source, stream, fields)
        case "json":
            from .records import read_json

            return read_json(source, stream.read(), fields, encoding)
        case "xml":
            from .xml_files import read_xml

            return read_xml(source, stream.read(), fields)
        case "mail":
            from .mail import read_mail

            return read_mail(source, stream.read())
        case "markdown":
            from .markdown import read_markdown

            return read_markdown(source, stream.read(), fields, encoding)
        case "subtitles":
            from .subtitles import read_subtitles

            return read_subtitles(source, stream.read(), encoding)
        case "factiva":
            from .factiva import read_factiva

            return read_factiva(source, stream.read(), fields, encoding)
        case "europresse":
            from .europresse import read_europresse

            return read_europresse(source, stream.read(), encoding)
        case _:
            from .html import read_html

            return read_html(source, stream.read(), encoding)


def _plain(source: Source, options: ReadOptions, stream: BinaryIO) -> Iterator[Document | Failure]:
    """A plain text; unless the user says that it is one, what it holds may tell another format."""
    from .sniff import sniff

    data = stream.read()
    if not data:
        raise InputError("the file is empty")
    text, how = decode(data, options.encoding)
    form = sniff(text) if options.format is None else None
    if form is None:
        notes = [how.note] if how.note else []
        once = decoded_twice(text) if how.encoding == "utf-8" and options.encoding is None else None
        if once is not None:
            notes.append(_TWICE)
        elif has_markup(text):
            notes.append(MARKUP + _AS_PAGE)
        encoding = how.encoding if once is None else None
        yield Document(source.doc_id, once or text, source.shown, encoding, notes=tuple(notes))
        return
    note = f"read as {form}, as it begins; say --input-format text if it is one text"
    for found in _read_as(form, source, options, BytesIO(data)):
        if note and isinstance(found, Document):
            found, note = replace(found, notes=(note, *found.notes)), ""
        yield found


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
