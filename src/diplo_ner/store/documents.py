"""A document of a store as the result that was read in it, with the ids of the whole store."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from ..arguments import check_is
from ..schema import Entity, Extraction, Mention, Meta, Quote, Speaker
from .opening import check_connection

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class StoredDocument(NamedTuple):
    """A document; ``text`` is None where the store has none."""

    extraction: Extraction
    text: str | None


def get_document(connection: DuckDBPyConnection, doc_id: str) -> StoredDocument | None:
    """The document of a name; None where there is none."""
    check_connection(connection)
    check_is("doc_id", doc_id, str, give="the name of a document")
    row = connection.execute(
        "SELECT doc, model, text, published, title, url, source, author, extra FROM documents WHERE doc_id = ? LIMIT 1",
        [doc_id],
    ).fetchone()
    if row is None:
        return None
    doc, model, text, date, title, url, source, author, extra = row
    meta = Meta(date=date, title=title, url=url, source=source, author=author, extra=json.loads(extra or "{}"))
    entities = _entities(connection, doc)
    ids = dict(
        connection.execute(
            "SELECT entity, id FROM entities WHERE entity IN (SELECT entity FROM appearances WHERE doc = ?)", [doc]
        ).fetchall()
    )
    quotes = tuple(_quotes(connection, doc, ids))
    return StoredDocument(
        Extraction(doc_id=doc_id, model=model, meta=meta, entities=entities, quotes=quotes),
        text,
    )


def _entities(connection: DuckDBPyConnection, doc: int) -> tuple[Entity, ...]:
    rows = connection.execute(
        """SELECT e.id, e.type, e.canonical, e.country, e.wikidata, e.known, m."start", m."end", m.text, m.kind
           FROM mentions m JOIN appearances a ON a.appearance = m.appearance AND a.doc = ?
           JOIN entities e ON e.entity = a.entity WHERE m.doc = ? ORDER BY m."start", m."end" """,
        [doc, doc],
    ).fetchall()
    held: dict[str, tuple[tuple[object, ...], list[Mention]]] = {}
    for *facts, start, end, text, kind in rows:
        mention = Mention(start=start, end=end, text=text, kind=kind)
        held.setdefault(facts[0], (tuple(facts), []))[1].append(mention)
    names = ("id", "type", "canonical", "country", "wikidata", "known")
    return tuple(
        Entity.model_validate({**dict(zip(names, facts, strict=True)), "mentions": tuple(mentions)})
        for facts, mentions in held.values()
    )


def _quotes(connection: DuckDBPyConnection, doc: int, ids: dict[int, str]) -> list[Quote]:
    rows = connection.execute(
        """SELECT quote, "start", "end", text, kind, cue, speaker, speaker_text, speaker_start, speaker_end, confidence,
             rule FROM quotes WHERE doc = ? ORDER BY place""",
        [doc],
    ).fetchall()
    together: dict[int, list[Speaker]] = {}
    for quote, *told in connection.execute(
        """SELECT quote, speaker, speaker_text, speaker_start, speaker_end FROM co_speakers
           WHERE quote IN (SELECT unnest(?::INTEGER[])) ORDER BY quote, place""",
        [[row[0] for row in rows]],
    ).fetchall():
        together.setdefault(quote, []).append(_speaker(ids, *told))
    return [
        Quote(
            start=start, end=end, text=text, kind=kind, cue=cue, confidence=confidence, rule=rule,
            speaker=None if by is None else _speaker(ids, who, by, first, last),
            co_speakers=tuple(together.get(quote, ())),
        )
        for quote, start, end, text, kind, cue, who, by, first, last, confidence, rule in rows
    ]  # fmt: skip


def _speaker(ids: dict[int, str], entity: int | None, text: str, start: int, end: int) -> Speaker:
    return Speaker(entity=None if entity is None else ids.get(entity), text=text, start=start, end=end)
