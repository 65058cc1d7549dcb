"""Spans of a text that are apart from one another, in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def inside_any(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether a place stands inside one of some spans, in logarithmic time.

    >>> inside_any([(2, 4), (8, 9)], 3), inside_any([(2, 4), (8, 9)], 4)
    (True, False)
    """
    at = bisect_right(spans, (place, float("inf"))) - 1
    return at >= 0 and spans[at][0] <= place < spans[at][1]
