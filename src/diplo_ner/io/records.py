"""Documents from records: objects of JSON, rows of tables; what stands beside the text goes along."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from ..errors import InputError
from ..metadata.fields import Fields, Found, choose, find_fields
from ..metadata.records import meta_of
from ..safe import encodable
from .document import Document, Failure
from .encodings import decode, refuse_binary
from .fragments import MARKUP, has_markup
from .sources import Source

_HEAD = 1 << 20
_RESULT = frozenset({"entities", "quotes"})


def read_jsonl(source: Source, stream: BinaryIO, fields: Fields) -> Iterator[Document | Failure]:
    """Yield a document for each line of a JSON Lines file, a failure for each that holds none.

    Raises:
        InputError: the file is empty, or no text.
    """
    empty = True
    refuse_binary(stream.read(_HEAD))
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
                yield document_of(record, f"{source.doc_id}#{number}", shown, fields, "utf-8")
            else:
                yield Failure(shown, "not a JSON object")
    if empty:
        raise InputError("the file is empty")


def read_json(source: Source, data: bytes, fields: Fields, encoding: str | None) -> Iterator[Document | Failure]:
    """Yield the documents of a JSON file: an object is one, an array or an object around an array holds several.

    Raises:
        InputError: the file is no JSON, or holds no articles.
    """
    if not data:
        raise InputError("the file is empty")
    text, how = decode(data, encoding)
    try:
        held = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as problem:
        raise InputError(f"not JSON: {getattr(problem, 'msg', 'too deep')}") from None
    if isinstance(held, dict) and _text_of(held, fields) is not None:
        yield document_of(held, source.doc_id, source.shown, fields, how.encoding)
        return
    records = _records(held, fields)
    if not records:
        raise InputError("no article in this JSON", advice=_advice(held))
    for number, record in enumerate(records, 1):
        shown = f"{source.shown}, item {number}"
        if isinstance(record, dict):
            yield document_of(record, f"{source.doc_id}#{number}", shown, fields, how.encoding)
        else:
            yield Failure(shown, "not a JSON object")


def is_result(data: bytes) -> bool:
    """Whether a JSON file is a result of this package, or gold in its form, and so no article to read."""
    try:
        held = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(held, dict) and held.keys() >= _RESULT


def document_of(
    record: Mapping[str, object],
    name: str,
    shown: str,
    fields: Fields,
    encoding: str | None = None,
    *,
    found: Found | None = None,
) -> Document | Failure:
    """The document that a record holds, or why it holds none.

    Args:
        record: Names of fields with their values.
        name: What the document is called where no field tells it.
        shown: Where the record stands, as the user knows it.
        fields: What the caller says of fields.
        encoding: Of the file.
        found: Which field is which, where that is known of the whole table.
    """
    found = found or find_fields(fields, tuple(record))
    text = None if found.text is None else record.get(found.text)
    if found.text is None or found.text not in record:
        missing = "no field is known to hold the text" if found.text is None else f"no field {found.text!r}"
        return Failure(shown, missing, choose("text", list(record)))
    if not isinstance(text, str):
        return Failure(shown, f"{found.text!r} holds no text")
    told = record.get(found.id) if found.id else None
    if told is None or told == "" or isinstance(told, (dict, list)):
        if fields.id is not None:
            return Failure(shown, f"no name in {fields.id!r}")
        told = None
    clean = encodable(text)
    meta, notes = meta_of(record, found)
    if clean != text:
        notes = (*notes, "half characters (lone surrogates) read as U+FFFD")
    if has_markup(clean):
        notes = (*notes, MARKUP)
    return Document(name if told is None else str(told), clean, shown, encoding, meta, notes)


def _text_of(record: Mapping[str, object], fields: Fields) -> str | None:
    return name if (name := find_fields(fields, tuple(record)).text) in record else None


def _records(held: object, fields: Fields) -> Sequence[object]:
    """The records of a JSON value: an array, or the first array of articles in an object ({"articles": […]})."""
    if isinstance(held, list):
        return held
    if isinstance(held, dict):
        for value in held.values():
            if isinstance(value, list) and any(isinstance(r, dict) and _text_of(r, fields) for r in value):
                return value
    return ()


def _advice(held: object) -> str:
    return choose("text", list(held)) if isinstance(held, dict) and held else "give an array of objects"
