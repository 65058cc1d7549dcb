"""What bringing names together gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cluster:
    """The forms of one name in order of the alphabet, the form to tell it under, and why they were joined."""

    canonical: str
    names: tuple[str, ...]
    reasons: tuple[str, ...] = ()
