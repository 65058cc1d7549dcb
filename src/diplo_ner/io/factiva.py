"""Factiva's exports as text: field codes at the head of lines tell what is what, and are no text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import InputError
from ..metadata.fields import ALL, Fields, Found, find_fields
from ..metadata.records import meta_of
from .document import Document
from .encodings import decode
from .sources import Source

_FEWEST_CODES = 4
"""Codes of fields that tell an export, at the least."""
_CODES = (
    "AN|ART|AU|BY|CLM|CO|CR|CT|CX|CY|DLN|ED|ET|FDS|HD|HL|IN|IPC|IPD|LA|LP|NS|PD|PG|PUB|RBBCM|RE|RF|RST|SC|SE|SN|TD|"
    "VOL|WC"
)
_FIELD = re.compile(rf"^({_CODES})(?:[ \t]{{2,}}|\t|[ \t]*$)", re.MULTILINE)
_DOCUMENT = re.compile(r"^(?:Document\s+)?(\S+)$")
_BEHIND = frozenset({"LP", "TD"})
_NAMES = {"HD": "title", "SN": "source", "BY": "author", "AU": "author"}


def is_factiva(text: str) -> bool:
    """Whether a text is such an export: it has lines of a title and of the article's words."""
    codes = {found.group(1) for found in _FIELD.finditer(text)}
    return "HD" in codes and bool(codes & _BEHIND) and len(codes) >= _FEWEST_CODES


def read_factiva(source: Source, data: bytes, fields: Fields, encoding: str | None) -> Iterator[Document]:
    """Yield the documents of an export: headline, lead and body, with date, outlet and author told.

    Raises:
        InputError: no line begins with a field code.
    """
    text, how = decode(data, encoding)
    records = list(_records(text))
    if not records:
        raise InputError("no article of Factiva in this file", advice="say --input-format text")
    notes = (how.note,) if how.note else ()
    for number, record in enumerate(records, 1):
        told = {_NAMES.get(code, code): value for code, value in record.items() if code not in _BEHIND}
        told["date"] = " ".join(record[code] for code in ("PD", "ET") if code in record)
        found = _found(told, fields)
        meta, more = meta_of(told, found)
        words = "\n\n".join(record[code] for code in ("HD", "LP", "TD") if record.get(code))
        name = _DOCUMENT.match(record.get("AN", ""))
        doc_id = name.group(1) if name else f"{source.doc_id}#{number}"
        yield Document(doc_id, words, f"{source.shown}, article {number}", how.encoding, meta, (*notes, *more))
        notes = ()


def _records(text: str) -> Iterator[dict[str, str]]:
    """Fields of each article, by code; one ends with its number (AN), or where a headline comes again."""
    held: dict[str, str] = {}
    marks = list(_FIELD.finditer(text))
    for mark, end in zip(marks, [*(m.start() for m in marks[1:]), len(text)], strict=True):
        code, value = mark.group(1), text[mark.end() : end].strip()
        if code in held and code in ("HD", "SN", "AN"):
            yield held
            held = {}
        held[code] = f"{held[code]}\n\n{value}" if code in held else value
        if code == "AN":
            held[code] = value.splitlines()[0] if value else ""
            yield held
            held = {}
    if "HD" in held:
        yield held


def _found(told: dict[str, str], fields: Fields) -> Found:
    plain = find_fields(Fields(), ("date", "title", "source", "author"))
    if not fields.keep:
        return plain
    kept = tuple(told) if ALL in fields.keep else fields.keep
    return find_fields(
        Fields(
            date="date",
            title="title",
            source="source",
            author="author",
            keep=tuple(
                name for name in kept if name in told and name not in plain.wanted() and name not in ("PD", "ET")
            ),
        ),
        tuple(told),
    )
