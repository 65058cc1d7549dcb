"""Reading one article: from a text and what a model tags in it to entities and quotes; no spaCy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from diplo_ner.entities.resolver import resolve
from diplo_ner.entities.tagger import ModelSpan, tag
from diplo_ner.lexicon.identities import identified
from diplo_ner.lexicon.own_names import OwnName
from diplo_ner.long_texts import LONGEST_WHOLE, read_in_parts
from diplo_ner.quotes.reader import read_quotes
from diplo_ner.schema import Entity, Quote, Rejected
from diplo_ner.text.words import words


class Article(NamedTuple):
    """What was read in a text."""

    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    rejected: tuple[Rejected, ...]


def read_entities(text: str, spans: Iterable[ModelSpan], *, own: tuple[OwnName, ...] = ()) -> tuple[Entity, ...]:
    """Find and merge the entities of an article.

    Args:
        text: The article.
        spans: What a statistical model tags in it: (start, end, label), offsets in Unicode code points.
        own: Names of the user's own, which go before the lexicon's.

    Returns:
        Entities in order of their first mention.
    """
    split = words(text)
    return identified(resolve(text, split, tag(text, split, spans, own=own), own=own), own)


def read(text: str, spans: Iterable[ModelSpan], *, own: tuple[OwnName, ...] = ()) -> Article:
    """Find the entities of an article, and its quotes with their speakers.

    Args:
        text: The article.
        spans: What a statistical model tags in it: (start, end, label), offsets in Unicode code points.
        own: Names of the user's own, which go before the lexicon's.

    Returns:
        Entities in order of their first mention; quotes, and passages between marks that are none, by start.
    """
    if len(text) > LONGEST_WHOLE:
        return Article(*read_in_parts(text, list(spans), lambda part, inside: _read(part, inside, own)))
    return _read(text, spans, own)


def _read(text: str, spans: Iterable[ModelSpan], own: tuple[OwnName, ...]) -> Article:
    split = words(text)
    entities = identified(resolve(text, split, tag(text, split, spans, own=own), own=own), own)
    found = read_quotes(text, split, entities, rejected=True)
    return Article(entities, found.quotes, tuple(Rejected(**r._asdict()) for r in found.rejected))
