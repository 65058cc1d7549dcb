"""Reading one article: from a text and what a model tags in it to entities and quotes; no spaCy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from diplo_ner.collector import no_collection
from diplo_ner.entities.article import Article
from diplo_ner.entities.resolver import resolve
from diplo_ner.entities.tagger import ModelSpan, tag
from diplo_ner.lexicon.identities import identified
from diplo_ner.lexicon.own_names import OwnName
from diplo_ner.long_texts import LONGEST_WHOLE, read_in_parts
from diplo_ner.quotes.reader import read_quotes
from diplo_ner.schema import Entity, Mention, Quote, Rejected, Speaker
from diplo_ner.text.flow import Flow, flow
from diplo_ner.text.words import words

_T = TypeVar("_T", Mention, Quote, Rejected, Speaker)


class Reading(NamedTuple):
    """What was read in a text."""

    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    rejected: tuple[Rejected, ...]


def read_entities(text: str, spans: Iterable[ModelSpan], *, own: tuple[OwnName, ...] = ()) -> tuple[Entity, ...]:
    """Find and merge the entities of an article, in order of their first mention; see ``read``."""
    return read(text, spans, own=own, quotes=False).entities


def read(text: str, spans: Iterable[ModelSpan], *, own: tuple[OwnName, ...] = (), quotes: bool = True) -> Reading:
    """Find the entities of an article, and its quotes with their speakers.

    Args:
        text: The article.
        spans: What a statistical model tags in it: (start, end, label), offsets in Unicode code points.
        own: Names of the user's own, which go before the lexicon's.
        quotes: Whether quotes are read; entities do not depend on them.

    Returns:
        Entities in order of their first mention; quotes, and passages between marks that are none, by start.
    """
    flowing = flow(text)
    placed = _placed(spans, flowing)
    if len(flowing.text) > LONGEST_WHOLE:
        found = Reading(
            *read_in_parts(flowing.text, list(placed), lambda part, inside: _read(part, inside, own, quotes))
        )
    else:
        found = _read(flowing.text, placed, own, quotes)
    if flowing.offsets is None:
        return found
    return Reading(
        tuple(_entity(e, text, flowing) for e in found.entities),
        tuple(_quote(q, text, flowing) for q in found.quotes),
        tuple(_at(r, text, flowing) for r in found.rejected),
    )


def _read(text: str, spans: Iterable[ModelSpan], own: tuple[OwnName, ...], quotes: bool) -> Reading:
    with no_collection():
        return _found(text, spans, own, quotes)


def _found(text: str, spans: Iterable[ModelSpan], own: tuple[OwnName, ...], quotes: bool) -> Reading:
    """What is read in a text; all that was made for it is given back when it ends, before the collector looks."""
    article = Article(text, words(text))
    entities = identified(resolve(article, tag(article, spans, own=own), own=own), own)
    if not quotes:
        return Reading(entities, (), ())
    found = read_quotes(text, article.words, entities, rejected=True)
    return Reading(entities, found.quotes, found.rejected)


def _placed(spans: Iterable[ModelSpan], flowing: Flow) -> Iterable[ModelSpan]:
    """The spans of a text as spans of its flow."""
    if flowing.offsets is None:
        return spans
    return [(flowing.place(start), flowing.place(end), label) for start, end, label in spans]


def _entity(entity: Entity, text: str, flowing: Flow) -> Entity:
    if flowing.offsets is None:
        return entity
    return entity.model_copy(update={"mentions": tuple(_at(m, text, flowing) for m in entity.mentions)})


def _quote(quote: Quote, text: str, flowing: Flow) -> Quote:
    return _at(quote, text, flowing).with_speakers(lambda speaker: _at(speaker, text, flowing))


def _at(value: _T, text: str, flowing: Flow) -> _T:
    """A value of the flow with its offsets and its words in the text."""
    start, end = flowing.source(value.start, value.end)
    return value.model_copy(update={"start": start, "end": end, "text": text[start:end]})
