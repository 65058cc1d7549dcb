"""How sure an attribution is: the precision that its rule was measured at."""

from __future__ import annotations

from functools import lru_cache

from ..lexicon.tables import rows
from .cues import PACKAGE

_UNKNOWN = 0.6


@lru_cache(maxsize=1)
def _measured() -> dict[str, float]:
    found = {}
    for row in rows(PACKAGE, "confidence.csv"):
        right, all_ = int(row["right"]), int(row["all"])
        found[row["rule"]] = (right + float(row["prior"]) * _WEIGHT) / (all_ + _WEIGHT)
    return found


_WEIGHT = 6.0


def confidence(rule: str, is_quote: float = 1.0) -> float:
    """The share of right answers to expect of a rule of attribution, between 0 and 1.

    Args:
        rule: the rule, with what it was resolved by behind a "+" ("incise-noun+title").
        is_quote: how sure it is that the passage is a quote at all; it can only lower the result.

    Returns:
        The measured precision of the rule, drawn towards a prior where few cases were seen.
    """
    measured = _measured()
    base, _, how = rule.partition("+")
    value = measured.get(rule)
    if value is None:
        value = measured.get(base, _UNKNOWN)
        if how:
            value = min(value, measured.get("+" + how, _UNKNOWN))
    return round(min(value, 0.5 + is_quote / 2), 2)
