"""A frame: the cue that gives a passage to somebody, and what all rules that look for one share."""

from __future__ import annotations

from typing import NamedTuple

from ..grammar.nominals import Nominal
from ..grammar.syntax import Syntax
from ..verbs.groups import Group
from ..vocabulary.cues import is_outlet
from ..vocabulary.word_classes import ADVERB, NEGATION, OBJECT, PUNCTUATION
from ..vocabulary.word_sets import word_set


class Frame(NamedTuple):
    """A cue that governs a passage.

    ``rule`` says how it was found. ``speaker`` is the phrase that names who speaks, None where the cue names nobody
    ("dit-on"). ``cue`` is the span of the words that report; ``strength`` that of the verb.
    """

    rule: str
    speaker: Nominal | None
    cue: tuple[int, int] | None
    strength: str
    group: Group | None = None


def span(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    """The span in the text of some tokens."""
    return syntax.tokens[first].start, syntax.tokens[last].end


def cue_span(syntax: Syntax, group: Group) -> tuple[int, int]:
    """The words of a verb group that report, its "en" of the gerund included."""
    return span(syntax, group.first, max(group.last, group.pronoun_at))


def verb_frame(syntax: Syntax, group: Group, rule: str, speaker: Nominal | None) -> Frame:
    """The frame that a verb makes."""
    return Frame(rule, speaker, cue_span(syntax, group), group.strength, group)


def relays(frame: Frame) -> bool:
    """Whether a frame names a news outlet or a text, which mostly relays what others say, unless its verb judges."""
    speaker = frame.speaker
    if speaker is None or (frame.group is not None and frame.group.lemma in word_set("own-voice")):
        return False
    if speaker.people_kind == "outlet":
        return True
    if speaker.low in word_set("reporter") and frame.group is not None:
        return True
    if speaker.kind == "common" and "text" in speaker.speech and speaker.entity is None:
        return True
    return speaker.entity is not None and speaker.entity.type == "ORGANISATION" and is_outlet(speaker.entity.canonical)


def near(syntax: Syntax, at: int, first: int) -> bool:
    """Whether only a comma and adverbs stand between a passage and a group."""
    return all(t.classes & (PUNCTUATION | ADVERB | OBJECT | NEGATION) for t in syntax.tokens[at + 1 : first])


def only_between(syntax: Syntax, start: int, end: int) -> bool:
    """Whether only adverbs, negations, clitics and commas stand between two tokens."""
    return all(t.classes & (ADVERB | NEGATION | OBJECT) or t.low == "," for t in syntax.tokens[start:end])


def may_speak(phrase: Nominal) -> bool:
    """Whether a phrase is one of people, of a body, of a text or a name."""
    told = phrase.is_somebody or phrase.kind == "pronoun"
    capital = phrase.kind == "common" and phrase.determiner and phrase.tokens[phrase.head].text[0].isupper()
    return bool(told or phrase.speech or capital)
