"""Comparisons: what the table of choice may ask of a piece of evidence beside another.

Each has the name that stands in ``data/choice.csv``: "this evidence goes before that one, when …".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .candidate import Evidence, Place
from .conditions import is_far, is_named, passes_on
from .evidence.frame import Frame, may_speak
from .vocabulary.word_classes import RELATIVE
from .vocabulary.word_sets import word_set


def _in_own_relative(one: Evidence, other: Evidence, place: Place) -> bool:
    """The source is the head of the relative clause that the passage ends ("comme X, pour qui … « … »")."""
    if not isinstance(one, Frame) or not isinstance(other, Frame):
        return False
    if one.cue is None or one.speaker is None or other.group is None or one.speaker.first < other.group.last:
        return False
    behind = next((t for t in place.syntax.tokens if t.start >= (one.cue or (0, 0))[1]), None)
    return behind is not None and bool(behind.classes & RELATIVE)


def _over_later_relative(one: Evidence, other: Evidence, place: Place) -> bool:
    """The other is told in a relative clause, with a verb of its own, behind the passage."""
    if not isinstance(other, Frame) or other.cue is None:
        return False
    syntax, at = place.syntax, place.at
    cue = next((i for i, t in enumerate(syntax.tokens) if t.start >= other.cue[0]), at)
    opened = next((i for i in range(at + 1, cue) if syntax.tokens[i].classes & RELATIVE), cue)
    return any(opened < g.first < cue for g in syntax.finite)


def _over_relay(one: Evidence, other: Evidence, place: Place) -> bool:
    """The other names an outlet or a text, which mostly passes on what others say."""
    return passes_on(other, place)


def _over_far(one: Evidence, other: Evidence, place: Place) -> bool:
    """Other words stand between the passage and the other's cue."""
    return is_far(other, place)


def _over_thing(one: Evidence, other: Evidence, place: Place) -> bool:
    """The other is a verb whose subject nobody can be: "cette confusion relève de « … »"."""
    if not isinstance(other, Frame) or other.group is None or other.group.mood != "finite":
        return False
    return other.speaker is not None and not may_speak(other.speaker)


def _over_loose(one: Evidence, other: Evidence, place: Place) -> bool:
    """The other is a verb that need not mean to say, or a participle, whose subject has no name."""
    if not isinstance(other, Frame) or is_named(other, place):
        return False
    return other.strength == "weak" or other.rule.startswith("participle")


def _over_anybody(one: Evidence, other: Evidence, place: Place) -> bool:
    """The other's subject is "on", who may be anybody."""
    if not isinstance(other, Frame) or other.speaker is None:
        return False
    return other.speaker.low in word_set("people-pronoun")


def _over_nameless(one: Evidence, other: Evidence, place: Place) -> bool:
    """The other's subject is told by a noun alone: "le gouvernement", "ce plan"."""
    if not isinstance(other, Frame) or other.speaker is None:
        return False
    return other.speaker.kind == "common" and other.speaker.entity is None


def _over_same_source(one: Evidence, other: Evidence, place: Place) -> bool:
    """The other, "selon la même source", passes on what somebody named was just said to do with words."""
    if not isinstance(one, Frame) or not isinstance(other, Frame):
        return False
    if other.speaker is None or other.speaker.entity is not None or one.speaker is None or one.group is None:
        return False
    if one.speaker.entity is None or one.group.first > other.speaker.first:
        return False
    tokens = place.syntax.tokens
    return any(t.low in word_set("same") for t in tokens[other.speaker.first : other.speaker.head])


def _over_pour(one: Evidence, other: Evidence, place: Place) -> bool:
    """The other is "pour X", which need not tell a source at all."""
    return _begins(other, place, word_set("for"))


def _over_side(one: Evidence, other: Evidence, place: Place) -> bool:
    """The other is "du côté de" or "chez" before somebody without a name, which need only tell where."""
    return not is_named(other, place) and _begins(other, place, word_set("quarter"))


def _begins(one: Evidence, place: Place, words: frozenset[str]) -> bool:
    """Whether the cue of a frame begins with one of some words."""
    if not isinstance(one, Frame) or one.cue is None:
        return False
    return any(t.low in words for t in place.syntax.tokens if t.start == one.cue[0])


def _between(one: Evidence, other: Evidence, place: Place) -> bool:
    """Its verb stands between the other's subject and the other's verb."""
    if not isinstance(one, Frame) or not isinstance(other, Frame):
        return False
    if one.group is None or one.speaker is None or other.group is None or other.speaker is None:
        return False
    return other.speaker.last < one.group.first < other.group.first


def _over_inserted(one: Evidence, other: Evidence, place: Place) -> bool:
    """The other stands between its subject and its verb."""
    if not isinstance(one, Frame) or not isinstance(other, Frame) or one.group is None:
        return False
    return bool(one.speaker and other.speaker and one.speaker.last < other.speaker.first < one.group.first)


def _nearer(one: Evidence, other: Evidence, place: Place) -> bool:
    """Its cue stands nearer to the passage than the other's, both in front of it."""
    if one.cue is None or other.cue is None:
        return False
    return other.cue[1] <= one.cue[0] < place.syntax.tokens[place.at].start


BESIDE: Mapping[str, Callable[[Evidence, Evidence, Place], bool]] = {
    "in-own-relative": _in_own_relative,
    "over-later-relative": _over_later_relative,
    "over-relay": _over_relay,
    "over-far": _over_far,
    "over-thing": _over_thing,
    "over-anybody": _over_anybody,
    "over-nameless": _over_nameless,
    "over-loose": _over_loose,
    "over-same-source": _over_same_source,
    "over-pour": _over_pour,
    "over-side": _over_side,
    "between": _between,
    "over-inserted": _over_inserted,
    "nearer": _nearer,
}
"""What may be asked of one piece of evidence beside another."""
