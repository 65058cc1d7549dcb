"""How good results are, measured against articles that were read by hand.

Entities
    strict: the same span and the same type; persons, countries and organisations together, then each type.
Merge
    B-cubed over the mentions of those three types, end to end: what a mention's entity holds and ought to
    hold, where a missed mention costs recall and a false one precision.
Canonical
    the share of gold entities whose predicted entity, the one that shares most mentions, bears an accepted
    name, or for a country its code.
Quote
    predicted and gold span share at least 0.8 of the characters that either holds. ``quote+by``: and the
    words that tell the speaker overlap gold's or a mention of that speaker. ``quote+who``: and the speaker is
    the right entity, or is rightly not named, or rightly not told.

Mentions that only refer (titles, pronouns, peoples) are not scored. Offsets are Unicode code points.
"""

from __future__ import annotations

from .comparison import Case, evaluate
from .figures import Difference, Evaluation, Figure

__all__ = ["Case", "Difference", "Evaluation", "Figure", "evaluate"]
