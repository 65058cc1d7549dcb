"""Pictures of a dossier, laid out in pixels: quotes by month, and who is beside whom."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..safe import one_line
from ..store.dossiers import Beside

_UPRIGHT = 0.2
"""Below this cosine words stand above or below their point."""
_WIDTH, _HEIGHT, _FOOT = 640, 90, 18
_MOST_BARS = 160
_TICK = 34
_ROUND = 12
_SIDE = 560
_TALL = 380
_NAME = 22


@dataclass(frozen=True, slots=True)
class TimeBar:
    """The quotes of a month or a year; x, y, width and height in pixels."""

    told: str
    quotes: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars in order of time, with the years under them."""

    width: int
    height: int
    base: int
    most: int
    bars: tuple[TimeBar, ...]
    years: tuple[tuple[str, float], ...]

    @property
    def peak(self) -> TimeBar:
        """The first of the highest bars."""
        return max(self.bars, key=lambda bar: bar.quotes)


def timeline(months: Sequence[tuple[str, int]]) -> Timeline | None:
    """Lay out counts per month; where months are many, those of a year are put together. One bar alone is no picture.

    >>> timeline([("2022-01", 2), ("2022-03", 4)]).bars[-1].height
    72
    """
    if len(months) <= 1:
        return None
    counts = dict(months)
    first, last = months[0][0], months[-1][0]
    if _month(last) - _month(first) < _MOST_BARS:
        periods = [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(_month(first), _month(last) + 1)]
    else:
        years: dict[str, int] = {}
        for month, number in months:
            years[month[:4]] = years.get(month[:4], 0) + number
        counts = years
        periods = [f"{year:04}" for year in range(int(first[:4]), int(last[:4]) + 1)]
    most = max(counts.values())
    room = _HEIGHT - _FOOT
    step = min(28.0, _WIDTH / len(periods))
    bars = []
    marks: list[tuple[str, float]] = []
    for place, period in enumerate(periods):
        x = round(place * step, 2)
        number = counts.get(period, 0)
        if number:
            height = max(2, round(room * number / most))
            bars.append(TimeBar(period, number, x, room - height, round(max(1.0, step - 1), 2), height))
        is_first = place == 0 or period[5:] in {"01", ""}
        if is_first and (not marks or x - marks[-1][1] > _TICK):
            marks.append((period[:4], x))
    width = max(math.ceil(step * len(periods)), math.ceil(marks[-1][1]) + _TICK)
    return Timeline(width, _HEIGHT, room, most, tuple(bars), tuple(marks))


@dataclass(frozen=True, slots=True)
class Knot:
    """An entity in the picture of a network."""

    id: str
    name: str
    full_name: str
    type: str
    documents: int
    x: float
    y: float
    radius: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Network:
    """Who is beside an entity, on a circle around it; lines are (x1, y1, x2, y2, width)."""

    width: int
    height: int
    middle: tuple[float, float]
    knots: tuple[Knot, ...]
    spokes: tuple[tuple[float, float, float, float, float], ...]
    lines: tuple[tuple[float, float, float, float, float], ...]


def network(near: Sequence[Beside], ties: Sequence[tuple[int, int, int]]) -> Network | None:
    """Lay out who is beside an entity: the wider a line, the more documents name both.

    Args:
        near: Who is beside it, those in most documents first; the first twelve are drawn.
        ties: In how many documents two of them are both named: (one, other, documents).
    """
    drawn = list(near[:_ROUND])
    if len(drawn) <= 1:
        return None
    middle = (_SIDE / 2, _TALL / 2)
    most = max(one.documents for one in drawn)
    knots: list[Knot] = []
    places: dict[int, Knot] = {}
    for place, one in enumerate(drawn):
        angle = 2 * math.pi * place / len(drawn) - math.pi / 2
        x = round(middle[0] + 150 * math.cos(angle), 1)
        y = round(middle[1] + 150 * math.sin(angle), 1)
        anchor = "middle" if abs(math.cos(angle)) < _UPRIGHT else "start" if math.cos(angle) > 0 else "end"
        radius = round(4 + 6 * math.sqrt(one.documents / most), 1)
        knot = Knot(
            one.id, one_line(one.canonical, _NAME), one.canonical, one.type, one.documents, x, y, radius, anchor
        )
        knots.append(knot)
        places[one.entity] = knot
    strongest = max((number for _, _, number in ties), default=1)
    lines = [
        (places[a].x, places[a].y, places[b].x, places[b].y, round(0.5 + 2.5 * number / strongest, 2))
        for a, b, number in ties
        if a in places and b in places
    ]
    spokes = [(*middle, knot.x, knot.y, round(0.5 + 4 * knot.documents / most, 2)) for knot in knots]
    return Network(_SIDE, _TALL, middle, tuple(knots), tuple(spokes), tuple(lines))


def _month(told: str) -> int:
    return int(told[:4]) * 12 + int(told[5:7]) - 1
