"""The picture of a run: quotes per speaker per article, a row of bars for each of those quoted most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..safe import one_line
from .entries import RunSpeakerEntry

_SECONDS = 40
"""Room for ten columns in which a figure stands under each tenth."""
_ROWS = 12
_LABEL = 204
_NAME = 25
_ROW = 36
_BAR = 20
_HEAD = 20
_WIDEST, _NARROWEST = 40, 4
_WIDTH = 520
"""Of all columns together, where they need not be wider for their bars to be seen."""
_FIGURES = 14
"""The narrowest column that has room for a figure."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The quotes of a speaker in an article; x and y of its upper left corner."""

    article: int
    quotes: int
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Row:
    """A speaker; ``base`` is the y on which the bars stand."""

    name: str
    full_name: str
    quotes: int
    base: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """The number of an article over its column."""

    article: int
    x: float


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture, in pixels; ``figures`` says whether there is room for one over each bar."""

    width: int
    height: int
    left: int
    right: int
    figures: bool
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]


def chart(speakers: Sequence[RunSpeakerEntry], articles: int) -> Chart | None:
    """Lay the picture out.

    Args:
        speakers: those of the run, the most quoted first; only those with a name get a row, the first twelve.
        articles: how many the run has.

    Returns:
        The picture; None where there is nothing to draw.

    >>> drawn = chart([RunSpeakerEntry("e0", "Sergueï Lavrov", "PERSON", 3, ((1, 2), (2, 1)))], 2)
    >>> [(bar.article, bar.height) for bar in drawn.rows[0].bars]
    [(1, 20), (2, 10)]
    """
    named = [speaker for speaker in speakers if speaker.key is not None][:_ROWS]
    if not named or articles < 1:
        return None
    column = max(_NARROWEST, min(_WIDEST, _WIDTH // articles))
    gap = 1 if column < _FIGURES else 4
    most = max(quotes for speaker in named for _, quotes in speaker.articles)
    rows = []
    for place, speaker in enumerate(named):
        base = _HEAD + (place + 1) * _ROW
        bars = []
        for article, quotes in speaker.articles:
            height = max(3, round(_BAR * quotes / most))
            x = _LABEL + (article - 1) * column
            bars.append(Bar(article, quotes, x, base - height, column - gap, height))
        rows.append(Row(one_line(speaker.name, _NAME), speaker.name, speaker.quotes, base, tuple(bars)))
    right = _LABEL + articles * column
    every = 1 if column >= _FIGURES else 10 if column * 10 >= _SECONDS else 20
    numbers = [n for n in range(1, articles + 1) if n % every == 0 or n == 1]
    return Chart(
        width=right + 48,
        height=_HEAD + len(rows) * _ROW + 6,
        left=_LABEL,
        right=right,
        figures=column >= _FIGURES,
        ticks=tuple(Tick(n, _LABEL + (n - 1) * column + (column - gap) / 2) for n in numbers),
        rows=tuple(rows),
    )
