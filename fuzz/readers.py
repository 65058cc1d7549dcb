"""Reading files: a text, a table or a page gives documents or says why not, and never raises."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from fuzz.harness import fuzz, instrumented

with instrumented():
    from diplo_ner.io.document import Document
    from diplo_ner.io.encodings import decode
    from diplo_ner.io.html import declared_encoding
    from diplo_ner.io.readers import ReadOptions, read_sources
    from diplo_ner.io.sources import Source

FORMATS: tuple[Any, ...] = ("text", "csv", "jsonl")
ENCODINGS = (None, "utf-8", "cp1252", "utf-16")


def one(data: bytes) -> None:
    """Read a file, its first byte telling how."""
    if not data:
        return
    how, content = data[0], data[1:5_000]
    options = ReadOptions(encoding=ENCODINGS[how // 3 % 4], format=FORMATS[how % 3])
    source = Source(None, "standard input", "stdin", "text")
    ids = set()
    for found in read_sources([source], options, stdin=BytesIO(content)):
        if isinstance(found, Document):
            assert found.text.strip() and found.doc_id not in ids
            found.text.encode("utf-8")
            ids.add(found.doc_id)
        else:
            assert found.reason
            str(found).encode("utf-8")
    told = declared_encoding(content)
    if options.format == "text" and ids and options.encoding is None:
        text, encoding = decode(content, declared=told)
        assert content.decode(encoding.encoding, encoding.errors) == text


if __name__ == "__main__":
    fuzz(one)
