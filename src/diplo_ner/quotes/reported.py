"""Reported speech: whom the cue of a passage gives it to, once its words are read."""

from __future__ import annotations

from ..schema import Speaker
from .candidate import Link
from .candidates import around
from .choice import choose
from .coreference.referents import Referent
from .evidence.agents import whom_it_cites
from .evidence.frame import Frame, relays
from .grammar.coordination import conjuncts
from .grammar.nominals import Nominal
from .moment import Answer, Moment
from .speaker_words import nearest_words, stressed_words, told_by_some
from .vocabulary.word_sets import word_set


def reported(moment: Moment, frame: Frame) -> Answer:
    """The answer that a cue in the passage's own sentence gives."""
    if frame.speaker is None:
        return Answer(None, frame.cue, frame.rule)
    cited = whom_it_cites(moment.syntax, frame.speaker) if relays(frame) else None
    if cited is not None:
        return reported(moment, frame._replace(speaker=cited))
    referent = moment.resolve(frame.speaker, moment.sentence, frame.group)
    read = (frame.speaker.tokens[frame.speaker.first].start, referent)
    if referent.how == "speaker":
        return Answer(_first_person(moment, frame.speaker), frame.cue, frame.rule + "-first-person", (), read)
    if referent.how == "nobody" and not told_by_some(moment.sentence, frame):
        return Answer(None, frame.cue, frame.rule + "-nobody", (), read)
    if (
        frame.speaker.kind == "pronoun"
        and frame.speaker.low in word_set("article-before-name")
        and moment.last is not None
    ):
        return Answer(moment.last, frame.cue, "source-back", (), read)
    nearest = frame.speaker if referent.entity is None else nearest_words(moment.sentence, frame, moment.quote)
    phrase = stressed_words(moment.sentence, frame) or nearest
    speaker, others = _several(moment, frame, phrase, referent)
    how = "" if referent.how == "name" else "+unnamed" if referent.entity is None else "+" + referent.how
    return Answer(speaker, frame.cue, frame.rule + how, others, read)


def _first_person(moment: Moment, phrase: Nominal) -> Speaker | None:
    """Who says "je" outside the marks: the one who goes on speaking."""
    found = choose(around(moment), moment.place)
    if found is None or not isinstance(found.evidence, Link):
        return None
    entity = moment.discourse.entities.get(found.evidence.speaker.entity or "")
    return moment.speaker(phrase, Referent(entity, "speaker"))


def _several(moment: Moment, frame: Frame, phrase: Nominal, referent: Referent) -> tuple[Speaker, tuple[Speaker, ...]]:
    """The speaker and those beside him: "X et Y ont dit", "ils" for two who are named. The first named is first."""
    told = moment.speaker(phrase, referent)
    if referent.also:
        return told, tuple(told.model_copy(update={"entity": e.id}) for e in referent.also)
    plural = frame.group is None or "p" in (frame.group.number, phrase.number)
    if not plural or frame.speaker is None or frame.speaker.kind == "pronoun":
        return told, ()
    row = [
        told if p is frame.speaker else moment.speaker(p, Referent(p.entity, "name"))
        for p in conjuncts(moment.syntax, frame.speaker)
    ]
    named = [s for s in row if s.entity is not None]
    return (named[0], tuple(named[1:])) if named and len(row) > 1 else (told, ())
