"""What the readers give: documents, and the inputs that failed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..schema import Meta


@dataclass(frozen=True, slots=True)
class Document:
    """A text to read, as it was read.

    For plain text ``open(source, encoding=encoding, newline="")`` gives exactly ``text``: line ends are
    untouched, and a byte order mark is part of the encoding (``utf-8-sig``), not of the text. All offsets of
    a result are Unicode code points into ``text``. For HTML ``text`` is the main text of the page, for a
    table it is the cell.
    """

    doc_id: str
    text: str
    source: str
    """The file as it was named, with the line or row where it is a table."""
    encoding: str | None = None
    meta: Meta | None = None
    """What the file tells of the text: date, title, outlet."""
    notes: tuple[str, ...] = ()
    """What the user should know of how the text was read, such as a detected encoding."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no document, or a document that gave no result, and why."""

    source: str
    reason: str
    advice: str = ""
    doc_id: str | None = None

    def __str__(self) -> str:
        told = f"{self.source}: {self.reason}"
        return f"{told}; {self.advice}" if self.advice else told


@dataclass(frozen=True, slots=True)
class Note:
    """What the user should know of an input that gave no document and is not to blame, such as files passed over."""

    source: str
    words: str

    def __str__(self) -> str:
        return f"{self.source}: {self.words}"
