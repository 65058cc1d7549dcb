"""Markdown: its words without marks, and what the lines between ``---`` at its head tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import InputError
from ..metadata.fields import ALL, Fields, find_fields
from ..metadata.records import meta_of
from .document import Document
from .encodings import decode
from .fragments import plain_text
from .sources import Source

_HEAD = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^([\w-]+)[ \t]{0,8}:(.*)$", re.MULTILINE)


def _unquoted(value: str) -> str:
    """A value without the quotation marks around it."""
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def read_markdown(source: Source, data: bytes, fields: Fields, encoding: str | None) -> Iterator[Document]:
    """Yield the document of a file of Markdown.

    Raises:
        InputError: it is empty, or no text.
    """
    from markdown_it import MarkdownIt

    if not data:
        raise InputError("the file is empty")
    words, how = decode(data, encoding)
    head = _HEAD.match(words)
    record: dict[str, object] = {}
    if head is not None:
        record = {field.group(1): _unquoted(field.group(2).strip()) for field in _FIELD.finditer(head.group(1))}
    found = find_fields(Fields(keep=fields.keep if ALL in fields.keep else ()), tuple(record))
    meta, notes = meta_of(record, found)
    text = plain_text(MarkdownIt("commonmark").render(words[head.end() if head else 0 :]))
    notes = (how.note, *notes) if how.note else notes
    yield Document(source.doc_id, text, source.shown, how.encoding, meta, notes)
