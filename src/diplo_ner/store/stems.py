"""Words as the index has them: folded, with a stem; words that are everywhere have none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from threading import Lock
from typing import Protocol

from ..errors import missing_extra
from ..tables import rows
from ..text.fold import fold

WORD_PATTERN = r"[\p{L}\p{N}]+"
"""What ``word_forms`` finds, for DuckDB."""

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 40
"""Letters of a word that count: no word of French is longer, but lines of signs are."""
_ONE_AT_A_TIME = Lock()
"""A stemmer keeps the word it works on."""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str:  # noqa: N802
        """The stem of a word."""


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Folded words that have no stem."""
    return frozenset(row["word"] for row in rows("diplo_ner.store", "stop_words.csv"))


@lru_cache(maxsize=1 << 18)
def stem_of(word: str) -> tuple[str, str]:
    """The folded form of a word, and its stem; the stem is empty for a word that is everywhere.

    >>> stem_of("Négociées"), stem_of("négocier")[1], stem_of("des")
    (('negociees', 'negoci'), 'negoci', ('des', ''))
    """
    form = fold(word[:_LONGEST])
    if form in stop_words():
        return form, ""
    stemmer = _stemmer()
    with _ONE_AT_A_TIME:
        return form, fold(stemmer.stemWord(word[:_LONGEST].lower()))


def word_forms(text: str) -> Iterator[str]:
    """The words of a text, as they stand, in order.

    >>> list(word_forms("L'accord, dit-il."))
    ['L', 'accord', 'dit', 'il']
    """
    whole = text if text.isascii() else unicodedata.normalize("NFC", text)
    return (found.group() for found in _WORD.finditer(whole))


@lru_cache(maxsize=1)
def _stemmer() -> _Stemmer:
    try:
        import snowballstemmer
    except ImportError:
        raise missing_extra("snowballstemmer", "store", "stores") from None
    made: _Stemmer = snowballstemmer.stemmer("french")
    return made
