"""Passages between quotation marks, found in the text alone.

Marks are paired by the cheapest reading of all of them (``mark_pairs``); a mark that has lost its partner
gets the passage a reader would give it, or none (``mark_repair``); single marks count inside another
passage, or where they are curly and stand at the edges of words.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from ..verbs.incise_window import Incises, starts_incise
from ..vocabulary.word_sets import pattern
from .pairing import MarkReading, read
from .repair import closed_only, opened_only
from .signs import Lines, Sign, signs

_SINGLE_OPENS = re.compile(r"(?<![\w'’‘)\]])[‘'‚‛](?=[^\W_]|[\[(…«“])")
_SINGLE = re.compile(r"(?P<words>(?:[^'’‘\r\n]|['’‘](?=\w)){1,300})(?P<close>['’])(?![\w'’])")
_ELISION = r"(?i)(?<!\w)<elided>$"
_BARE = " \t\r\n\u200b\u200e\u200f\u2060\ufeff"


class Passage(NamedTuple):
    """A stretch of text that stands between quotation marks.

    ``start`` and ``end`` leave the marks and the spaces inside them out, ``outer_start`` and ``outer_end``
    take them in; ``open`` and ``close`` are the marks, empty where one is missing. ``depth`` is 0 outside
    any other passage, ``parent`` the number of the passage right around it in the list. ``continued``
    tells that the opening mark is repeated where a new paragraph begins inside.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    open: str
    close: str
    depth: int = 0
    continued: bool = False
    parent: int | None = None


def passages(text: str) -> list[Passage]:
    """Find all quoted passages of a text.

    Args:
        text: any string; it is not altered.

    Returns:
        The passages by start, the outer before the inner; two passages are nested or apart. Offsets are
        Unicode code points into the text. The work is linear in the length of the text, and no text raises.

    >>> text = 'Il a dit « oui » puis "non".'
    >>> [text[p.start:p.end] for p in passages(text)]
    ['oui', 'non']
    """
    lines = Lines(text)
    row = signs(text, lines)
    found: list[Passage] = []
    if row:
        incises = Incises(text)
        told = cache(lambda start, end: starts_incise(text, start))
        reading = read(row, lines, incises.within, told, _closes_lines(row), incises.ends)
        found = _paired(text, row, reading) + _broken(text, row, reading, lines, incises)
    return _nest(found + _singles(text, found))


def _closes_lines(row: list[Sign]) -> bool:
    """Whether a passage that ends a line is followed by one that starts the next: then none "goes on"."""
    return any(two.starts_line and two.line == one.line + 1 and one.ends_line for one, two in itertools.pairwise(row))


def _passage(text: str, start: int, end: int, outer: tuple[int, int], marks: tuple[str, str]) -> Passage | None:
    while start < end and (text[start].isspace() or text[start] in _BARE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _BARE):
        end -= 1
    return Passage(start, end, *outer, *marks) if start < end else None


def _paired(text: str, row: list[Sign], reading: MarkReading) -> list[Passage]:
    repeated = {number for number, _ in reading.repeated}
    stray = set(reading.stray)
    found: list[Passage] = []
    for one, other in reading.pairs:
        first, last = row[one], row[other]
        start = first.end
        if one + 1 in stray and not text[first.end : row[one + 1].start].strip():
            start = row[one + 1].end
        passage = _passage(text, start, last.start, (first.start, last.end), (first.mark, last.mark))
        if passage:
            found.append(passage._replace(continued=one in repeated))
    return found


def _broken(text: str, row: list[Sign], reading: MarkReading, lines: Lines, incises: Incises) -> list[Passage]:
    """Passages of marks without a partner."""
    found: list[Passage] = []
    for number in reading.unclosed:
        span = opened_only(text, row, number, lines, incises)
        if span:
            passage = _passage(text, *span, (row[number].start, span[1]), (row[number].mark, ""))
            found.extend([passage] if passage else [])
    for number in reading.stray:
        closes = row[number].closing < row[number].opening
        span = closed_only(text, row, number, lines) if closes else None
        if span:
            passage = _passage(text, *span, (span[0], row[number].end), ("", row[number].mark))
            found.extend([passage] if passage else [])
    return found


def _singles(text: str, around: list[Passage]) -> list[Passage]:
    """Passages between single marks: inside another passage, or between curly ones at the edges of words."""
    found: list[Passage] = []
    spans = sorted((p.outer_start, p.outer_end) for p in around)
    starts = [s for s, _ in spans]
    reach: list[int] = []
    for _, end in spans:
        reach.append(max(end, reach[-1] if reach else 0))
    last = 0
    for opens in _SINGLE_OPENS.finditer(text):
        i = bisect_right(starts, opens.start())
        inside = i > 0 and reach[i - 1] > opens.end()
        if opens.start() < last or not (inside or opens.group() == "‘"):
            continue
        match = _SINGLE.match(text, opens.end())
        if not match or (opens.group() != "‘" and reach[i - 1] < match.end()):
            continue
        if pattern(_ELISION).search(text, max(0, match.start("close") - 8), match.start("close")):
            continue
        last = match.end()
        passage = _passage(text, *match.span("words"), (opens.start(), last), (opens.group(), match["close"]))
        if passage:
            found.append(passage)
    return found


def _nest(found: list[Passage]) -> list[Passage]:
    """Sort, number the parents, and leave out what crosses a passage before it or repeats its span."""
    placed: list[Passage] = []
    open_ones: list[int] = []
    for passage in sorted(found, key=lambda p: (p.outer_start, -p.outer_end, p.start)):
        while open_ones and placed[open_ones[-1]].outer_end <= passage.outer_start:
            open_ones.pop()
        parent = open_ones[-1] if open_ones else None
        if parent is not None:
            around = placed[parent]
            if around.outer_end < passage.outer_end or (around.start, around.end) == (passage.start, passage.end):
                continue
        placed.append(passage._replace(depth=len(open_ones), parent=parent))
        open_ones.append(len(placed) - 1)
    return placed
