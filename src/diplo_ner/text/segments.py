"""Paragraphs and sentences of a text, as spans; no language model."""

from __future__ import annotations

import re

Span = tuple[int, int]

_PARAGRAPH = re.compile(r"[^\r\n]+")
_END = re.compile(r"(?<![.!?…])[.!?…]++[»”\"’)\]]*+(?=\s++[«“\"(\[–—-]?\s{0,16}+[A-ZÀ-Þ0-9«“\"])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“\"'’])(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|St|Ste|Sgt|Cdt|Gal|Cl|Lt|art|vol|p|pp|cf|env|av|apr|no|n°|[A-ZÀ-Þ])$"
)


def paragraphs(text: str) -> list[Span]:
    """Spans of the non-empty lines of a text, in order."""
    return [m.span() for m in _PARAGRAPH.finditer(text) if not m.group().isspace()]


def sentences(text: str) -> list[Span]:
    """Spans of the sentences, in order; a line break always ends one, an abbreviation or an initial never does."""
    found: list[Span] = []
    for start, end in paragraphs(text):
        here = start
        for m in _END.finditer(text, start, end):
            if (
                text[m.start()] == "."
                and m.end() == m.start() + 1
                and _ABBREVIATION.search(text, max(here, m.start() - 6), m.start())
            ):
                continue
            found.append((here, m.end()))
            here = m.end()
            while here < end and text[here].isspace():
                here += 1
        if here < end:
            found.append((here, end))
    return found
