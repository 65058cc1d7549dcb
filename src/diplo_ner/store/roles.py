"""Words that an article puts beside a name to say who somebody is: "ministre russe des Affaires étrangères"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..quotes.coreference.appositive_titles import learned_titles
from ..quotes.grammar.nominals import Nominal
from ..quotes.grammar.prose import Prose
from ..quotes.grammar.sentence import Sentence
from ..quotes.grammar.source import Source
from ..quotes.reader import name_spans
from ..quotes.vocabulary.word_classes import tag
from ..schema import Entity
from ..text.words import words

_LONGEST = 80


def roles_beside(text: str, entities: Sequence[Entity]) -> Iterator[tuple[str, str]]:
    """Yield the id of a person or a body and what it is told to be, without its article, in order.

    >>> from diplo_ner.schema import Mention
    >>> text = "Le ministre du Budget Paul Lenoir se tait."
    >>> lenoir = Entity(id="paul-lenoir", type="PERSON", canonical="Paul Lenoir",
    ...                 mentions=(Mention(start=22, end=33, text="Paul Lenoir"),))
    >>> list(roles_beside(text, [lenoir]))
    [('paul-lenoir', 'ministre du Budget')]
    """
    names = name_spans(entities)
    starts = [start for start, _, entity in names if entity.type in ("PERSON", "ORGANISATION")]
    if not starts:
        return
    told_words = words(text)
    nouns = [word.start for word in told_words if tag(word.text).people is not None]
    if not nouns:
        return
    prose = Prose(Source(text, told_words, (), names), ())
    for sentence in prose.sentences:
        if not (_holds(starts, sentence) and _holds(nouns, sentence)):
            continue
        told = {(entity.id, _words(text, phrase)): None for entity, _, phrase in learned_titles(sentence)}
        yield from ((ident, role) for ident, role in told if role)


def _holds(places: Sequence[int], sentence: Sentence) -> bool:
    """Whether one of some places is in a sentence."""
    at = bisect_left(places, sentence.start)
    return at < len(places) and places[at] < sentence.end


def _words(text: str, phrase: Nominal) -> str:
    """The words of a phrase without its article, and without the name and what stands behind it."""
    first = phrase.first + 1 if phrase.determiner else phrase.first
    last = phrase.name - 1 if phrase.name >= 0 else phrase.last
    if last < first:
        return ""
    told = " ".join(text[phrase.tokens[first].start : phrase.tokens[last].end].split())
    return told if len(told) <= _LONGEST else ""
