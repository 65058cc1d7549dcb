"""Paragraphs and sentences of a text, as spans; no language model.

This is the one place that says where a sentence ends. Who reads passages and names as single tokens
(``quotes.grammar.prose``) asks it about each full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..tables import cell_list, rows

Span = tuple[int, int]

_PARAGRAPH = re.compile(r"[^\r\n]+")
_END = re.compile(r"(?<![.!?…])[.!?…]++[»”\"’)\]]*+(?=\s++[«“\"(\[–—-]?\s{0,16}+[A-ZÀ-Þ0-9«“\"])")
_STOPS = ".!?…"
_SHORTENED = re.compile(r"(?<![^\W\d_])(?:([^\W\d_]++)[ \u00a0\u202f])?([^\W\d_]++)$")
_LONGEST_SHORTENED = 16
"""Characters before a full stop that may be a shortened word and the preposition before it."""


def paragraphs(text: str) -> list[Span]:
    """Spans of the non-empty lines of a text, in order."""
    return [m.span() for m in _PARAGRAPH.finditer(text) if not m.group().isspace()]


def sentences(text: str) -> list[Span]:
    """Spans of the sentences, in order; a line break always ends one, an abbreviation or an initial never does.

    >>> text = "M. Diallo est parti. L'OTAN se tait."
    >>> [text[start:end] for start, end in sentences(text)]
    ['M. Diallo est parti.', "L'OTAN se tait."]
    """
    found: list[Span] = []
    for start, end in paragraphs(text):
        here = start
        for stop in sentence_ends(text, start, end):
            found.append((here, stop))
            here = stop
            while here < end and text[here].isspace():
                here += 1
        if here < end:
            found.append((here, end))
    return found


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end between two places that more text follows: behind the stop and the marks that close there."""
    for m in _END.finditer(text, start, end):
        if text[m.start()] != "." or m.end() > m.start() + 1 or not is_abbreviation(text, m.start(), start):
            yield m.end()


def sentence_end(text: str, stop: int) -> int:
    """Where the sentence ends that a stop closes, the marks behind it included; -1 where it closes none."""
    while stop and text[stop - 1] in _STOPS:
        stop -= 1
    m = _END.match(text, stop)
    if m is None or (text[stop] == "." and m.end() == stop + 1 and is_abbreviation(text, stop)):
        return -1
    return m.end()


def is_abbreviation(text: str, stop: int, start: int = 0) -> bool:
    """Whether the full stop at a place belongs to an abbreviation or an initial ("M.", "J.").

    >>> is_abbreviation("M. Diallo", 1), is_abbreviation("Il part. Elle reste.", 7)
    (True, False)
    """
    m = _SHORTENED.search(text, max(start, stop - _LONGEST_SHORTENED), stop)
    if m is None:
        return False
    if len(m[2]) == 1 and m[2].isupper():
        return m[1] is None or m[1].lower() not in _abbreviations()["place"]
    return m[2].lower() in _abbreviations()["word"]


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, frozenset[str]]:
    return {row["kind"]: frozenset(cell_list(row["words"])) for row in rows("diplo_ner.text", "abbreviations.csv")}
