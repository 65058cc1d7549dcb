"""Whether a text is French, by the little words that every French text is full of."""

from __future__ import annotations

import re

_FRENCH = frozenset(
    (
        "au", "aux", "avec", "ce", "ces", "cette", "dans", "des", "du", "elle", "est", "et", "il", "ils", "le", "les",
        "leur", "lui", "mais", "ne", "nous", "ont", "où", "par", "pas", "plus", "pour", "qu", "qui", "ses", "son",
        "sont", "sur", "une", "à", "été", "d", "l", "n",
    )
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 4000
_FEWEST_WORDS = 40
_LEAST_SHARE = 0.12
"""350 French articles have 0.19 to 0.37 of such words; Italian, Spanish, Catalan, German and English up to 0.06."""


def is_french(text: str) -> bool:
    """Whether a text may be French; one of few words may always be.

    >>> is_french("The minister said that nothing had been decided in Geneva. " * 8)
    False
    """
    found = _WORD.findall(text[:_LONGEST].lower())
    if len(found) < _FEWEST_WORDS:
        return True
    return sum(word in _FRENCH for word in found) >= _LEAST_SHARE * len(found)
