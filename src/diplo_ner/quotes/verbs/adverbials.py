"""Set adverbial phrases, which stand anywhere in a clause and are passed over ("une nouvelle fois", "de son côté")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...tables import cell_list, rows
from ..vocabulary.cues import PACKAGE
from .tokens import Token


@lru_cache(maxsize=2)
def _phrases(*, ago: bool) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases by their first word, the longest first (``data/adverbials.csv``)."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in rows(PACKAGE, "adverbials.csv"):
        if (row["kind"] == "ago") is ago:
            for phrase in cell_list(row["phrases"]):
                split = tuple(phrase.replace("'", "' ").split())
                found.setdefault(split[0], []).append(split)
    return {first: tuple(sorted(held, key=lambda p: (-len(p), p))) for first, held in found.items()}


def _at(tokens: Sequence[Token], i: int, phrases: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    for words in phrases.get(tokens[i].low, ()):
        if len(tokens) - i >= len(words) and all(tokens[i + k].low == word for k, word in enumerate(words)):
            return len(words)
    return 0


def set_adverbial(tokens: Sequence[Token], i: int) -> int:
    """How many tokens from ``i`` on are a set adverbial phrase; 0 when none are."""
    return _at(tokens, i, _phrases(ago=False))


def ago_opening(tokens: Sequence[Token], i: int) -> int:
    """How many tokens from ``i`` on may open a time gone by ("il y a [trois jours]"); 0 when none may."""
    return _at(tokens, i, _phrases(ago=True))
