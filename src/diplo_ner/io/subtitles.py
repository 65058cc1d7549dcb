"""Subtitles (SRT, WebVTT): what is spoken, without numbers and times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import InputError
from .document import Document
from .encodings import decode
from .fragments import plain_text
from .sources import Source

_BLOCKS = re.compile(r"(?:\r?\n[ \t]*){2,}")
_TIMES = re.compile(r"^\s*(?:\d+:)?\d\d:\d\d[.,]\d{3}\s*-->.*$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s([^<>]+)>")
_CUT = re.compile(r"(?<=[^\W\d_])-\r?\n(?=[a-zà-ÿ])")


def read_subtitles(source: Source, data: bytes, encoding: str | None) -> Iterator[Document]:
    """Yield the document of a file of subtitles: a cue a paragraph, ``<v NAME>`` as ``NAME : ``.

    Raises:
        InputError: there is no cue with words in it.
    """
    if not data:
        raise InputError("the file is empty")
    words, how = decode(data, encoding)
    spoken = [cue for block in _BLOCKS.split(words) if (cue := _spoken(block))]
    if not spoken:
        raise InputError("no subtitle in this file")
    notes = (how.note,) if how.note else ()
    yield Document(source.doc_id, "\n\n".join(spoken), source.shown, how.encoding, notes=notes)


def _spoken(block: str) -> str:
    times = _TIMES.search(block)
    if times is None:
        return ""
    said = _VOICE.sub(lambda voice: f"{voice.group(1)} : ", _CUT.sub("", block[times.end() :]))
    return plain_text(said.strip().replace("\n", "<br>"))
