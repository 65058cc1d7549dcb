"""Names of crimes: what the law calls the thing somebody is tried for, in marks, is nobody's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..verbs.tokens import Token
from ..vocabulary.word_sets import word_set

_OPENING = re.compile(r"[«“\"\s\u00a0\u202f]*([^\W\d_]+)")


def is_charge(tokens: Sequence[Token], at: int) -> bool:
    """Whether the passage at a place names a crime: condamné pour « … », une enquête du chef de « … »."""
    here = at - 1
    while here >= 0 and tokens[here].low in word_set("charge-link"):
        here -= 1
    if any(t.low in word_set("for") for t in tokens[here + 1 : at]) and _opens_with_crime(tokens[at].text):
        return True
    return -1 < here < at - 1 and tokens[here].low in word_set("charge")


def _opens_with_crime(words: str) -> bool:
    """Whether words in marks begin with what the law calls a crime, without an article ("vol en réunion")."""
    opening = _OPENING.match(words)
    return opening is not None and opening[1] in word_set("crime")
