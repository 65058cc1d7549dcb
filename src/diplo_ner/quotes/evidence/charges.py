"""Names of crimes: what the law calls the thing somebody is tried for, in marks, is nobody's words."""

from __future__ import annotations

from collections.abc import Sequence

from ..verbs.tokens import Token
from ..vocabulary.word_sets import word_set


def is_charge(tokens: Sequence[Token], at: int) -> bool:
    """Whether the passage at a place names a crime: condamné pour « … », une enquête du chef de « … »."""
    here = at - 1
    while here >= 0 and tokens[here].low in word_set("charge-link"):
        here -= 1
    return -1 < here < at - 1 and tokens[here].low in word_set("charge")
