"""How sure an attribution is: the precision that its rule was measured at.

Counts are drawn towards a prior, as in the Laplace estimate of a proportion, the more the fewer cases were seen: a
rule towards the precision of all, a rule with a way of resolving ("incise-noun+title") towards the worse of the two.
"""

from __future__ import annotations

from functools import lru_cache

from ..lexicon.tables import rows
from .vocabulary.cues import PACKAGE

_WEIGHT = 5.0
_UNSEEN = 0.7


@lru_cache(maxsize=1)
def _measured() -> dict[str, tuple[int, int]]:
    return {row["rule"]: (int(row["right"]), int(row["all"])) for row in rows(PACKAGE, "confidence.csv")}


def _drawn(counts: tuple[int, int] | None, prior: float) -> float:
    right, seen = counts or (0, 0)
    return (right + prior * _WEIGHT) / (seen + _WEIGHT)


@lru_cache(maxsize=1024)
def precision(rule: str) -> float:
    """The share of right answers to expect of a rule, between 0 and 1.

    >>> precision("incise-noun") > precision("chain-fragment")
    True
    """
    measured = _measured()
    overall = _drawn(measured.get("all"), _UNSEEN)
    base, _, way = rule.partition("+")
    if not way:
        return _drawn(measured.get(rule), overall if rule in measured else _UNSEEN)
    prior = min(
        _drawn(measured.get(base), overall if base in measured else _UNSEEN),
        _drawn(measured.get("+" + way), overall),
    )
    return _drawn(measured.get(rule), prior)


def confidence(rule: str, is_quote: float = 1.0) -> float:
    """How sure a quote's attribution is.

    Args:
        rule: the rule that attributed it, with the way its speaker was resolved behind a "+".
        is_quote: how sure it is that the passage is a quote at all; it can only lower the result.

    Returns:
        A number between 0 and 1, with two digits.
    """
    return round(min(precision(rule), 0.5 + is_quote / 2), 2)
