"""Cutting a text at the edges of spans that nest or cross, so that what opens last closes first."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text to mark, in code points, end exclusive; where two cross, the higher layer is cut."""

    start: int
    end: int
    layer: int = 0


class Opening(NamedTuple):
    """A span begins, or goes on behind an edge where it had to be cut."""

    span: int
    goes_on: bool


class Closing(NamedTuple):
    """A span ends, or breaks off at an edge where it has to be cut."""

    span: int


class Stretch(NamedTuple):
    """Text between two edges."""

    start: int
    end: int


class Point(NamedTuple):
    """A place between two characters where something is to stand."""

    number: int


Piece = Opening | Closing | Stretch | Point


def pieces(length: int, spans: Sequence[Span], points: Sequence[int] = ()) -> Iterator[Piece]:
    """Cut a text into stretches, with the openings and closings of spans between them, well nested.

    Where spans cross, the one of the higher layer (of one layer, the one that starts later) is closed and
    opened again, so that the pieces can be written as elements of HTML. A point stands behind what closes at
    its place.

    Args:
        length: of the text, in code points.
        spans: what to mark; those that are empty or reach beyond the text are passed over.
        points: offsets into the text.

    Returns:
        The pieces in the order of the text; each names its span or point by its number in what was given.

    >>> def written(length, *spans):
    ...     names = {Opening: "<{}", Closing: "{}>", Stretch: "{}-{}"}
    ...     return " ".join(names[type(p)].format(*p) for p in pieces(length, spans))
    >>> written(9, Span(0, 5, 0), Span(3, 8, 1))
    '<0 0-3 <1 3-5 1> 0> <1 5-8 1> 8-9'
    """
    starting: dict[int, list[int]] = defaultdict(list)
    ending: dict[int, list[int]] = defaultdict(list)
    standing: dict[int, list[int]] = defaultdict(list)
    for number, span in enumerate(spans):
        if 0 <= span.start < span.end <= length:
            starting[span.start].append(number)
            ending[span.end].append(number)
    for number, place in enumerate(points):
        if 0 <= place <= length:
            standing[place].append(number)

    def rank(number: int) -> tuple[int, int, int, int]:
        span = spans[number]
        return span.layer, span.start, -span.end, number

    active: list[int] = []
    opened: list[int] = []
    before = 0
    for place in _edges(length, starting, ending, standing):
        if place > before:
            yield Stretch(before, place)
            before = place
        if place in ending:
            gone = set(ending[place])
            active = [number for number in active if number not in gone]
        for number in starting.get(place, ()):
            insort(active, number, key=rank)
        kept = 0
        while kept < len(opened) and kept < len(active) and opened[kept] == active[kept]:
            kept += 1
        while len(opened) > kept:
            yield Closing(opened.pop())
        for number in standing.get(place, ()):
            yield Point(number)
        for number in active[kept:]:
            opened.append(number)
            yield Opening(number, goes_on=spans[number].start < place)


def _edges(length: int, *places: Iterable[int]) -> list[int]:
    return sorted({length, *(place for some in places for place in some)})
