"""Quotes inside quotes: who the speaker of the words around them says said them."""

from __future__ import annotations

from collections.abc import Iterable

from ..schema import Entity, Speaker
from .coreference.discourse import only
from .coreference.referents import Before
from .evidence.frame import Frame
from .grammar.nominals import Nominal
from .grammar.sentence import Sentence
from .grammar.syntax import syntax_of
from .moment import Answer, Article, Moment, Told
from .speaker_words import words_of
from .vocabulary.word_classes import CONTRACTED, DEFINITE
from .vocabulary.word_sets import word_set

_NOBODY = "nested-nobody"


def nested(article: Article, quote: int, outer: Speaker | None, told: Told) -> Answer:
    """Who says a quote inside a quote.

    Args:
        article: the article.
        quote: the number of the quote.
        outer: who says the quote around it.
        told: what is told of the quotes that stand in no other.
    """
    found = article.chosen[quote]
    frame = found.evidence if found is not None else None
    if not isinstance(frame, Frame) or frame.speaker is None:
        return Answer(None, None, _NOBODY)
    phrase = frame.speaker
    low = phrase.low
    entity: str | None = None
    if phrase.entity is not None:
        entity = phrase.entity.id
    elif low in word_set("first-subject") and outer is not None:
        entity = outer.entity
    elif low in word_set("nobody-subject"):
        return Answer(None, frame.cue, _NOBODY)
    elif low in word_set("he-or-she") or (phrase.is_human and phrase.number == "s" and phrase.determiner & DEFINITE):
        other = _third(article, quote, phrase, outer, told)
        entity = other.id if other is not None else None
    start, end = words_of(phrase)
    return Answer(
        Speaker(entity=entity, text=article.source.text[start:end], start=start, end=end), frame.cue, "nested"
    )


def _third(article: Article, quote: int, phrase: Nominal, outer: Speaker | None, told: Told) -> Entity | None:
    """Whom a speaker calls "il", "elle" or by a title in his own words, who is never himself.

    Somebody named in them before, else the holder of the title in the article, else the one told beside the speaker;
    else "il" is the only other one that the article has told.
    """
    parent = article.parents[quote]
    if parent is None:
        return None
    moment = _at_outermost(article, parent, told)
    discourse = moment.discourse
    at, begin = phrase.tokens[phrase.first].start, article.found[parent].start

    def fitting(some: Iterable[Entity | None]) -> list[Entity]:
        return [
            e
            for e in some
            if e is not None
            and e.type == "PERSON"
            and (outer is None or e.id != outer.entity)
            and discourse.agrees(e, phrase.gender)
        ]

    inside = fitting(n[2] for n in discourse.names if begin <= n[0] < at)
    if inside:
        return only(inside)
    title = phrase.kind == "common"
    holder = fitting([moment.resolve(phrase, moment.sentence).entity]) if title else []
    if holder:
        return holder[0]
    near = article.prose.sentences[max(0, moment.sentence.number - 1) : moment.sentence.number + 1]
    beside = fitting(e for one in near for e in discourse.people_in(one))
    beside = beside or ([] if title else fitting(e for one in near for e in _described(moment, one)))
    return only(beside) if beside or title else only(fitting(discourse.people_before(at)))


def _at_outermost(article: Article, parent: int, told: Told) -> Moment:
    """The moment of the passage around a quote that stands in no other."""
    top = parent
    while (around := article.parents[top]) is not None:
        top = around
    spoken = tuple(turn for turn in told.spoken if turn.start < article.found[top].start)
    return Moment(article, Told(told.answers, spoken), top, Before({}, {}))


def _described(moment: Moment, sentence: Sentence) -> Iterable[Entity | None]:
    """The persons whom a sentence tells by a definite description ("l'entretien avec le ministre")."""
    syntax = syntax_of(sentence)
    for i, token in enumerate(syntax.tokens):
        phrase = (
            syntax.nominal(i + bool(token.classes & CONTRACTED)) if token.classes & (DEFINITE | CONTRACTED) else None
        )
        if phrase is not None and phrase.people_kind == "person" and phrase.entity is None and phrase.number == "s":
            yield moment.resolve(phrase, sentence).entity
