"""Quotes of a store with all that is told of them, by their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_QUOTE = 'place AS number, text, "start", "end", kind, cue, rule, confidence, speaker_text AS by, context, doc, speaker'
_DOCUMENT = "doc_id, date, source, title, url, author"
_ENTITY = (
    "id AS speaker_id, canonical AS speaker, type AS speaker_type, country AS speaker_country, "
    "wikidata AS speaker_wikidata"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A quote that answers a query."""

    quote: int
    doc_id: str
    doc: int
    date: date | None
    source: str | None
    title: str | None
    url: str | None
    author: str | None
    text: str
    start: int
    end: int
    kind: str
    cue: str | None
    rule: str
    confidence: float
    speaker_id: str | None
    """The id of who says it, where that is an entity."""
    speaker: str | None
    """The name of who says it."""
    speaker_type: str | None
    speaker_country: str | None
    speaker_wikidata: str | None
    by: str | None
    """The words of the article that name who says it; None where nobody is told."""
    context: str | None
    """The sentence around the quote; None where the store has no text."""
    number: int
    """Which of its document's quotes it is, from 1."""
    about: tuple[tuple[str, str], ...] = ()
    """Id and name of each who is named in the quote or its sentence."""
    co_speakers: tuple[tuple[str | None, str], ...] = ()
    """Id and name of those who say it together with the speaker."""

    @property
    def who(self) -> str:
        """Who says it, by name, else in the article's words."""
        return self.speaker or self.by or ""


def hits_of(connection: DuckDBPyConnection, numbers: list[int]) -> list[Hit]:
    """The quotes of these numbers, in their order; numbers of none are passed over.

    Each table is asked for rows by their numbers alone: only so DuckDB fetches them by its index, and leaves the
    rest of the columns packed.
    """
    quotes = _by_number(connection, _QUOTE, "quotes", "quote", numbers)
    docs = sorted({told["doc"] for told in quotes.values()})
    documents = _by_number(connection, _DOCUMENT, "documents", "doc", docs)
    about = _several(connection, "about", "entity", "about.quote, inside DESC, appearance", numbers)
    together = _several(connection, "co_speakers", "speaker", "co_speakers.quote, place", numbers)
    speakers = sorted({told["speaker"] for told in quotes.values()} - {None})
    entities = _by_number(connection, _ENTITY, "entities", "entity", speakers)
    nobody = dict.fromkeys(("speaker_id", "speaker", "speaker_type", "speaker_country", "speaker_wikidata"))
    return [
        Hit(
            **{**told, **documents[told["doc"]], **entities.get(told["speaker"], nobody)},
            quote=number,
            about=tuple(dict.fromkeys(about.get(number, ()))),
            co_speakers=tuple(together.get(number, ())),
        )
        for number in numbers
        if (told := quotes.get(number)) is not None
    ]


def _by_number(
    connection: DuckDBPyConnection, columns: str, table: str, key: str, numbers: list[int]
) -> dict[int, dict[str, Any]]:
    found = connection.execute(
        f"SELECT {key}, {columns} FROM {table} WHERE {key} IN (SELECT unnest(?::INTEGER[]))", [numbers]
    )
    names = [column[0] for column in found.description[1:]]
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in found.fetchall()}


def _several(
    connection: DuckDBPyConnection, table: str, entity: str, order: str, numbers: list[int]
) -> dict[int, list[tuple[Any, str]]]:
    """Id and name of those whom a table tells of quotes."""
    words = "canonical" if table == "about" else "coalesce(canonical, speaker_text)"
    rows = connection.execute(
        f"SELECT {table}.quote, e.id, {words} FROM {table} LEFT JOIN entities e ON e.entity = {table}.{entity} "
        f"WHERE {table}.quote IN (SELECT unnest(?::INTEGER[])) ORDER BY {order}",
        [numbers],
    ).fetchall()
    found: dict[int, list[tuple[Any, str]]] = {}
    for quote, ident, name in rows:
        found.setdefault(quote, []).append((ident, name))
    return found
