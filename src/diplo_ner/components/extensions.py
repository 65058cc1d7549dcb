"""What the components leave on a Doc: plain dicts with offsets, which survive bytes, disk, DocBin and processes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc

from diplo_ner.schema import Entity, Quote

ENTITIES = "diplo_ner.entities"
QUOTES = "diplo_ner.quotes"


def register() -> None:
    """Add ``doc._.entities`` and ``doc._.quotes`` once; a name that somebody else took is left alone."""
    if not Doc.has_extension("entities"):
        Doc.set_extension("entities", getter=entities_of)
    if not Doc.has_extension("quotes"):
        Doc.set_extension("quotes", getter=quotes_of)


def entities_of(doc: Doc) -> list[dict[str, Any]]:
    """Entities of a Doc as dicts in the JSON form of ``diplo_ner.schema.Entity``; [] before the component ran."""
    return [{**e, "mentions": list(e["mentions"])} for e in doc.user_data.get(ENTITIES, ())]


def quotes_of(doc: Doc) -> list[dict[str, Any]]:
    """Quotes of a Doc as dicts in the JSON form of ``diplo_ner.schema.Quote``; [] before the component ran."""
    return [{**q, "co_speakers": list(q["co_speakers"])} for q in doc.user_data.get(QUOTES, ())]


def keep_entities(doc: Doc, entities: Sequence[Entity]) -> None:
    """Leave entities on a Doc, with the reason of each mention."""
    doc.user_data[ENTITIES] = [
        {**e.model_dump(), "mentions": [{**m.model_dump(), "reason": m.reason} for m in e.mentions]} for e in entities
    ]


def keep_quotes(doc: Doc, quotes: Sequence[Quote]) -> None:
    """Leave quotes on a Doc."""
    doc.user_data[QUOTES] = [q.model_dump(mode="json") for q in quotes]


def kept_entities(doc: Doc) -> tuple[Entity, ...]:
    """Entities that a component left on a Doc."""
    return tuple(Entity.model_validate(e) for e in entities_of(doc))


def kept_quotes(doc: Doc) -> tuple[Quote, ...]:
    """Quotes that a component left on a Doc."""
    return tuple(Quote.model_validate(q) for q in quotes_of(doc))
