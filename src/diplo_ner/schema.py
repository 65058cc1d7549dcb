"""The result of reading an article: frozen, plain values, and their JSON form.

All offsets are Unicode code points into the caller's text, start inclusive, end exclusive:
``text[m.start:m.end] == m.text`` holds for every mention, quote and speaker.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

EntityType = Literal["PERSON", "COUNTRY", "ORGANISATION", "PLACE"]
MentionKind = Literal["name", "acronym", "metonym", "title", "pronoun"]
QuoteKind = Literal["full", "fragment"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Mention(_Frozen):
    """One place in the text that names an entity."""

    start: int
    end: int
    text: str
    kind: MentionKind = "name"
    reason: str = Field(default="", exclude=True, repr=False)
    """Why the mention is what it is and belongs where it stands; kept out of the JSON."""


class Entity(_Frozen):
    """One thing in the world with all its mentions, in the order of the text."""

    id: str
    type: EntityType
    canonical: str
    country: str | None = None
    """ISO 3166-1 alpha-2, or the code of a former state (SU, YU, CS, DD); XK for Kosovo."""
    mentions: tuple[Mention, ...] = ()


class Speaker(_Frozen):
    """Who says the words: an entity's id where one is named, and the words that tell it."""

    entity: str | None
    text: str
    start: int
    end: int


class Quote(_Frozen):
    """Words between quotation marks that somebody said or wrote; marks and inner spaces left out."""

    start: int
    end: int
    text: str
    kind: QuoteKind
    cue: str | None = None
    speaker: Speaker | None = None
    confidence: float = 0.0
    rule: str = ""


class Extraction(_Frozen):
    """All that was read in one article; entities by first mention, quotes by start."""

    doc_id: str | None
    model: str
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
