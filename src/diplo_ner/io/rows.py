"""Results as rows: which columns a table of entities or of quotes has, in which order."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ..schema import Entity, Extraction, Meta
from .sentences import Sentences, Surroundings

Value = str | int | float | bool | None
Row = dict[str, Value]

META_COLUMNS = dict.fromkeys(("date", "title", "url", "source", "author"), "string")
"""What is told of the article; the last columns of every table with a row for each mention or quote."""

ENTITY_COLUMNS = {
    "doc": "string",
    "entity": "string",
    "type": "string",
    "canonical": "string",
    "country": "string",
    "mention": "string",
    "kind": "string",
    "start": "int64",
    "end": "int64",
    "sentence": "string",
    "wikidata": "string",
    "known": "bool",
    **META_COLUMNS,
}
"""One row a mention. The order of columns is part of the format and does not change."""

PER_ENTITY_COLUMNS = {
    "entity": "string",
    "type": "string",
    "canonical": "string",
    "country": "string",
    "mentions": "int64",
    "documents": "int64",
    "quotes": "int64",
    "variants": "string",
    "wikidata": "string",
    "known": "bool",
}
"""One row an entity: how often it is named, in how many documents, how often it is quoted, by which names."""

QUOTE_COLUMNS = {
    "doc": "string",
    "quote": "string",
    "start": "int64",
    "end": "int64",
    "kind": "string",
    "speaker": "string",
    "speaker_type": "string",
    "speaker_country": "string",
    "by": "string",
    "cue": "string",
    "rule": "string",
    "confidence": "float64",
    "speaker_id": "string",
    "speaker_wikidata": "string",
    "co_speakers": "string",
    "context": "string",
    "about": "string",
    **META_COLUMNS,
}
"""One row a quote; ``speaker`` is the canonical name, empty where the speaker is not named or not told.

``co_speakers`` and ``about`` hold ids with ``|`` between them: who else says the words, and what is named in the
quote and in the sentence around it (``context``), the speaker left out.
"""

NAMING_KINDS = frozenset({"name", "acronym", "metonym"})
"""Kinds of mention that are names; titles and pronouns only refer."""


def entity_rows(extraction: Extraction, text: str) -> Iterator[Row]:
    """A row for each mention of a document, in the order of the text."""
    cut = Sentences(text)
    mentions = [(m.start, m.end, entity, m) for entity in extraction.entities for m in entity.mentions]
    told = meta_cells(extraction.meta)
    for start, end, entity, mention in sorted(mentions, key=lambda found: found[:2]):
        yield {
            "doc": extraction.doc_id,
            "entity": entity.id,
            "type": entity.type,
            "canonical": entity.canonical,
            "country": entity.country,
            "mention": mention.text,
            "kind": mention.kind,
            "start": start,
            "end": end,
            "sentence": cut.around(start, end),
            "wikidata": entity.wikidata,
            "known": entity.known,
            **told,
        }


def quote_rows(extraction: Extraction, text: str) -> Iterator[Row]:
    """A row for each quote of a document, in the order of the text."""
    around = Surroundings(extraction, text)
    told = meta_cells(extraction.meta)
    known = {entity.id: entity for entity in extraction.entities}
    for quote in extraction.quotes:
        speaker = quote.speaker
        entity = known.get(speaker.entity) if speaker and speaker.entity else None
        yield {
            "doc": extraction.doc_id,
            "quote": quote.text,
            "start": quote.start,
            "end": quote.end,
            "kind": quote.kind,
            "speaker": entity.canonical if entity else None,
            "speaker_type": entity.type if entity else None,
            "speaker_country": entity.country if entity else None,
            "by": speaker.text if speaker else None,
            "cue": quote.cue,
            "rule": quote.rule,
            "confidence": round(quote.confidence, 3),
            "speaker_id": entity.id if entity else None,
            "speaker_wikidata": entity.wikidata if entity else None,
            "co_speakers": "|".join(s.entity for s in quote.co_speakers if s.entity) or None,
            "context": around.context(quote),
            "about": "|".join(around.about(quote)) or None,
            **told,
        }


def meta_cells(meta: Meta | None) -> Row:
    """The cells of ``META_COLUMNS``."""
    return {name: getattr(meta, name, None) for name in META_COLUMNS}


def kept_columns(names: Iterable[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Columns for what the user keeps, each with the name that it has among the fields of articles.

    >>> kept_columns(["page", "type"], ENTITY_COLUMNS)
    {'page': 'page', 'doc_type': 'type'}
    """
    return {f"doc_{name}" if name in columns else name: name for name in names}


def kept_cells(meta: Meta | None, kept: Mapping[str, str]) -> Row:
    """The cells of such columns."""
    return {column: meta.extra.get(name) if meta else None for column, name in kept.items()}


def flat_meta(meta: Meta | None) -> dict[str, str | None] | None:
    """The metadata of an article as strings alone, ``extra`` as a JSON object: for tables with typed columns."""
    if meta is None:
        return None
    plain = meta.model_dump()
    return {**plain, "extra": json.dumps(plain["extra"], ensure_ascii=False)}


def rows_per_entity(extractions: Iterable[Extraction]) -> list[Row]:
    """A row for each entity of a run, the most often named first; variants by frequency, ``|`` between them.

    Args:
        extractions: documents whose ids hold across the run (see ``merge_documents``).
    """
    tally = _Tally()
    for extraction in extractions:
        tally.add(extraction)
    return tally.rows()


class _Tally:
    def __init__(self) -> None:
        self.entities: dict[str, Entity] = {}
        self.documents: Counter[str] = Counter()
        self.quotes: Counter[str] = Counter()
        self.variants: dict[str, Counter[str]] = {}

    def add(self, extraction: Extraction) -> None:
        for entity in extraction.entities:
            self.entities.setdefault(entity.id, entity)
            self.documents[entity.id] += 1
            named = (_one_line(m.text) for m in entity.mentions if m.kind in NAMING_KINDS)
            self.variants.setdefault(entity.id, Counter()).update(named)
        for quote in extraction.quotes:
            self.quotes.update({speaker.entity for speaker in quote.speakers if speaker.entity})

    def rows(self) -> list[Row]:
        ordered = sorted(self.entities.values(), key=lambda e: (-self.variants[e.id].total(), e.id))
        return [
            {
                "entity": entity.id,
                "type": entity.type,
                "canonical": entity.canonical,
                "country": entity.country,
                "mentions": self.variants[entity.id].total(),
                "documents": self.documents[entity.id],
                "quotes": self.quotes[entity.id],
                "variants": "|".join(name for name, _ in self.variants[entity.id].most_common()),
                "wikidata": entity.wikidata,
                "known": entity.known,
            }
            for entity in ordered
        ]


def _one_line(name: str) -> str:
    return " ".join(name.split())
