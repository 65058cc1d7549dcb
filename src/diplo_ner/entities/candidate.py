"""A candidate: a run of words that may be a mention, what speaks for it, and how much."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from diplo_ner.entity_types import EntityType
from diplo_ner.schema import MentionKind

from .article import Article


class Tier(IntEnum):
    """How far a source is believed where candidates overlap; higher goes first, then the longer span."""

    GUESS = 1
    MODEL = 2
    WORD = 3
    SHAPE = 4
    FACT = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of offsets with a type and the reason it is believed.

    Attributes:
        start: First offset, in Unicode code points.
        end: Offset past the last character.
        type: What it names.
        tier: How far its source is believed.
        reason: Why, in words for a reader.
        ref: A lexicon id or a country code, where the name is known.
        kind: How it names the entity.
    """

    start: int
    end: int
    type: EntityType
    tier: Tier
    reason: str
    ref: str | None = None
    kind: MentionKind = "name"


def person(article: Article, first: int, last: int, tier: Tier, reason: str) -> Candidate:
    """Words ``first`` to ``last`` (past the end) as the name of a person."""
    return Candidate(*article.span(first, last), "PERSON", tier, reason)


def settle(candidates: list[Candidate]) -> list[Candidate]:
    """Choose candidates that do not overlap: higher tier first, then longer, then earlier; in order of the text."""
    taken: list[Candidate] = []
    covered = bytearray(max((c.end for c in candidates), default=0))
    for c in sorted(candidates, key=lambda c: (-c.tier, c.start - c.end, c.start)):
        if not any(covered[c.start : c.end]):
            covered[c.start : c.end] = b"\x01" * (c.end - c.start)
            taken.append(c)
    return sorted(taken, key=lambda c: c.start)
