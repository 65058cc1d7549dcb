"""Keys under which the transcriptions of one foreign name fall together: Poutine and Putin."""

from __future__ import annotations

import re
from functools import lru_cache

from ..tables import rows
from .given import squash

_MOST_KEYS = 8
_RUNS = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[AIUH]")


@lru_cache(maxsize=1)
def _marked_letters() -> dict[int, str]:
    return {ord(row["letter"]): row["latin"] for row in rows("diplo_ner.names", "letters.csv")}


@lru_cache(maxsize=1)
def _sounds() -> tuple[re.Pattern[str], tuple[tuple[str, ...], ...]]:
    patterns: list[str] = []
    signs: list[tuple[str, ...]] = []
    for row in rows("diplo_ner.names", "sounds.csv"):
        # The group that tells the rule stands behind it: in front it would hide which letter the rule begins with.
        patterns.append(f"(?:{row['letters']})()")
        others = row["other"].split("|") if row["other"] else []
        signs.append((row["sound"] or "", *others))
    return re.compile("|".join(patterns)), tuple(signs)


def _collapse(key: str) -> str:
    """One sign for a run of the same sign: double letters say nothing across transcriptions."""
    return _RUNS.sub(r"\1", key) if _RUNS.search(key) else key


@lru_cache(maxsize=131072)
def _read(letters: str) -> frozenset[str]:
    """The keys of a row of letters, however they were spelled."""
    pattern, signs = _sounds()
    keys = [""]
    for match in pattern.finditer(letters):
        readings = signs[(match.lastindex or 1) - 1]
        if len(readings) > 1 and len(readings) * len(keys) <= _MOST_KEYS:
            keys = [key + sign for key in keys for sign in readings]
        else:
            keys = [key + readings[0] for key in keys]
    return frozenset(map(_collapse, keys)) - {""}


@lru_cache(maxsize=131072)
def skeletons(word: str) -> frozenset[str]:
    """The keys of a family name; two names may be transcriptions of one when they share a key.

    A key keeps the consonants and the three kinds of vowels. Letters that one language reads in two ways
    ("ch", "j", "g" before "e") give two keys. The rules are data: ``letters.csv`` and ``sounds.csv``.

    >>> bool(skeletons("Loukachenko") & skeletons("Lukashenko"))
    True
    >>> bool(skeletons("Medvedev") & skeletons("Medvedtchouk"))
    False
    """
    plain = squash(word)
    keys = _read(plain)
    if not word.isascii():
        marked = squash(word.lower().translate(_marked_letters()))
        if marked != plain:
            keys |= _read(marked)
    return keys


_SAME_VOWELS = (
    ("woo", "u"),
    ("oo", "u"),
    ("ou", "u"),
    ("eo", "o"),
    ("eu", "u"),
    ("ee", "i"),
    ("yi", "i"),
    ("ae", "e"),
)
_SAME_BREATH = str.maketrans("ktpqx", "gdbjs")
_SAME_CONSONANTS = (
    ("hs", "x"),
    ("zh", "j"),
    ("tch", "j"),
    ("ch", "j"),
    ("sh", "s"),
    ("ts", "c"),
    ("wh", "hw"),
)


@lru_cache(maxsize=16384)
def east_asian_key(given: str) -> str:
    """Letters of an East Asian given name, with the romanisations in use made equal.

    >>> east_asian_key("Jong-eun") == east_asian_key("Jong Un") != east_asian_key("Jong-il")
    True
    """
    key = squash(given)
    for written, read in (*_SAME_VOWELS, *_SAME_CONSONANTS):
        key = key.replace(written, read)
    return key.translate(_SAME_BREATH)


@lru_cache(maxsize=16384)
def consonants(word: str) -> frozenset[str]:
    """The keys of a name without vowels and breathings, as Arabic and Hebrew letters write it."""
    return frozenset(_collapse(_VOWELS.sub("", key)) for key in skeletons(word)) - {""}
