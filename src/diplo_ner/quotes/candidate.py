"""Candidates as values: a piece of evidence for who says a passage, who found it, and where it stands in the order."""

from __future__ import annotations

from typing import NamedTuple

from ..schema import Speaker
from .evidence.frame import Frame
from .grammar.sentence import Sentence
from .grammar.syntax import Syntax, syntax_of

Span = tuple[int, int]


class Link(NamedTuple):
    """Evidence from around a passage: a speaker, the span of the words that report, and the rule that found them."""

    speaker: Speaker
    cue: Span | None
    rule: str


Evidence = Frame | Link
"""A cue in the passage's own sentence, whose words are still to be read, or a link to a speaker."""


class Candidate(NamedTuple):
    """A piece of evidence, the detector that found it, and its rank in the table of choice."""

    detector: str
    evidence: Evidence
    rank: int


class Place(NamedTuple):
    """Where a passage stands: its sentence with its syntax, its place among the tokens there, its number."""

    syntax: Syntax
    at: int
    quote: int


def place_of(sentence: Sentence, quote: int) -> Place:
    """The place of a passage in its sentence."""
    return Place(syntax_of(sentence), sentence.index_of(quote), quote)
