"""Callings: which nouns take up somebody told under a narrower one: "le praticien" takes up a cardiologist.

The table is ``data/callings.csv``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from ...tables import cell_list, rows
from ...text.fold import fold
from ..vocabulary.cues import PACKAGE
from .roles import Title, bare


class _Calling(NamedTuple):
    """A narrower noun: its kind, and the words beside it, bare, that make it one ("avocat" + "general")."""

    kind: str
    words: frozenset[str]


@lru_cache(maxsize=1)
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(rows(PACKAGE, "callings.csv"))


@lru_cache(maxsize=1)
def _general() -> dict[str, frozenset[str]]:
    """The kinds of callings that a noun takes up, by the folded noun."""
    found: dict[str, set[str]] = {}
    for row in _rows():
        for noun in cell_list(row["general"]):
            found.setdefault(fold(noun), set()).add(row["kind"])
    return {noun: frozenset(kinds) for noun, kinds in found.items()}


@lru_cache(maxsize=1)
def _offices() -> frozenset[str]:
    """The kinds that are offices, which somebody of any calling may hold."""
    return frozenset(row["kind"] for row in _rows() if row["sort"] == "office")


@lru_cache(maxsize=1)
def _narrow() -> dict[str, tuple[_Calling, ...]]:
    """Callings by their folded noun, those that ask for most words first."""
    found: dict[str, list[_Calling]] = {}
    for row in _rows():
        for spelt in cell_list(row["callings"]):
            noun, *words = fold(spelt).split()
            calling = _Calling(row["kind"], frozenset(map(bare, words)))
            found.setdefault(noun, []).append(calling)
    return {noun: tuple(sorted(held, key=lambda c: -len(c.words))) for noun, held in found.items()}


def kinds_taken_up(head: str) -> frozenset[str]:
    """The kinds of callings that a folded noun takes up; empty for one that takes up none.

    >>> sorted(kinds_taken_up("praticien"))
    ['animal-doctor', 'doctor']
    """
    return _general().get(head, frozenset())


def _callings(title: Title) -> list[_Calling]:
    """The callings that a title tells, in the narrowest sense of its noun that its words allow."""
    fitting = [c for c in _narrow().get(title.head, ()) if c.words <= title.words]
    return [c for c in fitting if len(c.words) == len(fitting[0].words)]


def kinds_of(title: Title) -> frozenset[str]:
    """The kinds of the callings and offices that a title tells."""
    return frozenset(c.kind for c in _callings(title))


def takes_up(title: Title, learned: Iterable[Title]) -> bool:
    """Whether a noun takes up somebody by what an article has called him.

    >>> doctor = Title("cardiologue", frozenset(), frozenset(), frozenset(), False)
    >>> takes_up(doctor._replace(head="praticien"), [doctor])
    True
    """
    taken = kinds_taken_up(title.head)
    told = (kinds_of(one) or kinds_taken_up(one.head) - _offices() for one in learned)
    return bool(taken) and any(not taken.isdisjoint(kinds) for kinds in told)


def is_narrower(noun: str, general: str) -> bool:
    """Whether a noun is a calling that another takes up ("général", "officier"), both in lower case."""
    return any(c.kind in kinds_taken_up(fold(general)) for c in _narrow().get(fold(noun), ()) if not c.words)


def is_of_another(title: Title, learned: Iterable[Title]) -> bool:
    """Whether all that an article has called somebody are callings of other kinds: "l'artiste" is no lawyer.

    Nor is "cette institutrice".
    """
    taken = kinds_taken_up(title.head) | kinds_of(title)
    told = [_callings(one) for one in learned]
    if not told or taken <= _offices():
        return False
    return all(not {c.kind for c in held} <= _offices() and not any(c.kind in taken for c in held) for held in told)
