"""Attribution: each quoted passage of an article to the one who says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..schema import Entity, Speaker
from ..text.words import Word
from .chains import chained, named_author
from .coreference.anaphora import Resolver
from .coreference.discourse import Discourse, Turn
from .coreference.referents import Referent
from .evidence.frame import Frame, cue_span
from .evidence.frames import frame_of
from .evidence.incises import incise_shaped
from .grammar.coordination import conjuncts
from .grammar.inverted import right_subject
from .grammar.nominals import Nominal
from .grammar.prose import Prose, Sentence, Source
from .grammar.subjects import subject
from .grammar.syntax import syntax_of
from .marks.passages import Passage
from .speaker_words import is_and_infinitive, may_hold_incise, nearest_words, told_by_some, words_of


class Attribution(NamedTuple):
    """Who says a passage: the speaker or None, the words that report, and the rule that decided."""

    speaker: Speaker | None
    cue: str | None
    rule: str
    others: tuple[Speaker, ...] = ()


class Attributor:
    """Attributes the passages of one article.

    Args:
        text: the article.
        words: its words.
        found: all its passages.
        quotes: the numbers of those that are quotes, in order.
        names: mentions by start: (start, end, entity), apart from one another.
        before: an attributor of the same article that took more passages for quotes; sentences that hold the same
            quotes in both keep the frames it found.
    """

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        found: Sequence[Passage],
        quotes: Sequence[int],
        names: Sequence[tuple[int, int, Entity]],
        before: Attributor | None = None,
    ) -> None:
        self.text = text
        self.found = found
        self.parents = _parents(found, quotes)
        self.top = [q for q in quotes if self.parents[q] is None]
        self.source: Source = Source(text, words, found, names) if before is None else before.source
        self.prose = Prose(self.source, self.top)
        spans = [(found[q].outer_start, found[q].outer_end) for q in self.top]
        self.discourse = Discourse(self.prose, names, spans)
        self.resolver = Resolver(self.discourse)
        self.frames: dict[int, Frame | None] = {}
        self.done: dict[int, Attribution] = {}
        self._inner: dict[int, Prose] = {}
        for quote in self.top:
            sentence = self.prose.of_quote[quote]
            same = before.prose.of_quote.get(quote) if before is not None else None
            if (
                same is not None
                and same.quotes == sentence.quotes
                and (same.start, same.end) == (sentence.start, sentence.end)
            ):
                assert before is not None
                self.frames[quote] = before.frames[quote]
                self.prose.adopt(sentence, same)
            else:
                self.frames[quote] = frame_of(sentence, quote)

    def is_governed(self, quote: int) -> bool:
        """Whether a cue gives a passage to somebody; a passage inside another is looked at inside it."""
        if self.parents[quote] is None:
            return self.frames[quote] is not None
        return self._inner_frame(quote)[1] is not None

    def attribute(self) -> None:
        """Attribute all quotes; the result is in ``done``."""
        for quote in self.top:
            self._attribute(quote)
        for quote, parent in self.parents.items():
            if parent is not None:
                self._nested(quote)

    def _attribute(self, quote: int) -> None:
        sentence = self.prose.of_quote[quote]
        frame = self.frames[quote]
        author = named_author(self, quote)
        if author is not None:
            self._finish(quote, sentence, *author)
            return
        inside = self._inside(quote)
        if inside is not None:
            self._finish(quote, sentence, *inside)
            return
        if frame is None:
            self._without_frame(quote, sentence)
            return
        if frame.speaker is None:
            self._finish(quote, sentence, None, self.cue_of(frame), frame.rule)
            return
        phrase = nearest_words(sentence, frame, quote)
        referent = self.resolver.resolve(frame.speaker, sentence, frame.group)
        if referent.how == "speaker":
            going_on = chained(self, quote).speaker
            told: Speaker | None = None
            if going_on is not None:
                entity = self.discourse.entities.get(going_on.entity or "")
                told = self.speaker(frame.speaker, Referent(entity, "speaker"))
            self._finish(quote, sentence, told, self.cue_of(frame), frame.rule + "-first-person")
            return
        if referent.how == "nobody" and not told_by_some(sentence, frame):
            self._finish(quote, sentence, None, self.cue_of(frame), frame.rule + "-nobody")
            return
        if referent.entity is None:
            phrase = frame.speaker
        last = self.discourse.spoken[-1][2] if self.discourse.spoken else None
        if frame.speaker.kind == "pronoun" and frame.speaker.low in ("l'", "la", "les") and last is not None:
            self._finish(quote, sentence, last, self.cue_of(frame), "source-back")
            return
        speaker, others = self._several(sentence, frame, phrase, referent)
        how = "" if referent.how == "name" else "+unnamed" if referent.entity is None else "+" + referent.how
        self._finish(quote, sentence, speaker, self.cue_of(frame), frame.rule + how, others)

    def _without_frame(self, quote: int, sentence: Sentence) -> None:
        """Attribute a passage that nothing beside it gives to anybody."""
        if is_and_infinitive(sentence) and self.discourse.spoken:
            self._finish(quote, sentence, self.discourse.spoken[-1][2], None, "and-infinitive")
            return
        found = chained(self, quote)
        self._finish(quote, sentence, found.speaker, found.cue, found.rule)

    def _several(
        self, sentence: Sentence, frame: Frame, phrase: Nominal, referent: Referent
    ) -> tuple[Speaker, tuple[Speaker, ...]]:
        """The speaker and those beside him: "X et Y ont dit", "ils" for two who are named. The first named is first."""
        told = self.speaker(phrase, referent)
        if referent.also:
            return told, tuple(told.model_copy(update={"entity": e.id}) for e in referent.also)
        plural = frame.group is None or frame.group.number == "p"
        if not plural or frame.speaker is None or frame.speaker.kind == "pronoun":
            return told, ()
        row = [
            told if p is frame.speaker else self.speaker(p, Referent(p.entity, "name"))
            for p in conjuncts(syntax_of(sentence), frame.speaker)
        ]
        named = [s for s in row if s.entity is not None]
        return (named[0], tuple(named[1:])) if named and len(row) > 1 else (told, ())

    def _finish(
        self,
        quote: int,
        sentence: Sentence,
        speaker: Speaker | None,
        cue: str | None,
        rule: str,
        others: tuple[Speaker, ...] = (),
    ) -> None:
        self.done[quote] = Attribution(speaker, cue, rule, others)
        if speaker is not None and self.parents[quote] is None:
            self.discourse.spoken = (*self.discourse.spoken, Turn(self.found[quote].start, sentence, speaker))

    def cue_of(self, frame: Frame) -> str | None:
        """The words of a frame that report."""
        return self.text[frame.cue[0] : frame.cue[1]] if frame.cue else None

    def speaker(self, phrase: Nominal, referent: Referent) -> Speaker:
        """The speaker that a phrase and what it leads to make."""
        start, end = words_of(phrase)
        return Speaker(
            entity=referent.entity.id if referent.entity else None,
            text=self.text[start:end],
            start=start,
            end=end,
        )

    def _inside(self, quote: int) -> tuple[Speaker | None, str | None, str] | None:
        """The incise that stands between the marks: « Moi, dit-il, j'ai l'impression … »."""
        passage = self.found[quote]
        if not may_hold_incise(self.text, passage):
            return None
        inner = Prose(self.source, [], (passage.start, passage.end))
        for sentence in inner.sentences:
            syntax = syntax_of(sentence)
            for group in syntax.finite:
                if group.strength not in ("strong", "manner") or group.person in (1, 2):
                    continue
                if not incise_shaped(syntax, group):
                    continue
                if group.first == 0 or syntax.tokens[group.first - 1].low not in (",", "!", "?", "…", "..."):
                    continue
                phrase = subject(syntax, group) if group.pronoun else right_subject(syntax, group)
                if phrase is None or not (phrase.kind == "pronoun" or phrase.entity is not None or _is_told(phrase)):
                    continue
                end = phrase.last if not group.pronoun else max(group.last, group.pronoun_at)
                if end + 1 < len(syntax.tokens) and syntax.tokens[end + 1].low not in (",", ".", "…", "..."):
                    continue
                outer = self.prose.of_quote[quote]
                referent = self.resolver.resolve(phrase, _Inner(outer, sentence), group)
                first, last = cue_span(syntax, group)
                return self.speaker(phrase, referent), self.text[first:last], "incise-inside"
        return None

    def _inner_frame(self, quote: int) -> tuple[Sentence | None, Frame | None]:
        """The sentence of a nested quote inside the quote around it, and the frame it has there."""
        parent = self.parents[quote]
        assert parent is not None
        if parent not in self._inner:
            passage = self.found[parent]
            held = [q for q, p in self.parents.items() if p == parent]
            self._inner[parent] = Prose(self.source, held, (passage.start, passage.end))
        sentence = self._inner[parent].of_quote.get(quote)
        return sentence, frame_of(sentence, quote) if sentence is not None else None

    def _nested(self, quote: int) -> None:
        """A quote inside a quote: who the outer speaker says said it."""
        parent = self.parents[quote]
        assert parent is not None
        outer = self.done[parent].speaker
        _, frame = self._inner_frame(quote)
        if frame is None or frame.speaker is None:
            self.done[quote] = Attribution(None, None, "nested-nobody")
            return
        phrase = frame.speaker
        low = phrase.tokens[phrase.head].tag.pronoun or phrase.low
        start, end = words_of(phrase)
        entity: str | None = None
        if phrase.entity is not None:
            entity = phrase.entity.id
        elif low in ("je", "j'", "nous") and outer is not None:
            entity = outer.entity
        elif low in ("on", "ce", "c'", "cela", "ça"):
            self.done[quote] = Attribution(None, self.cue_of(frame), "nested-nobody")
            return
        speaker = Speaker(entity=entity, text=self.text[start:end], start=start, end=end)
        self.done[quote] = Attribution(speaker, self.cue_of(frame), "nested")


class _Inner(Sentence):
    """A sentence inside a passage, which takes its place in the article from the sentence around it."""

    __slots__ = ()

    def __init__(self, outer: Sentence, inner: Sentence) -> None:
        for name in ("_pieces", "_prose", "_tokens", "quotes", "start", "end", "cache"):
            setattr(self, name, getattr(inner, name))
        for name in ("line", "number", "first", "heading"):
            setattr(self, name, getattr(outer, name))


def _parents(found: Sequence[Passage], quotes: Sequence[int]) -> dict[int, int | None]:
    """The quote around each quote, None for those outside any."""
    parents: dict[int, int | None] = {}
    stack: list[int] = []
    for quote in quotes:
        while stack and found[stack[-1]].outer_end <= found[quote].start:
            stack.pop()
        parents[quote] = stack[-1] if stack else None
        stack.append(quote)
    return parents


def _is_told(phrase: Nominal) -> bool:
    """Whether a phrase stands for somebody by an office or a description: "décrypte un conseiller"."""
    return phrase.is_human and bool(phrase.determiner or phrase.partitive)
