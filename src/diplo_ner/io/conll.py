"""Entities as CoNLL-2003 columns: word, part of speech, chunk, entity; a blank line between sentences.

Parts of speech and chunks are not known here and stand as ``-X-``. Entity tags are IOB2 with the types of the
schema (``B-PERSON``, ``I-COUNTRY``); mentions that only refer (titles, pronouns) are no entities there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import BinaryIO

from ..safe import encodable
from ..schema import Extraction
from ..text.sentences import sentences
from ..text.words import words
from .rows import NAMING_KINDS

_UNKNOWN = "-X-"
_Tagged = tuple[int, int, str]


class ConllWriter:
    """Writes documents to a stream, each behind a ``-DOCSTART-`` line."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, text: str, extraction: Extraction) -> None:
        """Add a document."""
        lines = [f"-DOCSTART- {_UNKNOWN} {_UNKNOWN} O", ""]
        sentence_starts = [start for start, _ in sentences(text)]
        before = 0
        for start, end, tag in tagged_words(text, extraction):
            sentence = bisect_right(sentence_starts, start)
            if before and sentence != before:
                lines.append("")
            before = sentence
            lines.append(f"{encodable(text[start:end])} {_UNKNOWN} {_UNKNOWN} {tag}")
        self._stream.write(("\n".join(lines) + "\n\n").encode())

    def close(self) -> None:
        """End the file."""
        self._stream.flush()


def tagged_words(text: str, extraction: Extraction) -> Iterator[_Tagged]:
    """The words of a text with offsets and IOB2 tags; a word that a mention cuts is cut there.

    >>> from diplo_ner.schema import Entity, Mention
    >>> named = Mention(start=2, end=6, text="OTAN")
    >>> otan = Entity(id="otan", type="ORGANISATION", canonical="OTAN", mentions=(named,))
    >>> result = Extraction(doc_id=None, model="", entities=(otan,))
    >>> [tag for _, _, tag in tagged_words("L’OTAN dort", result)]
    ['O', 'B-ORGANISATION', 'O']
    """
    mentions = sorted(
        (m.start, m.end, entity.type)
        for entity in extraction.entities
        for m in entity.mentions
        if m.kind in NAMING_KINDS
    )
    edges = sorted({edge for start, end, _ in mentions for edge in (start, end)})
    here = 0
    for start, end in _cut(text, edges):
        while here < len(mentions) and mentions[here][1] <= start:
            here += 1
        if here < len(mentions) and mentions[here][0] <= start:
            first, _, label = mentions[here]
            yield start, end, f"{'B' if start == first else 'I'}-{label}"
        else:
            yield start, end, "O"


def _cut(text: str, edges: list[int]) -> Iterator[tuple[int, int]]:
    ahead = 0
    for word in words(text):
        start = word.start
        while ahead < len(edges) and edges[ahead] < word.end:
            if edges[ahead] > start:
                yield start, edges[ahead]
                start = edges[ahead]
            ahead += 1
        yield start, word.end
