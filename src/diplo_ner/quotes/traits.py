"""Traits of an attribution: what was observed of a quote and its speaker that tells how sure the speaker is.

Each is a name that ``data/speaker_weights.csv`` may weigh; numbers are told by the step they lie in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from ..entity_types import types_that
from ..schema import Entity
from .marks.passages import Passage
from .moment import Answer

_STEPS = {"mentions": (1, 2, 5, 10), "distance": (1, 4, 12, 40), "people": (1, 2, 5, 10), "quotes": (1, 3, 6, 12, 24)}
"""Where a step of a number begins: mentions of the speaker, words between quote and speaker, people, quotes."""

_REACH = 600
"""Characters beside a quote in which the distance is told: more words than its last step."""


class Scale(NamedTuple):
    """How much an article holds: how many people it names, how many quotes it has."""

    people: int
    quotes: int


def scale(entities: Mapping[str, Entity], quotes: int) -> Scale:
    """The scale of an article by its entities and how many of its passages are quotes."""
    return Scale(sum(entity.type == "PERSON" for entity in entities.values()), quotes)


def traits(text: str, passage: Passage, told: Answer, entities: Mapping[str, Entity], size: Scale) -> tuple[str, ...]:
    """What is observed of an attribution, in a fixed order.

    Args:
        text: the article.
        passage: the quote.
        told: who says it, by which rule.
        entities: the entities of the article by id.
        size: how much the article holds.
    """
    base, _, way = told.rule.partition("+")
    found = [f"rule:{base}", _step("people", size.people), _step("quotes", size.quotes)]
    if way:
        found += [f"rule:{told.rule}", f"way:{way}"]
    if told.cue is not None:
        found.append("cue")
    speaker = told.speaker
    if speaker is None:
        return (*found, "type:none")
    entity = entities.get(speaker.entity or "")
    found.append(f"type:{entity.type}" if entity is not None else "type:unnamed")
    if entity is not None:
        found.append(_step("mentions", len(entity.mentions)))
        if entity.known:
            found.append("known")
        if entity.type in types_that("speak") and " " in speaker.text and not way:
            found.append("full-name")
    behind = speaker.start >= passage.end
    between = (
        text[passage.end : min(speaker.start, passage.end + _REACH)]
        if behind
        else text[max(speaker.end, passage.start - _REACH) : passage.start]
    )
    found += ["behind" if behind else "in-front", _step("distance", len(between.split()))]
    if "\n" in between:
        found.append("other-line")
    rivals = {one.speaker.entity or one.speaker.text for one in told.runners_up if one.speaker is not None}
    if rivals - {speaker.entity or speaker.text}:
        found.append("rival")
    return tuple(found)


def _step(name: str, number: int) -> str:
    """The step that a number lies in, by where it begins."""
    at = bisect_right(_STEPS[name], number)
    return f"{name}:{_STEPS[name][at - 1] if at else 0}"
