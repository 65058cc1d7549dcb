"""The verbs of French that rules ask for, from ``data/verbs.csv``: class, strength as a cue, traits and frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from ..tables import cell_list, rows
from .conjugation import forms

Strength = Literal["strong", "weak", "manner", "plain", "none"]
Frame = Literal["to", "of", "object"]


class Verb(NamedTuple):
    """A row of the table.

    Attributes:
        lemma: The infinitive.
        kind: The class of its conjugation.
        strength: How well it carries direct speech; ``none`` where rules on quotes do not ask for it.
        reflexive: Whether it reports in its reflexive use alone.
        traits: What else rules ask of it.
        frames: What a capital is behind it, "state" or "town", by the frame.
    """

    lemma: str
    kind: str
    strength: Strength
    reflexive: bool
    traits: frozenset[str]
    frames: Mapping[str, str]


@lru_cache(maxsize=1)
def verbs() -> tuple[Verb, ...]:
    """All rows, in the order of the table; a verb that reports in two ways has two."""
    return tuple(
        Verb(
            row["lemma"],
            row["class"],
            cast(Strength, row["strength"]),
            row["reflexive"] == "only",
            frozenset(cell_list(row["traits"])),
            MappingProxyType(dict(frame.split("=") for frame in cell_list(row["frames"]))),
        )
        for row in rows(__package__, "verbs.csv")
    )


@lru_cache(maxsize=1)
def _by_trait() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for verb in verbs():
        for trait in verb.traits:
            found.setdefault(trait, set()).add(verb.lemma)
    return MappingProxyType({trait: frozenset(lemmas) for trait, lemmas in found.items()})


def verbs_with(trait: str) -> frozenset[str]:
    """The infinitives of the verbs that have a trait.

    Raises:
        KeyError: No verb has it.

    >>> "citer" in verbs_with("quoting")
    True
    """
    return _by_trait()[trait]


def verb_traits() -> frozenset[str]:
    """All traits that the table knows."""
    return frozenset(_by_trait())


def forms_with(trait: str) -> Iterator[str]:
    """All forms of the verbs that have a trait, in lower case."""
    yield from (form.spelling for verb in verbs() if trait in verb.traits for form in forms(verb.lemma, verb.kind))


def framed_forms(frame: Frame) -> Iterator[tuple[str, str]]:
    """The forms of the verbs that have a frame, in lower case, each with what a capital is behind it."""
    for verb in verbs():
        if frame in verb.frames:
            yield from ((form.spelling, verb.frames[frame]) for form in forms(verb.lemma, verb.kind))
