"""How sure a quote is: how likely it is one, times how likely its speaker is the right one.

That a passage is a quote is as likely as verdicts of its kind were right where they were counted
(``data/confidence.csv``); that the speaker is right follows from a logistic regression over the traits of the
attribution (``traits``, ``data/speaker_weights.csv``). Both were measured on articles whose errors have been read,
where more is right than elsewhere; a line over the log odds that bends once (``data/unseen_line.csv``), fitted on
articles before anybody had looked at what came out of them, puts that right (Platt, "Probabilistic outputs for
support vector machines", 1999).
While an article is read, a rule alone has a precision by the same counts, drawn towards a prior, as in the Laplace
estimate of a proportion, the more the fewer cases were seen: a rule towards the precision of all, a rule with a way
of resolving ("incise-noun+title") towards the worse of the two.
``bench/calibrate.py`` counts and fits, and checks the result on sources that were left out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..tables import rows
from .vocabulary.cues import PACKAGE

Counts = tuple[int, int]
"""How many were right, of how many."""

_WEIGHT = 5.0
"""Cases that the prior of a rule counts for."""
_BAND_WEIGHT = 10.0
"""Cases that the verdict's own word counts for beside what its band was measured at."""
_UNSEEN = 0.7
"""The precision of a rule of which nothing is known."""


_SUREST = 0.995
"""The largest share whose log odds are taken, and one less it the smallest."""


KNEE = 2.0
"""The log odds from which on a reading is sure (0.88): there the line bends."""


class Line(NamedTuple):
    """What log odds on articles that were read are on others: ``slope`` times them and ``shift``.

    Beyond the knee they rise by ``bend`` more: what is surest is as sure on articles that nobody has read, the rest
    is less so.
    """

    slope: float
    bend: float
    shift: float

    def over(self, share: float) -> float:
        """The share on articles that nobody has read, for one on those that were."""
        odds = log_odds(share)
        return 1 / (1 + math.exp(-self.slope * odds - self.bend * max(0.0, odds - KNEE) - self.shift))


AS_MEASURED = Line(1.0, 0.0, 0.0)
"""The line that leaves shares as they are."""


def log_odds(share: float) -> float:
    """The log odds of a share, which is taken for no surer than the surest.

    >>> log_odds(0.5), log_odds(1.0) == log_odds(0.995)
    (0.0, True)
    """
    held = min(max(share, 1 - _SUREST), _SUREST)
    return math.log(held / (1 - held))


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
        _drawn(counts.get(base), overall if base in counts else _UNSEEN), _drawn(counts.get("+" + way), overall)
    )
    return _drawn(counts.get(rule), prior)


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """What each trait of an attribution weighs for its speaker, in log odds; ``always`` is what every one has."""
    return {row["trait"]: float(row["weight"]) for row in rows(PACKAGE, "speaker_weights.csv")}


@lru_cache(maxsize=1)
def unseen_line() -> Line:
    """The line of ``data/unseen_line.csv``."""
    [row] = rows(PACKAGE, "unseen_line.csv")
    return Line(float(row["slope"]), float(row["bend"]), float(row["shift"]))


def confidence(
    traits: Sequence[str],
    sure: float = 1.0,
    *,
    table: Mapping[str, Counts] | None = None,
    weighed: Mapping[str, float] | None = None,
    line: Line | None = None,
) -> float:
    """How sure it is that a passage is a quote and its speaker the right one.

    Args:
        traits: what was observed of its attribution (``traits.traits``).
        sure: how sure the verdict is that the passage is a quote at all, between 0 and 1.
        table: counts by row in place of the package's own.
        weighed: weights by trait in place of the package's own.
        line: what the share is on articles that nobody has read, in place of the package's own line.

    Returns:
        A number between 0 and 1, with two digits.

    >>> confidence(["rule:incise-noun", "type:PERSON", "cue"]) > confidence(["rule:main-subject", "type:unnamed"])
    True
    """
    counts = measured() if table is None else table
    known = weights() if weighed is None else weighed
    is_quote = _drawn(counts.get(f"quote {band(sure)}"), sure, _BAND_WEIGHT)
    odds = sum(known.get(name, 0.0) for name in ("always", *traits))
    return round((line or unseen_line()).over(is_quote / (1 + math.exp(-odds))), 2)
