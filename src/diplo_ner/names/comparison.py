"""What a comparison of two names comes to: a verdict, how sure it is, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome of comparing two names.

    ``score`` runs from 0 (surely two) to 1 (surely one); at 0.5 nothing is known. ``reasons`` tell in English
    what agreed or contradicted, the weightiest first.
    """

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


def same(score: float, *reasons: str) -> Comparison:
    """Both names are one thing's."""
    return Comparison("same", score, reasons)


def different(score: float, *reasons: str) -> Comparison:
    """The names are those of two things."""
    return Comparison("different", score, reasons)


def unsure(score: float, *reasons: str) -> Comparison:
    """The names alone do not tell."""
    return Comparison("unsure", score, reasons)
