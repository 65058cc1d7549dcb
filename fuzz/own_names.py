"""A file of the user's own names: it is read, or refused with the line that is wrong; a text is read with it."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from fuzz.harness import fuzz, instrumented

with instrumented():
    from diplo_ner.errors import LexiconError
    from diplo_ner.lexicon.own_names import own_names
    from diplo_ner.reading import read

HEADER = b"id,type,canonical,aliases,country\n"
_FOLDER = TemporaryDirectory(prefix="own-names-")
_FILE = Path(_FOLDER.name) / f"{os.getpid()}.csv"


def one(data: bytes) -> None:
    """Read a file; if it is one, read a text that holds its names."""
    content = data[1:2_000] if data[:1] > b"\x20" else HEADER + data[1:2_000]
    _FILE.write_bytes(content)
    own_names.cache_clear()
    try:
        found = own_names(_FILE)
    except LexiconError as problem:
        assert problem.message
        return
    assert len({name.id for name in found}) == len(found)
    text = " a dit ".join(spelling for name in found for spelling in name.names)
    result = read(text, [], own=found)
    for entity in result.entities:
        assert all(text[m.start : m.end] == m.text for m in entity.mentions)


if __name__ == "__main__":
    fuzz(one)
