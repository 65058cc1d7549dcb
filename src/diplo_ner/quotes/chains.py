"""Chains: the speaker of a passage that its own sentence gives to nobody, out of the passages and sentences around."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..schema import Speaker
from .prose import QUOTE, Sentence
from .syntax import syntax_of
from .wordclass import PUNCTUATION

if TYPE_CHECKING:
    from .attribution import Attributor


class Link(NamedTuple):
    """A speaker found around a passage."""

    speaker: Speaker | None
    cue: str | None
    rule: str


_NONE = Link(None, None, "nobody")


def stands_alone(sentence: Sentence) -> bool:
    """Whether a sentence holds passages and punctuation only."""
    return all(t.classes & (QUOTE | PUNCTUATION) for t in sentence.tokens)


def chained(attributor: Attributor, quote: int) -> Link:
    """Who goes on speaking, or is told to speak in the sentence before or after; nobody failing that."""
    sentence = attributor.prose.of_quote[quote]
    same = _same_sentence(attributor, sentence, quote)
    if same is not None:
        return same
    if sentence.heading:
        return _NONE
    if stands_alone(sentence) or sentence.quotes[0] == quote and sentence.tokens[0].quote == quote and not _narrated(sentence):
        return (
            _same_line_after(attributor, sentence)
            or _before(attributor, sentence)
            or _after(attributor, sentence)
            or _NONE
        )
    return _fragment(attributor, sentence) or _NONE


def _narrated(sentence: Sentence) -> bool:
    """Whether a sentence that opens with a passage goes on in the writer's words."""
    return any(g.first > 0 for g in syntax_of(sentence).finite)


def _link(attributor: Attributor, quote: int, rule: str) -> Link | None:
    found = attributor.done.get(quote)
    if found is None or found.speaker is None:
        return None
    return Link(found.speaker, found.cue, rule)


def _same_sentence(attributor: Attributor, sentence: Sentence, quote: int) -> Link | None:
    """The speaker of an earlier passage of the sentence."""
    for other in reversed(sentence.quotes):
        if other < quote:
            link = _link(attributor, other, "same-sentence")
            if link is not None:
                return link
    return None


def _before(attributor: Attributor, sentence: Sentence) -> Link | None:
    """Who spoke in the passage before, or is told in the sentence before."""
    sentences = attributor.prose.sentences
    skipped = 0
    for number in range(sentence.number - 1, -1, -1):
        before = sentences[number]
        if sentence.line - before.line > 1 + skipped:
            return None
        if before.heading and before.line != sentence.line and not before.quotes:
            return None
        if before.quotes:
            link = _link(attributor, before.quotes[-1], "chain" if before.line == sentence.line else "chain-next-line")
            if link is not None:
                return link
            return None
        told = _told(attributor, before)
        if told is not None:
            return told
        skipped += 1
        if skipped > 1:
            return None
    return None


def _told(attributor: Attributor, sentence: Sentence) -> Link | None:
    """The one whose words a sentence without passages announces or reports."""
    syntax = syntax_of(sentence)
    main = attributor.discourse.main_subject(sentence)
    best = None
    for group in syntax.finite:
        if group.strength == "strong":
            best = group
            break
    from .subjects import subject

    phrase = subject(syntax, best) if best is not None else main
    if phrase is None or (phrase.entity is None and not phrase.is_human and phrase.kind != "pronoun"):
        phrase = main
    if phrase is None or (phrase.entity is None and not phrase.is_human and phrase.kind != "pronoun"):
        return None
    if phrase.entity is not None and phrase.entity.type == "PLACE":
        return None
    referent = attributor.resolver.resolve(phrase, sentence, best)
    if referent.how in ("nobody", "speaker"):
        return None
    cue = None
    if best is not None:
        from .frames import cue_span

        first, last = cue_span(syntax, best)
        cue = attributor.text[first:last]
    return Link(attributor._speaker(phrase, referent), cue, "told-before" if best is not None else "subject-before")


def _same_line_after(attributor: Attributor, sentence: Sentence) -> Link | None:
    """A run « A. » « B », a dit X: the speaker of the run, where nobody spoke before on the line."""
    if not sentence.first:
        return None
    return None


def _after(attributor: Attributor, sentence: Sentence) -> Link | None:
    """The one who is told in the next sentence to have spoken."""
    sentences = attributor.prose.sentences
    if sentence.number + 1 >= len(sentences):
        return None
    after = sentences[sentence.number + 1]
    if after.line != sentence.line:
        return None
    if after.quotes and after.tokens[0].quote == after.quotes[0]:
        frame = attributor.frames.get(after.quotes[0])
        if frame is not None and frame.speaker is not None:
            referent = attributor.resolver.resolve(frame.speaker, after, frame.group)
            if referent.how not in ("nobody", "speaker"):
                return Link(attributor._speaker(frame.speaker, referent), attributor._cue(frame), "run-after")
        return None
    told = _told(attributor, after)
    return told._replace(rule="told-after") if told is not None else None


def _fragment(attributor: Attributor, sentence: Sentence) -> Link | None:
    """A fragment in the writer's words that nobody is said to have said: the speaker of the sentence right before."""
    sentences = attributor.prose.sentences
    if sentence.number == 0:
        return None
    before = sentences[sentence.number - 1]
    if not before.quotes or sentence.line - before.line > 1:
        return None
    link = _link(attributor, before.quotes[-1], "chain-fragment")
    return link
