"""How sure a quote is: the share of right answers that its verdict and its rule of attribution were measured at.

Two things must be right, that the passage is a quote and that the speaker is its own; their shares are multiplied.
Counts are drawn towards a prior, as in the Laplace estimate of a proportion, the more the fewer cases were seen: a
rule towards the precision of all, a rule with a way of resolving ("incise-noun+title") towards the worse of the two.
``bench/calibrate.py`` counts, and checks the result on sources that were left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ..lexicon.tables import rows
from .vocabulary.cues import PACKAGE

Counts = tuple[int, int]
"""How many were right, of how many."""

_WEIGHT = 5.0
"""Cases that the prior of a rule counts for."""
_BAND_WEIGHT = 10.0
"""Cases that the verdict's own word counts for beside what its band was measured at."""
_UNSEEN = 0.7
"""The precision of a rule of which nothing is known."""


@lru_cache(maxsize=1)
def measured() -> Mapping[str, Counts]:
    """The counts by row (``data/confidence.csv``)."""
    return {row["rule"]: (int(row["right"]), int(row["all"])) for row in rows(PACKAGE, "confidence.csv")}


def band(sure: float) -> str:
    """The tenth that a share lies in, by its lower end.

    >>> band(0.88), band(1.0)
    ('0.8', '0.9')
    """
    return f"{min(9, int(sure * 10 + 1e-9)) / 10:.1f}"


def _drawn(counts: Counts | None, prior: float, weight: float = _WEIGHT) -> float:
    right, seen = counts or (0, 0)
    return (right + prior * weight) / (seen + weight)


def precision(rule: str, table: Mapping[str, Counts] | None = None) -> float:
    """The share of right speakers to expect of a rule, between 0 and 1.

    >>> precision("incise-noun") > precision("chain-fragment")
    True
    """
    counts = measured() if table is None else table
    overall = _drawn(counts.get("all"), _UNSEEN)
    base, _, way = rule.partition("+")
    if not way:
        return _drawn(counts.get(rule), overall if rule in counts else _UNSEEN)
    prior = min(
        _drawn(counts.get(base), overall if base in counts else _UNSEEN),
        _drawn(counts.get("+" + way), overall),
    )
    return _drawn(counts.get(rule), prior)


def confidence(rule: str, sure: float = 1.0, table: Mapping[str, Counts] | None = None) -> float:
    """How sure it is that a passage is a quote and its speaker the right one.

    Args:
        rule: the rule that attributed it, with the way its speaker was resolved behind a "+".
        sure: how sure the verdict is that the passage is a quote at all, between 0 and 1.
        table: counts by row in place of the package's own.

    Returns:
        A number between 0 and 1, with two digits.
    """
    counts = measured() if table is None else table
    is_quote = _drawn(counts.get(f"quote {band(sure)}"), sure, _BAND_WEIGHT)
    return round(is_quote * precision(rule, counts), 2)
