"""A moment of the reading: an article, whom its passages before one were given to, and what words mean from there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..schema import Speaker
from .candidate import Candidate, Link, Place, Span, place_of
from .coreference.anaphora import Resolver
from .coreference.discourse import Discourse, Turn
from .coreference.referents import Before, Referent
from .evidence.frame import Frame, cue_span
from .grammar.nominals import Nominal
from .grammar.prose import Prose
from .grammar.sentence import Sentence
from .grammar.source import Source
from .grammar.syntax import Syntax, syntax_of
from .inner_reports import InnerReport
from .marks.passages import Passage
from .speaker_words import words_of
from .verbs.groups import Group


class Answer(NamedTuple):
    """Who says a passage: the speaker or None, the span of the words that report, and the rule that decided.

    ``others`` say it with the speaker. ``read`` is the place of the phrase that was read, and whom it led to.
    ``runners_up`` are the answers that other evidence gives, where they were asked for.
    """

    speaker: Speaker | None
    cue: Span | None
    rule: str
    others: tuple[Speaker, ...] = ()
    read: tuple[int, Referent] | None = None
    runners_up: tuple[Answer, ...] = ()


class Told(NamedTuple):
    """What was read up to a passage: an answer for each passage outside any other, and the turns among them."""

    answers: tuple[Answer, ...] = ()
    spoken: tuple[Turn, ...] = ()


@dataclass(frozen=True)
class Article:
    """What is given of an article.

    ``parents`` tells the quote around each quote, None for those in no other, which ``top`` numbers in order.
    ``chosen`` holds what each quote has in its own sentence, that of a nested one inside the quote around it.
    ``inner`` holds the report between the marks of each quote in no other, None where there is none.
    """

    source: Source
    found: Sequence[Passage]
    parents: Mapping[int, int | None]
    top: Sequence[int]
    prose: Prose
    discourse: Discourse
    chosen: Mapping[int, Candidate | None]
    inner: Mapping[int, InnerReport | None]

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The place of each quote among those outside any other."""
        return {quote: place for place, quote in enumerate(self.top)}

    def is_governed(self, quote: int) -> bool:
        """Whether a cue in its own sentence gives a passage to somebody."""
        return self.chosen[quote] is not None


class Moment:
    """A passage in its article, seen from what was told before it.

    Args:
        article: the article.
        told: the answers for the passages before.
        quote: the number of the passage.
        before: what is found in the sentences before its own; all passages of a sentence share it.
    """

    def __init__(self, article: Article, told: Told, quote: int, before: Before) -> None:
        self.article = article
        self.told = told
        self.quote = quote
        self.text = article.source.text
        self.passage = article.found[quote]
        self.sentence: Sentence = article.prose.of_quote[quote]
        self.sentences = article.prose.sentences
        self.discourse = article.discourse.after(told.spoken)
        self._resolver = Resolver(self.discourse, self.sentence.number, before)

    @property
    def syntax(self) -> Syntax:
        """The syntax of the sentence around the passage."""
        return syntax_of(self.sentence)

    @cached_property
    def place(self) -> Place:
        """Where the passage stands in its sentence."""
        return place_of(self.sentence, self.quote)

    @property
    def at(self) -> int:
        """Where the passage stands among the tokens of its sentence."""
        return self.place.at

    @property
    def last(self) -> Speaker | None:
        """Who has spoken last."""
        return self.told.spoken[-1].speaker if self.told.spoken else None

    def cue(self, quote: int) -> Frame | None:
        """The cue that a passage, before or behind, has in its own sentence."""
        found = self.article.chosen.get(quote)
        return found.evidence if found is not None and isinstance(found.evidence, Frame) else None

    def sentence_after(self) -> Sentence | None:
        """The sentence behind that of the passage."""
        number = self.sentence.number + 1
        return self.sentences[number] if number < len(self.sentences) else None

    def answer(self, quote: int) -> Answer:
        """What was answered for a passage before."""
        return self.told.answers[self.article.places[quote]]

    def resolve(self, phrase: Nominal, sentence: Sentence, group: Group | None = None) -> Referent:
        """Whom a phrase means; one that was read for a passage before in the same sentence means the same again."""
        place = phrase.tokens[phrase.first].start
        for quote in reversed(self.sentence.quotes):
            if quote < self.quote:
                read = self.answer(quote).read
                if read is not None and read[0] == place:
                    return read[1]
        return self._resolver.resolve(phrase, sentence, group)

    def speaker(self, phrase: Nominal, referent: Referent) -> Speaker:
        """The speaker that a phrase and what it leads to make."""
        start, end = words_of(phrase)
        return Speaker(
            entity=referent.entity.id if referent.entity else None, text=self.text[start:end], start=start, end=end
        )

    def link(self, phrase: Nominal, sentence: Sentence, group: Group | None, rule: str) -> Link | None:
        """The link that a phrase in some sentence gives; None when it leads to nobody."""
        referent = self.resolve(phrase, sentence, group)
        if referent.how in ("nobody", "speaker"):
            return None
        cue = cue_span(syntax_of(sentence), group) if group is not None else None
        return Link(self.speaker(phrase, referent), cue, rule)

    def link_back(self, quote: int, rule: str) -> Link | None:
        """The link to who says a passage before; None when nobody does."""
        answer = self.answer(quote)
        return Link(answer.speaker, answer.cue, rule) if answer.speaker is not None else None
