"""Documents that are done, kept on disk: what a run reads again at its end, and what it resumes from.

A spool holds one JSON object a line: a header that tells which run it belongs to, then a document and its
result each. A line that an interruption tore is dropped when the spool is opened again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from hashlib import sha256
from typing import IO, Any, NamedTuple

from ..errors import OutputError
from ..schema import Extraction
from .document import Document

_Header = Mapping[str, str | None]

_ANEW = "say --force without --resume to begin anew"


class Done(NamedTuple):
    """A document and its result."""

    document: Document
    extraction: Extraction


class Spool:
    """An append-only file of finished documents.

    Args:
        stream: a binary file open for reading and writing; what it holds already is taken over.
        header: what the results depend on (version, model, file of names).

    Raises:
        OutputError: the file belongs to another kind of run.
    """

    def __init__(self, stream: IO[bytes], header: _Header) -> None:
        self._stream = stream
        self._places: dict[str, tuple[int, bytes]] = {}
        self._take_over(header)

    def __len__(self) -> int:
        return len(self._places)

    def holds(self, document: Document) -> bool:
        """Whether this very text was done under this name."""
        place = self._places.get(document.doc_id)
        return place is not None and place[1] == _digest(document)

    def append(self, document: Document, extraction: Extraction) -> None:
        """Add a finished document; it survives the end of the process."""
        reasons = [[mention.reason for mention in entity.mentions] for entity in extraction.entities]
        told = {name: value for name, value in asdict(replace(document, meta=None)).items() if name != "meta"}
        line = {"document": told, "extraction": extraction.model_dump(), "reasons": reasons}
        start = self._stream.seek(0, 2)
        self._stream.write(_line(line))
        self._stream.flush()
        self._places[document.doc_id] = (start, _digest(document))

    def get(self, doc_id: str) -> Done:
        """A finished document by its name.

        Raises:
            KeyError: it is not done.
        """
        self._stream.seek(self._places[doc_id][0])
        return _done(json.loads(self._stream.readline()))

    def _take_over(self, header: _Header) -> None:
        self._stream.seek(0)
        first = self._stream.readline()
        if not first.endswith(b"\n"):
            self._stream.seek(0)
            self._stream.truncate()
            self._stream.write(_line(dict(header)))
            self._stream.flush()
            return
        try:
            told = json.loads(first)
            if told == dict(header):
                for start, line in self._whole_lines():
                    document = _done(json.loads(line)).document
                    self._places[document.doc_id] = (start, _digest(document))
        except (ValueError, KeyError, TypeError):
            raise OutputError("what the interrupted run kept cannot be read", advice=_ANEW) from None
        if told != dict(header):
            raise OutputError("the interrupted run was made with another version, model or file of names", advice=_ANEW)

    def _whole_lines(self) -> Iterator[tuple[int, bytes]]:
        start = self._stream.tell()
        while line := self._stream.readline():
            if not line.endswith(b"\n"):
                self._stream.seek(start)
                self._stream.truncate()
                return
            after = self._stream.tell()
            yield start, line
            start = after


def _line(value: object) -> bytes:
    return json.dumps(value).encode("ascii") + b"\n"


def _done(line: Mapping[str, Any]) -> Done:
    extraction = Extraction.model_validate(line["extraction"])
    told = {**line["document"], "notes": tuple(line["document"]["notes"])}
    document = Document(**told, meta=extraction.meta)
    entities = tuple(
        entity.model_copy(
            update={
                "mentions": tuple(
                    mention.model_copy(update={"reason": reason})
                    for mention, reason in zip(entity.mentions, reasons, strict=True)
                )
            }
        )
        for entity, reasons in zip(extraction.entities, line["reasons"], strict=True)
    )
    return Done(document, extraction.model_copy(update={"entities": entities}))


def _digest(document: Document) -> bytes:
    return sha256(document.text.encode("utf-8", "surrogatepass")).digest()
