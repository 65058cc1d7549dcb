"""Explanation: who else might have said a passage, by what other evidence."""

from __future__ import annotations

from collections.abc import Iterator

from ..schema import Speaker
from .candidate import Candidate
from .candidates import in_sentence, outside_sentence
from .choice import ranked
from .evidence.frame import Frame
from .moment import Answer, Moment
from .reported import reported


def runners_up(moment: Moment, answer: Answer) -> tuple[Answer, ...]:
    """The answers that other evidence gives a passage: those of other speakers, each once, the strongest first."""
    detectors = {**outside_sentence(moment), **in_sentence(moment.place)}
    seen = {_who(s) for s in (answer.speaker, *answer.others) if s is not None}
    found: list[Answer] = []
    for other in _answers(moment, ranked(detectors, moment.place)):
        if other.speaker is not None and _who(other.speaker) not in seen:
            seen.add(_who(other.speaker))
            found.append(other)
    return tuple(found)


def _answers(moment: Moment, candidates: tuple[Candidate, ...]) -> Iterator[Answer]:
    for one in candidates:
        yield reported(moment, one.evidence) if isinstance(one.evidence, Frame) else Answer(*one.evidence)


def _who(speaker: Speaker) -> str | tuple[int, int]:
    """What tells a speaker apart: his entity, or where the words that name him stand."""
    return speaker.entity or (speaker.start, speaker.end)
