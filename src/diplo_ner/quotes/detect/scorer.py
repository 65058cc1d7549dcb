"""How likely it is that a passage gives back somebody's words: a logistic regression over what is observed.

``bench/fit_quotes.py`` fits the weights to annotated articles; the file tells which and how well they hold on
outlets they were not fitted to.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from ...tables import rows
from ..vocabulary.cues import PACKAGE

_ALWAYS = "always"


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """What each observation weighs, in log odds; ``always`` is what every passage has."""
    return {row["evidence"]: float(row["weight"]) for row in rows(PACKAGE, "quote_weights.csv")}


def probability(evidence: Sequence[str]) -> float:
    """The probability, between 0 and 1, that a passage with some observations is a quote.

    >>> probability(["told-behind", "clause"]) > probability(["byword", "fragment"])
    True
    """
    known = weights()
    return 1 / (1 + math.exp(-sum(known.get(name, 0.0) for name in (_ALWAYS, *evidence))))
