"""Folding: one spelling for words that differ by case, accents, apostrophes, hyphens or spaces only."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SAME = str.maketrans(
    {
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "`": "'",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "œ": "oe",
        "æ": "ae",
        "ß": "ss",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ı": "i",
        "\u00ad": None,
        "\u200b": None,
    }
)


_LATIN = range(0xC0, 0x250)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Fold a word or a name: lower case, no accents, plain apostrophes, hyphens and spaces.

    Folding is idempotent; its result may be longer or shorter than the word, so offsets never pass through it. What is
    not blank never folds to blank: accents and zero-width characters that stand alone stay as they are.

    >>> fold("État"), fold("L’Élysée"), fold("Orbán")
    ('etat', "l'elysee", 'orban')
    """
    if word.isascii():
        return word.lower().replace("`", "'")
    quick = word.translate(_letters())
    return quick.lower().replace("`", "'") if quick.isascii() and quick.strip() else _fold(word)


@lru_cache(maxsize=1)
def _letters() -> dict[int, str]:
    """The Latin letters with accents and the signs that are written in several ways, each folded by itself."""
    return {code: _fold(chr(code)) for code in (*_LATIN, *_SAME)}


def _fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold().translate(_SAME))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    folded = plain.casefold().translate(_SAME)
    return unicodedata.normalize("NFC", word) if not folded.strip() and word.strip() else folded
