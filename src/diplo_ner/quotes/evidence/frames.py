"""Frames: the cue that gives a quoted passage to somebody, by where it stands in the writer's sentence."""

from __future__ import annotations

from ..grammar.prose import QUOTE, Sentence
from ..grammar.syntax import Syntax, syntax_of
from ..vocabulary.word_classes import RELATIVE
from .attitudes import (
    adjectival,
    agent_after,
    quoted_adjective,
    quoted_predicate,
    quoted_verb,
    shared_later,
)
from .colons import colon_frame, headline_label
from .frame import Frame, relays
from .government import governing
from .incises import colon_behind, dash, incise_after, incise_before, parenthesis
from .sayings import nominal_cue, own_saying
from .sources import opens_clause, source_after, source_before, source_place

_WEAKEST = ("quoted-predicate", "quoted-verb", "adjective", "shared-subject")


def frame_of(sentence: Sentence, quote: int) -> Frame | None:
    """The frame of a passage inside its own sentence, or None when nothing there governs it."""
    syntax = syntax_of(sentence)
    at = sentence.index_of(quote)
    after = _after(syntax, at)
    if after is None and at > 3 and syntax.tokens[0].low == "et" and syntax.tokens[1].low in ("de", "d'"):
        return None
    if after is not None and not relays(after) and after.rule != "source-after-far":
        return after
    found = _before(syntax, at)
    if found is not None and after is not None and after.rule == "source-after-far":
        if found.rule in _WEAKEST:
            return after
        if found.rule == "object-strong" and found.speaker is not None and found.speaker.entity is not None:
            return found
        crossed = any(t.classes & QUOTE for t in syntax.tokens[at + 1 : source_place(syntax, at)])
        return found if crossed or relays(after) else after
    if after is not None and found is not None and relays(after) and _pour(syntax, found):
        return after
    return found or after


def _pour(syntax: Syntax, frame: Frame) -> bool:
    """Whether a frame is "pour X", which need not tell a source at all."""
    return frame.rule == "source-before" and any(
        t.low == "pour" for t in syntax.tokens if frame.cue is not None and t.start == frame.cue[0]
    )


def _in_own_relative(syntax: Syntax, source: Frame, found: Frame) -> bool:
    """Whether the source is the head of a relative clause that the passage ends ("comme X, pour qui … « … »")."""
    if source.cue is None or source.speaker is None or found.group is None or source.speaker.first < found.group.last:
        return False
    behind = next((t for t in syntax.tokens if t.start >= (source.cue or (0, 0))[1]), None)
    return behind is not None and bool(behind.classes & RELATIVE)


def _as_told(source: Frame) -> bool:
    """Whether a source is "comme l'a dit X"."""
    return source.group is None and source.cue is not None and source.cue[1] - source.cue[0] > len("d'après")


def _closed_before(syntax: Syntax, source: Frame, found: Frame) -> bool:
    """Whether the part of the sentence that a source belongs to ends before the verb that governs the passage.

    A colon ends it, and so does a comma where the source opens no clause of its own ("ceux qui, selon X, …").
    """
    if source.speaker is None or found.speaker is None or found.group is None or found.strength != "strong":
        return False
    place = next((i for i, t in enumerate(syntax.tokens) if source.cue is not None and t.start >= source.cue[0]), -1)
    between = syntax.tokens[source.speaker.last + 1 : found.group.first]
    if any(t.low == ":" for t in between):
        return True
    return place >= 0 and not opens_clause(syntax, place) and any(t.low == "," for t in between)


def _same_source(syntax: Syntax, source: Frame, found: Frame) -> bool:
    """Whether "selon la même source" only relays what a person was just said to have done with words."""
    if source.speaker is None or source.speaker.entity is not None or found.speaker is None or found.group is None:
        return False
    if found.speaker.entity is None or found.group.first > source.speaker.first:
        return False
    return any(t.low in ("même", "mêmes") for t in syntax.tokens[source.speaker.first : source.speaker.head])


def _after(syntax: Syntax, at: int) -> Frame | None:
    """A frame behind the passage: an incise, a source phrase, a name in parentheses or after a dash."""
    return (
        parenthesis(syntax, at)
        or dash(syntax, at)
        or incise_after(syntax, at)
        or source_after(syntax, at)
        or colon_behind(syntax, at)
    )


def _before(syntax: Syntax, at: int) -> Frame | None:
    """A frame in front of the passage."""
    colon = colon_frame(syntax, at)
    if colon is not None:
        return colon
    found = governing(syntax, at)
    source = source_before(syntax, at)
    if source is not None:
        if found is None or (
            found.strength in ("weak", "manner") and found.group is not None and found.group.first < at
        ):
            incise = incise_before(syntax, at) if _as_told(source) else None
            if incise is not None and incise.speaker is not None and incise.speaker.first > source.speaker.first:  # type: ignore[union-attr]
                return incise
            if found is None or not (relays(source) or _same_source(syntax, source, found)):
                return source
        elif (
            not relays(source) and found.group is not None and found.speaker is not None and source.speaker is not None
        ):
            polled = found.speaker.partitive and found.speaker.number == "p"
            if _in_own_relative(syntax, source, found):
                return source
            if _closed_before(syntax, source, found):
                return found
            if source.speaker.first < found.speaker.first and found.speaker.kind != "pronoun" and not polled:
                return source
    if found is not None:
        incise = incise_before(syntax, at) if found.group is not None and found.speaker is not None else None
        if (
            incise is not None
            and incise.group is not None
            and not relays(incise)
            and found.group is not None
            and found.speaker is not None
        ) and found.speaker.last < incise.group.first < found.group.first:
            return incise
        return found
    return (
        incise_before(syntax, at)
        or adjectival(syntax, at)
        or nominal_cue(syntax, at)
        or own_saying(syntax, at)
        or quoted_predicate(syntax, at)
        or quoted_verb(syntax, at)
        or agent_after(syntax, at)
        or quoted_adjective(syntax, at)
        or headline_label(syntax, at)
        or shared_later(syntax, at)
    )
